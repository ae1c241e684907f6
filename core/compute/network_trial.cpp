#include "core/compute/network_trial.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <utility>

#include "core/analysis/verification.h"
#include "core/common/numbers.h"
#include "core/common/parallel.h"
#include "core/extraction/crop.h"
#include "core/image/decode.h"

namespace facespace {
namespace {

constexpr std::size_t kMostOfOne = 4;

struct Scale {
    std::array<float, 3> mean, std;  ///< R G B.
};
/// What networks of faces are trained with: −1 … 1, 0 … 255, 0 … 1, ImageNet's.
const std::array<Scale, 4> kScales{{{{127.5F, 127.5F, 127.5F}, {127.5F, 127.5F, 127.5F}},
                                    {{0.F, 0.F, 0.F}, {1.F, 1.F, 1.F}},
                                    {{0.F, 0.F, 0.F}, {255.F, 255.F, 255.F}},
                                    {{123.675F, 116.28F, 103.53F}, {58.395F, 57.12F, 57.375F}}}};

/// Rows, by identity; the same for the same seed.
std::vector<std::size_t> chosenRows(const Snapshot& snapshot, const TrialOptions& options) {
    std::map<std::string, std::vector<std::size_t>> of;
    for (std::size_t i = 0; i < snapshot.imageCount(); ++i) of[snapshot.images.images[i].identity].push_back(i);
    std::vector<std::vector<std::size_t>> several;
    std::mt19937_64 random(options.seed);
    for (auto& [name, rows] : of) {
        if (rows.size() < 2) continue;
        for (std::size_t i = rows.size() - 1; i > 0; --i) std::swap(rows[i], rows[random() % (i + 1)]);
        rows.resize(std::min(rows.size(), kMostOfOne));
        several.push_back(rows);
    }
    for (std::size_t i = several.size(); i > 1; --i) std::swap(several[i - 1], several[random() % i]);
    std::vector<std::size_t> rows;
    for (const auto& some : several)
        if (rows.size() + some.size() <= static_cast<std::size_t>(options.images))
            rows.insert(rows.end(), some.begin(), some.end());
    return rows;
}

struct Faces {
    std::vector<Image> crops;
    std::vector<std::string> identities;
};

/// Images that cannot be read or show no face are left out.
Faces cutOut(const Snapshot& snapshot, const std::vector<std::size_t>& rows, const NetworkDescriptor& network,
             const JobContext& job) {
    std::vector<Result<FaceCrop>> made(rows.size(), fail(ErrorCode::kNotFound, std::string()));
    const bool expected = facesExpected(snapshot.images);
    parallelChunks(rows.size(), 1, [&](std::size_t i, std::size_t, std::size_t) {
        if (job.cancelled()) return;
        const ImageRecord& record = snapshot.images.images[rows[i]];
        const auto image = decodeImage(snapshot.imageFile(rows[i]), {.within = snapshot.images.readable()});
        if (image) made[i] = cropFor(*image, record, network, {}, expected, nullptr);
    });
    Faces faces;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!made[i]) continue;
        faces.crops.push_back(std::move(made[i]->image));
        faces.identities.push_back(snapshot.images.images[rows[i]].identity);
    }
    return faces;
}

NetworkDescriptor scaled(NetworkDescriptor d, const Scale& scale) {
    d.mean = scale.mean;
    d.std = scale.std;
    if (d.channels == ChannelOrder::kBgr) std::swap(d.mean[0], d.mean[2]), std::swap(d.std[0], d.std[2]);
    return d;
}

bool sameFeed(const NetworkDescriptor& a, const NetworkDescriptor& b) {
    return a.channels == b.channels && a.mean == b.mean && a.std == b.std && a.alignmentTemplate == b.alignmentTemplate;
}

/// None if the features are no numbers, as of a scale that is far from what the network was trained with.
using Tried = std::optional<Verification>;

Result<Tried> verified(const FeatureMatrix& features, const std::vector<std::string>& identities, const JobContext& job) {
    if (!features.allFinite()) return Tried();
    VerificationOptions options;
    options.worstPairs = 0;
    auto done = verifyAllPairs(features, identities, options, {job.cancel, {}});
    if (!done) return forward(done);
    return Tried(std::move(*done));
}

Result<Tried> tried(const NetworkDescriptor& choice, const Faces& faces, const Weights& weights,
                    const NetworkHostOptions& host, const JobContext& job) {
    NetworkHostOptions options = host;
    options.refuseNonFinite = false;
    const auto network = startNetwork(choice, weights, options, job);
    if (!network && network.error().code != ErrorCode::kModel) return forward(network);
    if (!network) return Tried();
    const auto features = (*network)->forward(faces.crops);
    if (!features) return forward(features);
    return verified(*features, faces.identities, job);
}

TriedChoice choiceOf(const NetworkDescriptor& descriptor, const Tried& here, const Tried& given) {
    TriedChoice choice{descriptor, here ? here->auc.value : kNoValue, {kNoValue, kNoValue, kNoValue}, false};
    if (!here || !given) return choice;
    if (const auto difference = differenceOf(*here, *given)) choice.lead = difference->auc;
    return choice;
}

std::int64_t countOf(std::vector<std::string> identities) {
    std::ranges::sort(identities);
    return std::unique(identities.begin(), identities.end()) - identities.begin();
}

}  // namespace

std::vector<NetworkDescriptor> plausibleFeeds(const NetworkDescriptor& given) {
    std::vector<NetworkDescriptor> choices{given};
    const auto add = [&](const NetworkDescriptor& d) {
        if (std::ranges::none_of(choices, [&](const NetworkDescriptor& c) { return sameFeed(c, d); })) choices.push_back(d);
    };
    const bool grey = given.channels == ChannelOrder::kGrey;
    for (const ChannelOrder order : {ChannelOrder::kRgb, ChannelOrder::kBgr}) {
        NetworkDescriptor d = given;
        if (!grey) d.channels = order;
        for (const Scale& scale : kScales) add(scaled(d, scale));
    }
    NetworkDescriptor box = given;
    box.alignmentTemplate.reset();
    add(box);
    return choices;
}

Result<NetworkTrial> tryNetwork(const Snapshot& snapshot, const NetworkDescriptor& network, const TrialOptions& options,
                                const JobContext& job) {
    const auto rows = chosenRows(snapshot, options);
    const auto weights = Weights::read(network.weightsFile);
    if (!weights) return forward(weights);
    const Faces aligned = cutOut(snapshot, rows, network, job);
    NetworkTrial trial;
    trial.images = static_cast<std::int64_t>(aligned.crops.size());
    trial.identities = countOf(aligned.identities);
    if (trial.identities < 2 || trial.images <= trial.identities)
        return fail(ErrorCode::kInvalid, say("There are no two images of each of two identities to try the network on."));
    const auto choices = plausibleFeeds(network);
    Tried given;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        job.progress(say("trying how the network is fed"), static_cast<std::int64_t>(i),
                     static_cast<std::int64_t>(choices.size()));
        const bool sameCrops = choices[i].alignmentTemplate == network.alignmentTemplate;
        auto here =
            tried(choices[i], sameCrops ? aligned : cutOut(snapshot, rows, choices[i], job), *weights, options.host, job);
        if (!here) return forward(here);
        trial.choices.push_back(choiceOf(choices[i], *here, given));
        trial.choices.back().given = i == 0;
        if (options.tried) options.tried(i, trial.choices.back());
        if (i == 0) given = std::move(*here);
    }
    std::ranges::stable_sort(trial.choices, [](const TriedChoice& a, const TriedChoice& b) {
        return (std::isnan(a.auc) ? -1 : a.auc) > (std::isnan(b.auc) ? -1 : b.auc);
    });
    return trial;
}

Text choiceText(const NetworkDescriptor& d) {
    const char* order = d.channels == ChannelOrder::kGrey ? "grey" : d.channels == ChannelOrder::kBgr ? "BGR" : "RGB";
    const bool one = d.mean[0] == d.mean[1] && d.mean[1] == d.mean[2] && d.std[0] == d.std[1] && d.std[1] == d.std[2];
    const auto numbers = [&](const std::array<float, 3>& v) {
        return one ? fmt::format("{:g}", v[0]) : fmt::format("{:g}/{:g}/{:g}", v[0], v[1], v[2]);
    };
    return d.alignmentTemplate
               ? say("{}, mean {}, std {}, aligned by landmarks", std::string(order), numbers(d.mean), numbers(d.std))
               : say("{}, mean {}, std {}, cut out by the box", std::string(order), numbers(d.mean), numbers(d.std));
}

}  // namespace facespace
