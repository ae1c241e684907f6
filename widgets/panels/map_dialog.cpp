#include "widgets/panels/map_dialog.h"

#include <limits>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/panels/map_fields.h"
#include "widgets/words/core_text.h"

namespace facespace {

MapDialog::MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent)
    : QDialog(parent), images_(images) {
    setWindowTitle(tr("Compute a map"));
    makeFields();
    network_->addItems(networks);
    network_->setCurrentText(current);
    buildLayout();
    connect(method_, &QComboBox::currentIndexChanged, this, &MapDialog::follow);
    for (MapFields* each : fields_) connect(each, &MapFields::changed, this, &MapDialog::follow);
    follow();
}

void MapDialog::makeFields() {
    network_ = new QComboBox;
    method_ = new QComboBox;
    for (const MapMethod* method : mapMethods()) {
        method_->addItem(coreText(method->title), QString::fromStdString(method->name));
        fields_.push_back(new MapFields(method));
    }
    dims_ = new QComboBox;
    dims_->addItem(tr("2"), 2);
    dims_->addItem(tr("3"), 3);
    seed_ = new QSpinBox;
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(static_cast<int>(MapOptions().seed));
    note_ = new TextLabel;
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons_->addButton(tr("Compute"), QDialogButtonBox::AcceptRole)->setDefault(true);
}

void MapDialog::buildLayout() {
    auto* first = new QFormLayout;
    first->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    first->addRow(tr("&Network"), network_);
    first->addRow(tr("&Method"), method_);
    first->addRow(tr("&Dimensions"), dims_);
    auto* last = new QFormLayout;
    last->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    last->addRow(tr("&Random seed"), seed_);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(first);
    for (MapFields* each : fields_) layout->addWidget(each);
    layout->addLayout(last);
    layout->addWidget(note_);
    layout->addStretch();
    layout->addWidget(buttons_);
    setMinimumWidth(460);
}

MapFields* MapDialog::fields() const { return fields_[static_cast<std::size_t>(method_->currentIndex())]; }

void MapDialog::setStartMaps(const QString& method, const QStringList& maps) {
    const int at = method_->findData(method);
    if (at >= 0) fields_[static_cast<std::size_t>(at)]->setStartMaps(maps);
}

void MapDialog::follow() {
    for (MapFields* each : fields_) each->setVisible(each == fields());
    fields()->showDefaults(images_);
    const QString unreadable = fields()->unreadable();
    note_->setText(unreadable.isEmpty()
                       ? coreText(fields()->method()->advice(options(), images_))
                       : tr("%1: numbers of at least 1, several with commas between them.").arg(unreadable));
    for (auto* button : buttons_->buttons())
        if (buttons_->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(unreadable.isEmpty());
    adjustSize();
}

MapOptions MapDialog::options() const {
    MapOptions options;
    options.network = network_->currentText().toStdString();
    options.method = method_->currentData().toString().toStdString();
    options.dims = dims_->currentData().toInt();
    options.seed = static_cast<std::uint64_t>(seed_->value());
    fields()->read(options);
    options.startFrom = fields()->startFrom().toStdString();
    return options;
}

}  // namespace facespace
