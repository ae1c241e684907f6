#include "core/workflow/export_images.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <map>
#include <set>

#include "core/common/whole_file.h"
#include "core/dataset/csv.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;

struct Mark {
    std::string decision, note;
    std::vector<std::string> tags;
};

Result<std::map<ImageId, Mark>> marksOf(const Project& project) {
    const auto tags = project.tags();
    if (!tags) return forward(tags);
    const auto notes = project.notes();
    if (!notes) return forward(notes);
    std::map<ImageId, Mark> marks;
    for (const TagRecord& record : *tags) {
        Mark& mark = marks[record.image];
        if (record.tag == kKeepTag || record.tag == kRejectTag) {
            mark.decision = record.tag;
        } else {
            mark.tags.push_back(record.tag);
        }
    }
    for (const NoteRecord& record : *notes) marks[record.image].note = record.text;
    return marks;
}

/// An identity as the name of a folder.
std::string folderName(const std::string& identity) {
    std::string name = identity;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 32; }, '_');
    return name.empty() || name == "." || name == ".." ? "_" + name : name;
}

bool liesWithin(const fs::path& inner, const fs::path& outer) {
    std::error_code error;
    const fs::path a = fs::weakly_canonical(inner, error), b = fs::weakly_canonical(outer, error);
    const auto [end, rest] = std::mismatch(b.begin(), b.end(), a.begin(), a.end());
    return end == b.end() || (std::next(end) == b.end() && end->empty());
}

class Exporter {
  public:
    Exporter(const Snapshot& snapshot, const ExportImagesOptions& options) : snapshot_(snapshot), options_(options) {}

    void put(std::size_t row) {
        const fs::path source = snapshot_.imageFile(row);
        const fs::path folder = options_.folder / folderName(snapshot_.images.images[row].identity);
        // A file with several faces of one person is one file.
        if (!done_.insert({source, folder}).second) return;
        std::error_code error;
        fs::create_directories(folder, error);
        const fs::path target = freeName(folder, source.filename());
        if (target.empty()) {
            ++report.alreadyThere;
            return;
        }
        if (options_.link) {
            fs::create_symlink(source, target, error);
        } else {
            fs::copy_file(source, target, fs::copy_options::none, error);
        }
        taken_[target] = source;
        if (error) {
            report.problems.push_back(
                fmt::format("“{}” cannot be put into “{}”: {}.", source.string(), folder.string(), error.message()));
        } else {
            ++report.written;
        }
    }
    ExportImagesReport report;

  private:
    /// A name that this export has not used for another file; empty if a file of an earlier export has it.
    fs::path freeName(const fs::path& folder, const fs::path& name) const {
        fs::path target = folder / name;
        for (int i = 2; taken_.contains(target); ++i)
            target = folder / fmt::format("{} ({}){}", name.stem().string(), i, name.extension().string());
        std::error_code error;
        return fs::exists(fs::symlink_status(target, error)) ? fs::path() : target;
    }

    const Snapshot& snapshot_;
    const ExportImagesOptions& options_;
    std::set<std::pair<fs::path, fs::path>> done_;
    std::map<fs::path, fs::path> taken_;
};

}  // namespace

Result<std::int64_t> writeDecisionsCsv(const Project& project, const fs::path& file) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    const auto marks = marksOf(project);
    if (!marks) return forward(marks);
    const auto images = project.images();
    if (!images) return forward(images);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    const auto written = writeWholeFile(file, [&](std::ostream& out) {
        out << "path,identity,decision,tags,note\r\n";
        for (std::size_t row = 0; row < ids->size(); ++row) {
            const auto mark = marks->find((*ids)[row]);
            if (mark == marks->end()) continue;
            const ImageRecord& image = images->images[row];
            out << csvQuoted(image.path) << ',' << csvQuoted(image.identity) << ',' << mark->second.decision << ','
                << csvQuoted(fmt::format("{}", fmt::join(mark->second.tags, "; "))) << ',' << csvQuoted(mark->second.note)
                << "\r\n";
        }
    });
    if (!written) return forward(written);
    return static_cast<std::int64_t>(marks->size());
}

Result<ExportImagesReport> exportImages(const Snapshot& snapshot, const std::vector<int>& rows,
                                        const ExportImagesOptions& options, const JobContext& job) {
    if (snapshot.images.root.empty())
        return fail(ErrorCode::kInvalid, "This project holds labels without images: there is nothing to copy.");
    if (liesWithin(options.folder, snapshot.images.root))
        return fail(ErrorCode::kInvalid,
                    fmt::format("“{}” lies in the image set, which is never written to; choose a folder outside of “{}”.",
                                options.folder.string(), snapshot.images.root.string()));
    std::error_code error;
    fs::create_directories(options.folder, error);
    if (error)
        return fail(ErrorCode::kIo,
                    fmt::format("The folder “{}” cannot be made: {}.", options.folder.string(), error.message()));
    Exporter exporter(snapshot, options);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (job.cancelled()) return cancelled();
        if (i % 16 == 0)
            job.progress(options.link ? "linking" : "copying", static_cast<std::int64_t>(i),
                         static_cast<std::int64_t>(rows.size()));
        exporter.put(static_cast<std::size_t>(rows[i]));
    }
    return std::move(exporter.report);
}

}  // namespace facespace
