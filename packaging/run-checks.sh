#!/bin/bash
# Everything that CI holds a change against; a stage that fails does not keep the others from running. Needs no display.
#   packaging/run-checks.sh [STAGE …]    without a name: all, in this order
#   style      the sources are as clang-format 14 writes them
#   arrows     modules include each other as ARCHITECTURE.md says
#   build      every file by itself (no unity build), warnings are errors
#   tests      all tests of that build but those that hold limits of time
#   sanitize   unit tests, map and thumbnails under the address and undefined-behaviour sanitizers
#   core-only  the core and the command line without Qt and VTK, every file by itself, warnings are errors
set -euo pipefail
cd "$(dirname "$0")/.."
export FACESPACE_BUILD=build/checks
jobs="$(nproc)"
TIMEFORMAT='%R s, of processor time %U + %S s'

configure() {  # configure FOLDER WORD …
  local folder="$1" launcher=()
  shift
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  mkdir -p "$folder"
  cmake "$@" "${launcher[@]}" >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log" >&2; return 1; }
}

style() {
  local formatter
  formatter="$(command -v clang-format-14)" || { echo "There is no clang-format 14 here: not checked." >&2; return 0; }
  git ls-files -z '*.cpp' '*.h' | xargs -0 "$formatter" --dry-run -Werror
}

arrows() { packaging/check-arrows.py; }

build() {
  configure "$FACESPACE_BUILD" -S . -B "$FACESPACE_BUILD" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=OFF \
    -DFACESPACE_TESTS=ON -DFACESPACE_WERROR=ON || return 1
  cmake --build "$FACESPACE_BUILD" -- -k 20
}

tests() {
  packaging/run-tests.sh -LE perf || return 1
  # A name with the bytes of an object in it is another one in every run.
  ! ctest --test-dir "$FACESPACE_BUILD" -N | grep -F -- '-byte object'
}

sanitize() {
  configure build/sanitize --preset sanitize || return 1
  cmake --build build/sanitize --target sanitized-tests || return 1
  # What other libraries never give back is not ours. The network host's cage leaves no room for the sanitizers (limits on
  # memory and calls), so that what starts it is left out; and the sanitizers' allocator has ways of its own.
  local not_here='^(network_test\.(Network|OnnxNetwork|OnnxCheck|RealNetwork|Trust|Cage|CageCalls|TorchScript|Outputs|Layers|OutputChoice)'
  not_here+='|extraction_test|real_extraction_test|probe_workflow_test|demo_test|common_test\.Memory)'
  ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
    ctest --test-dir build/sanitize -j "$jobs" --output-on-failure --no-tests=error -L 'unit|sanitized' -LE 'slow|perf' -E "$not_here"
}

core-only() {
  configure build/core-only --preset core-only -DCMAKE_UNITY_BUILD=OFF -DCMAKE_BUILD_TYPE=None -DFACESPACE_WERROR=ON -DFACESPACE_TESTS=OFF || return 1
  cmake --build build/core-only --target facespace-cli facespace-network-host || return 1
  build/core-only/bin/facespace-cli --help >/dev/null
}

packaging/install-deps.sh --checks
stages=(style arrows build tests sanitize core-only)
[ $# -eq 0 ] || stages=("$@")
failed=()
for stage in "${stages[@]}"; do
  case "$stage" in
    style|arrows|build|tests|sanitize|core-only) ;;
    *) echo "There is no stage “$stage”." >&2; exit 2 ;;
  esac
  echo "== $stage" >&2
  time "$stage" || failed+=("$stage")
done
[ ${#failed[@]} -eq 0 ] || { echo "Failed: ${failed[*]}" >&2; exit 1; }
