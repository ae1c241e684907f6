// The item models and what they compute.
#include <gtest/gtest.h>
#include <QAbstractItemModelTester>
#include <QElapsedTimer>

#include "core/common/number_text.h"
#include "tests/gui/panels/panel_fixture.h"
#include "widgets/models/distance_summary.h"
#include "widgets/models/image_table_model.h"
#include "widgets/panels/gallery_model.h"
#include "widgets/panels/identity_model.h"
#include "widgets/panels/job_list.h"

namespace facespace {
namespace {

using testing::makeProject;

constexpr auto kFail = QAbstractItemModelTester::FailureReportingMode::Fatal;

int columnOf(const ImageTableModel& model, const std::string& key) {
    for (int c = 0; c < model.columnCount(); ++c) {
        if (model.table()->columns[static_cast<std::size_t>(c)].key == key) return c;
    }
    return -1;
}

TEST(ImageTableModel, SortsByNumberWithMissingValuesLast) {
    const auto made = makeProject(44, 4);
    ImageTableModel model;
    const QAbstractItemModelTester tester(&model, kFail);
    model.setTable(made.table);
    const int column = columnOf(model, "distance[A]");
    ASSERT_GE(column, 0);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(column, order);
        ASSERT_EQ(model.rowCount(), 44);
        const auto& distance = made.snapshot->featureSets[0]->distance;
        for (int r = 0; r + 1 < 40; ++r) {
            const float a = distance[static_cast<std::size_t>(model.imageRow(r))],
                        b = distance[static_cast<std::size_t>(model.imageRow(r + 1))];
            EXPECT_TRUE(order == Qt::AscendingOrder ? a <= b : a >= b) << r;
        }
        for (int r = 40; r < 44; ++r) EXPECT_TRUE(std::isnan(distance[static_cast<std::size_t>(model.imageRow(r))]));
    }
}

TEST(ImageTableModel, FilterKeepsRowsWithAllWords) {
    const auto made = makeProject(40, 4);
    ImageTableModel model;
    const QAbstractItemModelTester tester(&model, kFail);
    model.setTable(made.table);
    model.setFilter("person 2 FIRST");
    ASSERT_GT(model.rowCount(), 0);
    for (int r = 0; r < model.rowCount(); ++r) {
        const auto& record = made.snapshot->images.images[static_cast<std::size_t>(model.imageRow(r))];
        EXPECT_EQ(record.metadata[0], "first");
        EXPECT_NE((record.path + record.identity).find('2'), std::string::npos);
    }
    EXPECT_EQ(model.modelRow(1), -1);
    model.setFilter("nothing like it");
    EXPECT_EQ(model.rowCount(), 0);
    model.setFilter({});
    EXPECT_EQ(model.rowCount(), 40);
}

TEST(ImageTableModel, KeepsSortingWhenColumnsAreAdded) {
    const auto made = makeProject(20, 2);
    auto fewer = std::make_shared<DataTable>(*made.table);
    fewer->columns.pop_back();
    ImageTableModel model;
    model.setTable(fewer);
    model.sort(columnOf(model, "identity"), Qt::DescendingOrder);
    const int first = model.imageRow(0);
    model.setTable(made.table);
    EXPECT_EQ(model.imageRow(0), first);
    EXPECT_EQ(first, 1);
}

TEST(ImageTableModel, SortsAndFiltersTwentyFourThousandRowsInTime) {
    const auto made = makeProject(24000, 500);
    ImageTableModel model;
    model.setTable(made.table);
    QElapsedTimer timer;
    timer.start();
    model.sort(columnOf(model, "distance[A]"), Qt::DescendingOrder);
    EXPECT_LT(timer.restart(), 200);
    model.setFilter("Person 123");
    EXPECT_LT(timer.elapsed(), 200);
}

TEST(ImageTableModel, NumbersOfAColumnLineUp) {
    auto table = std::make_shared<DataTable>();
    table->rows = 4;
    Column yaw;
    yaw.key = "yaw";
    yaw.kind = Column::Kind::kNumber;
    yaw.numbers = {-89.5, 0, 3.14159, std::nan("")};
    table->columns.push_back(yaw);
    ImageTableModel model;
    model.setTable(table);
    QStringList shown;
    for (int row = 0; row < model.rowCount(); ++row) shown << model.index(row, 0).data().toString();
    EXPECT_EQ(shown, (QStringList{QStringLiteral("\u221289.50"), "0.00", "3.14", QString()}));
}

TEST(ShownNumber, FourDigitsAndATrueMinus) {
    EXPECT_EQ(shownNumber(13.58291).toStdString(), "13.58");
    EXPECT_EQ(shownNumber(-34.0).toStdString(), "\u221234");
    EXPECT_EQ(shownNumber(0.51239).toStdString(), "0.512");
    EXPECT_TRUE(shownNumber(std::nan("")).isEmpty());
    EXPECT_EQ(decimalsOf({-89.5, 0, std::nan(""), 0.25}), 2) << "numbers of a column line up";
    EXPECT_EQ(decimalsOf({3, -12, std::nan("")}), 0);
    EXPECT_EQ(decimalsOf({0.001, 0.0002}), std::nullopt);
}

TEST(IdentityModel, CountsAveragesSortsAndSearches) {
    const auto made = makeProject(30, 3);
    IdentityModel model;
    const QAbstractItemModelTester tester(&model, kFail);
    model.setSnapshot(made.snapshot, made.snapshot->featureSets[0].get());
    ASSERT_EQ(model.rowCount(), 3);
    double sum = 0;
    int n = 0;
    for (int i = 0; i < 30; i += 3) {
        const float d = made.snapshot->featureSets[0]->distance[static_cast<std::size_t>(i)];
        if (!std::isnan(d)) sum += static_cast<double>(d), ++n;
    }
    EXPECT_EQ(model.identity(0).name, "Person 0");
    EXPECT_EQ(model.identity(0).rows.size(), 10U);
    EXPECT_NEAR(model.identity(0).meanDistance, sum / n, 1e-9);
    model.sort(IdentityModel::kMeanDistance, Qt::DescendingOrder);
    EXPECT_GE(model.identity(0).meanDistance, model.identity(1).meanDistance);
    model.setSearch("person 1");
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.rowOfImage(4), 0);
    EXPECT_EQ(model.rowOfImage(0), -1);
}

TEST(GalleryModel, OrdersFromTheOriginOutwardsAndRestricts) {
    const auto made = makeProject(33, 3);
    GalleryModel model;
    const QAbstractItemModelTester tester(&model, kFail);
    model.setTable(made.table);
    model.setOrder("distance[A]", Qt::DescendingOrder);
    EXPECT_EQ(model.imageRow(0), 31);  // 32 has no feature
    model.setOrder("distance[A]", Qt::AscendingOrder);
    EXPECT_EQ(model.imageRow(0), 0);
    const std::vector<int> some{3, 7, 21};
    model.setOnly(&some);
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.imageRow(2), 21);
    EXPECT_EQ(model.modelRow(0), -1);
    model.setOnly(nullptr);
    EXPECT_EQ(model.rowCount(), 33);
}

TEST(DistanceSummary, MedianAndUnitLength) {
    const auto made = makeProject(44, 4);
    const auto summary = summariseDistances(made.snapshot->featureSets[0].get());
    EXPECT_EQ(summary.sorted.size(), 40U);
    EXPECT_FALSE(summary.unitLength);
    EXPECT_DOUBLE_EQ(summary.median,
                     (static_cast<double>(summary.sorted[19]) + static_cast<double>(summary.sorted[20])) / 2);
    FeatureSet unit;
    unit.distance.assign(5, 1.0F);
    EXPECT_TRUE(summariseDistances(&unit).unitLength);
    EXPECT_TRUE(summariseDistances(nullptr).empty());
    EXPECT_EQ(percentileText(1), "1st percentile");
    EXPECT_EQ(percentileText(12), "12th percentile");
    EXPECT_EQ(percentileText(63), "63rd percentile");
}

TEST(JobLists, ShowLatestFirstAndWriteQuotedCsv) {
    JobLogModel jobs;
    const QAbstractItemModelTester tester(&jobs, kFail);
    JobRecord done, running;
    done.kind = "import";
    done.startedUtc = "2026-01-02T10:00:00Z";
    done.finishedUtc = "2026-01-02T10:00:05Z";
    done.status = "done";
    running.kind = "extract";
    running.startedUtc = "2026-01-02T10:01:00Z";
    running.status = "running";
    jobs.setJobs({done, running});
    EXPECT_EQ(jobs.index(0, JobLogModel::kWhat).data().toString(), "Extract features");
    EXPECT_EQ(jobs.index(1, JobLogModel::kDuration).data().toString(), "0:05");
    EXPECT_EQ(skippedAsCsv({{"A", "a, b.png", "P", "says \"no\"", 0}}),
              "path,identity,network,reason\r\n\"a, b.png\",P,A,\"says \"\"no\"\"\"\r\n");
}

}  // namespace
}  // namespace facespace
