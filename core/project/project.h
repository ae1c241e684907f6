#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/common/job.h"
#include "core/common/result.h"
#include "core/project/records.h"

namespace facespace {

/// One `*.facespace` file: a SQLite database with its own application_id and a versioned schema.
///
/// Every method that changes the file is one transaction: after a kill at any moment the file holds either all of it or
/// none. An object is used by one thread at a time; several objects (also in several processes) may have one file
/// open; they wait for each other. Errors: kIo, kFormat (not a project, damaged, or from a newer version), kResource
/// (disk full), each naming the file. Older schemas are migrated on opening.
///
/// The rollback journal is used, not a write-ahead log: between two transactions everything is in the one file, so it can
/// be copied or lie in a folder or on a network file system that cannot be written.
class Project {
    struct Impl;

  public:
    enum class Mode { kReadWrite, kReadOnly };

    /// Makes a new project, empty or with what `fill` puts into it; the file appears complete or not at all, whatever
    /// happens meanwhile. Errors: kExists if the file is there, and those of `fill`.
    static Result<Project> create(const std::filesystem::path& file, const std::function<Result<void>(Project&)>& fill = {});
    /// A file or folder that cannot be written opens too, even with kReadWrite: `readOnly()` tells, and changes are refused.
    static Result<Project> open(const std::filesystem::path& file, Mode mode = Mode::kReadWrite);
    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project();

    const std::filesystem::path& file() const;
    bool readOnly() const;
    /// How long a method waits for another connection that is writing (or reading, for a change) before it gives up with
    /// kIo. 10 s unless set.
    void setLockTimeout(std::chrono::milliseconds timeout);

    /// While it lives, everything read through the project is of one moment; other connections' changes wait.
    /// The project must outlive it; nothing may be changed through this object meanwhile.
    class ReadTransaction {
      public:
        ReadTransaction(ReadTransaction&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}
        ReadTransaction& operator=(ReadTransaction&&) = delete;
        ~ReadTransaction();

      private:
        friend class Project;
        explicit ReadTransaction(Impl* impl) : impl_(impl) {}
        Impl* impl_;
    };
    Result<ReadTransaction> beginRead() const;

    // ── Images ──────────────────────────────────────────────────────────────────────────────────────────────────
    /// Adds the set's images after those already there; the root is stored relative to the project where possible.
    /// All images of a project have one root: a set whose root is another folder than (or not inside) the project's is
    /// refused with kInvalid. Errors: kExists if a path is already in the project; nothing is added then.
    Result<void> addImages(const ImageSet& set, const JobContext& job = {});
    /// All images in import order, with the ids in `imageIds` order.
    Result<ImageSet> images() const;
    Result<std::vector<ImageId>> imageIds() const;
    Result<std::int64_t> imageCount() const;
    /// Of the images' paths, boxes and landmarks in import order, as they were imported: two projects of one set have the
    /// same whatever was labelled, detected or extracted since, and wherever their images lie. Pixels take no part.
    Result<std::string> imagesSha256() const;
    /// The images' folder as it is now, absolute; empty for labels without images. The folder may be gone. It is found
    /// again after the project and the images moved together, or after the project alone moved.
    Result<std::filesystem::path> imageRoot() const;
    /// ImageSet::readable() of images().
    Result<std::filesystem::path> readableRoot() const;
    /// After the images moved.
    Result<void> setImageRoot(const std::filesystem::path& root);

    struct ColumnRow {
        ImageId image;
        std::vector<std::string> values;  ///< One per column; "" is missing.
    };
    /// Adds columns of metadata with values for some images; all of one call or nothing. With `replace` a column that is
    /// there already is forgotten first. Errors: kExists (a column is there already), kInvalid (a name twice or number of
    /// values), kNotFound (no such image).
    Result<void> putColumns(const std::vector<std::string>& columns, std::span<const ColumnRow> rows, bool replace);
    /// Keeps detected faces, one per image; `images()` then gives their box and landmarks where the manifest gave none
    /// (ImageRecord::detected tells; a detector may give boxes only). An image that has one already keeps it: features of
    /// other networks rest on it.
    Result<void> putDetectedFaces(std::span<const DetectedFaceRecord> faces);
    /// In import order.
    Result<std::vector<DetectedFaceRecord>> detectedFaces() const;
    /// Keeps what `images()` then gives as landmarkYawDeg and landmarkRollDeg; an image that has a pose already keeps it.
    Result<void> putLandmarkPoses(std::span<const LandmarkPoseRecord> poses);
    /// Images with landmarks, of the manifest or detected, of which none was put, in import order.
    Result<std::vector<ImageId>> imagesWithoutPose() const;

    /// What a project's columns of metadata say of one image, one text per column; an empty one takes the value away.
    struct MetadataRow {
        ImageId image;
        std::vector<std::string> values;
    };
    /// Sets these columns for these images, making columns that are not there; other images and columns stay as they are.
    /// Errors: kNotFound (no such image), kInvalid (wrong number of values, a column without a name).
    Result<void> putMetadata(std::span<const std::string> columns, std::span<const MetadataRow> rows);
    /// Takes columns away with all their values. Errors: kNotFound (no such column).
    Result<void> removeMetadata(std::span<const std::string> columns);

    // ── Networks and features ───────────────────────────────────────────────────────────────────────────────────
    /// Adds a network, or returns the id of the one of that name if weights and settings are the same.
    /// Errors: kExists if the name is taken by other weights or other settings (says which).
    Result<NetworkId> addNetwork(const NetworkRecord& network);
    Result<std::vector<NetworkRecord>> networks() const;
    /// With its features, maps and predictions. Errors: kNotFound.
    Result<void> removeNetwork(NetworkId network);

    struct FeatureRow {
        ImageId image;
        std::span<const float> values;  ///< dimension floats.
    };
    /// Stores features and skipped images of one batch; replaces what those images had for this network.
    /// Errors: kNotFound (no such network or image), kInvalid (wrong number of values).
    Result<void> putFeatures(NetworkId network, std::span<const FeatureRow> rows, std::span<const SkipRecord> skipped);
    /// N × D in import order, NaN rows where there is none.
    Result<FeatureMatrix> features(NetworkId network) const;
    /// The same of some images, a row for each.
    Result<FeatureMatrix> featuresOf(NetworkId network, std::span<const ImageId> images) const;
    /// Images with neither a feature nor a skip reason, in import order: what an extraction still has to do.
    Result<std::vector<ImageId>> pendingImages(NetworkId network) const;
    Result<std::vector<SkipRecord>> skipped(NetworkId network) const;
    /// Forgets skip reasons so that the next extraction tries those images again.
    Result<void> clearSkipped(NetworkId network);
    Result<std::int64_t> featureCount(NetworkId network) const;

    // ── Results ─────────────────────────────────────────────────────────────────────────────────────────────────
    /// Stores a map (its `id` is not read); one of the same name is replaced and its id kept. Returns its id.
    /// `coordinates` has a row per image. Maps and predictions made before images were added are read with NaN rows for
    /// these.
    Result<MapId> putMap(const MapRecord& map);
    Result<std::vector<MapRecord>> maps() const;
    Result<void> removeMap(MapId map);
    /// Replaces what was measured of that map. Errors: kNotFound (no such map).
    Result<void> putTrust(const TrustRecord& trust);
    Result<std::vector<TrustRecord>> trust() const;
    /// Replaces the prediction of that network and target.
    Result<void> putPrediction(const PredictionRecord& prediction);
    Result<std::vector<PredictionRecord>> predictions() const;

    // ── Measures of the images (sharpness, brightness …) ────────────────────────────────────────────────────────
    /// Says which measures are taken and how (`settings`: anything that changes the values). If both are as before, what was
    /// measured stays; else it is forgotten.
    Result<void> setMeasures(std::span<const MeasureRecord> measures, const std::string& settings);
    struct MeasuredRow {
        ImageId image;
        std::vector<double> values;  ///< One per measure, NaN where there is none; empty if `reason` is not.
        Text reason{};
    };
    /// Stores one batch; replaces what those images had. Errors: kNotFound (no such image), kInvalid (number of values).
    Result<void> putMeasured(std::span<const MeasuredRow> rows);
    Result<MeasuresRecord> measures() const;
    /// Images with neither values nor a reason, in import order.
    Result<std::vector<ImageId>> unmeasuredImages() const;

    // ── What the analyst keeps ──────────────────────────────────────────────────────────────────────────────────
    Result<void> putSelection(const SelectionRecord& selection);
    Result<std::vector<SelectionRecord>> selections() const;
    Result<void> removeSelection(const std::string& name);
    Result<void> setTag(std::span<const ImageId> images, const std::string& tag, bool present);
    Result<std::vector<TagRecord>> tags() const;
    /// An empty text removes the image's note.
    Result<void> setNote(ImageId image, const std::string& text);
    Result<std::vector<NoteRecord>> notes() const;
    /// Free key → value store for view state (camera, colouring); keys are namespaced "view/…".
    /// Notes are kept there too, as "note/ID".
    Result<void> putSetting(const std::string& key, const std::string& value);
    Result<std::map<std::string, std::string>> settings() const;

    // ── Job log ─────────────────────────────────────────────────────────────────────────────────────────────────
    Result<JobId> beginJob(const std::string& kind, const std::string& parametersJson);
    Result<void> endJob(JobId job, const std::string& status, const Text& message);
    Result<std::vector<JobRecord>> jobs() const;

  private:
    explicit Project(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace facespace
