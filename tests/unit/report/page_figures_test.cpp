#include "core/report/page_figures.h"

#include <algorithm>
#include <variant>

#include "core/figure/write.h"
#include "core/report/charts.h"
#include "tests/unit/workflow/planted_project.h"

namespace facespace {
namespace {

using test::must;
using test::PlantedOptions;

class PageFigures : public test::PlantedProject {
  protected:
    static report::AnalysisOptions quick() {
        report::AnalysisOptions o;
        auto& e = o.prediction.experiment;
        e.randomRepeats = 2;
        e.bootstrap = 40;
        e.permutations = 19;
        e.featureRepeats = 1;
        o.views.permutations = 29;
        o.quality.relation.statistics = {40, 20, 49, 1};
        o.verification.verification.bootstrap = 40;
        return o;
    }
    static std::string svgOf(const figure::Figure& figure) {
        return must(figure::encode(figure::layOut(figure), figure::Format::kSvg));
    }
    static std::string provenanceOf(const figure::Figure& figure, const std::string& key) {
        const auto found = std::ranges::find(figure.provenance, key, [](const auto& entry) { return entry.first; });
        return found == figure.provenance.end() ? std::string() : found->second;
    }
    template <class Layer>
    static const Layer* layerOf(const figure::Chart& chart, const std::string& label = {}) {
        for (const auto& layer : chart.layers)
            if (const auto* found = std::get_if<Layer>(&layer); found != nullptr && (label.empty() || found->label == label))
                return found;
        return nullptr;
    }
};

TEST_F(PageFigures, EveryPageIsDrawnWithRealTextAndHowItWasMade) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    for (const report::PageFigure& page : report::pageFigures()) {
        auto figure = report::drawPageFigure(*snapshot, page.name, {"net", {}}, "", quick(), {}, {});
        ASSERT_TRUE(figure) << page.name << ": " << figure.error().message;
        ASSERT_FALSE(figure->charts.empty()) << page.name;
        EXPECT_EQ(provenanceOf(*figure, "Network"), "net");
        EXPECT_EQ(provenanceOf(*figure, "Figure"), page.name);
        EXPECT_NE(provenanceOf(*figure, "Parameters").find('{'), std::string::npos);
        report::fitTo(*figure, figure::kOneColumnMm, 0, {}, figure::LegendPlace::kAuto);
        EXPECT_EQ(figure->columns, 1) << page.name << ": panels go below each other in a narrow column";
        const std::string svg = svgOf(*figure);
        EXPECT_NE(svg.find("<text"), std::string::npos) << page.name;
        EXPECT_NE(svg.find(figure->charts.front().x.title.substr(0, 8)), std::string::npos) << page.name;
        EXPECT_EQ(must(figure::encode(figure::layOut(*figure), figure::Format::kPdf)).substr(0, 4), "%PDF");
    }
}

TEST_F(PageFigures, TheCurvesAreThoseOfTheAnalyses) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    const auto verified = must(verificationOf(*snapshot, {"net", {}}, quick().verification, {}));
    const auto roc = report::rocFigure(verified.result);
    const auto* line = layerOf<figure::Line>(roc.charts.front());
    ASSERT_NE(line, nullptr);
    std::size_t at = 0;
    for (const CurvePoint& p : verified.result.curve)
        if (p.fmr > 0) {
            ASSERT_LT(at, line->x.size());
            EXPECT_EQ(line->x[at], p.fmr);
            EXPECT_EQ(line->y[at++], 1 - p.fnmr);
        }
    EXPECT_EQ(at, line->x.size());

    // Every image of the chosen measure is there.
    const auto quality = must(qualityOf(*snapshot, {"net", {}}, quick().quality, {}));
    const auto cloud = report::distanceQualityFigure(quality, "occlusion");
    const auto* images = layerOf<figure::Scatter>(cloud.charts.front());
    ASSERT_NE(images, nullptr);
    EXPECT_EQ(images->x.size(), 480U);
    EXPECT_EQ(cloud.charts.front().y.title, "occlusion");

    // The distance and the quality asked for are always among the curves of error versus discard.
    report::PageFigureChoices choices;
    choices.measure = "abs_pitch";
    choices.fmr = 0.01;
    const auto edc = must(report::drawPageFigure(*snapshot, "edc", {"net", {}}, "", quick(), choices, {}));
    ASSERT_EQ(edc.charts.size(), 1U);
    for (const char* label : {"Distance from the origin", "|pitch|", "random", "oracle"})
        EXPECT_NE(layerOf<figure::Line>(edc.charts.front(), label), nullptr) << label;
    choices.recomputed = true;
    const auto again = must(report::drawPageFigure(*snapshot, "edc", {"net", {}}, "", quick(), choices, {}));
    EXPECT_NE(again.charts.front().title.find("recomputed"), std::string::npos);
}

TEST_F(PageFigures, OnlyImagesOfTheScopeAreDrawn) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    AnalysisScope scope{"net", std::vector<std::int64_t>{}};
    for (std::int64_t row = 0; row < 240; ++row) scope.rows->push_back(row);
    const auto figure = must(report::drawPageFigure(*snapshot, "quality", scope, "yaw > 0", quick(), {}, {}));
    EXPECT_EQ(layerOf<figure::Scatter>(figure.charts.front())->x.size(), 240U);
    EXPECT_EQ(provenanceOf(figure, "Images"), "yaw > 0");
}

TEST_F(PageFigures, WhatCannotBeDrawnSaysWhatIsMissing) {
    PlantedOptions bare;
    bare.pose = bare.media = false;
    bare.unitLength = true;
    const auto project = make(bare);
    const auto snapshot = snapshotOf(project);
    const auto failed = [&](const char* page, const report::PageFigureChoices& choices = {}) {
        const auto figure = report::drawPageFigure(*snapshot, page, {"net", {}}, "", quick(), choices, {});
        EXPECT_FALSE(figure) << page;
        return figure ? Error{} : figure.error();
    };
    for (const char* page : {"agreement", "prediction", "view-dependence"})
        EXPECT_NE(failed(page).message.find("mport"), std::string::npos) << failed(page).message;
    EXPECT_NE(failed("quality").message.find("length"), std::string::npos);
    EXPECT_EQ(failed("heat").code, ErrorCode::kNotFound);
    report::PageFigureChoices unknown;
    unknown.measure = "sharpnes";
    EXPECT_EQ(failed("quality", unknown).code, ErrorCode::kNotFound);
    EXPECT_TRUE(report::drawPageFigure(*snapshot, "roc", {"net", {}}, "", quick(), {}, {})) << "the others still run";
}

}  // namespace
}  // namespace facespace
