#include "core/report/claims.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/analysis/effect_grade.h"
#include "core/analysis/verdict_text.h"
#include "core/charts/words.h"
#include "core/common/number_text.h"

namespace facespace::report {
namespace {

constexpr double kLevel = 0.05;
/// Labels that vary less than this (standard deviation) are all but the same pose; that from landmarks is no better known.
constexpr double kLeastSpreadDeg = 5;
/// Fewer poor images than this say nothing of where poor images lie.
constexpr std::int64_t kLeastPoor = 10;
constexpr double kProfileDeg = 45;

Verdict verdictOf(bool supported) { return supported ? Verdict::kSupported : Verdict::kNotSupported; }

/// A claim that is supported if its effect has a grade.
Claim graded(std::string claim, const NetworkFindings& f, Grade grade, std::string figures) {
    return {std::move(claim), f.network.name, verdictOf(grade != Grade::kNone), std::move(figures), grade};
}

std::string interval(const Estimate& e, int digits) {
    if (std::isnan(e.low) || std::isnan(e.high)) return fixedText(e.value, digits);
    return fmt::format("{} (95 % interval {} to {})", fixedText(e.value, digits), fixedText(e.low, digits),
                       fixedText(e.high, digits));
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

Claim angleClaim(const NetworkFindings& f, const GradeOptions& o, const std::string& target) {
    const std::string words = fmt::format("Linear classifiers read the {} of a face from the features.", target);
    const TargetReport* report = reportOf(f, target);
    if (report == nullptr || !report->regression)
        return open(words, f, report == nullptr ? "It was not looked at." : report->missing);
    const RegressionReport& r = *report->regression;
    if (!r.baseline) return open(words, f, "No labels were shuffled, so there is nothing to compare with.");
    const Grade grade = r.baseline->pValue <= kLevel ? gradeOf(r.r2, o.r2) : Grade::kNone;
    const double spread = spreadOfLabels(report->labels);
    if (grade == Grade::kNone && spread < kLeastSpreadDeg)
        return open(
            words, f,
            fmt::format("The {} of these images hardly varies (standard deviation {:.1f}°, {}, labels from {}), so there "
                        "is nothing to read; import images of other poses.",
                        target, spread, imagesText(r.identityFolds.labelled), report->labelSource));
    return graded(
        words, f, grade,
        fmt::format("On identities not fitted to: R² {}, mean absolute error {:.1f}° ({}, {}, labels from {}); "
                    "with shuffled labels R² {}, {}.",
                    interval(r.r2, 3), r.mae.value, imagesText(r.identityFolds.labelled),
                    identitiesText(r.identityFolds.identities), report->labelSource, fixedText(r.baseline->figure.mean, 3),
                    pValueText(r.baseline->pValue, r.baseline->permutations)));
}

Claim mediaClaim(const NetworkFindings& f, const GradeOptions& o) {
    const std::string words =
        "Linear classifiers read from the features whether a face came from a still image or a video frame.";
    const TargetReport* report = reportOf(f, "media");
    if (report == nullptr || !report->classification)
        return open(words, f, report == nullptr ? "It was not looked at." : report->missing);
    const ClassificationReport& c = *report->classification;
    if (!c.baseline) return open(words, f, "No labels were shuffled, so there is nothing to compare with.");
    return graded(
        words, f, c.baseline->pValue <= kLevel ? gradeOf(c.auc, o.auc) : Grade::kNone,
        fmt::format("On identities not fitted to: AUC {}, balanced accuracy {:.3f} ({}, {}); with shuffled "
                    "labels AUC {:.3f}, {}.",
                    interval(c.auc, 3), c.balancedAccuracy.value, imagesText(c.labelled), identitiesText(c.identities),
                    c.baseline->figure.mean, pValueText(c.baseline->pValue, c.baseline->permutations)));
}

Claim viewClaim(const NetworkFindings& f, const GradeOptions& o) {
    const std::string words = "Whether features are view-dependent is a property of the identities, not of the features.";
    if (!f.views) return open(words, f, f.views.missing);
    const ViewDependence& v = f.views->result;
    const EffectComponents& e = v.effects;
    if (v.identities.size() < 2 || !v.pValue || std::isnan(e.difference.low))
        return open(words, f, "The test needs two identities with enough images of both views, shuffles and resamples.");
    const std::string figures = fmt::format(
        "Squared effect of view, without chance: {} on average ({}). Its variance is {} over {} and {} over {}; the "
        "difference is {}, the identities' part of both {}.",
        interval(e.mean, 3), pValueText(*v.pValue, v.permutations), interval(e.identities, 4),
        identitiesText(static_cast<std::int64_t>(v.identities.size())), interval(e.features, 4),
        counted(v.t.cols() - v.constantFeatures, "feature", "features"), interval(e.difference, 4), interval(e.share, 2));
    if (v.owner == ViewOwner::kCannotTell)
        return open(words, f,
                    figures + (e.mean.low > 0 ? " The interval holds 0: these images cannot tell."
                                              : " No view dependence was found that could belong to either."));
    if (v.owner == ViewOwner::kFeatures) return {words, f.network.name, Verdict::kNotSupported, figures};
    const Grade grade = gradeOf(e.share, o.variance);
    // Both components can be at or below zero in the same resamples: then their difference says more than their parts.
    if (grade == Grade::kNone) return open(words, f, figures + " How large the identities' part is cannot be told.");
    return graded(words, f, grade, figures);
}

/// One of the ways in which images near the origin are said to be poor, and the measures that can show it.
struct Aspect {
    const char* words;
    std::vector<std::string> measures;  ///< The first that the project has is taken: what is known before what is measured.
    const char* lacking;
    bool pose = false;  ///< It is pose itself, which pose does not explain.
    bool ours = false;  ///< No word of the abstract.
};
const std::array<Aspect, 4>& aspects() {
    static const std::array<Aspect, 4> all{{
        {"Images near the origin show extreme views.", {"abs_yaw"}, "No image has a yaw label or landmarks.", true},
        {"Images near the origin show occluded faces.",
         {"occluded", "occlusion", "facial_occlusion"},
         "No column says how much of a face is occluded; import a manifest with a column “occlusion”."},
        {"Images near the origin are of low resolution.",
         {"inter_eye_px", "resolution", "inter_eye_by_cos_yaw", "measured_inter_eye_distance", "measured_face_size"},
         "The size of the faces is not known; measure image quality, or import boxes or landmarks."},
        {"Images near the origin are blurred.",
         {"blur", "measured_sharpness"},
         "Sharpness was not measured; measure image quality while the image files are there.",
         false,
         true},
    }};
    return all;
}

struct Related {
    const DistanceRelation* relation = nullptr;
    const QualityMeasureColumn* measure = nullptr;
    /// A correlation or difference of the measure as one of how good it is.
    Estimate outwards(const Estimate& s) const { return measure->better < 0 ? Estimate{-s.value, -s.high, -s.low} : s; }
    /// Whether quality, not the measure, rises with the distance throughout.
    bool getsBetterThroughout() const {
        return relation->trend->shape == (measure->better > 0 ? TrendShape::kRises : TrendShape::kFalls);
    }
};

Related relatedOf(const QualityReport& report, const std::vector<std::string>& keys) {
    for (const std::string& key : keys)
        for (std::size_t m = 0; m < report.relations.size(); ++m)
            if (report.relations[m].measure == key && report.relations[m].rank)
                return {&report.relations[m], &report.measures[m]};
    return {};
}

std::string whyNoDistance(const NetworkFindings& f) {
    if (!f.quality) return f.quality.missing.empty() ? "It was not looked at." : f.quality.missing;
    return f.quality->unitLength ? "All features have the same length: there is no distance from the origin to compare."
                                 : "";
}

/// "; −0.272 (95 % interval …) with |yaw| and Face box size held fixed": what the others do not explain.
std::string heldFixedText(const Related& r, const QualityReport& report) {
    if (!r.relation->partial || r.relation->partial->controls.empty()) return "";
    std::vector<std::string> titles;
    for (const std::string& key : r.relation->partial->controls) {
        const auto known = std::ranges::find(report.measures, key, &QualityMeasureColumn::key);
        titles.push_back(known == report.measures.end() ? key : known->title.english());
    }
    const std::string last = titles.back();
    titles.pop_back();
    return fmt::format("; {} with {}{}{} held fixed", interval(r.relation->partial->rho, 3), fmt::join(titles, ", "),
                       titles.empty() ? "" : " and ", last);
}

/// "pose", "size" or nothing: what takes the effect away when it is held fixed.
std::string explanationOf(const Related& r, const Aspect& aspect) {
    if (!r.relation->partial || r.relation->partial->controls.empty() || aspect.pose) return "";
    const auto& controls = r.relation->partial->controls;
    const auto held = [&](const char* key) { return std::ranges::find(controls, key) != controls.end(); };
    if (const double low = r.outwards(r.relation->partial->rho).low; std::isnan(low) || low > 0) return "";
    return held("abs_yaw") || held("abs_pitch") ? "pose" : held("measured_face_size") ? "size" : "what is held fixed";
}

std::string poorText(const QualityMeasureColumn& m) {
    const auto poor = poorValues({m.key, m.values, m.better, m.poorLimit});
    if (!poor || poor->tenth) return "in the poorest tenth of all images";
    if (m.poorLimit && m.better > 0)
        return fmt::format("of {} px or less, which the network takes in", fixedText(poor->limit, 1));
    return fmt::format("at a value of {:g}{}{}", poor->limit, m.unit == "deg" ? "°" : "",
                       poor->above ? " or more" : " or less");
}

/// "37 %"; shares below a hundredth with a decimal, so that few are not none.
std::string percentText(double share) { return fmt::format("{:.{}f} %", 100 * share, share > 0 && share < 0.01 ? 1 : 0); }

/// "Nearest 5 % (36 videos and stills of 9 identities): 37 % are poor, of the rest 36 %, ratio 1.03 (…)".
std::string nearText(const NearOrigin& n) {
    const std::string ratio = std::isinf(n.ratio.value) ? "no ratio: none of the rest" : "ratio " + interval(n.ratio, 2);
    return fmt::format("nearest {:g} % ({} of {}) {}, rest {}, {}", 100 * n.share,
                       counted(n.units, "video or still", "videos and stills"), identitiesText(n.identities),
                       percentText(n.poorNear.value), percentText(n.poorRest.value), ratio);
}

/// The one on which the verdict rests: the middle share.
const NearOrigin* decisive(const Related& r) {
    return r.relation->nearest.empty() ? nullptr : &r.relation->nearest[r.relation->nearest.size() / 2];
}

std::string aspectFigures(const Related& r, const QualityReport& report) {
    std::vector<std::string> shares;
    for (const NearOrigin& n : r.relation->nearest) shares.push_back(nearText(n));
    const NearOrigin* n = decisive(r);
    const std::string unit = r.measure->unit == "deg" ? "°" : r.measure->unit.empty() ? "" : " " + r.measure->unit;
    return fmt::format("{}{}: {}.{} Spearman's ρ with distance from the origin: {} ({}, {}){}.", r.measure->title,
                       shares.empty() ? "" : " " + poorText(*r.measure), fmt::join(shares, "; "),
                       n == nullptr ? ""
                                    : fmt::format(" Mean of the nearest {:g} % less that of the rest: {}{}.", 100 * n->share,
                                                  interval(n->difference, 2), unit),
                       interval(r.relation->rank->spearman, 3), imagesText(r.relation->rank->images),
                       identitiesText(r.relation->rank->identities), heldFixedText(r, report));
}

/// " But only 3 images are turned 45° or more: …" where a stated limit leaves next to no poor images; else nothing.
std::string nonePoor(const QualityMeasureColumn& m) {
    const bool turned = m.key == "abs_yaw";
    if (!m.poorLimit && !turned) return "";
    const auto poor = std::ranges::count_if(m.values, [&](double v) {
        return turned ? v >= kProfileDeg : m.better > 0 ? v <= *m.poorLimit : v >= *m.poorLimit;
    });
    if (poor >= kLeastPoor) return "";
    if (turned)
        return fmt::format(" But only {} turned {:g}° or more: these images hold no extreme views.",
                           counted(poor, "image is", "images are"), kProfileDeg);
    return fmt::format(
        " But only {} fewer pixels between the eyes than the network takes in: these images are not of low "
        "resolution for it.",
        counted(poor, "image has", "images have"));
}

/// Whether images near the origin are poorer by their mean, too; so where there is no interval of it.
bool meansAgree(const Related& r, const NearOrigin& near) {
    const Estimate better = r.outwards(near.difference);
    return std::isnan(better.high) || better.high < 0;
}

Claim aspectClaim(const NetworkFindings& f, const GradeOptions& o, const Aspect& aspect) {
    if (const std::string why = whyNoDistance(f); !why.empty()) return open(aspect.words, f, why);
    const Related r = relatedOf(*f.quality, aspect.measures);
    if (r.relation == nullptr) return open(aspect.words, f, aspect.lacking);
    std::string figures = aspectFigures(r, *f.quality);
    const NearOrigin* near = decisive(r);
    if (near == nullptr || std::isnan(near->ratio.low)) {
        if (const std::string none = nonePoor(*r.measure); !none.empty()) return open(aspect.words, f, figures + none);
        return open(aspect.words, f, figures + " No interval of the ratio could be made.");
    }
    Claim claim = graded(aspect.words, f, gradeOf(near->ratio, o.ratio), std::move(figures));
    if (near->ratio.high < 1) claim.figures += " That is the opposite of the claim.";
    // Where the interval allows both none and an effect that counts, the images do not tell.
    if (near->ratio.low <= 1 && near->ratio.high >= o.ratio.moderate) claim.verdict = Verdict::kCannotTell;
    if (claim.verdict == Verdict::kSupported && !meansAgree(r, *near)) {
        // Where the line is drawn between poor and not should not decide.
        claim.verdict = Verdict::kCannotTell;
        claim.figures += " The means do not differ beyond chance in the direction of the shares.";
    }
    if (claim.verdict != Verdict::kSupported) return claim;
    claim.explainedBy = explanationOf(r, aspect);
    if (!claim.explainedBy.empty()) claim.verdict = Verdict::kExplained;
    return claim;
}

/// Supported if every measure of an aspect gets better throughout; not supported if one does not. As strong as the weakest
/// of them, by its rank correlation with the distance.
Claim monotoneClaim(const NetworkFindings& f, const GradeOptions& o) {
    const std::string words = "Image quality rises monotonically with distance from the origin.";
    if (const std::string why = whyNoDistance(f); !why.empty()) return open(words, f, why);
    std::vector<std::string> tested;
    std::size_t rising = 0, unknown = 0;
    Grade weakest = Grade::kStrong;
    for (const Aspect& aspect : aspects()) {
        const Related r = relatedOf(*f.quality, aspect.measures);
        if (r.relation == nullptr || !r.relation->trend || !r.relation->trend->pValue) continue;
        const Trend& t = *r.relation->trend;
        const Estimate rho = r.relation->rank->spearman;
        rising += r.getsBetterThroughout() ? 1 : 0;
        weakest = std::min(weakest, gradeOf(r.outwards(rho), o.rho));
        unknown += t.shape == TrendShape::kCannotTell ? 1 : 0;
        tested.push_back(fmt::format("{} {} (ρ {}, monotone fit R² {:.3f}, against flat {})", r.measure->title, shapeText(t),
                                     interval(rho, 3), t.r2, pValueText(*t.pValue)));
    }
    if (tested.empty()) return open(words, f, "No measure of quality could be tested.");
    const std::string figures =
        fmt::format("Better throughout in {} of {} tested: {}.", rising,
                    counted(static_cast<std::int64_t>(tested.size()), "measure", "measures"), fmt::join(tested, "; "));
    if (rising + unknown == tested.size() && unknown > 0)
        return open(words, f, figures + " What cannot be told may rise or turn.");
    if (rising < tested.size()) return {words, f.network.name, Verdict::kNotSupported, figures};
    if (weakest == Grade::kNone)
        return open(words, f, figures + " A rank correlation whose interval holds 0 leaves the size of the rise open.");
    return graded(words, f, weakest, figures);
}

}  // namespace

std::string termFor(const Claim& claim) {
    switch (claim.verdict) {
        case Verdict::kSupported:
            return fmt::format("{} support", termFor(claim.grade.value_or(Grade::kNone)));
        case Verdict::kExplained:
            return "explained by " + claim.explainedBy;
        case Verdict::kNotSupported:
            return "not supported";
        default:
            return "cannot tell";
    }
}

std::vector<Claim> judgeClaims(const NetworkFindings& f, const GradeOptions& o) {
    std::vector<Claim> claims{angleClaim(f, o, "yaw"), angleClaim(f, o, "pitch"), mediaClaim(f, o), viewClaim(f, o)};
    for (const Aspect& aspect : aspects()) {
        claims.push_back(aspectClaim(f, o, aspect));
        claims.back().ours = aspect.ours;
    }
    claims.push_back(monotoneClaim(f, o));
    for (Claim& claim : claims) claim.figures = withTrueMinus(claim.figures);
    return claims;
}

}  // namespace facespace::report
