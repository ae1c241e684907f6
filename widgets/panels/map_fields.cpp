#include "widgets/panels/map_fields.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

/// "30" or "30, 300"; none if there is nothing, no value at all if it cannot be read.
std::optional<std::vector<double>> numbersIn(const QString& text, double least) {
    std::vector<double> values;
    // Commas separate; a decimal point is a point.
    for (const QString& part : text.split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts)) {
        bool ok = false;
        values.push_back(QLocale::c().toDouble(part, &ok));
        if (!ok || !(values.back() >= least)) return std::nullopt;
    }
    return values;
}

}  // namespace

MapFields::MapFields(const MapMethod* method, QWidget* parent) : QWidget(parent), method_(method) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const MapField& field : method->fields)
        if (!field.label.empty()) addRow(field, *form);
    if (!method->continues) return;
    start_ = new QComboBox;
    start_->addItem(tr("Principal components"), QString());
    form->addRow(tr("&Begin with"), start_);
}

void MapFields::addRow(const MapField& field, QFormLayout& form) {
    rows_.push_back(rowOf(field));
    QWidget* widget = rows_.back().widget;
    widget->setObjectName(QString::fromLatin1(field.option));
    // A box to tick has its label on itself.
    form.addRow(field.whenTicked != 0 ? QString() : coreText(field.label), widget);
}

MapFields::Row MapFields::tickedRow(const MapField& field, double MapSettings::*member) {
    auto* box = new QCheckBox(coreText(field.label));
    connect(box, &QCheckBox::toggled, this, &MapFields::changed);
    return {&field, box, [box, member, value = field.whenTicked](MapSettings& settings) {
                if (box->isChecked()) settings.*member = value;
                return true;
            }};
}

MapFields::Row MapFields::rowOf(const MapField& field) {
    const MapSettings defaults;
    if (const auto* count = std::get_if<int MapSettings::*>(&field.member)) {
        auto* box = new QSpinBox;
        box->setRange(static_cast<int>(field.low), static_cast<int>(field.high));
        box->setSingleStep(static_cast<int>(field.step));
        box->setValue(defaults.**count);
        box->setSpecialValueText(coreText(field.atLowest));
        connect(box, &QSpinBox::valueChanged, this, &MapFields::changed);
        return {&field, box, [box, member = *count](MapSettings& settings) {
                    settings.*member = box->value();
                    return true;
                }};
    }
    if (const auto* number = std::get_if<double MapSettings::*>(&field.member)) {
        if (field.whenTicked != 0) return tickedRow(field, *number);
        auto* box = new QDoubleSpinBox;
        box->setDecimals(field.decimals);
        box->setRange(field.low, field.high);
        box->setSingleStep(field.step);
        box->setValue(defaults.**number);
        box->setSpecialValueText(coreText(field.atLowest));
        connect(box, &QDoubleSpinBox::valueChanged, this, &MapFields::changed);
        return {&field, box, [box, member = *number, &field](MapSettings& settings) {
                    settings.*member = box->value() > field.low ? std::max(field.least, box->value()) : field.low;
                    return true;
                }};
    }
    if (const auto* list = std::get_if<std::vector<double> MapSettings::*>(&field.member)) {
        auto* line = new QLineEdit;
        line->setToolTip(tr("Several, with commas between them, are averaged: 30, 300"));
        connect(line, &QLineEdit::textChanged, this, &MapFields::changed);
        return {&field, line, [line, member = *list, least = field.low](MapSettings& settings) {
                    auto values = numbersIn(line->text(), least);
                    if (values) settings.*member = std::move(*values);
                    return values.has_value();
                }};
    }
    const auto text = std::get<std::string MapSettings::*>(field.member);
    auto* box = new QComboBox;
    for (const auto& [name, title] : field.choices) box->addItem(coreText(title), QString::fromStdString(name));
    box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(defaults.*text))));
    connect(box, &QComboBox::currentIndexChanged, this, &MapFields::changed);
    return {&field, box, [box, text](MapSettings& settings) {
                settings.*text = box->currentData().toString().toStdString();
                return true;
            }};
}

void MapFields::setStartMaps(const QStringList& maps) {
    if (start_ == nullptr) return;
    for (const QString& map : maps) start_->addItem(tr("the map “%1”").arg(map), map);
}

QString MapFields::startFrom() const { return start_ == nullptr ? QString() : start_->currentData().toString(); }

void MapFields::read(MapSettings& settings) const {
    for (const Row& row : rows_) row.read(settings);
}

QString MapFields::unreadable() const {
    MapSettings settings;
    for (const Row& row : rows_)
        if (!row.read(settings)) return coreText(row.field->label).remove(QLatin1Char('&'));
    return {};
}

void MapFields::showDefaults(std::int64_t images) {
    MapSettings settings;
    read(settings);
    for (const Row& row : rows_)
        if (auto* line = qobject_cast<QLineEdit*>(row.widget))
            line->setPlaceholderText(QString::fromStdString(method_->standsFor(*row.field, settings, images)));
}

}  // namespace facespace
