#include "core/analysis/welch.h"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>

#include "core/common/numbers.h"

namespace facespace {
Welch welchTest(double n1, double mean1, double variance1, double n2, double mean2, double variance2) {
    const double a = variance1 / n1, b = variance2 / n2;
    if (!(a + b > 0)) return {kNoValue, kNoValue};
    return {(mean1 - mean2) / std::sqrt(a + b), (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1))};
}

double studentP(double t, double df) {
    if (!(df > 0) || std::isnan(t)) return kNoValue;
    if (std::isinf(t)) return 0;
    return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(df), std::abs(t))));
}

double hedgesG(double n1, double mean1, double variance1, double n2, double mean2, double variance2) {
    const double df = n1 + n2 - 2;
    const double pooled = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / df;
    if (!(pooled > 0)) return kNoValue;
    const double j = boost::math::tgamma_ratio(df / 2, (df - 1) / 2) / std::sqrt(df / 2);
    return j * (mean1 - mean2) / std::sqrt(pooled);
}

Eigen::VectorXd benjaminiHochberg(const Eigen::VectorXd& p) {
    std::vector<Eigen::Index> order;
    for (Eigen::Index i = 0; i < p.size(); ++i)
        if (!std::isnan(p(i))) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](Eigen::Index a, Eigen::Index b) { return p(a) < p(b); });
    Eigen::VectorXd adjusted = Eigen::VectorXd::Constant(p.size(), kNoValue);
    double least = 1;
    for (std::size_t k = order.size(); k-- > 0;) {
        least = std::min(least, p(order[k]) * static_cast<double>(order.size()) / static_cast<double>(k + 1));
        adjusted(order[k]) = least;
    }
    return adjusted;
}

Eigen::VectorXd bonferroni(const Eigen::VectorXd& p) {
    const double tests = static_cast<double>((p.array() == p.array()).count());
    Eigen::VectorXd adjusted = p;
    for (double& v : adjusted)
        if (!std::isnan(v)) v = std::min(1.0, v * tests);
    return adjusted;
}

}  // namespace facespace
