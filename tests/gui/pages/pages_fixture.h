#pragma once
#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <memory>
#include <QTest>
#include <random>

#include "core/features/norms.h"
#include "core/project/data_table.h"
#include "core/project/snapshot.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/analysis_page.h"
#include "widgets/pages/plot_view.h"

namespace facespace::testing {

/// What is planted in the features.
struct Truth {
    int identities = 12, each = 30, dimension = 32;
    bool labels = true;                         ///< Yaw, pitch and media are known.
    int viewDependent = 4;                      ///< Identities whose features 8 … 19 change with |yaw|.
    std::vector<int> mislabelled{7, 100, 333};  ///< Rows whose identity label is the next one's.
    bool unitLength = false;
    /// Files are named as LFW's, and columns “template” (ten images of a person) and “camera” (five) are there.
    bool protocols = false;
};

/// Features of people around a direction each (first 24 axes), with yaw, pitch and media linear in axes 24, 25, 26, and a
/// length that falls with the blur.
inline std::shared_ptr<Snapshot> plantedSnapshot(const Truth& truth = {}) {
    std::mt19937 random(11);
    std::normal_distribution<double> normal;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->projectFile = "/nowhere/planted.facespace";
    snapshot->images.metadataColumns = {"blur"};
    if (truth.protocols)
        snapshot->images.metadataColumns.insert(snapshot->images.metadataColumns.end(), {"template", "camera"});
    const int count = truth.identities * truth.each;
    for (const char* name : {"A", "B"}) {
        auto set = std::make_shared<FeatureSet>();
        set->network.id = NetworkId{name[0] - 'A' + 1};
        set->network.name = name;
        set->network.dimension = truth.dimension;
        set->features = FeatureMatrix::Zero(count, truth.dimension);
        set->count = count;
        snapshot->featureSets.push_back(set);
    }
    Eigen::MatrixXd centre = Eigen::MatrixXd::Zero(truth.identities, 24);
    for (Eigen::Index i = 0; i < centre.size(); ++i) centre(i) = normal(random);
    for (int r = 0; r < count; ++r) {
        const int person = r / truth.each, k = r % truth.each;
        const double yaw = k < 12 ? 15.0 * normal(random) / 3 : (k % 2 == 0 ? 1 : -1) * (50.0 + k);
        const double pitch = 18 * normal(random);
        const bool video = normal(random) > 0;
        const double blur = std::abs(normal(random));
        ImageRecord image;
        const bool wrong = std::find(truth.mislabelled.begin(), truth.mislabelled.end(), r) != truth.mislabelled.end();
        image.identity = "Person " + std::to_string((person + (wrong ? 1 : 0)) % truth.identities);
        image.path = std::to_string(r) + ".png";
        image.metadata = {std::to_string(blur)};
        if (truth.protocols) {
            const std::string name = "Person_" + std::to_string(person), number = std::to_string(k + 1);
            image.path = name + "/" + name + "_" + std::string(4 - number.size(), '0') + number + ".png";
            image.metadata.push_back(name + "_t" + std::to_string(k / 10));
            image.metadata.push_back(std::to_string(k / 5));
        }
        if (truth.labels) {
            image.yawDeg = yaw;
            image.pitchDeg = pitch;
            image.media = video ? Media::kVideo : Media::kStill;
        }
        snapshot->images.images.push_back(image);
        snapshot->imageIds.push_back(ImageId{r + 1});
        for (const bool second : {false, true}) {
            auto& set = const_cast<FeatureSet&>(*snapshot->featureSets[second ? 1 : 0]);
            auto x = set.features.row(r);
            for (int d = 0; d < truth.dimension; ++d) {
                double v = 0.35 * normal(random) * (second ? 2 : 1);
                if (d < 24) v += 2 * centre(person, d);
                if (person < truth.viewDependent && d >= 8 && d < 20 && std::abs(yaw) > 45) v += 1.5;
                if (d == 24) v += yaw / 40;
                if (d == 25) v += pitch / 25;
                if (d == 26) v += video ? 0.8 : -0.8;
                x(d) = static_cast<float>(v);
            }
            x *= static_cast<float>((truth.unitLength ? 1.0 : 16 * std::exp(-0.3 * blur)) / static_cast<double>(x.norm()));
        }
    }
    for (auto& set : snapshot->featureSets) const_cast<FeatureSet&>(*set).distance = distancesFromOrigin(set->features);
    snapshot->tags.resize(static_cast<std::size_t>(count));
    return snapshot;
}

/// A page in a window of its own.
template <class Page>
class PageTest : public ::testing::Test {
  protected:
    void open(const Truth& truth = {}) {
        truth_ = truth;
        auto snapshot = plantedSnapshot(truth);
        workspace.setSnapshot(snapshot, std::make_shared<DataTable>(buildDataTable(*snapshot)));
        page = std::make_unique<Page>(&workspace);
        page->resize(1500, 640);
        page->show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(page.get()));
    }
    void wait() {
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return !page->computing() && (page->hasResult() || !page->hint().isEmpty()); }, 40000));
        QTest::qWait(30);
    }
    /// Presses, moves in steps and releases.
    static void drag(PlotView* chart, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {}) {
        ASSERT_TRUE(QTest::qWaitFor([&] { return chart->lastFrameMs() > 0; }));
        QTest::qWait(20);
        const QPointF a = chart->positionOf(from.x(), from.y()), b = chart->positionOf(to.x(), to.y());
        QTest::mousePress(chart, Qt::LeftButton, modifiers, a.toPoint());
        QTest::mouseMove(chart, ((a + b) / 2).toPoint());
        QTest::mouseMove(chart, b.toPoint());
        QTest::mouseRelease(chart, Qt::LeftButton, modifiers, b.toPoint());
    }
    const std::vector<int>& selected() const { return workspace.selection().selected(); }

    Truth truth_;
    Workspace workspace;
    std::unique_ptr<Page> page;
};

}  // namespace facespace::testing
