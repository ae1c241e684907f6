#include "core/workflow/suspects_of.h"

namespace facespace {

Result<Suspects> suspectsOf(const Snapshot& snapshot, const AnalysisScope& scope, const SuspectOptions& options,
                            const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    return findSuspects(in->features(), in->identity, options, job);
}

}  // namespace facespace
