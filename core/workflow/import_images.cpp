#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "core/common/whole_file.h"
#include "core/compute/labels.h"
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

}  // namespace

Result<ImportReport> createProject(const std::filesystem::path& projectFile, const ImportOptions& options,
                                   const JobContext& job) {
    std::error_code ignored;
    if (std::filesystem::exists(projectFile, ignored))
        return fail(ErrorCode::kExists,
                    say("“{}” exists already; choose another name or remove it first.", projectFile.string()));
    // Read everything before the file is made: a manifest that cannot be used leaves nothing behind.
    auto imported = importImageSet(options, job);
    if (!imported) return forward(imported);
    if (const Text reversed = reversedYawSentence(imported->set); !reversed.empty()) imported->warnings.push_back(reversed);
    Result<ImportReport> report;
    const auto fill = [&](Project& project) -> Result<void> {
        report = logged<ImportReport>(
            project, "import", parametersOf(options),
            [&]() -> Result<ImportReport> {
                if (const auto added = project.addImages(imported->set, job); !added) return forward(added);
                std::unordered_set<std::string> identities;
                for (const auto& image : imported->set.images) identities.insert(image.identity);
                return ImportReport{static_cast<std::int64_t>(imported->set.images.size()),
                                    static_cast<std::int64_t>(identities.size()), imported->layout, imported->warnings};
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
