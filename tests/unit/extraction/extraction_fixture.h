#pragma once
#include <gtest/gtest.h>
#include <cstring>
#include <stdexcept>

#include "core/extraction/extraction.h"
#include "core/image/encode.h"
#include "tests/support/network_files.h"

namespace facespace::test {

inline ExtractOptions extractOptions() {
    ExtractOptions options;
    options.batchSize = 4;
    options.decodeThreads = 2;
    options.commitEvery = std::chrono::milliseconds(50);  // Often, so that a kill finds a part written.
    options.host = hostOptions();
    return options;
}

/// A folder of small pictures and a project of them.
class ExtractionTest : public ::testing::Test {
  protected:
    void addImage(const std::string& name, const Image& image) {
        const auto written = writePng(image, folder_ / name);
        ASSERT_TRUE(written) << written.error().message;
        add(name);
    }
    void add(const std::string& name) {
        ImageRecord record;
        record.path = name;
        record.identity = "someone";
        set_.images.push_back(record);
    }
    void addNoise(int count) {
        for (int i = 0; i < count; ++i)
            addImage("image" + std::to_string(i) + ".png", noise(112, 112, static_cast<unsigned>(i)));
    }
    Project makeProject(const std::string& name = "p.facespace") {
        set_.root = folder_.path();
        auto project = Project::create(folder_ / name);
        if (!project) throw std::runtime_error(project.error().message);
        const auto added = project->addImages(set_);
        if (!added) throw std::runtime_error(added.error().message);
        return std::move(*project);
    }

    TemporaryFolder folder_;
    ImageSet set_;
};

/// True if both hold the same bytes (NaN included).
inline bool sameBytes(const FeatureMatrix& a, const FeatureMatrix& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(float)) == 0;
}

}  // namespace facespace::test
