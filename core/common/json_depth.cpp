#include "core/common/json_depth.h"

namespace facespace {

bool nestsDeeper(std::string_view json, int depth) {
    int open = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            if (++open > depth) return true;
        } else if (c == ']' || c == '}') {
            --open;
        }
    }
    return false;
}

}  // namespace facespace
