#pragma once
#include <filesystem>

/// Writes networks as they come from elsewhere: in other precisions, from other versions, with modules inside one another,
/// and files that are no networks (torchscript_test.cpp).
void makeOddNetworks(const std::filesystem::path& folder);
