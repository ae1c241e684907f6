#include <ctime>

#include "core/common/numbers.h"
#include "core/project/project_impl.h"

namespace facespace {
using sqlite::bytesOf;
using sqlite::Statement;

namespace {

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

void requireRows(std::size_t found, std::int64_t images, const Text& what) {
    if (found != static_cast<std::size_t>(images))
        sqlite::raise(ErrorCode::kInvalid, say("{} has {} rows, the project {} images.", what, found, images));
}

/// Whether it is of whole rows, no more than there are images: rows of images that were added later are missing.
bool fits(std::span<const std::byte> blob, std::size_t rowBytes, std::int64_t images) {
    return blob.size() % rowBytes == 0 && blob.size() / rowBytes <= static_cast<std::size_t>(images);
}

std::vector<float> floatsOf(std::span<const std::byte> blob, std::size_t count) {
    std::vector<float> values(count, kNoValueFloat);
    sqlite::copyFrom(blob, values.data(), count);
    return values;
}

}  // namespace

Result<MapId> Project::putMap(const MapRecord& map) {
    return impl_->write([&]() -> MapId {
        const Embedding& c = map.coordinates;
        requireRows(static_cast<std::size_t>(c.rows()), impl_->imageCount(), say("A map"));
        if (c.cols() < 1 || c.cols() > 3) sqlite::raise(ErrorCode::kInvalid, say("A map has two or three dimensions."));
        Statement put(
            impl_->db,
            "INSERT INTO map (network_id, name, method, parameters_json, created_utc, dims, coordinates) VALUES "
            "(?1,?2,?3,?4,?5,?6,?7) ON CONFLICT (name) DO UPDATE SET network_id=?1, method=?3, parameters_json=?4, "
            "created_utc=?5, dims=?6, coordinates=?7");
        const std::string created = map.createdUtc.empty() ? utcNow() : map.createdUtc;
        put.bind(map.network, map.name, map.method, map.parametersJson, created, c.cols(),
                 bytesOf(c.data(), static_cast<std::size_t>(c.size())));
        if (put.tryRun() != 0) impl_->unknownReference();
        Statement select(impl_->db, "SELECT id FROM map WHERE name = ?");
        select.bind(map.name).step();
        const MapId id{select.integer(0)};
        Statement(impl_->db, "DELETE FROM map_trust WHERE map_id = ?").bind(id).run();
        return id;
    });
}

Result<std::vector<MapRecord>> Project::maps() const {
    return impl_->read([&] {
        std::vector<MapRecord> records;
        const std::int64_t images = impl_->imageCount();
        Statement s(
            impl_->db,
            "SELECT id, network_id, name, method, parameters_json, created_utc, dims, coordinates FROM map ORDER BY id");
        while (s.step()) {
            const std::int64_t dims = s.integer(6);
            if (dims < 1 || dims > 3) impl_->damaged(say("the map “{}” has no valid dimension", s.text(2)));
            const auto rowBytes = static_cast<std::size_t>(dims) * sizeof(float);
            if (!fits(s.blob(7), rowBytes, images)) impl_->damaged(say("a column of numbers has a wrong size"));
            impl_->requireMemory(static_cast<std::size_t>(images), rowBytes);
            MapRecord r{{s.integer(0)}, {s.integer(1)}, s.text(2), s.text(3), s.json(4), s.text(5), {}};
            r.coordinates = Embedding::Constant(images, dims, kNoValueFloat);
            sqlite::copyFrom(s.blob(7), r.coordinates.data(), static_cast<std::size_t>(r.coordinates.size()));
            records.push_back(std::move(r));
        }
        return records;
    });
}

Result<void> Project::removeMap(MapId map) {
    return impl_->write([&] { Statement(impl_->db, "DELETE FROM map WHERE id = ?").bind(map).run(); });
}

Result<void> Project::putTrust(const TrustRecord& t) {
    return impl_->write([&] {
        requireRows(t.preservation.size(), impl_->imageCount(), say("The preservation of a map"));
        Statement put(impl_->db,
                      "INSERT OR REPLACE INTO map_trust (map_id, report_json, neighbours, preservation) VALUES (?,?,?,?)");
        put.bind(t.map, t.reportJson, t.neighbours, bytesOf(t.preservation.data(), t.preservation.size()));
        if (put.tryRun() != 0) impl_->unknownReference();
    });
}

Result<std::vector<TrustRecord>> Project::trust() const {
    return impl_->read([&] {
        std::vector<TrustRecord> records;
        const auto images = static_cast<std::size_t>(impl_->imageCount());
        Statement s(impl_->db, "SELECT map_id, report_json, neighbours, preservation FROM map_trust ORDER BY map_id");
        while (s.step()) {
            if (!fits(s.blob(3), sizeof(float), static_cast<std::int64_t>(images)))
                impl_->damaged(say("a column of numbers has a wrong size"));
            impl_->requireMemory(images, sizeof(float));
            records.push_back({{s.integer(0)}, s.json(1), static_cast<int>(s.integer(2)), floatsOf(s.blob(3), images)});
        }
        return records;
    });
}

Result<void> Project::putPrediction(const PredictionRecord& p) {
    return impl_->write([&] {
        requireRows(p.values.size(), impl_->imageCount(), say("A prediction"));
        requireRows(p.labels.size(), impl_->imageCount(), say("The labels of a prediction"));
        Statement put(impl_->db,
                      "INSERT OR REPLACE INTO prediction (network_id, target, unit, label_source, parameters_json, "
                      "predictor_json, predicted, labels, class0, class1) VALUES (?,?,?,?,?,?,?,?,?,?)");
        const bool classes = p.classes.size() == 2;
        // They must live until the statement ran.
        const std::string source = p.labelSource.stored();
        const std::string first = classes ? p.classes[0] : std::string(), second = classes ? p.classes[1] : std::string();
        put.bind(p.network, p.target, p.unit, source, p.parametersJson, p.predictorJson,
                 bytesOf(p.values.data(), p.values.size()), bytesOf(p.labels.data(), p.labels.size()), first, second);
        if (put.tryRun() != 0) impl_->unknownReference();
    });
}

Result<std::vector<PredictionRecord>> Project::predictions() const {
    return impl_->read([&] {
        std::vector<PredictionRecord> records;
        const auto images = static_cast<std::size_t>(impl_->imageCount());
        Statement s(impl_->db,
                    "SELECT network_id, target, unit, label_source, parameters_json, predictor_json, predicted, labels, "
                    "class0, class1 "
                    "FROM prediction ORDER BY network_id, target");
        while (s.step()) {
            for (const int column : {6, 7})
                if (!fits(s.blob(column), sizeof(float), static_cast<std::int64_t>(images)))
                    impl_->damaged(say("a column of numbers has a wrong size"));
            impl_->requireMemory(images, 2 * sizeof(float));
            records.push_back({{s.integer(0)},
                               s.text(1),
                               s.text(2),
                               Text::fromStored(s.text(3)),
                               s.json(4),
                               s.json(5),
                               floatsOf(s.blob(6), images),
                               floatsOf(s.blob(7), images),
                               s.text(8).empty() ? std::vector<std::string>() : std::vector{s.text(8), s.text(9)}});
        }
        return records;
    });
}

Result<JobId> Project::beginJob(const std::string& kind, const std::string& parametersJson) {
    return impl_->write([&]() -> JobId {
        Statement(impl_->db,
                  "INSERT INTO job (kind, parameters_json, started_utc, finished_utc, status, message) VALUES "
                  "(?, ?, ?, '', 'running', '')")
            .bind(kind, parametersJson, utcNow())
            .run();
        return {sqlite3_last_insert_rowid(impl_->db.handle())};
    });
}

Result<void> Project::endJob(JobId job, const std::string& status, const Text& message) {
    return impl_->write([&] {
        Statement(impl_->db, "UPDATE job SET finished_utc = ?, status = ?, message = ? WHERE id = ?")
            .bind(utcNow(), status, message.stored(), job)
            .run();
    });
}

Result<std::vector<JobRecord>> Project::jobs() const {
    return impl_->read([&] {
        std::vector<JobRecord> records;
        Statement s(impl_->db,
                    "SELECT id, kind, started_utc, finished_utc, status, message, parameters_json FROM job ORDER BY id");
        while (s.step())
            records.push_back(
                {{s.integer(0)}, s.text(1), s.text(2), s.text(3), s.text(4), Text::fromStored(s.text(5)), s.json(6)});
        return records;
    });
}

}  // namespace facespace
