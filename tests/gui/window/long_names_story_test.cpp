// Names as long as people make them: no window grows beyond a small screen, and what is shortened is shortened in the
// middle, for names of one kind differ at their ends.
#include <QComboBox>
#include <QSettings>
#include <QTableView>

#include "app/language.h"
#include "core/project/project.h"
#include "tests/gui/window/story.h"
#include "widgets/pages/analysis_page.h"

namespace facespace {
namespace {

constexpr int kWidth = 1280, kHeight = 720;

std::string longName(const std::string& what, int n) {
    return what + "_" + std::string(60, 'm') + "_of_a_name_without_any_blank_" + std::to_string(n);
}

class LongNames : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        testing::writeFaces(path("faces"), kPeople, kEach);
        auto project = Project::create(path("long.facespace"));
        ASSERT_TRUE(project);
        ImageSet set;
        set.root = path("faces");
        set.metadataColumns = {longName("column", 1)};
        for (int p = 0; p < kPeople; ++p)
            for (int i = 0; i < kEach; ++i) {
                ImageRecord record;
                record.identity = longName("person", p);
                record.path = "Person " + std::to_string(p) + "/img " + std::to_string(i) + ".png";
                record.yawDeg = -60.0 + 120.0 * i / kEach;
                record.metadata = {std::to_string(i)};
                set.images.push_back(record);
            }
        ASSERT_TRUE(project->addImages(set));
        for (int n = 0; n < 2; ++n) addNetwork(*project, n);
        installLanguage(QString::fromLatin1(GetParam()));
        applyTheme(Theme::kLight);
        window = std::make_unique<MainWindow>();
        window->resize(kWidth, kHeight);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        window->openPath(QString::fromStdString(path("long.facespace").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->workspace().snapshot() != nullptr; }));
        QTest::qWait(100);
    }
    void TearDown() override {
        window.reset();
        installLanguage(QStringLiteral("en"));
        QSettings().clear();
    }
    static void addNetwork(Project& project, int n) {
        NetworkRecord network;
        network.name = longName("network", n);
        network.dimension = 8;
        const auto id = project.addNetwork(network);
        ASSERT_TRUE(id);
        const auto images = project.imageIds();
        std::vector<std::vector<float>> values;
        std::vector<Project::FeatureRow> rows;
        Embedding map(static_cast<Eigen::Index>(images->size()), 2);
        for (std::size_t r = 0; r < images->size(); ++r) {
            std::vector<float> x(8, 0.1F * static_cast<float>(n + 1));
            x[r / kEach] = 3.0F + 0.1F * static_cast<float>(r % kEach);
            values.push_back(std::move(x));
            map.row(static_cast<Eigen::Index>(r)) << static_cast<float>(r % kEach), static_cast<float>(r / kEach);
        }
        for (std::size_t r = 0; r < images->size(); ++r) rows.push_back({(*images)[r], values[r]});
        ASSERT_TRUE(project.putFeatures(*id, rows, {}));
        MapRecord record;
        record.network = *id;
        record.name = longName("pca 2-D", n);
        record.method = "pca";
        record.coordinates = map;
        ASSERT_TRUE(project.putMap(record));
    }
    std::filesystem::path path(const char* name) const { return std::filesystem::path(folder.path().toStdString()) / name; }

    static constexpr int kPeople = 4, kEach = 10;
    QTemporaryDir folder;
    std::unique_ptr<MainWindow> window;
};

TEST_P(LongNames, AreShortenedInTheMiddle) {
    for (const auto* table : window->findChildren<QTableView*>()) {
        if (table->isVisible() && table->model()->rowCount() == kPeople) {
            EXPECT_EQ(table->textElideMode(), Qt::ElideMiddle);
        }
    }
    for (auto* box : window->findChildren<QComboBox*>()) {
        if (box->isVisible()) {
            EXPECT_LE(box->sizeHint().width(), 380) << box->accessibleName().toStdString();
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, LongNames, ::testing::Values("en", "es"));

}  // namespace
}  // namespace facespace
