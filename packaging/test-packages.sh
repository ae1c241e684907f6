#!/bin/bash
# Tries the packages on fresh systems, as root: packaging/test-packages.sh FOLDER_OF_DEBS [bookworm|trixie …]
# Each release is made by debootstrap in a folder of its own, which goes afterwards. There: install, 1,000 own images to a map within
# 60 s, the demo without a display, the window under Xvfb, an upgrade that keeps projects and settings, removal that leaves nothing.
# Packages must have been built on the release on which they are tried (packaging/make-packages.sh).
#   FACESPACE_SYSTEMS=FOLDER  keeps the fresh systems there, so that the next try need not make them again
#   FACESPACE_MIRROR=URL      the mirror to make them from (default: debootstrap's)
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 FOLDER_OF_DEBS [RELEASE …]" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "Only root can make a system to try packages in." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing; apt-get install debootstrap." >&2; exit 1; }
debs="$(realpath "$1")"
compgen -G "$debs/*.deb" >/dev/null || { echo "There are no packages in “$1”; packaging/make-packages.sh builds them." >&2; exit 1; }
shift
[ $# -gt 0 ] || set -- "$(. /etc/os-release && echo "$VERSION_CODENAME")"
packages=(facespace facespace-cli facespace-networks python3-facespace)
root=

fail() { echo "$*" >&2; exit 1; }
in_it() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/tester LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Everything but what any installation leaves: lists, logs and caches of the system's own.
files() { in_it find / -xdev \( -path /proc -o -path /dev -o -path /debs -o -path /tmp -o -path /var/cache -o -path /var/log -o -path /var/lib/apt \
  -o -path /var/lib/dpkg -o -path /home/tester \) -prune -o -print | LC_ALL=C sort; }

fresh_system() {  # RELEASE FOLDER
  local kept="${FACESPACE_SYSTEMS:+$FACESPACE_SYSTEMS/$1.tar}"
  mkdir -p "$2"
  if [ -n "$kept" ] && [ -f "$kept" ]; then tar -C "$2" -xpf "$kept"; return; fi
  debootstrap --variant=minbase "$1" "$2" ${FACESPACE_MIRROR:+"$FACESPACE_MIRROR"} >"$2.log" 2>&1 || { tail "$2.log" >&2; fail "$1 could not be made."; }
  # Packages are built on systems that have their updates.
  local mirror; mirror="$(awk '$1 == "deb" {print $2; exit}' "$2/etc/apt/sources.list")"
  printf 'deb %s %s main\ndeb http://deb.debian.org/debian-security %s-security main\n' "$mirror" "$1-updates" "$1" >>"$2/etc/apt/sources.list"
  root="$2"
  in_it apt-get update -qq
  in_it apt-get upgrade -y -qq >/dev/null
  in_it apt-get install -y -qq --no-install-recommends xvfb xauth libgl1-mesa-dri >/dev/null
  in_it apt-get clean
  if [ -n "$kept" ]; then mkdir -p "$FACESPACE_SYSTEMS"; tar -C "$2" -cpf "$kept" .; fi
}

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

try() {
  local home="$root/home/tester" begun project settings
  mkdir -p "$root/debs" "$home"
  cp "$debs"/*.deb "$root/debs"
  newer_debs "$debs" "$root/debs/newer"
  files >"$root.before"
  in_it sh -c 'apt-get install -y -qq --no-install-recommends /debs/*.deb' >/dev/null
  in_it facespace-cli --version
  echo "· own images to a map"
  in_it facespace-cli --quiet synth -o /home/tester/faces --identities 50 --images 1000
  begun=$SECONDS
  in_it facespace-cli --quiet import --manifest /home/tester/faces/manifest.csv -o /home/tester/own.facespace
  in_it facespace-cli --quiet extract /home/tester/own.facespace --network /usr/share/facespace/networks/rendered-a.json
  in_it facespace-cli --quiet map /home/tester/own.facespace --method tsne
  echo "  $((SECONDS - begun)) s"
  [ $((SECONDS - begun)) -le 60 ] || fail "1,000 images took $((SECONDS - begun)) s."
  in_it env FACESPACE_IMAGE_DECODER=/usr/libexec/facespace/facespace-image-decoder facespace-cli --quiet extract \
    /home/tester/own.facespace --network /usr/share/facespace/networks/rendered-b.json  # it must be there
  echo "· the demo without a display, and figures"
  in_it facespace-cli --quiet demo -o /home/tester/demo >/dev/null
  in_it facespace-cli --quiet figure /home/tester/demo/demo.facespace -o /home/tester/map.pdf
  in_it python3 -c 'import facespace; p = facespace.open("/home/tester/demo/demo.facespace"); print(" ", p, p.features("rendered-a").shape)'
  in_it sh -c 'facespace /home/tester/own.facespace' 2>"$root.window" && fail "The window started without a display." || true
  grep -q "There is no display" "$root.window" || fail "Without a display the window said: $(cat "$root.window")"
  echo "· the window"
  in_it xvfb-run -a timeout 40 facespace --live /home/tester/own.facespace >"$root.window" 2>&1 &
  local window=$!
  sleep 15
  in_it python3 -c 'import facespace; w = facespace.open("/home/tester/own.facespace").live(); w.selection = [1, 2]; print(" ", w, w.selection)' \
    || { cat "$root.window" >&2; fail "The window does not answer."; }
  wait "$window" || [ $? -eq 124 ]
  compgen -G "$home/.config/FaceSpace/*" >/dev/null || fail "The window keeps no settings in “~/.config/FaceSpace”."
  echo "· upgrade and removal"
  project="$(sha256sum "$home/demo/demo.facespace")"
  settings="$(cat "$home"/.config/FaceSpace/* | sha256sum)"
  in_it sh -c 'apt-get install -y -qq --no-install-recommends /debs/newer/*.deb' >/dev/null
  in_it dpkg-query -W -f '${Version}\n' facespace | grep -q newer || fail "The upgrade installed nothing."
  in_it facespace-cli --quiet info /home/tester/own.facespace >/dev/null
  [ "$project" = "$(sha256sum "$home/demo/demo.facespace")" ] || fail "The upgrade changed a project."
  [ "$settings" = "$(cat "$home"/.config/FaceSpace/* | sha256sum)" ] || fail "The upgrade changed settings."
  in_it apt-get purge -y -qq "${packages[@]}" >/dev/null
  in_it apt-get autoremove -y -qq --purge >/dev/null
  files >"$root.after"
  if LC_ALL=C comm -13 "$root.before" "$root.after" | grep -i facespace; then fail "These are left after the removal."; fi
  # Packages that came along may leave something of theirs; it is shown.
  LC_ALL=C comm -13 "$root.before" "$root.after" | sed 's/^/  left by others: /' | head -20
}

for release in "$@"; do
  folder="$(mktemp -d)"
  clean() { umount "$folder/system/dev/shm" "$folder/system/proc" 2>/dev/null || true; rm -rf --one-file-system "$folder"; }
  trap clean EXIT
  echo "$release"
  fresh_system "$release" "$folder/system"
  root="$folder/system"
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  try
  clean
  trap - EXIT
  echo "$release: fine"
done
