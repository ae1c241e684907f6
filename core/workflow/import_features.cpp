#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <unordered_map>

#include "core/common/regular_file.h"
#include "core/common/sha256.h"
#include "core/dataset/csv.h"
#include "core/features/feature_io.h"
#include "core/features/inspect.h"
#include "core/workflow/job_log.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

/// Which image (position in import order) each feature row belongs to.
using RowImages = std::vector<std::size_t>;

Result<RowImages> inImportOrder(std::size_t rows, std::size_t images, const std::string& file) {
    if (rows != images)
        return fail(
            ErrorCode::kInvalid,
            say("“{}” has {} rows but the project has {} images; give an index (--index) with the path of each row's image.",
                file, rows, images));
    RowImages order(rows);
    for (std::size_t i = 0; i < rows; ++i) order[i] = i;
    return order;
}

Result<std::size_t> pathColumn(const std::vector<std::string>& header, const std::string& file) {
    const auto found = std::find(header.begin(), header.end(), "path");
    if (found == header.end()) return fail(ErrorCode::kFormat, say("The index “{}” has no column “path”.", file));
    return static_cast<std::size_t>(found - header.begin());
}

Result<RowImages> byIndex(const std::filesystem::path& index, std::size_t rows, const ImageSet& set) {
    const std::string name = index.string();
    if (const auto fine = refuseSpecialFile(index); !fine) return forward(fine);
    std::ifstream in(index, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("Cannot read the index “{}”; check that the file exists.", name));
    std::unordered_map<std::string, std::size_t> byPath;
    for (std::size_t i = 0; i < set.images.size(); ++i)
        if (!byPath.emplace(set.images[i].path, i).second)
            return fail(ErrorCode::kInvalid, say("The project has several faces of “{}”, so paths do not name "
                                                 "images; give the features in import order without an index.",
                                                 set.images[i].path));

    CsvReader reader(in, name);
    std::vector<std::string> fields;
    auto more = reader.next(fields);
    if (!more) return forward(more);
    const auto column = pathColumn(*more ? fields : std::vector<std::string>{}, name);
    if (!column) return forward(column);
    RowImages order;
    std::vector<char> used(set.images.size(), 0);
    while ((more = reader.next(fields)) && *more) {
        const std::string path = *column < fields.size() ? fields[*column] : "";
        const auto image = byPath.find(path);
        if (image == byPath.end())
            return fail(ErrorCode::kNotFound,
                        say("“{}” line {}: the project has no image “{}”.", name, reader.line(), path));
        if (used[image->second]++ != 0)
            return fail(ErrorCode::kFormat, say("“{}” line {}: image “{}” stands in it twice.", name, reader.line(), path));
        order.push_back(image->second);
    }
    if (!more) return forward(more);
    if (order.size() != rows)
        return fail(ErrorCode::kInvalid,
                    say("The index “{}” names {} images but there are {} feature rows.", name, order.size(), rows));
    return order;
}

std::string hashOf(const FeatureMatrix& features) {
    Sha256 hash;
    hash.add(std::as_bytes(std::span(features.data(), static_cast<std::size_t>(features.size()))));
    return hash.hex();
}

Result<void> store(Project& project, NetworkId network, const FeatureMatrix& features, const RowImages& order,
                   const JobContext& job) {
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    // What fits into one batch is there as a whole or not at all.
    constexpr std::size_t kBatch = 131'072;
    for (std::size_t begin = 0; begin < order.size(); begin += kBatch) {
        if (job.cancelled()) return cancelled();
        std::vector<Project::FeatureRow> rows;
        std::vector<SkipRecord> missing;
        for (std::size_t i = begin; i < std::min(order.size(), begin + kBatch); ++i) {
            const auto row = features.row(static_cast<Eigen::Index>(i));
            const ImageId image = (*ids)[order[i]];
            if (row.allFinite())
                rows.push_back({image, {row.data(), static_cast<std::size_t>(row.size())}});
            else
                missing.push_back({image, say("The imported features are not numbers (NaN or infinite).")});
        }
        if (const auto put = project.putFeatures(network, rows, missing); !put) return put;
        job.progress(say("importing features"), static_cast<std::int64_t>(std::min(order.size(), begin + kBatch)),
                     static_cast<std::int64_t>(order.size()));
    }
    return {};
}

Result<NetworkId> importChecked(Project& project, const ImportFeaturesOptions& options, const JobContext& job) {
    if (options.name.empty()) return fail(ErrorCode::kInvalid, say("Imported features need a name."));
    const auto features = readFeatures(options.file);
    if (!features) return forward(features);
    const auto set = project.images();
    if (!set) return forward(set);
    const auto rows = static_cast<std::size_t>(features->rows());
    const auto order = options.index.empty() ? inImportOrder(rows, set->images.size(), options.file.string())
                                             : byIndex(options.index, rows, *set);
    if (!order) return forward(order);
    const FeatureReport report = inspectFeatures(*features);
    if (report.missing + report.partlyNan + report.infinite == report.rows)
        return fail(ErrorCode::kInvalid,
                    say("“{}” has no row of finite numbers; nothing was imported.", options.file.string()));

    NetworkRecord record;
    record.name = options.name;
    record.dimension = static_cast<int>(features->cols());
    record.normalised = report.unitLength;
    record.settingsJson =
        nlohmann::json{{"importedFrom", options.file.filename().string()}, {"valuesSha256", hashOf(*features)}}.dump(
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
    if (const auto stored = store(project, *id, *features, *order, job); !stored) {
        // Half an import is worse than none: it would pass for the whole.
        if (const auto removed = project.removeNetwork(*id); !removed) return forward(removed);
        return forward(stored);
    }
    return id;
}

}  // namespace

Result<NetworkId> importFeatureFile(Project& project, const ImportFeaturesOptions& options, const JobContext& job) {
    const nlohmann::json parameters{
        {"file", options.file.string()}, {"index", options.index.string()}, {"name", options.name}};
    return logged<NetworkId>(
        project, "import features", parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        [&] { return importChecked(project, options, job); },
        [&](NetworkId) { return say("Features “{}”.", options.name); });
}

}  // namespace facespace
