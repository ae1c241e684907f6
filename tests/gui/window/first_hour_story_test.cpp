// From a folder of photographs to a list of what was kept and a figure as PDF, with as few actions as that should take.
#include <gtest/gtest.h>
#include <fstream>
#include <iterator>
#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/main_window.h"
#include "tests/data_folder.h"
#include "tests/support/environment.h"
#include "widgets/consent/network_question.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/look/theme.h"
#include "widgets/panels/crop_preview_strip.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/import_dialog.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/triage_panel.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

class FirstHour : public ::testing::Test {
  protected:
    void SetUp() override {
        data = testing_support::realDataFolder();
        if (data.empty()) GTEST_SKIP() << "no real faces on this machine";
        // As someone has photographs: a folder for each person, nothing else.
        int people = 0;
        for (const auto& person : fs::directory_iterator(data / "sets/lfw_dev/images")) {
            if (++people > 12) break;
            fs::create_directories(path("photographs"));
            fs::copy(person, path("photographs") / person.path().filename(), fs::copy_options::recursive);
        }
        window.resize(1280, 720);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    fs::path path(const char* name) const { return fs::path(folder.path().toStdString()) / name; }
    static QString text(const fs::path& file) { return QString::fromStdString(file.string()); }

    /// The dialog that is open.
    template <class T>
    T* dialog(int ms = 20'000) {
        T* open = nullptr;
        (void)QTest::qWaitFor(
            [&] {
                for (QWidget* top : QApplication::topLevelWidgets())
                    if (auto* found = qobject_cast<T*>(top); found != nullptr && found->isVisible()) open = found;
                return open != nullptr;
            },
            ms);
        return open;
    }
    static QPushButton* button(QWidget* in, const QString& start) {
        for (auto* found : in->findChildren<QPushButton*>())
            if (found->text().startsWith(start) && found->isVisible() && found->isEnabled()) return found;
        return nullptr;
    }
    /// One thing that the analyst does.
    template <class Do>
    void action(const char* what, Do&& act) {
        ++actions;
        SCOPED_TRACE(what);
        act();
        QTest::qWait(50);
    }
    void press(QWidget* in, const QString& start) {
        auto* found = button(in, start);
        ASSERT_NE(found, nullptr) << start.toStdString();
        found->click();
    }
    void shot(const char* name, QWidget* of) {
        if (!qEnvironmentVariableIsSet("FACESPACE_SHOTS")) return;
        QTest::qWait(400);
        of->grab().save(qEnvironmentVariable("FACESPACE_SHOTS") + "/first-hour-" + name + ".png");
    }
    QTemporaryDir folder;
    fs::path data;
    MainWindow window;
    int actions = 0;
};

TEST_F(FirstHour, FromAFolderOfPhotographsToAKeptListAndAPdf) {
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", path("trusted.json").string());
    action("drop the folder on the window", [&] { window.openPath(text(path("photographs"))); });
    auto* import = dialog<ImportDialog>();
    ASSERT_NE(import, nullptr);
    action("import", [&] { press(import, "Import"); });
    auto* extract = dialog<ExtractDialog>();
    ASSERT_NE(extract, nullptr);
    action("choose a network", [&] { extract->setDescriptor(text(data / "models/mobilefacenet_ms1m_512d.json")); });
    shot("1-network", extract);
    action("take the detector that is offered", [&] { press(extract, "Use “face_detection_yunet"); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return extract->preview().settled(); }, 20'000));
    EXPECT_TRUE(extract->preview().summary().contains("aligned by landmarks"));
    shot("2-crops", extract);
    action("extract", [&] { press(extract, "Extract"); });
    auto* question = dialog<NetworkQuestionDialog>();
    ASSERT_NE(question, nullptr);
    action("allow the network", [&] { press(question, "Run it"); });
    const auto mapped = [&] {
        const auto& snapshot = window.workspace().snapshot();
        return !window.jobs().busy() && snapshot && snapshot->maps.size() == 2;
    };
    ASSERT_TRUE(QTest::qWaitFor(mapped, 240'000)) << window.messages().text().toStdString();
    shot("3-map", &window);

    auto* triage = window.findChild<TriagePanel*>();
    action("open the page Triage", [&] { window.findChild<QTabWidget*>()->setCurrentWidget(triage); });
    const int nearest = triage->row();
    EXPECT_EQ(window.workspace().selection().current(), nearest);
    action("keep", [&] {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : triage, Qt::Key_K);
    });
    shot("4-triage", &window);
    action("list the decisions", [&] { Q_EMIT triage->exportListRequested(); });
    auto* files = dialog<QFileDialog>();
    ASSERT_NE(files, nullptr);
    action("name the list", [&] {
        Q_EMIT files->fileSelected(text(path("kept.csv")));
        files->reject();
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return fs::exists(path("kept.csv")) && !window.jobs().busy(); }, 20'000));
    std::ifstream in(path("kept.csv"), std::ios::binary);
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    const auto& image = window.workspace().snapshot()->images.images[static_cast<std::size_t>(nearest)];
    EXPECT_NE(kept.find("\r\n" + image.path + "," + image.identity + ",keep,"), std::string::npos) << kept;
    EXPECT_NE(kept.find("distance["), std::string::npos);

    action("export the figure", [&] { window.actions().exportFigure->trigger(); });
    auto* figure = dialog<ExportDialog>();
    ASSERT_NE(figure, nullptr);
    QSignalSpy saved(figure, &ExportDialog::saved);
    action("save it as PDF", [&] { EXPECT_TRUE(figure->saveTo(text(path("map.pdf")))); });
    // It may have been saved by now: wait() of the spy would wait for the next time.
    ASSERT_TRUE(QTest::qWaitFor([&] { return !saved.isEmpty(); }, 60'000));
    std::ifstream pdf(path("map.pdf"), std::ios::binary);
    std::string start(5, ' ');
    pdf.read(start.data(), 5);
    EXPECT_EQ(start, "%PDF-");
    figure->close();
    EXPECT_LE(actions, 12);
}

}  // namespace
}  // namespace facespace
