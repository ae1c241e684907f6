#include "core/compute/networks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/features/feature_range.h"

namespace facespace {

Result<NetworkRecord> findNetwork(const Project& project, const std::string& name) {
    auto networks = project.networks();
    if (!networks) return forward(networks);
    return findNetwork(std::move(*networks), project.file().filename().string(), name);
}

Result<NetworkRecord> findNetwork(std::vector<NetworkRecord> networks, const std::string& file, const std::string& name) {
    std::vector<std::string> names;
    for (auto& network : networks) {
        if (network.name == name) return std::move(network);
        names.push_back("“" + network.name + "”");
    }
    if (names.empty())
        return fail(ErrorCode::kNotFound,
                    say("“{}” has no features yet; extract them with a network or import them first.", file));
    if (name.empty() && names.size() == 1) return std::move(networks.front());
    if (name.empty())
        return fail(ErrorCode::kInvalid,
                    say("“{}” has features of several networks; name one of {}.", file, fmt::join(names, ", ")));
    return fail(ErrorCode::kNotFound, say("“{}” has no network named “{}”; it has {}.", file, name, fmt::join(names, ", ")));
}

namespace {

Result<void> bringIntoRange(PresentFeatures& present, const Project& project) {
    if (const auto drowning = rowsThatDrownOthers(present.features); !drowning.empty()) {
        const auto images = project.images();
        if (!images) return forward(images);
        const auto row = static_cast<std::size_t>(present.rows[static_cast<std::size_t>(drowning.front())]);
        const auto count = static_cast<std::int64_t>(drowning.size());
        return fail(
            ErrorCode::kInvalid,
            sayCount("The feature of one image (“{1}”) is more than a million times as long as most, and beside it "
                     "the others would fall into one point; import the features without it.",
                     "The features of {0} images, the first is “{1}”, are more than a million times as long as most, "
                     "and beside them the others would fall into one point; import the features without them.",
                     count, groupedNumber(count), images->images[row].path));
    }
    present.scale = workableScale(present.features);
    if (present.scale != 1) present.features *= present.scale;
    return {};
}

}  // namespace

Result<PresentFeatures> presentFeatures(const Project& project, const NetworkRecord& network) {
    auto all = project.features(network.id);
    if (!all) return forward(all);
    PresentFeatures present;
    present.imageCount = static_cast<std::size_t>(all->rows());
    for (Eigen::Index row = 0; row < all->rows(); ++row)
        if (all->row(row).allFinite()) present.rows.push_back(static_cast<int>(row));
    if (present.rows.empty())
        return fail(ErrorCode::kInvalid, say("Network “{}” has no features in “{}” yet; run the extraction first.",
                                             network.name, project.file().filename().string()));
    if (present.rows.size() == present.imageCount) {
        present.features = std::move(*all);
        if (const auto fine = bringIntoRange(present, project); !fine) return forward(fine);
        return present;
    }
    present.features.resize(static_cast<Eigen::Index>(present.rows.size()), all->cols());
    for (std::size_t i = 0; i < present.rows.size(); ++i)
        present.features.row(static_cast<Eigen::Index>(i)) = all->row(present.rows[i]);
    if (const auto fine = bringIntoRange(present, project); !fine) return forward(fine);
    return present;
}

Embedding spreadOverImages(const Embedding& present, const std::vector<int>& rows, std::size_t imageCount) {
    Embedding all = Embedding::Constant(static_cast<Eigen::Index>(imageCount), present.cols(), kNoValueFloat);
    for (std::size_t i = 0; i < rows.size(); ++i) all.row(rows[i]) = present.row(static_cast<Eigen::Index>(i));
    return all;
}

}  // namespace facespace
