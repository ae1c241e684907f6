#pragma once
#include <cstdint>
#include <Eigen/Core>
#include <vector>

#include "core/analysis/jackknife.h"

namespace facespace {

/// An unconstrained smooth of y over the percentiles of x: least squares on cubic B-splines (de Boor 1978) with three equal
/// pieces, and the covariance of its coefficients by leaving clusters out. All statements about its shape are statements
/// about differences between two percentiles.
class SmoothCurve {
  public:
    static constexpr int kCoefficients = 6;

    /// @param percentile  of each value, 0 … 1  @param clusters  of each value
    SmoothCurve(const std::vector<double>& percentile, const std::vector<double>& y, const IdentityGroups& clusters,
                const JackknifeOptions& options);
    /// False if some coefficient cannot be told, with any one cluster left out.
    bool known() const { return known_; }
    double at(double percentile) const;
    Estimate estimate(double percentile) const;  ///< With its pointwise interval.
    int df() const { return df_; }
    /// Share of y's variance that the curve explains.
    double r2() const { return r2_; }

    /// Difference of the curve at two percentiles, later less earlier, with its standard error.
    struct Change {
        double from = 0, to = 0;  ///< Percentiles, 0 … 1.
        double value = 0, error = 0;
    };
    /// Of all pairs of 5, 10, … 95 %.
    const std::vector<Change>& changes() const { return changes_; }
    /// Changes beyond this many standard errors happen in 5 % of flat curves, anywhere: simultaneous for all changes, from
    /// draws of the coefficients (multivariate t). `pValue` is that of a flat curve.
    struct Band {
        double critical = 0, pValue = 1;
    };
    Band band(int draws, std::uint64_t seed) const;

  private:
    static Eigen::VectorXd basis(double percentile);
    void addChanges();

    Eigen::VectorXd coefficients_;
    Eigen::MatrixXd covariance_;
    std::vector<Change> changes_;
    double r2_ = 0;
    int df_ = 0;
    bool known_ = false;
};

}  // namespace facespace
