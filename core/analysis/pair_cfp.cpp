#include <fmt/format.h>
#include <algorithm>
#include <unordered_map>

#include "core/analysis/pair_shapes.h"
#include "core/dataset/text.h"

namespace facespace::pairs {
namespace {
namespace fs = std::filesystem;
constexpr int kMostFolds = 100;

fs::path foldOf(const fs::path& folder, int fold) { return folder / fmt::format("{:02d}", fold); }

/// The list of images of one kind, F or P, in a folder above.
Result<std::unordered_map<std::int64_t, std::string>> imagesOfKind(const fs::path& folder, char kind) {
    fs::path above = folder;
    std::error_code error;
    for (int i = 0; i < 4 && above.has_relative_path(); ++i, above = above.parent_path()) {
        const fs::path file = above / fmt::format("Pair_list_{}.txt", kind);
        if (!fs::is_regular_file(file, error)) continue;
        const auto lines = readLines(file);
        if (!lines) return forward(lines);
        std::unordered_map<std::int64_t, std::string> images;
        for (const Line& line : *lines) {
            const auto number = pairNumber(line.cells[0]);
            if (line.cells.size() != 2 || !number)
                return fail(ErrorCode::kFormat,
                            say("Line {} of “{}” should be a number and an image.", line.number, file.string()));
            // They start from the protocol's folder.
            std::string path = line.cells[1];
            while (path.starts_with("../")) path.erase(0, 3);
            images.emplace(*number, std::move(path));
        }
        return images;
    }
    return fail(ErrorCode::kNotFound, say("There is no Pair_list_{}.txt above “{}”; keep CFP's folders as they are.",
                                          std::string(1, kind), folder.string()));
}

}  // namespace

bool isCfp(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder, error) && fs::is_regular_file(foldOf(folder, 1) / "same.txt", error);
}

Result<void> readCfp(const fs::path& folder, PairCollector& to) {
    const fs::path named = folder.has_filename() ? folder : folder.parent_path();
    const bool profile = lowerCase(named.filename().string()) == "fp";
    const auto first = imagesOfKind(fs::absolute(named), 'F');
    if (!first) return forward(first);
    const auto second = profile ? imagesOfKind(fs::absolute(named), 'P') : first;
    if (!second) return forward(second);
    std::error_code error;
    int fold = 0;
    for (; fold < kMostFolds && fs::is_directory(foldOf(folder, fold + 1), error); ++fold)
        for (const bool genuine : {true, false}) {
            const fs::path file = foldOf(folder, fold + 1) / (genuine ? "same.txt" : "diff.txt");
            const auto lines = readLines(file);
            if (!lines) return forward(lines);
            for (const Line& line : *lines) {
                const auto a = pairNumber(line.cells[0]), b = pairNumber(line.cells.back());
                if (line.cells.size() != 2 || !a || !b || !first->contains(*a) || !second->contains(*b))
                    return fail(ErrorCode::kFormat, say("Line {} of “{}” should be two numbers of CFP's lists of images.",
                                                        line.number, file.string()));
                to.add(to.byPath(first->at(*a)), to.byPath(second->at(*b)), genuine, fold);
            }
        }
    to.list.folds = fold;
    return {};
}

}  // namespace facespace::pairs
