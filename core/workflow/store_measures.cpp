#include "core/workflow/store_measures.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <new>
#include <span>

#include "core/analysis/image_quality.h"
#include "core/common/parallel.h"
#include "core/container/container.h"
#include "core/extraction/crop.h"
#include "core/image/decode.h"
#include "core/workflow/job_log.h"

namespace facespace {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kBatch = 64;
constexpr int kCropSize = 112;
/// Where the five landmarks go in a crop of that size (the template of InsightFace).
constexpr Landmarks kTemplate{
    {{38.2946F, 51.6963F}, {73.5318F, 51.5014F}, {56.0252F, 71.7366F}, {41.5493F, 92.3655F}, {70.7299F, 92.2041F}}};
/// Changes whenever the same image would get other values.
constexpr const char* kSettings = "five landmarks to 112 x 112, version 2";

std::vector<double> valuesOf(const ImageQuality& quality) {
    std::vector<double> values(quality.raw.begin(), quality.raw.end());
    for (std::size_t m = 0; m < kQualityMeasureCount; ++m)
        if (qualityMeasures()[m].component) values.push_back(quality.component[m]);
    return values;
}

class Measurer {
  public:
    Measurer(const ImageSet& set, const MeasureOptions& options)
        : set_(set), options_(options), facesExpected_(facesExpected(set)) {
        network_.inputWidth = network_.inputHeight = kCropSize;
        network_.alignmentTemplate = kTemplate;
    }

    Project::MeasuredRow measure(std::size_t row, ImageId id) const {
        const ImageRecord& record = set_.images[row];
        const auto image = decodeImage(set_.root / record.path, {options_.maxPixels, set_.readable()});
        if (!image) return {id, {}, image.error().message};
        const auto crop = cropFor(*image, record, network_, {}, facesExpected_, nullptr);
        if (!crop) return {id, {}, crop.error().message};
        const auto quality = measureImageQuality(crop->image, &*image, record.landmarks, record.box);
        if (!quality) return {id, {}, quality.error().message};
        return {id, valuesOf(*quality), {}};
    }

  private:
    const ImageSet& set_;
    const MeasureOptions& options_;
    const bool facesExpected_;
    NetworkDescriptor network_;
};

/// The images still to be measured, as rows; ids are ascending in import order.
std::vector<std::size_t> rowsOf(const std::vector<ImageId>& pending, const std::vector<ImageId>& all) {
    std::vector<std::size_t> rows;
    for (const ImageId id : pending)
        rows.push_back(static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), id) - all.begin()));
    return rows;
}

Result<void> measureAll(Project& project, const ImageSet& set, const std::vector<ImageId>& ids,
                        const std::vector<std::size_t>& rows, const MeasureOptions& options, MeasureSummary& summary,
                        const JobContext& job) {
    const Measurer measurer(set, options);
    std::vector<Project::MeasuredRow> waiting;
    auto lastWritten = Clock::now();
    const auto write = [&]() -> Result<void> {
        if (const auto stored = project.putMeasured(waiting); !stored) return stored;
        for (const auto& row : waiting) row.reason.empty() ? ++summary.measured : ++summary.skipped;
        waiting.clear();
        lastWritten = Clock::now();
        return {};
    };
    for (std::size_t begin = 0; begin < rows.size(); begin += kBatch) {
        const std::span batch(rows.data() + begin, std::min(kBatch, rows.size() - begin));
        std::vector<Project::MeasuredRow> measured(batch.size());
        parallelChunks(batch.size(), 1, [&](std::size_t, std::size_t i, std::size_t) {
            if (!job.cancelled()) measured[i] = measurer.measure(batch[i], ids[batch[i]]);
        });
        if (job.cancelled()) break;
        waiting.insert(waiting.end(), std::make_move_iterator(measured.begin()), std::make_move_iterator(measured.end()));
        if (Clock::now() - lastWritten >= options.commitEvery)
            if (const auto done = write(); !done) return done;
        job.progress(say("measuring image quality"), summary.alreadyThere + static_cast<std::int64_t>(begin + batch.size()),
                     static_cast<std::int64_t>(ids.size()));
    }
    if (const auto done = write(); !done) return done;
    return job.cancelled() ? Result<void>(cancelled()) : Result<void>();
}

/// What is still to be measured.
struct Work {
    ImageSet set;
    std::vector<ImageId> ids, pending;
};

bool anyFilePresent(const ImageSet& set) {
    return !set.root.empty() &&
           std::ranges::any_of(set.images, [&](const ImageRecord& image) { return imageExists(set.root / image.path); });
}

Result<Work> workOf(Project& project) {
    auto set = project.images();
    if (!set) return forward(set);
    auto ids = project.imageIds();
    if (!ids) return forward(ids);
    const bool present = anyFilePresent(*set);
    // What was measured in an older way stays if it cannot be measured again.
    const TakenMeasures taken = takenMeasures();
    if (present)
        if (const auto done = project.setMeasures(taken.measures, taken.settings); !done) return forward(done);
    auto pending = project.unmeasuredImages();
    if (!pending) return forward(pending);
    if (!present && !pending->empty())
        return fail(ErrorCode::kNotFound, say("The image files of “{}” are not there, so their quality cannot be "
                                              "measured; put the images' folder back.",
                                              project.file().filename().string()));
    return Work{std::move(*set), std::move(*ids), std::move(*pending)};
}

Result<MeasureSummary> measurePending(Project& project, const Work& work, const MeasureOptions& options,
                                      const JobContext& job) {
    const auto start = Clock::now();
    MeasureSummary summary;
    summary.alreadyThere = static_cast<std::int64_t>(work.ids.size() - work.pending.size());
    const auto done = measureAll(project, work.set, work.ids, rowsOf(work.pending, work.ids), options, summary, job);
    if (!done) return forward(done);
    summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return summary;
}

}  // namespace

TakenMeasures takenMeasures() {
    TakenMeasures taken{{}, kSettings};
    for (const auto& m : qualityMeasures())
        taken.measures.push_back({fmt::format("measured_{}", m.key), m.title.words, m.unit, m.better});
    for (const auto& m : qualityMeasures())
        if (m.component) taken.measures.push_back({fmt::format("quality_{}", m.key), m.component->words, "", 1});
    return taken;
}

Result<MeasureSummary> storeMeasures(Project& project, const MeasureOptions& options, const JobContext& job) {
    const auto work = workOf(project);
    if (!work) return forward(work);
    if (work->pending.empty()) return MeasureSummary{0, static_cast<std::int64_t>(work->ids.size()), 0, 0};
    return logged<MeasureSummary>(
        project, "measure image quality", "{}", [&] { return measurePending(project, *work, options, job); },
        [](const MeasureSummary& s) {
            return say("{} measured, {} there before, {} skipped, {:.1f} s.", s.measured, s.alreadyThere, s.skipped,
                       s.seconds);
        });
}

}  // namespace facespace
