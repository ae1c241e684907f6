#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "core/project/project.h"
#include "core/project/snapshot.h"

namespace facespace::test {

/// A folder of its own for each test, gone afterwards.
class ProjectTest : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string(info->test_suite_name()) + "." + info->name() + "." + std::to_string(::getpid());
        for (char& c : name)
            if (c == '/') c = '_';
        dir = std::filesystem::temp_directory_path() / ("facespace-" + name);
        std::filesystem::remove_all(dir);
        std::filesystem::create_directories(dir);
        file = dir / "a project.facespace";
    }
    void TearDown() override {
        std::error_code ignored;
        std::filesystem::permissions(dir, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(dir, ignored);
    }

    static ImageSet makeSet(const std::filesystem::path& root, int images, const std::string& prefix = "img") {
        ImageSet set;
        set.root = root;
        for (int i = 0; i < images; ++i) {
            ImageRecord record;
            record.path = prefix + std::to_string(i) + ".jpg";
            record.identity = "person " + std::to_string(i % 7);
            set.images.push_back(record);
        }
        return set;
    }

    static NetworkRecord makeNetwork(const std::string& name, int dimension) {
        NetworkRecord network;
        network.name = name;
        network.sha256 = std::string(64, 'a');
        network.dimension = dimension;
        network.descriptorJson = "{}";
        network.settingsJson = R"({"alignment":"landmarks"})";
        return network;
    }

    static std::vector<float> featureOf(ImageId image, int dimension) {
        std::vector<float> values(static_cast<std::size_t>(dimension));
        std::mt19937 rng(static_cast<std::uint32_t>(image.value));
        for (float& v : values) v = static_cast<float>(rng()) / 4e9F - 0.5F;
        return values;
    }

    static Result<void> putOne(Project& project, NetworkId network, ImageId image, int dimension) {
        const auto values = featureOf(image, dimension);
        const Project::FeatureRow row{image, values};
        return project.putFeatures(network, {&row, 1}, {});
    }

    std::filesystem::path dir, file;
};

template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message);
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace facespace::test
