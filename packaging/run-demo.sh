#!/bin/bash
# From images and a network to the window: installs, builds, imports, extracts, maps, predicts, opens.
#   packaging/run-demo.sh IMAGES NETWORK.json [DETECTOR.onnx]
# IMAGES is a folder with one sub-folder per identity, or a manifest (CSV). Extra words for the import go in
# FACESPACE_IMPORT (for instance: FACESPACE_IMPORT="--map yaw=-pan,pitch=tilt"). Without a display the map and the tables are
# written to a folder. A second start goes on with the project that is there (FACESPACE_DEMO_DIR, default build/demo).
set -euo pipefail

usage() { echo "usage: $0 IMAGES NETWORK.json [DETECTOR.onnx]" >&2; exit 2; }
[ $# -ge 2 ] && [ $# -le 3 ] || usage
images="$(realpath -- "$1")"
network="$(realpath -- "$2")"
detector="${3:+$(realpath -- "$3")}"
[ -e "$images" ] || { echo "There is no “$1”; give a folder of images or a manifest." >&2; exit 1; }
[ -f "$network" ] || { echo "There is no network descriptor “$2”." >&2; exit 1; }
cd "$(dirname "$0")/.."

packaging/install-deps.sh
build="${FACESPACE_BUILD:-build/release}"
mkdir -p "$build"
echo "Building (the first time takes some minutes) …" >&2
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build/configure.log" 2>&1 || { cat "$build/configure.log" >&2; exit 1; }
cmake --build "$build" --target facespace facespace-cli facespace-network-host >"$build/build.log" 2>&1 || { tail -n 40 "$build/build.log" >&2; exit 1; }
cli="$build/bin/facespace-cli"

out="${FACESPACE_DEMO_DIR:-build/demo}"
mkdir -p "$out"
name="$(basename -- "$images")"
[ -d "$images" ] || name="$(basename -- "$(dirname -- "$images")")"
project="$out/$name.facespace"

if [ ! -e "$project" ]; then
  if [ -d "$images" ]; then source=("$images"); else source=(--manifest "$images"); fi
  # shellcheck disable=SC2086  # FACESPACE_IMPORT holds several words on purpose
  "$cli" import "${source[@]}" ${FACESPACE_IMPORT:-} -o "$project"
fi
label="$(basename -- "$network" .json)"
"$cli" extract "$project" --network "$network" --name "$label" ${detector:+--detector "$detector"}
"$cli" map "$project" --network "$label" --method pca
"$cli" map "$project" --network "$label" --method tsne
"$cli" predict "$project" --network "$label" || echo "No predictions: see the sentence above." >&2

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/bin/facespace" "$project"
fi
echo "There is no display, so the map and the tables are written to files instead." >&2
"$cli" export "$project" --network "$label" --table "$out/$name.csv" --features "$out/$name.npy" --skipped "$out/$name.skipped.csv"
QT_QPA_PLATFORM=offscreen "$build/bin/facespace" --export-map "$out/$name.map.png" "$project"
echo "Written to $(realpath "$out")"
