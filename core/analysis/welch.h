#pragma once
#include <Eigen/Core>
#include <vector>

namespace facespace {

/// Welch's unequal-variances t-test (Welch 1947) from the two samples' sizes, means and variances (n − 1).
struct Welch {
    double t, df;
};
/// NaN if both variances are 0.
Welch welchTest(double n1, double mean1, double variance1, double n2, double mean2, double variance2);
/// Two-sided p-value of Student's t; NaN for NaN.
double studentP(double t, double df);
/// Hedges' g with the exact small-sample factor (Hedges 1981, eqs. 4 and 6e).
double hedgesG(double n1, double mean1, double variance1, double n2, double mean2, double variance2);

/// Decides p(t, df) ≤ alpha mostly without computing p: |t| is compared with critical values at whole degrees of freedom,
/// between which the critical value falls monotonically. The decision is exact.
class StudentDecision {
  public:
    StudentDecision(double alpha, double largestDf);
    bool significant(double t, double df) const;

  private:
    double alpha_;
    std::vector<double> critical_;  // at df 1, 2, …
};

/// Benjamini & Hochberg (1995) adjusted p-values; NaN stay NaN and are not counted.
Eigen::VectorXd benjaminiHochberg(const Eigen::VectorXd& p);
/// min(1, p × tests), tests being the values that are not NaN.
Eigen::VectorXd bonferroni(const Eigen::VectorXd& p);

}  // namespace facespace
