#include "core/features/inspect.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/features/norms.h"

namespace facespace {
namespace {

enum class RowKind { kMissing, kPartlyNan, kInfinite, kZero, kUsable };

RowKind kindOf(const Eigen::Ref<const Eigen::RowVectorXf>& row) {
    const Eigen::Index nans = row.array().isNaN().count();
    if (nans == row.size()) return RowKind::kMissing;
    if (nans > 0) return RowKind::kPartlyNan;
    if (!row.array().isFinite().all()) return RowKind::kInfinite;
    return (row.array() == 0).all() ? RowKind::kZero : RowKind::kUsable;
}

void count(RowKind kind, FeatureReport& report) {
    switch (kind) {
        case RowKind::kMissing:
            ++report.missing;
            break;
        case RowKind::kPartlyNan:
            ++report.partlyNan;
            break;
        case RowKind::kInfinite:
            ++report.infinite;
            break;
        case RowKind::kZero:
            ++report.zero;
            break;
        case RowKind::kUsable:
            ++report.usable;
            break;
    }
}

}  // namespace

FeatureReport inspectFeatures(const FeatureMatrix& features) {
    FeatureReport report;
    report.rows = static_cast<std::size_t>(features.rows());
    const std::vector<float> lengths = distancesFromOrigin(features);
    Eigen::Index first = -1;
    std::vector<char> constant(static_cast<std::size_t>(features.cols()), 1);
    bool unit = true;
    for (Eigen::Index i = 0; i < features.rows(); ++i) {
        const RowKind kind = kindOf(features.row(i));
        count(kind, report);
        if (kind != RowKind::kUsable) continue;
        unit = unit && isUnitLength(static_cast<double>(lengths[static_cast<std::size_t>(i)]));
        if (first < 0) first = i;
        for (Eigen::Index c = 0; c < features.cols(); ++c)
            if (features(i, c) != features(first, c)) constant[static_cast<std::size_t>(c)] = 0;
    }
    report.unitLength = unit && report.usable > 0;
    if (report.usable >= 2) {
        report.constantColumns = static_cast<std::size_t>(std::ranges::count(constant, 1));
        report.allEqual = report.constantColumns == constant.size();
    }
    return report;
}

std::vector<Text> FeatureReport::sentences() const {
    std::vector<Text> out;
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    if (usable == 0) out.push_back(say("None of the {} rows is a usable feature.", rows));
    if (missing > 0)
        out.push_back(sayCount("1 row has no feature (all values are NaN).", "{} rows have no feature (all values are NaN).",
                               count(missing), missing));
    if (partlyNan > 0)
        out.push_back(sayCount("1 row has NaN in some values; they are treated as having no feature.",
                               "{} rows have NaN in some values; they are treated as having no feature.", count(partlyNan),
                               partlyNan));
    if (infinite > 0)
        out.push_back(sayCount("1 row has infinite values.", "{} rows have infinite values.", count(infinite), infinite));
    if (zero > 0)
        out.push_back(sayCount("1 row has only zeros: a zero vector has no direction and no cosine.",
                               "{} rows have only zeros: a zero vector has no direction and no cosine.", count(zero), zero));
    if (allEqual)
        out.push_back(say("All {} features are equal: no map and no prediction can tell the images apart.", usable));
    else if (constantColumns > 0)
        out.push_back(sayCount("{} of the values is the same for every image.",
                               "{} of the values are the same for every image.", count(constantColumns), constantColumns));
    if (unitLength)
        out.push_back(
            say("All features have length 1: they were normalised, and the distance from the origin says nothing."));
    return out;
}

}  // namespace facespace
