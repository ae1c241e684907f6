#include "core/compute/image_factors.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/common/numbers.h"
#include "core/compute/class_labels.h"
#include "core/compute/labels.h"

namespace facespace {
namespace {

constexpr const char* kView = "view";
constexpr double kViewDeg = 30;

ImageFactor factorOf(const ClassLabels& labels) {
    ImageFactor f{labels.column, labels.classes, {}};
    for (const std::string& label : labels.labels) {
        const auto found = std::ranges::lower_bound(labels.classes, label);
        f.levelOf.push_back(label.empty() ? -1 : static_cast<std::int32_t>(found - labels.classes.begin()));
    }
    return f;
}

std::vector<double> yawOf(const Snapshot& snapshot) {
    const auto labels = computeLabels(snapshot.images, "yaw");
    return labels ? labels->values : std::vector<double>(snapshot.imageCount(), kNoValue);
}

ImageFactor viewOf(const std::vector<double>& yaw) {
    ImageFactor f{say("view"), {"0–30°", "30–60°", "60–90°"}, {}};
    for (const double y : yaw)
        f.levelOf.push_back(std::isfinite(y) ? std::min(2, static_cast<std::int32_t>(std::abs(y) / kViewDeg)) : -1);
    return f;
}

/// “−0.17”, with a true minus sign.
std::string limitText(double limit) {
    const std::string text = fmt::format("{:.3g}", std::abs(limit));
    return limit < 0 ? "−" + text : text;
}

/// Cut where `cuts` say.
ImageFactor rangesOf(const std::string& name, const std::vector<double>& values, const std::vector<double>& cuts) {
    ImageFactor f{name, {}, {}};
    for (std::size_t k = 0; k <= cuts.size(); ++k)
        f.levels.push_back(k == 0             ? "≤ " + limitText(cuts[0])
                           : k == cuts.size() ? "> " + limitText(cuts.back())
                                              : fmt::format("{} … {}", limitText(cuts[k - 1]), limitText(cuts[k])));
    for (const double v : values)
        f.levelOf.push_back(std::isfinite(v) ? static_cast<std::int32_t>(std::ranges::lower_bound(cuts, v) - cuts.begin())
                                             : -1);
    return f;
}

std::vector<double> finite(std::vector<double> values) {
    std::erase_if(values, [](double v) { return !std::isfinite(v); });
    return values;
}

/// A column of more numbers than could be classes; null otherwise.
const Column* manyNumbers(const DataTable& table, const std::string& column) {
    const Column* found = table.find(column);
    if (found == nullptr || found->kind != Column::Kind::kNumber) return nullptr;
    std::vector<double> values = finite(found->numbers);
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
    return values.size() > ClassLabels::kMost ? found : nullptr;
}

/// Whether each class is of two identities or more: one that is of a single person is that person.
bool sharedByPeople(const Snapshot& snapshot, const ClassLabels& labels) {
    std::map<std::string, std::set<std::string>> people;
    for (std::size_t i = 0; i < labels.labels.size(); ++i)
        if (!labels.labels[i].empty()) people[labels.labels[i]].insert(snapshot.images.images[i].identity);
    return std::ranges::all_of(people, [](const auto& entry) { return entry.second.size() > 1; });
}

/// Of each identity the mean of its images' values, at each image.
std::vector<double> meansOfPeople(const Snapshot& snapshot, const std::vector<double>& values, std::vector<double>& means) {
    std::map<std::string, std::pair<double, int>> sums;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i])) {
            auto& [sum, count] = sums[snapshot.images.images[i].identity];
            sum += values[i], ++count;
        }
    for (const auto& [identity, sum] : sums) means.push_back(sum.first / sum.second);
    std::vector<double> of;
    for (const ImageRecord& image : snapshot.images.images) {
        const auto found = sums.find(image.identity);
        of.push_back(found == sums.end() ? kNoValue : found->second.first / found->second.second);
    }
    return of;
}

bool hasYaw(const std::vector<double>& yaw) {
    return std::ranges::any_of(yaw, [](double y) { return std::isfinite(y); });
}

}  // namespace

Result<ImageFactor> imageFactor(const Snapshot& snapshot, const DataTable& table, const std::string& column, int ranges) {
    if (column == kView && table.find(kView) == nullptr) {
        const std::vector<double> yaw = yawOf(snapshot);
        if (hasYaw(yaw)) return viewOf(yaw);
        return fail(ErrorCode::kInvalid, say("There is no yaw, which views are ranges of; leave out “view”."));
    }
    if (const Column* numbers = manyNumbers(table, column); numbers != nullptr) {
        const std::vector<double> known = finite(numbers->numbers);
        std::vector<double> cuts;
        for (int k = 1; k < ranges; ++k) {
            const double cut = quantile(known, static_cast<double>(k) / ranges);
            if (cuts.empty() || cut > cuts.back()) cuts.push_back(cut);
        }
        return rangesOf(column, numbers->numbers, cuts);
    }
    const auto labels = classLabels(snapshot, table, column);
    if (!labels) return forward(labels);
    return factorOf(*labels);
}

Result<ImageFactor> peopleFactor(const Snapshot& snapshot, const DataTable& table, const std::string& column) {
    const Column* numbers = table.find(column);
    if (numbers == nullptr || numbers->kind != Column::Kind::kNumber) return imageFactor(snapshot, table, column, 2);
    if (const auto labels = classLabels(snapshot, table, column); labels && sharedByPeople(snapshot, *labels))
        return factorOf(*labels);
    std::vector<double> means;
    const std::vector<double> of = meansOfPeople(snapshot, numbers->numbers, means);
    return rangesOf(column, of, {quantile(means, 0.5)});
}

std::string usualClasses(const Snapshot& snapshot, const DataTable& table) {
    for (const ClassLabels& labels : classColumns(snapshot, table))
        if (labels.ofPeople && labels.column != "media" && sharedByPeople(snapshot, labels)) return labels.column;
    const Column* rendered = table.find("masculinity");
    return rendered != nullptr && rendered->kind == Column::Kind::kNumber ? rendered->key : std::string();
}

std::vector<std::string> usualConditions(const Snapshot& snapshot, const DataTable& table) {
    std::vector<std::string> found;
    for (const char* name : {"illumination", "lighting", "light"})
        if (const Column* column = table.find(name); found.empty() && column != nullptr) found.emplace_back(name);
    if (!found.empty() && !imageFactor(snapshot, table, found.front(), 3)) found.clear();
    if (hasYaw(yawOf(snapshot))) found.emplace_back(kView);
    return found;
}

}  // namespace facespace
