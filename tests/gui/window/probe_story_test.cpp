// An image is made worse by sliders, and its point leaves its place on the map.
#include <algorithm>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>

#include "core/workflow/demo.h"
#include "core/workflow/workflow.h"
#include "tests/gui/pages/same_in_print.h"
#include "tests/gui/window/story.h"
#include "tests/support/environment.h"
#include "widgets/consent/network_question.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/probe_controls.h"
#include "widgets/pages/probe_page.h"
#include "widgets/pages/probe_readout.h"

namespace facespace {
namespace {

constexpr int kPatience = 60'000;

class ProbeStory : public testing::Story {
  protected:
    /// The same people seen by a network that comes with the program, on a map.
    void openWithNetwork() {
        const auto networks = shippedNetworks();
        ASSERT_TRUE(networks) << networks.error().message;
        {
            auto project = Project::create(path("q.facespace"));
            ASSERT_TRUE(project);
            ASSERT_TRUE(project->addImages(workspace().snapshot()->images));
            ExtractOptions extract;
            extract.host.useGpu = false;
            const auto extracted = storeFeatures(*project, networks->front(), extract, {});
            ASSERT_TRUE(extracted) << extracted.error().message;
            MapOptions map;
            map.method = "pca";
            const auto made = storeMap(*project, map, {});
            ASSERT_TRUE(made) << made.error().message;
        }
        window.openPath(QString::fromStdString(path("q.facespace").string()));
        ASSERT_TRUE(QTest::qWaitFor(
            [&] { return workspace().snapshot()->projectFile == path("q.facespace") && map()->positionOf(3); }));
        QTest::qWait(100);
    }
    ProbePage* page() { return window.findChild<ProbePage*>(); }
    bool wait() {
        return QTest::qWaitFor([&] { return page()->settled() && page()->shown() != nullptr; }, kPatience);
    }
    static const DegradationField& field(const char* key) { return **degradationField(key); }
    QString distance() { return page()->readout()->nowText(QStringLiteral("Distance from the origin")); }
};

TEST_F(ProbeStory, SaysWhatItNeeds) {
    showPage("Probe");
    EXPECT_TRUE(page()->hint().contains("Click an image")) << page()->hint().toStdString();
    clickMap(5);
    // The features of this project came without a network.
    ASSERT_TRUE(QTest::qWaitFor([&] { return page()->hint().contains("imported without their network"); }))
        << page()->hint().toStdString();
}

TEST_F(ProbeStory, AsksOnceBeforeTheNetworkOfAProjectRuns) {
    openWithNetwork();
    // Without the folder of what comes with FaceSpace, the network is that of a stranger.
    const test::Environment resources("FACESPACE_RESOURCES", path("nothing").string());
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", path("list.json").string());
    const auto question = [this] { return window.findChild<NetworkQuestionDialog*>(); };
    const auto gone = [&] { return question() == nullptr; };
    clickMap(23);
    showPage("Probe");
    ASSERT_TRUE(QTest::qWaitFor([&] { return question() != nullptr && question()->isVisible(); }, kPatience));
    EXPECT_TRUE(page()->hint().contains("was not allowed on this machine")) << page()->hint().toStdString();
    question()->reject();
    ASSERT_TRUE(QTest::qWaitFor(gone));
    clickMap(5);
    QTest::qWait(500);
    EXPECT_TRUE(gone()) << "one no is enough";
    EXPECT_EQ(page()->shown(), nullptr);
    // Whoever comes back is asked again.
    showPage("Quality");
    showPage("Probe");
    ASSERT_TRUE(QTest::qWaitFor([&] { return question() != nullptr && question()->isVisible(); }, kPatience));
    question()->accept();
    ASSERT_TRUE(wait()) << page()->hint().toStdString();
    EXPECT_EQ(page()->shown()->row, 5);
    ASSERT_TRUE(QTest::qWaitFor(gone));
}

TEST_F(ProbeStory, ExtractionAsksOnceAndGoesOnWithTheAnswer) {
    const auto networks = shippedNetworks();
    ASSERT_TRUE(networks);
    const test::Environment resources("FACESPACE_RESOURCES", path("nothing").string());
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", path("list.json").string());
    const auto question = [this] { return window.findChild<NetworkQuestionDialog*>(); };
    ExtractOptions extract;
    extract.host.useGpu = false;
    extract.name = "asked";
    window.jobs().extract(networks->front(), extract);
    ASSERT_TRUE(QTest::qWaitFor([&] { return question() != nullptr && !window.jobs().busy(); }, kPatience));
    EXPECT_EQ(workspace().snapshot()->featureSet("asked"), nullptr);
    question()->accept();
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace().snapshot()->featureSet("asked") != nullptr; }, kPatience));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.jobs().busy(); }, kPatience));
}

TEST_F(ProbeStory, ThePointMovesAndComesBack) {
    openWithNetwork();
    clickMap(23);
    showPage("Probe");
    ASSERT_TRUE(wait()) << page()->hint().toStdString();
    EXPECT_TRUE(page()->hint().isEmpty());
    EXPECT_EQ(page()->shown()->row, 23);
    EXPECT_FALSE(map()->probePosition());
    EXPECT_FALSE(window.actions().exportPage->isEnabled()) << "nothing was made worse yet";
    EXPECT_TRUE(probeMismatch(*page()->shown()).empty());
    const QString before = distance();
    EXPECT_FALSE(before.isEmpty());

    std::vector<Eigen::Vector3d> trail;
    QObject::connect(page(), &ProbePage::trailChanged, &window,
                     [&trail](const std::vector<Eigen::Vector3d>& points) { trail = points; });

    // Many steps at once, as a slider gives them: the last one counts.
    QSlider* blur = page()->controls()->slider(field("blur"));
    for (int step = 10; step <= 300; step += 10) blur->setValue(step);
    ASSERT_TRUE(wait());
    EXPECT_EQ(page()->shown()->degradation, page()->controls()->degradation());
    EXPECT_GT(page()->shown()->degradation.blur, 5);
    EXPECT_NE(distance(), before);
    ASSERT_TRUE(map()->probePosition());
    EXPECT_GT(QLineF(*map()->probePosition(), *map()->positionOf(23)).length(), 3);
    EXPECT_FALSE(page()->readout()->neighbours()->rows().empty());
    // The rest of the slider's range follows by itself, its end last.
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const auto& layers = page()->chart()->chart().layers;
            const auto* curve = layers.empty() ? nullptr : std::get_if<figure::Line>(&layers.front());
            return curve != nullptr && curve->x.size() >= 12 && curve->x.back() > field("blur").high - 0.01;
        },
        kPatience));
    holdsPrintAgainst(*page(), {page()->chart()->chart()});
    shot("probe");

    // What is seen, for print, with and without the face.
    ASSERT_TRUE(window.actions().exportPage->isEnabled());
    window.actions().exportPage->trigger();
    auto* dialog = window.findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->findChild<QComboBox*>("figures")->itemText(0), "A face made worse");
    for (const bool privacy : {false, true}) {
        const ExportSource source = page()->exportSource();
        ExportChoices choices = source.start;
        choices.map.privacy = privacy;
        const auto drawing = source.draw(choices, {});
        ASSERT_TRUE(drawing) << drawing.error().message;
        const auto faces = std::ranges::count_if(
            drawing->marks, [](const auto& mark) { return std::holds_alternative<figure::Picture>(mark); });
        EXPECT_EQ(faces, 9);
        const auto image =
            std::ranges::find(drawing->provenance, std::string("Image"), [](const auto& e) { return e.first; });
        ASSERT_NE(image, drawing->provenance.end());
        EXPECT_EQ(image->second, privacy ? "image 24" : workspace().snapshot()->images.images[23].path);
    }
    QSignalSpy saved(dialog, &ExportDialog::saved);
    ASSERT_TRUE(dialog->saveTo(folder.filePath("probe.pdf")));
    ASSERT_TRUE(saved.wait(10000));
    dialog->close();

    // A radial map has the distance as radius: the mark goes where it belongs there.
    window.actions().radial->setChecked(true);
    ASSERT_TRUE(wait());
    ASSERT_TRUE(QTest::qWaitFor([&] { return map()->probePosition().has_value(); }));
    ASSERT_FALSE(trail.empty());
    EXPECT_NEAR(trail.back().norm(), page()->shown()->distance, 1e-3);
    window.actions().radial->setChecked(false);
    ASSERT_TRUE(wait());

    // By the keyboard, too.
    QSlider* light = page()->controls()->slider(field("exposure"));
    light->setFocus();
    QTest::keyClick(light, Qt::Key_PageDown);
    ASSERT_TRUE(wait());
    EXPECT_LT(page()->shown()->degradation.exposure, 0);

    QTest::mouseClick(labelled<QToolButton>("Reset all"), Qt::LeftButton);
    ASSERT_TRUE(wait());
    EXPECT_EQ(distance(), before);
    EXPECT_FALSE(map()->probePosition());

    // Another image begins where it is, and takes the sliders along.
    blur->setValue(200);
    workspace().selection().setCurrent(41);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page()->shown() != nullptr && page()->shown()->row == 41; }, kPatience));
    EXPECT_GT(page()->shown()->degradation.blur, 4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return map()->probePosition().has_value(); }));
    // The mark is the page's: it goes with it.
    showPage("Distance");
    EXPECT_FALSE(map()->probePosition());
}

TEST_F(ProbeStory, AnImageThatIsGoneIsSaidAndTheNextOneWorks) {
    openWithNetwork();
    const auto file = workspace().snapshot()->imageFile(12);
    std::filesystem::remove(file);
    showPage("Probe");
    workspace().selection().setCurrent(12);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page()->hint().contains("img 2.png"); }, kPatience))
        << page()->hint().toStdString();
    workspace().selection().setCurrent(13);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page()->shown() != nullptr; }, kPatience)) << page()->hint().toStdString();
    EXPECT_TRUE(page()->hint().isEmpty());
}

}  // namespace
}  // namespace facespace
