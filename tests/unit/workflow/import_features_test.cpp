#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/features/feature_io.h"
#include "core/workflow/workflow.h"
#include "tests/support/full_project.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

TEST(ImportFeatures, WhatAKillCutShortIsCompletedByTheSameCommandAlone) {
    const fs::path dir = fs::temp_directory_path() / ("facespace-import-features-" + std::to_string(::getpid()));
    fs::create_directories(dir);
    test::makeFullProject(dir / "p.facespace");
    Project project = test::demanded(Project::open(dir / "p.facespace"));
    const FeatureMatrix features = FeatureMatrix::Random(3, 5);
    test::demanded(writeNpy(dir / "f.npy", features));
    test::demanded(writeNpy(dir / "g.npy", FeatureMatrix(features * 2)));
    ImportFeaturesOptions options;
    options.file = dir / "f.npy";
    options.name = "other";
    const NetworkId whole = test::demanded(importFeatureFile(project, options, {})).network;
    EXPECT_EQ(importFeatureFile(project, options, {}).error().code, ErrorCode::kExists);
    // As a kill leaves it: the name, and nothing of it.
    NetworkRecord record;
    for (const NetworkRecord& one : test::demanded(project.networks()))
        if (one.id == whole) record = one;
    test::demanded(project.removeNetwork(whole));
    const NetworkId cut = test::demanded(project.addNetwork(record));
    ASSERT_EQ(test::demanded(project.featureCount(cut)), 0);
    options.file = dir / "g.npy";
    EXPECT_EQ(importFeatureFile(project, options, {}).error().code, ErrorCode::kExists);
    options.file = dir / "f.npy";
    EXPECT_EQ(test::demanded(importFeatureFile(project, options, {})).network, cut);
    EXPECT_EQ(test::demanded(project.features(cut)), features);
    fs::remove_all(dir);
}

}  // namespace
}  // namespace facespace
