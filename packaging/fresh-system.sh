# shellcheck shell=bash
# Fresh Debian systems to try things in, sourced by test-packages.sh and test-portable.sh: needs root and debootstrap.
#   FACESPACE_SYSTEMS=FOLDER  keeps the fresh systems there, so that the next try need not make them again
#   FACESPACE_MIRROR=URL      the mirror to make them from (default: debootstrap's)
root=

fail() { echo "$*" >&2; exit 1; }
in_it() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# As somebody who may do nothing but use it.
as_tester() { chroot --userspec=tester:tester "$root" env -i PATH=/usr/bin:/bin HOME=/home/tester LC_ALL=C.UTF-8 "$@"; }

can_make_systems() {
  [ "$(id -u)" -eq 0 ] || fail "Only root can make a system to try things in."
  command -v debootstrap >/dev/null || fail "debootstrap is missing; apt-get install debootstrap."
}

make_system() {  # RELEASE FOLDER
  debootstrap --variant=minbase "$1" "$2" ${FACESPACE_MIRROR:+"$FACESPACE_MIRROR"} >"$2.log" 2>&1 || { tail "$2.log" >&2; fail "$1 could not be made."; }
  # Packages are built on systems that have their updates.
  local mirror; mirror="$(awk '$1 == "deb" {print $2; exit}' "$2/etc/apt/sources.list")"
  printf 'deb %s %s main\ndeb http://deb.debian.org/debian-security %s-security main\n' "$mirror" "$1-updates" "$1" >>"$2/etc/apt/sources.list"
  in_it apt-get update -qq
  in_it apt-get upgrade -y -qq >/dev/null
  in_it apt-get clean
}

# fresh_system RELEASE: the system lies in $root, and goes with the script.
fresh_system() {
  local kept="${FACESPACE_SYSTEMS:+$FACESPACE_SYSTEMS/$1.tar}"
  made_folder="$(mktemp -d)" root="$made_folder/system"
  trap remove_system EXIT
  mkdir -p "$root"
  if [ -n "$kept" ] && [ -f "$kept" ]; then
    tar -C "$root" -xpf "$kept"
  else
    make_system "$1" "$root"
    if [ -n "$kept" ]; then mkdir -p "$FACESPACE_SYSTEMS"; tar -C "$root" -cpf "$kept" .; fi
  fi
  in_it useradd --create-home --shell /bin/sh tester
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/shm" && mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
}

remove_system() {
  umount "$root/dev/shm" "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$made_folder"
  trap - EXIT
}
