// Someone has a folder of photographs and a network: the dialog shows what the network will see of them, and what to do
// where that is no face.
#include <algorithm>
#include <fstream>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScreen>
#include <QTableWidget>

#include "tests/data_folder.h"
#include "tests/gui/window/story.h"
#include "tests/support/environment.h"
#include "tests/support/network_files.h"
#include "widgets/consent/network_question.h"
#include "widgets/look/notice_label.h"
#include "widgets/panels/crop_preview_strip.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/network_dialog.h"

namespace facespace {
namespace {

class ExtractionStory : public testing::Story {
  protected:
    /// A network that wants landmarks, whose weights are no network.
    std::filesystem::path writeNetwork(const char* name) {
        std::filesystem::create_directories(path("networks"));
        const auto file = path("networks") / (std::string(name) + ".json");
        std::ofstream(file) << R"({"file": ")" << name << R"(.pt", "input": {"width": 112, "height": 112,
            "channel_order": "RGB", "mean": [127.5, 127.5, 127.5], "std": [128, 128, 128]},
            "alignment": {"points": [[38.3, 51.7], [73.5, 51.5], [56, 71.7], [41.5, 92.4], [70.7, 92.2]]},
            "output": {"dim": 16, "l2_normalised": false}})";
        std::ofstream(path("networks") / (std::string(name) + ".pt")) << "no weights";
        return file;
    }
    static QString warnings(const QWidget* in) {
        QString all;
        for (const auto* label : in->findChildren<NoticeLabel*>())
            if (label->isVisible() && label->kind() == NoticeLabel::Kind::kWarning) all += label->text() + "\n";
        return all;
    }
    static bool settled(const ExtractDialog* dialog) {
        return QTest::qWaitFor([&] { return dialog->preview().settled(); }, 20'000);
    }
    ExtractDialog* ask(const std::filesystem::path& network) {
        window.openPath(QString::fromStdString(network.string()));
        return dialog<ExtractDialog>();
    }
};

TEST_F(ExtractionStory, PhotographsWithoutLandmarksAreWarnedOfInColourAndADetectorIsOffered) {
    const auto network = writeNetwork("net");
    ASSERT_TRUE(QDir().mkpath(QString::fromStdString(path("detect").string())));
    std::ofstream(path("detect") / "face_detection_yunet_next.onnx") << "no detector";
    auto* asked = ask(network);
    ASSERT_NE(asked, nullptr);
    EXPECT_TRUE(warnings(asked).contains("the images have none")) << warnings(asked).toStdString();
    ASSERT_TRUE(settled(asked));
    ASSERT_EQ(asked->preview().previews().size(), 6U);
    EXPECT_EQ(asked->preview().previews()[5].row, 59U);
    EXPECT_EQ(asked->preview().previews()[0].used, Alignment::kCentre);
    EXPECT_TRUE(asked->preview().summary().contains("6 cut from the centre"));
    shot("extract-no-landmarks", asked);
    // The warning and the offer came in while the dialog was open: it has grown with them.
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return asked->height() >= asked->layout()->totalHeightForWidth(asked->width()) ||
               asked->height() + 40 >= asked->screen()->availableGeometry().height();
    })) << asked->height();
    auto* offer = button(asked, "Use “face_detection_yunet_next.onnx”");
    ASSERT_TRUE(offer != nullptr && offer->isVisible());
    offer->click();
    EXPECT_EQ(asked->options().detector.filename(), "face_detection_yunet_next.onnx");
    EXPECT_TRUE(warnings(asked).isEmpty()) << warnings(asked).toStdString();
    ASSERT_TRUE(settled(asked));
    EXPECT_TRUE(asked->preview().summary().contains("cannot be loaded")) << "what is wrong with it is told before it runs";
    // Choosing another way to cut shows other crops.
    named<QLineEdit>("Face detector", asked)->clear();
    auto* alignment = named<QComboBox>("Alignment of faces", asked);
    alignment->setCurrentIndex(alignment->findData(static_cast<int>(Alignment::kNone)));
    EXPECT_TRUE(warnings(asked).contains("trained on faces aligned"));
    ASSERT_TRUE(settled(asked));
    EXPECT_TRUE(asked->preview().summary().contains("6 whole"));
    asked->reject();
}

TEST_F(ExtractionStory, ANetworkOfRenderedFacesIsNotProposedForPhotographs) {
    window.actions().extract->trigger();
    auto* asked = dialog<ExtractDialog>();
    ASSERT_NE(asked, nullptr);
    auto* networks = named<QComboBox>("Network", asked);
    ASSERT_GE(networks->count(), 2) << "those that come with the program";
    EXPECT_EQ(networks->currentIndex(), -1);
    for (int i = 0; i < networks->count(); ++i)
        EXPECT_FALSE(networks->itemData(i).toString().contains("predictor"))
            << networks->itemData(i).toString().toStdString();
    EXPECT_FALSE(button(asked, "Extract")->isEnabled());
    ASSERT_TRUE(settled(asked));
    EXPECT_TRUE(asked->preview().summary().contains("Choose a network"));
    networks->setCurrentIndex(0);
    EXPECT_TRUE(warnings(asked).contains("trained on rendered faces"));
    shot("extract-rendered", asked);
    // The list of files leaves predictors out.
    button(asked, "Browse…")->click();
    auto* files = dialog<QFileDialog>();
    ASSERT_NE(files, nullptr);
    files->setDirectory(QFileInfo(networks->itemData(0).toString()).absolutePath());
    auto* list = files->findChild<QAbstractItemView*>("listView");
    ASSERT_NE(list, nullptr);
    const auto shown = [&] {
        QStringList names;
        for (int i = 0; i < list->model()->rowCount(list->rootIndex()); ++i)
            names << list->model()->index(i, 0, list->rootIndex()).data().toString();
        return names;
    };
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown().contains("rendered-a.json"); }));
    EXPECT_TRUE(shown().filter("predictor").isEmpty());
    files->reject();
    asked->reject();
}

TEST_F(ExtractionStory, ADetectorThatIsANetworkIsAskedAbout) {
    const auto detector = std::filesystem::path(FACESPACE_BINARY_DIR) / "tests/networks/scrfd/scrfd.onnx";
    if (!std::filesystem::exists(detector)) GTEST_SKIP() << "no PyTorch here that could export networks";
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", path("trusted.json").string());
    const std::size_t before = workspace().snapshot()->featureSets.size();
    window.actions().extract->trigger();
    auto* asked = dialog<ExtractDialog>();
    ASSERT_NE(asked, nullptr);
    named<QComboBox>("Network", asked)->setCurrentIndex(0);  // One that comes with the program: nothing is asked about it.
    named<QLineEdit>("Face detector", asked)->setText(QString::fromStdString(detector.string()));
    ASSERT_TRUE(settled(asked));
    EXPECT_TRUE(asked->preview().summary().contains("asked when the extraction starts")) << "nothing runs before the yes";
    button(asked, "Extract")->click();
    auto* question = dialog<NetworkQuestionDialog>();
    ASSERT_NE(question, nullptr);
    const auto labels = question->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* l) { return l->text().contains("“scrfd.onnx” has not run"); }));
    shot("extract-detector-asked", question);
    button(question, "Run it")->click();
    // Both run then: images in which the detector sees a face have features, the others a reason.
    const auto done = [&] {
        return workspace().snapshot()->featureSets.size() > before || window.messages().text().contains("no feature");
    };
    ASSERT_TRUE(QTest::qWaitFor(done, 60'000)) << window.messages().text().toStdString();
}

TEST_F(ExtractionStory, AfterAFailureTheSettingsAreAskedForAgain) {
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", path("trusted.json").string());
    auto* asked = ask(writeNetwork("broken"));
    ASSERT_NE(asked, nullptr);
    auto* alignment = named<QComboBox>("Alignment of faces", asked);
    alignment->setCurrentIndex(alignment->findData(static_cast<int>(Alignment::kCentre)));
    button(asked, "Extract")->click();
    auto* question = dialog<NetworkQuestionDialog>();
    ASSERT_NE(question, nullptr);
    button(question, "Run it")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.messages().text().contains("broken"); }, 30'000));
    EXPECT_EQ(button(&window.messages(), "Continue"), nullptr);
    auto* again = button(&window.messages(), "Change and run again…");
    ASSERT_NE(again, nullptr);
    const QString why = window.messages().text();
    again->click();
    asked = dialog<ExtractDialog>();
    ASSERT_NE(asked, nullptr);
    EXPECT_TRUE(warnings(asked).contains(why));
    EXPECT_EQ(asked->network()->name, "broken");
    EXPECT_EQ(asked->options().alignment, Alignment::kCentre) << "as it was chosen";
    shot("extract-failed", asked);
    asked->reject();
}

/// Weights alone: what they are is guessed, how they are fed tried on the project's faces, and the choice becomes a
/// descriptor.
TEST_F(ExtractionStory, WeightsWithoutDescriptorAreTriedOut) {
    const test::Environment trusted("FACESPACE_TRUSTED_NETWORKS", path("trusted.json").string());
    const auto weights = path("mine.pt");
    std::filesystem::copy_file(test::builtNetwork("blocks"), weights);
    window.openPath(QString::fromStdString(weights.string()));
    auto* question = dialog<NetworkQuestionDialog>();
    ASSERT_NE(question, nullptr);
    button(question, "Run it")->click();
    auto* asked = dialog<NetworkDialog>();
    ASSERT_NE(asked, nullptr);
    auto* choices = named<QTableWidget>("How the network is fed", asked);
    const auto tried = [&] {
        return asked->settled() && choices->rowCount() > 0 && !choices->item(choices->rowCount() - 1, 1)->text().isEmpty();
    };
    ASSERT_TRUE(QTest::qWaitFor(tried, 120'000));
    EXPECT_EQ(choices->rowCount(), 9);
    EXPECT_TRUE(named<QLabel>("What the network is", asked)->text().contains("48 features"));
    EXPECT_TRUE(named<QLabel>("What the trial says", asked)->text().contains("of 6 identities"));
    for (int row = 0; row < choices->rowCount(); ++row) {
        const double auc = QLocale().toDouble(choices->item(row, 1)->text());
        EXPECT_TRUE(auc > 0 && auc <= 1) << row;
    }
    shot("network-without-descriptor", asked);
    choices->selectRow(1);
    const QString taken = choices->item(1, 0)->text();
    button(asked, "Use it so")->click();
    const auto descriptor = readDescriptor(path("mine.json"));
    ASSERT_TRUE(descriptor) << descriptor.error().message;
    EXPECT_EQ(choiceText(*descriptor).english(), taken.toStdString());
    auto* extract = dialog<ExtractDialog>();
    ASSERT_NE(extract, nullptr);
    EXPECT_EQ(extract->network()->name, "mine");
    extract->reject();
    // From now on there is a descriptor.
    EXPECT_NE(ask(weights), nullptr);
}

TEST_F(ExtractionStory, AFreeNameIsProposedBeforeExtract) {
    // The project has features “A” of another network.
    auto* asked = ask(writeNetwork("A"));
    ASSERT_NE(asked, nullptr);
    EXPECT_EQ(asked->options().name, "A 2");
    EXPECT_TRUE(button(asked, "Extract")->isEnabled());
    auto* name = named<QLineEdit>("Name of the features", asked);
    EXPECT_EQ(name->placeholderText(), "A 2");
    name->setText("A");
    EXPECT_FALSE(button(asked, "Extract")->isEnabled());
    EXPECT_TRUE(warnings(asked).contains("Choose another name, for example “A 2”"));
    shot("extract-name", asked);
    name->setText("B");
    EXPECT_TRUE(button(asked, "Extract")->isEnabled());
    EXPECT_EQ(asked->options().name, "B");
    asked->reject();
}

TEST_F(ExtractionStory, OfRealPhotographsTheDetectorsCropsAreShown) {
    const auto data = testing_support::realDataFolder();
    if (data.empty()) GTEST_SKIP() << "no real faces on this machine";
    std::filesystem::create_directories(path("photos"));  // As someone has them: folders of people, no labels.
    const auto people = data / "sets/lfw_dev/images";
    int taken = 0;
    for (const auto& person : std::filesystem::directory_iterator(people)) {
        if (++taken > 8) break;
        std::filesystem::copy(person, path("photos") / person.path().filename(), std::filesystem::copy_options::recursive);
    }
    ImportOptions images;
    images.folder = path("photos");
    window.jobs().importImages(path("photos.facespace"), images);
    auto* asked = dialog<ExtractDialog>();
    ASSERT_NE(asked, nullptr);
    asked->setDescriptor(QString::fromStdString((data / "models/mobilefacenet_ms1m_512d.json").string()));
    EXPECT_TRUE(warnings(asked).contains("the images have none"));
    ASSERT_TRUE(settled(asked));
    shot("extract-photographs", asked);
    QPushButton* offer = nullptr;
    for (auto* found : asked->findChildren<QPushButton*>())
        if (found->text().startsWith("Use “face_detection_yunet")) offer = found;
    ASSERT_TRUE(offer != nullptr && offer->isVisible());
    offer->click();
    ASSERT_TRUE(settled(asked));
    EXPECT_TRUE(asked->preview().summary().contains("6 aligned by landmarks")) << asked->preview().summary().toStdString();
    shot("extract-photographs-aligned", asked);
    asked->reject();
}

}  // namespace
}  // namespace facespace
