// Whoever meets a figure for the first time asks it: every card, axis and column of every page says what it means, of how
// many images it is, and where the manual has more.
#include <fstream>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTableView>
#include <QTableWidget>
#include <QTreeWidget>

#include "core/analyses/list.h"
#include "core/common/resources.h"
#include "tests/gui/pages/explained.h"
#include "tests/gui/window/story.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/pages/card.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

class MeaningStory : public testing::Story {
  protected:
    /// Whether the manual has the page and the heading that a link names.
    static void expectInManual(const QString& page, const QString& heading) {
        std::ifstream in(resourceFolder() / "manual" / (page.toStdString() + ".md"));
        ASSERT_TRUE(in) << page.toStdString();
        bool found = false;
        for (std::string line; std::getline(in, line);)
            found |= QString::fromStdString(line).remove(QRegularExpression("^#+ ")) == heading && line.starts_with('#');
        EXPECT_TRUE(found) << page.toStdString() << ": " << heading.toStdString();
    }
    static void expectLinks(const QString& text) {
        static const QRegularExpression link("href=\"([^\"]+)\"");
        auto at = link.globalMatch(text);
        EXPECT_TRUE(at.hasNext()) << "no link: " << text.toStdString();
        while (at.hasNext()) {
            const QUrl url(at.next().captured(1).replace("&amp;", "&"));
            EXPECT_EQ(url.scheme(), kManualScheme);
            expectInManual(url.path(), url.fragment(QUrl::FullyDecoded));
        }
    }
    static void expectColumnsExplained(const QWidget* in) {
        for (const auto* table : in->findChildren<QTableView*>()) {
            const auto* model = table->model();
            if (!table->isVisible() || model == nullptr || table->horizontalHeader()->isHidden()) continue;
            for (int c = 0; c < model->columnCount(); ++c)
                EXPECT_FALSE(model->headerData(c, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty())
                    << table->accessibleName().toStdString() << ": "
                    << model->headerData(c, Qt::Horizontal).toString().toStdString();
        }
        for (const auto* tree : in->findChildren<QTreeWidget*>())
            for (int c = 0; tree->isVisible() && !tree->isHeaderHidden() && c < tree->columnCount(); ++c)
                EXPECT_FALSE(tree->headerItem()->toolTip(c).isEmpty()) << tree->headerItem()->text(c).toStdString();
    }
};

TEST_F(MeaningStory, EveryCardAxisAndColumnOfEveryPageSaysWhatItMeans) {
    auto* pages = window.findChild<QTabWidget*>();
    workspace().selection().setCurrent(3);
    int cards = 0;
    for (int i = 0; i < pages->count(); ++i) {
        pages->setCurrentIndex(i);
        SCOPED_TRACE(pages->tabText(i).toStdString());
        const auto* analysis = qobject_cast<AnalysisPage*>(pages->currentWidget());
        QTest::qWait(20);
        if (analysis != nullptr) (void)QTest::qWaitFor([&] { return !analysis->computing(); }, 20'000);
        QTest::qWait(20);
        for (const auto* card : pages->currentWidget()->findChildren<Card*>()) {
            if (!card->isVisible()) continue;
            SCOPED_TRACE(card->title().toStdString());
            ++cards;
            EXPECT_TRUE(card->hasAbout());
            expectLinks(card->meaning(true));
            EXPECT_FALSE(card->meaning().contains("href")) << "a tooltip has nothing to follow";
            if (analysis != nullptr && analysis->hasResult()) {
                EXPECT_TRUE(card->meaning().contains("Of 60 images of 6 identities")) << card->meaning().toStdString();
            }
        }
        expectColumnsExplained(pages->currentWidget());
        testing::expectAxesExplained(*pages->currentWidget());
        testing::expectFiguresExplained(*pages->currentWidget());
        testing::expectPicturesAndLegendsExplained(*pages->currentWidget());
    }
    EXPECT_GE(cards, 20);
}

TEST_F(MeaningStory, EveryFigureOfEveryAnalysisSaysWhatItShows) {
    for (const Analysis* analysis : analyses()) {
        SCOPED_TRACE(analysis->key);
        EXPECT_FALSE(analysis->meaning.empty());
        const QString manual = QString::fromStdString(analysis->manual);
        expectInManual(manual.section(u'#', 0, 0), manual.section(u'#', 1));
        for (const FigureKind& kind : analysis->figures)
            EXPECT_FALSE(analysis->meaningOfFigure(kind.name).empty()) << kind.name;
        for (const ColumnMeaning& column : analysis->columns) EXPECT_FALSE(column.meaning.empty()) << column.column;
    }
}

TEST_F(MeaningStory, TermsAreExplainedWithDirectionAndManual) {
    for (const char* term :
         {"AUC", "Equal error rate", "d′", "MAE", "R²", "Spearman ρ", "Hedges' g", "KL divergence", "Margin"}) {
        const QString text = explained(QString::fromUtf8(term), true);
        EXPECT_TRUE(text.contains(QString::fromUtf8(term).toHtmlEscaped())) << term;
        expectLinks(text);
    }
    // The longest name wins: what is part of another is not told.
    EXPECT_FALSE(explained("Genuine pairs discarded (%)").contains("as the labels have it"));
    EXPECT_TRUE(explained("nothing of that kind").isEmpty());
}

}  // namespace
}  // namespace facespace
