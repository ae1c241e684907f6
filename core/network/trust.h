#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/common/result.h"
#include "core/network/descriptor.h"
#include "core/network/weights.h"

/// A network is a program. None runs unless its weights come with FaceSpace or this user has said yes to their SHA-256 on
/// this machine. The yes is remembered outside every project, so that a project can neither bring nor claim it.
namespace facespace {

/// Where from the user's yes is taken.
enum class Consent {
    kListed,    ///< From the list; without an entry there the network does not run.
    kRemember,  ///< Given with this call, and from now on listed.
    kOnce,      ///< Given with this call, for this run alone.
};

/// What the user is asked before a network runs for the first time.
struct NetworkQuestion {
    std::string name;  ///< The network's.
    std::filesystem::path weights;
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// FACESPACE_TRUSTED_NETWORKS, else facespace/trusted-networks.json in XDG_CONFIG_HOME, else in ~/.config. Empty if there is
/// no home folder either.
std::filesystem::path trustedNetworksFile();

/// True if these weights come with FaceSpace (their bytes are among the installed ones) or are listed.
/// Errors: kFormat, kIo (the list cannot be read).
Result<bool> isTrusted(const Weights& weights);

/// Puts weights on the list, for this user on this machine. The list is replaced as a whole and readable by its owner alone.
/// Errors: kIo, kFormat.
Result<void> trustNetwork(const NetworkQuestion& network);

/// Whether these weights may run. Errors: kInvalid, naming file, size and hash; those of isTrusted.
Result<void> checkConsent(const Weights& weights, Consent consent);

/// What has to be asked before this network can run; empty if nothing has, or if it cannot run anyway.
std::optional<NetworkQuestion> openQuestion(const NetworkDescriptor& network);

}  // namespace facespace
