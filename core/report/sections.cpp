#include "core/report/sections.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>

#include "core/common/markup.h"
#include "core/common/number_text.h"
#include "core/report/chart_file.h"
#include "core/report/charts.h"
#include "core/report/faces.h"
#include "core/report/words.h"
#include "core/workflow/analysis_tables.h"

namespace facespace::report {
namespace {

/// Clusters below which a cluster bootstrap is rough.
constexpr std::size_t kFewIdentities = 30;
constexpr std::size_t kWorstPairs = 8, kSuspectFaces = 12, kMostDots = 4000;

std::string fileOf(const Snapshot& snapshot, std::int64_t row) {
    return std::filesystem::path(snapshot.images.images[static_cast<std::size_t>(row)].path).filename().string();
}

const Table& named(const std::vector<Table>& tables, const std::string& name) {
    return *std::ranges::find(tables, name, &Table::name);
}

void addPairs(Page& page, const std::vector<ScoredPair>& pairs, const VerificationReport& report, const Snapshot& snapshot) {
    std::vector<FaceCaption> faces;
    for (std::size_t i = 0; i < std::min(kWorstPairs, pairs.size()); ++i)
        for (const std::int64_t row : {pairs[i].a, pairs[i].b}) {
            std::int64_t image = row;
            if (!report.templateIds.empty()) {
                const auto& rows = report.templateRows[static_cast<std::size_t>(row)];
                if (rows.empty()) continue;
                image = rows.front();
            }
            const std::string& identity = snapshot.images.images[static_cast<std::size_t>(image)].identity;
            faces.push_back({image, fmt::format("{} {:.3f}", identity, pairs[i].score)});
        }
    page.raw(facesHtml(snapshot, faces));
}

/// Why targets could not be looked at; what two networks lack alike is said once.
std::vector<std::string> lackingOf(const std::vector<TargetReport>& reports) {
    std::vector<std::string> sentences;
    for (const TargetReport& r : reports) {
        const std::string sentence = fmt::format("{}: {}", targetTitle(r.target), r.missing);
        if (!r.missing.empty() && std::ranges::find(sentences, sentence) == sentences.end()) sentences.push_back(sentence);
    }
    return sentences;
}

}  // namespace

void addSummary(Page& page, const Snapshot& snapshot, const std::vector<NetworkFindings>& all) {
    std::set<std::string> identities;
    for (const auto& image : snapshot.images.images) identities.insert(image.identity);
    page.paragraph(fmt::format("{} of {}.", imagesText(static_cast<std::int64_t>(snapshot.imageCount())),
                               identitiesText(static_cast<std::int64_t>(identities.size()))));
    Table table{"", "", {"network", "dimension", "features", "unit", "sha256"}, {}, false};
    for (const NetworkFindings& f : all)
        table.add(f.network.name, f.network.dimension, f.features, f.network.normalised, f.network.sha256);
    page.table(table, {{"network", "Network"},
                       {"dimension", "Features each"},
                       {"features", "Images with features"},
                       {"unit", "Unit length"}});
    if (identities.size() > 1 && identities.size() < kFewIdentities)
        page.note(fmt::format(
            "All intervals resample identities. {} are few for that: intervals tend to be too narrow below about {} "
            "(Cameron, Gelbach and Miller 2008), and what is found may be these people's alone.",
            identitiesText(static_cast<std::int64_t>(identities.size())), kFewIdentities));
}

void addClaims(Page& page, const std::vector<Claim>& claims, bool severalNetworks) {
    page.heading(2, "The claims of the paper's abstract", "claims");
    page.paragraph(
        "The claims of Parde et al., “Deep Convolutional Neural Network Features and the Original Image” (FG 2017), in "
        "words, and what this project's images and networks say of each. Supported is: for what classifiers read, p ≤ 0.05 "
        "against shuffled labels and a 95 % interval above chance, on identities not fitted to; for images near the origin, "
        "a "
        "95 % interval of the rank correlation that lies on the claim's side of zero; for the monotone rise, p ≤ 0.05 for "
        "every measure there is. The claims are not corrected for their number.");
    std::string html = "<table><thead><tr><th>Claim</th>";
    if (severalNetworks) html += "<th>Network</th>";
    html += "<th>Here</th><th>Figures</th></tr></thead><tbody>\n";
    for (const Claim& claim : claims) {
        html += fmt::format("<tr><td>{}</td>", escapedMarkup(claim.claim));
        if (severalNetworks) html += fmt::format("<td class=\"s\">{}</td>", escapedMarkup(claim.network));
        html += fmt::format("<td class=\"verdict\">{}</td><td>{}</td></tr>\n", wordsOf(claim.verdict),
                            escapedMarkup(claim.figures));
    }
    page.raw(html + "</tbody></table>\n");
}

void addPrediction(Page& page, const std::vector<NetworkFindings>& all) {
    page.heading(2, "What the features say about the image", "prediction");
    page.paragraph(
        "Linear classifiers on the raw features: ridge regression for numbers, regularised linear discriminant analysis for "
        "two classes. Identities are kept apart between fitting and testing; random splits are shown beside, because they "
        "leak identity and neighbouring video frames. Intervals are 95 %, from an identity-clustered bootstrap; p is "
        "against "
        "shuffled labels.");
    std::vector<TargetReport> reports;
    for (const NetworkFindings& f : all) reports.insert(reports.end(), f.prediction.begin(), f.prediction.end());
    for (const std::string& sentence : lackingOf(reports)) page.note(sentence);
    const auto tables = tablesOf(reports);
    Table numbers = named(tables, "prediction"), classes = numbers;
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::ranges::find(numbers.columns, name) - numbers.columns.begin());
    };
    const auto without = [](Table& table, std::size_t c) {
        std::erase_if(table.rows, [&](const auto& row) { return row[c].index() == 0; });
    };
    for (auto& row : numbers.rows)
        if (auto* key = std::get_if<std::string>(&row[column("target")])) *key = targetTitle(*key);
    classes.rows = numbers.rows;
    without(numbers, column("r2"));
    without(classes, column("auc"));
    if (!numbers.rows.empty())
        page.table(numbers, {{"network", "Network"},
                             {"target", "Target"},
                             {"images", "Images"},
                             {"identities", "Identities"},
                             {"mae", "MAE"},
                             {"rmse", "RMSE"},
                             {"r2", "R²"},
                             {"r2_low", "from"},
                             {"r2_high", "to"},
                             {"random_split_r2_mean", "R², random splits"},
                             {"permutation_p", "p"}});
    if (!classes.rows.empty())
        page.table(classes, {{"network", "Network"},
                             {"target", "Target"},
                             {"images", "Images"},
                             {"identities", "Identities"},
                             {"accuracy", "Accuracy"},
                             {"majority_accuracy", "larger class"},
                             {"balanced_accuracy", "Balanced"},
                             {"auc", "AUC"},
                             {"auc_low", "from"},
                             {"auc_high", "to"},
                             {"random_split_auc_mean", "AUC, random splits"},
                             {"permutation_p", "p"}});
    for (const NetworkFindings& f : all) {
        page.figure(svg(predictionFigure(f.prediction)),
                    fmt::format("“{}”: what is read from the features of identities not fitted to, beside random splits; "
                                "dots: what shuffled labels give.",
                                f.network.name));
        page.figure(svg(agreementFigure(f.prediction, kMostDots)),
                    fmt::format("“{}”: labelled against predicted, out of fold.", f.network.name));
        page.figure(svg(featureCurveFigure(f.prediction)),
                    fmt::format("“{}”: accuracy against the number of features, drawn at random (dashed) or those most "
                                "correlated with the label in each training part (solid). R² below 0 is not drawn.",
                                f.network.name));
    }
}

void addViews(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "View-dependent or view-invariant");
    if (!f.views) return page.note(f.views.missing);
    const auto& o = context.options.views;
    const ViewDependence& v = f.views->result;
    page.paragraph(
        fmt::format("Welch's t-test of frontal (|yaw| ≤ {:g}°) against profile (|yaw| ≥ {:g}°) images, for {} with at "
                    "least {} of both and {}; {} over the features of an identity, α = {:g}.",
                    o.frontalDeg, o.profileDeg, identitiesText(static_cast<std::int64_t>(v.identities.size())), o.minimum,
                    counted(v.t.cols(), "feature", "features"),
                    o.correction == Correction::kBonferroni ? "Bonferroni" : "Benjamini–Hochberg", o.alpha));
    if (v.pValue)
        page.paragraph(fmt::format(
            "Variance of the share of significant cells, less the part that single cells give it by chance: over "
            "identities {:.5f}, over features {:.5f}; p = {:.3f} for the difference against frontal and "
            "profile shuffled within every identity ({} shuffles). The plain variances are {:.5f} and {:.5f}.",
            v.varianceOverIdentities, v.varianceOverFeatures, *v.pValue, o.permutations, v.plain.rows, v.plain.columns));
    for (const auto& note : v.notes) page.note(note);
    page.figure(svg(viewHeatMapFigure(v)),
                "Effect of view on each feature of each identity, both axes sorted by their marginals. Effect "
                "size is shown because significance grows with the number of images.");
    page.figure(svg(viewMarginalsFigure(v)), "Share of significant cells of each identity and of each feature.");
}

void addQuality(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "The space, the origin and image quality");
    if (!f.quality) return page.note(f.quality.missing);
    const QualityReport& q = *f.quality;
    for (const auto& sentence : q.missing) page.note(sentence);
    page.figure(svg(distanceHistogramFigure(q)), "Distances from the origin of the raw feature space.");
    if (!q.relations.empty()) {
        page.figure(svg(correlationFigure(q)),
                    "Rank correlation of each measure with the distance, with 95 % intervals from an "
                    "identity-clustered bootstrap. The direction is measured, not assumed.");
        page.figure(svg(trendFigure(q)),
                    "Medians of the measures that go most with the distance, in bins of the distance (points, with "
                    "95 % intervals), and the monotone curve of least squares (dashed).");
        page.table(named(tablesOf(q, context.snapshot), "quality_relations"), {{"title", "Measure"},
                                                                               {"images", "Images"},
                                                                               {"spearman", "ρ"},
                                                                               {"spearman_low", "from"},
                                                                               {"spearman_high", "to"},
                                                                               {"kendall", "τ"},
                                                                               {"partial_spearman", "partial ρ"},
                                                                               {"trend", "Trend"},
                                                                               {"trend_r2", "R²"},
                                                                               {"trend_p", "p"}});
    }
    if (!context.faces || context.snapshot.images.root.empty()) return;
    page.raw("<p class=\"before\">Faces at percentiles of the distance, from the origin outwards:</p>\n");
    for (std::size_t p = 0; p < q.mosaics.size(); ++p) {
        std::vector<FaceCaption> faces;
        for (const auto row : q.mosaics[p])
            faces.push_back({row, fmt::format("{:.2f}", q.distance[static_cast<std::size_t>(row)])});
        page.raw(
            fmt::format("<div class=\"row\"><b>{:g} %</b>{}</div>\n", q.percentiles[p], facesHtml(context.snapshot, faces)));
    }
}

void addVerification(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "Verification");
    if (!f.verification) return page.note(f.verification.missing);
    const VerificationReport& report = *f.verification;
    const auto tables = tablesOf(report, context.snapshot);
    page.table(named(tables, "verification"), {{"pairs", "Pairs"},
                                               {"metric", "Score"},
                                               {"genuine_pairs", "Genuine"},
                                               {"impostor_pairs", "Impostor"},
                                               {"auc", "AUC"},
                                               {"auc_low", "from"},
                                               {"auc_high", "to"},
                                               {"eer", "EER"},
                                               {"eer_low", "from"},
                                               {"eer_high", "to"}});
    page.table(named(tables, "verification_points"), {{"far_target", "FAR"},
                                                      {"threshold", "Threshold"},
                                                      {"tar", "TAR"},
                                                      {"tar_low", "from"},
                                                      {"tar_high", "to"},
                                                      {"resolved", "Enough pairs"}});
    for (const auto& note : report.result.notes) page.note(note);
    page.figure(svg(scoreFigure(report.result)), "Scores of genuine and impostor pairs.");
    page.figure(svg(rocAndDetFigure(report.result)), "ROC and DET.");
    if (!context.faces || context.snapshot.images.root.empty()) return;
    page.raw("<p class=\"before\">Least alike pairs of one identity, two by two, with their score:</p>\n");
    addPairs(page, report.result.worstGenuine, report, context.snapshot);
    page.raw("<p class=\"before\">Most alike pairs of different identities:</p>\n");
    addPairs(page, report.result.worstImpostor, report, context.snapshot);
}

void addSuspects(Page& page, const NetworkFindings& f, const SectionContext& context) {
    page.heading(3, "Labels that look wrong");
    if (!f.suspects) return page.note(f.suspects.missing);
    const Suspects& s = *f.suspects;
    page.paragraph(fmt::format("{} of {} {} nearer to another identity's centroid than to their own, taken without them.",
                               groupedNumber(static_cast<std::int64_t>(s.list.size())), imagesText(s.judged),
                               s.list.size() == 1 ? "is" : "are"));
    for (const auto& note : s.notes) page.note(note);
    if (s.list.empty()) return;
    page.table(tablesOf(s, context.snapshot).front(),
               {{"path", "Image"},
                {"identity", "Labelled"},
                {"nearest", "Nearest"},
                {"own_cosine", "Cosine to own"},
                {"nearest_cosine", "to nearest"},
                {"margin", "Margin"}},
               15);
    if (!context.faces || context.snapshot.images.root.empty()) return;
    page.raw(
        "<p class=\"before\">Each image beside one of the identity it is labelled as, and one of the identity it is nearer "
        "to:</p>\n");
    std::string html = "<div class=\"groups\">";
    for (std::size_t i = 0; i < std::min(kSuspectFaces, s.list.size()); ++i) {
        const Suspect& suspect = s.list[i];
        std::vector<FaceCaption> faces{{suspect.row, fileOf(context.snapshot, suspect.row)}};
        if (suspect.ownExample >= 0) faces.push_back({suspect.ownExample, fmt::format("labelled {}", suspect.identity)});
        if (suspect.nearestExample >= 0) faces.push_back({suspect.nearestExample, fmt::format("{}?", suspect.nearest)});
        html += facesHtml(context.snapshot, faces);
    }
    page.raw(html + "</div>\n");
}

}  // namespace facespace::report
