#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/network/descriptor.h"
#include "core/synthesis/synthesis.h"
#include "core/workflow/workflow.h"

/// The demo: rendered faces with known truth and the two networks that come with the program.
namespace facespace {

struct DemoOptions {
    SynthOptions faces;         ///< 125 identities and 6,000 images unless full.
    ExtractOptions extraction;  ///< Of the first network while faces are rendered.
    /// As in the paper: 24,000 images of 500 identities.
    static DemoOptions full();
    static DemoOptions quick();
};

/// Where a demo lies in `folder`: the project beside the folder of faces.
std::filesystem::path demoProjectFile(const std::filesystem::path& folder);

/// Descriptors of the networks that come with the program, in alphabetical order.
/// Errors: kNotFound if the program's resources are not where they were installed.
Result<std::vector<NetworkDescriptor>> shippedNetworks();

struct DemoReport {
    std::int64_t images = 0;
    std::int64_t reused = 0;  ///< Images that were in the project before.
    NetworkId network;        ///< Whose features were extracted.
};

/// Makes or completes the demo's faces and project, and extracts the first shipped network's features while faces are still
/// being rendered: people are added to the project, in their order, as soon as they are complete, so that a window has
/// something to show within seconds. Killed or cancelled, the next call continues. `grown` is called (on this thread) after
/// each part with the number of images that have features. The result does not depend on how the work was cut into parts.
/// Errors: kExists if the folder holds other faces, and those of rendering, import and extraction.
Result<DemoReport> growDemo(const std::filesystem::path& folder, const DemoOptions& options, const JobContext& job,
                            const std::function<void(std::int64_t images)>& grown = {});

}  // namespace facespace
