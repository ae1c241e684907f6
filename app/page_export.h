#pragma once
#include <functional>
#include <QObject>

class QAction;
class QTabWidget;

namespace facespace {

class FigurePage;
struct ExportSource;

/// File ▸ Export figure of the page: the page in view, and the button that each page with figures has for it.
class PageExport : public QObject {
    Q_OBJECT
  public:
    PageExport(QTabWidget* pages, QAction* action, std::function<void(ExportSource)> show, QObject* parent);

  private:
    /// The page in view; null if it has nothing to export.
    FigurePage* page() const;
    void refresh();

    QTabWidget* pages_;
    QAction* action_;
    std::function<void(ExportSource)> show_;
};

}  // namespace facespace
