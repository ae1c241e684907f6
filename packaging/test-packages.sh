#!/bin/bash
# Tries the packages on fresh systems, as root: packaging/test-packages.sh FOLDER_OF_DEBS [bookworm|trixie …]
# Each release is made by debootstrap in a folder of its own, which goes afterwards. There: install, the demo without a display,
# the window under Xvfb, 1,000 images to a map within 60 s, an upgrade that keeps projects and settings, removal that leaves nothing.
# Packages must have been built on the release on which they are tried.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 FOLDER_OF_DEBS [RELEASE …]" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "Only root can make a system to try packages in." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing; apt-get install debootstrap." >&2; exit 1; }
debs="$(realpath "$1")"
shift
[ $# -gt 0 ] || set -- "$(. /etc/os-release && echo "$VERSION_CODENAME")"

try() {
  local root="$1"
  in_it() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/tester LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
  mkdir -p "$root/debs" "$root/home/tester"
  cp "$debs"/*.deb "$root/debs"
  in_it apt-get install -y -qq --no-install-recommends xvfb xauth libgl1-mesa-dri >/dev/null
  in_it find / -xdev -path /proc -prune -o -path /debs -prune -o -print | sort >"$root.before"
  in_it sh -c 'apt-get install -y -qq --no-install-recommends /debs/*.deb' >/dev/null
  in_it facespace-cli --version
  echo "· own images to a map"
  in_it facespace-cli --quiet synth -o /home/tester/faces --identities 50 --images 1000
  in_it facespace-cli --quiet import --manifest /home/tester/faces/manifest.csv -o /home/tester/own.facespace
  local begun=$SECONDS
  in_it facespace-cli --quiet extract /home/tester/own.facespace --network /usr/share/facespace/networks/rendered-a.json
  in_it facespace-cli --quiet map /home/tester/own.facespace --method tsne
  [ $((SECONDS - begun)) -le 60 ] || { echo "1,000 images took $((SECONDS - begun)) s." >&2; return 1; }
  echo "· the demo, and the window"
  in_it facespace-cli --quiet demo -o /home/tester/demo
  in_it python3 -c 'import facespace; p = facespace.open("/home/tester/demo/demo.facespace"); print(p, p.features(p.networks[0]).shape)'
  in_it xvfb-run -a timeout 20 facespace --live /home/tester/own.facespace >"$root.window" 2>&1 &
  local window=$!
  sleep 12
  in_it python3 -c 'import facespace; w = facespace.open("/home/tester/own.facespace").live(); w.selection = [1, 2]; print(w, w.selection)'
  wait "$window" || [ $? -eq 124 ]
  echo "· upgrade and removal"
  local project settings
  project="$(sha256sum "$root/home/tester/demo/demo.facespace")"
  settings="$(cat "$root/home/tester/.config/FaceSpace/"* | sha256sum)"
  in_it sh -c 'apt-get install -y -qq --reinstall /debs/*.deb' >/dev/null
  [ "$project" = "$(sha256sum "$root/home/tester/demo/demo.facespace")" ] || { echo "The upgrade changed a project." >&2; return 1; }
  [ "$settings" = "$(cat "$root/home/tester/.config/FaceSpace/"* | sha256sum)" ] || { echo "The upgrade changed settings." >&2; return 1; }
  in_it apt-get purge -y -qq facespace facespace-cli facespace-networks python3-facespace >/dev/null
  in_it apt-get autoremove -y -qq --purge >/dev/null
  in_it find / -xdev -path /proc -prune -o -path /debs -prune -o -print | sort >"$root.after"
  if comm -13 "$root.before" "$root.after" | grep -i facespace | grep -v '^/home/'; then
    echo "These are left after the removal." >&2
    return 1
  fi
}

for release in "$@"; do
  folder="$(mktemp -d)"
  trap 'umount "$folder/system/proc" 2>/dev/null; rm -rf --one-file-system "$folder"' EXIT
  echo "$release"
  debootstrap --variant=minbase "$release" "$folder/system" >"$folder/log" || { tail "$folder/log" >&2; exit 1; }
  mount -t proc proc "$folder/system/proc"
  try "$folder/system"
  umount "$folder/system/proc"
  rm -rf --one-file-system "$folder"
  trap - EXIT
  echo "$release: fine"
done
