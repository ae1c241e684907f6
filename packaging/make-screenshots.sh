#!/bin/bash
# Takes the pictures of the window that the README and the manual show, from the demo's project, without a display.
#   packaging/make-screenshots.sh [FOLDER] [--dark] [--only window,triage,…] [--size 1440x900]
# pngquant and optipng make them smaller where they are installed.
# FOLDER: where they go (default: resources/manual/images). FACESPACE_DEMO names a folder with a finished demo; without
# it the demo is made first. QT_SCALE_FACTOR=2 takes them for screens of double density.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
build="${FACESPACE_BUILD:-$here/build/release}"
folder="$here/resources/manual/images"
case "${1:-}" in ""|--*) ;; *) folder="$1"; shift ;; esac
"$here/packaging/install-deps.sh"
[ -f "$build/CMakeCache.txt" ] || cmake -S "$here" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$build" --target facespace-screenshots facespace-cli facespace-network-host facespace_resources
demo="${FACESPACE_DEMO:-$build/demo}"
[ -f "$demo/demo.facespace" ] || "$build/bin/facespace-cli" demo -o "$demo"
# The page Quality shows what was measured, if it was.
"$build/bin/facespace-cli" --quiet quality "$demo/demo.facespace" --network rendered-a --no-discard --leave-out 0 --kendall-leave-out 0 >/dev/null
# Those that the README and the manual show, unless others are asked for.
case " $folder $* " in
  *" --only "*) ;;
  " $here/resources/manual/images "*) set -- "$@" --only window,quality,prediction,suspects,compare,probe ;;
esac
xvfb-run -a -s "-screen 0 3840x2400x24" env LIBGL_ALWAYS_SOFTWARE=1 \
  "$build/bin/facespace-screenshots" "$demo/demo.facespace" "$folder" "$@"
# 256 colours are enough for them, and a third of the size.
if command -v pngquant >/dev/null; then
  for picture in "$folder"/*.png; do pngquant --force --speed 1 --quality 70-95 --skip-if-larger --output "$picture" "$picture" || true; done
fi
if command -v optipng >/dev/null; then optipng -quiet -o2 "$folder"/*.png; fi
