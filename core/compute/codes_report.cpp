#include "core/compute/codes_report.h"

#include <algorithm>
#include <cmath>

#include "core/common/numbers.h"
#include "core/compute/class_labels.h"
#include "core/compute/labels.h"

namespace facespace {
namespace {

constexpr std::size_t kMostChosen = 3;
constexpr double kViewDeg = 30;
constexpr int kViews = 3;

CodedAttribute attributeOf(const ClassLabels& labels) {
    CodedAttribute a{labels.column, labels.classes, {}};
    for (const std::string& label : labels.labels) {
        const auto found = std::ranges::lower_bound(labels.classes, label);
        a.classOf.push_back(label.empty() ? -1 : static_cast<std::int32_t>(found - labels.classes.begin()));
    }
    return a;
}

CodedAttribute viewOf(const std::vector<double>& yaw) {
    CodedAttribute a{say("view"), {"0-30", "30-60", "60-90"}, {}};
    for (const double y : yaw)
        a.classOf.push_back(std::isnan(y) ? -1 : std::min(kViews - 1, static_cast<std::int32_t>(std::abs(y) / kViewDeg)));
    return a;
}

}  // namespace

Result<CodesReport> computeCodes(const Snapshot& snapshot, const AnalysisScope& scope, const CodesAnalysisOptions& o,
                                 const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    const DataTable table = buildDataTable(snapshot);
    const auto labels = computeLabels(snapshot.images, "yaw");
    const std::vector<double> yaw = labels ? labels->values : std::vector<double>(snapshot.imageCount(), kNoValue);
    const bool views = std::ranges::any_of(yaw, [](double y) { return std::isfinite(y); });
    std::vector<CodedAttribute> attributes;
    for (const std::string& column : o.columns) {
        if (column == "view" && views) {
            attributes.push_back(viewOf(yaw));
            continue;
        }
        const auto found = classLabels(snapshot, table, column);
        if (!found) return forward(found);
        attributes.push_back(attributeOf(*found));
    }
    if (o.columns.empty()) {
        for (const ClassLabels& found : classColumns(snapshot, table))
            if (attributes.size() < kMostChosen) attributes.push_back(attributeOf(found));
        if (views) attributes.push_back(viewOf(yaw));
    }
    auto code = populationCode(in->features(), in->units, attributes, yaw, o.population, job);
    if (!code) return forward(code);
    return CodesReport{in->network(), std::move(*code)};
}

}  // namespace facespace
