#!/bin/bash
# Installs what FaceSpace is built and tested with, on Debian 12 or 13. Does nothing where all of it is there.
#   packaging/install-deps.sh            build, tests and the window
#   packaging/install-deps.sh --core     the core and the command line only (no Qt, no VTK)
#   packaging/install-deps.sh --checks   what packaging/run-checks.sh needs besides
#   packaging/install-deps.sh --portable the same, and what packaging/make-portable.sh needs besides
#   packaging/install-deps.sh --packages what packaging/make-packages.sh needs besides
set -euo pipefail

core_only=no checks=no making=no portable=no
case "${1:-}" in
  "") ;;
  --core) core_only=yes ;;
  --portable) core_only=yes portable=yes ;;
  --checks) checks=yes ;;
  --packages) making=yes ;;
  *) echo "usage: $0 [--core|--portable|--checks|--packages]" >&2; exit 2 ;;
esac

command -v apt-get >/dev/null || { echo "This script knows Debian only (apt-get is missing). The packages to look for are listed in it." >&2; exit 1; }

packages=(
  g++ cmake ninja-build pkgconf
  libtorch-dev libonnx-dev libprotobuf-dev libopencv-dev libeigen3-dev libopenblas-dev liblapack-dev libnlopt-dev libfftw3-dev libtbb-dev
  libsqlite3-dev nlohmann-json3-dev libcli11-dev libspdlog-dev libfmt-dev libexpected-dev libboost-dev
  libssl-dev libseccomp-dev libzip-dev libarchive-dev libjpeg-dev libtiff-dev libheif-dev libgif-dev libhdf5-dev libcairo2-dev libpango1.0-dev libglib2.0-dev libfontconfig-dev fonts-liberation libgtest-dev libbenchmark-dev
  desktop-file-utils appstream shared-mime-info libglib2.0-bin man-db
  python3 python3-numpy python3-pandas python3-scipy python3-sklearn python3-torch python3-onnx
)
# Debian 12 has in the libraries' own packages what is a package by itself later: encoders (for tests) and plugins.
release="$(. /etc/os-release && echo "${VERSION_ID:-}")"
[ "$release" = 12 ] || packages+=(libheif-plugin-x265 libheif-plugin-aomenc)
# Debian 12 has none: LibTorch runs ONNX networks there.
[ "$release" = 12 ] || packages+=(libonnxruntime-dev)
if [ "$core_only" = no ]; then
  packages+=(qt6-base-dev qt6-l10n-tools qt6-translations-l10n libgl-dev libegl-dev libvtk9-dev xvfb xauth libgl1-mesa-dri fonts-dejavu-core)
  # Names that differ between Debian 12 and 13: the first that exists is taken.
  alternatives=("libqt6svg6-dev qt6-svg-dev")
  [ "$release" = 12 ] || packages+=(qt6-svg-plugins)
else
  alternatives=()
fi
[ "$making" = no ] || packages+=(python3-markdown-it dpkg-dev lintian)
[ "$portable" = no ] || packages+=(patchelf xz-utils)
# Debian 13 has later ones only: the formatter's write some lines otherwise, and nothing is fuzzed there.
[ "$checks" = no ] || packages+=(ccache)
[ "$checks" = no ] || alternatives+=("clang-format-14" "clang-14" "libclang-rt-14-dev")

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

needed=()
for package in "${packages[@]}"; do installed "$package" || needed+=("$package"); done
for names in "${alternatives[@]}"; do
  found=no
  for name in $names; do installed "$name" && { found=yes; break; }; done
  [ "$found" = yes ] || needed+=("alternative:$names")
done
[ ${#needed[@]} -eq 0 ] && exit 0

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else echo "Missing packages, and neither root nor sudo to install them: ${needed[*]}" >&2; exit 1
  fi
}

export DEBIAN_FRONTEND=noninteractive
as_root apt-get update -qq
chosen=()
for package in "${needed[@]}"; do
  case "$package" in
    alternative:*)
      for name in ${package#alternative:}; do
        if apt-cache show "$name" >/dev/null 2>&1; then chosen+=("$name"); break; fi
      done ;;
    *) chosen+=("$package") ;;
  esac
done
echo "Installing: ${chosen[*]}" >&2
as_root apt-get install -y -qq --no-install-recommends "${chosen[@]}" >/dev/null
