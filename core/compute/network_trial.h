#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/analysis/statistics.h"
#include "core/common/job.h"
#include "core/common/result.h"
#include "core/network/network.h"
#include "core/project/snapshot.h"

namespace facespace {

/// One way of feeding a network, and how well its features then tell identities apart.
struct TriedChoice {
    NetworkDescriptor descriptor;  ///< The given one with another order of channels, scale or way of cutting faces out.
    double auc = 0;                ///< Over all pairs of the images tried, cosine; NaN: the network gave no numbers.
    Estimate
        lead{};  ///< Of its AUC over the given one's, with a 95 % interval from leaving identities out of both; else NaN.
    bool given = false;  ///< As the descriptor that was asked about has it.
};

/// All plausible ways of feeding a network, the given one first.
std::vector<NetworkDescriptor> plausibleFeeds(const NetworkDescriptor& given);

struct TrialOptions {
    int images = 200;        ///< At most; of identities with two images or more, four of each at most.
    std::uint64_t seed = 1;  ///< Which.
    NetworkHostOptions host;
    std::function<void(std::size_t, const TriedChoice&)> tried;  ///< As they come: which of plausibleFeeds(), and its AUC.
};

struct NetworkTrial {
    std::vector<TriedChoice> choices;  ///< The best first; of equals the given one.
    std::int64_t images = 0, identities = 0;
};

/// What a descriptor leaves open and no file tells is seen on labelled images: features of each plausible choice are
/// computed for the same few images, and verified. A choice that is right is as a rule above all others; that a few images
/// tell two choices apart is no proof. Reads the project, writes nothing; takes consent (core/network/trust.h). Errors:
/// kInvalid (no two images of one identity, no second identity), kCancelled, those of startNetwork.
Result<NetworkTrial> tryNetwork(const Snapshot& snapshot, const NetworkDescriptor& network, const TrialOptions& options,
                                const JobContext& job);

/// "BGR, mean 127.5, std 127.5, aligned by landmarks".
Text choiceText(const NetworkDescriptor& descriptor);

}  // namespace facespace
