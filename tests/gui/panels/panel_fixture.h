#pragma once
#include <cmath>
#include <filesystem>
#include <limits>
#include <memory>
#include <QTemporaryDir>
#include <random>

#include "core/image/encode.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace::testing {

/// Images of a few people on disk, with features drawn around one direction per person, so that images of a person are
/// each other's neighbours. Distances rise with the row; every eleventh image has no feature.
struct MadeProject {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const DataTable> table;
};

inline Image plainImage(int width, int height, int shade) {
    Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 3))};
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>((shade * 37 + static_cast<int>(i % 3) * 60) % 256);
    return image;
}

inline MadeProject makeProject(int count, int identities, const std::filesystem::path& root = {}) {
    constexpr int kDimension = 16;
    std::mt19937 random(7);
    std::normal_distribution<float> noise(0, 0.05F);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->projectFile = "/nowhere/made.facespace";
    snapshot->images.root = root;
    snapshot->images.metadataColumns = {"session"};
    auto set = std::make_shared<FeatureSet>();
    set->network.id = NetworkId{1};
    set->network.name = "A";
    set->network.dimension = kDimension;
    set->features = FeatureMatrix::Zero(count, kDimension);
    for (int i = 0; i < count; ++i) {
        ImageRecord record;
        const int person = i % identities;
        record.identity = "Person " + std::to_string(person);
        record.path = record.identity + "/image " + std::to_string(i) + ".png";
        record.yawDeg = -60.0 + 120.0 * i / std::max(1, count - 1);
        record.metadata = {i % 2 == 0 ? "first" : "second"};
        if (!root.empty()) {
            std::filesystem::create_directories((root / record.path).parent_path());
            if (!writePng(plainImage(40, 50, i), root / record.path)) std::abort();
        }
        record.box = FaceBox{5, 5, 30, 40};
        snapshot->images.images.push_back(record);
        snapshot->imageIds.push_back(ImageId{i + 1});
        auto row = set->features.row(i);
        if (i % 11 == 10) {
            row.setConstant(std::numeric_limits<float>::quiet_NaN());
        } else {
            row[person % kDimension] = 1;
            for (int d = 0; d < kDimension; ++d) row[d] += noise(random);
            row *= (10.0F + static_cast<float>(i)) / row.norm();
            ++set->count;
        }
        set->distance.push_back(row.norm());
    }
    snapshot->tags.resize(static_cast<std::size_t>(count));
    PredictionRecord yaw;
    yaw.network = NetworkId{1};
    yaw.target = "yaw";
    yaw.unit = "deg";
    yaw.labelSource = "manifest";
    for (const ImageRecord& r : snapshot->images.images) {
        yaw.values.push_back(static_cast<float>(*r.yawDeg + 4));
        yaw.labels.push_back(static_cast<float>(*r.yawDeg));
    }
    snapshot->predictions.push_back(yaw);
    snapshot->featureSets.push_back(set);
    return {snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot))};
}

}  // namespace facespace::testing
