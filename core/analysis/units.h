#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/folds.h"

namespace facespace {

/// Some rows by unit of observation and by identity; numbers in order of first appearance among these rows.
struct UnitGroups {
    IdentityGroups identities, units;
    std::vector<std::int32_t> identityOfUnit;  ///< Per unit.
    /// What is independent of the rest: identities, or the units where there is but one identity.
    const IdentityGroups& clusters() const { return identities.count > 1 ? identities : units; }
    /// The same per unit in place of per row.
    IdentityGroups unitClusters() const;
    /// Mean over the rows of each unit.
    std::vector<double> unitMeans(const std::vector<double>& values) const;
};

/// What was observed once. The frames of a video are one observation seen several times, so a video is one unit and a still
/// is one unit; identities stand above units. Everything that is shuffled, split, resampled or counted goes by units or by
/// identities, never by frames: frames of one video agree in pose, light and distance from the origin, and taking them
/// for independent makes chance look like an effect.
class Units {
  public:
    Units() = default;
    /// Every row is a unit of its own, as stills are. Implicit: a list of identities says all there is to say of stills.
    Units(std::vector<std::string> identity);
    /// Rows of one identity with the same label are one unit; a row without a label is a unit of its own.
    Units(std::vector<std::string> identity, const std::vector<std::string>& label);

    std::size_t rows() const { return identity_.size(); }
    const std::vector<std::string>& identity() const { return identity_; }
    /// Unit number of each row, in order of first appearance.
    const std::vector<std::int32_t>& unitOf() const { return unitOf_; }
    std::int32_t count() const { return count_; }
    /// Some rows never stand for more observations than they are: false if every row is its own unit.
    bool grouped() const { return static_cast<std::size_t>(count_) < identity_.size(); }
    UnitGroups of(const std::vector<std::int64_t>& rows) const;

  private:
    std::vector<std::string> identity_;
    std::vector<std::int32_t> unitOf_;
    std::int32_t count_ = 0;
};

}  // namespace facespace
