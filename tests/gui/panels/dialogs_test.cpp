#include <gtest/gtest.h>
#include <fstream>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

#include "tests/gui/panels/panel_fixture.h"
#include "tests/support/environment.h"
#include "widgets/consent/network_question.h"
#include "widgets/panels/column_mapping_form.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/import_dialog.h"
#include "widgets/panels/map_dialog.h"

namespace facespace {
namespace {

QPushButton* buttonOf(const QDialog& dialog, const QString& text) {
    for (auto* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == text) return button;
    }
    return nullptr;
}

template <class W>
W* named(const QWidget& parent, const QString& accessibleName) {
    for (auto* widget : parent.findChildren<W*>()) {
        if (widget->accessibleName() == accessibleName) return widget;
    }
    return nullptr;
}

TEST(ImportDialog, AManifestWithOtherNamesNeedsItsColumnsChosen) {
    const QTemporaryDir folder;
    std::ofstream(folder.filePath("labels.csv").toStdString()) << "picture,who,pan\na.png,Ann,30\nb.png,Bob,-0.5\n";
    ImportDialog dialog([](const QString& images) { return images + "/new.facespace"; });
    dialog.setImages(folder.filePath("labels.csv"));
    EXPECT_FALSE(buttonOf(dialog, "Import")->isEnabled());
    auto* path = named<QComboBox>(dialog, "Column for path");
    auto* identity = named<QComboBox>(dialog, "Column for identity");
    auto* yaw = named<QComboBox>(dialog, "Column for yaw");
    ASSERT_TRUE(path && identity && yaw);
    path->setCurrentText("picture");
    identity->setCurrentText("who");
    yaw->setCurrentText("pan");
    dialog.findChild<QCheckBox*>()->setChecked(true);
    EXPECT_TRUE(buttonOf(dialog, "Import")->isEnabled());
    const auto options = dialog.options();
    EXPECT_EQ(toString(options.mapping), toString(*parseColumnMapping("path=picture,identity=who,yaw=-pan")));
    EXPECT_EQ(options.manifest.filename(), "labels.csv");
    EXPECT_EQ(dialog.projectFile().filename(), "new.facespace");
    auto* preview = dialog.findChild<QTableWidget*>();
    ASSERT_EQ(preview->columnCount(), 3);
    EXPECT_EQ(preview->item(0, 2)->text(), "\u221230");
}

TEST(ImportDialog, AFolderAloneNeedsNoManifest) {
    const QTemporaryDir folder;
    ImportDialog dialog([](const QString& images) { return images + "/new"; });
    EXPECT_FALSE(buttonOf(dialog, "Import")->isEnabled());
    dialog.setImages(folder.path());
    EXPECT_TRUE(buttonOf(dialog, "Import")->isEnabled());
    EXPECT_TRUE(dialog.options().manifest.empty());
    EXPECT_EQ(dialog.projectFile().extension(), ".facespace");
    dialog.setImages(folder.path() + "/gone");
    dialog.findChild<QComboBox*>();
}

TEST(ImportDialog, APatternIsReadWhileItIsTyped) {
    const QTemporaryDir folder;
    for (const char* name : {"Ann_Lee_0001.png", "Bo_0002.png", "odd.png"})
        std::ofstream(folder.filePath(name).toStdString()) << "x";
    ImportDialog dialog([](const QString& images) { return images + "/new.facespace"; });
    dialog.setImages(folder.path());
    auto* pattern = named<QLineEdit>(dialog, "What names say");
    auto* read = named<QLabel>(dialog, "What the pattern reads");
    ASSERT_TRUE(pattern != nullptr && read != nullptr);
    pattern->setText("{identity}_{frame}");
    const QStringList lines = read->text().split('\n');
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0], "Ann_Lee_0001.png → frame = 0001, identity = Ann_Lee");
    EXPECT_TRUE(lines[2].contains("does not fit"));
    EXPECT_TRUE(buttonOf(dialog, "Import")->isEnabled());
    EXPECT_EQ(dialog.options().pattern, "{identity}_{frame}");
    pattern->setText("{identity");
    EXPECT_FALSE(buttonOf(dialog, "Import")->isEnabled());
}

TEST(ImportDialog, ColumnsThatLookLikePoseAreOffered) {
    const QTemporaryDir folder;
    std::ofstream(folder.filePath("labels.csv").toStdString()) << "path,identity,pan,tilt\na.png,Ann,30,1\n";
    ImportDialog dialog([](const QString& images) { return images + "/new.facespace"; });
    dialog.setImages(folder.filePath("labels.csv"));
    EXPECT_TRUE(dialog.options().mapping.empty());
    auto* offer = buttonOf(dialog, "Use Pitch: tilt, Yaw: pan");
    ASSERT_NE(offer, nullptr);
    offer->click();
    EXPECT_EQ(toString(dialog.options().mapping), "pitch=tilt,yaw=pan");
}

TEST(ImportDialog, AListWithoutHeaderIsTaken) {
    const QTemporaryDir folder;
    std::ofstream(folder.filePath("identity_CelebA.txt").toStdString()) << "000001.jpg 2880\n000002.jpg 2937\n";
    ImportDialog dialog([](const QString& images) { return images + "/new.facespace"; });
    dialog.setImages(folder.path());
    EXPECT_TRUE(buttonOf(dialog, "Import")->isEnabled());
    EXPECT_EQ(dialog.options().manifest.filename(), "identity_CelebA.txt");
    for (auto* box : dialog.findChildren<QCheckBox*>())
        if (box->text().startsWith("Leave out") || box->text().startsWith("Follow")) box->setChecked(true);
    EXPECT_TRUE(dialog.options().skipBadRows);
    EXPECT_TRUE(dialog.options().followLinks);
}

TEST(ImportDialog, AContainerOfImagesNeedsNoColumns) {
    const QTemporaryDir folder;
    for (const char* name : {"train.rec", "train.idx"}) std::ofstream(folder.filePath(name).toStdString()) << "x";
    std::ofstream(folder.filePath("labels.csv").toStdString()) << "picture,who\na.png,Ann\n";
    for (const char* given : {"train.rec", "train.idx", "."}) {
        ImportDialog dialog([](const QString& images) { return images + "/new"; });
        dialog.setImages(folder.filePath(given));
        EXPECT_TRUE(buttonOf(dialog, "Import")->isEnabled()) << given;
        EXPECT_EQ(dialog.options().manifest.filename(), "train.rec") << given;
        EXPECT_TRUE(dialog.options().mapping.empty());
    }
}

TEST(ExtractDialog, ABadDescriptorIsToldAndCannotBeRun) {
    const QTemporaryDir folder;
    std::ofstream(folder.filePath("bad.json").toStdString()) << "{ not json";
    ExtractDialog dialog({}, {});
    EXPECT_FALSE(buttonOf(dialog, "Extract")->isEnabled());
    dialog.setDescriptor(folder.filePath("bad.json"));
    EXPECT_FALSE(buttonOf(dialog, "Extract")->isEnabled());
    bool told = false;
    for (const auto* label : dialog.findChildren<QLabel*>()) told = told || label->text().contains("bad.json");
    EXPECT_TRUE(told);
}

TEST(ExtractDialog, InnerLayersAreNamedWithCommas) {
    ExtractDialog dialog({}, {});
    EXPECT_TRUE(dialog.layers().empty());
    auto* layers = named<QLineEdit>(dialog, "Inner layers");
    ASSERT_NE(layers, nullptr);
    layers->setText(" body.1, body.2,,");
    EXPECT_EQ(dialog.layers(), (std::vector<std::string>{"body.1", "body.2"}));
    dialog.setLayers({"head"});
    EXPECT_EQ(layers->text(), "head");
}

TEST(ExtractDialog, TheSearchForFacesIsSetWhereThereIsADetector) {
    ExtractDialog dialog({}, {});
    auto* score = named<QDoubleSpinBox>(dialog, "Least score of a face");
    auto* size = named<QSpinBox>(dialog, "Size of the search");
    ASSERT_TRUE(score != nullptr && size != nullptr);
    EXPECT_FALSE(score->isEnabled() || size->isEnabled());
    EXPECT_EQ(dialog.options().detect, DetectOptions());
    ExtractDialog with({}, "/somewhere/yunet.onnx");
    score = named<QDoubleSpinBox>(with, "Least score of a face");
    ASSERT_TRUE(score->isEnabled());
    score->setValue(0.8);
    named<QSpinBox>(with, "Size of the search")->setValue(1280);
    EXPECT_EQ(with.options().detect, (DetectOptions{0.8F, 0.3F, 1280}));
}

TEST(NetworkQuestionDialog, NamesTheFileAndRemembersAYes) {
    const QTemporaryDir folder;
    const std::string hash(64, 'a');
    const test::Environment list("FACESPACE_TRUSTED_NETWORKS", folder.filePath("list.json").toStdString());
    {
        NetworkQuestionDialog dialog({"<b>net</b>", "/somewhere/net.pt", 12'345'678, hash});
        QString all;
        for (const auto* label : dialog.findChildren<QLabel*>()) {
            all += label->text() + "\n";
            EXPECT_NE(label->textFormat(), Qt::RichText);
        }
        for (const char* told : {"<b>net</b>", "/somewhere/net.pt", "aaaaaaaa aaaaaaaa", "is a program"})
            EXPECT_TRUE(all.contains(told)) << told;
        EXPECT_TRUE(all.remove(QRegularExpression("\\D")).contains("12345678"));
        EXPECT_TRUE(buttonOf(dialog, "Cancel")->isDefault());
        dialog.reject();
        EXPECT_FALSE(QFile::exists(folder.filePath("list.json")));
        buttonOf(dialog, "Run it")->click();
        EXPECT_EQ(dialog.result(), QDialog::Accepted);
    }
    QFile file(folder.filePath("list.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains(hash.c_str()));
    // Where the yes cannot be kept, the dialog says so and nothing runs.
    const test::Environment nowhere("FACESPACE_TRUSTED_NETWORKS", "/proc/nothing/list.json");
    NetworkQuestionDialog dialog({"net", "/somewhere/net.pt", 1, hash});
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Rejected);
}

TEST(MapDialog, GivesTheDefaultsOfTheCommandLine) {
    const MapDialog dialog({"A", "B"}, "B", 24000);
    const MapOptions options = dialog.options(), defaults;
    EXPECT_EQ(options.network, "B");
    EXPECT_EQ(options.method, defaults.method);
    EXPECT_EQ(options.metric, defaults.metric);
    EXPECT_EQ(options.preset, defaults.preset);
    EXPECT_EQ(options.perplexities, defaults.perplexities);
    EXPECT_EQ(options.earlyExaggeration, defaults.earlyExaggeration);
    EXPECT_EQ(options.lateExaggeration, defaults.lateExaggeration);
    EXPECT_EQ(options.stopWhenStill, defaults.stopWhenStill);
    EXPECT_EQ(options.neighbours, defaults.neighbours);
    EXPECT_EQ(options.minDistance, defaults.minDistance);
    EXPECT_TRUE(options.startFrom.empty());
    EXPECT_EQ(options.learningRate, defaults.learningRate);
    EXPECT_EQ(options.iterations, defaults.iterations);
    EXPECT_EQ(options.seed, defaults.seed);
}

TEST(MapDialog, ReadsSeveralPerplexitiesAndWarnsOfTooHighOnes) {
    MapDialog dialog({"A"}, "A", 301);
    dialog.setStartMaps("tsne", {"tsne 2-D A"});
    auto* line = dialog.findChild<QLineEdit*>("--perplexity");
    ASSERT_NE(line, nullptr);
    const auto notes = [&] {
        QString all;
        for (const auto* label : dialog.findChildren<QLabel*>()) all += label->text() + "\n";
        return all;
    };
    line->setText("10, 50.5");
    EXPECT_EQ(dialog.options().perplexities, (std::vector<double>{10, 50.5}));
    EXPECT_FALSE(notes().contains("at most"));
    line->setText("10 120");
    EXPECT_TRUE(notes().contains("at most 100"));
    EXPECT_TRUE(buttonOf(dialog, "Compute")->isEnabled());
    line->setText("ten");
    EXPECT_FALSE(buttonOf(dialog, "Compute")->isEnabled());
    line->setText("");
    bool offered = false;
    for (auto* box : dialog.findChildren<QComboBox*>()) {
        const int at = box->findData("tsne 2-D A");
        if (at < 0) continue;
        offered = true;
        box->setCurrentIndex(at);
    }
    ASSERT_TRUE(offered);
    EXPECT_EQ(dialog.options().startFrom, "tsne 2-D A");
}

/// A method of which nothing is known but what it says of itself.
class SpiralMethod : public MapMethod {
  public:
    SpiralMethod() {
        name = "spiral";
        title = "Spiral";
        fields = {{.option = "--min-distance",
                   .help = "how far apart",
                   .member = &MapSettings::minDistance,
                   .label = "Gap",
                   .high = 9,
                   .decimals = 1}};
    }
    Result<std::unique_ptr<MapState>> create(const FeatureMatrix&, const MapSettings&, const Embedding*,
                                             const MapFrameShown&, const JobContext&) const override {
        return cancelled();
    }
    Text note(const nlohmann::json&) const override { return {}; }
};

TEST(MapDialog, AsksForTheFieldsOfEveryMethodInTheList) {
    if (mapMethod("spiral") == nullptr) addMapMethod(std::make_unique<SpiralMethod>());
    MapDialog dialog({"A"}, "A", 500);
    dialog.show();
    QComboBox* methods = nullptr;
    for (auto* box : dialog.findChildren<QComboBox*>())
        if (box->findData("spiral") >= 0) methods = box;
    ASSERT_NE(methods, nullptr);
    methods->setCurrentIndex(methods->findData("spiral"));
    QDoubleSpinBox* gap = nullptr;
    for (auto* box : dialog.findChildren<QDoubleSpinBox*>("--min-distance"))
        if (box->isVisible()) gap = box;
    ASSERT_NE(gap, nullptr);
    gap->setValue(4.5);
    EXPECT_EQ(dialog.options().method, "spiral");
    EXPECT_EQ(dialog.options().minDistance, 4.5);
    EXPECT_FALSE(dialog.findChild<QLineEdit*>("--perplexity")->isVisible()) << "t-SNE's";
    methods->setCurrentIndex(methods->findData("umap"));
    EXPECT_EQ(dialog.options().minDistance, MapOptions().minDistance) << "each method has its own row";
    methods->setCurrentIndex(methods->findData("tsne"));
    auto* still = dialog.findChild<QCheckBox*>("--stop-when-still");
    ASSERT_NE(still, nullptr);
    still->setChecked(true);
    EXPECT_EQ(dialog.options().stopWhenStill, 5e-4);
    auto* exaggeration = dialog.findChild<QDoubleSpinBox*>("--exaggeration");
    exaggeration->setValue(0.4);
    EXPECT_EQ(dialog.options().earlyExaggeration, 1) << "between nothing and 1 there is no exaggeration";
}

}  // namespace
}  // namespace facespace
