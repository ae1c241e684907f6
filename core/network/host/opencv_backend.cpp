#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <opencv2/dnn.hpp>
#include <string_view>

#include "core/network/host/backend.h"
#include "core/network/onnx_check.h"

namespace facespace::host {
namespace {

std::string shortReason(const cv::Exception& e) {
    std::string_view reason = e.err.empty() ? std::string_view(e.what()) : std::string_view(e.err);
    if (const auto end = reason.find('\n'); end != std::string_view::npos) reason = reason.substr(0, end);
    return std::string(reason.substr(0, 300));
}

template <class F>
auto guarded(F&& body) -> decltype(body()) {
    try {
        return body();
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::kModel, shortReason(e));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNoMemory));
    } catch (const std::exception& e) {
        return fail(ErrorCode::kModel, e.what());
    }
}

class OpenCvBackend : public Backend {
  public:
    OpenCvBackend(cv::dnn::Net net, const protocol::LoadRequest& request) : net_(std::move(net)), request_(request) {}

    Result<Output> run(const std::vector<float>& input, int batch) override {
        if (!request_.feature.empty() || !request_.norm.empty() || !request_.inner.empty())
            return fail(ErrorCode::kInvalid, protocol::complaint(protocol::Complaint::kNamesWithOpenCv));
        return guarded([&]() -> Result<Output> {
            const int shape[] = {batch, request_.channels, request_.height, request_.width};
            // The Mat only looks at the input, which setInput copies.
            net_.setInput(cv::Mat(4, shape, CV_32F, const_cast<float*>(input.data())));
            cv::Mat result = net_.forward();
            if (result.depth() != CV_32F) result.convertTo(result, CV_32F);
            if (!result.isContinuous()) result = result.clone();
            Output output;
            for (int i = 0; i < result.dims; ++i) output.shape.push_back(result.size[i]);
            const auto* data = result.ptr<float>();
            output.values.assign(data, data + result.total());
            return output;
        });
    }

    std::string device() const override { return fmt::format("CPU (OpenCV), {} threads", cv::getNumThreads()); }

  private:
    cv::dnn::Net net_;
    protocol::LoadRequest request_;
};

}  // namespace

bool prepareOpenCv(const protocol::LoadRequest&) {
    cv::setNumThreads(1);
    try {
        // A layer of its own kind, so that the module's tables, settings and backends are looked up.
        cv::dnn::Net net;
        cv::dnn::LayerParams relu;
        net.addLayerToPrev("relu", "ReLU", relu);
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setInput(cv::Mat(1, 16, CV_32F, cv::Scalar(1)));
        (void)net.forward();
    } catch (const std::exception&) {  // What does not work says so when the network runs.
    }
    return false;
}

Result<std::unique_ptr<Backend>> loadOpenCv(const protocol::LoadRequest& request, std::span<const std::byte> weights) {
    return guarded([&]() -> Result<std::unique_ptr<Backend>> {
        if (auto checked = checkOnnx(weights); !checked) return forward(checked);
        if (request.threads > 0) cv::setNumThreads(request.threads);
        cv::dnn::Net net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(weights.data()), weights.size());
        if (net.empty()) return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kNoNetwork));
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return std::make_unique<OpenCvBackend>(std::move(net), request);
    });
}

Result<Listing> openCvLayers(const protocol::LoadRequest&, std::span<const std::byte>) {
    return fail(ErrorCode::kModel, protocol::complaint(protocol::Complaint::kLayersOfOpenCv));
}

}  // namespace facespace::host
