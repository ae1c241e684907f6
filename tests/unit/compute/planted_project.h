#pragma once
#include <gtest/gtest.h>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <filesystem>
#include <string>

#include "core/project/project.h"
#include "core/project/snapshot.h"

/// Projects whose features carry known truth: an identity each, yaw, pitch and media along directions of their own, and a
/// length that falls with an image's "occlusion".
namespace facespace::test {

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result) << (result ? "" : result.error().message);
    return std::move(result.value());
}
inline void must(const Result<void>& result) { EXPECT_TRUE(result) << (result ? "" : result.error().message); }

struct PlantedOptions {
    int identities = 12, perIdentity = 40, dims = 24;
    bool pose = true, media = true, stillOnly = false, frontalOnly = false, unitLength = false;
    int missingEvery = 0;  ///< Every so many images have no feature.
    int mislabelled = 0;   ///< So many of the first identities have their first image labelled as the next identity.
};

class PlantedProject : public testing::Test {
  protected:
    void SetUp() override {
        dir = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(dir);
        std::filesystem::create_directories(dir);
    }
    void TearDown() override { std::filesystem::remove_all(dir); }

    Project make(const PlantedOptions& o, const std::string& name = "p") {
        boost::random::mt19937_64 random(17);
        boost::random::normal_distribution<double> normal;
        boost::random::uniform_real_distribution<double> uniform(0, 1);
        Project project = must(Project::create(dir / (name + ".facespace")));
        ImageSet set;
        set.metadataColumns = {"occlusion", "glasses"};
        FeatureMatrix x(o.identities * o.perIdentity, o.dims);
        for (int p = 0; p < o.identities; ++p) {
            Eigen::RowVectorXd own(o.dims);
            for (auto& v : own) v = normal(random);
            own.head(4).setZero();
            for (int i = 0; i < o.perIdentity; ++i) {
                ImageRecord image;
                image.path = "person " + std::to_string(p) + "/" + std::to_string(i) + ".jpg";
                const bool wrong = i == 0 && p < o.mislabelled;
                image.identity = "person " + std::to_string((p + (wrong ? 1 : 0)) % o.identities);
                const double yaw = (o.frontalOnly ? 15 : 90) * (2 * uniform(random) - 1),
                             pitch = 30 * (2 * uniform(random) - 1);
                const bool video = !o.stillOnly && i % 2 == 1;
                const double occlusion = uniform(random);
                if (o.pose) image.yawDeg = yaw, image.pitchDeg = pitch;
                if (o.media) image.media = video ? Media::kVideo : Media::kStill;
                image.metadata = {std::to_string(occlusion), uniform(random) < 0.5 ? "yes" : "no"};
                Eigen::RowVectorXd row = own;
                row(0) = yaw / 45;
                row(1) = pitch / 15;
                row(2) = video ? 1 : -1;
                for (auto& v : row) v += 0.15 * normal(random);
                // Every third identity is coded by view: its features 4 … 11 differ between left, right and frontal.
                if (p % 3 == 0) row.segment(4, 8).array() += std::abs(yaw) > 45 ? 1.5 : 0.0;
                row *= (o.unitLength ? 1 : 12 - 8 * occlusion) / row.norm();
                x.row(p * o.perIdentity + i) = row.cast<float>();
                set.images.push_back(std::move(image));
            }
        }
        must(project.addImages(set));
        addFeatures(project, x, "net", o.missingEvery);
        return project;
    }

    void addFeatures(Project& project, const FeatureMatrix& x, const std::string& name, int missingEvery) {
        NetworkRecord network;
        network.name = name;
        network.dimension = static_cast<int>(x.cols());
        const NetworkId id = must(project.addNetwork(network));
        const auto ids = must(project.imageIds());
        std::vector<Project::FeatureRow> rows;
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (missingEvery == 0 || i % static_cast<std::size_t>(missingEvery) != 0)
                rows.push_back({ids[i], {x.row(static_cast<Eigen::Index>(i)).data(), static_cast<std::size_t>(x.cols())}});
        must(project.putFeatures(id, rows, {}));
    }

    std::shared_ptr<const Snapshot> snapshotOf(const Project& project) { return must(loadSnapshot(project)); }

    std::filesystem::path dir;
};

}  // namespace facespace::test
