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

/// Benjamini & Hochberg (1995) adjusted p-values; NaN stay NaN and are not counted.
Eigen::VectorXd benjaminiHochberg(const Eigen::VectorXd& p);
/// min(1, p × tests), tests being the values that are not NaN.
Eigen::VectorXd bonferroni(const Eigen::VectorXd& p);

}  // namespace facespace
