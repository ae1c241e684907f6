#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/units.h"
#include "core/common/result.h"
#include "core/project/snapshot.h"

/// What the analyses of a project (prediction_of.h, view_dependence_of.h, quality_of.h, discard_of.h, verification_of.h,
/// suspects_of.h) share. They read an immutable snapshot, so that they run on any thread while the project is used, and
/// every row they name is a position in import order.
namespace facespace {

/// Which features, and which images take part.
struct AnalysisScope {
    std::string network;                              ///< Name; empty: the only one (error if there are several).
    std::optional<std::vector<std::int64_t>> rows{};  ///< None: all images.
    /// Column whose equal values, within an identity, are one observation (Units). Empty: the video where one is known.
    std::string unit{};
};

struct AnalysisInput {
    std::shared_ptr<const FeatureSet> set;
    FeatureMatrix narrowed;             ///< With NaN rows for images out of scope; empty if all take part.
    std::vector<std::string> identity;  ///< Per image.
    Units units;                        ///< The same with what was observed once.
    const FeatureMatrix& features() const { return narrowed.size() > 0 ? narrowed : set->features; }
    const std::string& network() const { return set->network.name; }
};

/// Identities and units of observation of an image set. Errors: kNotFound (no such column, lists what there is).
Result<Units> unitsOf(const ImageSet& set, const std::string& column);

/// Errors: kNotFound (no such network or unit column, lists what there is), kInvalid (several and no name; a row that there
/// is not).
Result<AnalysisInput> gather(const Snapshot& snapshot, const AnalysisScope& scope);

}  // namespace facespace
