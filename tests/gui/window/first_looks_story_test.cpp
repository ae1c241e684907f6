#include "app/first_looks.h"

#include <QAction>
#include <QDir>
#include <QToolButton>

#include "tests/gui/window/story.h"
#include "widgets/pages/page_key.h"

namespace facespace::testing {
namespace {

class FirstLooksStory : public Story {
  protected:
    FirstLooks* looks() { return window.findChild<FirstLooks*>(); }
    QString page() { return pageKey(window.findChild<QTabWidget*>()->currentWidget()); }
    void click(const QString& name) {
        auto* button = labelled<QToolButton>(name);
        ASSERT_NE(button, nullptr) << name.toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

TEST_F(FirstLooksStory, FourClicksShowWhatThePaperIsAbout) {
    ASSERT_TRUE(looks()->isHidden()) << "this is not the demo";
    window.actions().firstLooks->trigger();
    ASSERT_TRUE(looks()->isVisible());
    click(QStringLiteral("Poor images near the origin"));
    EXPECT_EQ(page(), QStringLiteral("gallery"));
    EXPECT_EQ(workspace().colours().key(), QStringLiteral("distance[A]"));
    ASSERT_EQ(selected().size(), 24U);
    const auto& distance = workspace().featureSet()->distance;
    float most = 0;
    for (const int row : selected()) most = std::max(most, distance[static_cast<std::size_t>(row)]);
    EXPECT_EQ(std::ranges::count_if(distance, [&](float d) { return d <= most; }), 24);
    shot(QStringLiteral("first-looks-near"));
    click(QStringLiteral("Pose read from features"));
    EXPECT_EQ(page(), QStringLiteral("prediction"));
    EXPECT_EQ(workspace().colours().key(), QStringLiteral("yaw"));
    shot(QStringLiteral("first-looks-pose"));
    click(QStringLiteral("Labels that look wrong"));
    EXPECT_EQ(page(), QStringLiteral("suspects"));
    click(QStringLiteral("Two networks compared"));
    EXPECT_EQ(page(), QStringLiteral("compare"));
    shot(QStringLiteral("first-looks-compare"));
    auto* close = named<QToolButton>(QStringLiteral("Close what to look at first"));
    QTest::mouseClick(close, Qt::LeftButton);
    EXPECT_TRUE(looks()->isHidden());
    EXPECT_FALSE(window.actions().firstLooks->isChecked());
}

TEST_F(FirstLooksStory, ShowsItselfWithTheDemoUntilItIsClosed) {
    const QString demo = QString::fromStdString(path("demo.facespace").string());
    ASSERT_TRUE(QFile::copy(QString::fromStdString(path("p.facespace").string()), demo));
    window.openPath(demo);
    ASSERT_TRUE(QTest::qWaitFor([&] { return looks()->isVisible(); }));
    QTest::mouseClick(named<QToolButton>(QStringLiteral("Close what to look at first")), Qt::LeftButton);
    EXPECT_TRUE(looks()->isHidden());
    EXPECT_FALSE(looks()->wantedWith(demo));
}

}  // namespace
}  // namespace facespace::testing
