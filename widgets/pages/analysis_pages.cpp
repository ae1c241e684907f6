#include "widgets/pages/analysis_pages.h"

#include <map>
#include <QTabWidget>

#include "widgets/look/themed_icon.h"
#include "widgets/pages/compare_page.h"
#include "widgets/pages/findings_page.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/pages/page_key.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/probe_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/pages/view_page.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

template <class Page>
QWidget* make(Workspace* workspace) {
    return new Page(workspace);
}

/// Those with a page of their own, by key.
const std::map<std::string, QWidget* (*)(Workspace*)> kOwnPages{
    {"prediction", make<PredictionPage>}, {"view-dependence", make<ViewPage>}, {"quality", make<QualityPage>},
    {"verify", make<VerificationPage>},   {"suspects", make<SuspectsPage>},    {"compare", make<ComparePage>},
    {"probe", make<ProbePage>},           {"trust", make<MapTrustPage>},
};

}  // namespace

void addAnalysisPages(QTabWidget* tabs, Workspace* workspace, const AnalysisList& list) {
    for (const Analysis* analysis : list) {
        const auto own = kOwnPages.find(analysis->key);
        QWidget* page = own != kOwnPages.end() ? own->second(workspace) : new FindingsPage(workspace, *analysis);
        setPageKey(page, QString::fromStdString(analysis->key));
        page->setObjectName(QString::fromStdString(analysis->key));
        QIcon icon = themedIcon(QString::fromStdString(analysis->key));
        if (icon.isNull()) icon = themedIcon(QStringLiteral("figure"));
        tabs->addTab(page, icon, coreText(analysis->name.empty() ? analysis->title : analysis->name));
    }
}

}  // namespace facespace
