#include "core/analyses/list.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "app/cli/command_line.h"
#include "core/report/report.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/workflow/planted_project.h"

namespace facespace {
namespace {

using test::must;

/// A new analysis: how many images the identities have. All of it is here.
using Counts = std::map<std::string, double>;
const Analysis& countsAnalysis();

class CountsFound : public FindingsOf<Counts> {
  public:
    CountsFound(const AnalysisRequest& request, std::string network, Counts counts)
        : FindingsOf(countsAnalysis(), request.snapshot, std::move(network), request.values, std::move(counts)) {}
    std::vector<Table> tables() const override {
        Table table{"counts", "Images of each identity", {"identity", "images"}, {}, false};
        for (const auto& [identity, images] : result()) table.add(identity, images);
        return {table};
    }
    std::vector<std::string> summary() const override { return {fmt::format("{} identities counted", result().size())}; }
    Result<figure::Figure> figure(const FigureRequest&, const JobContext&) const override {
        figure::Figure figure;
        figure::Chart& chart = figure.add();
        chart.y.title = "Images counted";
        figure::Bars bars;
        for (const auto& [identity, images] : result()) bars.heights.push_back(images);
        chart.layers.emplace_back(std::move(bars));
        return figure;
    }
};

const Analysis& countsAnalysis() {
    static const Analysis analysis{
        .key = "counts",
        .title = "Images of each identity",
        .question = "Count the images of each identity",
        .fields = {{.key = "at-least",
                    .title = "Images, at least",
                    .help = "Only identities with so many images",
                    .fallback = std::int64_t{1},
                    .low = 1,
                    .high = 1e6}},
        .figures = {{"counts", "Images of each identity"}},
        .columns = {{"counts", "identity", "The identity", ""}, {"counts", "images", "Its images", ""}},
        .run = [](const AnalysisRequest& request, const JobContext&) -> Result<FindingsPtr> {
            const auto in = gather(*request.snapshot, request.scope);
            if (!in) return forward(in);
            Counts counts;
            for (std::size_t row = 0; row < in->identity.size(); ++row)
                if (in->features().row(static_cast<Eigen::Index>(row)).allFinite()) counts[in->identity[row]] += 1;
            std::erase_if(counts, [&](const auto& c) { return c.second < request.values.whole("at-least"); });
            return std::make_shared<CountsFound>(request, in->network(), std::move(counts));
        },
    };
    return analysis;
}

class ListOfAnalyses : public test::PlantedProject {
  protected:
    static AnalysisList withCounts() {
        std::vector<const Analysis*> all(analyses().begin(), analyses().end());
        all.push_back(&countsAnalysis());
        return {all};
    }
    /// Runs the command line; its words after the program's name.
    static int run(std::vector<std::string> words, const AnalysisList& list) {
        words.insert(words.begin(), "facespace-cli");
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        return cli::commandLine(static_cast<int>(arguments.size()), arguments.data(), list);
    }
    static std::string contentOf(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string path(const std::string& name) const { return (dir / name).string(); }
};

TEST_F(ListOfAnalyses, ANewAnalysisHasItsCommandItsFigureAndItsPartOfTheReport) {
    const AnalysisList list = withCounts();
    const std::string project = make({}).file().string();
    ASSERT_EQ(run({"counts", project, "--at-least", "2", "-o", path("tables")}, list), 0);
    const std::string csv = contentOf(dir / "tables" / "counts.csv");
    EXPECT_EQ(csv.substr(0, csv.find('\r')), "identity,images");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 13) << "12 identities";
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
    const auto snapshot = snapshotOf(project);
    for (const Analysis* analysis : analyses()) {
        std::set<std::pair<std::string, std::string>> explained;
        for (const ColumnMeaning& c : analysis->columns) {
            EXPECT_TRUE(explained.emplace(c.table, c.column).second) << c.table << "." << c.column << " twice";
            EXPECT_FALSE(c.meaning.empty()) << c.table << "." << c.column;
        }
        if (analysis->key == "probe" || analysis->key == "trust") continue;  // they need a network, a measured map
        test::Edits edits = test::quickEdits();
        edits["neighbours"] = true;
        const auto found = must(analysis->run({snapshot, {"net", {}}, test::edited(*analysis, edits), {}}, {}));
        for (const Table& table : found->tables())
            for (const std::string& column : table.columns) {
                const bool number = column.find_first_not_of("0123456789") == std::string::npos;
                EXPECT_TRUE(explained.contains({table.name, number ? "#" : column})) << table.name << "." << column;
            }
    }
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
