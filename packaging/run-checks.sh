#!/bin/bash
# Everything that CI holds a change against; a stage that fails does not keep the others from running. Needs no display.
#   packaging/run-checks.sh [--within SECONDS] [STAGE …]    without a name: all, in this order
# --within: a stage that is not through when the time is up fails nothing; it is said, and so are those not begun. “alone” and
# “sanitize” then look at what was changed last first.
#   style      the sources are as clang-format 14 writes them
#   arrows     modules include each other as ARCHITECTURE.md says
#   build      every file by itself (no unity build), warnings are errors
#   tests      all tests of that build but those that hold limits of time
#   sanitize   unit tests, map and thumbnails under the address and undefined-behaviour sanitizers; what of the second
#              takes two thirds of its time and the first finds, too, is left to “fuzz” (null, object size), as is alignment
#   fuzz       every reader of what comes from elsewhere under libFuzzer and the sanitizers, FACESPACE_FUZZ_SECONDS (60) each,
#              what is found is kept in build/fuzz/found; without Clang, 20,000 files each made without a fuzzer that learns
#   threads    jobs, extraction and maps under the thread sanitizer
#   offline    all tests of the build above once more, in a name space without a network
#   core-only  the core and the command line without Qt and VTK; built as for the sanitizers, so that ccache has most of it
#   alone      every file compiled by itself, errors and warnings only: what “build” finds in half its time, the files changed
#              last first
set -euo pipefail
cd "$(dirname "$0")/.."
export FACESPACE_BUILD=build/checks
# The same file with the same flags is the same in every build folder: no folder's name counts.
export CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1
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

# The programs with tests for the sanitizers, those whose room was changed last first.
newest_tests() {
  local program place
  for program in $(ninja -C build/sanitize -t query tests/sanitized-tests | grep -oE 'tests/bin/[a-z0-9_]+'); do
    place="$(ninja -C build/sanitize -t query "$program" | grep -oE 'tests/(unit|gui)/[a-z]+|tests/fuzz' | tail -n1)"
    echo "$(git log -1 --format=%ct -- "core/${place##*/}" "widgets/${place##*/}" "$place") ${program##*/}"
  done | sort -s -rn | cut -d' ' -f2
}

# What other libraries never give back is not ours. The network host's cage leaves no room for the sanitizers (limits on
# memory and calls), so that what starts it is left out; and the sanitizers' allocator has ways of its own.
starts_the_host='extraction_test|real_extraction_test|shards_test|probe_workflow_test|demo_test|decoder_process_test'
sanitized_tests() {  # ctest's own words …
  local not_here='^(network_test\.(Network|OnnxNetwork|OnnxCheck|RealNetwork|Trust|Cage|CageCalls|TorchScript|Outputs|Layers|OutputChoice|OnnxLayers|OnnxOutputs|GuessedNetwork)'
  not_here+="|$starts_the_host|common_test\.Memory)"
  ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 \
    ${limit:+timeout "$limit"} ctest --test-dir build/sanitize -j "$jobs" --output-on-failure --no-tests="${no_tests:-error}" -L 'unit|sanitized' -LE 'slow|perf' -E "$not_here" "$@"
}

sanitize() {
  configure build/sanitize --preset sanitize -DFACESPACE_WERROR=ON || return 1
  if [ -z "$until" ]; then
    cmake --build build/sanitize --target sanitized-tests || return 1
    sanitized_tests
    return
  fi
  # As many programs as there is time for, each built and run before the next.
  local program seen=() code=0
  for program in $(newest_tests | grep -vxE "$starts_the_host"); do
    [ "$SECONDS" -lt "$until" ] || break
    timeout $((until - SECONDS)) cmake --build build/sanitize --target "$program" >build/sanitize/build.log 2>&1 || code=$?
    [ $code -ne 124 ] || { code=0; break; }
    [ $code -eq 0 ] || { cat build/sanitize/build.log >&2; return 1; }
    [ "$SECONDS" -lt "$until" ] || break
    limit=$((until - SECONDS)) no_tests=ignore sanitized_tests -R "^$program\." || code=$?
    [ $code -ne 124 ] || { code=0; break; }
    [ $code -eq 0 ] || return 1
    seen+=("$program")
  done
  echo "Under the sanitizers, the rooms changed last first: ${seen[*]:-none}." >&2
  [ ${#seen[@]} -eq "$(newest_tests | grep -cvxE "$starts_the_host")" ] || unfinished+=(sanitize)
}

has_fuzzer() {
  echo 'extern "C" int LLVMFuzzerTestOneInput(const char*, unsigned long) { return 0; }' |
    clang++-14 -fsanitize=fuzzer,address -x c++ - -o /dev/null 2>/dev/null
}

fuzz() {
  if ! has_fuzzer; then
    echo "There is no clang 14 here: files are made without libFuzzer." >&2
    configure build/sanitize --preset sanitize || return 1
    cmake --build build/sanitize --target corpus_test graph_corpus_test || return 1
    FACESPACE_FUZZ_INPUTS=20000 ASAN_OPTIONS=detect_leaks=0 \
      ${limit:+timeout "$limit"} ctest --test-dir build/sanitize -j "$jobs" --output-on-failure --no-tests=error --timeout 3600 -R 'corpus_test\.'
    return
  fi
  configure build/fuzz --preset fuzz || return 1
  cmake --build build/fuzz --target fuzzers || return 1
  local seconds="${FACESPACE_FUZZ_SECONDS:-60}"
  mkdir -p build/fuzz/found
  find build/fuzz/fuzz -type f -printf '%f\n' | sort | xargs -P "$jobs" -I READER packaging/fuzz-reader.sh build/fuzz READER "$seconds"
}

threads() {
  configure build/tsan --preset tsan || return 1
  cmake --build build/tsan --target threads-tests || return 1
  # The network host is no part of it: its cage has no room for the sanitizer, and LibTorch is not built for it.
  FACESPACE_NETWORK_HOST="${FACESPACE_NETWORK_HOST:-$PWD/$FACESPACE_BUILD/bin/facespace-network-host}" \
    TSAN_OPTIONS="suppressions=$PWD/packaging/tsan-suppressions.txt ignore_noninstrumented_modules=1 halt_on_error=0 second_deadlock_stack=1" \
    ctest --test-dir build/tsan -j "$jobs" --output-on-failure --no-tests=error --timeout 1200 -L threads -LE perf
}

offline() {
  unshare --map-root-user --net true 2>/dev/null || { echo "Name spaces are not allowed here: not checked." >&2; return 0; }
  [ -f "$FACESPACE_BUILD/CTestTestfile.cmake" ] || { echo "Build first: packaging/run-checks.sh build." >&2; return 1; }
  unshare --map-root-user --net ctest --test-dir "$FACESPACE_BUILD" -j "$jobs" --output-on-failure --no-tests=error -LE perf
}

core-only() {
  configure build/core-only --preset sanitize -B build/core-only -DFACESPACE_GUI=OFF -DFACESPACE_WERROR=ON -DFACESPACE_TESTS=OFF || return 1
  cmake --build build/core-only --target facespace-cli facespace-network-host || return 1
  build/core-only/bin/facespace-cli --help >/dev/null
}

alone() {
  configure build/alone --preset release -B build/alone -DCMAKE_UNITY_BUILD=OFF -DFACESPACE_WERROR=ON -DCMAKE_GLOBAL_AUTOGEN_TARGET=ON || return 1
  cmake --build build/alone --target autogen >build/alone/autogen.log || { cat build/alone/autogen.log >&2; return 1; }
  packaging/compile-alone.py build/alone ${until:+--seconds $((until > SECONDS ? until - SECONDS : 1))}
}

# The stage by itself, so that it can be ended; “alone” and “sanitize” keep the time themselves.
run_stage() {
  if [ -z "$until" ] || [ "$1" = alone ] || [ "$1" = sanitize ]; then "$1"; return; fi
  timeout $((until - SECONDS)) "$0" "$1" || { local code=$?; [ $code -ne 124 ] || unfinished+=("$1"); return $code; }
}

all=(style arrows build tests offline sanitize fuzz threads core-only alone)
until=
if [ "${1:-}" = --within ]; then
  [[ "${2:-}" =~ ^[0-9]+$ ]] || { echo "usage: $0 [--within SECONDS] [STAGE …]" >&2; exit 2; }
  until=$((SECONDS + $2))
  shift 2
fi
stages=("${all[@]}")
[ $# -eq 0 ] || stages=("$@")
for stage in "${stages[@]}"; do
  [[ " ${all[*]} " == *" $stage "* ]] || { echo "There is no stage “$stage”." >&2; exit 2; }
done
packaging/install-deps.sh --checks
failed=() unfinished=()
for stage in "${stages[@]}"; do
  if [ -n "$until" ] && [ "$SECONDS" -ge "$until" ]; then unfinished+=("$stage"); continue; fi
  echo "== $stage" >&2
  time run_stage "$stage" || failed+=("$stage")
done
for stage in "${unfinished[@]}"; do
  echo "There was no time for “$stage”: packaging/run-checks.sh $stage." >&2
  for i in "${!failed[@]}"; do [ "${failed[$i]}" != "$stage" ] || unset "failed[$i]"; done
done
[ ${#failed[@]} -eq 0 ] || { echo "Failed: ${failed[*]}" >&2; exit 1; }
