#pragma once
#include <fmt/format.h>
#include <map>
#include <string>
#include <vector>

#include "core/analyses/list.h"

namespace facespace::test {

/// A new analysis: how many images the identities have. All of it is here; the list below is the one place that names it.
using Counts = std::map<std::string, std::vector<int>>;  ///< Images of each identity.
inline const Analysis& countsAnalysis();

class CountsFound : public FindingsOf<Counts> {
  public:
    CountsFound(const AnalysisRequest& request, std::string network, Counts counts)
        : FindingsOf(countsAnalysis(), request.snapshot, std::move(network), request.values, std::move(counts)) {}
    std::vector<Table> tables() const override {
        Table table{"counts", "Images of each identity", {"identity", "images"}, {}, false};
        for (const auto& [identity, images] : result()) table.add(identity, images.size());
        return {table};
    }
    std::vector<std::string> summary() const override { return {fmt::format("{} identities counted", result().size())}; }
    Result<figure::Figure> figure(const FigureRequest&, const JobContext&) const override {
        figure::Figure figure;
        figure::Chart& chart = figure.add();
        chart.y.title = "Images counted";
        chart.x.scale = figure::Scale::kCategory;
        chart.x.title = "Identity";
        figure::Bars bars;
        bars.pointing.picks = true;
        for (const auto& [identity, images] : result()) {
            chart.x.names.push_back(identity);
            bars.heights.push_back(static_cast<double>(images.size()));
            bars.rows.add(images);
        }
        chart.layers.emplace_back(std::move(bars));
        return figure;
    }
};

inline const Analysis& countsAnalysis() {
    static const Analysis analysis{
        .key = "counts",
        .title = "Images of each identity",
        .question = "Count the images of each identity",
        .fields = {{.key = "at-least",
                    .title = "Images, at least",
                    .help = "Only identities with so many images",
                    .fallback = std::int64_t{1},
                    .low = 1,
                    .high = 1e6}},
        .figures = {{"counts", "Images of each identity"}},
        .columns = {{"counts", "identity", "The identity", ""}, {"counts", "images", "Its images", ""}},
        .run = [](const AnalysisRequest& request, const JobContext&) -> Result<FindingsPtr> {
            const auto in = gather(*request.snapshot, request.scope);
            if (!in) return forward(in);
            Counts counts;
            for (std::size_t row = 0; row < in->identity.size(); ++row)
                if (in->features().row(static_cast<Eigen::Index>(row)).allFinite())
                    counts[in->identity[row]].push_back(static_cast<int>(row));
            std::erase_if(
                counts, [&](const auto& c) { return static_cast<int>(c.second.size()) < request.values.whole("at-least"); });
            return std::make_shared<CountsFound>(request, in->network(), std::move(counts));
        },
    };
    return analysis;
}

/// Those that FaceSpace comes with, and the new one.
inline AnalysisList withCounts() {
    std::vector<const Analysis*> all(analyses().begin(), analyses().end());
    all.push_back(&countsAnalysis());
    return {all};
}

}  // namespace facespace::test
