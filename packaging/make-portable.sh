#!/bin/bash
# The command line as one archive that needs no root and no packages, for clusters: packaging/make-portable.sh [BUILD [ARCHIVE.tar.xz]]
# BUILD is a folder in which facespace-cli is built; without it, that is done in build/portable. The programs, the networks, the Python
# package, a font and every library but glibc go into one folder, which may be unpacked and moved anywhere; the system's glibc must not be
# older than here. packaging/test-portable.sh tries it.
set -euo pipefail
cd "$(dirname "$0")/.."
build="${1:-build/portable}"
if [ $# -eq 0 ]; then
  packaging/install-deps.sh --portable
  cmake --preset package -B "$build" -DFACESPACE_GUI=OFF -DCMAKE_UNITY_BUILD=ON >/dev/null
  cmake --build "$build"
fi
version="$(sed -n 's/^project(FaceSpace VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)"
name="facespace-cli-$version-$(uname -m)"
archive="$(realpath -m "${2:-build/$name.tar.xz}")"
command -v patchelf >/dev/null || { echo "patchelf is missing; apt-get install patchelf." >&2; exit 1; }
fonts=/usr/share/fonts/truetype/liberation
[ -f "$fonts/LiberationSans-Regular.ttf" ] || { echo "The font of figures is missing; apt-get install fonts-liberation." >&2; exit 1; }
[ -x "$build/bin/facespace-cli" ] || { echo "There is no facespace-cli in “$build”; build it first." >&2; exit 1; }

stage="$(mktemp -d)"
trap 'rm -rf "$stage"' EXIT
root="$stage/$name"
for component in cli networks python; do
  cmake --install "$build" --prefix "$root" --component "$component" >/dev/null
done
# What is called is a script that says where the font lies: a cluster may have none, and no configuration of fonts.
mv "$root/bin/facespace-cli" "$root/bin/facespace-cli-program"
cat >"$root/bin/facespace-cli" <<'END'
#!/bin/sh
here="$(dirname -- "$(readlink -f -- "$0")")"
export FONTCONFIG_FILE="${FONTCONFIG_FILE:-$here/../share/facespace/fonts/fonts.conf}"
exec "$here/facespace-cli-program" "$@"
END
chmod 755 "$root/bin/facespace-cli"
mkdir -p "$root/share/facespace/fonts"
cp "$fonts"/LiberationSans-*.ttf "$root/share/facespace/fonts"
cp /usr/share/doc/fonts-liberation/copyright "$root/share/facespace/fonts/copyright" 2>/dev/null || true
cat >"$root/share/facespace/fonts/fonts.conf" <<'END'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
END
programs=("$root/bin/facespace-cli-program" "$root/libexec/facespace/facespace-network-host" "$root/libexec/facespace/facespace-image-decoder")
mkdir -p "$root/lib"
# What the dynamic linker and glibc bring is the system's.
ldd "${programs[@]}" | awk '$3 ~ /^\// {print $3}' | sort -u \
  | grep -vE '/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv|util|nss_[a-z]*|anl|mvec))\.so' | xargs -r cp -L -t "$root/lib"
chmod u+w "$root"/lib/*.so* "${programs[@]}"
strip --strip-unneeded "$root"/lib/*.so* "${programs[@]}" 2>/dev/null || true
# Libraries look for each other beside themselves, whatever LD_LIBRARY_PATH says.
for library in "$root"/lib/*.so*; do patchelf --force-rpath --set-rpath '$ORIGIN' "$library"; done
patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "${programs[0]}"
patchelf --force-rpath --set-rpath '$ORIGIN/../../lib' "${programs[@]:1}"
foreign="$(ldd "${programs[@]}" | awk '$3 ~ /^\// {print $3}' | grep -v "^$root/" \
  | grep -vE '/(ld-linux[^/]*|lib(c|m|dl|rt|pthread|resolv|util|nss_[a-z]*|anl|mvec))\.so' || true)"
[ -z "$foreign" ] || { printf 'These libraries are still the system'"'"'s:\n%s\n' "$foreign" >&2; exit 1; }
env -i HOME="$stage" PATH=/usr/bin:/bin "$root/bin/facespace-cli" --version >/dev/null
mkdir -p "$(dirname "$archive")"
tar -C "$stage" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" | xz -T0 -3 >"$archive"
du -h "$archive"
