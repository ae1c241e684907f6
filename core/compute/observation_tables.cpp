#include "core/compute/observation_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cmath>

namespace facespace {
namespace {

/// What both halves of experiment 1 have.
struct Part {
    const FoldsUsed* folds = nullptr;
    const std::vector<float>* outOfFold = nullptr;
    const std::vector<double>* penalties = nullptr;
    const char* method = "";
    explicit operator bool() const { return folds != nullptr; }
};
Part partOf(const TargetReport& r) {
    if (r.regression) {
        const RidgeResult& f = r.regression->identityFolds;
        return {&f.used, &f.outOfFold, &f.foldPenalties, "ridge regression, penalty λ"};
    }
    if (r.classification)
        return {&r.classification->used, &r.classification->outOfFold, &r.classification->foldShrinkages,
                "discriminant analysis, shrinkage γ"};
    return {};
}

/// Numbers in tables count from 1.
std::int64_t numbered(std::int32_t index) { return std::int64_t{index} + 1; }

}  // namespace

std::vector<Table> makeObservationTables(const std::vector<TargetReport>& reports, const Snapshot& snapshot) {
    Table images{"prediction_images",
                 say("Every labelled image: its unit of observation, its fold, what was predicted out of fold"),
                 {"network", "target", "row", "path", "identity", "unit", "fold", "half", "label", "out_of_fold"},
                 {},
                 true};
    Table folds{"prediction_folds",
                say("The penalty chosen inside each fold's training part"),
                {"network", "target", "method", "fold", "images", "penalty", "penalties_tried", "seed"},
                {},
                true};
    for (const TargetReport& r : reports) {
        const Part part = partOf(r);
        if (!part) continue;
        std::vector<std::int64_t> count(part.penalties->size(), 0);
        for (std::size_t row = 0; row < part.folds->foldOf.size(); ++row) {
            const std::int32_t fold = part.folds->foldOf[row];
            if (fold < 0) continue;
            ++count[static_cast<std::size_t>(fold)];
            const ImageRecord& image = snapshot.images.images[row];
            const Table::Cell half =
                part.folds->halfOf.empty() ? Table::Cell{} : Table::cell(numbered(part.folds->halfOf[row]));
            images.add(r.network, r.target, row + 1, image.path, image.identity, numbered(r.unitOf[row]), numbered(fold),
                       half, r.labels[row], (*part.outOfFold)[row]);
        }
        const std::string tried = fmt::format("{}", fmt::join(part.folds->penaltiesTried, " "));
        for (std::size_t f = 0; f < count.size(); ++f)
            folds.add(r.network, r.target, part.method, f + 1, count[f], (*part.penalties)[f], tried,
                      static_cast<std::int64_t>(r.seed));
    }
    return {std::move(images), std::move(folds)};
}

Table makeObservationTables(const ViewDependenceReport& report, const Snapshot& snapshot) {
    Table images{"view_images",
                 say("The images of each identity and view, with their unit of observation"),
                 {"network", "row", "path", "identity", "unit", "view", "yaw"},
                 {},
                 true};
    for (const ViewIdentity& person : report.result.identities)
        for (const auto* rows : {&person.frontal, &person.profile})
            for (const std::int64_t row : *rows) {
                const auto i = static_cast<std::size_t>(row);
                images.add(report.network, row + 1, snapshot.images.images[i].path, person.identity,
                           numbered(report.unitOf[i]), rows == &person.frontal ? "frontal" : "profile", report.yawDeg[i]);
            }
    return images;
}

Table makeObservationTables(const QualityReport& report, const Snapshot& snapshot) {
    Table images{"quality_images",
                 say("Distance and measures of every image, with its unit of observation"),
                 {"network", "row", "path", "identity", "unit", "distance"},
                 {},
                 true};
    for (const QualityMeasureColumn& measure : report.measures) images.columns.push_back(measure.key);
    for (std::size_t i = 0; i < report.distance.size(); ++i) {
        if (!std::isfinite(report.distance[i])) continue;
        const ImageRecord& image = snapshot.images.images[i];
        images.add(report.network, i + 1, image.path, image.identity, numbered(report.unitOf[i]), report.distance[i]);
        for (const QualityMeasureColumn& measure : report.measures)
            images.rows.back().push_back(std::isfinite(measure.values[i]) ? Table::cell(measure.values[i]) : Table::Cell{});
    }
    return images;
}

}  // namespace facespace
