#pragma once
#include <gtest/gtest.h>
#include <cmath>
#include <filesystem>
#include <QTemporaryDir>
#include <random>

#include "core/image/encode.h"
#include "core/project/project.h"

namespace facespace::testing {

/// A folder of people with small pictures, one sub-folder each.
inline void writeFaces(const std::filesystem::path& folder, int people, int each) {
    for (int p = 0; p < people; ++p) {
        const auto person = folder / ("Person " + std::to_string(p));
        std::filesystem::create_directories(person);
        for (int i = 0; i < each; ++i) {
            Image image{24, 24, std::vector<std::uint8_t>(24 * 24 * 3)};
            for (std::size_t b = 0; b < image.pixels.size(); ++b)
                image.pixels[b] =
                    static_cast<std::uint8_t>((b * static_cast<std::size_t>(p + 1) + static_cast<std::size_t>(i) * 7) % 256);
            ASSERT_TRUE(writePng(image, person / ("img " + std::to_string(i) + ".png")));
        }
    }
}

/// A project of those people whose features lie around one direction each, with yaw labels and a map.
inline void writeProject(const std::filesystem::path& file, const std::filesystem::path& folder, int people, int each) {
    constexpr int kDimension = 16;
    writeFaces(folder, people, each);
    auto project = Project::create(file);
    ASSERT_TRUE(project);
    ImageSet set;
    set.root = folder;
    for (int p = 0; p < people; ++p) {
        for (int i = 0; i < each; ++i) {
            ImageRecord record;
            record.identity = "Person " + std::to_string(p);
            record.path = record.identity + "/img " + std::to_string(i) + ".png";
            record.yawDeg = -60.0 + 120.0 * i / each;
            set.images.push_back(record);
        }
    }
    ASSERT_TRUE(project->addImages(set));
    NetworkRecord network;
    network.name = "A";
    network.dimension = kDimension;
    const auto id = project->addNetwork(network);
    ASSERT_TRUE(id);
    const auto images = project->imageIds();
    ASSERT_TRUE(images);
    std::mt19937 random(3);
    std::normal_distribution<float> noise(0, 0.1F);
    std::vector<std::vector<float>> values;
    std::vector<Project::FeatureRow> rows;
    Embedding map(static_cast<Eigen::Index>(images->size()), 2);
    for (std::size_t r = 0; r < images->size(); ++r) {
        std::vector<float> x(kDimension);
        for (auto& v : x) v = noise(random);
        // Distances rise with the row: far more from one to the next than the noise of the other features adds.
        x[(r / static_cast<std::size_t>(each)) % kDimension] = 10.0F + 0.1F * static_cast<float>(r);
        values.push_back(std::move(x));
        map.row(static_cast<Eigen::Index>(r)) << static_cast<float>(r % 10), static_cast<float>(r / 10);
    }
    for (std::size_t r = 0; r < images->size(); ++r) rows.push_back({(*images)[r], values[r]});
    ASSERT_TRUE(project->putFeatures(*id, rows, {}));
    MapRecord record;
    record.network = *id;
    record.name = "pca 2-D A";
    record.method = "pca";
    record.coordinates = map;
    ASSERT_TRUE(project->putMap(record));
}

}  // namespace facespace::testing
