#include "core/analysis/pair_file_protocol.h"

#include <unordered_map>

#include "core/container/pair_file.h"

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kFolds = 10;
constexpr std::size_t kMissingNamed = 20;

/// "lfw.bin/000017" of "sets/lfw.bin/000017".
std::string lastTwo(const std::string& path) {
    const auto entry = path.rfind('/');
    if (entry == std::string::npos || entry == 0) return path;
    const auto file = path.rfind('/', entry - 1);
    return file == std::string::npos ? path : path.substr(file + 1);
}

int foldOf(std::size_t pair, std::size_t pairs) {
    const std::size_t length = pairs / kFolds, longer = pairs % kFolds;
    const std::size_t inLonger = longer * (length + 1);
    return static_cast<int>(pair < inLonger ? pair / (length + 1) : longer + (pair - inLonger) / length);
}

}  // namespace

Result<PairList> readPairFile(const fs::path& file, const std::vector<std::string>& paths) {
    const auto pairs = PairFile::open(file);
    if (!pairs) return forward(pairs);
    std::unordered_map<std::string, std::int64_t> rows;
    for (std::size_t i = 0; i < paths.size(); ++i) rows.try_emplace(lastTwo(paths[i]), static_cast<std::int64_t>(i));
    const std::string prefix = file.filename().string() + '/';
    const auto& same = (*pairs)->same();
    PairList list;
    list.folds = same.size() >= kFolds ? static_cast<int>(kFolds) : 1;
    for (std::size_t p = 0; p < same.size(); ++p) {
        const auto a = rows.find(prefix + PairFile::entryName(2 * p)),
                   b = rows.find(prefix + PairFile::entryName(2 * p + 1));
        if (a != rows.end() && b != rows.end()) {
            list.pairs.push_back({a->second, b->second, same[p] != 0, list.folds > 1 ? foldOf(p, same.size()) : 0});
            continue;
        }
        ++list.missing;
        if (list.missingNames.size() < kMissingNamed)
            list.missingNames.push_back(prefix + PairFile::entryName(a == rows.end() ? 2 * p : 2 * p + 1));
    }
    if (list.pairs.empty())
        return fail(ErrorCode::kNotFound,
                    say("None of the {} pairs of “{}” is in this project (the first missing one is “{}”); choose the "
                        "pairs of these images.",
                        list.missing, file.string(), list.missingNames.front()));
    return list;
}

fs::path commonPairFile(const std::vector<std::string>& paths) {
    fs::path common;
    for (const std::string& path : paths) {
        const fs::path file = fs::path(path).parent_path();
        if (common.empty()) common = file;
        if (file != common || containerKind(file) != ContainerKind::kPairs) return {};
    }
    return common;
}

}  // namespace facespace
