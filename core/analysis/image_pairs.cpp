#include "core/analysis/image_pairs.h"

#include "core/analysis/pair_shapes.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

/// One number a line, in the order of the list.
Result<std::vector<double>> scoresOf(const std::filesystem::path& file) {
    const auto lines = pairs::readLines(file);
    if (!lines) return forward(lines);
    std::vector<double> scores;
    for (const pairs::Line& line : *lines) {
        const auto score = parseNumber(line.cells.back());
        if (!score)
            return fail(ErrorCode::kFormat, say("Line {} of “{}” ends in no score; it should hold one number for each pair.",
                                                line.number, file.string()));
        scores.push_back(*score);
    }
    return scores;
}

Result<void> readShape(const std::filesystem::path& file, const PairImages& images, const std::string& column,
                       PairCollector& to) {
    if (pairs::isCfp(file)) return pairs::readCfp(file, to);
    const auto lines = pairs::readLines(file);
    if (!lines) return forward(lines);
    if (lines->empty())
        return fail(ErrorCode::kFormat, say("“{}” is empty; choose a list of pairs of images.", file.string()));
    if (pairs::areCoupled(*lines)) return pairs::readCoupled(*lines, file.string(), to);
    if (column.empty() && pairs::areLfw(*lines)) return pairs::readLfw(*lines, file.string(), images, to);
    return pairs::readTable(*lines, file.string(), images, column, to);
}

}  // namespace

Result<PairList> readImagePairs(const std::filesystem::path& file, const std::vector<std::string>& paths,
                                const std::vector<std::string>& identity, const std::string& scores) try {
    const PairImages images(paths, identity);
    PairCollector collector(images);
    std::error_code error;
    const bool apart = !scores.empty() && std::filesystem::is_regular_file(scores, error);
    std::vector<double> listed;
    if (apart) {
        auto read = scoresOf(scores);
        if (!read) return forward(read);
        listed = std::move(*read);
        collector.scoreNext(&listed);
    }
    if (const auto read = readShape(file, images, apart ? std::string() : scores, collector); !read) return forward(read);
    if (apart && collector.seen() != listed.size())
        return fail(ErrorCode::kInvalid, say("“{}” has {} scores, but “{}” lists {} pairs.", scores, listed.size(),
                                             file.string(), collector.seen()));
    return collector.finished(file.string());
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory for the pairs of “{}”.", file.string()));
}

}  // namespace facespace
