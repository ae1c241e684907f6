#!/bin/bash
# Tries the packages on fresh systems, as root: packaging/test-packages.sh FOLDER_OF_DEBS [bookworm|trixie …]
# Each release is made by debootstrap in a folder of its own, which goes afterwards. There: install, 1,000 own images to a map within
# 60 s, the demo without a display, the window under Xvfb, an upgrade that keeps projects and settings, removal that leaves nothing.
# Packages must have been built on the release on which they are tried (packaging/make-packages.sh); who uses them is not root.
#   FACESPACE_SYSTEMS, FACESPACE_MIRROR  as in packaging/fresh-system.sh
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 FOLDER_OF_DEBS [RELEASE …]" >&2; exit 2; }
# shellcheck source=packaging/fresh-system.sh
. "$(dirname "$0")/fresh-system.sh"
can_make_systems
debs="$(realpath "$1")"
compgen -G "$debs/*.deb" >/dev/null || fail "There are no packages in “$1”; packaging/make-packages.sh builds them."
shift
[ $# -gt 0 ] || set -- "$(. /etc/os-release && echo "$VERSION_CODENAME")"
packages=(facespace facespace-cli facespace-networks python3-facespace)

install() { in_it sh -c "apt-get install -y -qq --no-install-recommends $*" >/dev/null; }
# Everything but what any installation leaves: lists, logs and caches of the system's own.
files() { in_it find / -xdev \( -path /proc -o -path /dev -o -path /debs -o -path /tmp -o -path /var/cache -o -path /var/log -o -path /var/lib/apt \
  -o -path /var/lib/dpkg -o -path /home/tester \) -prune -o -print | LC_ALL=C sort; }

# The same packages with a higher version, as an upgrade has them.
newer_debs() {  # FROM TO
  local deb folder
  mkdir -p "$2"
  for deb in "$1"/*.deb; do
    folder="$(mktemp -d -p "$2")"
    dpkg-deb -R "$deb" "$folder"
    sed -i -E 's/^(Version: .*)/\1+newer/; s/(\(= [^)]*)\)/\1+newer)/g' "$folder/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$folder" "$2/$(basename "$deb" .deb)-newer.deb" >/dev/null
    rm -rf "$folder"
  done
}

try_command_line() {
  install /debs/facespace-cli_*.deb /debs/facespace-networks_*.deb /debs/python3-facespace_*.deb
  if in_it dpkg-query -W -f '${Depends}\n' facespace-cli | grep -oE 'lib(qt|vtk)[^ ,]*'; then fail "The command line depends on these."; fi
  # Of Debian 12 LibTorch itself asks for OpenCV's windows, and they for Qt 5.
  if in_it dpkg-query -W -f '${Package}\n' | grep -E '^lib(qt6|vtk)'; then fail "The command line brings these along."; fi
  as_tester facespace-cli --version
  echo "· own images to a map"
  local begun project=/home/tester/own.facespace networks=/usr/share/facespace/networks
  as_tester facespace-cli --quiet synth -o /home/tester/faces --identities 50 --images 1000
  begun=$SECONDS
  as_tester facespace-cli --quiet import --manifest /home/tester/faces/manifest.csv -o $project
  as_tester facespace-cli --quiet extract $project --network $networks/rendered-a.json
  as_tester facespace-cli --quiet map $project --method tsne
  echo "  $((SECONDS - begun)) s"
  [ $((SECONDS - begun)) -le 60 ] || fail "1,000 images took $((SECONDS - begun)) s."
  as_tester env FACESPACE_IMAGE_DECODER=/usr/libexec/facespace/facespace-image-decoder \
    facespace-cli --quiet extract $project --network $networks/rendered-b.json  # it must be there
  echo "· the demo without a display, and figures"
  as_tester facespace-cli --quiet demo -o /home/tester/demo >/dev/null
  as_tester facespace-cli --quiet figure /home/tester/demo/demo.facespace -o /home/tester/map.pdf
  as_tester python3 -c 'import facespace; p = facespace.open("/home/tester/demo/demo.facespace"); print(" ", p, p.features("rendered-a").shape)'
}

try_window() {
  install '/debs/*.deb'
  echo "· the window"
  as_tester facespace /home/tester/own.facespace 2>"$root.window" && fail "The window started without a display." || true
  grep -q "There is no display" "$root.window" || fail "Without a display the window said: $(cat "$root.window")"
  as_tester env QT_QPA_PLATFORM=offscreen facespace --export-map /home/tester/map.png /home/tester/demo/demo.facespace
  install xvfb xauth libgl1-mesa-dri
  as_tester xvfb-run -a timeout 60 facespace --live /home/tester/own.facespace >"$root.window" 2>&1 &
  local window=$! tries=0
  until as_tester python3 -c 'import facespace; w = facespace.open("/home/tester/own.facespace").live(); w.selection = [1, 2]; print(" ", w, w.selection)' \
    2>"$root.live"; do
    [ $((++tries)) -lt 25 ] || { cat "$root.live" "$root.window" >&2; fail "The window does not answer."; }
    sleep 1
  done
  wait "$window" || [ $? -eq 124 ]
  compgen -G "$root/home/tester/.config/FaceSpace/*" >/dev/null || fail "The window keeps no settings in “~/.config/FaceSpace”."
}

# What is the user's: projects and settings.
kept() { (cd "$root/home/tester" && find demo/demo.facespace own.facespace .config -type f -exec sha256sum {} + | LC_ALL=C sort); }

try_upgrade_and_removal() {
  local before; before="$(kept)"
  install '/debs/newer/*.deb'
  in_it dpkg-query -W -f '${Version}\n' facespace | grep -q newer || fail "The upgrade installed nothing."
  [ "$before" = "$(kept)" ] || fail "The upgrade changed a project or settings."
  as_tester facespace-cli --quiet info /home/tester/own.facespace >/dev/null
  before="$(kept)"  # what opens a project may write into it
  in_it apt-get purge -y -qq "${packages[@]}" xvfb xauth libgl1-mesa-dri >/dev/null
  in_it apt-get autoremove -y -qq --purge >/dev/null
  [ "$before" = "$(kept)" ] || fail "The removal changed a project or settings."
  files >"$root.after"
  if LC_ALL=C comm -13 "$root.before" "$root.after" | grep -i facespace; then fail "These are left after the removal."; fi
  # Packages that came along may leave something of theirs; it is shown.
  LC_ALL=C comm -13 "$root.before" "$root.after" | sed 's/^/  left by others: /' | head -20
}

for release in "$@"; do
  echo "$release"
  fresh_system "$release"
  mkdir "$root/debs"
  cp "$debs"/*.deb "$root/debs"
  newer_debs "$debs" "$root/debs/newer"
  files >"$root.before"
  try_command_line
  try_window
  echo "· upgrade and removal"
  try_upgrade_and_removal
  remove_system
  echo "$release: fine"
done
