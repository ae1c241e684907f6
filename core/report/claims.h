#pragma once
#include <string>
#include <vector>

#include "core/report/findings.h"

/// The claims of the paper's abstract, and what a project's data says of them.
namespace facespace::report {

enum class Verdict { kSupported, kNotSupported, kCannotTell };
const char* wordsOf(Verdict verdict);

struct Claim {
    std::string claim;  ///< In words.
    std::string network;
    Verdict verdict = Verdict::kCannotTell;
    std::string figures;  ///< On which the verdict rests, or what is missing.
};

/// Every claim for this network. A claim is supported if the test named in `figures` says so at the 5 % level and the effect
/// has the claimed direction; it is left open where the data cannot say.
std::vector<Claim> claimsOf(const NetworkFindings& findings);

}  // namespace facespace::report
