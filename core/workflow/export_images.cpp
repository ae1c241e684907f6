#include "core/workflow/export_images.h"

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <map>
#include <set>
#include <system_error>

#include "core/common/inside.h"
#include "core/common/new_file.h"
#include "core/container/container.h"
#include "core/image/decode.h"
#include "core/image/encode.h"
#include "core/image/header.h"
#include "core/image/resize.h"
#include "core/workflow/safe_name.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

/// A folder's name for every identity of the project: the same whichever images are exported, and different for identities
/// that some file systems would take for one.
std::map<std::string, std::string> folderNames(const Snapshot& snapshot) {
    std::set<std::string> identities;
    for (const ImageRecord& image : snapshot.images.images) identities.insert(image.identity);
    std::map<std::string, std::string> names;
    std::set<std::string> taken;
    for (const std::string& identity : identities) {
        const std::string wanted = safeName(identity);
        std::string name = wanted;
        for (int i = 2; !taken.insert(foldedName(name)).second; ++i) name = fmt::format("{} ({})", wanted, i);
        names.emplace(identity, std::move(name));
    }
    return names;
}

/// 0, or an errno.
int copyBytes(int from, int to) {
    std::vector<char> buffer(std::size_t{1} << 18);
    for (;;) {
        const ssize_t count = ::read(from, buffer.data(), buffer.size());
        if (count == 0) return 0;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        for (ssize_t done = 0; done < count;) {
            const ssize_t written = ::write(to, buffer.data() + done, static_cast<std::size_t>(count - done));
            if (written < 0 && errno != EINTR) return errno;
            done += std::max<ssize_t>(0, written);
        }
    }
}

int copyToNew(const fs::path& source, const fs::path& target) {
    const int from = ::open(source.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (from < 0) return errno;
    NewFile copy(target.parent_path());
    int why = copy.error() != 0 ? copy.error() : copyBytes(from, copy.descriptor());
    ::close(from);
    if (why == 0) why = copy.finish(target, NewFile::Existing::kKeep);
    return why;
}

/// The face as few squares, as a JPEG: where no face is marked, the whole image.
Result<std::vector<std::uint8_t>> withoutFace(const fs::path& source, const fs::path& root, const ImageRecord& record) {
    constexpr double kAround = 1.25;
    auto image = decodeImage(source, {.within = root});
    if (!image) return forward(image);
    double x = 0, y = 0, width = image->width, height = image->height;
    if (record.box && record.box->width > 0 && record.box->height > 0) {
        width = kAround * static_cast<double>(record.box->width), height = kAround * static_cast<double>(record.box->height);
        x = static_cast<double>(record.box->x) - (width - static_cast<double>(record.box->width)) / 2;
        y = static_cast<double>(record.box->y) - (height - static_cast<double>(record.box->height)) / 2;
    }
    const int left = std::clamp(static_cast<int>(x), 0, image->width),
              top = std::clamp(static_cast<int>(y), 0, image->height);
    const int right = std::clamp(static_cast<int>(std::ceil(x + width)), left, image->width);
    const int bottom = std::clamp(static_cast<int>(std::ceil(y + height)), top, image->height);
    if (right == left || bottom == top) return encodeJpeg(*image);
    Image face{right - left, bottom - top, {}};
    for (int row = top; row < bottom; ++row)
        face.pixels.insert(face.pixels.end(), image->row(row) + std::ptrdiff_t{3} * left,
                           image->row(row) + std::ptrdiff_t{3} * right);
    const Image square = blurredBeyondRecognition(face, std::max(face.width, face.height));
    const Image blurred = resized(square, face.width, face.height);
    for (int row = top; row < bottom; ++row)
        std::copy_n(blurred.row(row - top), blurred.rowBytes(), image->row(row) + std::ptrdiff_t{3} * left);
    return encodeJpeg(*image);
}

int writeNew(const std::vector<std::uint8_t>& bytes, const fs::path& target) {
    NewFile file(target.parent_path());
    int why = file.error();
    for (std::size_t done = 0; why == 0 && done < bytes.size();) {
        const ssize_t written = ::write(file.descriptor(), bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR) why = errno;
        done += static_cast<std::size_t>(std::max<ssize_t>(0, written));
    }
    return why == 0 ? file.finish(target, NewFile::Existing::kKeep) : why;
}

class Exporter {
  public:
    Exporter(const Snapshot& snapshot, const ExportImagesOptions& options)
        : snapshot_(snapshot), options_(options), folders_(folderNames(snapshot)) {}

    /// Errors: kResource if the disk is full, which ends the export; other problems are noted.
    Result<void> put(std::size_t row) {
        const fs::path source = snapshot_.imageFile(row);
        const fs::path folder = options_.folder / folders_.at(snapshot_.images.images[row].identity);
        // A file with several faces of one person is one file.
        if (!done_.insert({source, folder}).second) return {};
        if (const auto fine = isImageOfTheSet(source); !fine) return noted(fine.error().message);
        if (snapshot_.anonymous) return putBlurred(row, source, folder);
        if (ImagePlace place = imagePlace(source); !place.entry.empty()) return putEntry(place, folder);
        const fs::path target = folder / freeName(folder, source.filename().string());
        std::error_code error;
        fs::create_directories(folder, error);
        int why = error.value();
        if (why == 0 && options_.link && ::symlink(source.c_str(), target.c_str()) != 0) why = errno;
        if (why == 0 && !options_.link) why = copyToNew(source, target);
        if (isDiskFull(why)) return tl::make_unexpected(notWritten(target, why));
        if (why == EEXIST) return alreadyThere(source, target, fs::file_size(source, error));
        if (why != 0)
            return noted(say("“{}” cannot be put into “{}”: {}.", source.string(), folder.string(),
                             std::generic_category().message(why)));
        ++report.written;
        return {};
    }
    ExportImagesReport report;

  private:
    Result<void> putBlurred(std::size_t row, const fs::path& source, const fs::path& folder) {
        const fs::path target = folder / (snapshot_.images.images[row].path + ".jpg");
        std::error_code error;
        if (fs::exists(fs::symlink_status(target, error))) {
            ++report.alreadyThere;
            return {};
        }
        const auto bytes = withoutFace(source, snapshot_.images.readable(), snapshot_.images.images[row]);
        if (!bytes) return noted(say("{} cannot be read.", snapshot_.images.images[row].path));
        fs::create_directories(folder, error);
        const int why = error ? error.value() : writeNew(*bytes, target);
        if (isDiskFull(why)) return tl::make_unexpected(notWritten(target, why));
        if (why != 0)
            return noted(say("“{}” cannot be written: {}.", target.string(), std::generic_category().message(why)));
        ++report.written;
        return {};
    }

    /// An image that lies in a container, under the entry's name and the ending of what it is.
    Result<void> putEntry(const ImagePlace& place, const fs::path& folder) {
        if (options_.link)
            return noted(
                say("“{}” lies in “{}”, into which no link leads; leave the links out.", place.entry, place.file.string()));
        const fs::path source = place.file / place.entry;
        const auto image = loadImageFile(source, {.within = snapshot_.images.readable()});
        if (!image) return noted(image.error().message);
        std::string name = fs::path(place.entry).filename().string();
        if (!fs::path(name).has_extension()) name += suffixOf(image->header.format);
        const fs::path target = folder / freeName(folder, name);
        std::error_code error;
        fs::create_directories(folder, error);
        const int why = error ? error.value() : writeNew(image->bytes, target);
        if (isDiskFull(why)) return tl::make_unexpected(notWritten(target, why));
        if (why == EEXIST) return alreadyThere(source, target, image->bytes.size());
        if (why != 0)
            return noted(say("“{}” cannot be written: {}.", target.string(), std::generic_category().message(why)));
        ++report.written;
        return {};
    }

    Result<void> noted(Text problem) {
        report.problems.push_back(std::move(problem));
        return {};
    }

    /// Where the images are says the project, which may come from anybody: nothing that is not by its content an image, and
    /// nothing beyond the images' folder, is copied out.
    Result<void> isImageOfTheSet(const fs::path& source) const {
        if (!imageExists(source)) return fail(ErrorCode::kNotFound, say("“{}” does not exist.", source.string()));
        if (!leadsInside(source, snapshot_.images.readable()))
            return fail(ErrorCode::kFormat, say("“{}” leads out of the images' folder “{}” and is not read.",
                                                source.string(), snapshot_.images.root.string()));
        if (const auto header = readImageHeader(source); !header) return forward(header);
        return {};
    }

    Result<void> alreadyThere(const fs::path& source, const fs::path& target, std::uintmax_t bytes) {
        std::error_code error;
        const bool same =
            options_.link ? fs::read_symlink(target, error) == source
                          : fs::is_regular_file(fs::symlink_status(target, error)) && fs::file_size(target, error) == bytes;
        if (!same || error)
            return noted(
                say("“{}” is not “{}”, but was there already and stays as it is; remove it or choose another "
                    "folder.",
                    target.string(), source.string()));
        ++report.alreadyThere;
        return {};
    }

    /// A name that this export has not used for another file.
    std::string freeName(const fs::path& folder, const std::string& name) {
        const fs::path wanted = safeName(name, true);
        std::string free = wanted.string();
        for (int i = 2; !taken_[folder].insert(foldedName(free)).second; ++i)
            free = fmt::format("{} ({}){}", wanted.stem().string(), i, wanted.extension().string());
        return free;
    }

    const Snapshot& snapshot_;
    const ExportImagesOptions& options_;
    std::map<std::string, std::string> folders_;
    std::set<std::pair<fs::path, fs::path>> done_;
    std::map<fs::path, std::set<std::string>> taken_;  // by folder, as foldedName() has them
};

}  // namespace

Result<ExportImagesReport> exportImages(const Snapshot& snapshot, const std::vector<int>& rows,
                                        const ExportImagesOptions& options, const JobContext& job) {
    if (snapshot.images.root.empty())
        return fail(ErrorCode::kInvalid, say("This project holds labels without images: there is nothing to copy."));
    if (leadsInside(options.folder, snapshot.images.root))
        return fail(ErrorCode::kInvalid,
                    say("“{}” lies in the image set, which is never written to; choose a folder outside of “{}”.",
                        options.folder.string(), snapshot.images.root.string()));
    if (snapshot.anonymous && options.link)
        return fail(ErrorCode::kInvalid, say("A link leads to the face itself: with privacy, leave --link out."));
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return fail(ErrorCode::kIo, say("The folder “{}” cannot be made: {}.", options.folder.string(), error.message()));
    Exporter exporter(snapshot, options);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (job.cancelled()) return cancelled();
        if (i % 16 == 0)
            job.progress(options.link ? say("linking") : say("copying"), static_cast<std::int64_t>(i),
                         static_cast<std::int64_t>(rows.size()));
        if (const auto put = exporter.put(static_cast<std::size_t>(rows[i])); !put) return forward(put);
    }
    return std::move(exporter.report);
}

}  // namespace facespace
