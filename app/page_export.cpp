#include "app/page_export.h"

#include <QAction>
#include <QTabWidget>

#include "widgets/pages/figure_page.h"

namespace facespace {

PageExport::PageExport(QTabWidget* pages, QAction* action, std::function<void(ExportSource)> show, QObject* parent)
    : QObject(parent), pages_(pages), action_(action), show_(std::move(show)) {
    for (int i = 0; i < pages->count(); ++i) {
        const auto* page = dynamic_cast<FigurePage*>(pages->widget(i));
        if (page == nullptr) continue;
        connect(page->figureButton(), &FigureButton::availableChanged, this, &PageExport::refresh);
        connect(page->figureButton(), &FigureButton::clicked, this, [this, page] { show_(page->exportSource()); });
    }
    connect(pages, &QTabWidget::currentChanged, this, &PageExport::refresh);
    connect(action, &QAction::triggered, this, [this] {
        if (const FigurePage* shown = page(); shown != nullptr) show_(shown->exportSource());
    });
    refresh();
}

FigurePage* PageExport::page() const {
    auto* shown = dynamic_cast<FigurePage*>(pages_->currentWidget());
    return shown != nullptr && shown->figureButton()->available() ? shown : nullptr;
}

void PageExport::refresh() { action_->setEnabled(page() != nullptr); }

}  // namespace facespace
