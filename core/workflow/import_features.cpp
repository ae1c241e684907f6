#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "core/common/sha256.h"
#include "core/compute/feature_notes.h"
#include "core/features/feature_file.h"
#include "core/features/inspect.h"
#include "core/workflow/feature_rows.h"
#include "core/workflow/job_log.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

/// Why a row is no feature; empty if it is one.
Text reasonAgainst(const Eigen::Ref<const Eigen::RowVectorXf>& row) {
    if (row.allFinite()) return {};
    if (row.array().isNaN().all()) return say("The imported file has no feature for this image.");
    if (row.array().isNaN().any()) return say("The imported feature has values that are not numbers (NaN).");
    return say("The imported feature has values that are infinite or too large (beyond 3.4·10³⁸).");
}

std::string hashOf(const FeatureMatrix& features) {
    Sha256 hash;
    hash.add(std::as_bytes(std::span(features.data(), static_cast<std::size_t>(features.size()))));
    return hash.hex();
}

Result<void> store(Project& project, NetworkId network, const FeatureMatrix& features, const FeatureRows& order,
                   const JobContext& job) {
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    // What fits into one batch is there as a whole or not at all.
    constexpr std::size_t kBatch = 131'072;
    const std::size_t count = order.images.size();
    for (std::size_t begin = 0; begin < count; begin += kBatch) {
        if (job.cancelled()) return cancelled();
        std::vector<Project::FeatureRow> rows;
        std::vector<SkipRecord> missing;
        for (std::size_t i = begin; i < std::min(count, begin + kBatch); ++i) {
            if (!order.images[i]) continue;
            const auto row = features.row(static_cast<Eigen::Index>(i));
            const ImageId image = (*ids)[*order.images[i]];
            if (Text reason = reasonAgainst(row); reason.empty())
                rows.push_back({image, {row.data(), static_cast<std::size_t>(row.size())}});
            else
                missing.push_back({image, std::move(reason)});
        }
        if (const auto put = project.putFeatures(network, rows, missing); !put) return put;
        job.progress(say("importing features"), static_cast<std::int64_t>(std::min(count, begin + kBatch)),
                     static_cast<std::int64_t>(count));
    }
    return {};
}

Result<FeatureImport> importChecked(Project& project, const ImportFeaturesOptions& options, const JobContext& job) {
    if (options.name.empty()) return fail(ErrorCode::kInvalid, say("Imported features need a name."));
    const auto file = readFeatureFile(options.file);
    if (!file) return forward(file);
    const FeatureMatrix& features = file->features;
    const auto set = project.images();
    if (!set) return forward(set);
    const auto order = rowsOfFeatures(*file, options.file, options.index, *set);
    if (!order) return forward(order);
    const FeatureReport report = inspectFeatures(features);
    if (report.missing + report.partlyNan + report.infinite == report.rows)
        return fail(ErrorCode::kInvalid,
                    say("“{}” has no row of finite numbers; nothing was imported.", options.file.string()));

    NetworkRecord record;
    record.name = options.name;
    record.dimension = static_cast<int>(features.cols());
    record.normalised = report.unitLength;
    record.settingsJson =
        nlohmann::json{{"importedFrom", options.file.filename().string()}, {"valuesSha256", hashOf(features)}}.dump(
            -1, ' ', false, nlohmann::json::error_handler_t::replace);
    const auto known = project.networks();
    if (!known) return forward(known);
    for (const auto& network : *known) {
        if (network.name != options.name) continue;
        const auto pending = project.pendingImages(network.id);
        if (!pending) return forward(pending);
        // One that was killed is gone on with.
        if (network.settingsJson != record.settingsJson || pending->empty())
            return fail(ErrorCode::kExists,
                        say("The project has features named “{}” already; choose another name.", options.name));
    }
    const auto id = project.addNetwork(record);
    if (!id) return forward(id);
    if (const auto stored = store(project, *id, features, *order, job); !stored) {
        // Half an import is worse than none: it would pass for the whole.
        if (const auto removed = project.removeNetwork(*id); !removed) return forward(removed);
        return forward(stored);
    }
    FeatureImport done{*id, file->notes};
    for (const auto& more : {order->notes, report.sentences()})
        done.notes.insert(done.notes.end(), more.begin(), more.end());
    const auto equal = equalFeatures(project, *id);
    if (!equal) return forward(equal);
    done.notes.insert(done.notes.end(), equal->begin(), equal->end());
    return done;
}

}  // namespace

Result<FeatureImport> importFeatureFile(Project& project, const ImportFeaturesOptions& options, const JobContext& job) {
    const nlohmann::json parameters{
        {"file", std::filesystem::absolute(options.file).string()},
        {"index", options.index.empty() ? "" : std::filesystem::absolute(options.index).string()},
        {"name", options.name}};
    return logged<FeatureImport>(
        project, "import features", parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        [&] { return importChecked(project, options, job); },
        [&](const FeatureImport&) { return say("Features “{}”.", options.name); });
}

}  // namespace facespace
