#include "core/compute/compare_verification.h"

#include "core/common/numbers.h"

namespace facespace {

VerifiedNetwork withoutPairs(std::string network, const Verification& verification) {
    VerifiedNetwork slim{std::move(network), {}};
    Verification& v = slim.figures;
    v.metric = verification.metric;
    v.templates = verification.templates;
    v.images = verification.images;
    v.identities = verification.identities;
    v.genuinePairs = verification.genuinePairs;
    v.impostorPairs = verification.impostorPairs;
    v.auc = verification.auc;
    v.eer = verification.eer;
    v.dPrime = verification.dPrime;
    v.operatingPoints = verification.operatingPoints;
    v.leftOut = verification.leftOut;
    v.leftOutLinear = verification.leftOutLinear;
    v.pairParts = verification.pairParts;
    v.pairsMark = verification.pairsMark;
    return slim;
}

Result<std::vector<VerifiedNetwork>> verifyBoth(const Snapshot& snapshot, NetworkId first, NetworkId second,
                                                const std::vector<std::int64_t>& rows, VerificationOptions options,
                                                const JobContext& job) {
    const FeatureSet *a = snapshot.featureSet(first), *b = snapshot.featureSet(second);
    if (a == nullptr || b == nullptr)
        return fail(ErrorCode::kNotFound, say("One of the two networks has no features in the project."));
    options.worstPairs = 0;
    // A feature of zeros has no angle: what one network lacks is taken from the other, too.
    const auto usable = [](const FeatureSet& set, std::int64_t row) {
        const auto feature = set.features.row(row);
        return feature.allFinite() && feature.squaredNorm() > 0;
    };
    std::vector<std::int64_t> both;
    for (const std::int64_t row : rows)
        if (row < a->features.rows() && row < b->features.rows() && usable(*a, row) && usable(*b, row)) both.push_back(row);
    std::vector<std::string> identity;
    for (const auto& image : snapshot.images.images) identity.push_back(image.identity);
    std::vector<VerifiedNetwork> verified;
    for (const FeatureSet* set : {a, b}) {
        FeatureMatrix x = FeatureMatrix::Constant(set->features.rows(), set->features.cols(), kNoValueFloat);
        for (const std::int64_t row : both) x.row(row) = set->features.row(row);
        const auto v = verifyAllPairs(x, identity, options, job);
        if (!v) return forward(v);
        verified.push_back(withoutPairs(set->network.name, *v));
    }
    return verified;
}

}  // namespace facespace
