#!/bin/bash
# The window, driven for a long time over a project of rendered faces: memory and handles must stay flat.
#   packaging/soak.sh [BUILD_FOLDER [IMAGES [MINUTES [ROUNDS [MEGABYTES]]]]]     (build/release 6000 30 5 600)
# The project is made once, in BUILD_FOLDER/soak.
set -euo pipefail
cd "$(dirname "$0")/.."
build="${1:-build/release}" images="${2:-6000}" minutes="${3:-30}" rounds="${4:-5}" most="${5:-600}"
folder="$build/soak/$images" cli="$build/bin/facespace-cli" networks="$build/share/facespace/networks"
project="$folder/p.facespace"
mkdir -p "$build/soak"
cmake --build "$build" --target facespace-soak >"$build/soak/build.log" || { cat "$build/soak/build.log" >&2; exit 1; }
if [ ! -f "$folder/made" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  "$cli" synth -o "$folder/set" --identities $((images / 50 + 2)) --images "$images" --size 96
  "$cli" import "$folder/set" --manifest "$folder/set/manifest.csv" -o "$project"
  for network in rendered-a rendered-b; do "$cli" extract "$project" --network "$networks/$network.json"; done
  "$cli" map "$project" --network rendered-a --method tsne
  "$cli" map "$project" --network rendered-b --method pca
  "$cli" predict "$project" --network rendered-a
  "$cli" trust "$project" --all
  touch "$folder/made"
fi >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
tests/gui/with_display.sh "$build/bin/facespace-soak" "$project" --minutes "$minutes" --rounds "$rounds" --most "$most"
