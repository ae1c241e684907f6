#include "core/network/trust.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/common/resources.h"
#include "core/common/sha256.h"
#include "core/network/open_file.h"

namespace facespace {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
constexpr std::uintmax_t kMaxListBytes = std::uintmax_t{4} << 20U;

/// {"networks": [{"sha256": …, "file": …, "bytes": …, "since": …}]}
Result<Json> readList(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (file.empty() || !fs::exists(status)) return Json{{"networks", Json::array()}};
    const auto damaged = [&] {
        return fail(
            ErrorCode::kFormat,
            say("The list of networks that may run, “{}”, is damaged; delete it, and FaceSpace asks again.", file.string()));
    };
    if (!fs::is_regular_file(status) || fs::file_size(file, error) > kMaxListBytes) return damaged();
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) return fail(ErrorCode::kIo, say("The list of networks that may run, “{}”, cannot be read.", file.string()));
    Json list = Json::parse(text, nullptr, false);
    if (!list.is_object() || !list.contains("networks") || !list["networks"].is_array()) return damaged();
    return list;
}

bool holds(const Json& list, const std::string& sha256) {
    return std::ranges::any_of(list["networks"], [&](const Json& entry) {
        const auto hash = entry.is_object() ? entry.find("sha256") : entry.end();
        return entry.is_object() && hash != entry.end() && hash->is_string() && *hash == sha256;
    });
}

/// 0, or the errno of what failed.
int writePrivately(const fs::path& file, const std::string& text) {
    std::string part = file.string() + ".XXXXXX";
    OpenFile out{::mkostemp(part.data(), O_CLOEXEC)};  // Readable and writable by the owner alone.
    if (out.fd < 0) return errno;
    const bool written = ::write(out.fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(out.fd) == 0 && ::rename(part.c_str(), file.c_str()) == 0;
    const int why = written ? 0 : std::max(errno, 1);
    if (!written) ::unlink(part.c_str());
    return why;
}

/// Only files of the same size are hashed.
bool comesWithFaceSpace(const Weights& weights) {
    const fs::path folder = resourceFolder();
    if (folder.empty()) return false;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / "networks", error)) {
        const std::string ending = entry.path().extension().string();
        const bool weightsFile = std::ranges::any_of(weightsFormats(), [&](const auto& f) { return ending == f.ending; });
        if (!weightsFile || !entry.is_regular_file(error)) continue;
        if (entry.file_size(error) != weights.bytes()) continue;
        if (const auto hash = sha256OfFile(entry.path()); hash && *hash == weights.sha256()) return true;
    }
    return false;
}

NetworkQuestion questionOf(const Weights& weights, std::string name) {
    return {std::move(name), weights.file(), weights.bytes(), weights.sha256()};
}

}  // namespace

fs::path trustedNetworksFile() {
    const auto named = [](const char* variable) {
        const char* value = std::getenv(variable);
        return fs::path(value != nullptr ? value : "");
    };
    if (const fs::path file = named("FACESPACE_TRUSTED_NETWORKS"); !file.empty()) return file;
    fs::path config = named("XDG_CONFIG_HOME");
    if (!config.is_absolute()) config = named("HOME").empty() ? fs::path() : named("HOME") / ".config";
    return config.empty() ? config : config / "facespace" / "trusted-networks.json";
}

Result<bool> isTrusted(const Weights& weights) {
    if (comesWithFaceSpace(weights)) return true;
    const auto list = readList(trustedNetworksFile());
    if (!list) return forward(list);
    return holds(*list, weights.sha256());
}

Result<void> trustNetwork(const NetworkQuestion& network) {
    const fs::path file = trustedNetworksFile();
    const auto refused = [&](int why) {
        return fail(ErrorCode::kIo,
                    say("That the network may run cannot be remembered in “{}”: {}.", file.string(), std::strerror(why)));
    };
    if (file.empty()) return refused(ENOENT);
    std::error_code error;
    const fs::path folder = fs::absolute(file, error).parent_path();
    fs::create_directories(folder, error);
    // Two programs that add at once do so one after the other.
    const OpenFile lock{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (lock.fd < 0 || ::flock(lock.fd, LOCK_EX) != 0) return refused(errno);
    auto list = readList(file);
    if (!list) return forward(list);
    if (holds(*list, network.sha256)) return {};
    (*list)["networks"].push_back({{"sha256", network.sha256},
                                   {"file", network.weights.string()},
                                   {"bytes", network.bytes},
                                   {"since", fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)))}});
    const std::string text = list->dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    if (const int why = writePrivately(file, text); why != 0) return refused(why);
    return {};
}

Result<void> checkConsent(const Weights& weights, Consent consent) {
    if (consent == Consent::kOnce) return {};
    const auto trusted = isTrusted(weights);
    if (trusted && *trusted) return {};
    if (consent == Consent::kRemember) {
        // The yes was given: that it cannot be kept is no reason not to run.
        if (const auto kept = trustNetwork(questionOf(weights, {})); !kept) spdlog::warn("{}", kept.error().message);
        return {};
    }
    if (!trusted) return forward(trusted);
    return fail(ErrorCode::kInvalid,
                say("The network “{}” ({} bytes, SHA-256 {}) is a program that was never allowed to run here; if you "
                    "trust where it comes from, allow it in the window or with “--trust”.",
                    weights.file().string(), weights.bytes(), weights.sha256()));
}

std::optional<NetworkQuestion> openQuestion(const NetworkDescriptor& network) {
    const auto weights = Weights::read(network.weightsFile);
    if (!weights) return std::nullopt;
    const auto trusted = isTrusted(*weights);
    if (trusted && *trusted) return std::nullopt;
    return questionOf(*weights, network.name);
}

}  // namespace facespace
