// The figures of the pages Map trust and Probe: what they say is what was measured, and privacy hides who it was.
#include <gtest/gtest.h>
#include <algorithm>
#include <variant>

#include "core/charts/probe_figure.h"
#include "core/charts/trust_figure.h"
#include "core/figure/write.h"
#include "core/view/face_pictures.h"
#include "core/workflow/store_trust.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::must;

std::string provenanceOf(const figure::Figure& figure, const std::string& key) {
    const auto found = std::ranges::find(figure.provenance, key, [](const auto& entry) { return entry.first; });
    return found == figure.provenance.end() ? std::string() : found->second;
}

template <class Mark>
std::vector<Mark> marksOf(const figure::Drawing& drawing) {
    std::vector<Mark> found;
    for (const auto& mark : drawing.marks)
        if (const auto* one = std::get_if<Mark>(&mark)) found.push_back(*one);
    return found;
}

std::string termFor(const figure::Drawing& drawing) {
    std::string words;
    for (const auto& text : marksOf<figure::Text>(drawing)) words += text.text + "\n";
    return words;
}

/// All of it is on the page, in both widths.
void expectOnPage(const figure::Figure& figure, double width) {
    auto fitted = figure;
    fitTo(fitted, width, 0, {}, figure::LegendPlace::kAuto);
    const figure::Drawing drawing = figure::layOut(fitted);
    EXPECT_LT(drawing.height, 225 * figure::kPointsPerMm);
    for (const auto& text : marksOf<figure::Text>(drawing)) {
        EXPECT_GE(text.at.y, 0) << text.text << " at " << width;
        EXPECT_LE(text.at.y, drawing.height) << text.text << " at " << width;
    }
    for (const auto& picture : marksOf<figure::Picture>(drawing)) {
        EXPECT_GE(picture.to.x, 0) << width;
        EXPECT_LE(picture.to.right(), drawing.width + 0.1) << width;
    }
}

class TrustFigure : public test::PlantedProject {
  protected:
    static MapRecord mapOf(const Snapshot& snapshot, const std::string& name, Eigen::Index firstAxis) {
        MapRecord map;
        map.network = snapshot.featureSets.front()->network.id;
        map.name = name;
        map.method = "pca";
        map.parametersJson = R"({"seed": 1})";
        map.coordinates = snapshot.featureSets.front()->features.middleCols(firstAxis, 2);
        return map;
    }
    /// Two maps, of which the first is measured.
    Project withMaps() {
        Project project = make({});
        const auto snapshot = snapshotOf(project);
        must(project.putMap(mapOf(*snapshot, "first", 0)));
        must(project.putMap(mapOf(*snapshot, "second", 4)));
        return project;
    }
    static std::vector<const figure::Line*> curvesOf(const figure::Chart& chart) {
        std::vector<const figure::Line*> lines;
        for (const auto& layer : chart.layers)
            if (const auto* line = std::get_if<figure::Line>(&layer)) lines.push_back(line);
        return lines;
    }
};

TEST_F(TrustFigure, DrawsWhatWasMeasuredOverTheNumberOfNeighbours) {
    Project project = withMaps();
    const TrustReport report = must(storeTrust(project, {.map = "first", .neighbours = {5, 30, 100}}, {}));
    const auto snapshot = snapshotOf(project);
    // The newest map was not measured: the newest that was is drawn.
    const auto figure = must(test::drawPage(snapshot, "map-trust"));
    ASSERT_EQ(figure.charts.size(), 1U);
    EXPECT_EQ(figure.charts[0].title, "first");
    const auto lines = curvesOf(figure.charts[0]);
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0]->y, report.byChance);
    EXPECT_FALSE(lines[0]->dash.empty()) << "chance is dashed";
    EXPECT_EQ(lines[1]->y, report.trustworthiness);
    EXPECT_EQ(lines[2]->y, report.continuity);
    EXPECT_EQ(lines[3]->y, report.preservation);
    EXPECT_EQ(lines[3]->x, (std::vector<double>{5, 30, 100}));
    EXPECT_EQ(provenanceOf(figure, "Map"), "first");
    EXPECT_EQ(provenanceOf(figure, "Network"), "net");
    EXPECT_EQ(provenanceOf(figure, "Map parameters"), R"({"seed": 1})");
    EXPECT_NE(provenanceOf(figure, "Measured").find("[5,30,100]"), std::string::npos);
    EXPECT_TRUE(provenanceOf(figure, "Seed").empty()) << "nothing random is in it";
    for (const double width : {figure::kTwoColumnsMm, figure::kOneColumnMm}) {
        expectOnPage(figure, width);
        auto fitted = figure;
        fitTo(fitted, width, 0, {}, figure::LegendPlace::kAuto);
        const std::string words = termFor(figure::layOut(fitted));
        for (const char* name : {"Trustworthiness", "Continuity", "Neighbours preserved", "Preserved by chance"})
            EXPECT_NE(words.find(name), std::string::npos) << name << " at " << width << "\n" << words;
        EXPECT_NE(words.find("480 images"), std::string::npos) << words;
    }
}

TEST_F(TrustFigure, SeveralMapsAreComparedAtTheSameNumberOfNeighbours) {
    Project project = withMaps();
    const TrustReport first =
        must(storeTrust(project, {.map = "first", .neighbours = {10, 30}, .columnNeighbours = 30}, {}));
    const TrustReport second =
        must(storeTrust(project, {.map = "second", .neighbours = {30, 50}, .columnNeighbours = 50}, {}));
    const auto figure = must(report::trustFigure(*snapshotOf(project), "first"));
    ASSERT_EQ(figure.charts.size(), 2U);
    EXPECT_EQ(figure.charts[1].y.names, (std::vector<Text>{"first", "second"}));
    std::vector<const figure::Scatter*> dots;
    for (const auto& layer : figure.charts[1].layers)
        if (const auto* found = std::get_if<figure::Scatter>(&layer)) dots.push_back(found);
    ASSERT_EQ(dots.size(), 3U);
    const auto at30 = [](const TrustReport& r) {
        return static_cast<std::size_t>(std::ranges::find(r.neighbours, 30) - r.neighbours.begin());
    };
    EXPECT_EQ(dots[0]->x, (std::vector<double>{first.trustworthiness[at30(first)], second.trustworthiness[at30(second)]}));
    EXPECT_EQ(dots[2]->x, (std::vector<double>{first.preservation[at30(first)], second.preservation[at30(second)]}));
    for (const double width : {figure::kTwoColumnsMm, figure::kOneColumnMm}) expectOnPage(figure, width);
    // One that has no value at this k is left out.
    must(storeTrust(project, {.map = "second", .neighbours = {50}, .columnNeighbours = 50}, {}));
    const auto alone = must(report::trustFigure(*snapshotOf(project), "first"));
    EXPECT_EQ(alone.charts.size(), 1U);
}

TEST_F(TrustFigure, SaysWhatIsMissing) {
    Project project = withMaps();
    const auto failed = [&](const std::string& map) {
        const auto figure = test::drawPage(snapshotOf(project), "map-trust", {{"map", map}});
        EXPECT_FALSE(figure) << map;
        return figure ? Error{} : figure.error();
    };
    EXPECT_NE(failed("").message.find("No map has been measured"), std::string::npos);
    EXPECT_NE(failed("second").message.find("“second” has not been measured; run “facespace-cli trust”"), std::string::npos);
    EXPECT_EQ(failed("third").code, ErrorCode::kNotFound);
}

class ProbeFigure : public test::PlantedProject {
  protected:
    static ProbeSeries blurred(int steps) {
        const auto stepOf = [](double blur) {
            ProbeStep step;
            step.row = 7;
            step.degradation.blur = blur;
            step.degradation.occlusion = 0.25;
            step.crop.width = step.crop.height = 24;
            for (int i = 0; i < 24 * 24 * 3; ++i) step.crop.pixels.push_back(static_cast<std::uint8_t>(i * 7 % 256));
            step.distance = 20 - blur;
            step.cosine = 1 - blur / 10;
            step.yawDeg = 5 * blur;
            step.ownRank = 1 + static_cast<std::int64_t>(blur * 40);
            return step;
        };
        ProbeSeries series;
        series.field = must(degradationField("blur"));
        series.stored = std::make_shared<const ProbeStep>(stepOf(0));
        // Not in order, as a slider gives them.
        for (int i = steps; i-- > 0;) series.steps.push_back(std::make_shared<const ProbeStep>(stepOf(0.5 * i)));
        return series;
    }
};

TEST_F(ProbeFigure, HasTheFacesAndAPanelForEachFigure) {
    const auto snapshot = snapshotOf(make({}));
    const ProbeSeries series = blurred(13);
    for (const double width : {figure::kTwoColumnsMm, figure::kOneColumnMm}) {
        const auto figure = must(report::probeFigure(*snapshot, series, {width, {}, false}));
        ASSERT_EQ(figure.charts.size(), 5U);
        const auto& line = std::get<figure::Line>(figure.charts[1].layers.front());
        EXPECT_EQ(line.x.size(), 13U);
        EXPECT_TRUE(std::ranges::is_sorted(line.x));
        EXPECT_EQ(line.y.front(), 20);
        EXPECT_EQ(line.y.back(), 14);
        EXPECT_EQ(std::get<figure::Rule>(figure.charts[1].layers.back()).at, 20) << "the stored value";
        EXPECT_EQ(figure.charts[4].y.scale, figure::Scale::kLog);
        const figure::Drawing drawing = figure::layOut(figure);
        const auto pictures = marksOf<figure::Picture>(drawing);
        EXPECT_EQ(pictures.size(), width > 100 ? 9U : 5U);
        EXPECT_EQ(pictures.front().image->pixels, series.stored->crop.pixels);
        const std::string words = termFor(drawing);
        for (const char* word :
             {"Blur (px)", "Distance from the origin", "Cosine to the stored feature", "Predicted yaw (°)",
              "Rank of the own identity", "stored", "Occlusion (%) is 25 throughout."})
            EXPECT_NE(words.find(word), std::string::npos) << word << " in\n" << words;
        expectOnPage(figure, width);
        EXPECT_EQ(provenanceOf(figure, "Image"), "person 0/7.jpg");
        EXPECT_NE(provenanceOf(figure, "Parameters").find(R"("degradation":"blur","values":[0.0,0.5,)"), std::string::npos)
            << provenanceOf(figure, "Parameters");
    }
}

TEST_F(ProbeFigure, LeavesOutWhatIsNotKnown) {
    const auto snapshot = snapshotOf(make({}));
    ProbeSeries series = blurred(5);
    series.unitLength = true;
    for (auto& shared : series.steps) {
        auto step = std::make_shared<ProbeStep>(*shared);
        step->yawDeg = std::nan("");
        step->ownRank = 0;
        shared = std::move(step);
    }
    const auto figure = must(report::probeFigure(*snapshot, series, {}));
    ASSERT_EQ(figure.charts.size(), 2U);
    EXPECT_EQ(figure.charts[1].y.title, "Cosine to the stored feature");
    series.steps.resize(1);
    EXPECT_FALSE(report::probeFigure(*snapshot, series, {})) << "one value is no curve";
}

TEST_F(ProbeFigure, RunsTowardsTheWorse) {
    const auto snapshot = snapshotOf(make({}));
    ProbeSeries series = blurred(5);
    series.field = must(degradationField("scale"));
    for (std::size_t i = 0; i < series.steps.size(); ++i) {
        auto step = std::make_shared<ProbeStep>(*series.steps[i]);
        step->degradation.scale = 0.2 * static_cast<double>(i + 1);
        series.steps[i] = std::move(step);
    }
    const auto figure = must(report::probeFigure(*snapshot, series, {}));
    EXPECT_TRUE(figure.charts[1].x.reversed) << "a smaller face is worse";
    const std::string words = termFor(figure::layOut(figure));
    EXPECT_EQ(words.substr(0, 16), "100\n80\n60\n40\n20\n") << words;
    EXPECT_FALSE(must(report::probeFigure(*snapshot, blurred(5), {})).charts[1].x.reversed);
}

TEST_F(ProbeFigure, PrivacyHidesTheFaceAndItsFile) {
    const auto snapshot = snapshotOf(make({}));
    const ProbeSeries series = blurred(5);
    const auto figure = must(report::probeFigure(*snapshot, series, {figure::kTwoColumnsMm, {}, true}));
    const figure::Drawing drawing = figure::layOut(figure);
    for (const auto& picture : marksOf<figure::Picture>(drawing)) {
        EXPECT_EQ(picture.image->pixels, blurredBeyondRecognition(series.stored->crop, 24).pixels);
    }
    EXPECT_EQ(provenanceOf(figure, "Image"), "image 8");
    EXPECT_EQ(must(figure::encode(drawing, figure::Format::kSvg)).find("person"), std::string::npos);
}

}  // namespace
}  // namespace facespace
