#include "core/dataset/manifest.h"

#include <fmt/format.h>
#include <algorithm>
#include <unordered_map>

#include "core/common/number_text.h"
#include "core/dataset/guess_columns.h"
#include "core/dataset/ijb.h"
#include "core/dataset/landmark_check.h"
#include "core/dataset/path_guard.h"
#include "core/dataset/record_reader.h"
#include "core/dataset/table_file.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::int64_t kRowsPerReport = 1000;
constexpr std::size_t kBadRowsNamed = 10;

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

/// Rows that cannot be used: the first ends the import, or all are left out and told of.
class BadRows {
  public:
    explicit BadRows(bool skip) : skip_(skip) {}
    Result<void> meet(Error error) {
        if (!skip_) {
            error.message = inARow(
                {error.message, say("Rows that cannot be used are left out with --skip-bad-rows or in the import dialog.")});
            return tl::make_unexpected(std::move(error));
        }
        ++count_;
        if (first_.size() < kBadRowsNamed) first_.push_back(std::move(error.message));
        return {};
    }
    std::int64_t count() const { return count_; }
    void tell(std::vector<Text>& warnings) const {
        if (count_ == 0) return;
        warnings.push_back(sayCount("1 row cannot be used and was left out:", "{} rows cannot be used and were left out:",
                                    count_, groupedNumber(count_)));
        warnings.insert(warnings.end(), first_.begin(), first_.end());
        const std::int64_t more = count_ - static_cast<std::int64_t>(first_.size());
        if (more > 0) warnings.push_back(sayCount("… and 1 more.", "… and {} more.", more, groupedNumber(more)));
    }

  private:
    bool skip_;
    std::int64_t count_ = 0;
    std::vector<Text> first_;
};

template <class Collector>
Result<void> readRow(std::vector<std::string>& cells, const TableFile& table, RecordReader& reader, PathGuard& guard,
                     Collector& collector) {
    auto record = reader.read(cells, table.line());
    if (!record) return forward(record);
    auto path = guard.accept(record->path, say("line {} of “{}”", table.line(), table.name()));
    if (!path) return forward(path);
    record->path = std::move(*path);
    return collector.add(std::move(*record), table.line());
}

template <class Collector>
Result<void> readRows(TableFile& table, RecordReader& reader, PathGuard& guard, Collector& collector, BadRows& bad,
                      const JobContext& job) {
    std::vector<std::string> cells;
    for (std::int64_t row = 0;; ++row) {
        if (job.cancelled()) return cancelled();
        const auto more = table.next(cells);
        if (!more) return forward(more);
        if (!*more) return {};
        if (const auto read = readRow(cells, table, reader, guard, collector); !read)
            if (const auto met = bad.meet(read.error()); !met) return met;
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

std::vector<Text> notesOf(const TableFile& table, const GuessedColumns& guessed, const FieldColumns& fields) {
    std::vector<Text> notes = table.notes();
    if (const Text note = guessed.note(fields, table.name()); !note.empty()) notes.push_back(note);
    for (const Text& offer : offerSentences(guessed.columns, fields)) notes.push_back(offer);
    return notes;
}

}  // namespace

Result<ImportedSet> importManifest(const std::filesystem::path& manifest, const std::filesystem::path& root,
                                   const ImportOptions& options, const JobContext& job) {
    const std::string name = manifest.string();
    auto table = TableFile::open(manifest, say("manifest"), true);
    if (!table) return forward(table);
    const GuessedColumns guessed = guessColumns(*table);
    const auto& columns = guessed.columns;
    const auto fields = resolveFields(columns, options.mapping, guessed, name);
    if (!fields) return forward(fields);

    const bool ijb = isIjbProtocol(columns);
    RecordReader reader(columns, *fields, name);
    PathGuard guard(root, options.noImages      ? PathGuard::Files::kIgnore
                          : options.followLinks ? PathGuard::Files::kFollow
                                                : PathGuard::Files::kCheck);
    ImportedSet imported;
    imported.layout = ijb ? "IJB protocol" : table->hasHeader() ? "manifest" : "list without header";
    imported.warnings = notesOf(*table, guessed, *fields);
    imported.set.root = root;
    imported.set.metadataColumns = reader.metadataColumns();
    BadRows bad(options.skipBadRows);
    Result<void> read;
    if (ijb) {
        reader.allowEmptyBoxes();
        IjbCollector collector(imported.set, columns, *fields, name);
        read = readRows(*table, reader, guard, collector, bad, job);
        collector.finish(imported.warnings);
    } else {
        PlainCollector collector(imported.set, name);
        read = readRows(*table, reader, guard, collector, bad, job);
    }
    if (!read) return forward(read);
    imported.set.linked = guard.linked();
    bad.tell(imported.warnings);
    for (const Text& note : reader.notes()) imported.warnings.push_back(note);
    if (imported.set.images.empty())
        return fail(ErrorCode::kFormat, bad.count() > 0
                                            ? say("No row of “{}” can be used.", name)
                                            : say("“{}” lists no images: there is nothing below its header.", name));
    if (const auto fine = reportMissing(guard, name, imported); !fine) return forward(fine);
    for (const Text& warning : landmarkWarnings(imported.set, job)) imported.warnings.push_back(warning);
    if (job.cancelled()) return cancelled();
    return imported;
}

}  // namespace facespace
