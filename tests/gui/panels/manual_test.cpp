#include <gtest/gtest.h>
#include <fstream>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include "core/common/resources.h"
#include "widgets/panels/manual_window.h"

namespace facespace {
namespace {

TEST(Manual, ListsItsPagesByTitleAndShowsTheChosenOne) {
    ManualWindow manual(resourceFolder() / "manual");
    ASSERT_GT(manual.pageCount(), 1);
    manual.showPage(QStringLiteral("rendered-faces"));
    manual.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&manual));
    auto* text = manual.findChild<QTextBrowser*>();
    EXPECT_TRUE(text->toPlainText().contains("not results on people"));
    auto* list = manual.findChild<QListWidget*>();
    EXPECT_EQ(list->currentItem()->text(), "Rendered faces: data sheet");
    // With the keyboard to another page.
    list->setFocus();
    QTest::keyClick(list, list->currentRow() > 0 ? Qt::Key_Up : Qt::Key_Down);
    EXPECT_FALSE(text->toPlainText().contains("not results on people"));
}

TEST(Manual, SaysSoWhereThereIsNone) {
    const QTemporaryDir empty;
    const ManualWindow manual(empty.path().toStdString());
    EXPECT_EQ(manual.pageCount(), 0);
    EXPECT_TRUE(manual.findChild<QTextBrowser*>()->toPlainText().contains("install FaceSpace again"));
}

}  // namespace
}  // namespace facespace
