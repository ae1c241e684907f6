#include "core/analyses/list.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "app/cli/command_line.h"
#include "core/analyses/headings.h"
#include "core/analyses/made_tables.h"
#include "core/analyses/manual.h"
#include "core/report/report.h"
#include "core/workflow/store_trust.h"
#include "tests/unit/analyses/counts_analysis.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/analyses/with_times.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

class ListOfAnalyses : public test::PlantedProject {
  protected:
    /// Runs the command line; its words after the program's name.
    static int run(std::vector<std::string> words, const AnalysisList& list) {
        words.insert(words.begin(), "facespace-cli");
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        return cli::commandLine(static_cast<int>(arguments.size()), arguments.data(), list);
    }
    void measureAMap(Project& project) {
        MapRecord map;
        map.network = snapshotOf(project)->featureSets.front()->network.id;
        map.name = "first axes";
        map.method = "pca";
        map.parametersJson = R"({"seed": 1})";
        map.coordinates = snapshotOf(project)->featureSets.front()->features.leftCols(2);
        must(project.putMap(map));
        must(storeTrust(project, {.map = map.name, .neighbours = {5, 30}}, {}));
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string path(const std::string& name) const { return (dir / name).string(); }
};

TEST_F(ListOfAnalyses, ANewAnalysisHasItsCommandItsFigureAndItsPartOfTheReport) {
    const AnalysisList list = test::withCounts();
    const std::string project = make({}).file().string();
    ASSERT_EQ(run({"counts", project, "--at-least", "2", "-o", path("tables")}, list), 0);
    const std::string csv = contentOf(dir / "tables" / "counts.csv");
    EXPECT_EQ(csv.substr(0, csv.find('\r')), "identity,images");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 13) << "12 identities";
    EXPECT_EQ(contentOf(dir / "tables" / "columns.csv"),
              "table,column,meaning,unit,source\r\ncounts,identity,The identity,,\r\ncounts,images,Its images,,\r\n");
    const std::string made = path("tables/parameters.json");
    EXPECT_NE(contentOf(made).find("\"at_least\": 2"), std::string::npos) << contentOf(made);
    ASSERT_EQ(run({"counts", project, "--parameters", made, "-o", path("again")}, list), 0);
    for (const char* file : {"counts.csv", "counts.json", "columns.csv", "parameters.json"})
        EXPECT_EQ(contentOf(dir / "again" / file), contentOf(dir / "tables" / file)) << file;
    EXPECT_EQ(run({"counts", project, "--at-least", "0"}, list), 2) << "out of range";
    EXPECT_EQ(run({"counts", project, "--at-most", "3"}, list), 2) << "no such flag";

    ASSERT_EQ(run({"counts", project, "--filter", "media == \"video\"", "-o", path("part")}, list), 0);
    EXPECT_NE(contentOf(dir / "part" / "counts.csv"), csv);

    ASSERT_EQ(run({"figure", project, "--page", "counts", "--at-least", "3", "-o", path("counts.svg")}, list), 0);
    const std::string svg = contentOf(dir / "counts.svg");
    EXPECT_NE(svg.find("Images counted"), std::string::npos);
    EXPECT_NE(svg.find("{&quot;at_least&quot;:3}"), std::string::npos) << "how it was made";
    ASSERT_EQ(
        run({"figure", project, "--page", "counts", "--parameters", "{\"at_least\":3}", "-o", path("again.svg")}, list), 0);
    EXPECT_EQ(contentOf(dir / "again.svg"), svg) << "from the parameters that the figure carries";
    EXPECT_EQ(run({"figure", project, "--page", "counts", "--frontal", "3", "-o", path("x.svg")}, list), 1)
        << "a flag of another page";

    ReportOptions options;
    options.list = &list;
    for (const Analysis* analysis : list) options.values.emplace(analysis->key, test::edited(*analysis, test::quickEdits()));
    const auto opened = must(Project::open(project, Project::Mode::kReadOnly));
    const auto summary = must(writeReport(snapshotOf(opened), {}, dir / "report", options, {}));
    const std::string page = contentOf(summary.page);
    for (const char* said :
         {"Images of each identity", "12 identities counted", "Images counted", "&quot;at_least&quot;: 1"})
        EXPECT_NE(page.find(said), std::string::npos) << said;
    EXPECT_TRUE(std::ranges::any_of(summary.tables, [](const auto& file) { return file.filename() == "counts.csv"; }));
}

TEST_F(ListOfAnalyses, EveryColumnOfEveryTableIsExplained) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "other", 0);
    measureAMap(project);
    const auto snapshot = test::withTimes(*snapshotOf(project));
    for (const Analysis* analysis : analyses()) {
        std::set<std::pair<std::string, std::string>> explained;
        for (const ColumnMeaning& c : analysis->columns) {
            EXPECT_TRUE(explained.emplace(c.table, c.column).second) << c.table << "." << c.column << " twice";
            EXPECT_FALSE(c.meaning.empty()) << c.table << "." << c.column;
            EXPECT_NE(c.meaning.words(), nullptr) << "no other language can have " << c.table << "." << c.column;
            if (c.column != "*" && c.column != "#") {
                EXPECT_FALSE(columnHeading(c.column).empty()) << c.table << "." << c.column;
            }
        }
        if (analysis->key == "probe") continue;  // it needs a network: probe_test.cpp
        test::Edits edits = test::quickEdits();
        edits["neighbours"] = true;
        edits["by"] = std::string("media");
        edits["layers"] = std::vector<std::string>{"other", "net"};
        edits["against"] = snapshot->projectFile.string();
        const auto found = must(analysis->run({snapshot, {"net", {}}, test::edited(*analysis, edits), {}}, {}));
        const std::vector<Table> tables = found->tables();
        EXPECT_FALSE(tables.empty()) << analysis->key;
        std::size_t columns = 0;
        for (const Table& table : tables) {
            columns += table.columns.size();
            EXPECT_NE(table.title.words(), nullptr) << "no other language can have " << table.title;
            for (const std::string& column : table.columns)
                EXPECT_NE(analysis->meaningOf(table.name, column), nullptr) << table.name << "." << column;
        }
        EXPECT_EQ(columnsTable(tables, {analysis}).rows.size(), columns) << analysis->key;
    }
}

TEST_F(ListOfAnalyses, OwnWordsInTablesAreToldFromNames) {
    const auto snapshot = snapshotOf(make({}));
    const Analysis* mixed = analyses().find("mixed");
    const auto found = must(mixed->run({snapshot, {"net", {}}, test::edited(*mixed, test::quickEdits()), {}}, {}));
    const Table effects = found->tables().front();
    const auto column = static_cast<std::size_t>(std::ranges::find(effects.columns, "outcome") - effects.columns.begin());
    const auto* own = std::get_if<std::shared_ptr<const Table::Words>>(&effects.rows.front()[column]);
    ASSERT_NE(own, nullptr);
    EXPECT_EQ((*own)->written, "distance") << "files keep the key";
    EXPECT_NE((*own)->shown.words(), nullptr);
    EXPECT_EQ(*wordsIn(effects.rows.front()[column]), "distance");
    EXPECT_EQ(Table::cell(Text(std::string("identity"))).index(), Table::cell(std::string("identity")).index())
        << "what somebody named";
    const Analysis* quality = analyses().find("quality");
    EXPECT_EQ(headingOf(*quality, "quality_images", "my_column"), Text("my column"));
    EXPECT_EQ(headingOf(*quality, "quality_images", "my_column").words(), nullptr);
    EXPECT_NE(headingOf(*quality, "quality_images", "distance").words(), nullptr);
    EXPECT_EQ(columnHeading("fmr_to_mean_low"), Text("FMR to mean low"));
    EXPECT_EQ(columnHeading("random_split_auc_sd"), Text("AUC, random splits, SD"));
}

TEST_F(ListOfAnalyses, AMissingFileIsToldBeforeAnythingIsComputed) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "other", 0);
    const std::string file = project.file().string(), gone = path("gone.csv");
    const auto errorOf = [&](const std::vector<std::string>& words) {
        ::testing::internal::CaptureStderr();
        EXPECT_NE(run(words, analyses()), 0) << words.front();
        return ::testing::internal::GetCapturedStderr();
    };
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"spaces", file, "--ratings", gone},
          {"verify", file, "--protocol", gone},
          {"identify", file, "--gallery", gone},
          {"overlap", file, "--against", gone},
          {"predict", file, "--predictor", gone},
          {"report", file, "-o", path("r"), "--ratings", gone},
          {"report", file, "-o", path("r"), "--parameters", gone},
          {"figure", file, "--page", "spaces", "--ratings", gone, "-o", path("f.svg")},
          {"import-features", file, path("gone.npy"), "--index", gone, "--name", "x"}}) {
        const std::string said = errorOf(words);
        EXPECT_NE(said.find("cannot be read; check that the file exists"), std::string::npos) << words[0] << ": " << said;
        EXPECT_EQ(said.find("computing"), std::string::npos) << said;
        EXPECT_FALSE(std::filesystem::exists(path("r"))) << "nothing was begun";
    }
    EXPECT_EQ(errorOf({"identify", file, "--gallery", "nonsense == 3"}).find("check that the file exists"),
              std::string::npos)
        << "a filter is no file";
}

TEST_F(ListOfAnalyses, AMeasureOfFewerPairsIsNotHeldAgainstThoseOfAll) {
    auto whole = std::make_shared<Snapshot>(*snapshotOf(make({})));
    auto& images = whole->images.images;
    const auto& names = whole->images.metadataColumns;
    const auto column = static_cast<std::size_t>(std::ranges::find(names, "occlusion") - names.begin());
    // As good a measure as there is: how unlike an image is to the others of its identity.
    const FeatureMatrix unit = whole->featureSets.front()->features.rowwise().normalized();
    for (std::size_t i = 0; i < images.size(); ++i) {
        float alike = 0;
        for (std::size_t j = 0; j < images.size(); ++j)
            if (images[j].identity == images[i].identity)
                alike += unit.row(static_cast<Eigen::Index>(i)).dot(unit.row(static_cast<Eigen::Index>(j)));
        images[i].metadata[column] = std::to_string(100 - alike);
    }
    const auto discard = std::ranges::find(analyses(), "discard", &Analysis::key);
    const auto namesIt = [&](const std::shared_ptr<const Snapshot>& snapshot) {
        const auto found = must((*discard)->run({snapshot, {"net", {}}, (*discard)->defaults(), {}}, {}));
        return std::ranges::any_of(found->sentences(), [](const Text& sentence) {
            return sentence.english().find("discarding by “occlusion”") != std::string::npos;
        });
    };
    EXPECT_TRUE(namesIt(whole));
    auto partly = std::make_shared<Snapshot>(*whole);
    for (std::size_t i = 0; i < images.size(); i += 4) partly->images.images[i].metadata[column].clear();
    EXPECT_FALSE(namesIt(partly));
}

/// With FACESPACE_WRITE_MANUAL=1 the pages are written instead.
TEST_F(ListOfAnalyses, TheManualHasEveryParameterAndEveryColumn) {
    const std::filesystem::path manual = FACESPACE_MANUAL;
    for (const auto& [file, page] :
         {std::pair{"parameters.md", parametersPage(analyses())}, std::pair{"columns.md", columnsPage(analyses())}}) {
        if (std::getenv("FACESPACE_WRITE_MANUAL") != nullptr) std::ofstream(manual / file, std::ios::binary) << page;
        EXPECT_EQ(contentOf(manual / file), page) << "make it again: FACESPACE_WRITE_MANUAL=1 analyses_test";
    }
}

/// Tables, figures and reports are made again, byte for byte, from the parameters that they carry.
TEST_F(ListOfAnalyses, TheSameTablesComeFromTheParametersBesideThem) {
    auto project = make({});
    addFeatures(project, FeatureMatrix::Random(480, 8), "other", 0);
    measureAMap(project);
    const auto snapshot = test::withTimes(*snapshotOf(project));
    test::Edits edits = test::quickEdits();
    for (const auto& [key, value] : test::Edits{{"seed", std::int64_t{7}},
                                                {"folds", std::int64_t{3}},
                                                {"target", std::vector<std::string>{"yaw", "media"}},
                                                {"frontal", 15.0},
                                                {"bins", std::int64_t{7}},
                                                {"metric", std::string("euclidean")},
                                                {"discard-limit", 0.1},
                                                {"minimum", std::int64_t{3}},
                                                {"k", std::int64_t{5}},
                                                {"neighbours", true},
                                                {"layers", std::vector<std::string>{"other", "net"}},
                                                {"against", snapshot->projectFile.string()}})
        edits[key] = value;
    for (const Analysis* analysis : analyses()) {
        if (analysis->key == "probe") continue;  // it needs a network: probe_test.cpp
        const auto made = [&](const Values& values) {
            MadeTables tables("all", {});
            tables.add(*must(analysis->run({snapshot, {"net", {}}, values, {}}, {})));
            return std::pair{tables.json(true), tables.parameters()};
        };
        const auto [json, parameters] = made(test::edited(*analysis, edits));
        Values again = analysis->defaults();
        must(setRecorded(again, analysis->key, parameters));
        EXPECT_EQ(made(again).first, json) << analysis->key;
    }
}

TEST_F(ListOfAnalyses, TheSameReportComesFromTheParametersBesideIt) {
    const AnalysisList list = test::withCounts();
    const std::string project = make({}).file().string();
    std::vector<std::string> words{"report",
                                   project,
                                   "-o",
                                   path("first"),
                                   "--filter",
                                   "yaw < 60",
                                   "--no-faces",
                                   "--r2-grades",
                                   "0.1",
                                   "0.3",
                                   "--repeats",
                                   "2",
                                   "--bootstrap",
                                   "40",
                                   "--permutations",
                                   "29",
                                   "--feature-repeats",
                                   "1",
                                   "--kendall-leave-out",
                                   "20",
                                   "--bins",
                                   "7",
                                   "--at-least",
                                   "2",
                                   "--target",
                                   "yaw,media",
                                   "--seed",
                                   "7"};
    ASSERT_EQ(run(words, list), 0);
    ASSERT_EQ(run({"report", project, "-o", path("second"), "--parameters", path("first/parameters.json")}, list), 0);
    const std::string page = contentOf(dir / "first" / "report.html");
    EXPECT_GT(page.size(), 10'000U);
    EXPECT_EQ(contentOf(dir / "second" / "report.html"), page);
    EXPECT_EQ(contentOf(dir / "second" / "parameters.json"), contentOf(dir / "first" / "parameters.json"));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir / "first" / "tables"))
        if (entry.is_regular_file()) {
            const auto name = std::filesystem::relative(entry.path(), dir / "first");
            EXPECT_EQ(contentOf(dir / "second" / name), contentOf(entry.path())) << name;
        }
    // The parameters that stand in the page are the same.
    EXPECT_NE(page.find("&quot;r2&quot;: [0.1, 0.3]"), std::string::npos);
    EXPECT_EQ(run({"report", project, "-o", path("x"), "--parameters", path("none.json")}, list), 1);
}

TEST_F(ListOfAnalyses, FieldsSayWhatTheyAre) {
    for (const Analysis* analysis : analyses()) {
        std::set<std::string> keys;
        EXPECT_FALSE(analysis->title.empty() || analysis->question.empty()) << analysis->key;
        for (const Field& field : analysis->fields) {
            EXPECT_TRUE(keys.insert(field.key).second) << analysis->key << ": " << field.key << " twice";
            EXPECT_FALSE(field.help.empty()) << analysis->key << ": " << field.key;
            Values values(analysis->fields);
            EXPECT_TRUE(values.set(field.key, field.fallback)) << analysis->key << ": the fallback of " << field.key;
        }
    }
}

}  // namespace
}  // namespace facespace
