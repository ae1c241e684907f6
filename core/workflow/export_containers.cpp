#include "core/workflow/export_containers.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <sstream>

#include "core/common/whole_file.h"
#include "core/container/record_writer.h"
#include "core/dataset/csv.h"
#include "core/image/decode.h"
#include "core/workflow/export_checks.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kImagesPerReport = 64;

/// What is written besides the records.
struct Beside {
    std::ostringstream index, list, identities;
    std::int64_t people = 0;
    bool oneSize = true;
    std::int64_t width = 0, height = 0;
};

/// Rows by identity, these by name.
std::map<std::string, std::vector<int>> byIdentity(const Snapshot& snapshot, const std::vector<int>& rows) {
    std::map<std::string, std::vector<int>> people;
    for (const int row : rows) people[snapshot.images.images[static_cast<std::size_t>(row)].identity].push_back(row);
    return people;
}

class Recorder {
  public:
    Recorder(const Snapshot& snapshot, std::ostream& records, Beside& beside, const JobContext& job)
        : snapshot_(snapshot), writer_(records, beside.index), beside_(beside), job_(job) {}

    /// Errors: kCancelled, kInvalid (no image).
    Result<void> write(const std::map<std::string, std::vector<int>>& people, std::size_t images) {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
        for (const auto& [identity, rows] : people) {
            const std::uint64_t first = key_;
            for (const int row : rows) {
                if (job_.cancelled()) return cancelled();
                if (done_++ % kImagesPerReport == 0)
                    job_.progress(say("copying"), static_cast<std::int64_t>(done_), static_cast<std::int64_t>(images));
                put(static_cast<std::size_t>(row), ranges.size());
            }
            if (key_ == first) continue;  // None of them can be read: the next one has this label.
            ++beside_.people;
            beside_.identities << ranges.size() << ',' << csvQuoted(identity) << "\r\n";
            ranges.emplace_back(first, key_);
        }
        if (ranges.empty()) return fail(ErrorCode::kInvalid, say("None of these images can be read."));
        const std::uint64_t begin = key_;
        for (const auto& [first, end] : ranges)
            writer_.add(key_++, {static_cast<float>(first), static_cast<float>(end)}, {});
        writer_.add(0, {static_cast<float>(begin), static_cast<float>(key_)}, {});
        return {};
    }
    ExportImagesReport report;

  private:
    void put(std::size_t row, std::size_t label) {
        const auto image = loadImageFile(snapshot_.imageFile(row), {.within = snapshot_.images.readable()});
        if (!image) return report.problems.push_back(image.error().message);
        if (!writer_.add(key_, {static_cast<float>(label)}, image->bytes))
            return report.problems.push_back(say("“{}” is too large for a record.", snapshot_.pathOf(row)));
        if (beside_.width == 0) beside_.width = image->header.width, beside_.height = image->header.height;
        beside_.oneSize = beside_.oneSize && beside_.width == image->header.width && beside_.height == image->header.height;
        // A tab or an end of line in a name would end the field.
        std::string path = snapshot_.pathOf(row);
        std::ranges::replace_if(
            path, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        beside_.list << key_ << '\t' << label << '\t' << path << '\n';
        ++key_;
        ++report.written;
    }

    const Snapshot& snapshot_;
    RecordWriter writer_;
    Beside& beside_;
    const JobContext& job_;
    std::uint64_t key_ = 1;
    std::size_t done_ = 0;
};

Result<void> writeBeside(const fs::path& file, const Beside& beside) {
    const auto write = [](const fs::path& to, const std::string& text) {
        return writeWholeFile(to, [&](std::ostream& out) { out << text; });
    };
    const auto named = [&](const char* suffix) { return fs::path(file).replace_extension(suffix); };
    if (const auto done = write(named(".idx"), beside.index.str()); !done) return done;
    if (const auto done = write(named(".lst"), beside.list.str()); !done) return done;
    if (const auto done = write(named(".identities.csv"), "label,identity\r\n" + beside.identities.str()); !done)
        return done;
    const fs::path property = file.parent_path() / "property";
    std::error_code error;
    if (!beside.oneSize || fs::exists(fs::symlink_status(property, error))) return {};
    return write(property, fmt::format("{},{},{}\n", beside.people, beside.height, beside.width));
}

}  // namespace

Result<ExportImagesReport> exportRecords(const Snapshot& snapshot, const std::vector<int>& rows, const fs::path& file,
                                         const JobContext& job) {
    if (const auto fine = checkExport(snapshot, rows, file, ".rec"); !fine) return forward(fine);
    Beside beside;
    Result<void> written;
    ExportImagesReport report;
    const auto people = byIdentity(snapshot, rows);
    const auto whole = writeWholeFile(file, [&](std::ostream& out) {
        Recorder recorder(snapshot, out, beside, job);
        written = recorder.write(people, rows.size());
        report = std::move(recorder.report);
        // What is not complete is not to appear.
        if (!written) out.setstate(std::ios::badbit);
    });
    if (!written) return forward(written);
    if (!whole) return forward(whole);
    if (const auto done = writeBeside(file, beside); !done) return forward(done);
    return report;
}

}  // namespace facespace
