#pragma once
#include <functional>
#include <QToolButton>
#include <vector>

#include "core/report/page_figures.h"
#include "widgets/figure/export_dialog.h"

namespace facespace {

/// A figure of a page for print, drawn on any thread from what the page shows now.
struct PageDrawing {
    const char* name;  ///< As report::pageFigure() knows it.
    std::function<Result<figure::Figure>(const ExportChoices&, const JobContext&)> draw;
    bool people = false;  ///< It shows faces or names, which privacy is about.
};
/// One that is the same for all choices.
template <class Draw>
PageDrawing drawingOf(const char* name, Draw draw) {
    return {name,
            [draw = std::move(draw)](const ExportChoices&, const JobContext&) -> Result<figure::Figure> { return draw(); }};
}

/// How the figures of a page were made.
struct DrawingSource {
    std::shared_ptr<const Snapshot> snapshot;
    NetworkId network;
    report::AnalysisOptions options;
    QString images;  ///< Which were taken, in words.
};
/// The figures for the export dialog, with how they were made.
ExportSource exportSourceOf(std::vector<PageDrawing> drawings, DrawingSource source);

/// The button with which a page's figures are exported, shown while there are any. GUI thread only.
class FigureButton : public QToolButton {
    Q_OBJECT
  public:
    explicit FigureButton(QWidget* parent = nullptr);
    bool available() const { return available_; }
    void setAvailable(bool available);

  Q_SIGNALS:
    void availableChanged();

  private:
    bool available_ = false;
};

/// A page that has figures for print: File ▸ Export figure of the page, and the button for it in the page.
class FigurePage {
  public:
    FigurePage() : figureButton_(new FigureButton) {}
    virtual ~FigurePage() = default;
    FigurePage(const FigurePage&) = delete;
    FigurePage& operator=(const FigurePage&) = delete;
    /// Of what the page shows now; without figures while the button is not available.
    virtual ExportSource exportSource() const = 0;
    /// Each page places it in its bar, which owns it.
    FigureButton* figureButton() const { return figureButton_; }

  private:
    FigureButton* figureButton_;
};

}  // namespace facespace
