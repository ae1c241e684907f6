#include "core/project/schema.h"

#include <array>
#include <string>

namespace facespace::sqlite {
namespace {

// Vectors are little-endian float32 blobs. Ids are never used again (AUTOINCREMENT): what the window holds of a removed
// network cannot come to mean another one. Import order is the order of image.id.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE image_root (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    relative TEXT NOT NULL,   -- to the project file's folder
    absolute TEXT NOT NULL
);
CREATE TABLE image (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,   -- bytes as the file system has them
    identity TEXT NOT NULL,
    yaw REAL, pitch REAL, roll REAL,   -- labels, degrees
    media INTEGER NOT NULL,   -- 0 unknown, 1 still, 2 video
    video TEXT NOT NULL,
    box_x REAL, box_y REAL, box_width REAL, box_height REAL,
    lm_x1 REAL, lm_y1 REAL, lm_x2 REAL, lm_y2 REAL, lm_x3 REAL, lm_y3 REAL, lm_x4 REAL, lm_y4 REAL, lm_x5 REAL, lm_y5 REAL
);
-- One face of one file: a file with several labelled faces is several images, told apart by their boxes.
CREATE UNIQUE INDEX image_face ON image (
    path, ifnull(box_x, ''), ifnull(box_y, ''), ifnull(box_width, ''), ifnull(box_height, '')
);
-- Found by a detector in images whose manifest gives no landmarks.
CREATE TABLE detected_face (
    image_id INTEGER PRIMARY KEY REFERENCES image(id) ON DELETE CASCADE,
    box BLOB NOT NULL,         -- 4 float32: x, y, width, height
    landmarks BLOB NOT NULL,   -- 10 float32; none if the detector gives boxes only
    score REAL NOT NULL
);
CREATE TABLE metadata_column (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE metadata (
    image_id INTEGER NOT NULL REFERENCES image(id) ON DELETE CASCADE,
    column_id INTEGER NOT NULL REFERENCES metadata_column(id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    PRIMARY KEY (image_id, column_id)
) WITHOUT ROWID;
CREATE TABLE network (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    normalised INTEGER NOT NULL,
    descriptor_file TEXT NOT NULL,
    descriptor_json TEXT NOT NULL,
    settings_json TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE feature (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES network(id) ON DELETE CASCADE,
    image_id INTEGER NOT NULL REFERENCES image(id) ON DELETE CASCADE,
    vector BLOB NOT NULL,
    UNIQUE (network_id, image_id)
);
CREATE TABLE skipped (
    network_id INTEGER NOT NULL REFERENCES network(id) ON DELETE CASCADE,
    image_id INTEGER NOT NULL REFERENCES image(id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    PRIMARY KEY (network_id, image_id)
) WITHOUT ROWID;
CREATE TABLE map (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    network_id INTEGER REFERENCES network(id) ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE,
    method TEXT NOT NULL,
    parameters_json TEXT NOT NULL,
    created_utc TEXT NOT NULL,
    dims INTEGER NOT NULL,
    coordinates BLOB NOT NULL
);
CREATE TABLE prediction (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES network(id) ON DELETE CASCADE,
    target TEXT NOT NULL,
    unit TEXT NOT NULL,
    label_source TEXT NOT NULL,
    parameters_json TEXT NOT NULL,
    predictor_json TEXT NOT NULL,
    predicted BLOB NOT NULL,
    labels BLOB NOT NULL,
    UNIQUE (network_id, target)
);
CREATE TABLE selection (
    name TEXT PRIMARY KEY,
    image_ids BLOB NOT NULL   -- little-endian int64
) WITHOUT ROWID;
CREATE TABLE tag (
    image_id INTEGER NOT NULL REFERENCES image(id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (image_id, tag)
) WITHOUT ROWID;
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    parameters_json TEXT NOT NULL,
    started_utc TEXT NOT NULL,
    finished_utc TEXT NOT NULL,
    status TEXT NOT NULL,
    message TEXT NOT NULL
);
)sql";

// Two-class predictions; measures of the images: little-endian float64 blobs in the order of measure.id.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE prediction ADD COLUMN class0 TEXT NOT NULL DEFAULT '';
ALTER TABLE prediction ADD COLUMN class1 TEXT NOT NULL DEFAULT '';
CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    better INTEGER NOT NULL,
    settings TEXT NOT NULL   -- how they were taken, the same in every row
);
CREATE TABLE measured (
    image_id INTEGER PRIMARY KEY REFERENCES image(id) ON DELETE CASCADE,
    measures BLOB NOT NULL,
    reason TEXT NOT NULL
);
)sql";

// What was measured of maps.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE map_trust (
    map_id INTEGER PRIMARY KEY REFERENCES map(id) ON DELETE CASCADE,
    report_json TEXT NOT NULL,
    neighbours INTEGER NOT NULL,
    preservation BLOB NOT NULL   -- float32 per image
);
)sql";

// Which way a face looks, as its five landmarks tell.
constexpr const char* kVersion4 = R"sql(
CREATE TABLE landmark_pose (
    image_id INTEGER PRIMARY KEY REFERENCES image(id) ON DELETE CASCADE,
    yaw REAL, roll REAL   -- degrees; none: no pose fits
);
)sql";

constexpr std::array kMigrations{Migration{1, kVersion1}, Migration{2, kVersion2}, Migration{3, kVersion3},
                                 Migration{4, kVersion4}};

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

void migrate(Database& db, std::span<const Migration> steps) {
    const std::int64_t newest = steps.back().toVersion;
    const std::int64_t found = db.pragma("user_version");
    if (found == newest) return;
    if (found > newest)
        raise(ErrorCode::kFormat, say("“{}” was made by a newer version of FaceSpace (its format is {}, this version reads "
                                      "up to {}); update FaceSpace to open it.",
                                      db.file().string(), found, newest));
    if (sqlite3_db_readonly(db.handle(), "main") != 0)
        raise(ErrorCode::kFormat, say("“{}” was made by an older version of FaceSpace and has to be converted; open it once "
                                      "where it can be written.",
                                      db.file().string()));
    Transaction transaction(db);
    // Another process may have converted it while this one waited for the lock.
    std::int64_t version = db.pragma("user_version");
    for (const Migration& step : steps) {
        if (step.toVersion <= version) continue;
        db.exec(step.sql);
        version = step.toVersion;
        db.exec(("PRAGMA user_version=" + std::to_string(version)).c_str());
    }
    transaction.commit();
}

}  // namespace facespace::sqlite
