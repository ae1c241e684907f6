#include <fmt/format.h>
#include <algorithm>
#include <system_error>
#include <unordered_map>

#include "core/common/inside.h"
#include "core/common/sha256.h"
#include "core/container/container.h"
#include "core/project/project_impl.h"

namespace facespace {
namespace fs = std::filesystem;
using sqlite::Statement;

namespace {

constexpr std::size_t kProgressStep = 1024, kShownPath = 200;

constexpr const char* kInsertImage =
    "INSERT INTO image (path, identity, yaw, pitch, roll, media, video, box_x, box_y, box_width, box_height, lm_x1, lm_y1, "
    "lm_x2, lm_y2, lm_x3, lm_y3, lm_x4, lm_y4, lm_x5, lm_y5) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char* kSelectImages =
    "SELECT id, path, identity, yaw, pitch, roll, media, video, box_x, box_y, box_width, box_height, lm_x1, lm_y1, lm_x2, "
    "lm_y2, lm_x3, lm_y3, lm_x4, lm_y4, lm_x5, lm_y5 FROM image ORDER BY id";

/// Box and landmarks in what kSelectImages selects.
constexpr int kFirstOfFace = 8, kEndOfFace = 22;

/// The folder in which the project file really lies: paths relative to it resolve as the file system does.
fs::path folderOf(const fs::path& projectFile) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(projectFile, error);
    return (error ? projectFile : real).parent_path();
}

/// `inner` seen from `outer`, "" if they are one folder, nothing if it is not inside.
std::optional<std::string> insidePath(const fs::path& outer, const fs::path& inner) {
    std::error_code error;
    const fs::path relative = fs::relative(inner, outer, error);
    if (error || relative.empty() || *relative.begin() == "..") return std::nullopt;
    return relative == "." ? std::string() : relative.generic_string() + "/";
}

constexpr const char* kLinkedKey = "images/linked";
constexpr const char* kFacesKey = "images/faces elsewhere";

/// From the images' folder, so that both may move together.
void storeLinked(sqlite::Database& db, const ImageSet& set) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(set.root, error);
    const fs::path relative = set.linked.lexically_relative(error ? set.root : real);
    if (!relative.empty())
        Statement(db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)")
            .bind(std::string(kLinkedKey), relative.generic_string())
            .run();
}

void storeFacesElsewhere(sqlite::Database& db) {
    Statement(db, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, 'yes')").bind(std::string(kFacesKey)).run();
}

bool facesElsewhere(sqlite::Database& db) {
    Statement select(db, "SELECT 1 FROM setting WHERE key = ?");
    const std::string key = kFacesKey;
    return select.bind(key).step();
}

/// Only upwards from the images' folder: a folder that holds it, and no other.
fs::path linkedFrom(sqlite::Database& db, const fs::path& root) {
    Statement select(db, "SELECT value FROM setting WHERE key = ?");
    const std::string key = kLinkedKey;
    if (root.empty() || !select.bind(key).step()) return {};
    const fs::path relative = select.text(0);
    if (!std::ranges::all_of(relative, [](const fs::path& part) { return part == ".."; })) return {};
    std::error_code error;
    const fs::path real = fs::weakly_canonical(root, error);
    return error ? fs::path() : (real / relative).lexically_normal();
}

template <class Points, std::size_t... I>
int insertImage(Statement& insert, const std::string& path, const ImageRecord& r, const Points& points,
                std::index_sequence<I...>) {
    using Number = std::optional<float>;
    const auto box = [&](float FaceBox::*field) { return r.box ? Number((*r.box).*field) : Number(); };
    return insert
        .bind(path, r.identity, r.yawDeg, r.pitchDeg, r.rollDeg, r.media, r.video, box(&FaceBox::x), box(&FaceBox::y),
              box(&FaceBox::width), box(&FaceBox::height), points[I]...)
        .tryRun();
}

int insertImage(Statement& insert, const std::string& path, const ImageRecord& record) {
    std::array<std::optional<float>, 10> points;
    if (record.landmarks) {
        for (std::size_t i = 0; i < 5; ++i) {
            points[2 * i] = (*record.landmarks)[i].x;
            points[2 * i + 1] = (*record.landmarks)[i].y;
        }
    }
    return insertImage(insert, path, record, points, std::make_index_sequence<10>{});
}

std::optional<double> optionalReal(const Statement& s, int column) {
    return s.isNull(column) ? std::nullopt : std::optional<double>(s.real(column));
}

ImageRecord imageOf(const Statement& s) {
    ImageRecord r;
    r.path = s.text(1);
    r.identity = s.text(2);
    r.yawDeg = optionalReal(s, 3);
    r.pitchDeg = optionalReal(s, 4);
    r.rollDeg = optionalReal(s, 5);
    const std::int64_t media = s.integer(6);
    r.media = media == 1 ? Media::kStill : media == 2 ? Media::kVideo : Media::kUnknown;
    r.video = s.text(7);
    if (!s.isNull(8)) r.box = FaceBox{s.real32(8), s.real32(9), s.real32(10), s.real32(11)};
    if (!s.isNull(12)) {
        Landmarks landmarks;
        for (int i = 0; i < 5; ++i) landmarks[static_cast<std::size_t>(i)] = {s.real32(12 + 2 * i), s.real32(13 + 2 * i)};
        r.landmarks = landmarks;
    }
    return r;
}

using DetectedFaces = std::unordered_map<std::int64_t, DetectedFaceRecord>;

DetectedFaces facesById(sqlite::Database& db) {
    DetectedFaces faces;
    Statement select(db, "SELECT image_id, box, landmarks, score FROM detected_face");
    while (select.step()) {
        DetectedFaceRecord face{{select.integer(0)}, {}, {}, select.real32(3)};
        const std::size_t points = select.blob(2).size();
        if (select.blob(1).size() != 4 * sizeof(float) || (points != 0 && points != 10 * sizeof(float)))
            sqlite::raise(ErrorCode::kFormat, say("“{}” is damaged: a face in it has a wrong size; use another copy of it.",
                                                  db.file().string()));
        sqlite::copyFrom(select.blob(1), reinterpret_cast<float*>(&face.box), 4);
        if (points != 0) sqlite::copyFrom(select.blob(2), reinterpret_cast<float*>(face.landmarks.emplace().data()), 10);
        faces.emplace(face.image.value, face);
    }
    return faces;
}

void useDetected(const DetectedFaceRecord& face, ImageRecord& record) {
    if (record.landmarks || (!face.landmarks && record.box)) return;
    record.landmarks = face.landmarks;
    if (!record.box) record.box = face.box;
    record.detected = true;
    record.detectorScore = face.score;
}

/// Poses in the order of image ids, beside images that come in this order, too.
class Poses {
  public:
    explicit Poses(sqlite::Database& db) : select_(db, "SELECT image_id, yaw, roll FROM landmark_pose ORDER BY image_id") {
        more_ = select_.step();
    }
    void giveTo(ImageRecord& record, std::int64_t id) {
        while (more_ && select_.integer(0) < id) more_ = select_.step();
        if (!more_ || select_.integer(0) != id) return;
        const auto degrees = [&](int column) {
            return select_.isNull(column) ? std::nullopt : std::optional(static_cast<float>(select_.real(column)));
        };
        record.landmarkYawDeg = degrees(1);
        record.landmarkRollDeg = degrees(2);
    }

  private:
    Statement select_;
    bool more_ = false;
};

}  // namespace

std::int64_t Project::Impl::imageCount() {
    Statement select(db, "SELECT count(*) FROM image");
    return select.step() ? select.integer(0) : 0;
}

std::vector<ImageId> Project::Impl::imageIds() {
    std::vector<ImageId> ids;
    Statement select(db, "SELECT id FROM image ORDER BY id");
    while (select.step()) ids.push_back({select.integer(0)});
    return ids;
}

void Project::Impl::storeImageRoot(const fs::path& root) {
    std::error_code error;
    const fs::path absolute = fs::absolute(root).lexically_normal();
    fs::path relative = fs::relative(absolute, folderOf(file), error);
    if (error) relative.clear();
    Statement insert(db, "INSERT OR REPLACE INTO image_root (id, relative, absolute) VALUES (1, ?, ?)");
    insert.bind(relative.string(), absolute.string()).run();
}

fs::path Project::Impl::imageRoot() {
    Statement select(db, "SELECT relative, absolute FROM image_root");
    if (!select.step()) return {};
    const fs::path absolute = select.text(1);
    std::vector<fs::path> candidates;
    if (const std::string relative = select.text(0); !relative.empty())
        candidates.push_back((folderOf(file) / relative).lexically_normal());
    candidates.push_back(absolute);
    // A folder that holds the first image beats one that merely has the right name.
    Statement first(db, "SELECT path FROM image ORDER BY id LIMIT 1");
    std::string image = first.step() ? first.text(0) : std::string();
    if (!staysBelow(image)) image.clear();
    std::error_code error;
    for (const fs::path& candidate : candidates)
        if (imageExists(candidate / image)) return candidate;
    for (const fs::path& candidate : candidates)
        if (fs::is_directory(candidate, error)) return candidate;
    return absolute;
}

Result<void> Project::addImages(const ImageSet& set, const JobContext& job) {
    return impl_->write([&] {
        auto& db = impl_->db;
        const fs::path oldRoot = impl_->imageRoot();
        std::string prefix;
        if (impl_->imageCount() == 0) {
            if (!set.root.empty()) impl_->storeImageRoot(set.root);
            if (!set.linked.empty()) storeLinked(db, set);
            if (set.facesElsewhere) storeFacesElsewhere(db);
        } else if (oldRoot.empty() != set.root.empty()) {
            sqlite::raise(ErrorCode::kInvalid,
                          say("Images with and without files cannot be together in “{}”; make another project for them.",
                              impl_->file.string()));
        } else if (!set.root.empty()) {
            const auto inside = insidePath(oldRoot, set.root);
            if (!inside)
                sqlite::raise(
                    ErrorCode::kInvalid,
                    say("The images of “{}” are in “{}”, and “{}” is not in that folder; make another project for it.",
                        impl_->file.string(), oldRoot.string(), set.root.string()));
            prefix = *inside;
        }
        const auto columns = impl_->metadataColumns(set.metadataColumns);
        Statement insert(db, kInsertImage);
        Statement insertValue(db, "INSERT INTO metadata (image_id, column_id, value) VALUES (?, ?, ?)");
        for (std::size_t i = 0; i < set.images.size(); ++i) {
            if (i % kProgressStep == 0) {
                if (job.cancelled()) throw sqlite::DatabaseError{{ErrorCode::kCancelled, say("Cancelled.")}};
                job.progress(say("storing"), static_cast<std::int64_t>(i), static_cast<std::int64_t>(set.images.size()));
            }
            const ImageRecord& record = set.images[i];
            const std::string path = prefix + record.path;
            if (!staysBelow(path))
                sqlite::raise(ErrorCode::kInvalid, say("The path “{}” leads out of the images' folder.", path));
            if (insertImage(insert, path, record) != 0)
                sqlite::raise(ErrorCode::kExists,
                              say("“{}” is already in “{}”; no image was added.", path, impl_->file.string()));
            const std::int64_t id = sqlite3_last_insert_rowid(db.handle());
            for (std::size_t c = 0; c < std::min(record.metadata.size(), set.metadataColumns.size()); ++c)
                if (!record.metadata[c].empty())
                    insertValue.bind(id, columns.at(set.metadataColumns[c]), record.metadata[c]).run();
        }
        job.progress(say("storing"), static_cast<std::int64_t>(set.images.size()),
                     static_cast<std::int64_t>(set.images.size()));
    });
}

Result<void> Project::putColumns(const std::vector<std::string>& columns, std::span<const ColumnRow> rows, bool replace) {
    return impl_->write([&] {
        auto& db = impl_->db;
        for (const std::string& name : columns) {
            if (std::ranges::count(columns, name) > 1)
                sqlite::raise(ErrorCode::kInvalid, say("The column “{}” would be there twice.", name));
            Statement known(db, "SELECT id FROM metadata_column WHERE name = ?");
            if (!known.bind(name).step()) continue;
            const std::int64_t id = known.integer(0);
            known.reset();
            if (!replace)
                sqlite::raise(ErrorCode::kExists,
                              say("“{}” has a column “{}” already; replace it or call the new one otherwise.",
                                  impl_->file.string(), name));
            Statement(db, "DELETE FROM metadata WHERE column_id = ?").bind(id).run();
        }
        const auto ids = impl_->metadataColumns(columns);
        Statement image(db, "SELECT 1 FROM image WHERE id = ?");
        Statement insert(db, "INSERT OR REPLACE INTO metadata (image_id, column_id, value) VALUES (?, ?, ?)");
        for (const ColumnRow& row : rows) {
            if (row.values.size() != columns.size())
                sqlite::raise(ErrorCode::kInvalid, say("There should be a value for each column."));
            if (!image.bind(row.image).step())
                sqlite::raise(ErrorCode::kNotFound,
                              say("There is no image {} in “{}”.", row.image.value, impl_->file.string()));
            image.reset();
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (!row.values[c].empty()) insert.bind(row.image, ids.at(columns[c]), row.values[c]).run();
        }
    });
}

Result<void> Project::putDetectedFaces(std::span<const DetectedFaceRecord> faces) {
    return impl_->write([&] {
        Statement insert(impl_->db,
                         "INSERT OR IGNORE INTO detected_face (image_id, box, landmarks, score) VALUES (?, ?, ?, ?)");
        for (const DetectedFaceRecord& face : faces) {
            std::span<const std::byte> points;
            if (face.landmarks) points = sqlite::bytesOf(reinterpret_cast<const float*>(face.landmarks->data()), 10);
            insert.bind(face.image, sqlite::bytesOf(reinterpret_cast<const float*>(&face.box), 4), points, face.score).run();
        }
    });
}

Result<std::vector<DetectedFaceRecord>> Project::detectedFaces() const {
    return impl_->read([&] {
        std::vector<DetectedFaceRecord> faces;
        for (const auto& [id, face] : facesById(impl_->db)) faces.push_back(face);
        std::ranges::sort(faces, {}, &DetectedFaceRecord::image);
        return faces;
    });
}

Result<void> Project::putLandmarkPoses(std::span<const LandmarkPoseRecord> poses) {
    return impl_->write([&] {
        Statement insert(impl_->db, "INSERT OR IGNORE INTO landmark_pose (image_id, yaw, roll) VALUES (?, ?, ?)");
        for (const LandmarkPoseRecord& pose : poses) insert.bind(pose.image, pose.yawDeg, pose.rollDeg).run();
    });
}

Result<std::vector<ImageId>> Project::imagesWithoutPose() const {
    return impl_->read([&] {
        std::vector<ImageId> ids;
        Statement select(impl_->db,
                         "SELECT id FROM image LEFT JOIN detected_face ON detected_face.image_id = id "
                         "WHERE (lm_x1 IS NOT NULL OR length(landmarks) > 0) "
                         "AND id NOT IN (SELECT image_id FROM landmark_pose) ORDER BY id");
        while (select.step()) ids.push_back({select.integer(0)});
        return ids;
    });
}

Result<std::string> Project::imagesSha256() const {
    return impl_->read([&] {
        Sha256 hash;
        const auto add = [&](std::string_view bytes) { hash.add(std::as_bytes(std::span(bytes))); };
        Statement select(impl_->db, kSelectImages);
        while (select.step()) {
            std::string row = fmt::format("{}:{}", select.text(1).size(), select.text(1));
            for (int column = kFirstOfFace; column < kEndOfFace; ++column)
                row += select.isNull(column) ? std::string(" -") : fmt::format(" {}", select.real32(column));
            add(row + '\n');
        }
        return hash.hex();
    });
}

Result<ImageSet> Project::images() const {
    return impl_->read([&] {
        auto& db = impl_->db;
        ImageSet set;
        set.root = impl_->imageRoot();
        set.linked = linkedFrom(db, set.root);
        set.facesElsewhere = facesElsewhere(db);
        std::unordered_map<std::int64_t, std::size_t> columnOfId;
        Statement columns(db, "SELECT id, name FROM metadata_column ORDER BY id");
        while (columns.step()) {
            columnOfId[columns.integer(0)] = set.metadataColumns.size();
            set.metadataColumns.push_back(columns.text(1));
        }
        const auto faces = facesById(db);
        Poses poses(db);
        const auto count = static_cast<std::size_t>(impl_->imageCount());
        impl_->requireMemory(count, sizeof(ImageRecord) + set.metadataColumns.size() * sizeof(std::string));
        set.images.reserve(count);
        Statement select(db, kSelectImages);
        // Both are in the order of image ids.
        Statement values(db, "SELECT image_id, column_id, value FROM metadata ORDER BY image_id, column_id");
        bool more = values.step();
        while (select.step()) {
            ImageRecord record = imageOf(select);
            if (!staysBelow(record.path))
                impl_->damaged(
                    say("the path “{}” in it leads out of the images' folder", record.path.substr(0, kShownPath)));
            record.metadata.resize(set.metadataColumns.size());
            for (const std::int64_t id = select.integer(0); more && values.integer(0) <= id; more = values.step()) {
                const auto column = columnOfId.find(values.integer(1));
                if (values.integer(0) == id && column != columnOfId.end()) record.metadata[column->second] = values.text(2);
            }
            if (const auto face = faces.find(select.integer(0)); face != faces.end()) useDetected(face->second, record);
            poses.giveTo(record, select.integer(0));
            set.images.push_back(std::move(record));
        }
        return set;
    });
}

Result<std::vector<ImageId>> Project::imageIds() const {
    return impl_->read([&] { return impl_->imageIds(); });
}

Result<std::int64_t> Project::imageCount() const {
    return impl_->read([&] { return impl_->imageCount(); });
}

Result<fs::path> Project::imageRoot() const {
    return impl_->read([&] { return impl_->imageRoot(); });
}

Result<fs::path> Project::readableRoot() const {
    return impl_->read([&] {
        const fs::path root = impl_->imageRoot(), linked = linkedFrom(impl_->db, root);
        return linked.empty() ? root : linked;
    });
}

Result<void> Project::setImageRoot(const fs::path& root) {
    return impl_->write([&] { impl_->storeImageRoot(root); });
}

}  // namespace facespace
