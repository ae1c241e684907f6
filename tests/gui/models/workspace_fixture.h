#pragma once
#include <cmath>
#include <limits>
#include <memory>
#include <string>

#include "core/project/data_table.h"
#include "core/project/snapshot.h"

namespace facespace::testing {

/// A snapshot made by hand: `count` images of `identities` people, two networks "A" (id 1) and "B" (id 2), and one 2-D
/// map of each (ids 1 and 2).
inline std::shared_ptr<Snapshot> makeSnapshot(int count, int identities) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->projectFile = "/nowhere/test.facespace";
    for (int i = 0; i < count; ++i) {
        ImageRecord record;
        record.path = std::to_string(i) + ".png";
        record.identity = "person " + std::to_string(i % identities);
        snapshot->images.images.push_back(record);
        snapshot->imageIds.push_back(ImageId{i + 1});
    }
    snapshot->tags.resize(static_cast<std::size_t>(count));
    for (int n = 1; n <= 2; ++n) {
        auto set = std::make_shared<FeatureSet>();
        set->network.id = NetworkId{n};
        set->network.name = n == 1 ? "A" : "B";
        set->network.dimension = 2;
        set->features = FeatureMatrix::Constant(count, 2, 1.0F);
        set->distance.assign(static_cast<std::size_t>(count), 1.0F);
        set->count = count;
        snapshot->featureSets.push_back(set);
        MapRecord map;
        map.id = MapId{n};
        map.network = NetworkId{n};
        map.name = "pca 2-D " + set->network.name;
        map.method = "pca";
        map.coordinates = Embedding::Zero(count, 2);
        for (int i = 0; i < count; ++i) map.coordinates.row(i) << static_cast<float>(i % 10), static_cast<float>(i / 10 * n);
        snapshot->maps.push_back(map);
    }
    return snapshot;
}

/// identity (category), yaw (signed, deg), distance[A], distance[B], path (text).
inline std::shared_ptr<DataTable> makeTable(const Snapshot& snapshot) {
    auto table = std::make_shared<DataTable>();
    table->rows = snapshot.imageCount();
    const int count = static_cast<int>(table->rows);
    const auto column = [](const char* key, const char* title, Column::Kind kind) {
        Column made;
        made.key = key;
        made.title = title;
        made.kind = kind;
        return made;
    };
    Column path = column("path", "Path", Column::Kind::kText);
    Column identity = column("identity", "Identity", Column::Kind::kCategory);
    Column yaw = column("yaw", "Yaw", Column::Kind::kNumber);
    yaw.unit = "deg";
    yaw.isSigned = true;
    Column distanceA = column("distance[A]", "Distance from origin (A)", Column::Kind::kNumber);
    for (int i = 0; i < count; ++i) {
        const auto& record = snapshot.images.images[static_cast<std::size_t>(i)];
        path.texts.push_back(record.path);
        std::int32_t level = 0;
        while (level < static_cast<int>(identity.levels.size()) &&
               identity.levels[static_cast<std::size_t>(level)] != record.identity) {
            ++level;
        }
        if (level == static_cast<int>(identity.levels.size())) identity.levels.push_back(record.identity);
        identity.codes.push_back(level);
        yaw.numbers.push_back(i % 7 == 0 ? std::numeric_limits<double>::quiet_NaN() : -60.0 + 120.0 * i / count);
        distanceA.numbers.push_back(10.0 + 10.0 * i / std::max(count - 1, 1));
    }
    Column distanceB = distanceA;
    distanceB.key = "distance[B]";
    distanceB.title = "Distance from origin (B)";
    table->columns = {path, identity, yaw, distanceA, distanceB};
    return table;
}

}  // namespace facespace::testing
