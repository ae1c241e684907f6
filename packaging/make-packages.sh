#!/bin/bash
# Builds the four Debian packages for the release that this runs on: packaging/make-packages.sh [FOLDER]
# They go into FOLDER (default: build/package). packaging/test-packages.sh tries them on fresh systems.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="$(realpath -m "${1:-build/package}")"
packaging/install-deps.sh
packaging/install-deps.sh --packages
cmake --preset package -DCMAKE_UNITY_BUILD=ON >/dev/null
cmake --build build/package
mkdir -p "$folder"
rm -f "$folder"/*.deb  # of an earlier version
(cd build/package && cpack --config CPackConfig.cmake -B "$folder" >/dev/null)
rm -rf "$folder/_CPack_Packages"
lintian --fail-on error,warning "$folder"/*.deb
ls -l "$folder"/*.deb
