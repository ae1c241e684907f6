// File ▸ Export report: from the dialog to the page, cancelled on the way, and where it cannot be written.
#include <fstream>
#include <iterator>
#include <QCheckBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QListWidget>

#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/report_dialog.h"

namespace facespace {
namespace {

constexpr int kWritten = 120'000, kStopped = 10'000;

/// Takes what the desktop should open.
class PageTaker : public QObject {
    Q_OBJECT
  public:
    QUrl last;
  public Q_SLOTS:
    void take(const QUrl& url) { last = url; }
};

class ReportStory : public testing::Story {
  protected:
    ReportDialog* ask() {
        EXPECT_TRUE(window.actions().exportReport->isEnabled());
        window.actions().exportReport->trigger();
        return dialog<ReportDialog>();
    }
    static void tickOnly(ReportDialog* dialog, const QStringList& keys) {
        auto* list = dialog->findChild<QListWidget*>();
        for (int i = 0; i < list->count(); ++i)
            list->item(i)->setCheckState(keys.contains(list->item(i)->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                                     : Qt::Unchecked);
    }
    static void write(ReportDialog* dialog) { QTest::mouseClick(button(dialog, "Write the report"), Qt::LeftButton); }
    QString told() { return window.messages().text(); }
    bool waitFor(const QString& words, int ms = kWritten) {
        return QTest::qWaitFor([&] { return told().contains(words) && !window.jobs().busy(); }, ms);
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

TEST_F(ReportStory, TwoChaptersAreWrittenAndOpened) {
    workspace().filter().setExpression("yaw < 40");
    ReportDialog* dialog = ask();
    ASSERT_NE(dialog, nullptr);
    shot("report-dialog", dialog);
    EXPECT_EQ(dialog->wanted().folder, path("p report")) << "beside the project";
    EXPECT_EQ(dialog->wanted().options.filter, "yaw < 40") << "of the window";
    tickOnly(dialog, {"parde2021", "labels"});
    write(dialog);
    ASSERT_TRUE(waitFor("The report is in")) << told().toStdString();
    const std::string page = contentOf(path("p report") / "report.html");
    EXPECT_NE(page.find("<h2 id=\"parde2021\""), std::string::npos);
    EXPECT_EQ(page.find("<h2 id=\"parde2017\""), std::string::npos);
    EXPECT_NE(page.find("--chapters parde2021,labels --filter 'yaw &lt; 40'"), std::string::npos)
        << page.substr(page.find("facespace-cli report"), 160);
    EXPECT_TRUE(std::filesystem::exists(path("p report") / "parameters.json"));
    PageTaker taker;
    QDesktopServices::setUrlHandler("file", &taker, "take");
    button(&window.messages(), "Open it")->click();
    QDesktopServices::unsetUrlHandler("file");
    EXPECT_EQ(taker.last.toLocalFile().toStdString(), (path("p report") / "report.html").string());
    // What was chosen is proposed the next time.
    workspace().filter().clear();
    ReportDialog* again = ask();
    ASSERT_NE(again, nullptr);
    EXPECT_EQ(again->wanted().options.chapters, (std::vector<std::string>{"parde2021", "labels"}));
    EXPECT_TRUE(again->wanted().options.filter.empty());
    again->reject();
}

TEST_F(ReportStory, ItCanBeStoppedAndLeavesNothing) {
    ReportDialog* dialog = ask();
    ASSERT_NE(dialog, nullptr);
    button(dialog, "&All")->click();
    write(dialog);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.jobs().busy(); }));
    window.jobs().cancel();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !window.jobs().busy(); }, kStopped));
    EXPECT_FALSE(std::filesystem::exists(path("p report")));
    EXPECT_TRUE(told().isEmpty()) << told().toStdString();
}

TEST_F(ReportStory, AFolderThatCannotBeMadeIsOneSentence) {
    std::ofstream(path("file")) << "x";
    ReportDialog* dialog = ask();
    ASSERT_NE(dialog, nullptr);
    tickOnly(dialog, {"labels"});
    dialog->setFolder(QString::fromStdString((path("file") / "below").string()));
    write(dialog);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !told().isEmpty() && !window.jobs().busy(); }, kWritten));
    EXPECT_TRUE(told().contains("below")) << told().toStdString();
    EXPECT_EQ(button(&window.messages(), "Open it"), nullptr);
    // The window works on.
    EXPECT_TRUE(window.actions().exportReport->isEnabled());
}

TEST_F(ReportStory, WithPrivacyNoNameIsWritten) {
    ReportDialog* dialog = ask();
    ASSERT_NE(dialog, nullptr);
    tickOnly(dialog, {"labels"});
    for (auto* box : dialog->findChildren<QCheckBox*>())
        if (box->text().contains("Privacy")) box->setChecked(true);
    write(dialog);
    ASSERT_TRUE(waitFor("The report is in")) << told().toStdString();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path("p report")))
        if (entry.is_regular_file()) {
            EXPECT_EQ(contentOf(entry.path()).find("Person"), std::string::npos) << entry.path();
        }
}

}  // namespace
}  // namespace facespace

#include "report_story_test.moc"
