#pragma once
#include <filesystem>

/// Writes networks that do what a network should not be able to do, for the tests of the cage (cage_test.cpp).
void makeHostileNetworks(const std::filesystem::path& folder);
