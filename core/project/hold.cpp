#include "core/project/hold.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

namespace facespace {
namespace {
namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 4096;
constexpr std::size_t kMostName = 128;

fs::path fileOf(const fs::path& project) {
    std::error_code error;
    const fs::path whole = fs::absolute(project, error).lexically_normal();
    return whole.parent_path() / ("." + whole.filename().string() + ".open");
}

std::string nameOfUser() {
    std::array<char, 4096> room{};
    passwd entry{}, *found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, room.data(), room.size(), &found) == 0 && found != nullptr) return found->pw_name;
    return std::to_string(::geteuid());
}

std::string nameOfHost() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// Opens it, makes it where it is not there. Nothing but a small file with one name is touched: what lies there may have
/// come with the project.
int openLock(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (descriptor < 0) return -1;
    struct stat s {};
    if (::fstat(descriptor, &s) == 0 && S_ISREG(s.st_mode) && s.st_nlink == 1 && s.st_size <= static_cast<off_t>(kMostBytes))
        return descriptor;
    ::close(descriptor);
    return -1;
}

bool isStillThere(int descriptor, const fs::path& file) {
    struct stat mine {
    }, there{};
    return ::fstat(descriptor, &mine) == 0 && ::lstat(file.c_str(), &there) == 0 && mine.st_ino == there.st_ino &&
           mine.st_dev == there.st_dev;
}

std::string readAll(int descriptor) {
    std::string text(kMostBytes, '\0');
    const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

/// As one line of printable text, whoever wrote it.
std::string printable(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return {};
    std::string text = found->get<std::string>().substr(0, kMostName);
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return text;
}

Holder parsed(const std::string& text) {
    const auto object = nlohmann::json::parse(text, nullptr, false);
    Holder holder;
    if (!object.is_object()) return holder;
    holder.program = printable(object, "program");
    holder.user = printable(object, "user");
    holder.host = printable(object, "host");
    holder.sinceUtc = printable(object, "since");
    if (const auto p = object.find("process"); p != object.end() && p->is_number_integer())
        holder.process = p->get<std::int64_t>();
    return holder;
}

bool write(int descriptor, const std::string& program) {
    const nlohmann::json object{{"program", program},
                                {"user", nameOfUser()},
                                {"host", nameOfHost()},
                                {"process", ::getpid()},
                                {"since", fmt::format("{:%Y-%m-%d %H:%M}", fmt::gmtime(std::time(nullptr)))}};
    const std::string text = object.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n";
    return ::ftruncate(descriptor, 0) == 0 &&
           ::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

}  // namespace

bool Holder::isThisProcess() const { return process == ::getpid() && host == nameOfHost(); }

Text Holder::text() const {
    if (user.empty() || host.empty()) return say("another program");
    return say("{} on {}, since {} UTC ({}, process {})", user, host, sinceUtc, program, process);
}

ProjectHold ProjectHold::take(const fs::path& project, const std::string& program) {
    ProjectHold hold;
    hold.file_ = fileOf(project);
    // Whoever lets go removes the file: one that was locked just then is nobody's any more.
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int descriptor = openLock(hold.file_);
        if (descriptor < 0) return hold;
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) hold.other_ = parsed(readAll(descriptor));
            ::close(descriptor);
            return hold;
        }
        if (isStillThere(descriptor, hold.file_)) {
            if (!write(descriptor, program)) {
                ::close(descriptor);
                return hold;
            }
            hold.lock_ = descriptor;
            return hold;
        }
        ::close(descriptor);
    }
    return hold;
}

ProjectHold::ProjectHold(ProjectHold&& other) noexcept
    : lock_(std::exchange(other.lock_, -1)), file_(std::move(other.file_)), other_(std::move(other.other_)) {}

ProjectHold& ProjectHold::operator=(ProjectHold&& other) noexcept {
    if (this != &other) {
        release();
        lock_ = std::exchange(other.lock_, -1);
        file_ = std::move(other.file_);
        other_ = std::move(other.other_);
    }
    return *this;
}

ProjectHold::~ProjectHold() { release(); }

void ProjectHold::release() noexcept {
    if (lock_ < 0) return;
    if (isStillThere(lock_, file_)) ::unlink(file_.c_str());
    ::close(std::exchange(lock_, -1));
}

}  // namespace facespace
