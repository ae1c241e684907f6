// The analyst looks for what to colour by: the list is grouped, searched by typing, and begins with the network in view.
#include <QLineEdit>
#include <QListWidget>

#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/panels/grouped_choice.h"

namespace facespace {
namespace {

class ColourStory : public testing::Story {
  protected:
    void SetUp() override {
        Story::SetUp();
        {
            auto project = Project::open(path("p.facespace"));
            ASSERT_TRUE(project);
            NetworkRecord network;
            network.name = "B";
            network.dimension = 16;
            const auto id = project->addNetwork(network);
            ASSERT_TRUE(id);
            const auto images = project->imageIds();
            std::vector<Project::FeatureRow> rows;
            const std::vector<float> values(16, 4.0F);
            for (const ImageId image : *images) rows.push_back({image, values});
            ASSERT_TRUE(project->putFeatures(*id, rows, {}));
        }
        window.jobs().refresh();
        ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().snapshot()->featureSets.size() == 2; }));
        choice = window.findChild<GroupedChoice*>();
        ASSERT_NE(choice, nullptr);
    }
    QStringList shown() const {
        QStringList all;
        for (int i = 0; i < choice->list()->count(); ++i)
            if (!choice->list()->item(i)->isHidden()) all << choice->list()->item(i)->text().trimmed();
        return all;
    }
    GroupedChoice* choice = nullptr;
};

TEST_F(ColourStory, TheListIsGroupedAndBeginsWithTheNetworkInView) {
    choice->showPopup();
    const QStringList all = shown();
    EXPECT_EQ(all.mid(0, 7),
              (QStringList{"one colour", "Identity", "Identity", "Distance", "Distance from origin", "Head pose", "Yaw"}));
    EXPECT_EQ(all.mid(all.size() - 2), (QStringList{"Network B", "Distance from origin"}));
    EXPECT_EQ(choice->list()->currentItem()->text().trimmed(), "Distance from origin");
    EXPECT_LT(choice->list()->currentRow(), 6);
    if (auto* popup = QApplication::activePopupWidget()) shot("colour-list", popup);
    choice->hidePopup();
    workspace().setNetwork(workspace().snapshot()->featureSets[1]->network.id);
    QTest::qWait(100);
    choice->showPopup();
    EXPECT_TRUE(shown().contains("Network A"));
    EXPECT_FALSE(shown().contains("Network B"));
    EXPECT_EQ(choice->currentText(), "Distance from origin (B)");
    choice->hidePopup();
}

TEST_F(ColourStory, TypingFindsAndReturnChooses) {
    choice->showPopup();
    QTest::keyClicks(choice->search(), "origin b");
    EXPECT_EQ(shown(), (QStringList{"Network B", "Distance from origin"}));
    QTest::keyClick(choice->search(), Qt::Key_Return);
    EXPECT_EQ(workspace().colours().key(), "distance[B]");
    choice->showPopup();
    QTest::keyClicks(choice->search(), "nothing such");
    EXPECT_TRUE(shown().isEmpty());
    QTest::keyClick(choice->search(), Qt::Key_Return);
    EXPECT_NE(QApplication::activePopupWidget(), nullptr) << "Return where nothing was found leaves the list open";
    EXPECT_EQ(workspace().colours().key(), "distance[B]");
    choice->search()->setText("head");
    EXPECT_EQ(shown(), (QStringList{"Head pose", "Yaw"})) << "a heading finds what is under it";
    QTest::keyClick(choice->search(), Qt::Key_Escape);
    EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
    EXPECT_EQ(workspace().colours().key(), "distance[B]");
    choice->showPopup();
    QTest::keyClick(choice->search(), Qt::Key_Up);
    QTest::keyClick(choice->search(), Qt::Key_Return);
    EXPECT_NE(workspace().colours().key(), "distance[B]");
}

}  // namespace
}  // namespace facespace
