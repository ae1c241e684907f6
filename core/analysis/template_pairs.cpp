#include <algorithm>
#include <fstream>
#include <unordered_map>

#include "core/analysis/pair_protocols.h"
#include "core/common/number_text.h"
#include "core/common/regular_file.h"
#include "core/dataset/block_lines.h"
#include "core/dataset/text.h"

namespace facespace {
namespace {

constexpr std::size_t kNamesKept = 20;

struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class TemplateReader {
  public:
    TemplateReader(const Templates& templates, std::string file) : templates_(templates), file_(std::move(file)) {
        rows_.reserve(templates.ids.size());
        for (std::size_t i = 0; i < templates.ids.size(); ++i)
            rows_.try_emplace(templates.ids[i], static_cast<std::int64_t>(i));
    }
    Result<void> add(std::string_view line, std::int64_t number);
    Result<PairList> finished();

  private:
    bool find(std::string_view id, std::int64_t& row) {
        const auto entry = rows_.find(id);
        if (entry != rows_.end()) {
            row = entry->second;
            return true;
        }
        if (list_.missingNames.size() < kNamesKept) list_.missingNames.push_back(readableText(id));
        return false;
    }
    bool known(std::string_view id) const { return rows_.find(id) != rows_.end(); }

    const Templates& templates_;
    std::string file_;
    std::unordered_map<std::string, std::int64_t, ViewHash, std::equal_to<>> rows_;
    PairList list_;
    std::vector<char> same_;  ///< What the third column says, as long as it says nothing but 0 and 1.
    bool labelled_ = true;
};

Result<void> TemplateReader::add(std::string_view line, std::int64_t number) {
    std::string_view fields[3];
    const std::size_t count = firstFields(line, fields);
    if (count == 0) return {};
    if (count < 2) return fail(ErrorCode::kFormat, say("Line {} of “{}” should hold two template ids.", number, file_));
    if (number == 1 && fields[0].starts_with("\xEF\xBB\xBF")) fields[0].remove_prefix(3);
    const bool header =
        number == 1 && !known(fields[0]) && fields[0].find_first_not_of("0123456789") != std::string_view::npos;
    if (header) return {};
    labelled_ = labelled_ && count == 3 && (fields[2] == "1" || fields[2] == "0");
    PairList::Pair p;
    const bool first = find(fields[0], p.a), second = find(fields[1], p.b);
    if (!first || !second) {
        ++list_.missing;
        return {};
    }
    p.genuine = templates_.identity[static_cast<std::size_t>(p.a)] == templates_.identity[static_cast<std::size_t>(p.b)];
    list_.pairs.push_back(p);
    if (labelled_) same_.push_back(fields[2] == "1" ? 1 : 0);
    return {};
}

Result<PairList> TemplateReader::finished() {
    if (labelled_)
        for (std::size_t i = 0; i < list_.pairs.size(); ++i) list_.pairs[i].genuine = same_[i] != 0;
    if (!list_.pairs.empty()) return std::move(list_);
    if (list_.missing == 0)
        return fail(ErrorCode::kNotFound, say("“{}” lists no pairs; choose those of these images.", file_));
    return fail(ErrorCode::kNotFound,
                say("None of the {} pairs of “{}” is in this project (the first missing one is “{}”); choose the "
                    "pairs of these images.",
                    groupedNumber(list_.missing), file_, list_.missingNames.front()));
}

}  // namespace

Result<PairList> readTemplatePairs(const std::filesystem::path& file, const Templates& templates) try {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    if (!in || std::filesystem::is_directory(file, error))
        return fail(ErrorCode::kIo, say("The pairs file “{}” cannot be read; check that it exists.", file.string()));
    TemplateReader reader(templates, file.string());
    BlockLines lines(in);
    while (const auto line = lines.next())
        if (const auto added = reader.add(*line, lines.number()); !added) return forward(added);
    return reader.finished();
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kResource, say("There is not enough memory for the pairs of “{}”.", file.string()));
}

}  // namespace facespace
