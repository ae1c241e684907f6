#include "tests/soak/process_use.h"

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace facespace::soak {
namespace {

int entriesOf(const char* folder) {
    return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

std::string kindOf(const std::string& mapping) {
    if (mapping.empty()) return "blocks and arenas";
    if (mapping == "[heap]") return "heap";
    if (mapping.starts_with("[stack")) return "stacks";
    if (mapping.starts_with("[")) return "system";
    if (mapping.find(".so") != std::string::npos) return "libraries";
    if (mapping.starts_with("/memfd") || mapping.starts_with("/SYSV") || mapping.starts_with("/dev/"))
        return "shared memory";
    if (mapping.find("/fonts/") != std::string::npos) return "fonts";
    return "other files";
}

}  // namespace

ProcessUse processUse() {
    ProcessUse use;
    std::ifstream smaps("/proc/self/smaps");
    std::string line, kind;
    while (std::getline(smaps, line)) {
        std::istringstream words(line);
        std::string first, second;
        words >> first >> second;
        if (!first.ends_with(":")) {  // "7f00-7f01 r--p 0000 08:01 123 /lib/x.so"
            std::string skipped, name;
            words >> skipped >> skipped >> skipped;
            std::getline(words >> std::ws, name);
            kind = kindOf(name);
            continue;
        }
        const auto megabytes = [&] { return std::stod(second) * 1024 / 1e6; };
        if (first == "Rss:") {
            use.resident += megabytes();
            use.kinds[kind] += megabytes();
        } else if (first == "Anonymous:") {
            use.anonymous += megabytes();
        }
    }
    std::ifstream status("/proc/self/status");
    for (std::string key; status >> key && std::getline(status, line);)
        if (key == "VmHWM:") use.most = std::stod(line) * 1024 / 1e6;
#ifdef __GLIBC__
    const auto allocator = ::mallinfo2();
    use.allocated = static_cast<double>(allocator.uordblks + allocator.hblkhd) / 1e6;
#endif
    use.files = entriesOf("/proc/self/fd");
    use.threads = entriesOf("/proc/self/task");
    return use;
}

std::string ProcessUse::text() const {
    std::string all = fmt::format(
        "{:.0f} MB (at most {:.0f} so far), {:.0f} its own, {:.0f} of it allocated, {} files, {} threads:", resident, most,
        anonymous, allocated, files, threads);
    for (const auto& [kind, size] : kinds) all += fmt::format(" {} {:.0f},", kind, size);
    all.pop_back();
    return all;
}

}  // namespace facespace::soak
