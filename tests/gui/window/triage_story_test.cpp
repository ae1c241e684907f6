// The analyst walks from the origin outwards with the keyboard, keeps, rejects, tags, and writes down what was decided.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <QAction>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>

#include "app/settings.h"
#include "core/project/decisions.h"
#include "core/workflow/export_images.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/triage_panel.h"

namespace facespace {
namespace {

using testing::Story;

class TriageStory : public Story {
  protected:
    void SetUp() override {
        Story::SetUp();
        showPage("Triage");
        triage = window.findChild<TriagePanel*>();
        triage->setFocus();
    }
    void press(Qt::Key key) { QTest::keyClick(triage, key); }
    bool tagged(int row, const char* tag) { return workspace().marks().hasTag(row, tag); }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    TriagePanel* triage = nullptr;
};

TEST_F(TriageStory, KeysWalkKeepRejectAndUndo) {
    // Distances rise with the row.
    ASSERT_EQ(triage->row(), 0);
    const MapCamera before = map()->camera();
    press(Qt::Key_K);
    press(Qt::Key_X);
    press(Qt::Key_Right);
    EXPECT_EQ(triage->row(), 3);
    EXPECT_EQ(workspace().selection().current(), 3);
    EXPECT_TRUE(tagged(0, kKeepTag));
    EXPECT_TRUE(tagged(1, kRejectTag));
    EXPECT_TRUE(workspace().marks().tags(2).empty());
    shot("triage");
    press(Qt::Key_Left);
    press(Qt::Key_Left);
    press(Qt::Key_K);  // a change of mind
    EXPECT_TRUE(tagged(1, kKeepTag));
    EXPECT_FALSE(tagged(1, kRejectTag));
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(tagged(1, kRejectTag));
    EXPECT_FALSE(tagged(1, kKeepTag));
    EXPECT_EQ(map()->camera().centre, before.centre);  // the view does not jump
    EXPECT_EQ(map()->camera().halfHeight, before.halfHeight);
}

TEST_F(TriageStory, AStepComesInTime) {
    QElapsedTimer timer;
    std::vector<qint64> steps;
    for (int i = 0; i < 40; ++i) {
        timer.start();
        press(i % 3 == 0 ? Qt::Key_X : Qt::Key_Right);
        steps.push_back(timer.elapsed());
    }
    std::sort(steps.begin(), steps.end());
    EXPECT_LT(steps[steps.size() / 2], 50);
}

TEST_F(TriageStory, TagsAndNotesAreTypedAndSavedAtOnce) {
    press(Qt::Key_T);
    auto* tag = named<QLineEdit>("Tag");
    ASSERT_TRUE(tag->hasFocus());
    QTest::keyClicks(tag, "blurred");
    QTest::keyClick(tag, Qt::Key_Return);
    EXPECT_TRUE(triage->hasFocus());
    press(Qt::Key_N);
    auto* note = named<QLineEdit>("Note");
    QTest::keyClicks(note, "left eye shut");
    QTest::keyClick(note, Qt::Key_Return);
    press(Qt::Key_Right);
    EXPECT_TRUE(note->text().isEmpty());
    press(Qt::Key_Left);
    EXPECT_EQ(note->text(), "left eye shut");
    workspace().marks().writer().wait();
    auto project = Project::open(path("p.facespace"), Project::Mode::kReadOnly);
    ASSERT_TRUE(project);
    EXPECT_EQ(project->tags()->front().tag, "blurred");
    EXPECT_EQ(project->notes()->front().text, "left eye shut");
    // The columns follow, and the filter finds what was tagged.
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().table()->find("tags") != nullptr; }));
    workspace().filter().setExpression("tag(\"blurred\")");
    EXPECT_EQ(workspace().filter().passingRows(), std::vector<int>{0});
}

TEST_F(TriageStory, DecisionsAreExportedAndTheImageSetIsNotTouched) {
    press(Qt::Key_K);
    press(Qt::Key_X);
    window.jobs().exportDecisions(path("decisions.csv"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("decisions.csv"); }));
    const std::string list = contentOf(path("decisions.csv"));
    EXPECT_TRUE(list.starts_with("path,identity,decision,tags,note,yaw,distance[A],")) << list;
    EXPECT_NE(list.find("\r\nPerson 0/img 0.png,Person 0,keep,,,-60,10"), std::string::npos) << list;
    EXPECT_NE(list.find("\r\nPerson 0/img 1.png,Person 0,reject,,,-48,10.1"), std::string::npos) << list;
    EXPECT_EQ(std::ranges::count(list, '\n'), 3);
    window.jobs().exportImages({0}, {path("kept"), false});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("kept"); }));
    EXPECT_EQ(contentOf(path("kept") / "Person 0" / "img 0.png"), contentOf(path("faces") / "Person 0" / "img 0.png"));
    window.jobs().exportImages({0}, {path("faces"), true});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("never written to"); }));
}

TEST_F(TriageStory, ATagIsNoDecisionInWhatIsCounted) {
    press(Qt::Key_K);
    press(Qt::Key_T);
    auto* tag = named<QLineEdit>("Tag");
    QTest::keyClicks(tag, "odd");
    QTest::keyClick(tag, Qt::Key_Return);
    window.jobs().exportDecisions(path("decisions.csv"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("decisions.csv"); }));
    EXPECT_TRUE(window.messages().text().contains("The decisions on 1 images are in"))
        << window.messages().text().toStdString();
    EXPECT_TRUE(window.messages().text().contains("nothing but a tag or a note: 1"))
        << window.messages().text().toStdString();
}

TEST_F(TriageStory, ADialogForAFileProposesTheProjectsFolderAndName) {
    for (auto* action : window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("Export &table…")) action->trigger();
    auto* files = dialog<QFileDialog>();
    ASSERT_NE(files, nullptr);
    const QFileInfo project(QString::fromStdString(workspace().snapshot()->projectFile.string()));
    ASSERT_EQ(files->selectedFiles().size(), 1);
    EXPECT_EQ(files->selectedFiles().front(), project.absolutePath() + u'/' + project.completeBaseName() + " table.csv");
    files->reject();
    EXPECT_TRUE(QDir(Settings().folder("images")).exists()) << "a folder that is not there would be taken for a file's name";
}

TEST_F(TriageStory, AnEmptyExportSaysSoAndAllThatAreNotRejectedCanBeTaken) {
    const auto choose = [&](const QString& text) {
        for (auto* action : triage->findChildren<QAction*>())
            if (action->text() == text) return action->trigger();
        FAIL() << text.toStdString();
    };
    choose("&Copy kept images…");
    EXPECT_TRUE(window.messages().text().contains("No image is kept yet")) << window.messages().text().toStdString();
    choose("Decisions as a &list (CSV)…");
    EXPECT_TRUE(window.messages().text().contains("nothing to list"));
    press(Qt::Key_X);
    choose("Copy &all that are not rejected…");
    auto* files = dialog<QFileDialog>();
    ASSERT_NE(files, nullptr);
    Q_EMIT files->fileSelected(QString::fromStdString(path("left").string()));
    files->reject();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("59 images are in"); }));
    EXPECT_FALSE(std::filesystem::exists(path("left") / "Person 0" / "img 0.png"));
}

TEST_F(TriageStory, ADecisionIsCalledSoEverywhereAndIsNoTag) {
    press(Qt::Key_K);
    press(Qt::Key_T);
    auto* tag = named<QLineEdit>("Tag");
    QTest::keyClicks(tag, "odd");
    QTest::keyClick(tag, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().table()->find("tags") != nullptr; }));
    const Column* decision = workspace().table()->find("decision");
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(decision->text(0), "keep");
    EXPECT_EQ(workspace().table()->find("tags")->text(0), "");
    EXPECT_EQ(workspace().table()->find("tags")->text(1), "odd");
    workspace().filter().setExpression("decision == \"keep\"");
    EXPECT_EQ(workspace().filter().passingRows(), std::vector<int>{0});
    EXPECT_EQ(window.actions().undo->text().remove(u'&'), "Undo filter");
    window.actions().undo->trigger();
    window.actions().undo->trigger();
    EXPECT_EQ(window.actions().undo->text().remove(u'&'), "Undo decision “keep”");
}

TEST_F(Story, TriageHasTheKeyboardAndStartsAtTheFirstImageOfEveryProject) {
    workspace().selection().setCurrent(17);
    auto* triage = window.findChild<TriagePanel*>();
    showPage("Triage");
    EXPECT_TRUE(triage->hasFocus());
    EXPECT_EQ(triage->row(), 0);
    EXPECT_EQ(workspace().selection().current(), 0) << "the Inspector shows the same face";
    QTest::keyClick(triage, Qt::Key_Right);
    clickMap(23);
    EXPECT_EQ(triage->row(), 23) << "and the page the face of the map";
    showPage("Table");
    workspace().selection().setCurrent(31);
    showPage("Triage");
    EXPECT_EQ(triage->row(), 31);
    // Another project, by another order.
    testing::writeProject(path("q.facespace"), path("faces2"), 3, 4);
    window.openPath(QString::fromStdString(path("q.facespace").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.windowTitle().startsWith("q"); }));
    EXPECT_EQ(triage->row(), 0);
    EXPECT_EQ(workspace().selection().current(), 0);
    workspace().filter().setExpression("distance > 10.45");
    EXPECT_EQ(triage->row(), 5);
    EXPECT_EQ(workspace().selection().current(), 5);
}

TEST_F(Story, TriageOfFeaturesThatComeInBeginsNearestTheOrigin) {
    showPage("Triage");
    auto* triage = window.findChild<TriagePanel*>();
    const auto whole = workspace().snapshot();
    // While features are extracted none has a distance; later the farthest is the first of the set.
    const auto withDistances = [&](const std::function<float(std::size_t)>& distance) {
        auto snapshot = std::make_shared<Snapshot>(*whole);
        for (auto& set : snapshot->featureSets) {
            auto changed = std::make_shared<FeatureSet>(*set);
            for (std::size_t i = 0; i < changed->distance.size(); ++i) changed->distance[i] = distance(i);
            set = changed;
        }
        workspace().setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
    };
    withDistances([](std::size_t) { return std::numeric_limits<float>::quiet_NaN(); });
    withDistances([](std::size_t i) { return 100 - static_cast<float>(i); });
    EXPECT_EQ(triage->row(), 59);
    QTest::keyClick(triage, Qt::Key_Right);
    EXPECT_EQ(triage->row(), 58);
    withDistances([](std::size_t i) { return static_cast<float>(i); });
    EXPECT_EQ(triage->row(), 58) << "a walk that has begun keeps its order";
    QTest::keyClick(triage, Qt::Key_Right);
    EXPECT_EQ(triage->row(), 57);
}

}  // namespace
}  // namespace facespace
