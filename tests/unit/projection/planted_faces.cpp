#include "tests/unit/projection/planted_faces.h"

#include <cmath>
#include <random>

namespace facespace::testing {
namespace {
/// Nearly normal, and the same with every standard library: the sum of twelve uniforms.
float normal(std::mt19937_64& rng) {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) sum += static_cast<double>(rng() >> 11U) * 0x1p-53;
    return static_cast<float>(sum);
}
Eigen::RowVectorXf normalRow(int columns, std::mt19937_64& rng) {
    Eigen::RowVectorXf row(columns);
    for (int c = 0; c < columns; ++c) row[c] = normal(rng);
    return row;
}
}  // namespace

PlantedFaces plantedFaces(int identities, int views, int columns, std::uint64_t seed) {
    std::mt19937_64 rng(seed);
    PlantedFaces faces;
    faces.features.resize(identities * views, columns);
    const Eigen::RowVectorXf turn = normalRow(columns, rng);
    const Eigen::RowVectorXf profile = normalRow(columns, rng);
    for (int id = 0; id < identities; ++id) {
        const Eigen::RowVectorXf centre = normalRow(columns, rng);
        const Eigen::RowVectorXf own = normalRow(columns, rng);
        for (int v = 0; v < views; ++v) {
            const float yaw = views > 1 ? 2.0F * static_cast<float>(v) / static_cast<float>(views - 1) - 1.0F : 0.0F;
            faces.features.row(id * views + v) =
                centre + 0.5F * yaw * turn + 0.4F * yaw * yaw * profile + 0.4F * yaw * own + 0.25F * normalRow(columns, rng);
            faces.identity.push_back(id);
        }
    }
    return faces;
}

}  // namespace facespace::testing
