#include "widgets/panels/map_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/common/progress_meter.h"

namespace facespace {

MapDialog::MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent)
    : QDialog(parent),
      images_(images),
      network_(new QComboBox),
      method_(new QComboBox),
      dims_(new QComboBox),
      tsne_(new QWidget),
      perplexity_(new QDoubleSpinBox),
      learningRate_(new QDoubleSpinBox),
      exaggeration_(new QDoubleSpinBox),
      iterations_(new QSpinBox),
      seed_(new QSpinBox),
      note_(new QLabel) {
    setWindowTitle(tr("Compute a map"));
    network_->addItems(networks);
    network_->setCurrentText(current);
    buildLayout();
    connect(method_, &QComboBox::currentIndexChanged, this, &MapDialog::follow);
    follow();
}

void MapDialog::buildLayout() {
    const MapOptions defaults;
    method_->addItem(tr("t-SNE"), QStringLiteral("tsne"));
    method_->addItem(tr("Principal components"), QStringLiteral("pca"));
    dims_->addItem(tr("2"), 2);
    dims_->addItem(tr("3"), 3);
    perplexity_->setRange(1, 1000);
    perplexity_->setDecimals(1);
    perplexity_->setValue(defaults.perplexity);
    learningRate_->setRange(0, 1e6);
    learningRate_->setDecimals(1);
    learningRate_->setSpecialValueText(tr("automatic"));
    exaggeration_->setRange(1, 100);
    exaggeration_->setDecimals(1);
    exaggeration_->setValue(defaults.earlyExaggeration);
    iterations_->setRange(0, 100000);
    iterations_->setSpecialValueText(tr("automatic"));
    iterations_->setSingleStep(250);
    iterations_->setValue(defaults.iterations);
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(static_cast<int>(defaults.seed));
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Network"), network_);
    form->addRow(tr("&Method"), method_);
    form->addRow(tr("&Dimensions"), dims_);
    auto* details = new QFormLayout(tsne_);
    details->setContentsMargins(0, 0, 0, 0);
    details->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    details->addRow(tr("&Perplexity"), perplexity_);
    details->addRow(tr("&Iterations"), iterations_);
    details->addRow(tr("&Early exaggeration"), exaggeration_);
    details->addRow(tr("&Learning rate"), learningRate_);
    details->addRow(tr("&Seed"), seed_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Compute"), QDialogButtonBox::AcceptRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(tsne_);
    layout->addWidget(note_);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(420);
}

void MapDialog::follow() {
    const bool tsne = method_->currentData().toString() == QLatin1String("tsne");
    tsne_->setVisible(tsne);
    const QString n = QString::fromStdString(groupedNumber(images_));
    note_->setText(
        tsne
            ? tr("All %1 images take part; none is left out. Distances on the map are not distances from the origin.").arg(n)
            : tr("The directions in which the features of all %1 images vary most.").arg(n));
    adjustSize();
}

MapOptions MapDialog::options() const {
    MapOptions options;
    options.network = network_->currentText().toStdString();
    options.method = method_->currentData().toString().toStdString();
    options.dims = dims_->currentData().toInt();
    options.perplexity = perplexity_->value();
    options.learningRate = learningRate_->value();
    options.earlyExaggeration = exaggeration_->value();
    options.iterations = iterations_->value();
    options.seed = static_cast<std::uint64_t>(seed_->value());
    return options;
}

}  // namespace facespace
