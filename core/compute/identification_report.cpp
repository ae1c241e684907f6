#include "core/compute/identification_report.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/compute/class_labels.h"
#include "core/compute/template_input.h"
#include "core/dataset/path_finder.h"
#include "core/dataset/table_file.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// What is enrolled and looked for: images, or templates of them.
struct Entries {
    const FeatureMatrix* features = nullptr;
    Units units;
    const Templates* templates = nullptr;
    const std::vector<std::vector<std::int64_t>>* templateRows = nullptr;
    std::size_t count() const { return static_cast<std::size_t>(features->rows()); }
};

std::size_t columnAmong(const TableFile& table, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        for (std::size_t c = 0; c < table.columns().size(); ++c)
            if (lowerCase(table.columns()[c]) == name) return c;
    return 0;
}

/// The row that a name in a list means; -1: none.
using Finder = std::function<std::int64_t(const std::string&)>;

Finder finderOf(const Snapshot& snapshot, const Entries& entries) {
    if (entries.templates != nullptr) {
        std::unordered_map<std::string, std::int64_t> rows;
        for (std::size_t t = 0; t < entries.templates->ids.size(); ++t)
            rows.emplace(entries.templates->ids[t], static_cast<std::int64_t>(t));
        return [rows = std::move(rows)](const std::string& id) {
            const auto found = rows.find(std::string(trimmed(id)));
            return found == rows.end() ? -1 : found->second;
        };
    }
    std::vector<std::string> paths;
    for (std::size_t row = 0; row < snapshot.imageCount(); ++row) paths.push_back(snapshot.pathOf(row));
    return [finder = PathFinder(paths)](const std::string& path) { return finder.find(path).row; };
}

/// One flag per row; what the list names and is not there is said.
Result<std::vector<std::uint8_t>> readList(const std::filesystem::path& file, const Entries& entries, const Finder& find,
                                           std::vector<Text>& notes) {
    auto table = TableFile::open(file, say("list of images"), entries.templates == nullptr);
    if (!table) return forward(table);
    const std::size_t column = columnAmong(
        *table, entries.templates != nullptr ? std::vector<std::string>{"template_id", "template", "templateid"}
                                             : std::vector<std::string>{"path", "filename", "image", "file", "img_path"});
    std::vector<std::uint8_t> rows(entries.count(), 0);
    std::int64_t found = 0, missing = 0;
    std::string firstMissing;
    std::vector<std::string> cells;
    while (true) {
        const auto more = table->next(cells);
        if (!more) return forward(more);
        if (!*more) break;
        if (column >= cells.size()) continue;
        const std::int64_t row = find(cells[column]);
        if (row >= 0)
            rows[static_cast<std::size_t>(row)] = 1, ++found;
        else if (++missing == 1)
            firstMissing = readableText(cells[column]);
    }
    if (found == 0)
        return fail(ErrorCode::kNotFound,
                    say("“{}” names none of the images of this project (the first missing one is “{}”); choose a list of "
                        "these images, or of their templates with --templates.",
                        table->name(), firstMissing));
    if (missing > 0)
        notes.push_back(
            sayCount("“{1}” names 1 image or template that is not there or could be several: “{2}”.",
                     "“{1}” names {0} images or templates that are not there or could be several, “{2}” for one.", missing,
                     groupedNumber(missing), table->name(), firstMissing));
    return rows;
}

Result<std::vector<std::uint8_t>> flagsOf(const NamedImages& named, const Entries& entries, const Finder& find,
                                          std::vector<Text>& notes) {
    if (!named.file.empty()) return readList(named.file, entries, find, notes);
    if (entries.templateRows == nullptr) return named.rows;
    std::vector<std::uint8_t> flags;
    for (const auto& rows : *entries.templateRows)
        flags.push_back(
            std::ranges::any_of(rows, [&](std::int64_t r) { return named.rows[static_cast<std::size_t>(r)] != 0; }) ? 1 : 0);
    return flags;
}

Result<std::vector<Gallery>> galleriesOf(const IdentificationAnalysisOptions& o, const Snapshot& snapshot,
                                         const Entries& entries, std::vector<Text>& notes) {
    std::vector<Gallery> galleries;
    if (o.galleries.empty()) {
        if (o.probes)
            return fail(ErrorCode::kInvalid,
                        say("Probes are searched for in a gallery; say which images are enrolled (--gallery)."));
        return galleries;
    }
    const Finder find = finderOf(snapshot, entries);
    std::vector<std::uint8_t> enrolled(entries.count(), 0);
    for (const NamedImages& named : o.galleries) {
        auto flags = flagsOf(named, entries, find, notes);
        if (!flags) return forward(flags);
        for (std::size_t i = 0; i < enrolled.size(); ++i) enrolled[i] |= (*flags)[i];
        galleries.push_back({std::move(*flags), {}});
    }
    std::vector<std::uint8_t> probes;
    if (o.probes) {
        auto flags = flagsOf(*o.probes, entries, find, notes);
        if (!flags) return forward(flags);
        probes = std::move(*flags);
    } else {
        for (const std::uint8_t in : enrolled) probes.push_back(in == 0 ? 1 : 0);
    }
    for (Gallery& gallery : galleries) gallery.probes = probes;
    return galleries;
}

/// Values of the column, numbers by their size.
Result<ClassLabels> valuesOf(const Snapshot& snapshot, const std::string& column, bool& numbers) {
    auto labels = classLabels(snapshot, buildDataTable(snapshot), column);
    if (!labels) return forward(labels);
    numbers = std::ranges::all_of(labels->classes, [](const std::string& c) { return parseNumber(c).has_value(); });
    if (numbers) std::ranges::stable_sort(labels->classes, {}, [](const std::string& c) { return *parseNumber(c); });
    return labels;
}

/// The same within the images of each value. What cannot be told of one is said, and it is left out.
Result<void> addWithin(IdentificationReport& report, const Snapshot& snapshot, const FeatureMatrix& x, const Units& units,
                       const std::vector<Gallery>& galleries, const IdentificationAnalysisOptions& o,
                       const JobContext& job) {
    const auto labels = valuesOf(snapshot, o.by, report.numbers);
    if (!labels) return forward(labels);
    for (const std::string& value : labels->classes) {
        IdentifiedWithin within;
        within.value = value;
        within.number = report.numbers ? *parseNumber(value) : kNoValue;
        FeatureMatrix own = x;
        for (std::size_t i = 0; i < labels->labels.size(); ++i)
            if (labels->labels[i] == value)
                within.rows.push_back(static_cast<int>(i));
            else
                own.row(static_cast<Eigen::Index>(i)).setConstant(kNoValueFloat);
        const auto found = identify(own, units, galleries, o.identification, job);
        if (!found && found.error().code == ErrorCode::kCancelled) return forward(found);
        if (!found) {
            report.result.notes.push_back(say("Where “{}” is {}: {}", o.by, value, found.error().message));
            continue;
        }
        within.searches = found->mated;
        within.identities = *std::ranges::max_element(found->identities);
        within.first = found->cmc.front();
        within.byChance = found->byChance.front();
        report.within.push_back(std::move(within));
    }
    return {};
}

}  // namespace

Result<IdentificationReport> computeIdentification(const Snapshot& snapshot, const AnalysisScope& scope,
                                                   const IdentificationAnalysisOptions& o, const JobContext& job) {
    const auto in = gather(snapshot, scope);
    if (!in) return forward(in);
    Entries entries{&in->features(), in->units};
    TemplateInput pooled;
    if (!o.templates.empty()) {
        auto read = poolTemplatesOf(snapshot, *in, {o.templates, o.media, o.weights});
        if (!read) return forward(read);
        pooled = std::move(*read);
        entries = {&pooled.templates.features, Units(pooled.templates.identity), &pooled.templates, &pooled.rows};
    }
    std::vector<Text> notes;
    const auto galleries = galleriesOf(o, snapshot, entries, notes);
    if (!galleries) return forward(galleries);
    auto found = identify(*entries.features, entries.units, *galleries, o.identification, job);
    if (!found) return forward(found);
    IdentificationReport report{in->network(), std::move(*found), pooled.templates.ids, pooled.rows};
    report.result.templates = !o.templates.empty();
    report.result.notes.insert(report.result.notes.begin(), notes.begin(), notes.end());
    if (o.by.empty()) return report;
    if (report.result.templates)
        return fail(ErrorCode::kInvalid, say("Templates hold images of several values; leave out --templates or --by."));
    if (const auto done = addWithin(report, snapshot, *entries.features, entries.units, *galleries, o, job); !done)
        return forward(done);
    return report;
}

std::vector<std::int64_t> imagesOf(const IdentificationReport& report, std::int64_t row) {
    if (row < 0) return {};
    if (!report.result.templates) return {row};
    return report.templateRows[static_cast<std::size_t>(row)];
}

}  // namespace facespace
