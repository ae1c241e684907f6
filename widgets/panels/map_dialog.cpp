#include "widgets/panels/map_dialog.h"

#include <algorithm>
#include <optional>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/common/number_text.h"
#include "core/projection/tsne_presets.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

/// The mean step, as a share of the map's radius, below which a map no longer changes to the eye.
constexpr double kStillStep = 5e-4;

/// "30" or "30, 300"; none if there is nothing, no value at all if it cannot be read.
std::optional<std::vector<double>> perplexitiesIn(const QString& text) {
    std::vector<double> values;
    // Commas separate; a decimal point is a point.
    for (const QString& part : text.split(QRegularExpression(QStringLiteral("[,;\\s]+")), Qt::SkipEmptyParts)) {
        bool ok = false;
        values.push_back(QLocale::c().toDouble(part, &ok));
        if (!ok || !(values.back() >= 1)) return std::nullopt;
    }
    return values;
}

QDoubleSpinBox* numberBox(double low, double high, int decimals, const QString& atLowest) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(decimals);
    if (!atLowest.isEmpty()) box->setSpecialValueText(atLowest);
    return box;
}

}  // namespace

MapDialog::MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent)
    : QDialog(parent), images_(images) {
    setWindowTitle(tr("Compute a map"));
    makeFields();
    network_->addItems(networks);
    network_->setCurrentText(current);
    buildLayout();
    connect(method_, &QComboBox::currentIndexChanged, this, &MapDialog::follow);
    connect(preset_, &QComboBox::currentIndexChanged, this, &MapDialog::follow);
    connect(perplexity_, &QLineEdit::textChanged, this, &MapDialog::follow);
    follow();
}

void MapDialog::makeFields() {
    const MapOptions defaults;
    const QString asSet = tr("as the settings have it");
    network_ = new QComboBox;
    method_ = new QComboBox;
    method_->addItem(tr("t-SNE"), QStringLiteral("tsne"));
    method_->addItem(tr("UMAP"), QStringLiteral("umap"));
    method_->addItem(tr("Principal components"), QStringLiteral("pca"));
    dims_ = new QComboBox;
    dims_->addItem(tr("2"), 2);
    dims_->addItem(tr("3"), 3);
    metric_ = new QComboBox;
    for (const MapMetric& metric : mapMetrics())
        metric_->addItem(coreText(std::string(metric.title)), QString::fromLatin1(metric.name));
    preset_ = new QComboBox;
    for (const TsnePreset& preset : tsnePresets())
        preset_->addItem(coreText(std::string(preset.title)),
                         QString::fromLatin1(preset.name.data(), static_cast<qsizetype>(preset.name.size())));
    start_ = new QComboBox;
    start_->addItem(tr("Principal components"), QString());
    perplexity_ = new QLineEdit;
    perplexity_->setToolTip(tr("The effective number of neighbours; several, with commas, are averaged: 30, 300"));
    learningRate_ = numberBox(0, 1e6, 1, asSet);
    exaggeration_ = numberBox(0, 100, 1, asSet);
    lateExaggeration_ = numberBox(1, 12, 1, tr("none"));
    minDistance_ = numberBox(0, 1, 2, {});
    minDistance_->setSingleStep(0.05);
    minDistance_->setValue(defaults.minDistance);
    const auto countBox = [](int low, int high, int value, const QString& atLowest) {
        auto* box = new QSpinBox;
        box->setRange(low, high);
        box->setValue(value);
        if (!atLowest.isEmpty()) box->setSpecialValueText(atLowest);
        return box;
    };
    iterations_ = countBox(0, 100000, defaults.iterations, asSet);
    iterations_->setSingleStep(250);
    epochs_ = countBox(0, 100000, defaults.iterations, tr("automatic"));
    epochs_->setSingleStep(100);
    neighbours_ = countBox(2, 1000, defaults.neighbours, {});
    seed_ = countBox(0, std::numeric_limits<int>::max(), static_cast<int>(defaults.seed), {});
    still_ = new QCheckBox(tr("Stop when the map no longer moves"));
    note_ = new QLabel;
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons_->addButton(tr("Compute"), QDialogButtonBox::AcceptRole)->setDefault(true);
}

QWidget* MapDialog::buildTsne() {
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Settings"), preset_);
    form->addRow(tr("&Perplexity"), perplexity_);
    form->addRow(tr("&Begin with"), start_);
    form->addRow(tr("&Iterations"), iterations_);
    form->addRow(tr("&Early exaggeration"), exaggeration_);
    form->addRow(tr("L&ate exaggeration"), lateExaggeration_);
    form->addRow(tr("&Learning rate"), learningRate_);
    form->addRow(QString(), still_);
    return box;
}

QWidget* MapDialog::buildUmap() {
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("N&eighbours"), neighbours_);
    form->addRow(tr("Minimum dis&tance"), minDistance_);
    form->addRow(tr("Ep&ochs"), epochs_);
    return box;
}

void MapDialog::buildLayout() {
    form_ = new QFormLayout;
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->addRow(tr("&Network"), network_);
    form_->addRow(tr("&Method"), method_);
    form_->addRow(tr("&Dimensions"), dims_);
    form_->addRow(tr("&Compare by"), metric_);
    tsne_ = buildTsne();
    umap_ = buildUmap();
    auto* last = new QFormLayout;
    last->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    last->addRow(tr("&Random seed"), seed_);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form_);
    layout->addWidget(tsne_);
    layout->addWidget(umap_);
    layout->addLayout(last);
    layout->addWidget(note_);
    layout->addStretch();
    layout->addWidget(buttons_);
    setMinimumWidth(460);
}

void MapDialog::setStartMaps(const QStringList& maps) {
    for (const QString& map : maps) start_->addItem(tr("the map “%1”").arg(map), map);
}

QString MapDialog::note(const QString& method, bool readable) const {
    const QString n = QString::fromStdString(groupedNumber(images_));
    if (method == QLatin1String("pca")) return tr("The directions in which the features of all %1 images vary most.").arg(n);
    if (method == QLatin1String("umap"))
        return tr("All %1 images take part. Distances on the map are not distances from the origin.").arg(n);
    if (!readable) return tr("The perplexity is a number of at least 1, or several with commas between them.");
    const auto values = *perplexitiesIn(perplexity_->text());
    const double highest = std::max(1.0, static_cast<double>(images_ - 1) / 3.0);
    if (std::ranges::any_of(values, [&](double p) { return p > highest; }))
        return tr("With %1 images the perplexity can be at most %2, a third of the other images; more is lowered to that.")
            .arg(n)
            .arg(QLocale().toString(highest, 'f', 0));
    return tr("All %1 images take part; none is left out. Distances on the map are not distances from the origin.").arg(n);
}

void MapDialog::follow() {
    const QString method = method_->currentData().toString();
    const bool tsne = method == QLatin1String("tsne"), umap = method == QLatin1String("umap");
    tsne_->setVisible(tsne);
    umap_->setVisible(umap);
    for (QWidget* widget : {static_cast<QWidget*>(metric_), form_->labelForField(metric_)}) widget->setVisible(tsne || umap);
    const auto schedule = tsneSchedule(preset_->currentData().toString().toStdString()).value_or(TsneSchedule::kFast);
    const TsneOptions set = scheduled({}, schedule, static_cast<std::size_t>(images_));
    QStringList shown;
    for (const double p : set.perplexities.empty() ? std::vector{set.perplexity} : set.perplexities)
        shown << QLocale::c().toString(p, 'g', 6);
    perplexity_->setPlaceholderText(shown.join(QStringLiteral(", ")));
    const bool readable = perplexitiesIn(perplexity_->text()).has_value();
    note_->setText(note(method, readable));
    for (auto* button : buttons_->buttons())
        if (buttons_->buttonRole(button) == QDialogButtonBox::AcceptRole) button->setEnabled(!tsne || readable);
    adjustSize();
}

MapOptions MapDialog::options() const {
    MapOptions options;
    options.network = network_->currentText().toStdString();
    options.method = method_->currentData().toString().toStdString();
    options.dims = dims_->currentData().toInt();
    options.metric = metric_->currentData().toString().toStdString();
    options.seed = static_cast<std::uint64_t>(seed_->value());
    if (options.method == "umap") {
        options.neighbours = neighbours_->value();
        options.minDistance = minDistance_->value();
        options.iterations = epochs_->value();
    }
    if (options.method != "tsne") return options;
    options.preset = preset_->currentData().toString().toStdString();
    options.perplexities = perplexitiesIn(perplexity_->text()).value_or(std::vector<double>());
    options.startFrom = start_->currentData().toString().toStdString();
    options.learningRate = learningRate_->value();
    // Between nothing and 1 there is no exaggeration.
    options.earlyExaggeration = exaggeration_->value() > 0 ? std::max(1.0, exaggeration_->value()) : 0.0;
    options.lateExaggeration = lateExaggeration_->value();
    options.iterations = iterations_->value();
    options.stopWhenStill = still_->isChecked() ? kStillStep : 0.0;
    return options;
}

}  // namespace facespace
