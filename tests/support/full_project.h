#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/project/project.h"

namespace facespace::test {

template <class T>
auto demanded(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A small project with something in every table.
inline void makeFullProject(const std::filesystem::path& file) {
    constexpr int kImages = 3, kDimension = 4;
    Project project = demanded(Project::create(file));
    ImageSet set;
    set.root = file.parent_path();
    set.metadataColumns = {"age", "camera"};
    for (int i = 0; i < kImages; ++i) {
        ImageRecord record;
        record.path = "person " + std::to_string(i % 2) + "/" + std::to_string(i) + ".jpg";
        record.identity = "person " + std::to_string(i % 2);
        record.yawDeg = 10.0 * i - 10;
        record.media = i == 0 ? Media::kStill : Media::kVideo;
        record.video = i == 0 ? "" : "v1";
        if (i != 1) record.box = FaceBox{1, 2, 30, 40};
        if (i == 2) record.landmarks = Landmarks{{{1, 2}, {9, 2}, {5, 5}, {2, 8}, {8, 8}}};
        record.metadata = {std::to_string(20 + i), i == 0 ? "left" : "right"};
        set.images.push_back(record);
    }
    demanded(project.addImages(set));
    const std::vector<ImageId> ids = demanded(project.imageIds());
    const DetectedFaceRecord face{ids[1], {3, 4, 20, 20}, Landmarks{}, 0.9F};
    demanded(project.putDetectedFaces({&face, 1}));
    NetworkRecord record;
    record.name = "A";
    record.sha256 = std::string(64, 'a');
    record.dimension = kDimension;
    record.descriptorFile = "/nowhere/a.json";
    record.descriptorJson = "{}";
    record.settingsJson = R"({"alignment":"landmarks"})";
    const NetworkId network = demanded(project.addNetwork(record));
    const std::vector<float> values{1, -2, 3, 0.5F};
    const std::vector<Project::FeatureRow> rows{{ids[0], values}, {ids[1], values}};
    const std::vector<SkipRecord> skipped{{ids[2], Text("is no image")}};
    demanded(project.putFeatures(network, rows, skipped));
    const MapId map = demanded(project.putMap({{},
                                               network,
                                               "tsne 2-D A",
                                               "tsne",
                                               R"({"seed":1})",
                                               "2024-01-01T00:00:00Z",
                                               Embedding::Constant(kImages, 2, 0.25F)}));
    demanded(project.putTrust({map, R"({"trustworthiness":0.9})", 2, {0.5F, 1, 0}}));
    demanded(project.putPrediction({network, "yaw", "deg", Text("manifest"), R"({"mae":3})", "{}", {1, 2, 3}, {1, 2, 3}}));
    demanded(project.putPrediction(
        {network, "media", "", Text("manifest"), "{}", "", {0.1F, 0.9F, 0.5F}, {0, 1, 1}, {"still", "video"}}));
    const std::vector<MeasureRecord> measures{{"sharpness", "Sharpness", "", 1}, {"brightness", "Brightness", "", 0}};
    demanded(project.setMeasures(measures, "v1"));
    const std::vector<Project::MeasuredRow> measured{{ids[0], {1.5, 2.5}}, {ids[2], {}, Text("is no image")}};
    demanded(project.putMeasured(measured));
    demanded(project.putSelection({"good", {ids[0], ids[2]}}));
    demanded(project.setTag({ids.data(), 2}, "keep", true));
    demanded(project.setNote(ids[0], "a note"));
    demanded(project.putSetting("view/camera", R"({"zoom":2})"));
    const JobId job = demanded(project.beginJob("import", R"({"layout":"folders"})"));
    demanded(project.endJob(job, "done", Text("3 images")));
}

}  // namespace facespace::test
