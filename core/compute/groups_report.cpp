#include "core/compute/groups_report.h"

#include <map>

#include "core/compute/class_labels.h"
#include "core/compute/quality_columns.h"
#include "core/project/data_table.h"

namespace facespace {
namespace {

Result<ClassLabels> labelled(const Snapshot& snapshot, const std::string& asked) {
    const DataTable table = buildDataTable(snapshot);
    if (!asked.empty()) return classLabels(snapshot, table, asked);
    auto all = classColumns(snapshot, table);
    if (all.empty())
        return fail(ErrorCode::kInvalid,
                    say("No column labels groups: that takes one with 2 to {} different values; join it to the images with "
                        "facespace-cli join.",
                        ClassLabels::kMost));
    return std::move(all.front());
}

}  // namespace

Result<GroupsReport> computeGroups(const Snapshot& snapshot, const AnalysisScope& scope, const GroupsAnalysisOptions& o,
                                   const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    auto labels = labelled(snapshot, o.column);
    if (!labels) return forward(labels);
    GroupsReport report{in->network(), labels->column, labels->ofPeople, {}, {}, labels->labels};
    std::map<std::string, std::int32_t> numbers;
    const auto numbered = [&](const std::vector<std::string>& names) {
        numbers.clear();
        for (const std::string& name : names) numbers.emplace(name, static_cast<std::int32_t>(numbers.size()));
        std::vector<std::int32_t> group;
        for (std::size_t i = 0; i < report.groupOf.size(); ++i) {
            const auto found = numbers.find(report.groupOf[i]);
            const bool inScope = in->features().row(static_cast<Eigen::Index>(i)).allFinite();
            group.push_back(found == numbers.end() || !inScope ? -1 : found->second);
        }
        return group;
    };
    auto rates = groupRates(in->features(), in->identity, numbered(labels->classes), labels->classes, o.rates, job);
    if (!rates) return forward(rates);
    report.rates = std::move(*rates);
    const auto group = numbered(report.rates.names);
    auto quality = qualityColumns(snapshot);
    quality.insert(quality.begin(),
                   {"distance", termFor(DistanceKind::kOrigin).title, "", 0, distancesOf(*in, DistanceKind::kOrigin)});
    for (const QualityMeasureColumn& column : quality) {
        auto means = groupMeans(column.values, in->identity, group, static_cast<std::int32_t>(report.rates.names.size()),
                                o.rates, job);
        if (!means) return forward(means);
        report.columns.push_back({column.key, column.title, column.unit, std::move(*means)});
    }
    return report;
}

}  // namespace facespace
