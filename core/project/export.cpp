#include "core/project/export.h"

#include <algorithm>

#include "core/common/whole_file.h"
#include "core/dataset/csv.h"
#include "core/features/feature_io.h"

namespace facespace {

Result<void> writeCsv(const DataTable& table, const std::filesystem::path& file, const std::vector<std::uint8_t>& keep) {
    return writeWholeFile(file, [&](std::ostream& out) {
        std::string line;
        const auto endField = [&](std::size_t column) { line += column + 1 < table.columns.size() ? "," : "\r\n"; };
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            line += csvQuoted(table.columns[c].key);
            endField(c);
        }
        out << line;
        for (std::size_t row = 0; row < table.rows && out; ++row) {
            if (!keep.empty() && keep[row] == 0) continue;
            line.clear();
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                line += csvQuoted(table.columns[c].text(row));
                endField(c);
            }
            out << line;
        }
    });
}

Result<void> writeSkippedCsv(const Project& project, NetworkId network, const std::filesystem::path& file) {
    const auto moment = project.beginRead();
    if (!moment) return forward(moment);
    const auto skipped = project.skipped(network);
    if (!skipped) return forward(skipped);
    const auto images = project.images();
    if (!images) return forward(images);
    const auto ids = project.imageIds();
    if (!ids) return forward(ids);
    return writeWholeFile(file, [&](std::ostream& out) {
        out << "path,reason\r\n";
        for (const SkipRecord& record : *skipped) {
            const auto at = std::lower_bound(ids->begin(), ids->end(), record.image);
            if (at == ids->end() || *at != record.image) continue;
            const auto row = static_cast<std::size_t>(at - ids->begin());
            out << csvQuoted(images->images[row].path) << ',' << csvQuoted(record.reason.english()) << "\r\n";
        }
    });
}

Result<void> writeFeaturesNpy(const Project& project, NetworkId network, const std::filesystem::path& file,
                              const std::vector<std::uint8_t>& keep) {
    const auto features = project.features(network);
    if (!features) return forward(features);
    if (keep.empty()) return writeNpy(file, *features);
    std::vector<int> rows;
    for (std::size_t row = 0; row < keep.size(); ++row)
        if (keep[row] != 0) rows.push_back(static_cast<int>(row));
    return writeNpy(file, FeatureMatrix((*features)(rows, Eigen::all)));
}

}  // namespace facespace
