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
    FaceBox box;          ///< Pixels of the image; may reach beyond its edges.
    Landmarks landmarks;  ///< Pixels of the image.
    float score = 0;      ///< 0 … 1.
};

struct DetectOptions {
    float minScore = 0.6F;
    float overlap = 0.3F;  ///< Of two boxes with a larger intersection over union the one with less score is dropped.
    int maxSide = 640;     ///< Larger images are shrunk to this for the search; smaller faces than about 1/60 of the image's
                           ///< longer side are then missed. At least 64.
    friend bool operator==(const DetectOptions&, const DetectOptions&) = default;
};

/// Finds faces with a YuNet network (Wu et al. 2023; the ONNX file of OpenCV's model zoo that fits the OpenCV at hand).
/// Images with a side under 64 pixels are enlarged for the search, and padded with black where that is not enough.
/// Deterministic. One thread at a time; load one per thread.
class FaceDetector {
  public:
    /// Tries the file out. Errors: kModel if it is no YuNet network that this OpenCV can run, kIo if it is not there.
    static Result<FaceDetector> load(const std::filesystem::path& onnx, const DetectOptions& options = {});
    FaceDetector(FaceDetector&&) noexcept;
    FaceDetector& operator=(FaceDetector&&) noexcept;
    ~FaceDetector();

    /// All faces, best score first. Errors: kInvalid, a sentence: the library failed on this image; others may go on.
    Result<std::vector<DetectedFace>> detectAll(const Image& image);
    /// The face that the image is of: the largest and most central one. Nothing if there is none. Errors as detectAll.
    Result<std::optional<DetectedFace>> detect(const Image& image);

  private:
    struct Impl;
    explicit FaceDetector(std::unique_ptr<Impl> impl);
    /// @throws what OpenCV throws
    std::vector<DetectedFace> search(const Image& image);
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
