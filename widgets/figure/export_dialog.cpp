#include "widgets/figure/export_dialog.h"

#include <algorithm>
#include <cmath>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>

#include "widgets/figure/figure_image.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr double kInchMm = 25.4;

/// What a preview job brings to the GUI thread.
struct Preview {
    QImage image;
    double widthMm = 0, heightMm = 0;
};

}  // namespace

ExportDialog::ExportDialog(ExportSource source, QWidget* parent)
    : QDialog(parent), source_(std::move(source)), timer_(new QTimer(this)) {
    setWindowTitle(tr("Export figure"));
    makeControls();
    timer_->setSingleShot(true);
    timer_->setInterval(120);
    connect(timer_, &QTimer::timeout, this, &ExportDialog::drawPreview);
    changed();
}

ExportDialog::~ExportDialog() = default;

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
        const double least = unit_ == Unit::kPixel ? 64 : 10 / millimetresPerUnit(unit_);
        box->setDecimals(unit_ == Unit::kPixel ? 0 : unit_ == Unit::kInch ? 2 : 1);
        box->setRange(box == height_ ? 0 : least, unit_ == Unit::kPixel ? 32'000 : 2000 / millimetresPerUnit(unit_));
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

ExportChoices ExportDialog::choices() const {
    ExportChoices choices = source_.start;
    choices.dpi = dpi_->value();
    choices.figure = figures_->currentIndex();
    MapFigureSpec& map = choices.map;
    map.widthMm = width_->value() * millimetresPerUnit(unit_);
    map.heightMm = height_->value() * millimetresPerUnit(unit_);
    map.style.fontPt = font_->value();
    map.pointScale = points_->value();
    map.legend = static_cast<figure::LegendPlace>(legend_->currentData().toInt());
    map.labels = static_cast<MapLabels>(labels_->currentData().toInt());
    map.thumbnails = faces_->value();
    map.title = title_->isChecked();
    map.axes = axes_->isChecked();
    map.note = note_->isChecked();
    map.selection = selection_->isChecked();
    map.privacy = privacy_->isChecked();
    map.wholeMap = !visiblePart_->isChecked();
    return choices;
}

void ExportDialog::changed() { timer_->start(); }

void ExportDialog::drawPreview() {
    if (previewRunner_.running()) {
        previewStale_ = true;
        return;
    }
    previewStale_ = false;
    const double side = std::min(preview_->width(), preview_->height()) * devicePixelRatioF();
    const bool started = previewRunner_.start<Preview>(
        tr("Drawing the preview"),
        [draw = source_.draw, now = choices(), side](const JobContext& job) -> Result<Preview> {
            ExportChoices small = now;
            // Faces are read for the size in which they are seen.
            small.dpi = std::clamp(side / now.map.widthMm * kInchMm, 10.0, 600.0);
            const auto drawing = draw(small, job);
            if (!drawing) return forward(drawing);
            const auto image =
                imageOf(*drawing, std::clamp(side / std::max(drawing->width, drawing->height) * 72, 10.0, 4800.0));
            if (!image) return forward(image);
            return Preview{*image, drawing->width / figure::kPointsPerMm, drawing->height / figure::kPointsPerMm};
        },
        [this](Result<Preview> preview) {
            if (preview) {
                showPreview(preview->image, preview->widthMm, preview->heightMm);
            } else {
                preview_->setText(coreText(preview.error().message));
            }
            if (previewStale_) timer_->start();
        });
    if (!started) timer_->start();
}

void ExportDialog::showPreview(const QImage& image, double widthMm, double heightMm) {
    QPixmap pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    preview_->setPixmap(pixmap);
    const double perMm = dpi_->value() / kInchMm;
    size_->setText(tr("%1 × %2 mm, %3 × %4 pixels")
                       .arg(numberText(widthMm, 0))
                       .arg(numberText(heightMm, 0))
                       .arg(std::lround(widthMm * perMm))
                       .arg(std::lround(heightMm * perMm)));
}

void ExportDialog::chooseFile() {
    const QString ending = format_->currentData().toString();
    QString name = source_.title.isEmpty() ? tr("figure") : source_.title;
    if (source_.figures.size() > 1) name += QStringLiteral(" ") + figures_->currentText().toLower();
    name.replace(u'/', u'-');  // a title is no path
    const QString start = (folder_.isEmpty() ? QString() : folder_ + QLatin1Char('/')) + name + QLatin1Char('.') + ending;
    QString file =
        QFileDialog::getSaveFileName(this, tr("Export figure"), start, tr("Figures (*.%1);;All files (*)").arg(ending));
    if (file.isEmpty()) return;
    if (!figure::formatOf(file.toStdString())) file += QLatin1Char('.') + ending;
    saveTo(file);
}

void ExportDialog::setBusy(bool busy) { buttons_->button(QDialogButtonBox::Save)->setEnabled(!busy); }

void ExportDialog::finish(const Result<void>& result, const QString& done) {
    setBusy(false);
    message_->setText(result ? done : coreText(result.error().message));
    if (!result) Q_EMIT failed(message_->text());
}

bool ExportDialog::saveTo(const QString& file) {
    const bool started = saveRunner_.start<void>(
        tr("Exporting"),
        [draw = source_.draw, now = choices(), path = file.toStdString()](const JobContext& job) -> Result<void> {
            // Before a long drawing is made in vain.
            if (const auto format = figure::formatOf(path); !format) return forward(format);
            const auto drawing = draw(now, job);
            if (!drawing) return forward(drawing);
            figure::DrawOptions options;
            options.dpi = now.dpi;
            return figure::save(*drawing, path, options);
        },
        [this, file](Result<void> result) {
            finish(result, tr("Saved %1").arg(file));
            if (result) Q_EMIT saved(file);
        });
    if (!started) return false;
    setBusy(true);
    message_->setText(tr("Drawing %1…").arg(file));
    return true;
}

bool ExportDialog::copy() {
    const ExportChoices now = choices();
    return saveRunner_.start<figure::Drawing>(
        tr("Copying"), [draw = source_.draw, now](const JobContext& job) { return draw(now, job); },
        [this, now](Result<figure::Drawing> drawing) {
            if (!drawing) return finish(forward(drawing), {});
            copyToClipboard(*drawing, now.dpi);
            finish({}, tr("The figure is on the clipboard."));
            Q_EMIT copied();
        });
}

}  // namespace facespace
