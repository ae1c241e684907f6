#include "widgets/pages/analysis_pages.h"

#include <QTabWidget>

#include "widgets/look/themed_icon.h"
#include "widgets/pages/compare_page.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/probe_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/pages/view_page.h"

namespace facespace {

AnalysisPages addAnalysisPages(QTabWidget* tabs, Workspace* workspace) {
    const AnalysisPages pages{new PredictionPage(workspace),   new ViewPage(workspace),     new QualityPage(workspace),
                              new VerificationPage(workspace), new SuspectsPage(workspace), new ComparePage(workspace),
                              new ProbePage(workspace)};
    tabs->addTab(pages.prediction, themedIcon(QStringLiteral("prediction")), QTabWidget::tr("Prediction"));
    tabs->addTab(pages.view, themedIcon(QStringLiteral("view-dependence")), QTabWidget::tr("View dependence"));
    tabs->addTab(pages.quality, themedIcon(QStringLiteral("quality")), QTabWidget::tr("Quality"));
    tabs->addTab(pages.verification, themedIcon(QStringLiteral("verification")), QTabWidget::tr("Verification"));
    tabs->addTab(pages.suspects, themedIcon(QStringLiteral("suspects")), QTabWidget::tr("Suspected labels"));
    tabs->addTab(pages.compare, themedIcon(QStringLiteral("compare")), QTabWidget::tr("Compare"));
    tabs->addTab(pages.probe, themedIcon(QStringLiteral("probe")), QTabWidget::tr("Probe"));
    return pages;
}

}  // namespace facespace
