#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/project.h"

namespace facespace {

struct MeasureOptions {
    std::int64_t maxPixels = 100'000'000;         ///< Larger images are skipped unread.
    std::chrono::milliseconds commitEvery{1000};  ///< How much work a kill may cost.
};

struct MeasureSummary {
    std::int64_t measured = 0;  ///< In this run.
    std::int64_t alreadyThere = 0;
    std::int64_t skipped = 0;  ///< In this run; MeasuresRecord::reasons tells why.
    double seconds = 0;
};

/// What is measured, and how, as Project::setMeasures() takes it.
struct TakenMeasures {
    std::vector<MeasureRecord> measures;
    std::string settings;
};
TakenMeasures takenMeasures();

/// Measures the image quality of every face that was not measured yet and keeps it in the project, as columns
/// "measured_KEY" (raw) and "quality_KEY" (0 … 100, where ISO/IEC 29794-5 has a component of that name). Faces are aligned
/// by their landmarks to 112 × 112 pixels (else cut out by their box), the same for every network. Deterministic; after a
/// cancel or a kill the next call continues. Entered in the job log if there is anything to measure. Errors: kNotFound (no
/// image file is there), kCancelled, and the project's.
Result<MeasureSummary> storeMeasures(Project& project, const MeasureOptions& options, const JobContext& job);

}  // namespace facespace
