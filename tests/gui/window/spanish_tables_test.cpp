// What the tables of the analyses say is known in Spanish: titles, headers, what columns mean, and the program's own words.
#include <gtest/gtest.h>
#include <QHeaderView>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

#include "app/language.h"
#include "app/main_window.h"
#include "core/analyses/headings.h"
#include "core/analyses/list.h"
#include "tests/gui/pages/pages_fixture.h"
#include "tests/unit/analyses/with_times.h"
#include "widgets/pages/findings_page.h"
#include "widgets/pages/result_table.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

class SpanishTables : public ::testing::Test {
  protected:
    void SetUp() override {
        installLanguage(QStringLiteral("es"));
        ASSERT_TRUE(spanish_.load(QStringLiteral("facespace_es"), QStringLiteral(":/translations")));
    }
    void TearDown() override { installLanguage(QStringLiteral("en")); }
    /// Whether the file of translations has it, the same in both languages or not.
    bool knows(const Text& text) const {
        if (text.words() != nullptr && spanish_.translate("facespace", text.words()).isEmpty()) return false;
        return std::ranges::all_of(text.values(),
                                   [&](const Text& value) { return value.words() == nullptr || knows(value); });
    }
    QTranslator spanish_;
};

TEST_F(SpanishTables, EveryHeaderAndEveryMeaningIsTranslated) {
    int columns = 0;
    for (const Analysis* analysis : analyses())
        for (const ColumnMeaning& c : analysis->columns) {
            const std::string name = analysis->key + ": " + c.table + "." + c.column;
            EXPECT_TRUE(c.meaning.words() != nullptr && knows(c.meaning)) << name;
            EXPECT_TRUE(knows(c.unit)) << name;
            if (c.column == "*" || c.column == "#") continue;
            const Text heading = headingOf(*analysis, c.table, c.column);
            EXPECT_TRUE(heading.words() != nullptr && knows(heading)) << name;
            ++columns;
        }
    EXPECT_GT(columns, 500);
}

TEST_F(SpanishTables, APageHasNoEnglishInItsTables) {
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    const auto snapshot = test::withTimes(*testing::plantedSnapshot());
    window.workspace().setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
    auto* pages = window.findChild<QTabWidget*>();
    int tables = 0;
    for (int i = 0; i < pages->count(); ++i) {
        auto* page = qobject_cast<FindingsPage*>(pages->widget(i));
        if (page == nullptr) continue;
        pages->setCurrentIndex(i);
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return !page->computing() && (page->hasResult() || !page->hint().isEmpty()); }, 60000));
        if (!page->hasResult()) continue;
        for (const ResultTable* table : page->tables()) {
            ++tables;
            const QString title = table->accessibleName();
            for (const char* english : {" the ", " of ", "What ", "Who ", "Pairs", "Layers", "Single units"})
                EXPECT_FALSE(title.contains(QLatin1String(english))) << title.toStdString();
            const QAbstractItemModel& model = *table->model();
            for (int c = 0; c < model.columnCount(); ++c) {
                const QString header = model.headerData(c, Qt::Horizontal).toString();
                for (const char* english : {"identity", "images", "pairs", "share", "network", "effect", " low", " high"})
                    EXPECT_FALSE(header.contains(QLatin1String(english))) << header.toStdString();
                for (int r = 0; r < std::min(20, model.rowCount()); ++r) {
                    const QString cell = model.index(r, c).data().toString();
                    for (const char* english :
                         {"yes", "identity", "rest", "cannot tell", "people", "same identity", "Distance from the origin"})
                        EXPECT_NE(cell, QLatin1String(english)) << header.toStdString();
                }
            }
        }
    }
    EXPECT_GT(tables, 8);
}

TEST_F(SpanishTables, NumbersAreWrittenOneWay) {
    EXPECT_EQ(QLocale().decimalPoint(), QStringLiteral("."));
    EXPECT_EQ(coreText(say("{} of {:.1f}", std::string("24,000"), 0.5)).count(u'.'), 1);
}

}  // namespace
}  // namespace facespace
