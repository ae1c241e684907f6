#include "app/page_export.h"

#include <QAction>
#include <QTabWidget>

#include "widgets/pages/analysis_page.h"

namespace facespace {

PageExport::PageExport(QTabWidget* pages, QAction* action, std::function<void(ExportSource)> show, QObject* parent)
    : QObject(parent), pages_(pages), action_(action), show_(std::move(show)) {
    for (auto* page : pages->findChildren<AnalysisPage*>()) {
        connect(page, &AnalysisPage::resultChanged, this, &PageExport::refresh);
        connect(page, &AnalysisPage::exportRequested, this, [this, page] { show_(page->exportSource()); });
    }
    connect(pages, &QTabWidget::currentChanged, this, &PageExport::refresh);
    connect(action, &QAction::triggered, this, [this] {
        if (const AnalysisPage* shown = page(); shown != nullptr) show_(shown->exportSource());
    });
    refresh();
}

AnalysisPage* PageExport::page() const {
    auto* shown = qobject_cast<AnalysisPage*>(pages_->currentWidget());
    return shown != nullptr && shown->hasResult() && !shown->drawings().empty() ? shown : nullptr;
}

void PageExport::refresh() { action_->setEnabled(page() != nullptr); }

}  // namespace facespace
