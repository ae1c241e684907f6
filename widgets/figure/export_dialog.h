#pragma once
#include <memory>
#include <QDialog>

#include "widgets/figure/map_figure.h"
#include "widgets/jobs/job_runner.h"

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QTimer;

namespace facespace {

/// File ▸ Export figure…: size, resolution, font and parts of a map figure, with a preview, and saving it as PNG, SVG or
/// PDF. Drawing runs on a worker thread. GUI thread only.
class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param figure  What is drawn; stays as it is while the dialog is open.
    /// @param view  What the map view shows: MapView::figureSpec().
    ExportDialog(MapFigureData figure, const MapFigureSpec& view, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// As the controls say.
    MapFigureSpec spec() const;
    /// Size in the unit chosen; for tests and for restoring what was used last.
    void setSizeMm(double width, double height);
    void setDpi(double dpi);
    /// Writes the figure on the worker thread; saved() or a message follows. False if one is being written.
    bool saveTo(const QString& file);
    /// Where the file dialog opens.
    void setFolder(const QString& folder) { folder_ = folder; }

  Q_SIGNALS:
    void saved(const QString& file);
    void failed(const QString& message);

  private:
    enum class Unit { kMillimetre, kInch, kPixel };

    void makeControls();
    QWidget* makeSizeControls();
    QWidget* makeContentControls();
    double millimetresPerUnit(Unit unit) const;
    void changeUnit();
    void changed();
    void drawPreview();
    void showPreview(const QImage& image);
    void chooseFile();

    const std::shared_ptr<const MapFigureData> data_;
    const MapFigureSpec view_;
    QString folder_;
    Unit unit_ = Unit::kMillimetre;
    bool previewStale_ = false;

    QComboBox* units_ = nullptr;
    QComboBox* widths_ = nullptr;
    QDoubleSpinBox* width_ = nullptr;
    QDoubleSpinBox* height_ = nullptr;
    QDoubleSpinBox* dpi_ = nullptr;
    QDoubleSpinBox* font_ = nullptr;
    QDoubleSpinBox* points_ = nullptr;
    QCheckBox* legend_ = nullptr;
    QCheckBox* title_ = nullptr;
    QCheckBox* axes_ = nullptr;
    QCheckBox* selection_ = nullptr;
    QCheckBox* visiblePart_ = nullptr;
    QLabel* pixels_ = nullptr;
    QLabel* preview_ = nullptr;
    QLabel* message_ = nullptr;
    QDialogButtonBox* buttons_ = nullptr;
    QTimer* timer_ = nullptr;
    JobRunner previewRunner_, saveRunner_;  // Last: they join before what they use is gone.
};

}  // namespace facespace
