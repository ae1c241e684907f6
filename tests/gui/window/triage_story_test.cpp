// The analyst walks from the origin outwards with the keyboard, keeps, rejects, tags, and writes down what was decided.
#include <fstream>
#include <iterator>
#include <QElapsedTimer>
#include <QLineEdit>

#include "core/workflow/export_images.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/triage_panel.h"

namespace facespace {
namespace {

class TriageStory : public testing::Story {
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
    EXPECT_EQ(contentOf(path("decisions.csv")),
              "path,identity,decision,tags,note\r\n"
              "Person 0/img 0.png,Person 0,keep,,\r\n"
              "Person 0/img 1.png,Person 0,reject,,\r\n");
    window.jobs().exportImages({0}, {path("kept"), false});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("kept"); }));
    EXPECT_EQ(contentOf(path("kept") / "Person 0" / "img 0.png"), contentOf(path("faces") / "Person 0" / "img 0.png"));
    window.jobs().exportImages({0}, {path("faces"), true});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("never written to"); }));
}

}  // namespace
}  // namespace facespace
