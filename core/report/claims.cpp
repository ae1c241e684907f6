#include "core/report/claims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/report/words.h"

namespace facespace::report {
namespace {

constexpr double kLevel = 0.05;
/// Labels that vary less than this (standard deviation) are all but the same pose; that from landmarks is no better known.
constexpr double kLeastSpreadDeg = 5;
/// Fewer images in profile than this say nothing of extreme views.
constexpr std::int64_t kLeastProfiles = 10;
constexpr double kProfileDeg = 45;

Verdict verdictOf(bool supported) { return supported ? Verdict::kSupported : Verdict::kNotSupported; }

std::string interval(const Estimate& e, int digits) {
    if (std::isnan(e.low) || std::isnan(e.high)) return fmt::format("{:.{}f}", e.value, digits);
    return fmt::format("{:.{}f} (95 % interval {:.{}f} to {:.{}f})", e.value, digits, e.low, digits, e.high, digits);
}

const TargetReport* reportOf(const NetworkFindings& f, const std::string& target) {
    const auto found = std::ranges::find(f.prediction, target, &TargetReport::target);
    return found == f.prediction.end() ? nullptr : &*found;
}

Claim open(std::string claim, const NetworkFindings& f, std::string why) {
    return {std::move(claim), f.network.name, Verdict::kCannotTell, std::move(why)};
}

double spreadOfLabels(const std::vector<double>& labels) {
    double n = 0, sum = 0, squares = 0;
    for (const double label : labels)
        if (std::isfinite(label)) n += 1, sum += label, squares += label * label;
    return n > 1 ? std::sqrt(std::max(0.0, (squares - sum * sum / n) / (n - 1))) : 0;
}

Claim angleClaim(const NetworkFindings& f, const std::string& target) {
    const std::string words = fmt::format("Linear classifiers read the {} of a face from the features.", target);
    const TargetReport* report = reportOf(f, target);
    if (report == nullptr || !report->regression)
        return open(words, f, report == nullptr ? "It was not looked at." : report->missing);
    const RegressionReport& r = *report->regression;
    if (!r.baseline) return open(words, f, "No labels were shuffled, so there is nothing to compare with.");
    const bool read = r.baseline->pValue <= kLevel && r.r2.value > 0 && !(r.r2.low <= 0);
    const double spread = spreadOfLabels(report->labels);
    if (!read && spread < kLeastSpreadDeg)
        return open(
            words, f,
            fmt::format("The {} of these images hardly varies (standard deviation {:.1f}°, {}, labels from {}), so there "
                        "is nothing to read; import images of other poses.",
                        target, spread, imagesText(r.identityFolds.labelled), report->labelSource));
    return {words, f.network.name, verdictOf(read),
            fmt::format("On identities not fitted to: R² {}, mean absolute error {:.1f}° ({}, {}, labels from {}); "
                        "with shuffled labels R² {:.3f}, p = {:.3f}.",
                        interval(r.r2, 3), r.mae.value, imagesText(r.identityFolds.labelled),
                        identitiesText(r.identityFolds.identities), report->labelSource, r.baseline->figure.mean,
                        r.baseline->pValue)};
}

Claim mediaClaim(const NetworkFindings& f) {
    const std::string words =
        "Linear classifiers read from the features whether a face came from a still image or a video frame.";
    const TargetReport* report = reportOf(f, "media");
    if (report == nullptr || !report->classification)
        return open(words, f, report == nullptr ? "It was not looked at." : report->missing);
    const ClassificationReport& c = *report->classification;
    if (!c.baseline) return open(words, f, "No labels were shuffled, so there is nothing to compare with.");
    return {words, f.network.name, verdictOf(c.baseline->pValue <= kLevel && c.auc.value > 0.5 && !(c.auc.low <= 0.5)),
            fmt::format("On identities not fitted to: AUC {}, balanced accuracy {:.3f} ({}, {}); with shuffled "
                        "labels AUC {:.3f}, p = {:.3f}.",
                        interval(c.auc, 3), c.balancedAccuracy.value, imagesText(c.labelled), identitiesText(c.identities),
                        c.baseline->figure.mean, c.baseline->pValue)};
}

Claim viewClaim(const NetworkFindings& f) {
    const std::string words = "Whether features are view-dependent is a property of the identities, not of the features.";
    if (!f.views) return open(words, f, f.views.missing);
    const ViewDependence& v = f.views->result;
    if (!v.pValue) return open(words, f, "The test needs two identities with enough images of both views, and shuffles.");
    const bool any = v.significant.any();
    const std::string figures = fmt::format(
        "Variance of the share of significant cells, less the part of single cells, over {} {:.5f}, over {} {:.5f}; a "
        "difference as large under shuffled views: p = {:.3f}. Per identity, {:.0f} % to {:.0f} % of the features depend on "
        "view.",
        identitiesText(static_cast<std::int64_t>(v.identities.size())), v.varianceOverIdentities,
        counted(v.t.cols(), "feature", "features"), v.varianceOverFeatures, *v.pValue, 100 * v.ofIdentity.minCoeff(),
        100 * v.ofIdentity.maxCoeff());
    if (!any)
        return open(words, f,
                    figures + " No cell is significant: no view dependence was found that could belong to either.");
    return {words, f.network.name, verdictOf(*v.pValue <= kLevel && v.varianceOverIdentities > v.varianceOverFeatures),
            figures};
}

/// One of the ways in which images near the origin are said to be poor, and the measures that can show it.
struct Aspect {
    const char* words;
    std::vector<std::string> measures;  ///< The first that the project has is taken.
    const char* lacking;
    /// Turning the head shortens what is measured, so it must go with the distance at the same yaw as well.
    bool shrinksWithYaw = false;
};
const std::array<Aspect, 4>& aspects() {
    static const std::array<Aspect, 4> all{{
        {"Images near the origin show extreme views.", {"abs_yaw"}, "No image has a yaw label or landmarks."},
        {"Images near the origin show occluded faces.",
         {"occluded", "occlusion", "facial_occlusion"},
         "No column says how much of a face is occluded; import a manifest with a column “occlusion”."},
        {"Images near the origin are of low resolution.",
         {"measured_inter_eye_distance", "measured_face_size", "inter_eye_px"},
         "The size of the faces is not known; measure image quality, or import boxes or landmarks.",
         true},
        {"Images near the origin are blurred.",
         {"measured_sharpness", "blur"},
         "Sharpness was not measured; measure image quality while the image files are there."},
    }};
    return all;
}

struct Related {
    const DistanceRelation* relation = nullptr;
    const QualityMeasureColumn* measure = nullptr;
    /// Rank correlation of distance with how good the measure is.
    Estimate quality() const { return outwards(relation->rank->spearman); }
    /// A correlation of the measure as one of how good it is.
    Estimate outwards(const Estimate& s) const { return measure->better < 0 ? Estimate{-s.value, -s.high, -s.low} : s; }
    bool flat() const { return !relation->trend || !relation->trend->pValue || *relation->trend->pValue > kLevel; }
    bool getsBetter() const { return relation->trend && relation->trend->increasing == (measure->better > 0); }
};

Related relatedOf(const QualityReport& report, const std::vector<std::string>& keys) {
    for (const std::string& key : keys)
        for (std::size_t m = 0; m < report.relations.size(); ++m)
            if (report.relations[m].measure == key && report.relations[m].rank)
                return {&report.relations[m], &report.measures[m]};
    return {};
}

std::string whyNoDistance(const NetworkFindings& f) {
    if (!f.quality) return f.quality.missing;
    return f.quality->unitLength ? "All features have the same length: there is no distance from the origin to compare."
                                 : "";
}

/// "; −0.272 (95 % interval …) with |yaw| and Face box size held fixed": what the others do not explain.
std::string heldFixedText(const Related& r, const QualityReport& report) {
    if (!r.relation->partial || r.relation->partial->controls.empty()) return "";
    std::vector<std::string> titles;
    for (const std::string& key : r.relation->partial->controls) {
        const auto known = std::ranges::find(report.measures, key, &QualityMeasureColumn::key);
        titles.push_back(known == report.measures.end() ? key : known->title);
    }
    const std::string last = titles.back();
    titles.pop_back();
    return fmt::format("; {} with {}{}{} held fixed", interval(r.relation->partial->rho, 3), fmt::join(titles, ", "),
                       titles.empty() ? "" : " and ", last);
}

bool isHeldFixed(const Related& r, const std::string& key) {
    return r.relation->partial &&
           std::ranges::find(r.relation->partial->controls, key) != r.relation->partial->controls.end();
}

Claim aspectClaim(const NetworkFindings& f, const Aspect& aspect) {
    if (const std::string why = whyNoDistance(f); !why.empty()) return open(aspect.words, f, why);
    const Related r = relatedOf(*f.quality, aspect.measures);
    if (r.relation == nullptr) return open(aspect.words, f, aspect.lacking);
    const Estimate e = r.quality();
    const Estimate& s = r.relation->rank->spearman;
    std::string figures = fmt::format("Spearman's ρ of {} with distance from the origin: {} ({}, {}){}.", r.measure->title,
                                      interval(s, 3), imagesText(r.relation->rank->images),
                                      identitiesText(r.relation->rank->identities), heldFixedText(r, *f.quality));
    if (std::isnan(e.low)) return open(aspect.words, f, figures + " No interval could be made.");
    if (e.high < 0) figures += " That is the opposite of the claim.";
    const bool yawOnly =
        aspect.shrinksWithYaw && e.low > 0 && isHeldFixed(r, "abs_yaw") && !(r.outwards(r.relation->partial->rho).low > 0);
    if (yawOnly) figures += " Turned heads explain it: faces look smaller in profile.";
    if (!(e.low > 0) && r.measure->key == "abs_yaw") {
        const auto profiles = std::ranges::count_if(r.measure->values, [](double yaw) { return yaw >= kProfileDeg; });
        if (profiles < kLeastProfiles)
            return open(aspect.words, f,
                        fmt::format("{} But only {} turned {:g}° or more: these images hold no extreme views.", figures,
                                    counted(profiles, "image is", "images are"), kProfileDeg));
    }
    return {aspect.words, f.network.name, verdictOf(e.low > 0 && !yawOnly), figures};
}

/// The monotone trend of every aspect that is there: all must get better outwards.
Claim monotoneClaim(const NetworkFindings& f) {
    const std::string words = "Image quality rises monotonically with distance from the origin.";
    if (const std::string why = whyNoDistance(f); !why.empty()) return open(words, f, why);
    std::vector<std::string> rising, others;
    for (const Aspect& aspect : aspects()) {
        const Related r = relatedOf(*f.quality, aspect.measures);
        if (r.relation == nullptr || !r.relation->trend || !r.relation->trend->pValue) continue;
        const bool good = !r.flat() && r.getsBetter();
        (good ? rising : others)
            .push_back(fmt::format("{} (monotone fit R² {:.3f}, p = {:.3f}{})", r.measure->title, r.relation->trend->r2,
                                   *r.relation->trend->pValue, r.getsBetter() ? "" : ", gets worse"));
    }
    if (rising.empty() && others.empty()) return open(words, f, "No measure of quality could be tested.");
    std::string figures;
    for (const auto* part : {&rising, &others}) {
        if (part->empty()) continue;
        figures += part == &rising ? "Better with distance: " : "Not: ";
        for (std::size_t i = 0; i < part->size(); ++i) figures += (i > 0 ? "; " : "") + (*part)[i];
        figures += ". ";
    }
    figures.pop_back();
    return {words, f.network.name, verdictOf(others.empty()), figures};
}

}  // namespace

const char* wordsOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::kSupported:
            return "supported";
        case Verdict::kNotSupported:
            return "not supported";
        default:
            return "cannot tell";
    }
}

std::vector<Claim> claimsOf(const NetworkFindings& f) {
    std::vector<Claim> claims{angleClaim(f, "yaw"), angleClaim(f, "pitch"), mediaClaim(f), viewClaim(f)};
    for (const Aspect& aspect : aspects()) claims.push_back(aspectClaim(f, aspect));
    claims.push_back(monotoneClaim(f));
    for (Claim& claim : claims) claim.figures = withTrueMinus(claim.figures);
    return claims;
}

}  // namespace facespace::report
