#include <algorithm>
#include <unordered_map>

#include "core/common/numbers.h"
#include "core/project/project_impl.h"

namespace facespace {
using sqlite::Statement;

namespace {

constexpr int kMaxDimension = 1 << 20;
constexpr std::size_t kMaxNetworks = 10'000;

constexpr const char* kSelectNetworks =
    "SELECT id, name, sha256, dimension, normalised, descriptor_file, descriptor_json, settings_json, revision FROM network";

NetworkRecord networkOf(const Statement& s) {
    NetworkRecord r;
    r.id = {s.integer(0)};
    r.name = s.text(1);
    r.sha256 = s.text(2);
    // What is no dimension is told of by networks().
    r.dimension = static_cast<int>(std::clamp<std::int64_t>(s.integer(3), 0, kMaxDimension + 1));
    r.normalised = s.integer(4) != 0;
    r.descriptorFile = s.text(5);
    r.descriptorJson = s.json(6);
    r.settingsJson = s.json(7);
    r.revision = s.integer(8);
    return r;
}

std::optional<NetworkRecord> networkNamed(sqlite::Database& db, const std::string& name) {
    Statement select(db, std::string(kSelectNetworks) + " WHERE name = ?");
    return select.bind(name).step() ? std::optional(networkOf(select)) : std::nullopt;
}

/// What keeps features of `a` and `b` from being kept under one name; empty if nothing does.
Text difference(const NetworkRecord& a, const NetworkRecord& b) {
    if (a.sha256 != b.sha256) return say("other weights");
    if (a.dimension != b.dimension) return say("another dimension");
    if (a.settingsJson != b.settingsJson) return say("other settings for cutting out faces");
    return {};
}

int dimensionOf(sqlite::Database& db, NetworkId network) {
    Statement select(db, "SELECT dimension FROM network WHERE id = ?");
    if (!select.bind(network).step())
        sqlite::raise(ErrorCode::kNotFound, say("The network is no longer in “{}”.", db.file().string()));
    const std::int64_t dimension = select.integer(0);
    if (dimension < 1 || dimension > kMaxDimension)
        sqlite::raise(ErrorCode::kFormat,
                      say("“{}” is damaged: a feature has a wrong size; use another copy of it.", db.file().string()));
    return static_cast<int>(dimension);
}

}  // namespace

void Project::Impl::touchNetwork(NetworkId network) {
    Statement(db, "UPDATE network SET revision = revision + 1 WHERE id = ?").bind(network).run();
}

Result<NetworkId> Project::addNetwork(const NetworkRecord& network) {
    const auto idOfSame = [&](const NetworkRecord& there) {
        const Text what = difference(there, network);
        if (!what.empty())
            sqlite::raise(ErrorCode::kExists, say("The name “{}” stands in “{}” for {}; give these features another name.",
                                                  network.name, impl_->file.string(), what));
        return there.id;
    };
    // Looked up without a write lock first: asking for a network that is there changes nothing, even read-only.
    const auto there = impl_->read([&] { return networkNamed(impl_->db, network.name); });
    if (!there) return forward(there);
    if (*there) return impl_->read([&] { return idOfSame(**there); });
    return impl_->write([&]() -> NetworkId {
        if (network.name.empty()) sqlite::raise(ErrorCode::kInvalid, say("A network needs a name."));
        if (network.dimension < 1 || network.dimension > kMaxDimension)
            sqlite::raise(ErrorCode::kInvalid,
                          say("“{}” has a feature dimension of {}, which cannot be.", network.name, network.dimension));
        if (const auto meanwhile = networkNamed(impl_->db, network.name)) return idOfSame(*meanwhile);
        Statement(
            impl_->db,
            "INSERT INTO network (name, sha256, dimension, normalised, descriptor_file, descriptor_json, settings_json) "
            "VALUES (?,?,?,?,?,?,?)")
            .bind(network.name, network.sha256, network.dimension, network.normalised, network.descriptorFile,
                  network.descriptorJson, network.settingsJson)
            .run();
        return {sqlite3_last_insert_rowid(impl_->db.handle())};
    });
}

Result<std::vector<NetworkRecord>> Project::networks() const {
    return impl_->read([&] {
        std::vector<NetworkRecord> records;
        Statement select(impl_->db, std::string(kSelectNetworks) + " ORDER BY id");
        while (select.step() && records.size() <= kMaxNetworks) records.push_back(networkOf(select));
        if (records.size() > kMaxNetworks) impl_->damaged(say("it has too many networks"));
        for (const NetworkRecord& r : records)
            if (r.dimension < 1 || r.dimension > kMaxDimension) impl_->damaged(say("“{}” has no valid dimension", r.name));
        return records;
    });
}

Result<void> Project::removeNetwork(NetworkId network) {
    return impl_->write([&] {
        dimensionOf(impl_->db, network);
        Statement(impl_->db, "DELETE FROM network WHERE id = ?").bind(network).run();
    });
}

Result<void> Project::putFeatures(NetworkId network, std::span<const FeatureRow> rows, std::span<const SkipRecord> skipped) {
    return impl_->write([&] {
        auto& db = impl_->db;
        const auto dimension = static_cast<std::size_t>(dimensionOf(db, network));
        Statement put(db,
                      "INSERT INTO feature (network_id, image_id, vector) VALUES (?1, ?2, ?3) "
                      "ON CONFLICT (network_id, image_id) DO UPDATE SET vector = ?3");
        Statement forgetReason(db, "DELETE FROM skipped WHERE network_id = ? AND image_id = ?");
        for (const FeatureRow& row : rows) {
            if (row.values.size() != dimension)
                sqlite::raise(ErrorCode::kInvalid,
                              say("A feature has {} values instead of {}.", row.values.size(), dimension));
            if (put.bind(network, row.image, std::as_bytes(row.values)).tryRun() != 0) impl_->unknownReference();
            forgetReason.bind(network, row.image).run();
        }
        Statement putReason(db, "INSERT OR REPLACE INTO skipped (network_id, image_id, reason) VALUES (?, ?, ?)");
        Statement forgetFeature(db, "DELETE FROM feature WHERE network_id = ? AND image_id = ?");
        for (const SkipRecord& record : skipped) {
            if (putReason.bind(network, record.image, record.reason.stored()).tryRun() != 0) impl_->unknownReference();
            forgetFeature.bind(network, record.image).run();
        }
        impl_->touchNetwork(network);
    });
}

Result<FeatureMatrix> Project::features(NetworkId network) const {
    return impl_->read([&] {
        auto& db = impl_->db;
        const int dimension = dimensionOf(db, network);
        const std::vector<ImageId> ids = impl_->imageIds();
        impl_->requireMemory(ids.size(), static_cast<std::size_t>(dimension) * sizeof(float));
        FeatureMatrix matrix(static_cast<Eigen::Index>(ids.size()), dimension);
        // Ids ascend in both: one pass.
        Statement select(db, "SELECT image_id, vector FROM feature WHERE network_id = ? ORDER BY image_id");
        bool more = select.bind(network).step();
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const auto row = static_cast<Eigen::Index>(i);
            while (more && select.integer(0) < ids[i].value) more = select.step();
            if (!more || select.integer(0) != ids[i].value) {
                matrix.row(row).setConstant(kNoValueFloat);
                continue;
            }
            const auto blob = select.blob(1);
            if (blob.size() != static_cast<std::size_t>(dimension) * sizeof(float))
                impl_->damaged(say("a feature has a wrong size"));
            sqlite::copyFrom(blob, matrix.row(row).data(), static_cast<std::size_t>(dimension));
        }
        return matrix;
    });
}

Result<FeatureMatrix> Project::featuresOf(NetworkId network, std::span<const ImageId> images) const {
    return impl_->read([&] {
        const auto dimension = static_cast<std::size_t>(dimensionOf(impl_->db, network));
        impl_->requireMemory(images.size(), dimension * sizeof(float));
        FeatureMatrix matrix = FeatureMatrix::Constant(static_cast<Eigen::Index>(images.size()),
                                                       static_cast<Eigen::Index>(dimension), kNoValueFloat);
        Statement select(impl_->db, "SELECT vector FROM feature WHERE network_id = ? AND image_id = ?");
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (select.bind(network, images[i]).step()) {
                const auto blob = select.blob(0);
                if (blob.size() != dimension * sizeof(float)) impl_->damaged(say("a feature has a wrong size"));
                sqlite::copyFrom(blob, matrix.row(static_cast<Eigen::Index>(i)).data(), dimension);
            }
            select.reset();
        }
        return matrix;
    });
}

Result<std::vector<ImageId>> Project::pendingImages(NetworkId network) const {
    return impl_->read([&] {
        dimensionOf(impl_->db, network);
        std::vector<ImageId> ids;
        Statement select(impl_->db,
                         "SELECT id FROM image WHERE NOT EXISTS (SELECT 1 FROM feature WHERE network_id = ?1 AND image_id = "
                         "image.id) AND NOT EXISTS (SELECT 1 FROM skipped WHERE network_id = ?1 AND image_id = image.id) "
                         "ORDER BY id");
        select.bind(network);
        while (select.step()) ids.push_back({select.integer(0)});
        return ids;
    });
}

Result<std::vector<SkipRecord>> Project::skipped(NetworkId network) const {
    return impl_->read([&] {
        std::vector<SkipRecord> records;
        Statement select(impl_->db, "SELECT image_id, reason FROM skipped WHERE network_id = ? ORDER BY image_id");
        select.bind(network);
        while (select.step()) records.push_back({{select.integer(0)}, Text::fromStored(select.text(1))});
        return records;
    });
}

Result<void> Project::clearSkipped(NetworkId network) {
    return impl_->write([&] {
        Statement(impl_->db, "DELETE FROM skipped WHERE network_id = ?").bind(network).run();
        impl_->touchNetwork(network);
    });
}

Result<std::int64_t> Project::featureCount(NetworkId network) const {
    return impl_->read([&] {
        Statement select(impl_->db, "SELECT count(*) FROM feature WHERE network_id = ?");
        return select.bind(network).step() ? select.integer(0) : std::int64_t{0};
    });
}

}  // namespace facespace
