#pragma once
#include <functional>
#include <QObject>

class QAction;
class QTabWidget;

namespace facespace {

class AnalysisPage;
struct ExportSource;

/// File ▸ Export figure of the page: the analysis page in view, and the button that each page has for it.
class PageExport : public QObject {
    Q_OBJECT
  public:
    PageExport(QTabWidget* pages, QAction* action, std::function<void(ExportSource)> show, QObject* parent);

  private:
    /// The page in view; null if it is no analysis page or has nothing to export yet.
    AnalysisPage* page() const;
    void refresh();

    QTabWidget* pages_;
    QAction* action_;
    std::function<void(ExportSource)> show_;
};

}  // namespace facespace
