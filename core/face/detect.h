#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/common/result.h"
#include "core/image/image.h"
#include "core/image/landmarks.h"

namespace facespace {

struct DetectedFace {
    FaceBox box;                         ///< Pixels of the image; may reach beyond its edges.
    std::optional<Landmarks> landmarks;  ///< Pixels of the image; none: this detector gives none.
    float score = 0;                     ///< 0 … 1.
};

struct DetectOptions {
    float minScore = 0.6F;
    float overlap = 0.3F;  ///< YuNet: of two boxes with a larger intersection over union the one with less score is dropped.
    int maxSide = 640;     ///< Larger images are shrunk to this for the search; smaller faces than about 1/60 of the image's
                           ///< longer side are then missed. At least 64.
    friend bool operator==(const DetectOptions&, const DetectOptions&) = default;
};

/// How a kind of network finds faces. One thread at a time.
class FaceSearch {
  public:
    virtual ~FaceSearch() = default;
    /// All faces in an image that is not empty, in any order. Errors: of this image alone, or kCancelled.
    /// @throws what libraries throw
    virtual Result<std::vector<DetectedFace>> search(const Image& image) = 0;
};

/// Finds faces: by YuNet in this process, or by whatever search it is given (core/face/scrfd.h). Deterministic. One thread
/// at a time; load one per thread.
class FaceDetector {
  public:
    /// A YuNet network (Wu et al. 2023; the ONNX file of OpenCV's model zoo that fits the OpenCV at hand). Images with a
    /// side under 64 pixels are enlarged for the search, and padded with black where that is not enough. Tries the file out.
    /// Errors: kModel if it is no YuNet network that this OpenCV can run, kIo if it is not there.
    static Result<FaceDetector> load(const std::filesystem::path& onnx, const DetectOptions& options = {});
    explicit FaceDetector(std::unique_ptr<FaceSearch> search) : search_(std::move(search)) {}

    /// All faces, best score first. Errors: kInvalid, a sentence: the library failed on this image, others may go on;
    /// kCancelled.
    Result<std::vector<DetectedFace>> detectAll(const Image& image);
    /// The face that the image is of: the largest and most central one. Nothing if there is none. Errors as detectAll.
    Result<std::optional<DetectedFace>> detect(const Image& image);

  private:
    std::unique_ptr<FaceSearch> search_;
};

}  // namespace facespace
