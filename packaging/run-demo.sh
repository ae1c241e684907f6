#!/bin/bash
# The demo, or your own images and network: installs, builds, imports, extracts, maps, predicts, opens the window.
#   packaging/run-demo.sh [--full]                          rendered faces and the two networks that come with FaceSpace
#   packaging/run-demo.sh IMAGES NETWORK.json [DETECTOR.onnx]
# --full makes 24,000 images of 500 people instead of 6,000 of 125. IMAGES is a folder with one sub-folder per identity, or a
# manifest (CSV). Extra words for the import go in FACESPACE_IMPORT (for instance: FACESPACE_IMPORT="--map yaw=pan,pitch=tilt").
# Without a display figures and tables are written to a folder. A second start goes on with what is there
# (FACESPACE_DEMO_DIR, default build/demo).
set -euo pipefail

usage() { echo "usage: $0 [--full] | $0 IMAGES NETWORK.json [DETECTOR.onnx]" >&2; exit 2; }
mode=own full=()
case $# in
  0) mode=demo ;;
  1) [ "$1" = --full ] || usage; mode=demo full=(--full) ;;
  2|3)
    images="$(realpath -- "$1")"
    network="$(realpath -- "$2")"
    detector="${3:+$(realpath -- "$3")}"
    [ -e "$images" ] || { echo "There is no “$1”; give a folder of images or a manifest." >&2; exit 1; }
    [ -f "$network" ] || { echo "There is no network descriptor “$2”." >&2; exit 1; } ;;
  *) usage ;;
esac
cd "$(dirname "$0")/.."

packaging/install-deps.sh
build="${FACESPACE_BUILD:-build/release}"
mkdir -p "$build"
echo "Building (the first time takes some minutes) …" >&2
together=()  # as in run-tests.sh
[ -f "$build/CMakeCache.txt" ] || together=(-DCMAKE_UNITY_BUILD=ON)
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${together[@]}" >"$build/configure.log" 2>&1 || { cat "$build/configure.log" >&2; exit 1; }
cmake --build "$build" --target facespace facespace-cli facespace-network-host facespace_resources >"$build/build.log" 2>&1 \
  || { tail -n 40 "$build/build.log" >&2; exit 1; }
cli="$build/bin/facespace-cli"
out="${FACESPACE_DEMO_DIR:-build/demo}"
display="${DISPLAY:-}${WAYLAND_DISPLAY:-}"
mkdir -p "$out"

# write PROJECT NETWORK NAME: what a window would show, as files
write() {
  "$cli" export "$1" --network "$2" --table "$out/$3.csv" --features "$out/$3.npy" --skipped "$out/$3.skipped.csv"
}

if [ "$mode" = demo ]; then
  [ ${#full[@]} -eq 0 ] || out="$out/full"
  if [ -n "$display" ]; then exec "$build/bin/facespace" --demo "$out" "${full[@]}"; fi
  echo "There is no display, so figures and tables are written to files instead." >&2
  "$cli" demo -o "$out" "${full[@]}"
  project="$out/demo.facespace"
  for label in $("$cli" info "$project" --json | python3 -c 'import json,sys; [print(n["name"]) for n in json.load(sys.stdin)["networks"]]'); do
    write "$project" "$label" "$label"
    "$cli" verify "$project" --network "$label" -o "$out/$label.verification"
  done
  QT_QPA_PLATFORM=offscreen "$build/bin/facespace" --export-map "$out/map.png" "$project"
  echo "Written to $(realpath "$out")"
  exit 0
fi

name="$(basename -- "$images")"
[ -d "$images" ] || name="$(basename -- "$(dirname -- "$images")")"
project="$out/$name.facespace"
if [ ! -e "$project" ]; then
  if [ -d "$images" ]; then source=("$images"); else source=(--manifest "$images"); fi
  # shellcheck disable=SC2086  # FACESPACE_IMPORT holds several words on purpose
  "$cli" import "${source[@]}" ${FACESPACE_IMPORT:-} -o "$project"
fi
label="$(basename -- "$network" .json)"
# Whoever names a network here wants it to run.
"$cli" extract "$project" --network "$network" --trust --name "$label" ${detector:+--detector "$detector"}
"$cli" map "$project" --network "$label" --method pca
"$cli" map "$project" --network "$label" --method tsne
"$cli" predict "$project" --network "$label" || echo "No predictions: see the sentence above." >&2

if [ -n "$display" ]; then exec "$build/bin/facespace" "$project"; fi
echo "There is no display, so the map and the tables are written to files instead." >&2
write "$project" "$label" "$name"
QT_QPA_PLATFORM=offscreen "$build/bin/facespace" --export-map "$out/$name.map.png" "$project"
echo "Written to $(realpath "$out")"
