#include <fmt/format.h>
#include <fmt/ranges.h>
#include <atomic>
#include <chrono>
#include <cmath>
#include <fstream>
#include <mutex>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <set>
#include <sstream>

#include "core/common/hidden_name.h"
#include "core/common/parallel.h"
#include "core/synthesis/manifest_row.h"
#include "core/synthesis/sampler.h"
#include "core/synthesis/synthesis.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using namespace synthesis;

/// Raised whenever the pixels or the rows change, so that an old set is not taken for a new one.
constexpr int kGeneratorVersion = 3;

tl::unexpected<Error> cannotWrite(const fs::path& path) {
    return fail(ErrorCode::kIo,
                say("Cannot write “{}”; check that the folder exists, is writable and has space.", path.string()));
}

/// Writes through a temporary name, so that a file is there whole or not at all.
Result<void> writeInPlace(const fs::path& path, const void* data, std::size_t size) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    out.close();
    if (!out) return cannotWrite(path);
    return {};
}

Result<void> writeWhole(const fs::path& path, const void* data, std::size_t size) {
    // Other machines may be writing the same.
    const fs::path temporary = path.parent_path() / hiddenName("part");
    if (const auto written = writeInPlace(temporary, data, size); !written) return cannotWrite(path);
    std::error_code error;
    fs::rename(temporary, path, error);
    if (error) return cannotWrite(path);
    return {};
}

std::string readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

Result<std::vector<std::uint8_t>> encodeJpeg(const Image& image, int quality) {
    std::vector<std::uint8_t> bytes;
    try {
        const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data()));
        cv::Mat bgr;
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        if (cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, quality})) return bytes;
    } catch (const cv::Exception&) {
    }
    return fail(ErrorCode::kResource,
                say("A rendered face could not be encoded as JPEG; check that OpenCV was built with JPEG support."));
}

fs::path rowsFileOf(const fs::path& folder, const SynthOptions& options, int number) {
    return folder / "rows" / (identityName(options.firstIdentity + number) + ".csv");
}

bool hasStrengths(const SynthOptions& options) {
    return !options.identityStrengths.empty() && options.identityStrengths != std::vector<double>{1};
}

/// What each image is rendered at; none where people are as they are.
std::vector<std::optional<double>> strengthsOf(const SynthOptions& options) {
    if (!hasStrengths(options)) return {std::nullopt};
    return {options.identityStrengths.begin(), options.identityStrengths.end()};
}

std::string manifestHeader(const SynthOptions& options) {
    std::string header;
    for (const std::string& column : synthManifestColumns()) header += (header.empty() ? "" : ",") + column;
    return header + (hasStrengths(options) ? ",identity_strength,scene\n" : "\n");
}

/// As synth.json ends; nothing where people are as they are, as files were before there were strengths.
std::string strengthsJson(const SynthOptions& options) {
    if (!hasStrengths(options)) return {};
    return fmt::format(", \"identity_strengths\": [{:.2f}]", fmt::join(options.identityStrengths, ", "));
}

/// Different ones of two decimals, by which files are named.
bool areStrengths(const std::vector<double>& strengths) {
    std::set<std::string> names;
    for (const double s : strengths)
        if (!(s >= 0 && s <= 1.5) || !names.insert(fmt::format("{:.2f}", s)).second ||
            std::abs(s - std::round(s * 100) / 100) > 1e-9)
            return false;
    return true;
}

class SetWriter {
  public:
    SetWriter(fs::path folder, const SynthOptions& options, const JobContext& job, const SynthObserver& observer)
        : folder_(std::move(folder)), options_(options), job_(job), observer_(observer) {
        const auto [first, last] = options.shard.of(static_cast<std::size_t>(options.identities));
        first_ = static_cast<int>(first);
        last_ = static_cast<int>(last);
        for (int number = first_; number < last_; ++number) images_ += imagesOf(number);
        images_ *= static_cast<int>(strengthsOf(options).size());
    }
    Result<SynthReport> run();

  private:
    Result<void> prepare();
    Result<std::string> identityRows(int number);
    Result<void> writeManifest(const std::vector<std::string>& rows) const;
    bool complete(const std::string& rows, int count) const;
    /// Renders the images of one person at one strength, and adds their rows.
    Result<void> renderAt(const IdentityParameters& identity, const std::vector<ImageParameters>& images,
                          std::optional<double> strength, std::string& rows);
    /// At each strength.
    int imagesOf(int number) const {
        return options_.images / options_.identities + (number < options_.images % options_.identities ? 1 : 0);
    }
    fs::path rowsFile(int number) const { return rowsFileOf(folder_, options_, number); }

    fs::path folder_;
    SynthOptions options_;
    int first_ = 0, last_ = 0;  ///< The identities.
    int images_ = 0;            ///< Theirs.
    const JobContext& job_;
    const SynthObserver& observer_;
    std::mutex mutex_;
    SynthReport report_;
    std::optional<Error> error_;
};

Result<void> SetWriter::prepare() {
    std::error_code error;
    fs::create_directories(folder_ / "rows", error);
    if (error) return cannotWrite(folder_);
    removeLeftovers(folder_);
    removeLeftovers(folder_ / "rows");
    const std::string settings = fmt::format(
        "{{\"generator\": \"FaceSpace rendered faces\", \"version\": {}, \"seed\": {}, \"identities\": {}, \"images\": {}, "
        "\"size\": {}, "
        "\"first_identity\": {}, \"longest_video\": {}{}}}\n",
        kGeneratorVersion, options_.seed, options_.identities, options_.images, options_.size, options_.firstIdentity,
        options_.longestVideo, strengthsJson(options_));
    const fs::path file = folder_ / "synth.json";
    if (fs::exists(file, error)) {
        if (readAll(file) == settings) return {};
        return fail(ErrorCode::kExists,
                    say("“{}” holds rendered faces made with other options; choose an empty folder.", folder_.string()));
    }
    if (fs::exists(folder_ / "manifest.csv", error))
        return fail(ErrorCode::kExists, say("“{}” holds another image set; choose an empty folder.", folder_.string()));
    return writeWhole(file, settings.data(), settings.size());
}

/// True if the rows are all there and each names a file that is there and not empty.
bool SetWriter::complete(const std::string& rows, int count) const {
    std::istringstream lines(rows);
    std::string line;
    int found = 0;
    while (std::getline(lines, line)) {
        std::error_code error;
        const auto size = fs::file_size(folder_ / line.substr(0, line.find(',')), error);
        if (error || size == 0) return false;
        ++found;
    }
    return found == count;
}

Result<void> SetWriter::renderAt(const IdentityParameters& identity, const std::vector<ImageParameters>& images,
                                 std::optional<double> strength, std::string& rows) {
    FaceModel model(strength ? atStrength(identity, static_cast<float>(*strength)) : identity);
    for (const ImageParameters& image : images) {
        if (job_.cancelled()) return cancelled();
        const RenderedFace face = model.render(image, options_.size);
        const auto jpeg = encodeJpeg(face.image, image.camera.jpegQuality);
        if (!jpeg) return forward(jpeg);
        // A person's images count only once their rows are there, so a torn one is made again.
        if (const auto written = writeInPlace(folder_ / imagePath(identity, image, strength), jpeg->data(), jpeg->size());
            !written)
            return forward(written);
        rows += manifestRow(identity, image, face.truth, strength);
        const std::lock_guard lock(mutex_);
        ++report_.rendered;
        job_.progress(say("rendering faces"), report_.rendered + report_.reused, images_);
    }
    return {};
}

Result<std::string> SetWriter::identityRows(int number) {
    const auto strengths = strengthsOf(options_);
    const int count = imagesOf(number) * static_cast<int>(strengths.size());
    std::string rows = readAll(rowsFile(number));
    if (complete(rows, count)) {
        const std::lock_guard lock(mutex_);
        report_.reused += count;
        job_.progress(say("rendering faces"), report_.rendered + report_.reused, images_);
        return rows;
    }
    rows.clear();
    const IdentityParameters identity = drawIdentity(options_.seed, options_.firstIdentity + number);
    std::error_code error;
    fs::create_directories(folder_ / "images" / identityName(identity.index), error);
    if (error) return cannotWrite(folder_ / "images");
    const auto images = drawImages(identity, options_.seed, imagesOf(number), options_.longestVideo);
    for (const auto& strength : strengths)
        if (const auto done = renderAt(identity, images, strength, rows); !done) return forward(done);
    if (const auto written = writeWhole(rowsFile(number), rows.data(), rows.size()); !written) return forward(written);
    return rows;
}

Result<void> SetWriter::writeManifest(const std::vector<std::string>& rows) const {
    std::string manifest = manifestHeader(options_);
    for (const std::string& r : rows) manifest += r;
    return writeWhole(folder_ / "manifest.csv", manifest.data(), manifest.size());
}

Result<SynthReport> SetWriter::run() {
    const auto start = std::chrono::steady_clock::now();
    if (const auto ready = prepare(); !ready) return forward(ready);
    std::vector<std::string> rows(static_cast<std::size_t>(last_ - first_));
    // One after another from the first, whichever thread is free: who watches sees the set grow from its beginning.
    std::atomic<int> next{first_};
    parallelChunks(rows.size(), 1, [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t turn = begin; turn < end; ++turn) {
            {
                const std::lock_guard lock(mutex_);
                if (error_) return;
            }
            const int number = next++;
            auto result = identityRows(number);
            if (result && observer_) observer_(number);
            const std::lock_guard lock(mutex_);
            if (result)
                rows[static_cast<std::size_t>(number - first_)] = std::move(*result);
            else if (!error_)
                error_ = result.error();
        }
    });
    if (error_) return tl::make_unexpected(*error_);
    if (options_.shard.count == 1)
        if (const auto written = writeManifest(rows); !written) return forward(written);
    report_.images = images_;
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report_;
}

}  // namespace

Result<SynthReport> renderFaces(const fs::path& folder, const SynthOptions& options, const JobContext& job,
                                const SynthObserver& observer) {
    if (options.identities < 1 || options.identities > 100000)
        return fail(ErrorCode::kInvalid, say("The number of identities must lie between 1 and 100,000."));
    if (options.images < options.identities)
        return fail(ErrorCode::kInvalid, say("{} images are too few for {} identities; ask for at least one for each.",
                                             options.images, options.identities));
    if (options.size < 64 || options.size > 512)
        return fail(ErrorCode::kInvalid, say("The image size must lie between 64 and 512 pixels."));
    if (options.longestVideo < 1 || options.longestVideo > kLongestVideo)
        return fail(ErrorCode::kInvalid, say("The length of a video must lie between 1 and 12 frames."));
    if (options.firstIdentity < 0)
        return fail(ErrorCode::kInvalid, say("The number of the first identity must not be negative."));
    if (!areStrengths(options.identityStrengths))
        return fail(ErrorCode::kInvalid, say("Strengths of identity lie between 0 and 1.5, in hundredths, each once."));
    if (const auto fine = checkShard(options.shard, static_cast<std::size_t>(options.identities)); !fine)
        return forward(fine);
    return SetWriter(folder, options, job, observer).run();
}

Result<std::string> synthManifestPart(const fs::path& folder, const SynthOptions& options, int first, int last) {
    std::string manifest = manifestHeader(options);
    for (int number = first; number < last; ++number) {
        const fs::path file = rowsFileOf(folder, options, number);
        const std::string rows = readAll(file);
        if (rows.empty()) return fail(ErrorCode::kIo, say("The rendered faces' rows “{}” are not there.", file.string()));
        manifest += rows;
    }
    return manifest;
}

}  // namespace facespace
