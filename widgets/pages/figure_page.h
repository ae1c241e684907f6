#pragma once
#include <functional>
#include <QToolButton>
#include <vector>

#include "core/analyses/analysis.h"
#include "widgets/figure/export_dialog.h"

namespace facespace {

class Card;

/// A figure of a page for print, drawn on any thread from what the page shows now.
struct PageDrawing {
    FigureKind kind;
    FindingsPtr findings;
    Values values;  ///< With those that matter for figures only as they are now.
};

/// The title of a figure that an analysis draws, in the window's language.
QString figureTitle(const Analysis& analysis, const std::string& figure);

/// Says on a card what the figure shows that it holds, and where the manual has more.
void explainFigure(Card* card, const Analysis& analysis, const std::string& figure);

/// Every figure of findings, with their own values.
std::vector<PageDrawing> drawingsOf(const FindingsPtr& findings);

/// The figures for the export dialog, with how they were made.
/// @param images     which were taken, in words
/// @param colouring  of points on maps
ExportSource exportSourceOf(std::vector<PageDrawing> drawings, const QString& images,
                            const ColouringOptions& colouring = {});

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
    /// What the page shows now; empty while the button is not available.
    virtual std::vector<PageDrawing> drawings() const = 0;
    /// The same with how it was made, for the export dialog.
    virtual ExportSource exportSource() const = 0;
    /// Each page places it in its bar, which owns it.
    FigureButton* figureButton() const { return figureButton_; }

  private:
    FigureButton* figureButton_;
};

}  // namespace facespace
