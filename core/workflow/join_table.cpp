#include "core/workflow/join_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/common/number_text.h"
#include "core/dataset/fields.h"
#include "core/dataset/path_finder.h"
#include "core/dataset/table_file.h"
#include "core/dataset/text.h"
#include "core/workflow/job_log.h"

namespace facespace {
namespace {

constexpr std::size_t kUnmatchedKept = 20;

std::size_t imagesIn(const TableFile& table, std::size_t column) {
    return static_cast<std::size_t>(std::ranges::count_if(
        table.firstRows(), [&](const auto& row) { return column < row.size() && endsAsImages(trimmed(row[column])); }));
}

/// The column that names the images.
Result<std::size_t> imageColumn(const TableFile& table, const std::string& asked) {
    const auto& columns = table.columns();
    const auto listed = fmt::format("{}", fmt::join(columns, ", "));
    if (!asked.empty()) {
        const auto found = std::ranges::find(columns, asked);
        if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
        return fail(ErrorCode::kNotFound, say("“{}” has no column “{}”; its columns are {}.", table.name(), asked, listed));
    }
    const ColumnMapping mapping = automaticMapping(columns);
    if (const auto path = mapping.find("path"); path != mapping.end())
        return static_cast<std::size_t>(std::ranges::find(columns, path->second.column) - columns.begin());
    std::size_t best = 0;
    for (std::size_t c = 1; c < columns.size(); ++c)
        if (imagesIn(table, c) > imagesIn(table, best)) best = c;
    if (imagesIn(table, best) > 0) return best;
    return fail(ErrorCode::kFormat, say("No column of “{}” names the images; its columns are {}: say which one with "
                                        "--path-column.",
                                        table.name(), listed));
}

/// The rows of a table, joined to images.
class Joiner {
  public:
    Joiner(TableFile& table, std::size_t pathColumn, const ImageSet& set, const std::vector<ImageId>& ids)
        : table_(table),
          pathColumn_(pathColumn),
          ids_(ids),
          paths_(pathsOf(set)),
          finder_(paths_),
          used_(paths_.size(), 0) {}
    Result<void> readAll(const JobContext& job);
    const std::vector<Project::ColumnRow>& rows() const { return rows_; }
    /// What is to be said; errors: kNotFound (no row is an image's).
    Result<JoinReport> report() const;

  private:
    static std::vector<std::string> pathsOf(const ImageSet& set) {
        std::vector<std::string> paths;
        for (const ImageRecord& image : set.images) paths.push_back(image.path);
        return paths;
    }
    Result<void> add(const std::vector<std::string>& cells);

    TableFile& table_;
    std::size_t pathColumn_;
    const std::vector<ImageId>& ids_;
    std::vector<std::string> paths_;
    PathFinder finder_;
    std::vector<char> used_;
    std::vector<Project::ColumnRow> rows_;
    std::vector<std::string> unmatched_;
    NotFound notFound_;
    std::int64_t twice_ = 0;
};

Result<void> Joiner::add(const std::vector<std::string>& cells) {
    if (cells.size() != table_.columns().size())
        return fail(ErrorCode::kFormat, say("Line {} of “{}” has {} values, but its header names {} columns.", table_.line(),
                                            table_.name(), cells.size(), table_.columns().size()));
    const auto found = finder_.find(cells[pathColumn_]);
    if (found.row < 0) {
        notFound_.see(cells[pathColumn_], found, paths_);
        if (unmatched_.size() < kUnmatchedKept) unmatched_.push_back(readableText(cells[pathColumn_]));
        return {};
    }
    const auto row = static_cast<std::size_t>(found.row);
    if (used_[row]++ != 0) {
        ++twice_;
        return {};
    }
    Project::ColumnRow& added = rows_.emplace_back();
    added.image = ids_[row];
    for (std::size_t c = 0; c < cells.size(); ++c)
        if (c != pathColumn_) added.values.push_back(isMissing(cells[c]) ? std::string() : readableText(trimmed(cells[c])));
    return {};
}

Result<void> Joiner::readAll(const JobContext& job) {
    constexpr std::int64_t kRowsPerReport = 1000;
    std::vector<std::string> cells;
    for (std::int64_t n = 0;; ++n) {
        if (job.cancelled()) return cancelled();
        const auto more = table_.next(cells);
        if (!more) return forward(more);
        if (!*more) return {};
        if (const auto added = add(cells); !added) return added;
        if (n % kRowsPerReport == 0) job.progress(say("reading the table"), n, 0);
    }
}

Result<JoinReport> Joiner::report() const {
    JoinReport report;
    report.rows = static_cast<std::int64_t>(rows_.size());
    report.without = static_cast<std::int64_t>(paths_.size()) - report.rows;
    report.notes = table_.notes();
    const auto sentences = notFound_.sentences(table_.name());
    if (rows_.empty())
        return fail(ErrorCode::kNotFound, sentences.empty() ? say("“{}” has no rows.", table_.name()) : inARow(sentences));
    report.notes.insert(report.notes.end(), sentences.begin(), sentences.end());
    if (twice_ > 0)
        report.notes.push_back(sayCount("1 row names an image for the second time; the first counts.",
                                        "{} rows name images for the second time; the first counts.", twice_,
                                        groupedNumber(twice_)));
    if (report.without > 0)
        report.notes.push_back(sayCount("1 image has no row in “{1}”.", "{0} images have no row in “{1}”.", report.without,
                                        groupedNumber(report.without), table_.name()));
    report.unmatched = unmatched_;
    return report;
}

Result<JoinReport> join(Project& project, const JoinOptions& options, const JobContext& job) {
    auto table = TableFile::open(options.table, say("table"));
    if (!table) return forward(table);
    const auto path = imageColumn(*table, options.pathColumn);
    if (!path) return forward(path);
    const auto set = project.images();
    if (!set) return forward(set);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    Joiner joiner(*table, *path, *set, *ids);
    if (const auto read = joiner.readAll(job); !read) return forward(read);
    auto report = joiner.report();
    if (!report) return forward(report);
    for (std::size_t c = 0; c < table->columns().size(); ++c)
        if (c != *path) report->columns.push_back(options.prefix + table->columns()[c]);
    if (report->columns.empty())
        return fail(ErrorCode::kFormat, say("“{}” has no column besides that of the images.", table->name()));
    if (const auto put = project.putColumns(report->columns, joiner.rows(), options.replace); !put) return forward(put);
    return report;
}

}  // namespace

Result<JoinReport> joinTable(Project& project, const JoinOptions& options, const JobContext& job) {
    const nlohmann::json parameters{{"table", options.table.string()},
                                    {"pathColumn", options.pathColumn},
                                    {"prefix", options.prefix},
                                    {"replace", options.replace}};
    return logged<JoinReport>(
        project, "join table", parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        [&] { return join(project, options, job); },
        [](const JoinReport& r) {
            return sayCount("1 column for {1}.", "{0} columns for {1}.", static_cast<std::int64_t>(r.columns.size()),
                            r.columns.size(), sayCount("1 image", "{} images", r.rows, r.rows));
        });
}

}  // namespace facespace
