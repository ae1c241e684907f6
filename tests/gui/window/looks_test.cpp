// Every page in the window of a small laptop, in each language: the window keeps its size, no title of an axis and no text
// beside a control is cut.
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include "app/language.h"
#include "app/main_window.h"
#include "app/page_rail.h"
#include "core/charts/charts.h"
#include "core/figure/write.h"
#include "tests/gui/pages/explained.h"
#include "tests/gui/pages/pages_fixture.h"
#include "tests/gui/pages/same_in_print.h"
#include "tests/unit/analyses/with_times.h"
#include "widgets/look/long_text_tips.h"
#include "widgets/look/theme.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/figure_page.h"
#include "widgets/pages/page_key.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr int kWidth = 1280, kHeight = 800, kLow = 720;

class WindowLooks : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        installLanguage(QString::fromLatin1(GetParam()));
        applyTheme(Theme::kLight);  // as the program does: its style has other widths than the desktop's
        window_ = std::make_unique<MainWindow>();
        window_->resize(kWidth, kHeight);
        window_->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window_.get()));
        const auto snapshot = test::withTimes(*testing::plantedSnapshot());
        for (const auto& set : snapshot->featureSets) {
            MapRecord map;
            map.id = MapId{static_cast<std::int64_t>(snapshot->maps.size()) + 1};
            map.name = "pca 2-D " + set->network.name;
            map.method = "pca";
            map.network = set->network.id;
            map.coordinates = set->features.leftCols(2);
            snapshot->maps.push_back(map);
        }
        window_->workspace().setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
        pages_ = window_->findChild<QTabWidget*>();
    }
    void TearDown() override {
        installLanguage(QStringLiteral("en"));
        QSettings().clear();  // the next window begins as a first run
    }

    /// Of labels and buttons in view that do not take what room there is and cut.
    void everyTextFits(const QWidget& page) {
        for (const auto* label : page.findChildren<QLabel*>()) {
            if (!label->isVisible() || label->text().isEmpty() || label->wordWrap()) continue;
            if (label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) continue;
            EXPECT_GE(label->width() + 1, label->minimumSizeHint().width()) << label->text().toStdString();
            EXPECT_EQ(leftOut(label), QString());
        }
        for (const auto* button : page.findChildren<QAbstractButton*>()) {
            if (!button->isVisible() || button->text().isEmpty()) continue;
            if (qobject_cast<const QLineEdit*>(button->parentWidget()) != nullptr) continue;  // an icon in a line of text
            EXPECT_GE(button->width() + 1, button->minimumSizeHint().width()) << button->text().toStdString();
        }
    }

    /// Draws every figure that the page exports, one column wide with its title.
    static void everyFigureIsDrawn(const FigurePage& page, int tab) {
        const ExportSource source = page.exportSource();
        ExportChoices choices = source.start;
        choices.map.title = true;
        for (; choices.figure < static_cast<int>(source.figures.size()); ++choices.figure) {
            const auto drawn = source.draw(choices, {});
            ASSERT_TRUE(drawn) << drawn.error().message;
            EXPECT_FALSE(drawn->marks.empty());
            if (!qEnvironmentVariableIsSet("FACESPACE_SHOTS")) continue;
            const QString file = QStringLiteral("%1/figure-%2-%3-%4.png")
                                     .arg(qEnvironmentVariable("FACESPACE_SHOTS"), QLatin1String(GetParam()))
                                     .arg(tab)
                                     .arg(choices.figure);
            EXPECT_TRUE(figure::save(*drawn, file.toStdString(), {}));
        }
    }

    /// What asks for most room, to say where to look.
    std::string widest() {
        QStringList all;
        for (const QWidget* w : window_->findChildren<QWidget*>()) {
            const int width = std::max(w->minimumSizeHint().width(), w->minimumWidth());
            if (w->isVisible() && width > 300)
                all << QStringLiteral("%1 %2 “%3”")
                           .arg(width)
                           .arg(QLatin1String(w->metaObject()->className()), w->accessibleName());
        }
        for (int i = 0; i < pages_->count(); ++i)
            all << QStringLiteral("%1 %2").arg(pages_->tabText(i)).arg(pages_->widget(i)->minimumSizeHint().width());
        return all.join(QStringLiteral("; ")).toStdString();
    }

    std::unique_ptr<MainWindow> window_;
    QTabWidget* pages_ = nullptr;
};

TEST_P(WindowLooks, EveryPageIsInViewByName) {
    const auto* rail = window_->findChild<PageRail*>();
    ASSERT_EQ(rail->count(), pages_->count());
    for (const int height : {kHeight, kLow}) {
        window_->resize(kWidth, height);
        QTest::qWait(60);
        ASSERT_LE(window_->height(), height);
        EXPECT_LE(window_->minimumSizeHint().width(), kWidth) << widest();
        const QRegion seen = rail->viewport()->visibleRegion();
        for (int i = 0; i < rail->count(); ++i) {
            const QRect name = rail->nameRect(i);
            const QString text = rail->item(i)->text();
            SCOPED_TRACE(text.toStdString());
            EXPECT_EQ(text, pages_->tabText(i));
            EXPECT_EQ(seen.intersected(rail->placeOf(i)), QRegion(rail->placeOf(i))) << "covered in part";
            EXPECT_GE(name.width(), rail->fontMetrics().horizontalAdvance(text));
            EXPECT_GE(name.height(), rail->fontMetrics().height());
        }
        EXPECT_LE(rail->columns(), 2);
        if (qEnvironmentVariableIsSet("FACESPACE_SHOTS"))
            window_->grab().save(QStringLiteral("%1/rail-%2-%3.png")
                                     .arg(qEnvironmentVariable("FACESPACE_SHOTS"), QLatin1String(GetParam()))
                                     .arg(height));
    }
}

TEST_P(WindowLooks, EveryPageFits) {
    for (int i = 0; i < pages_->count(); ++i) {
        pages_->setCurrentIndex(i);
        QWidget* page = pages_->currentWidget();
        SCOPED_TRACE(pages_->tabText(i).toStdString());
        // Overlap has nothing to show until another project is chosen (NewPage of findings_page_test.cpp does that).
        const auto* analysis = qobject_cast<AnalysisPage*>(page);
        // No features are of layers: two networks stand for them.
        if (pageKey(page) == QStringLiteral("layers")) {
            ASSERT_TRUE(QTest::qWaitFor([&] { return !analysis->computing(); }, 60000));
            const auto& networks = window_->workspace().snapshot()->featureSets;
            auto* fields = page->findChild<FieldControls*>();
            ASSERT_NE(fields, nullptr);
            fields->set("layers", std::vector<std::string>{networks[0]->network.name, networks[1]->network.name});
            Q_EMIT fields->edited();
        }
        if (analysis != nullptr && pageKey(page) != QStringLiteral("overlap")) {
            ASSERT_TRUE(QTest::qWaitFor([&] { return !analysis->computing() && analysis->hasResult(); }, 60000))
                << analysis->hint().toStdString();
            std::vector<figure::Chart> charts = analysis->charts();
            // Print leaves the absolute yaw out, which repeats what the yaw shows.
            std::erase_if(charts, [](const figure::Chart& c) {
                return c.title == coreText(report::targetTitle("abs_yaw")).toStdString();
            });
            holdsPrintAgainst(*analysis, charts);
        }
        QTest::qWait(150);
        EXPECT_LE(window_->width(), kWidth);
        EXPECT_LE(window_->minimumSizeHint().width(), kWidth) << widest();
        everyTextFits(*page);
        testing::expectAxesExplained(*page);
        testing::expectFiguresExplained(*page);
        testing::expectPicturesAndLegendsExplained(*page);
        if (const auto* figures = dynamic_cast<FigurePage*>(page);
            figures != nullptr && figures->figureButton()->available())
            everyFigureIsDrawn(*figures, i);
        for (auto* chart : page->findChildren<PlotView*>()) {
            if (chart->visibleRegion().isEmpty()) continue;
            EXPECT_TRUE(QTest::qWaitFor([&] { return chart->lastFrameMs() > 0; }));
            EXPECT_FALSE(chart->cutsTitles()) << chart->accessibleName().toStdString() << ": " << chart->chart().x.title
                                              << " / " << chart->chart().y.title;
        }
        if (qEnvironmentVariableIsSet("FACESPACE_SHOTS"))
            window_->grab().save(QStringLiteral("%1/looks-%2-%3.png")
                                     .arg(qEnvironmentVariable("FACESPACE_SHOTS"), QLatin1String(GetParam()))
                                     .arg(i));
    }
    // On the lowest screen the names of the pages take two columns.
    window_->resize(kWidth, kLow);
    for (int i = 0; i < pages_->count(); ++i) {
        pages_->setCurrentIndex(i);
        SCOPED_TRACE(pages_->tabText(i).toStdString());
        QTest::qWait(100);
        EXPECT_LE(window_->width(), kWidth);
        EXPECT_LE(window_->height(), kLow);
        EXPECT_LE(window_->minimumSizeHint().width(), kWidth) << widest();
        if (qEnvironmentVariableIsSet("FACESPACE_SHOTS"))
            window_->grab().save(QStringLiteral("%1/low-%2-%3.png")
                                     .arg(qEnvironmentVariable("FACESPACE_SHOTS"), QLatin1String(GetParam()))
                                     .arg(i));
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, WindowLooks, ::testing::Values("en", "es"));

}  // namespace
}  // namespace facespace
