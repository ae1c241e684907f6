#!/bin/bash
# Tries the archive of packaging/make-portable.sh on fresh systems that have nothing, as somebody who is not root, but needs root to make
# them: packaging/test-portable.sh ARCHIVE.tar.xz [bookworm|trixie …]
#   FACESPACE_SYSTEMS, FACESPACE_MIRROR  as in packaging/fresh-system.sh
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 ARCHIVE.tar.xz [RELEASE …]" >&2; exit 2; }
# shellcheck source=packaging/fresh-system.sh
. "$(dirname "$0")/fresh-system.sh"
can_make_systems
archive="$(realpath "$1")"
[ -f "$archive" ] || fail "There is no “$1”; packaging/make-portable.sh makes it."
shift
[ $# -gt 0 ] || set -- "$(. /etc/os-release && echo "$VERSION_CODENAME")"

# try PLACE: what is there runs from there, whatever it is called and wherever it was before.
try() {
  local cli="$1/bin/facespace-cli" folder="/home/tester/$2" begun
  as_tester "$cli" --version
  as_tester "$cli" --quiet synth -o "$folder/faces" --identities 50 --images 1000
  begun=$SECONDS
  as_tester "$cli" --quiet import --manifest "$folder/faces/manifest.csv" -o "$folder/own.facespace"
  as_tester "$cli" --quiet extract "$folder/own.facespace" --network "$1/share/facespace/networks/rendered-a.json"
  as_tester "$cli" --quiet map "$folder/own.facespace" --method tsne
  echo "  1,000 images to a map: $((SECONDS - begun)) s"
  as_tester env FACESPACE_IMAGE_DECODER="$1/libexec/facespace/facespace-image-decoder" \
    "$cli" --quiet extract "$folder/own.facespace" --network "$1/share/facespace/networks/rendered-b.json"
  as_tester "$cli" --quiet figure "$folder/own.facespace" -o "$folder/map.pdf"
  as_tester grep -q LiberationSans "$folder/map.pdf" || fail "The figure has another font than Liberation Sans."
  as_tester "$cli" --quiet report "$folder/own.facespace" -o "$folder/report" >/dev/null
  [ -s "$root$folder/report/report.html" ] || fail "There is no report."
}

for release in "$@"; do
  echo "$release"
  fresh_system "$release"
  command -v xz >/dev/null || fail "xz is missing; apt-get install xz-utils."
  mkdir "$root/home/tester/unpacked"
  tar -C "$root/home/tester/unpacked" -xf "$archive"  # a fresh system may lack xz
  in_it chown -R tester:tester /home/tester
  try "/home/tester/unpacked/$(ls "$root/home/tester/unpacked")" first
  echo "· moved"
  as_tester sh -c 'mkdir "/home/tester/a place" && mv /home/tester/unpacked/* "/home/tester/a place/face space"'
  try "/home/tester/a place/face space" second
  remove_system
  echo "$release: fine"
done
