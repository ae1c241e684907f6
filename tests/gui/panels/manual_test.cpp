#include <gtest/gtest.h>
#include <fstream>
#include <QLineEdit>
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
    const QString before = text->toPlainText();
    QTest::keyClick(list, list->currentRow() > 0 ? Qt::Key_Up : Qt::Key_Down);
    EXPECT_NE(text->toPlainText(), before);
}

TEST(Manual, BeginsWithItsContentsAndKeepsTheirOrder) {
    const ManualWindow manual(resourceFolder() / "manual");
    const auto* list = manual.findChild<QListWidget*>();
    EXPECT_EQ(list->item(0)->text(), "The manual");
    EXPECT_EQ(list->item(1)->text(), "Ten minutes with the demo");
}

TEST(Manual, FindsWhereWordsStandAndGoesThere) {
    ManualWindow manual(resourceFolder() / "manual");
    manual.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&manual));
    auto* list = manual.findChild<QListWidget*>();
    auto* text = manual.findChild<QTextBrowser*>();
    auto* search = manual.findChild<QLineEdit*>();
    const int pages = list->count();
    QTest::keyClicks(search, "stops of LINEAR light");
    ASSERT_GE(list->count(), 1);
    EXPECT_LT(list->count(), pages);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_TRUE(text->toPlainText().contains("stops of linear light"));
    EXPECT_EQ(text->textCursor().selectedText().toLower(), "stops");
    search->setText("no page says xyzzy");
    ASSERT_EQ(list->count(), 1);
    EXPECT_EQ(list->item(0)->flags(), Qt::NoItemFlags);
    QTest::keyClick(search, Qt::Key_Return);
    search->clear();
    EXPECT_EQ(list->count(), pages);
    manual.showPage(QStringLiteral("quality"), QStringLiteral("How it misleads"));
    EXPECT_EQ(list->currentItem()->text(), "Quality: the origin and image quality");
}

TEST(Manual, SaysSoWhereThereIsNone) {
    const QTemporaryDir empty;
    const ManualWindow manual(empty.path().toStdString());
    EXPECT_EQ(manual.pageCount(), 0);
    EXPECT_TRUE(manual.findChild<QTextBrowser*>()->toPlainText().contains("install FaceSpace again"));
}

}  // namespace
}  // namespace facespace
