#include <fmt/format.h>

#include "core/common/number_text.h"
#include "core/projection/map_method_list.h"
#include "core/projection/pca.h"

namespace facespace {
namespace {

/// Of the map's size: what other images, or images that are gone, change of the axes is more.
constexpr float kSameAxes = 1e-2F;

class PcaState : public MapState {
  public:
    explicit PcaState(Pca pca) : pca_(std::move(pca)) {}
    bool done() const override { return true; }
    Result<void> advance(const JobContext&) override { return {}; }
    MapFrame frame() const override { return {}; }
    Embedding embedding() const override { return pca_.scores; }
    nlohmann::json parameters() override {
        nlohmann::json variance = nlohmann::json::array();
        for (Eigen::Index i = 0; i < pca_.explainedVariance.size(); ++i)
            variance.push_back(pca_.totalVariance > 0 ? pca_.explainedVariance[i] / pca_.totalVariance : 0.0);
        return {{"method", "pca"}, {"dims", pca_.scores.cols()}, {"explainedVarianceRatio", variance}};
    }

  private:
    Pca pca_;
};

class PcaMethod : public MapMethod {
  public:
    PcaMethod() {
        name = "pca";
        title = say("Principal components");
        firstMap = 1;
    }
    Result<std::unique_ptr<MapState>> create(const FeatureMatrix& x, const MapSettings& settings, const Embedding*,
                                             const MapFrameShown&, const JobContext& job) const override {
        auto result = pca(x, PcaOptions{settings.dims}, job);
        if (!result) return forward(result);
        return std::make_unique<PcaState>(std::move(*result));
    }
    /// By projection.
    Result<MapPlacer> placer(FeatureMatrix features, Embedding map, const PlacementOptions&,
                             const JobContext& job) const override {
        auto analysis = pca(features, PcaOptions{static_cast<int>(map.cols())}, job);
        if (!analysis) return forward(analysis);
        // Images may have lost their features since; then the axes are others, and nothing may be mixed.
        if ((analysis->scores - map).norm() > kSameAxes * map.norm())
            return fail(ErrorCode::kInvalid,
                        say("The images on this map are not those it was made from; compute it again."));
        return [analysis = std::move(*analysis)](const FeatureMatrix& added, const JobContext&) {
            return pcaScores(analysis, added);
        };
    }
    Text note(const nlohmann::json&) const override { return {}; }
    std::vector<std::string> axisLabels(int dims) const override {
        std::vector<std::string> labels;
        for (int d = 1; d <= dims; ++d) labels.push_back(fmt::format("PC {}", d));
        return labels;
    }
    Text advice(const MapSettings&, std::int64_t images) const override {
        return say("The directions in which the features of all {} images vary most.", groupedNumber(images));
    }
};

}  // namespace

std::unique_ptr<const MapMethod> pcaMethod() { return std::make_unique<PcaMethod>(); }

}  // namespace facespace
