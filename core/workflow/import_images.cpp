#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

#include "core/common/whole_file.h"
#include "core/compute/labels.h"
#include "core/dataset/container_set.h"
#include "core/workflow/job_log.h"
#include "core/workflow/workflow.h"

namespace facespace {
namespace {

std::string parametersOf(const ImportOptions& options) {
    const auto place = [](const std::filesystem::path& path) {
        return path.empty() || isStandardStream(path) ? path.string() : std::filesystem::absolute(path).string();
    };
    return nlohmann::json{{"folder", place(options.folder)},   {"manifest", place(options.manifest)},
                          {"map", toString(options.mapping)},  {"noImages", options.noImages},
                          {"pattern", options.pattern},        {"followLinks", options.followLinks},
                          {"skipBadRows", options.skipBadRows}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// So many images of a container are made and stored at a time.
constexpr std::size_t kSlice = 20'000;

/// What is to be stored: a set, or what a container lists.
struct Source {
    ImportedSet imported;
    std::optional<ContainerListing> listing;
    const std::string& layout() const { return listing ? listing->layout : imported.layout; }
    const std::vector<Text>& warnings() const { return listing ? listing->warnings : imported.warnings; }
};

Result<Source> sourceOf(const ImportOptions& options, const JobContext& job) {
    Source source;
    const auto containers = containersOf(options);
    if (!containers) return forward(containers);
    if (!containers->empty()) {
        auto listing = listContainers(*containers, job);
        if (!listing) return forward(listing);
        source.listing = std::move(*listing);
        return source;
    }
    auto imported = importImageSet(options, job);
    if (!imported) return forward(imported);
    source.imported = std::move(*imported);
    if (const Text reversed = reversedYawSentence(source.imported.set); !reversed.empty())
        source.imported.warnings.push_back(reversed);
    return source;
}

using Identities = std::unordered_set<std::string>;

/// @return how many images there are.
Result<std::int64_t> store(Project& project, const ContainerListing& listing, Identities& identities,
                           const JobContext& job) {
    JobContext quiet;  // Each slice would count from 0 on.
    quiet.cancel = job.cancel;
    ImageSet slice{listing.root, {}, listing.metadataColumns, {}};
    for (std::size_t i = 0; i < listing.count; ++i) {
        slice.images.push_back(listing.image(i));
        identities.insert(slice.images.back().identity);
        if (slice.images.size() < kSlice && i + 1 < listing.count) continue;
        if (const auto added = project.addImages(slice, quiet); !added) return forward(added);
        slice.images.clear();
        job.progress(say("storing"), static_cast<std::int64_t>(i + 1), static_cast<std::int64_t>(listing.count));
    }
    return static_cast<std::int64_t>(listing.count);
}

Result<std::int64_t> store(Project& project, const ImageSet& set, Identities& identities, const JobContext& job) {
    if (const auto added = project.addImages(set, job); !added) return forward(added);
    for (const auto& image : set.images) identities.insert(image.identity);
    return static_cast<std::int64_t>(set.images.size());
}

}  // namespace

Result<ImportReport> createProject(const std::filesystem::path& projectFile, const ImportOptions& options,
                                   const JobContext& job) {
    std::error_code ignored;
    if (std::filesystem::exists(projectFile, ignored))
        return fail(ErrorCode::kExists,
                    say("“{}” exists already; choose another name or remove it first.", projectFile.string()));
    // Read everything before the file is made: a manifest that cannot be used leaves nothing behind.
    const auto source = sourceOf(options, job);
    if (!source) return forward(source);
    Result<ImportReport> report;
    const auto fill = [&](Project& project) -> Result<void> {
        report = logged<ImportReport>(
            project, "import", parametersOf(options),
            [&]() -> Result<ImportReport> {
                Identities identities;
                const auto images = source->listing ? store(project, *source->listing, identities, job)
                                                    : store(project, source->imported.set, identities, job);
                if (!images) return forward(images);
                return ImportReport{*images, static_cast<std::int64_t>(identities.size()), source->layout(),
                                    source->warnings()};
            },
            [](const ImportReport& r) {
                return sayCount("{0} of 1 identity.", "{0} of {1} identities.", r.identities,
                                sayCount("1 image", "{} images", r.images, r.images), r.identities);
            });
        return report ? Result<void>() : forward(report);
    };
    if (const auto project = Project::create(projectFile, fill); !project) return forward(project);
    return report;
}

}  // namespace facespace
