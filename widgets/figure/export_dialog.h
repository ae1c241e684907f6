#pragma once
#include <functional>
#include <QDialog>

#include "core/view/map_figure.h"
#include "widgets/jobs/job_runner.h"

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QTimer;

namespace facespace {

/// What the dialog asks for. A page that is no map uses of `map` the size, the style, the legend, the title and privacy.
struct ExportChoices {
    MapFigureSpec map;
    double dpi = 300;
    int figure = 0;  ///< Which of the source's figures.
};

/// What can be exported: how it is drawn, and which choices mean something.
struct ExportSource {
    QString title;        ///< For the file's name.
    QStringList figures;  ///< If there are several: their names, to choose from.
    /// Runs on a worker thread.
    std::function<Result<figure::Drawing>(const ExportChoices&, const JobContext&)> draw;
    ExportChoices start;
    bool isMap = false, hasLegend = true, hasAxes = false, hasSelection = false, hasFaces = false, hasNames = false;
    bool hasPeople = true;  ///< Names or faces that privacy is about.
};

/// File ▸ Export figure…: size, resolution, font and parts of a figure, with a preview; saves it as PNG, SVG or PDF, or
/// copies it. Drawing runs on a worker thread. GUI thread only.
class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    explicit ExportDialog(ExportSource source, QWidget* parent = nullptr);
    ~ExportDialog() override;

    /// As the controls say.
    ExportChoices choices() const;
    /// For tests and for restoring what was used last; a height of 0 is automatic.
    void setSizeMm(double width, double height);
    void setDpi(double dpi);
    /// Writes the figure on the worker thread; saved() or failed() follows. False if one is being written.
    bool saveTo(const QString& file);
    /// Puts the figure on the clipboard; copied() or failed() follows. False if one is being drawn.
    bool copy();
    /// Where the file dialog opens.
    void setFolder(const QString& folder) { folder_ = folder; }

  Q_SIGNALS:
    void saved(const QString& file);
    void copied();
    void failed(const QString& message);

  private:
    enum class Unit { kMillimetre, kInch, kPixel };

    void makeControls();
    QWidget* makeSizeControls();
    QWidget* makeContentControls();
    void addMapControls(QFormLayout* form);
    QWidget* makePreview();
    double millimetresPerUnit(Unit unit) const;
    void changeUnit();
    void changed();
    void drawPreview();
    void showPreview(const QImage& image, double widthMm, double heightMm);
    void chooseFile();
    void setBusy(bool busy);
    void finish(const Result<void>& result, const QString& done);

    const ExportSource source_;
    QString folder_;
    Unit unit_ = Unit::kMillimetre;
    bool previewStale_ = false;

    QComboBox *figures_ = nullptr, *units_ = nullptr, *widths_ = nullptr, *format_ = nullptr, *legend_ = nullptr,
              *labels_ = nullptr;
    QDoubleSpinBox *width_ = nullptr, *height_ = nullptr, *dpi_ = nullptr, *font_ = nullptr, *points_ = nullptr;
    QSpinBox* faces_ = nullptr;
    QCheckBox *title_ = nullptr, *axes_ = nullptr, *note_ = nullptr, *selection_ = nullptr, *visiblePart_ = nullptr,
              *privacy_ = nullptr;
    QLabel *size_ = nullptr, *preview_ = nullptr, *message_ = nullptr;
    QDialogButtonBox* buttons_ = nullptr;
    QTimer* timer_ = nullptr;
    JobRunner previewRunner_, saveRunner_;  // Last: they join before what they use is gone.
};

}  // namespace facespace
