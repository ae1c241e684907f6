#include "widgets/figure/export_dialog.h"

#include <algorithm>
#include <cmath>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

namespace facespace {
namespace {

constexpr double kInchMm = 25.4;
constexpr int kPreviewSide = 460;

struct ColumnWidth {
    const char* name;
    double millimetres;
};
// Text widths of common venues' templates.
constexpr ColumnWidth kColumnWidths[] = {
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Own width"), 0},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "IEEE, CVPR: one column (88 mm)"), 88},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "IEEE, CVPR: two columns (181 mm)"), 181},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Nature, Science: one column (89 mm)"), 89},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Nature: two columns (183 mm)"), 183},
    {QT_TRANSLATE_NOOP("facespace::ExportDialog", "Springer LNCS: text width (122 mm)"), 122},
};

QDoubleSpinBox* makeNumber(double low, double high, double value, int decimals, const QString& suffix) {
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    return box;
}

QCheckBox* makeCheck(const QString& text, bool on, bool enabled = true) {
    auto* box = new QCheckBox(text);
    box->setChecked(on && enabled);
    box->setEnabled(enabled);
    return box;
}

}  // namespace

ExportDialog::ExportDialog(MapFigureData figure, const MapFigureSpec& view, QWidget* parent)
    : QDialog(parent),
      data_(std::make_shared<const MapFigureData>(std::move(figure))),
      view_(view),
      timer_(new QTimer(this)) {
    setWindowTitle(tr("Export figure"));
    makeControls();
    timer_->setSingleShot(true);
    timer_->setInterval(120);
    connect(timer_, &QTimer::timeout, this, &ExportDialog::drawPreview);
    changed();
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::makeSizeControls() {
    auto* group = new QGroupBox(tr("Size"));
    auto* form = new QFormLayout(group);
    widths_ = new QComboBox;
    for (const ColumnWidth& column : kColumnWidths) widths_->addItem(tr(column.name), column.millimetres);
    units_ = new QComboBox;
    units_->addItems({tr("mm"), tr("inch"), tr("pixels")});
    dpi_ = makeNumber(30, 2400, view_.dpi, 0, tr(" dpi"));
    const double mm = kInchMm / view_.dpi;
    width_ = makeNumber(10, 2000, view_.pixels.width() * mm, 1, QString());
    height_ = makeNumber(10, 2000, view_.pixels.height() * mm, 1, QString());
    pixels_ = new QLabel;
    form->addRow(tr("&Column"), widths_);
    form->addRow(tr("&Unit"), units_);
    form->addRow(tr("&Width"), width_);
    form->addRow(tr("&Height"), height_);
    form->addRow(tr("&Resolution"), dpi_);
    form->addRow(QString(), pixels_);
    connect(widths_, &QComboBox::activated, this, [this](int index) {
        const double millimetres = widths_->itemData(index).toDouble();
        if (millimetres > 0) width_->setValue(millimetres / millimetresPerUnit(unit_));
    });
    connect(units_, &QComboBox::currentIndexChanged, this, &ExportDialog::changeUnit);
    connect(width_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    connect(height_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    connect(dpi_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    return group;
}

QWidget* ExportDialog::makeContentControls() {
    auto* group = new QGroupBox(tr("Content"));
    auto* form = new QFormLayout(group);
    font_ = makeNumber(3, 72, view_.fontPt, 1, tr(" pt"));
    points_ = makeNumber(0.2, 5, view_.pointScale, 1, QStringLiteral(" ×"));
    points_->setSingleStep(0.1);
    legend_ = makeCheck(tr("&Legend"), view_.legend, !data_->legend.empty());
    title_ = makeCheck(tr("&Title"), view_.title, !data_->title.isEmpty());
    axes_ = makeCheck(tr("&Axis names"), view_.axes, !data_->axisLabels.empty());
    selection_ = makeCheck(tr("&Selection stands out"), view_.selection, !data_->selected.empty());
    visiblePart_ = makeCheck(tr("Only the part in &view"), !view_.wholeMap, !view_.wholeMap);
    form->addRow(tr("&Font size"), font_);
    form->addRow(tr("&Points"), points_);
    for (QCheckBox* box : {legend_, title_, axes_, selection_, visiblePart_}) {
        form->addRow(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::changed);
    }
    connect(font_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    connect(points_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::changed);
    return group;
}

void ExportDialog::makeControls() {
    auto* controls = new QVBoxLayout;
    controls->addWidget(makeSizeControls());
    controls->addWidget(makeContentControls());
    controls->addStretch();
    preview_ = new QLabel(tr("Drawing…"));
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(kPreviewSide, kPreviewSide);
    preview_->setAccessibleName(tr("Preview of the figure"));
    auto* columns = new QHBoxLayout;
    columns->addLayout(controls);
    columns->addWidget(preview_, 1);
    message_ = new QLabel;
    message_->setWordWrap(true);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Close);
    connect(buttons_->button(QDialogButtonBox::Save), &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->addLayout(columns, 1);
    all->addWidget(message_);
    all->addWidget(buttons_);
}

double ExportDialog::millimetresPerUnit(Unit unit) const {
    switch (unit) {
        case Unit::kMillimetre:
            return 1;
        case Unit::kInch:
            return kInchMm;
        case Unit::kPixel:
            return kInchMm / dpi_->value();
    }
    return 1;
}

void ExportDialog::changeUnit() {
    const double before = millimetresPerUnit(unit_);
    const double width = width_->value() * before, height = height_->value() * before;
    unit_ = static_cast<Unit>(units_->currentIndex());
    const QSignalBlocker blockWidth(width_), blockHeight(height_);
    for (QDoubleSpinBox* box : {width_, height_}) {
        box->setDecimals(unit_ == Unit::kPixel ? 0 : unit_ == Unit::kInch ? 2 : 1);
        box->setRange(unit_ == Unit::kPixel ? 64 : 10 / millimetresPerUnit(unit_),
                      unit_ == Unit::kPixel ? 32'000 : 2000 / millimetresPerUnit(unit_));
    }
    width_->setValue(width / millimetresPerUnit(unit_));
    height_->setValue(height / millimetresPerUnit(unit_));
    changed();
}

void ExportDialog::setSizeMm(double width, double height) {
    width_->setValue(width / millimetresPerUnit(unit_));
    height_->setValue(height / millimetresPerUnit(unit_));
}

void ExportDialog::setDpi(double dpi) { dpi_->setValue(dpi); }

MapFigureSpec ExportDialog::spec() const {
    MapFigureSpec spec = view_;
    spec.dpi = dpi_->value();
    const double perPixel = kInchMm / spec.dpi, perUnit = millimetresPerUnit(unit_);
    spec.pixels = {static_cast<int>(std::lround(width_->value() * perUnit / perPixel)),
                   static_cast<int>(std::lround(height_->value() * perUnit / perPixel))};
    spec.fontPt = font_->value();
    spec.pointScale = points_->value();
    spec.legend = legend_->isChecked();
    spec.title = title_->isChecked();
    spec.axes = axes_->isChecked();
    spec.selection = selection_->isChecked();
    spec.wholeMap = !visiblePart_->isChecked();
    return spec;
}

void ExportDialog::changed() {
    const MapFigureSpec now = spec();
    pixels_->setText(tr("%1 × %2 pixels").arg(now.pixels.width()).arg(now.pixels.height()));
    timer_->start();
}

void ExportDialog::drawPreview() {
    if (previewRunner_.running()) {
        previewStale_ = true;
        return;
    }
    previewStale_ = false;
    // The same figure at a lower resolution: all lengths follow it.
    MapFigureSpec small = spec();
    const double ratio = devicePixelRatioF();
    const double side = std::min(preview_->width(), preview_->height()) * ratio;
    const double scale = side / std::max(small.pixels.width(), small.pixels.height());
    small.pixels = (QSizeF(small.pixels) * scale).toSize().expandedTo({16, 16});
    small.dpi = std::clamp(small.dpi * scale, 10.0, 4800.0);
    previewRunner_.start<QImage>(
        tr("Drawing the preview"), [map = data_, small](const JobContext&) { return renderMapFigure(*map, small); },
        [this](Result<QImage> image) {
            if (image) {
                showPreview(*image);
            } else {
                preview_->setText(QString::fromStdString(image.error().message));
            }
            if (previewStale_) timer_->start();
        });
}

void ExportDialog::showPreview(const QImage& image) {
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    preview_->setPixmap(pixmap);
}

void ExportDialog::chooseFile() {
    const QString name = data_->title.isEmpty() ? tr("map") : data_->title;
    const QString start = (folder_.isEmpty() ? QString() : folder_ + QLatin1Char('/')) + name + QStringLiteral(".png");
    QString file = QFileDialog::getSaveFileName(this, tr("Export figure"), start,
                                                tr("PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (file.isEmpty()) return;
    if (!file.contains(QLatin1Char('.'))) file += QStringLiteral(".png");
    saveTo(file);
}

bool ExportDialog::saveTo(const QString& file) {
    QPushButton* save = buttons_->button(QDialogButtonBox::Save);
    const bool started = saveRunner_.start<void>(
        tr("Exporting"),
        [map = data_, figure = spec(), path = file.toStdString()](const JobContext&) {
            return saveMapFigure(*map, figure, path);
        },
        [this, file, save](Result<void> result) {
            save->setEnabled(true);
            if (result) {
                message_->setText(tr("Saved %1").arg(file));
                Q_EMIT saved(file);
            } else {
                message_->setText(QString::fromStdString(result.error().message));
                Q_EMIT failed(message_->text());
            }
        });
    if (started) {
        save->setEnabled(false);
        message_->setText(tr("Drawing %1…").arg(file));
    }
    return started;
}

}  // namespace facespace
