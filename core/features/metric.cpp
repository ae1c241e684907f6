#include "core/features/metric.h"

#include <fmt/format.h>
#include <algorithm>

namespace facespace {

const std::vector<MetricName>& metrics() {
    static const std::vector<MetricName> all{{Metric::kEuclidean, "euclidean", Phrase("Euclidean, raw features")},
                                             {Metric::kCosine, "cosine", Phrase("Cosine, features of unit length")},
                                             {Metric::kCentredCosine, "centred-cosine", Phrase("Cosine after centring")}};
    return all;
}

std::vector<std::string> metricNames() {
    std::vector<std::string> names;
    for (const MetricName& m : metrics()) names.emplace_back(m.name);
    return names;
}

const char* nameOf(Metric metric) { return std::ranges::find(metrics(), metric, &MetricName::metric)->name; }

Result<Metric> metricNamed(const std::string& name) {
    for (const MetricName& m : metrics())
        if (name == m.name) return m.metric;
    return fail(ErrorCode::kInvalid, say("There is no metric “{}”; use euclidean, cosine or centred-cosine.", name));
}

}  // namespace facespace
