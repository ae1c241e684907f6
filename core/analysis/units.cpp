#include "core/analysis/units.h"

#include <numeric>
#include <stdexcept>
#include <unordered_map>

namespace facespace {

IdentityGroups UnitGroups::unitClusters() const {
    if (identities.count > 1) return {identityOfUnit, identities.count};
    IdentityGroups each{std::vector<std::int32_t>(static_cast<std::size_t>(units.count)), units.count};
    std::iota(each.groupOf.begin(), each.groupOf.end(), 0);
    return each;
}

std::vector<double> UnitGroups::unitMeans(const std::vector<double>& values) const {
    std::vector<double> mean(static_cast<std::size_t>(units.count), 0), rows = mean;
    for (std::size_t i = 0; i < units.groupOf.size(); ++i) {
        mean[static_cast<std::size_t>(units.groupOf[i])] += values[i];
        rows[static_cast<std::size_t>(units.groupOf[i])] += 1;
    }
    for (std::size_t u = 0; u < mean.size(); ++u) mean[u] /= rows[u];
    return mean;
}

Units::Units(std::vector<std::string> identity)
    : identity_(std::move(identity)), unitOf_(identity_.size()), count_(static_cast<std::int32_t>(identity_.size())) {
    std::iota(unitOf_.begin(), unitOf_.end(), 0);
}

Units::Units(std::vector<std::string> identity, const std::vector<std::string>& label) : identity_(std::move(identity)) {
    if (label.size() != identity_.size()) throw std::logic_error("Units: one label per row");
    std::unordered_map<std::string, std::int32_t> numbers;
    for (std::size_t i = 0; i < label.size(); ++i) {
        std::int32_t unit = count_;
        // A zero byte cannot be part of either name.
        if (!label[i].empty()) unit = numbers.try_emplace(identity_[i] + '\0' + label[i], count_).first->second;
        if (unit == count_) ++count_;
        unitOf_.push_back(unit);
    }
}

UnitGroups Units::of(const std::vector<std::int64_t>& rows) const {
    UnitGroups groups{groupIdentities(identity_, rows), {}, {}};
    std::vector<std::int32_t> number(static_cast<std::size_t>(count_), -1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::int32_t& unit = number[static_cast<std::size_t>(unitOf_[static_cast<std::size_t>(rows[i])])];
        if (unit < 0) {
            unit = groups.units.count++;
            groups.identityOfUnit.push_back(groups.identities.groupOf[i]);
        }
        groups.units.groupOf.push_back(unit);
    }
    return groups;
}

}  // namespace facespace
