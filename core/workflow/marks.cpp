#include "core/workflow/marks.h"

#include <fmt/ranges.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/common/whole_file.h"
#include "core/dataset/fields.h"
#include "core/dataset/table_file.h"
#include "core/dataset/text.h"
#include "core/workflow/image_list.h"
#include "core/workflow/job_log.h"

namespace facespace {
namespace {

/// Which of the file's columns are taken: all but those that name images.
Result<std::vector<std::size_t>> columnsToTake(const std::vector<std::string>& header, std::size_t naming,
                                               const std::string& file) {
    std::vector<std::size_t> taken;
    for (std::size_t c = 0; c < header.size(); ++c) {
        if (c == naming || header[c] == "path" || header[c] == "row") continue;
        if (fieldOfName(header[c]))
            return fail(ErrorCode::kFormat, say("“{}” is read when images are imported and stays as it is; give that column "
                                                "of “{}” another name.",
                                                header[c], file));
        taken.push_back(c);
    }
    if (taken.empty()) return fail(ErrorCode::kFormat, say("“{}” has no column besides those that name the images.", file));
    return taken;
}

Result<ImportedColumns> importChecked(Project& project, const std::filesystem::path& file, const JobContext& job) {
    const auto set = project.images();
    if (!set) return forward(set);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    auto table = TableFile::open(file, say("table"));
    if (!table) return forward(table);
    auto lines = ImageLines::of(*set, table->columns(), file.string());
    if (!lines) return forward(lines);
    const auto taken = columnsToTake(table->columns(), lines->column(), file.string());
    if (!taken) return forward(taken);
    std::vector<Project::MetadataRow> rows;
    std::vector<std::string> fields;
    Result<bool> more;
    while ((more = table->next(fields)) && *more) {
        if (job.cancelled()) return cancelled();
        const auto row = lines->rowOf(fields, table->line());
        if (!row) return forward(row);
        Project::MetadataRow& values = rows.emplace_back(Project::MetadataRow{(*ids)[*row], {}});
        for (const std::size_t c : *taken)
            values.values.push_back(c < fields.size() ? readableText(fields[c]) : std::string());
    }
    if (!more) return forward(more);
    ImportedColumns imported{{}, rows.size()};
    for (const std::size_t c : *taken) imported.columns.push_back(table->columns()[c]);
    if (const auto put = project.putMetadata(imported.columns, rows); !put) return forward(put);
    return imported;
}

Result<std::vector<ImageId>> idsOf(const Project& project, const std::vector<std::size_t>& rows) {
    const auto all = project.imageIds();
    if (!all) return all;
    std::vector<ImageId> ids;
    for (const std::size_t row : rows) {
        if (row >= all->size())
            return fail(ErrorCode::kInvalid, say("There is no row {}: the project has {} images.", row, all->size()));
        ids.push_back((*all)[row]);
    }
    return ids;
}

using NamedImages = std::vector<std::pair<const std::string*, ImageId>>;

/// A line for each image of `named`; images that are no longer in the project are left out.
Result<void> writeNamed(const Project& project, const char* kind, const NamedImages& named,
                        const std::filesystem::path& file) {
    const auto images = project.images();
    if (!images) return forward(images);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    return writeWholeFile(file, [&](std::ostream& out) {
        out << kind << ",row,path\r\n";
        for (const auto& [name, image] : named) {
            const auto at = std::lower_bound(ids->begin(), ids->end(), image);
            if (at == ids->end() || *at != image) continue;
            const auto row = static_cast<std::size_t>(at - ids->begin());
            out << csvQuoted(*name) << ',' << row << ',' << csvQuoted(images->images[row].path) << "\r\n";
        }
    });
}

}  // namespace

Result<ImportedColumns> importColumns(Project& project, const std::filesystem::path& file, const JobContext& job) {
    const nlohmann::json parameters{{"file", isStandardStream(file) ? "-" : std::filesystem::absolute(file).string()}};
    return logged<ImportedColumns>(
        project, "import columns", parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
        [&] { return importChecked(project, file, job); },
        [&](const ImportedColumns& imported) { return say("Columns: {}.", fmt::join(imported.columns, ", ")); });
}

Result<void> tagImages(Project& project, const std::string& tag, const std::vector<std::size_t>& rows, bool present) {
    if (trimmed(tag).empty()) return fail(ErrorCode::kInvalid, say("A tag needs a name."));
    const auto ids = idsOf(project, rows);
    if (!ids) return forward(ids);
    return project.setTag(*ids, std::string(trimmed(tag)), present);
}

Result<void> keepSelection(Project& project, const std::string& name, const std::vector<std::size_t>& rows) {
    if (trimmed(name).empty()) return fail(ErrorCode::kInvalid, say("A selection needs a name."));
    auto ids = idsOf(project, rows);
    if (!ids) return forward(ids);
    return project.putSelection({std::string(trimmed(name)), std::move(*ids)});
}

Result<void> writeSelectionsCsv(const Project& project, const std::filesystem::path& file) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    const auto selections = project.selections();
    if (!selections) return forward(selections);
    NamedImages named;
    for (const SelectionRecord& selection : *selections)
        for (const ImageId image : selection.images) named.emplace_back(&selection.name, image);
    return writeNamed(project, "selection", named, file);
}

Result<void> writeTagsCsv(const Project& project, const std::filesystem::path& file) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    const auto tags = project.tags();
    if (!tags) return forward(tags);
    NamedImages named;
    for (const TagRecord& tag : *tags) named.emplace_back(&tag.tag, tag.image);
    return writeNamed(project, "tag", named, file);
}

Result<void> writeRowsCsv(const ImageSet& set, const std::vector<std::int64_t>& rows, const std::filesystem::path& file) {
    return writeWholeFile(file, [&](std::ostream& out) {
        out << "row,path\r\n";
        for (const std::int64_t row : rows)
            out << row << ',' << csvQuoted(set.images[static_cast<std::size_t>(row)].path) << "\r\n";
    });
}

}  // namespace facespace
