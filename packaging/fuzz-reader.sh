#!/bin/bash
# One reader under libFuzzer: fuzz-reader.sh BUILD_FOLDER READER SECONDS
# Inputs that it learns stay in BUILD_FOLDER/corpus for the next time; what it finds is written to BUILD_FOLDER/found.
set -euo pipefail
build="$1" reader="$2" seconds="$3"
learnt="$build/corpus/$reader" log="$build/found/$reader.log"
mkdir -p "$learnt" "$build/found"
# What other libraries never give back is not ours. Beyond 2 GiB an input of 64 KiB has found a reader that takes its word.
if ! ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 FACESPACE_LOG=off \
  "$build/fuzz/$reader" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=3072 -malloc_limit_mb=2048 \
  -print_final_stats=1 -artifact_prefix="$build/found/$reader-" "$learnt" "tests/fuzz/corpus/$reader" >"$log" 2>&1; then
  echo "$reader: FOUND something, see $log" >&2
  tail -n 30 "$log" >&2
  exit 1
fi
echo "$reader: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
