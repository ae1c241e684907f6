#include "core/compute/nesting_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/compute/image_factors.h"

namespace facespace {
namespace {

using Eigen::Index;

const std::vector<std::string> kNone{"none"};

Result<void> addFactors(NestingReport& report, const Snapshot& snapshot, const NestingAnalysisOptions& o) {
    const DataTable table = buildDataTable(snapshot);
    const std::string classes = o.classes.empty() ? usualClasses(snapshot, table) : o.classes;
    if (!classes.empty() && classes != kNone.front()) {
        auto factor = peopleFactor(snapshot, table, classes);
        if (!factor) return forward(factor);
        report.classes = std::move(*factor);
    }
    const auto conditions = o.conditions.empty() ? usualConditions(snapshot, table) : o.conditions;
    for (const std::string& column : conditions == kNone ? std::vector<std::string>{} : conditions) {
        auto factor = imageFactor(snapshot, table, column, o.ranges);
        if (!factor) return forward(factor);
        report.conditions.push_back(std::move(*factor));
    }
    return {};
}

std::int32_t levelAt(const ImageFactor& factor, std::size_t row) { return factor.levels.empty() ? -1 : factor.levelOf[row]; }

/// Images that take part, by identity.
std::map<std::string, std::vector<int>> rowsOfPeople(const NestingReport& report, const AnalysisInput& in) {
    std::map<std::string, std::vector<int>> rows;
    for (std::size_t i = 0; i < in.identity.size(); ++i) {
        const auto row = in.features().row(static_cast<Index>(i));
        const bool known = (report.classes.levels.empty() || report.classes.levelOf[i] >= 0) &&
                           std::ranges::all_of(report.conditions, [&](const ImageFactor& f) { return f.levelOf[i] >= 0; });
        if (known && row.allFinite() && row.squaredNorm() > 0) rows[in.identity[i]].push_back(static_cast<int>(i));
    }
    return rows;
}

/// At random, in turns of each class.
std::vector<std::string> drawnPeople(const NestingReport& report, const std::map<std::string, std::vector<int>>& rows,
                                     const NestingAnalysisOptions& o) {
    std::vector<std::vector<std::string>> ofClass(std::max<std::size_t>(report.classes.levels.size(), 1));
    std::vector<const std::pair<const std::string, std::vector<int>>*> people;
    for (const auto& person : rows) people.push_back(&person);
    for (const std::int64_t at : shuffledIndices(std::ssize(people), o.variance.seed)) {
        const auto& [name, own] = *people[static_cast<std::size_t>(at)];
        const std::int32_t level = levelAt(report.classes, static_cast<std::size_t>(own.front()));
        ofClass[static_cast<std::size_t>(std::max(level, 0))].push_back(name);
    }
    std::vector<std::string> drawn;
    for (std::size_t turn = 0; turn < people.size(); ++turn)
        for (const auto& names : ofClass)
            if (turn < names.size() && std::ssize(drawn) < o.treeIdentities) drawn.push_back(names[turn]);
    return drawn;
}

template <class Level>
OwnBranches branchesOf(const CentroidTree& tree, Level&& levelOf) {
    std::map<std::int32_t, std::vector<std::size_t>> leaves;
    for (std::size_t i = 0; i < tree.leaves.size(); ++i) leaves[levelOf(tree.leaves[i])].push_back(i);
    const auto groups = leavesOf(tree.merges);
    const std::set<std::vector<std::size_t>> branches(groups.begin(), groups.end());
    OwnBranches found;
    for (const auto& [level, own] : leaves) {
        if (level < 0) continue;
        ++found.all;
        if (own.size() == 1 || branches.contains(own)) ++found.own;
    }
    return found;
}

CentroidTree treeOf(const NestingReport& report, const AnalysisInput& in, const NestingAnalysisOptions& o) {
    CentroidTree tree;
    const auto rows = rowsOfPeople(report, in);
    tree.identities = drawnPeople(report, rows, o);
    for (std::size_t p = 0; p < tree.identities.size(); ++p) {
        std::map<std::vector<std::int32_t>, std::vector<int>> under;
        for (const int row : rows.at(tree.identities[p])) {
            std::vector<std::int32_t> levels;
            for (const ImageFactor& f : report.conditions) levels.push_back(f.levelOf[static_cast<std::size_t>(row)]);
            under[levels].push_back(row);
        }
        for (auto& [levels, own] : under)
            tree.leaves.push_back({static_cast<std::int32_t>(p),
                                   levelAt(report.classes, static_cast<std::size_t>(own.front())), levels, std::move(own)});
    }
    if (tree.leaves.size() < 2) return {};
    Eigen::MatrixXd centres = Eigen::MatrixXd::Zero(std::ssize(tree.leaves), in.features().cols());
    for (std::size_t i = 0; i < tree.leaves.size(); ++i)
        for (const int row : tree.leaves[i].rows)
            centres.row(static_cast<Index>(i)) += in.features().row(row).cast<double>().normalized();
    centres.rowwise().normalize();
    tree.merges = averageLinkage((1 - (centres * centres.transpose()).array()).matrix());
    tree.ofIdentities = branchesOf(tree, [](const CentroidLeaf& l) { return l.identity; });
    tree.ofClasses = branchesOf(tree, [](const CentroidLeaf& l) { return l.ofClass; });
    for (std::size_t c = 0; c < report.conditions.size(); ++c)
        tree.ofConditions.push_back(branchesOf(tree, [c](const CentroidLeaf& l) { return l.levels[c]; }));
    return tree;
}

}  // namespace

Result<NestingReport> computeNesting(const Snapshot& snapshot, const AnalysisScope& scope, const NestingAnalysisOptions& o,
                                     const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    NestingReport report{in->network(), {}, {}, {}, {}};
    if (const auto added = addFactors(report, snapshot, o); !added) return forward(added);
    auto variance = nestedVariance(in->features(), in->units, report.classes, report.conditions, o.variance, job);
    if (!variance) return forward(variance);
    report.variance = std::move(*variance);
    report.tree = treeOf(report, *in, o);
    return report;
}

}  // namespace facespace
