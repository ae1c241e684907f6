#include "core/compute/class_labels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/dataset/text.h"

namespace facespace {
namespace {

/// Without classes if it has fewer than two or too many different values.
ClassLabels labelsOf(const Column& column, const Snapshot& snapshot) {
    ClassLabels found{column.key, {}, {}, true};
    std::set<std::string> different;
    std::unordered_map<std::string, std::string> first;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row) {
        found.labels.push_back(column.missing(row) ? std::string() : column.text(row));
        const std::string& label = found.labels.back();
        if (label.empty()) continue;
        different.insert(label);
        if (different.size() > ClassLabels::kMost) return found;
        const std::string& own = first.try_emplace(snapshot.images.images[row].identity, label).first->second;
        found.ofPeople = found.ofPeople && own == label;
    }
    if (different.size() > 1) found.classes.assign(different.begin(), different.end());
    return found;
}

bool isNumber(const std::string& text) { return parseNumber(text).has_value(); }

}  // namespace

std::vector<ClassLabels> classColumns(const Snapshot& snapshot, const DataTable& table) {
    std::vector<ClassLabels> found;
    for (const Column& column : table.columns) {
        const auto& metadata = snapshot.images.metadataColumns;
        if (column.key != "media" && std::ranges::find(metadata, column.key) == metadata.end()) continue;
        ClassLabels labels = labelsOf(column, snapshot);
        // Numbers that differ between images of a person count or measure something: frames, points in view.
        const bool counts = !labels.ofPeople && std::ranges::all_of(labels.classes, isNumber);
        if (!labels.classes.empty() && !counts) found.push_back(std::move(labels));
    }
    std::ranges::stable_sort(found, {}, [](const ClassLabels& c) { return c.column == "media" ? 1 : c.ofPeople ? 0 : 2; });
    return found;
}

Result<ClassLabels> classLabels(const Snapshot& snapshot, const DataTable& table, const std::string& column) {
    if (const Column* found = table.find(column); found != nullptr) {
        ClassLabels labels = labelsOf(*found, snapshot);
        if (!labels.classes.empty()) return labels;
        return fail(ErrorCode::kInvalid,
                    say("Column “{}” has not 2 to {} different values, which classes need.", column, ClassLabels::kMost));
    }
    std::vector<std::string> keys;
    for (const ClassLabels& choice : classColumns(snapshot, table)) keys.push_back(choice.column);
    return fail(ErrorCode::kNotFound, say("There is no column “{}” that could label classes; there are {}.", column,
                                          keys.empty() ? say("none") : Text(fmt::format("{}", fmt::join(keys, ", ")))));
}

}  // namespace facespace
