#pragma once
#include <string>
#include <vector>

#include "core/analysis/effect_grade.h"
#include "core/report/findings.h"

/// The claims of the paper's abstract, and what a project's data says of them.
namespace facespace::report {

enum class Verdict {
    kSupported,
    kExplained,  ///< There is such an effect, but none with pose or size held fixed.
    kNotSupported,
    kCannotTell,
};

struct Claim {
    std::string claim;  ///< In words.
    std::string network;
    Verdict verdict = Verdict::kCannotTell;
    std::string figures;  ///< On which the verdict rests, or what is missing.
    /// How large the effect of a supported claim is.
    std::optional<Grade> grade{};
    std::string explainedBy{};  ///< "pose", "size".
    bool ours = false;          ///< A question of the same kind that the abstract does not raise.
};
/// "weak support", "explained by pose", "not supported", "cannot tell".
std::string termFor(const Claim& claim);

/// Every claim for this network. A claim is supported if its effect is beyond chance and has the claimed direction, and is
/// graded by the end of the effect's interval that is nearer to none; it is left open where the data cannot say.
std::vector<Claim> judgeClaims(const NetworkFindings& findings, const GradeOptions& grades);

}  // namespace facespace::report
