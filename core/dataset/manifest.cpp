#include "core/dataset/manifest.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <set>
#include <unordered_map>

#include "core/common/number_text.h"
#include "core/common/regular_file.h"
#include "core/dataset/ijb.h"
#include "core/dataset/landmark_check.h"
#include "core/dataset/path_guard.h"
#include "core/dataset/record_reader.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::int64_t kRowsPerReport = 1000;

/// Adds records of a plain manifest: every path once.
class PlainCollector {
  public:
    PlainCollector(ImageSet& set, std::string manifest) : set_(set), manifest_(std::move(manifest)) {}
    Result<void> add(ImageRecord record, std::int64_t line) {
        const auto [known, isNew] = lines_.try_emplace(record.path, line);
        if (!isNew)
            return fail(ErrorCode::kFormat, say("“{}” is listed twice in “{}”: on lines {} and {}.",
                                                readableText(record.path), manifest_, known->second, line));
        set_.images.push_back(std::move(record));
        return {};
    }

  private:
    ImageSet& set_;
    std::string manifest_;
    std::unordered_map<std::string, std::int64_t> lines_;
};

template <class Collector>
Result<void> readRows(CsvReader& csv, RecordReader& reader, PathGuard& guard, Collector& collector, const JobContext& job) {
    std::vector<std::string> cells;
    for (std::int64_t row = 0;; ++row) {
        if (job.cancelled()) return cancelled();
        const auto more = csv.next(cells);
        if (!more) return forward(more);
        if (!*more) return {};
        auto record = reader.read(cells, csv.line());
        if (!record) return forward(record);
        auto path = guard.accept(record->path, say("line {} of “{}”", csv.line(), csv.name()));
        if (!path) return forward(path);
        record->path = std::move(*path);
        if (const auto added = collector.add(std::move(*record), csv.line()); !added) return added;
        if (row % kRowsPerReport == 0) job.progress(say("reading the manifest"), row, 0);
    }
}

/// Files that are not there are told of, not refused: extraction skips them. All of them missing is a wrong folder.
Result<void> reportMissing(const PathGuard& guard, const std::string& manifest, ImportedSet& imported) {
    if (guard.missing() == 0) return {};
    const auto total = static_cast<std::int64_t>(imported.set.images.size());
    const std::string first = readableText(guard.firstMissing()), root = imported.set.root.string();
    if (guard.missing() >= total)
        return fail(ErrorCode::kNotFound,
                    say("None of the {} files that “{}” lists is in “{}” (the first is “{}”); give the folder that the "
                        "paths start from.",
                        groupedNumber(total), manifest, root, first));
    imported.warnings.push_back(sayCount("1 of the {1} listed files is not in “{2}”: “{3}”.",
                                         "{0} of the {1} listed files are not in “{2}”, the first is “{3}”.",
                                         guard.missing(), groupedNumber(guard.missing()), groupedNumber(total), root,
                                         first));
    return {};
}

}  // namespace

Result<std::vector<std::string>> readHeader(CsvReader& csv) {
    std::vector<std::string> columns;
    const auto any = csv.next(columns);
    if (!any) return forward(any);
    if (!*any)
        return fail(ErrorCode::kFormat,
                    say("“{}” is empty; its first line must name the columns, such as path,identity.", csv.name()));
    std::set<std::string> seen;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i] = std::string(trimmed(columns[i]));
        if (columns[i].empty()) columns[i] = fmt::format("column {}", i + 1);
        if (!isUtf8(columns[i]))
            return fail(ErrorCode::kFormat,
                        say("The column name “{}” in “{}” is not UTF-8 text; save the file as CSV in UTF-8.",
                            readableText(columns[i].substr(0, 80)), csv.name()));
        if (!seen.insert(columns[i]).second)
            return fail(ErrorCode::kFormat, say("“{}” names the column “{}” twice; give each column a name of its own.",
                                                csv.name(), columns[i]));
    }
    return columns;
}

Result<ImportedSet> importManifest(const std::filesystem::path& manifest, const std::filesystem::path& root,
                                   const ImportOptions& options, const JobContext& job) {
    const std::string name = manifest.string();
    if (const auto fine = refuseSpecialFile(manifest); !fine) return forward(fine);
    std::ifstream in(manifest, std::ios::binary);
    if (!in)
        return fail(ErrorCode::kIo, say("Cannot read the manifest “{}”; check that the file exists and may be read.", name));
    CsvReader csv(in, name);
    const auto columns = readHeader(csv);
    if (!columns) return forward(columns);
    const auto fields = resolveFields(*columns, options.mapping, name);
    if (!fields) return forward(fields);

    const bool ijb = isIjbProtocol(*columns);
    RecordReader reader(*columns, *fields, name);
    PathGuard guard(root, options.noImages ? PathGuard::Files::kIgnore : PathGuard::Files::kCheck);
    ImportedSet imported;
    imported.layout = ijb ? "IJB protocol" : "manifest";
    imported.set.root = root;
    imported.set.metadataColumns = reader.metadataColumns();
    Result<void> read;
    if (ijb) {
        reader.allowEmptyBoxes();
        IjbCollector collector(imported.set, *columns, *fields, name);
        read = readRows(csv, reader, guard, collector, job);
        collector.finish(imported.warnings);
    } else {
        PlainCollector collector(imported.set, name);
        read = readRows(csv, reader, guard, collector, job);
    }
    if (!read) return forward(read);
    if (imported.set.images.empty())
        return fail(ErrorCode::kFormat, say("“{}” lists no images: there is nothing below its header.", name));
    if (const auto fine = reportMissing(guard, name, imported); !fine) return forward(fine);
    for (const Text& warning : landmarkWarnings(imported.set, job)) imported.warnings.push_back(warning);
    if (job.cancelled()) return cancelled();
    return imported;
}

}  // namespace facespace
