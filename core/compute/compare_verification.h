#pragma once
#include <string>
#include <vector>

#include "core/analysis/verification.h"
#include "core/common/job.h"
#include "core/project/snapshot.h"

namespace facespace {

/// How well a network tells identities apart, without its pairs: the figures, and what leaving identities out makes of them.
struct VerifiedNetwork {
    std::string network;
    Verification figures;
};
VerifiedNetwork withoutPairs(std::string network, const Verification& verification);

/// Two networks over all pairs of the images that both have. Errors: kNotFound (no such network), kInvalid (no genuine or no
/// impostor pair), kCancelled.
/// @param rows  that may take part
Result<std::vector<VerifiedNetwork>> verifyBoth(const Snapshot& snapshot, NetworkId first, NetworkId second,
                                                const std::vector<std::int64_t>& rows, VerificationOptions options,
                                                const JobContext& job);

}  // namespace facespace
