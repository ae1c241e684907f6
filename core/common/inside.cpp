#include "core/common/inside.h"

#include <algorithm>
#include <system_error>

namespace facespace {
namespace fs = std::filesystem;

bool leadsInside(const fs::path& inner, const fs::path& outer) {
    std::error_code error;
    const fs::path a = fs::weakly_canonical(inner, error);
    if (error) return false;  // a circle of links, a folder that cannot be looked into
    const fs::path b = fs::weakly_canonical(outer, error);
    if (error) return false;
    const auto [end, rest] = std::mismatch(b.begin(), b.end(), a.begin(), a.end());
    return end == b.end() || (std::next(end) == b.end() && end->empty());  // a slash at the end
}

bool staysBelow(std::string_view path) {
    if (path.empty() || path.front() == '/' || path.find('\0') != std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (path.substr(begin, end - begin) == "..") return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace facespace
