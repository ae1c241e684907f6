#include "core/common/numbers.h"

#include <numeric>

namespace facespace {
namespace {

double between(double low, double high, double share) { return low + share * (high - low); }

/// Positions of the finite values, the smallest first.
std::vector<std::int64_t> risingOrder(const std::vector<double>& values) {
    std::vector<std::int64_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::isfinite(values[i])) order.push_back(static_cast<std::int64_t>(i));
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return values[static_cast<std::size_t>(a)] < values[static_cast<std::size_t>(b)];
    });
    return order;
}

}  // namespace

double quantile(std::vector<double> values, double q) {
    std::erase_if(values, [](double v) { return std::isnan(v); });
    if (values.empty()) return kNoValue;
    const double position = std::clamp(q, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(position);
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[static_cast<std::size_t>(below)], share = position - static_cast<double>(below);
    if (share <= 0) return low;
    return between(low, *std::min_element(values.begin() + below + 1, values.end()), share);
}

double median(std::vector<double> values) { return quantile(std::move(values), 0.5); }

double countedMedian(const std::vector<std::pair<double, std::int32_t>>& sorted) {
    std::int64_t total = 0;
    for (const auto& [value, count] : sorted) total += count;
    if (total == 0) return kNoValue;
    const std::int64_t low = (total - 1) / 2, high = total / 2;  // the two middle ones
    std::int64_t seen = 0;
    double first = kNoValue;
    for (const auto& [value, count] : sorted) {
        seen += count;
        if (std::isnan(first) && seen > low) first = value;
        if (seen > high) return between(first, value, 0.5);
    }
    return first;
}

double weightedMedian(const std::vector<double>& values, const std::vector<double>& weights) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    const double half = std::accumulate(weights.begin(), weights.end(), 0.0) / 2;
    double before = 0, lastMiddle = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double middle = before + weights[order[i]] / 2;
        if (middle >= half) {
            if (i == 0) return values[order[0]];
            return between(values[order[i - 1]], values[order[i]], (half - lastMiddle) / (middle - lastMiddle));
        }
        before += weights[order[i]];
        lastMiddle = middle;
    }
    return values[order.back()];
}

std::vector<double> percentileRanks(const std::vector<double>& values) {
    std::vector<double> sorted = values;
    std::erase_if(sorted, [](double v) { return std::isnan(v); });
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> ranks;
    ranks.reserve(values.size());
    for (const double value : values) ranks.push_back(percentileRank(sorted, value));
    return ranks;
}

std::vector<std::vector<std::int64_t>> rowsAtPercentiles(const std::vector<double>& values,
                                                         const std::vector<double>& percentiles, int count) {
    const std::vector<std::int64_t> order = risingOrder(values);
    const std::ptrdiff_t n = std::ssize(order), lines = std::ssize(percentiles);
    std::vector<std::vector<std::int64_t>> rows(percentiles.size());
    if (n == 0 || lines == 0) return rows;
    const std::ptrdiff_t each = std::clamp<std::ptrdiff_t>(n / lines, 1, std::max(count, 1));
    std::ptrdiff_t next = 0;  // earlier percentiles have taken what is before
    for (std::ptrdiff_t line = 0; line < lines && next < n; ++line) {
        const double middle = percentiles[static_cast<std::size_t>(line)] / 100 * static_cast<double>(n - 1);
        const auto wanted = static_cast<std::ptrdiff_t>(std::llround(middle - static_cast<double>(each - 1) / 2));
        const std::ptrdiff_t last = n - each * (lines - line);  // leaves enough for the later ones
        const std::ptrdiff_t first = std::max(next, std::min(wanted, last));
        next = std::min(first + each, n);
        rows[static_cast<std::size_t>(line)].assign(order.begin() + first, order.begin() + next);
    }
    return rows;
}

bool allTheSame(const std::vector<double>& distances) {
    double low = INFINITY, high = -INFINITY;
    for (const double d : distances)
        if (std::isfinite(d)) {
            low = std::min(low, d);
            high = std::max(high, d);
        }
    return !(high - low > kLengthRounding * std::max(1e-30, std::abs(high)));
}

}  // namespace facespace
