// What the dialog asks of a report is what the command line would be told.
#include "widgets/panels/report_dialog.h"

#include <gtest/gtest.h>
#include <fstream>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

#include "core/report/chapters.h"
#include "core/report/parameters.h"
#include "tests/gui/panels/panel_fixture.h"

namespace facespace {
namespace {

class ReportDialogTest : public ::testing::Test {
  protected:
    ReportDialogTest() : made(testing::makeProject(40, 4)), dialog(made.snapshot, made.table) {
        dialog.setFolder(folder.filePath("out"));
    }
    template <class W>
    W* named(const QString& name) {
        for (auto* widget : dialog.findChildren<W*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }
    QPushButton* button(const QString& text) {
        for (auto* found : dialog.findChildren<QPushButton*>())
            if (found->text() == text) return found;
        return nullptr;
    }
    bool canWrite() { return button("Write the report")->isEnabled(); }
    bool says(const QString& part) {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(part)) return true;
        return false;
    }
    QListWidget* chapters() { return dialog.findChild<QListWidget*>(); }
    QLineEdit* filter() {
        for (auto* line : dialog.findChildren<QLineEdit*>())
            if (line->placeholderText() == "all images") return line;
        return nullptr;
    }
    void untickAllBut(int one) {
        button("Non&e")->click();
        chapters()->item(one)->setCheckState(Qt::Checked);
    }

    testing::MadeProject made;
    QTemporaryDir folder;
    ReportDialog dialog;
};

TEST_F(ReportDialogTest, LeftAloneItAsksForWhatTheCommandWrites) {
    ASSERT_TRUE(canWrite());
    const ProjectReport wanted = dialog.wanted();
    EXPECT_EQ(wanted.project, made.snapshot->projectFile);
    EXPECT_EQ(wanted.folder.filename(), "out");
    EXPECT_FALSE(wanted.privacy);
    EXPECT_TRUE(dialog.measuring());
    EXPECT_EQ(report::parametersJson(wanted.options), report::parametersJson({}));
    ASSERT_EQ(static_cast<std::size_t>(chapters()->count()), report::chaptersOf(analyses()).size());
    EXPECT_EQ(chapters()->item(0)->text(), "The image in the features");
    EXPECT_TRUE(chapters()->item(0)->toolTip().contains("Parde"));
    EXPECT_TRUE(says("made for the printer"));
}

TEST_F(ReportDialogTest, AChapterAloneANetworkAFilterAndPrivacyAreAskedFor) {
    untickAllBut(1);
    auto* network = dialog.findChildren<QComboBox*>().at(0);
    network->setCurrentText("A");
    dialog.findChildren<QComboBox*>().at(1)->setCurrentText("session");
    dialog.setFilter("yaw < 0");
    for (auto* box : dialog.findChildren<QCheckBox*>()) box->toggle();
    EXPECT_TRUE(says("20 of 40 images take part"));
    const ProjectReport wanted = dialog.wanted();
    EXPECT_EQ(wanted.options.chapters, std::vector<std::string>{"parde2021"});
    EXPECT_EQ(wanted.options.network, "A");
    EXPECT_EQ(wanted.options.unit, "session");
    EXPECT_EQ(wanted.options.filter, "yaw < 0");
    EXPECT_FALSE(wanted.options.faces);
    EXPECT_TRUE(wanted.privacy);
    EXPECT_FALSE(dialog.measuring());
}

TEST_F(ReportDialogTest, WhatCannotBeWrittenIsSaidAtOnce) {
    button("Non&e")->click();
    EXPECT_FALSE(canWrite());
    EXPECT_TRUE(says("Tick a chapter at least."));
    button("&All")->click();
    EXPECT_TRUE(canWrite());
    dialog.setFilter("yaw <");
    EXPECT_FALSE(canWrite());
    EXPECT_TRUE(says("The filter is not understood at character"));
    dialog.setFilter("yaw > 400");
    EXPECT_TRUE(says("No image passes this filter."));
    dialog.setFilter("");
    dialog.setFolder("");
    EXPECT_FALSE(canWrite());
    EXPECT_TRUE(says("Say in which folder"));
    std::ofstream(folder.filePath("file").toStdString()) << "x";
    dialog.setFolder(folder.filePath("file"));
    EXPECT_TRUE(says("is a file, not a folder."));
    std::ofstream(folder.filePath("report.html").toStdString()) << "x";
    dialog.setFolder(folder.path());
    EXPECT_TRUE(canWrite());
    EXPECT_TRUE(says("which is written anew"));
}

TEST_F(ReportDialogTest, ParametersOfAnotherReportAreTakenWhole) {
    ReportOptions options;
    options.chapters = {"groups", "ageing"};
    options.filter = "yaw > 0";
    options.faces = false;
    options.grades.r2 = {0, 0.1, 0.3};
    Values seven = analyses().find("groups")->defaults();
    ASSERT_TRUE(seven.set("seed", std::int64_t{7}));
    options.values.emplace("groups", seven);
    std::ofstream(folder.filePath("parameters.json").toStdString()) << report::parametersJson(options);
    auto* line = named<QLineEdit>("Parameters");
    ASSERT_NE(line, nullptr);
    line->setText(folder.filePath("parameters.json"));
    ASSERT_TRUE(canWrite());
    EXPECT_EQ(report::parametersJson(dialog.wanted().options), report::parametersJson(options));
    EXPECT_EQ(filter()->text(), "yaw > 0");
    line->setText(folder.filePath("gone.json"));
    EXPECT_FALSE(canWrite());
    EXPECT_TRUE(says("cannot be read; check that the file exists."));
    std::ofstream(folder.filePath("gone.json").toStdString()) << "no JSON";
    line->setText("");
    EXPECT_TRUE(canWrite());
    line->setText(folder.filePath("gone.json"));
    EXPECT_TRUE(says("The parameters are no JSON object"));
}

TEST_F(ReportDialogTest, HabitsAreKept) {
    ReportDialog::Habits habits;
    habits.leftOut = {"parde2017", "no longer there"};
    habits.privacy = true;
    habits.faces = habits.measuring = false;
    dialog.setHabits(habits);
    EXPECT_EQ(chapters()->item(0)->checkState(), Qt::Unchecked);
    EXPECT_EQ(chapters()->item(1)->checkState(), Qt::Checked);
    const ReportDialog::Habits kept = dialog.habits();
    EXPECT_EQ(kept.leftOut, QStringList{"parde2017"});
    EXPECT_TRUE(kept.privacy);
    EXPECT_FALSE(kept.faces);
    EXPECT_FALSE(kept.measuring);
}

}  // namespace
}  // namespace facespace
