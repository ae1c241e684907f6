#include "core/charts/charts.h"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>
#include <set>
#include <variant>

#include "core/analyses/suspects/suspects_analysis.h"
#include "core/analyses/suspects/suspects_figure.h"
#include "core/compute/compare_spaces.h"
#include "core/figure/text_measure.h"
#include "core/figure/write.h"
#include "core/image/encode.h"
#include "core/workflow/store_trust.h"
#include "tests/unit/analyses/draw_page.h"
#include "tests/unit/analyses/with_times.h"
#include "tests/unit/compute/planted_project.h"

namespace facespace {
namespace {

using test::drawPage;
using test::must;
using test::PlantedOptions;

class PageFigures : public test::PlantedProject {
  protected:
    static PredictionAnalysisOptions quickPrediction() {
        PredictionAnalysisOptions o;
        auto& e = o.experiment;
        e.randomRepeats = 2;
        e.bootstrap = 40;
        e.permutations = 19;
        e.featureRepeats = 1;
        return o;
    }
    static QualityAnalysisOptions quickQuality() {
        QualityAnalysisOptions o;
        o.relation.statistics.bootstrap = 40;
        return o;
    }
    static VerificationAnalysisOptions quickPairs() {
        VerificationAnalysisOptions o;
        o.verification.leaveOut = 40;
        return o;
    }
    static std::vector<FigureKind> kinds() {
        std::vector<FigureKind> all;
        for (const Analysis* analysis : analyses())
            all.insert(all.end(), analysis->figures.begin(), analysis->figures.end());
        return all;
    }
    /// One runs a network, which these features came without; others show what is wrong with names, and these are right;
    /// one needs more people.
    static bool cannotBeDrawn(const std::string& page) {
        return page == "probe" || page == "spaces-ratings" || page == "identify-within" || page == "layers" ||
               page == "mixed-names" || page == "same-names" || page == "duplicates" || page == "overlap-identities";
    }
    static std::string svgOf(const figure::Figure& figure) {
        return must(figure::encode(figure::layOut(figure), figure::Format::kSvg));
    }
    static std::string provenanceOf(const figure::Figure& figure, const std::string& key) {
        const auto found = std::ranges::find(figure.provenance, key, [](const auto& entry) { return entry.first; });
        return found == figure.provenance.end() ? std::string() : found->second;
    }
    /// Nothing that is written ends outside the page.
    static void expectWordsOnPage(const figure::Figure& figure, const std::string& name) {
        const figure::Drawing drawing = figure::layOut(figure);
        const figure::TextMeasure measure(figure.style.fontFamily);
        for (const auto& mark : drawing.marks) {
            const auto* text = std::get_if<figure::Text>(&mark);
            if (text == nullptr || text->text.empty()) continue;
            const double width = measure.width(text->text, text->size, text->bold) +
                                 measure.width(text->raised, text->size * figure::kRaisedSize);
            const bool upright = text->angleDeg == 90;
            double low = (upright ? drawing.height - text->at.y : text->at.x);
            if (text->align == figure::Align::kCentre) low -= width / 2;
            if (text->align == figure::Align::kRight) low -= width;
            EXPECT_GE(low, -0.1) << name << ": “" << text->text << "” at " << figure.widthMm << " mm";
            EXPECT_LE(low + width, (upright ? drawing.height : drawing.width) + 0.1)
                << name << ": “" << text->text << "” at " << figure.widthMm << " mm";
            EXPECT_LE(text->at.y, drawing.height) << name << ": " << text->text;
            EXPECT_GE(text->at.y, 0) << name << ": " << text->text;
        }
    }
    /// Words in a line do not run together.
    static void expectWordsApart(const figure::Drawing& drawing) {
        const figure::TextMeasure measure;
        std::vector<const figure::Text*> words;
        for (const auto& mark : drawing.marks)
            if (const auto* text = std::get_if<figure::Text>(&mark)) words.push_back(text);
        for (const auto* a : words)
            for (const auto* b : words) {
                if (a == b || a->at.y != b->at.y || a->at.x > b->at.x) continue;
                const double between =
                    b->at.x - a->at.x - (measure.width(a->text, a->size) + measure.width(b->text, b->size)) / 2;
                EXPECT_GT(between, 0.2 * a->size) << a->text << " and " << b->text;
            }
    }
    /// A second network that sees `moved` images of the middle of the set in each other's place, and a map of both.
    std::shared_ptr<const Snapshot> withSecondNetwork(Project& project, Eigen::Index moved) {
        const auto before = snapshotOf(project);
        const FeatureMatrix& x = before->featureSets.front()->features;
        FeatureMatrix y = x;
        y.middleRows(100, moved) = x.middleRows(100, moved).colwise().reverse();
        addFeatures(project, y, "a second network with a long name", 0);
        const auto both = snapshotOf(project);
        for (const auto& set : both->featureSets) {
            MapRecord map;
            map.network = set->network.id;
            map.name = "pca 2-D " + set->network.name;
            map.method = "pca";
            map.coordinates = set->features.leftCols(2);
            must(project.putMap(map));
        }
        return snapshotOf(project);
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
    PlantedOptions planted;
    planted.mislabelled = 2;
    auto project = make(planted);
    withSecondNetwork(project, 60);
    must(storeTrust(project, {.map = "pca 2-D net"}, {}));
    const auto snapshot = test::withTimes(*snapshotOf(project));
    for (const FigureKind& page : kinds()) {
        if (cannotBeDrawn(page.name)) continue;
        auto figure = drawPage(snapshot, page.name);
        ASSERT_TRUE(figure) << page.name << ": " << figure.error().message;
        ASSERT_FALSE(figure->charts.empty()) << page.name;
        EXPECT_EQ(provenanceOf(*figure, "Network"), "net");
        EXPECT_EQ(provenanceOf(*figure, "Figure"), page.name);
        EXPECT_NE(provenanceOf(*figure, "Parameters").find('{'), std::string::npos);
        for (const double width : {figure::kTwoColumnsMm, figure::kOneColumnMm}) {
            auto fitted = *figure;
            if (page.name == "suspects" || page.name == "overlap-images")  // laid out for its width
                fitted = must(drawPage(snapshot, page.name, {}, {"net", {}}, {.widthMm = width}));
            fitTo(fitted, width, 0, {}, figure::LegendPlace::kAuto);
            fitted.title = page.title;
            expectWordsOnPage(fitted, page.name);
        }
        fitTo(*figure, figure::kOneColumnMm, 0, {}, figure::LegendPlace::kAuto);
        EXPECT_EQ(figure->columns, 1) << page.name << ": panels go below each other in a narrow column";
        const std::string svg = svgOf(*figure);
        EXPECT_NE(svg.find("<text"), std::string::npos) << page.name;
        EXPECT_NE(svg.find(figure->charts.front().x.title.english().substr(0, 8)), std::string::npos) << page.name;
        EXPECT_EQ(must(figure::encode(figure::layOut(*figure), figure::Format::kPdf)).substr(0, 4), "%PDF");
    }
}

/// A figure, a table and a report are made again from the parameters that they carry, byte for byte.
TEST_F(PageFigures, TheSameBytesComeFromTheParametersThatAFigureCarries) {
    PlantedOptions planted;
    planted.mislabelled = 2;
    auto project = make(planted);
    withSecondNetwork(project, 60);
    must(storeTrust(project, {.map = "pca 2-D net"}, {}));
    const auto snapshot = test::withTimes(*snapshotOf(project));
    const test::Edits other{{"seed", std::int64_t{7}},
                            {"folds", std::int64_t{3}},
                            {"target", std::vector<std::string>{"yaw", "media"}},
                            {"frontal", 15.0},
                            {"bh", true},
                            {"distance", std::string("mean")},
                            {"bins", std::int64_t{7}},
                            {"metric", std::string("euclidean")},
                            {"discard-limit", 0.1},
                            {"log", true},
                            {"suspects", std::int64_t{1}},
                            {"k", std::int64_t{5}},
                            {"measure", std::string("occlusion")}};
    for (const FigureKind& page : kinds()) {
        if (cannotBeDrawn(page.name)) continue;
        const auto figure = must(drawPage(snapshot, page.name, other));
        const Analysis& analysis = *analyses().find(provenanceOf(figure, "Analysis"));
        Values values = analysis.defaults();
        must(values.setJson(provenanceOf(figure, "Parameters")));
        const auto again = must(drawFigure(analysis, {snapshot, {provenanceOf(figure, "Network"), {}}, values, {}},
                                           {.name = page.name}, provenanceOf(figure, "Images"), {}));
        EXPECT_EQ(svgOf(again), svgOf(figure)) << page.name;
        EXPECT_NE(provenanceOf(figure, "Parameters"), Values(analysis.fields).json()) << page.name;
    }
}

TEST_F(PageFigures, TheCurvesAreThoseOfTheAnalyses) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    const auto verified = must(computeVerification(*snapshot, {"net", {}}, quickPairs(), {}));
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

    EXPECT_EQ(roc.charts.front().x.title, "False match rate (FMR)");
    const auto det = report::detFigure(verified.result);
    EXPECT_EQ(det.charts.front().x.title, roc.charts.front().x.title);
    EXPECT_EQ(det.charts.front().y.scale, figure::Scale::kProbit);
    const auto* points = layerOf<figure::Scatter>(det.charts.front());
    ASSERT_NE(points, nullptr) << "operating points on both";
    EXPECT_GT(points->y.front(), 0);

    // Every image of the chosen measure is there.
    const auto quality = must(computeQuality(*snapshot, {"net", {}}, quickQuality(), {}));
    const auto cloud = report::distanceQualityFigure(quality, "occlusion");
    const auto* images = layerOf<figure::Scatter>(cloud.charts.front());
    ASSERT_NE(images, nullptr);
    EXPECT_EQ(images->x.size(), 480U);
    EXPECT_EQ(cloud.charts.front().y.title, "occlusion");
    // The window finds the images behind its marks.
    ASSERT_EQ(images->rows.marks(), 480U);
    EXPECT_EQ(quality.distance[static_cast<std::size_t>(images->rows.of(7)[0])], images->x[7]);
    const auto* medians = layerOf<figure::Line>(cloud.charts.front(), "medians of bins, 95 % interval");
    ASSERT_NE(medians, nullptr);
    const auto relation = std::ranges::find(quality.relations, "occlusion", &DistanceRelation::measure);
    EXPECT_TRUE(std::ranges::equal(medians->rows.of(2), relation->medians[2].rows));

    // The distance and the quality asked for are always among the curves of error versus discard.
    test::Edits choices{{"measure", std::string("abs_pitch")}, {"fmr", std::vector<double>{0.01}}};
    const auto edc = must(drawPage(snapshot, "edc", choices));
    ASSERT_EQ(edc.charts.size(), 2U) << "a panel, and the areas as its legend";
    const std::string svg = svgOf(edc);
    for (const char* label : {"Distance from the origin", "|pitch|", "random", "oracle"})
        EXPECT_NE(svg.find(label), std::string::npos) << label;
    EXPECT_NE(svg.find("metric&quot;:&quot;cosine"), std::string::npos) << "how it was made";
    test::Edits euclidean = choices;
    euclidean["metric"] = std::string("euclidean");
    EXPECT_NE(svgOf(must(drawPage(snapshot, "edc", euclidean))), svg) << "of other scores";
    choices["recomputed"] = true;
    const auto again = must(drawPage(snapshot, "edc", choices));
    EXPECT_NE(again.charts.front().title.find("recomputed"), std::string::npos);
}

TEST_F(PageFigures, ErrorVersusDiscardHasEveryMeasureWithItsAreaAtEveryRate) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    const auto verified = must(computeVerification(*snapshot, {"net", {}}, quickPairs(), {}));
    DiscardOptions options;
    options.measures = {"occlusion", "abs_yaw", "abs_pitch"};
    const auto report = must(computeDiscard(*snapshot, {"net", {}}, verified, options, {}));
    const DiscardAreas areas = areasOf(report.curves);
    ASSERT_EQ(areas.rows.size(), 6U);
    EXPECT_EQ(areas.fmrTargets, options.edc.fmrTargets);
    EXPECT_TRUE(std::ranges::is_sorted(areas.rows, {}, &DiscardAreas::Row::relative));
    EXPECT_EQ(areas.rows.front().quality, "oracle") << "nothing has less area";
    for (const EdcCurve& c : report.curves) {
        const auto row = std::ranges::find(areas.rows, c.quality, &DiscardAreas::Row::quality);
        const auto target = std::ranges::find(areas.fmrTargets, c.fmrTarget) - areas.fmrTargets.begin();
        EXPECT_EQ(row->area[static_cast<std::size_t>(target)], c.pAucStepwise);
        EXPECT_NEAR(areas.startFnmr[static_cast<std::size_t>(target)], c.startFnmr, 1e-12);
    }
    EXPECT_EQ(foremostQualities(areas, "abs_pitch", 2), (std::vector<std::string>{"distance", "abs_pitch"}));
    EXPECT_EQ(foremostQualities(areas, "", 9).size(), 4U) << "neither random nor the oracle is a quality";

    const auto figure = report::discardFigure(report, {.limit = 0.2, .fmr = {}, .quality = {}});
    ASSERT_EQ(figure.charts.size(), 4U);
    std::size_t lines = 0;
    for (const auto& layer : figure.charts[0].layers) lines += std::holds_alternative<figure::Line>(layer) ? 1 : 0;
    EXPECT_EQ(lines, 6U);
    for (const double width : {figure::kTwoColumnsMm, figure::kOneColumnMm}) {
        auto fitted = figure;
        fitTo(fitted, width, 0, {}, figure::LegendPlace::kAuto);
        const figure::Drawing drawing = figure::layOut(fitted);
        std::set<std::string> words;
        std::vector<figure::Text> texts;
        for (const auto& mark : drawing.marks)
            if (const auto* text = std::get_if<figure::Text>(&mark)) {
                words.insert(text->text);
                EXPECT_LE(text->at.y, drawing.height) << text->text;
                EXPECT_GE(text->size, 5) << text->text << " at " << width;
            }
        for (const std::string& key : report.qualities) EXPECT_TRUE(words.contains(titleOfQuality(report, key))) << key;
        for (const EdcCurve& c : report.curves)
            EXPECT_TRUE(words.contains(fmt::format("{:.4f}", c.pAucStepwise))) << c.quality << " at " << width;
    }
}

TEST_F(PageFigures, CurvesOfErrorVersusDiscardHaveBands) {
    const auto project = make({});
    const auto bandsOf = [&](std::int64_t leaveOut) {
        const auto figure = must(drawPage(snapshotOf(project), "edc", {{"leave-out", leaveOut}}));
        std::size_t bands = 0;
        for (const figure::Layer& layer : figure.charts.front().layers) {
            const auto* line = std::get_if<figure::Line>(&layer);
            if (line == nullptr || line->low.empty()) continue;
            ++bands;
            EXPECT_EQ(line->low.size(), line->x.size());
            for (std::size_t i = 0; i < line->x.size(); ++i) {
                EXPECT_LE(line->low[i], line->y[i]);
                EXPECT_GE(line->high[i], line->y[i]);
            }
        }
        return bands;
    };
    EXPECT_EQ(bandsOf(500), 2U) << "the distance and the best measure";
    EXPECT_EQ(bandsOf(0), 0U);
}

TEST_F(PageFigures, NamesThatAreWrongAreFacesOfBothHalvesOrNames) {
    const auto project = make({});
    const auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
    Image grey{24, 24, std::vector<std::uint8_t>(24 * 24 * 3, 128)};
    snapshot->images.root = dir;
    for (ImageRecord& image : snapshot->images.images) image.path = "face.png";
    must(writePng(grey, dir / "face.png"));
    WrongNames names;
    names.mixed = {{"person 0", 0.1, {0, 1, 2}, {3, 4}}, {"person 1", 0.2, {40, 41}, {43, 44}}};
    names.same = {{"person 2", "person 3", 0.8, 40, 40, 80, 120}};
    Duplicates duplicates;
    duplicates.pairs = {{5, 9, 1, DuplicateKind::kSamePixels, 0}};
    for (const bool privacy : {false, true}) {
        report::SuspectsFigureOptions options;
        options.privacy = privacy;
        const std::pair<figure::Figure, std::size_t> drawn[] = {
            {must(report::mixedNamesFigure(*snapshot, names, options, {})), 8},
            {must(report::sameNamesFigure(*snapshot, names, options, {})), 2},
            {must(report::duplicatesFigure(*snapshot, duplicates, options, {})), 2}};
        for (const auto& [figure, faces] : drawn) {
            const figure::Drawing drawing = figure::layOut(figure);
            expectWordsApart(drawing);
            expectWordsOnPage(figure, "names");
            std::size_t pictures = 0;
            std::string words;
            for (const auto& mark : drawing.marks) {
                pictures += std::holds_alternative<figure::Picture>(mark) ? 1 : 0;
                if (const auto* text = std::get_if<figure::Text>(&mark)) words += text->text + "\n";
            }
            EXPECT_EQ(pictures, faces);
            if (privacy) {
                EXPECT_EQ(words.find("person"), std::string::npos) << words;
            }
            EXPECT_NE(words.find("cosine"), std::string::npos);
        }
    }
    for (const auto& nothing :
         {report::mixedNamesFigure(*snapshot, {}, {}, {}), report::sameNamesFigure(*snapshot, {}, {}, {}),
          report::duplicatesFigure(*snapshot, {}, {}, {})})
        EXPECT_EQ(nothing.error().code, ErrorCode::kInvalid);
}

TEST_F(PageFigures, SuspectedLabelsAreFacesBesideBothIdentities) {
    PlantedOptions planted;
    planted.mislabelled = 3;
    auto project = make(planted);
    Image grey;
    grey.width = grey.height = 24;
    grey.pixels.assign(24 * 24 * 3, 128);
    const auto snapshot = std::make_shared<Snapshot>(*snapshotOf(project));
    snapshot->images.root = dir;
    for (ImageRecord& image : snapshot->images.images) image.path = "face.png";
    snapshot->images.images[0].path = "gone.png";
    must(writePng(grey, dir / "face.png"));
    const auto found = must(suspectsAnalysis().run({snapshot, {"net", {}}, suspectsAnalysis().defaults(), {}}, {}));
    const Suspects& suspects = resultOf<SuspectsReport>(*found);
    ASSERT_GE(suspects.list.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        const Suspect& s = suspects.list[i];
        ASSERT_EQ(s.row % 40, 0) << "the planted ones come first";
        // Those beside it carry the names that are said, and are none of the wrong ones.
        const auto& images = snapshot->images.images;
        EXPECT_EQ(images[static_cast<std::size_t>(s.ownExample)].identity, s.identity);
        EXPECT_EQ(images[static_cast<std::size_t>(s.nearestExample)].identity, s.nearest);
        for (const auto row : {s.ownExample, s.nearestExample}) EXPECT_FALSE(row % 40 == 0 && row < 3 * 40) << row;
    }
    for (const bool privacy : {false, true}) {
        const test::Edits most{{"suspects", std::int64_t{3}}};
        const auto figure = must(drawPage(snapshot, "suspects", most, {"net", {}}, {.privacy = privacy}));
        const figure::Drawing drawing = figure::layOut(figure);
        std::size_t pictures = 0;
        std::string words;
        for (const auto& mark : drawing.marks) {
            if (const auto* picture = std::get_if<figure::Picture>(&mark)) {
                ++pictures;
                EXPECT_LE(picture->to.bottom(), drawing.height);
            }
            if (const auto* text = std::get_if<figure::Text>(&mark)) {
                words += text->text + "\n";
                EXPECT_LE(text->at.y, drawing.height) << text->text;
            }
        }
        expectWordsApart(drawing);
        expectWordsApart(figure::layOut(
            must(drawPage(snapshot, "suspects", most, {"net", {}}, {.widthMm = figure::kOneColumnMm, .privacy = privacy}))));
        EXPECT_EQ(pictures, 8U) << "one of nine is gone";
        EXPECT_EQ(words.find("person") != std::string::npos, !privacy) << words;
        EXPECT_EQ(words.find("face\n") != std::string::npos, !privacy) << words;
        EXPECT_EQ(words.find("identity ") != std::string::npos, privacy) << words;
        EXPECT_NE(words.find(fmt::format("margin {:.3f}", suspects.list[0].margin())), std::string::npos) << words;
    }
}

TEST_F(PageFigures, TwoNetworksAreTwoMapsTheRanksAndTheNeighboursInCommon) {
    auto project = make({});
    const auto snapshot = withSecondNetwork(project, 60);
    test::Edits choices{{"second", std::string("a second network with a long name")}};
    const auto figure = must(drawPage(snapshot, "compare", choices));
    ASSERT_EQ(figure.charts.size(), 3U);
    EXPECT_TRUE(figure.charts[0].wholeRow);
    EXPECT_EQ(figure.charts[0].legend.title, "Distance from origin (net)") << "both maps in one colouring";
    const auto comparison = must(compareSpaces(
        *snapshot, {{{}, snapshot->featureSets[0]->network.id}, {{}, snapshot->featureSets[1]->network.id}}, {}));
    const auto* ranks = layerOf<figure::Scatter>(figure.charts[1]);
    ASSERT_NE(ranks, nullptr);
    EXPECT_EQ(ranks->x.size(), 480U);
    EXPECT_EQ(ranks->y[120], comparison.secondRank[120]);
    // Also where there is no room for the whole title it says what the numbers are.
    EXPECT_EQ(figure.charts[1].x.brief, "Percentile in net");
    EXPECT_EQ(figure.charts[1].y.brief, "Percentile in a second network with a long name");
    EXPECT_NE(figure.charts[1].footnote.find(fmt::format("{:.3f}", comparison.tau)), std::string::npos);
    const auto* kept = layerOf<figure::Histogram>(figure.charts[2]);
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->counts, sharedCounts(comparison).counts);
    EXPECT_EQ(provenanceOf(figure, "Network"), "net");
    EXPECT_EQ(provenanceOf(figure, "Second"), "a second network with a long name");
    EXPECT_EQ(provenanceOf(figure, "Parameters"),
              "{\"first\":\"net\",\"second\":\"a second network with a long name\",\"k\":10,\"verification\":true,"
              "\"leave_out\":500,\"seed\":1,\"neighbours\":false}");
    std::size_t points = 0;
    for (const auto& mark : figure::layOut(figure).marks)
        if (const auto* dots = std::get_if<figure::Dots>(&mark)) points += dots->centres.size();
    EXPECT_EQ(points, 3 * 480U) << "every image on both maps and in the ranks";

    // Only part of the images; another colouring; numbers in place of names.
    AnalysisScope scope{"net", std::vector<std::int64_t>{}};
    for (std::int64_t row = 0; row < 240; ++row) scope.rows->push_back(row);
    FigureRequest numbered{.privacy = true};
    numbered.colouring.key = "identity";
    const auto part = must(drawPage(snapshot, "compare", choices, scope, numbered, "x"));
    EXPECT_EQ(layerOf<figure::Scatter>(part.charts[1])->x.size(), 240U);
    EXPECT_EQ(svgOf(part).find("person"), std::string::npos);

    // Two maps of one network have no distances of their own.
    choices = {{"first", std::string("pca 2-D net")}};
    MapRecord other = snapshot->maps.front();
    other.id = {};
    other.name = "other";
    other.coordinates.col(0) *= -3;
    must(project.putMap(other));
    choices["second"] = std::string("other");
    const auto maps = must(drawPage(snapshotOf(project), "compare", choices));
    ASSERT_EQ(maps.charts.size(), 2U);
    EXPECT_NE(maps.charts[1].footnote.find("distance on the maps"), std::string::npos);
    choices["second"] = std::string("no such");
    EXPECT_EQ(drawPage(snapshot, "compare", choices).error().code, ErrorCode::kNotFound);
}

TEST(ViewFigures, FewIdentitiesAreNamedUnlessPrivacyIsAskedFor) {
    ViewDependence v;
    v.identities = {{"Ada", {}, {}}, {"Ben", {}, {}}, {"Cai", {}, {}}};
    v.hedgesG = Eigen::MatrixXd::Random(3, 5);
    v.ofIdentity = Eigen::Vector3d(0.1, 0.6, 0.3);
    v.ofFeature = Eigen::VectorXd::LinSpaced(5, 0, 0.5);
    const auto named = report::viewHeatMapFigure(v);
    EXPECT_EQ(named.charts.front().y.names, (std::vector<Text>{"Ben", "Cai", "Ada"}));
    EXPECT_TRUE(report::viewHeatMapFigure(v, {.named = false}).charts.front().y.names.empty());
    v.identities.resize(40, {"many", {}, {}});
    v.hedgesG = Eigen::MatrixXd::Random(40, 5);
    v.ofIdentity = Eigen::VectorXd::LinSpaced(40, 0, 0.5);
    const auto many = report::viewHeatMapFigure(v);
    EXPECT_TRUE(many.charts.front().y.names.empty());
    EXPECT_GT(many.heightMm, named.heightMm);
}

TEST(ViewFigures, ResamplesFarFromNoDifferenceAreStillToBeSeen) {
    ViewDependence v;
    v.effects.differences = {-1e-6, 0, 1e-6, 2e-6};
    v.effects.difference.value = 0.05;
    const auto figure = report::viewTestFigure(v);
    const auto& histogram = std::get<figure::Histogram>(figure.charts.front().layers.front());
    ASSERT_GE(histogram.edges.size(), 2U);
    EXPECT_GT(histogram.edges[1] - histogram.edges[0], 0.05 / 100);
    EXPECT_EQ(std::accumulate(histogram.counts.begin(), histogram.counts.end(), 0.0), 4);
}

TEST(SuspectFigures, EveryBarOfTheMarginsKnowsItsImages) {
    Suspects suspects;
    suspects.margins = {-0.5F, std::nanf(""), -0.49F, 0.25F, -0.5F};
    const figure::Chart chart = report::suspectMarginsChart(suspects);
    const auto& bars = std::get<figure::Histogram>(chart.layers.front());
    EXPECT_EQ(std::accumulate(bars.counts.begin(), bars.counts.end(), 0.0), 4) << "one was not judged";
    EXPECT_TRUE(std::ranges::equal(bars.rows.of(0), std::vector{0, 2, 4}));
    EXPECT_TRUE(std::ranges::equal(bars.rows.of(bars.counts.size() - 1), std::vector{3}));
    EXPECT_EQ(std::get<figure::Rule>(chart.layers.back()).label, "as near to both");
    EXPECT_EQ(chart.y.scale, figure::Scale::kLog);
    suspects.margins.assign(5, std::nanf(""));
    EXPECT_TRUE(report::suspectMarginsChart(suspects).layers.empty());
    EXPECT_TRUE(report::suspectMarginsFigure(suspects).charts.empty());
}

TEST(FitTo, ManyPanelsBelowEachOtherStayOnOnePage) {
    for (const auto& [panels, height] : {std::pair{2, 0.0}, std::pair{4, 225.0}}) {
        figure::Figure figure;
        figure.widthMm = 178;
        figure.columns = 2;
        figure.charts.resize(static_cast<std::size_t>(panels));
        fitTo(figure, 85, 0, {}, figure::LegendPlace::kAuto);
        EXPECT_EQ(figure.columns, 1);
        EXPECT_EQ(figure.heightMm, height);
    }
}

TEST_F(PageFigures, OnlyImagesOfTheScopeAreDrawn) {
    const auto project = make({});
    const auto snapshot = snapshotOf(project);
    AnalysisScope scope{"net", std::vector<std::int64_t>{}};
    for (std::int64_t row = 0; row < 240; ++row) scope.rows->push_back(row);
    const auto figure = must(drawPage(snapshot, "quality", {}, scope, {}, "yaw > 0"));
    EXPECT_EQ(layerOf<figure::Scatter>(figure.charts.front())->x.size(), 240U);
    EXPECT_EQ(provenanceOf(figure, "Images"), "yaw > 0");
}

TEST_F(PageFigures, WhatCannotBeDrawnSaysWhatIsMissing) {
    PlantedOptions bare;
    bare.pose = bare.media = false;
    bare.unitLength = true;
    const auto project = make(bare);
    const auto snapshot = snapshotOf(project);
    const auto failed = [&](const char* page, const test::Edits& choices = {}) {
        const auto figure = drawPage(snapshot, page, choices);
        EXPECT_FALSE(figure) << page;
        return figure ? Error{} : figure.error();
    };
    for (const char* page : {"agreement", "prediction", "view-dependence"})
        EXPECT_NE(failed(page).message.find("mport"), std::string::npos) << failed(page).message;
    EXPECT_NE(failed("quality").message.find("length"), std::string::npos);
    EXPECT_NE(failed("suspects").message.find("No label looks wrong"), std::string::npos) << failed("suspects").message;
    EXPECT_NE(failed("probe").message.find("--image"), std::string::npos) << failed("probe").message;
    EXPECT_NE(failed("probe", {{"image", snapshot->images.images[3].path}}).message.find("without their network"),
              std::string::npos);
    EXPECT_EQ(failed("heat").code, ErrorCode::kNotFound);
    EXPECT_EQ(failed("quality", {{"measure", std::string("sharpnes")}}).code, ErrorCode::kNotFound);
    EXPECT_TRUE(drawPage(snapshot, "roc")) << "the others still run";
}

}  // namespace
}  // namespace facespace
