// Every page, light and dark, low and tall: its words fit. With FACESPACE_SHOTS=FOLDER the pictures are kept there, of the
// project FACESPACE_SHOT_PROJECT if that is given.
#include <QApplication>
#include <QLabel>
#include <QScrollArea>

#include "core/project/project.h"
#include "tests/gui/pages/pages_fixture.h"
#include "widgets/look/theme.h"
#include "widgets/pages/card.h"
#include "widgets/pages/prediction_page.h"
#include "widgets/pages/quality_page.h"
#include "widgets/pages/suspects_page.h"
#include "widgets/pages/verification_page.h"
#include "widgets/pages/view_page.h"

namespace facespace {
namespace {

class PageLooks : public ::testing::Test {
  protected:
    void SetUp() override {
        std::shared_ptr<const Snapshot> snapshot = testing::plantedSnapshot();
        if (const char* file = std::getenv("FACESPACE_SHOT_PROJECT")) {
            const auto project = Project::open(file, Project::Mode::kReadOnly);
            ASSERT_TRUE(project) << project.error().message;
            snapshot = *loadSnapshot(*project);
        }
        workspace.setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
    }
    void TearDown() override { applyTheme(Theme::kLight); }

    template <class Page>
    void look(const QString& name) {
        Page page(&workspace);
        page.resize(1100, 258);
        page.show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !page.computing() && page.hasResult(); }, 100000))
            << page.hint().toStdString();
        workspace.selection().select({3, 4, 5, 6, 7, 8, 9});
        for (const Theme theme : {Theme::kLight, Theme::kDark}) {
            applyTheme(theme);
            for (const QSize size : {QSize(1100, 258), QSize(1600, 800)}) {
                page.resize(size);
                QTest::qWait(250);
                everythingFits(page);
                keep(page, QStringLiteral("%1-%2-%3.png")
                               .arg(name, theme == Theme::kDark ? "dark" : "light", size.height() > 300 ? "tall" : "low"));
            }
        }
    }

    static void everythingFits(const QWidget& page) {
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            EXPECT_GE(label->height(), needed) << label->text().toStdString();
            if (label->wordWrap()) continue;
            EXPECT_GE(label->width() + 1, label->sizeHint().width()) << label->text().toStdString();
        }
        for (const auto* card : page.findChildren<Card*>()) {
            if (!card->isVisible()) continue;
            for (const auto* part : card->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
                if (!part->isVisible()) continue;
                EXPECT_TRUE(card->rect().contains(part->geometry())) << card->title().toStdString();
            }
        }
    }

    static void keep(QWidget& page, const QString& name) {
        const QImage picture = page.grab().toImage();
        EXPECT_FALSE(picture.isNull());
        if (const char* folder = std::getenv("FACESPACE_SHOTS"); folder != nullptr) {
            EXPECT_TRUE(picture.save(QString::fromLocal8Bit(folder) + QLatin1Char('/') + name));
        }
    }
    Workspace workspace;
};

TEST_F(PageLooks, Prediction) { look<PredictionPage>(QStringLiteral("prediction")); }
TEST_F(PageLooks, ViewDependence) { look<ViewPage>(QStringLiteral("view")); }
TEST_F(PageLooks, Quality) { look<QualityPage>(QStringLiteral("quality")); }
TEST_F(PageLooks, Verification) { look<VerificationPage>(QStringLiteral("verification")); }
TEST_F(PageLooks, SuspectedLabels) { look<SuspectsPage>(QStringLiteral("suspects")); }

}  // namespace
}  // namespace facespace
