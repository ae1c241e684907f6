#!/bin/bash
# Installs what is missing, builds, and runs all tests; each window has an X server of its own (tests/gui/with_display.sh).
# Arguments go to ctest (-L unit, -R map, -LE perf …).
#   FACESPACE_BUILD=DIR      where to build (default: build/release)
#   FACESPACE_CMAKE_OPTIONS  more for CMake (-DFACESPACE_WERROR=ON)
#   FACESPACE_TEST_DATA=DIR  real faces and networks for the tests that use them (default: ../shared/data if there)
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/install-deps.sh
build="${FACESPACE_BUILD:-build/release}"
if [ -z "${FACESPACE_TEST_DATA:-}" ] && [ -d ../shared/data ]; then
  FACESPACE_TEST_DATA="$(cd ../shared/data && pwd)"
  export FACESPACE_TEST_DATA
fi
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
mkdir -p "$build"
# From nothing, files of a module are compiled together (172 units in place of 519); a build that is there stays as it is.
together=()
[ -f "$build/CMakeCache.txt" ] || together=(-DCMAKE_UNITY_BUILD=ON)
options=()
read -r -a options <<<"${FACESPACE_CMAKE_OPTIONS:-}"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DFACESPACE_TESTS=ON "${together[@]}" "${launcher[@]}" "${options[@]}" >"$build/configure.log" 2>&1 \
  || { cat "$build/configure.log" >&2; exit 1; }
cmake --build "$build"
# Where huge pages come on request only, small runs that count in large tables spend their time in page faults: request them.
export GLIBC_TUNABLES="${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
exec ctest --test-dir "$build" -j "$(nproc)" --output-on-failure --no-tests=error "$@"
