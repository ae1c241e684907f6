#include "core/common/hidden_name.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <optional>
#include <random>
#include <string_view>
#include <system_error>

namespace facespace {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kBeginning = ".facespace-";

/// Whether a number names the same process here and where a name was made: this start of this machine, and within it this
/// space of process numbers (a container has one of its own). FNV-1a.
std::uint32_t thisMachine() {
    static const std::uint32_t hash = [] {
        std::string where;
        std::ifstream("/proc/sys/kernel/random/boot_id") >> where;
        std::error_code ignored;
        where += fs::read_symlink("/proc/self/ns/pid", ignored).string();
        std::uint32_t mixed = 2166136261U;
        for (const char c : where) mixed = (mixed ^ static_cast<unsigned char>(c)) * 16777619U;
        return mixed;
    }();
    return hash;
}

struct Maker {
    std::uint32_t machine = 0;
    int process = 0;
};

template <class T>
bool readNumber(std::string_view text, T& value, int base) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size();
}

/// Of ".facespace-RANDOM.KIND-MACHINE-PROCESS".
std::optional<Maker> makerOf(std::string_view name) {
    constexpr std::string_view kJournal = "-journal";  // SQLite's, of a project
    if (!name.starts_with(kBeginning)) return std::nullopt;
    if (name.ends_with(kJournal)) name.remove_suffix(kJournal.size());
    const std::size_t process = name.rfind('-'), machine = name.rfind('-', process - 1);
    if (machine == std::string_view::npos || name.find('.', 1) > machine) return std::nullopt;
    Maker maker;
    if (!readNumber(name.substr(process + 1), maker.process, 10) || maker.process <= 0) return std::nullopt;
    if (!readNumber(name.substr(machine + 1, process - machine - 1), maker.machine, 16)) return std::nullopt;
    return maker;
}

bool isNobodys(const fs::directory_entry& entry) {
    constexpr auto kAtWork = std::chrono::minutes(30);
    const auto maker = makerOf(entry.path().filename().string());
    std::error_code error;
    if (!maker || !fs::is_regular_file(entry.symlink_status(error))) return false;
    if (maker->machine == thisMachine()) return ::kill(maker->process, 0) != 0 && errno == ESRCH;
    return fs::file_time_type::clock::now() - entry.last_write_time(error) > kAtWork && !error;
}

}  // namespace

std::string hiddenName(const std::string& kind) {
    std::random_device random;
    return fmt::format("{}{:08x}{:08x}.{}-{:08x}-{}", kBeginning, random(), random(), kind, thisMachine(), ::getpid());
}

void removeLeftovers(const fs::path& folder) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, error)) {
        std::error_code ignored;
        if (isNobodys(entry)) fs::remove(entry.path(), ignored);
    }
}

}  // namespace facespace
