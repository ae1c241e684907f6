// The gallery in groups, zoomed with the wheel.
#include <QComboBox>
#include <QListView>
#include <QSlider>
#include <QWheelEvent>

#include "tests/gui/window/story.h"
#include "widgets/panels/gallery_model.h"

namespace facespace {
namespace {

class GalleryStory : public testing::Story {
  protected:
    void SetUp() override {
        Story::SetUp();
        showPage("Gallery");
        view = named<QListView>("Gallery");
        model = qobject_cast<GalleryModel*>(view->model());
    }
    void group(const QString& name) {
        auto* groups = named<QComboBox>("Groups of the gallery");
        groups->setFocus();
        for (int i = 0; i < groups->count() && !groups->currentText().startsWith(name); ++i)
            QTest::keyClick(groups, Qt::Key_Down);
        QTest::qWait(30);
    }
    QRect place(int row) { return view->visualRect(model->index(row)); }
    QListView* view = nullptr;
    GalleryModel* model = nullptr;
};

TEST_F(GalleryStory, GroupsByIdentityBeginOnALineOfTheirOwn) {
    group("Identity");
    ASSERT_EQ(model->groups(), "identity");
    std::vector<int> titles;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (!model->index(row).data(GalleryModel::kGroupTitleRole).toString().isEmpty()) titles.push_back(row);
    }
    ASSERT_EQ(titles.size(), 6U);
    for (const int title : titles) EXPECT_EQ(place(title).left(), place(0).left());
    EXPECT_EQ(model->index(titles[2]).data(GalleryModel::kGroupTitleRole).toString(), "Person 2");
    shot("gallery-identity");
    view->scrollTo(model->index(titles[2]));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place(titles[2]).center());
    EXPECT_EQ(selected().size(), 10U);
    EXPECT_EQ(selected().front(), 20);
    // An image within a group is still one image.
    view->scrollTo(model->index(titles[1] + 3));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place(titles[1] + 3).center());
    EXPECT_EQ(selected(), std::vector<int>{12});
}

TEST_F(GalleryStory, TenthsOfTheOrderGoFromTheOriginOutwards) {
    group("tenths");
    ASSERT_EQ(model->groups(), GalleryModel::kDeciles);
    EXPECT_EQ(model->index(0).data(GalleryModel::kGroupTitleRole).toString(), QString::fromUtf8("0–10 %"));
    EXPECT_EQ(model->imageRows(0), (std::vector<int>{0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(model->imageRow(1), 0);
    shot("gallery-tenths");
}

TEST_F(GalleryStory, CtrlAndTheWheelZoom) {
    const QSize before = view->gridSize();
    const QPointF at(60, 60);
    QWheelEvent wheel(at, view->viewport()->mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &wheel);
    EXPECT_GT(view->gridSize().width(), before.width());
}

}  // namespace
}  // namespace facespace
