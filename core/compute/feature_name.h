#pragma once
#include <string>
#include <vector>

#include "core/extraction/crop.h"
#include "core/network/descriptor.h"
#include "core/project/records.h"

namespace facespace {

/// Whether features can be kept under a name.
enum class NameUse {
    kFree,       ///< No features have it.
    kContinues,  ///< Those of the same network, with faces cut out in the same way: what is missing is added to them.
    kTaken,      ///< Others have it.
};
NameUse useOfName(const std::string& name, const std::vector<NetworkRecord>& there, const NetworkDescriptor& network,
                  const CropSettings& settings);

/// The name to propose for a network's features: `wanted`, or with the first number that makes it free (“net 2”). Features
/// that would be continued keep their name.
std::string proposedName(const std::string& wanted, const std::vector<NetworkRecord>& there,
                         const NetworkDescriptor& network, const CropSettings& settings);

}  // namespace facespace
