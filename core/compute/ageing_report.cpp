#include "core/compute/ageing_report.h"

#include "core/common/number_text.h"
#include "core/features/norms.h"

namespace facespace {

Result<AgeingReport> computeAgeing(const Snapshot& snapshot, const AnalysisScope& scope, const std::string& column,
                                   const AgeingOptions& options, const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    const auto times = timesOf(snapshot, column);
    if (!times) return forward(times);
    AgeingOptions o = options;
    FeatureMatrix centred;
    if (o.metric == Metric::kCentredCosine) {
        centred = in->features().rowwise() - meanFeature(in->features()).cast<float>();
        o.metric = Metric::kCosine;
    }
    auto found = ageing(centred.size() > 0 ? centred : in->features(), in->units, times->years, o, job);
    if (!found && found.error().code == ErrorCode::kInvalid)
        return fail(ErrorCode::kInvalid,
                    say("By “{}” no three pairs of images of one person have time in between; images of "
                        "the same people at different times are needed.",
                        times->column));
    if (!found) return forward(found);
    if (times->unread > 0)
        found->notes.push_back(sayCount("{} cell of “{}” could not be read and takes no part.",
                                        "{} cells of “{}” could not be read and take no part.", times->unread,
                                        groupedNumber(times->unread), times->column));
    return AgeingReport{in->network(), times->column, times->kind, options.metric, std::move(*found)};
}

}  // namespace facespace
