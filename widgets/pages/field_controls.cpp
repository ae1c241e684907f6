#include "widgets/pages/field_controls.h"

#include <algorithm>
#include <cmath>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include "widgets/look/themed_icon.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr int kFileWidth = 140;
constexpr double kMostShown = 1e9;  ///< A spin box holds no more.

int bounded(double value) { return static_cast<int>(std::clamp(value, -kMostShown, kMostShown)); }
double scaleOf(const Field& field) { return field.share ? 100 : 1; }

QString suffixOf(const Field& field) {
    if (field.share) return QStringLiteral(" %");
    const QString unit = coreText(field.unit);
    return unit.isEmpty() || unit == QStringLiteral("°") ? unit : QLatin1Char(' ') + unit;
}

}  // namespace

FieldControls::FieldControls(Fields fields, QWidget* parent) : OptionPopup(parent), values_(std::move(fields)) {
    for (const Field& field : values_.fields())
        if (!field.title.empty()) add(field);
}

QWidget* FieldControls::control(const std::string& key) const {
    const auto found = controls_.find(key);
    return found == controls_.end() ? nullptr : found->second;
}

QWidget* FieldControls::takeControl(const std::string& key) {
    QWidget* taken = control(key);
    if (taken != nullptr) takeWidget(taken);
    return taken;
}

void FieldControls::add(const Field& field) {
    const bool number =
        std::holds_alternative<std::int64_t>(field.fallback) || std::holds_alternative<double>(field.fallback);
    QWidget* made = std::holds_alternative<bool>(field.fallback) ? flagControl(field)
                    : number                                     ? numberControl(field)
                    : field.choices.empty()                      ? textControl(field)
                                                                 : choiceControl(field);
    made->setToolTip(coreText(field.help));
    controls_[field.key] = made;
    addWidget(coreText(field.title), made);
    show(field);
}

QWidget* FieldControls::numberControl(const Field& field) {
    if (std::holds_alternative<std::int64_t>(field.fallback)) {
        auto* box = new QSpinBox;
        box->setRange(bounded(field.low), bounded(field.high));
        box->setSuffix(suffixOf(field));
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, [this, key = field.key](int value) { take(key, std::int64_t{value}); });
        return box;
    }
    auto* box = new QDoubleSpinBox;
    box->setDecimals(field.share ? 0 : field.decimals);
    box->setRange(std::ceil(scaleOf(field) * field.low), scaleOf(field) * field.high);
    if (!field.share) box->setMinimum(field.low);
    box->setSingleStep(field.share || field.decimals == 0 ? 1 : std::pow(10.0, -field.decimals));
    box->setSuffix(suffixOf(field));
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [this, key = field.key, scale = scaleOf(field)](double value) { take(key, value / scale); });
    return box;
}

QWidget* FieldControls::choiceControl(const Field& field) {
    auto* box = new QComboBox;
    for (const Choice& choice : field.choices)
        box->addItem(coreText(choice.title.empty() ? Text(choice.key) : choice.title), QString::fromStdString(choice.key));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, key = field.key] { take(key, box->currentData().toString().toStdString()); });
    return box;
}

/// Words, or a list with commas; what the field does not take is taken back.
QWidget* FieldControls::textControl(const Field& field) {
    auto* box = new QLineEdit;
    const auto read = [this, box, field] {
        const std::string words = box->text().toStdString();
        if (words == textOf(values_.at(field.key))) return;
        if (values_.setText(field.key, words)) Q_EMIT edited();
        show(field);
    };
    connect(box, &QLineEdit::editingFinished, this, read);
    if (field.file) {
        box->setMinimumWidth(kFileWidth);
        QAction* choose = box->addAction(themedIcon(QStringLiteral("open")), QLineEdit::TrailingPosition);
        choose->setText(tr("Choose a file"));
        choose->setToolTip(choose->text());
        connect(choose, &QAction::triggered, box, [box, read, title = coreText(field.title)] {
            auto* dialog = new QFileDialog(box->window(), title, box->text());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->setFileMode(QFileDialog::ExistingFile);
            connect(dialog, &QFileDialog::fileSelected, box, [box, read](const QString& file) {
                box->setText(file);
                read();
            });
            dialog->open();
        });
    }
    return box;
}

QWidget* FieldControls::flagControl(const Field& field) {
    auto* box = new QCheckBox;
    connect(box, &QCheckBox::toggled, this, [this, key = field.key](bool on) { take(key, on); });
    return box;
}

void FieldControls::take(const std::string& key, const Value& value) {
    if (showing_ || !values_.set(key, value)) return;
    Q_EMIT edited();
}

void FieldControls::set(const std::string& key, const Value& value) {
    if (const auto set = values_.set(key, value); !set)
        qFatal("%s", static_cast<const std::string&>(set.error().message).c_str());
    for (const Field& field : values_.fields())
        if (field.key == key) show(field);
}

void FieldControls::show(const Field& field) {
    QWidget* box = control(field.key);
    if (box == nullptr) return;
    showing_ = true;
    const Value& value = values_.at(field.key);
    if (auto* whole = qobject_cast<QSpinBox*>(box))
        whole->setValue(bounded(static_cast<double>(std::get<std::int64_t>(value))));
    if (auto* number = qobject_cast<QDoubleSpinBox*>(box)) number->setValue(scaleOf(field) * std::get<double>(value));
    if (auto* flag = qobject_cast<QCheckBox*>(box)) flag->setChecked(std::get<bool>(value));
    if (auto* choice = qobject_cast<QComboBox*>(box))
        choice->setCurrentIndex(choice->findData(QString::fromStdString(std::get<std::string>(value))));
    if (auto* text = qobject_cast<QLineEdit*>(box)) text->setText(QString::fromStdString(textOf(value)));
    showing_ = false;
}

}  // namespace facespace
