#include "core/analyses/identify/identify_analysis.h"

#include <algorithm>
#include <fstream>

#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

/// Twelve people of 40 images, even ones stills and odd ones frames.
class IdentifyAnalysis : public test::PlantedProject {
  protected:
    static Result<FindingsPtr> run(const std::shared_ptr<const Snapshot>& snapshot, const test::Edits& edits) {
        return identifyAnalysis().run({snapshot, {"net", {}}, test::edited(identifyAnalysis(), edits), {}}, {});
    }
    static const Identification& found(const FindingsPtr& findings) {
        return resultOf<IdentificationReport>(*findings).result;
    }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(dir / name, std::ios::binary) << text;
        return (dir / name).string();
    }
};

TEST_F(IdentifyAnalysis, GalleriesAndProbesAreFiltersOrLists) {
    const auto snapshot = snapshotOf(make({}));
    const std::string people = "identity in (\"person 0\", \"person 1\", \"person 2\", \"person 3\")";
    const auto filtered =
        must(run(snapshot, {{"gallery", "media == \"still\" && " + people}, {"probes", std::string("media == \"video\"")}}));
    EXPECT_EQ(found(filtered).entries, std::vector<std::int64_t>{80});
    EXPECT_EQ(found(filtered).mated, 80) << "frames of the four";
    EXPECT_EQ(found(filtered).nonMated, 160) << "of the other eight";
    EXPECT_FALSE(found(filtered).ownRemoved);

    std::string gallery = "path,person\n", probes;
    for (const ImageRecord& image : snapshot->images.images) {
        const bool four = image.identity < "person 4" && image.identity != "person 10" && image.identity != "person 11";
        if (image.media == Media::kStill && four) gallery += "somewhere/" + image.path + ",x\n";
        if (image.media == Media::kVideo) probes += image.path + "\n";
    }
    const auto listed = must(run(snapshot, {{"gallery", write("gallery.csv", gallery + "nobody/9.jpg,x\n")},
                                            {"probes", write("probes.txt", probes)}}));
    EXPECT_EQ(found(listed).cmc[0].value, found(filtered).cmc[0].value);
    EXPECT_EQ(found(listed).openSet[0].threshold, found(filtered).openSet[0].threshold);
    ASSERT_EQ(listed->notes().size(), 1U);
    EXPECT_NE(listed->notes()[0].english().find("“nobody/9.jpg”"), std::string::npos) << listed->notes()[0].english();

    const auto rest = must(run(snapshot, {{"gallery", std::string("media == \"still\"")}}));
    EXPECT_EQ(found(rest).mated, 240) << "all that are not enrolled";
    EXPECT_TRUE(found(rest).ownRemoved) << "everyone is enrolled";
}

TEST_F(IdentifyAnalysis, TemplatesOfTwoGalleriesAsIjbHasThem) {
    auto project = make({});
    auto changed = std::make_shared<Snapshot>(*snapshotOf(project));
    auto& set = changed->images;
    set.metadataColumns.emplace_back("template");
    // Template 100 + p is enrolled, 200 + p is looked for; of each person's first and last twenty images.
    for (std::size_t i = 0; i < set.images.size(); ++i)
        set.images[i].metadata.push_back(std::to_string((i % 40 < 20 ? 100 : 200) + static_cast<int>(i / 40)));
    std::string first = "TEMPLATE_ID,SUBJECT_ID,FILENAME\n", second = first, probes = first;
    for (int p = 0; p < 12; ++p) {
        (p < 6 ? first : second) += std::to_string(100 + p) + ",x,y.jpg\n";
        probes += std::to_string(200 + p) + ",x,y.jpg\n";
    }
    const auto findings = must(run(changed, {{"templates", std::string("template")},
                                             {"gallery", write("G1.csv", first)},
                                             {"second-gallery", write("G2.csv", second)},
                                             {"probes", write("mixed.csv", probes)}}));
    EXPECT_EQ(found(findings).identities, (std::vector<std::int64_t>{6, 6}));
    EXPECT_EQ(found(findings).mated, 12);
    EXPECT_EQ(found(findings).nonMated, 12);
    EXPECT_EQ(found(findings).cmc[0].value, 1) << "templates of twenty images are sure";
    const auto tables = findings->tables();
    const auto searches = std::ranges::find(tables, "identify_searches", &Table::name);
    EXPECT_EQ(std::get<std::string>(searches->rows[0][1]), "200") << "a template by its id";
}

TEST_F(IdentifyAnalysis, SaysWhatIsWrong) {
    const auto snapshot = snapshotOf(make({}));
    const auto message = [&](const test::Edits& edits) {
        const auto findings = run(snapshot, edits);
        return findings ? std::string("nothing") : findings.error().message.english();
    };
    EXPECT_NE(message({{"gallery", std::string("media = ")}}).find("The filter is not understood"), std::string::npos);
    EXPECT_NE(message({{"gallery", std::string("none.csv")}}).find("Cannot read"), std::string::npos)
        << message({{"gallery", std::string("none.csv")}});
    EXPECT_NE(message({{"probes", std::string("yaw > 0")}}).find("--gallery"), std::string::npos);
    EXPECT_NE(message({{"gallery", write("other.csv", "path\nx.jpg\n")}}).find("names none of the images"),
              std::string::npos);
    EXPECT_NE(message({{"templates", std::string("nothing")}}).find("There is no column"), std::string::npos);
}

/// What is wrong is found: images of one person that lie at another's.
TEST_F(IdentifyAnalysis, SaysWhoIsTakenForWhom) {
    const auto findings = must(run(snapshotOf(make({.mislabelled = 12})), {}));
    const auto sentences = findings->sentences();
    EXPECT_TRUE(
        std::ranges::any_of(sentences, [](const Text& s) { return s.english().find("is taken for") != std::string::npos; }));
    EXPECT_GE(found(findings).confusions.size(), 12U) << "each wrong image, and those that it draws to itself";
    const auto tables = findings->tables();
    const auto confusions = std::ranges::find(tables, "identify_confusions", &Table::name);
    ASSERT_EQ(confusions->rows.size(), found(findings).confusions.size());
    const auto& searches = found(findings).searches;
    EXPECT_EQ(std::ranges::count_if(searches, [](const Search& s) { return s.rank > 1 && s.row % 40 == 0; }), 12)
        << "the planted ones are all there";
}

}  // namespace
}  // namespace facespace
