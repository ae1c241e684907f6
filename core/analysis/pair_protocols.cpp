#include "core/analysis/pair_protocols.h"

#include <fmt/format.h>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "core/common/regular_file.h"

namespace facespace {
namespace {
constexpr std::size_t kNamesKept = 20;

std::vector<std::string> fieldsOf(const std::string& line, const char* separators) {
    std::vector<std::string> fields;
    for (std::size_t begin = line.find_first_not_of(separators); begin != std::string::npos;) {
        const std::size_t end = line.find_first_of(separators, begin);
        fields.push_back(line.substr(begin, end == std::string::npos ? end : end - begin));
        begin = end == std::string::npos ? end : line.find_first_not_of(separators, end);
    }
    return fields;
}

bool number(const std::string& text, int& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

class Finder {
  public:
    explicit Finder(PairList& list) : list_(list) {}
    std::unordered_map<std::string, std::int64_t> rows;
    bool find(const std::string& name, std::int64_t& row) {
        const auto entry = rows.find(name);
        if (entry != rows.end()) {
            row = entry->second;
            return true;
        }
        if (list_.missingNames.size() < kNamesKept) list_.missingNames.push_back(name);
        return false;
    }

  private:
    PairList& list_;
};

Result<PairList> checked(PairList list, const std::filesystem::path& file) {
    if (!list.pairs.empty()) return list;
    if (list.missingNames.empty())
        return fail(ErrorCode::kNotFound, say("“{}” lists no pairs; choose those of these images.", file.string()));
    return fail(ErrorCode::kNotFound,
                say("None of the {} pairs of “{}” is in this project (the first missing one is “{}”); choose the "
                    "pairs of these images.",
                    list.missing, file.string(), list.missingNames.front()));
}
}  // namespace

Result<PairList> readLfwPairs(const std::filesystem::path& file, const std::vector<std::string>& paths) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("The pairs file “{}” cannot be read; check that it exists.", file.string()));
    PairList list;
    Finder finder(list);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        std::string name = paths[i].substr(paths[i].find_last_of('/') + 1);
        finder.rows.try_emplace(name.substr(0, name.find_last_of('.')), static_cast<std::int64_t>(i));
    }
    std::string line;
    std::getline(in, line);
    const auto head = fieldsOf(line, "\t \r");
    int folds = 1, perFold = 0;
    const bool good = (head.size() == 1 && number(head[0], perFold)) ||
                      (head.size() == 2 && number(head[0], folds) && number(head[1], perFold));
    if (!good || folds < 1 || perFold < 1)
        return fail(
            ErrorCode::kFormat,
            say("Line 1 of “{}” should be the numbers of folds and of pairs, as in LFW's pairs.txt.", file.string()));
    list.folds = folds;
    for (std::int64_t number_ = 2, pair = 0; std::getline(in, line); ++number_) {
        const auto fields = fieldsOf(line, "\t \r");
        if (fields.empty()) continue;
        const bool genuine = fields.size() == 3;
        int n1 = 0, n2 = 0;
        if ((fields.size() != 3 && fields.size() != 4) || !number(fields[1], n1) || !number(fields[genuine ? 2 : 3], n2))
            return fail(ErrorCode::kFormat,
                        say("Line {} of “{}” should be “name n1 n2” or “name1 n1 name2 n2”.", number_, file.string()));
        PairList::Pair p;
        p.genuine = genuine;
        p.fold = static_cast<int>(std::min<std::int64_t>(pair++ / (2 * static_cast<std::int64_t>(perFold)), folds - 1));
        const bool first = finder.find(fmt::format("{}_{:04d}", fields[0], n1), p.a);
        const bool second = finder.find(fmt::format("{}_{:04d}", genuine ? fields[0] : fields[2], n2), p.b);
        if (first && second)
            list.pairs.push_back(p);
        else
            ++list.missing;
    }
    return checked(std::move(list), file);
}

Templates poolTemplates(const FeatureMatrix& x, const std::vector<std::string>& templateId,
                        const std::vector<std::string>& media, const std::vector<std::string>& identity) {
    const auto n = static_cast<std::size_t>(x.rows());
    if (templateId.size() != n || identity.size() != n || (!media.empty() && media.size() != n))
        throw std::logic_error("templates: one template and one identity per feature row");
    struct Sum {
        Eigen::RowVectorXd features;
        double count = 0;
    };
    struct Template {
        std::string id, identity;
        std::map<std::string, Sum> media;  // ordered, so that sums do not depend on hashing
    };
    std::vector<Template> all;
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < n; ++i) {
        if (templateId[i].empty()) continue;
        const auto [entry, isNew] = index.try_emplace(templateId[i], all.size());
        if (isNew) all.push_back({templateId[i], identity[i], {}});
        const auto row = x.row(static_cast<Eigen::Index>(i));
        if (!row.allFinite()) continue;
        const bool alone = media.empty() || media[i].empty();
        Sum& sum = all[entry->second].media[alone ? fmt::format("\n{:012d}", i) : media[i]];
        if (sum.count == 0) sum.features = Eigen::RowVectorXd::Zero(x.cols());
        sum.features += row.cast<double>();
        sum.count += 1;
    }
    Templates pooled;
    std::vector<Eigen::RowVectorXf> rows;
    for (const Template& t : all) {
        if (t.media.empty()) {
            ++pooled.withoutFeature;
            continue;
        }
        Eigen::RowVectorXd mean = Eigen::RowVectorXd::Zero(x.cols());
        for (const auto& [name, sum] : t.media) mean += sum.features / sum.count;
        rows.emplace_back((mean / static_cast<double>(t.media.size())).cast<float>());
        pooled.ids.push_back(t.id);
        pooled.identity.push_back(t.identity);
    }
    pooled.features.resize(static_cast<Eigen::Index>(rows.size()), x.cols());
    for (std::size_t r = 0; r < rows.size(); ++r) pooled.features.row(static_cast<Eigen::Index>(r)) = rows[r];
    return pooled;
}

Result<PairList> readTemplatePairs(const std::filesystem::path& file, const Templates& templates) {
    if (const auto fine = refuseSpecialFile(file); !fine) return forward(fine);
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, say("The pairs file “{}” cannot be read; check that it exists.", file.string()));
    PairList list;
    Finder finder(list);
    for (std::size_t i = 0; i < templates.ids.size(); ++i)
        finder.rows.try_emplace(templates.ids[i], static_cast<std::int64_t>(i));
    std::string line;
    for (std::int64_t number_ = 1; std::getline(in, line); ++number_) {
        const auto fields = fieldsOf(line, ",;\t \r\"");
        if (fields.empty()) continue;
        if (fields.size() < 2)
            return fail(ErrorCode::kFormat, say("Line {} of “{}” should hold two template ids.", number_, file.string()));
        const bool header = number_ == 1 && finder.rows.count(fields[0]) == 0 &&
                            fields[0].find_first_not_of("0123456789") != std::string::npos;
        if (header) continue;
        PairList::Pair p;
        const bool first = finder.find(fields[0], p.a), second = finder.find(fields[1], p.b);
        if (!first || !second) {
            ++list.missing;
            continue;
        }
        p.genuine = templates.identity[static_cast<std::size_t>(p.a)] == templates.identity[static_cast<std::size_t>(p.b)];
        list.pairs.push_back(p);
    }
    return checked(std::move(list), file);
}

}  // namespace facespace
