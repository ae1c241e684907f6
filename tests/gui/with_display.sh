#!/bin/bash
# with_display.sh PROGRAM …: runs a program on an X server of its own, which ends with it. FACESPACE_SHOW=1 takes the
# display that is there instead, to look on. Windows are drawn by Mesa on the CPU: pictures are the same on every machine.
set -uo pipefail
export LIBGL_ALWAYS_SOFTWARE=1
case "$*" in *--gtest_list_tests*) exec "$@" ;; esac
[ -z "${FACESPACE_SHOW:-}" ] || exec "$@"

command -v Xvfb >/dev/null || { echo "Xvfb is missing; packaging/install-deps.sh installs it." >&2; exit 1; }
# The server takes a number that is free and says which once it can be used.
numbers="$(mktemp)"
trap 'rm -f "$numbers"' EXIT
Xvfb -displayfd 7 -screen 0 1920x1200x24 -nolisten tcp 7>"$numbers" >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -f "$numbers"' EXIT
for _ in $(seq 300); do
  [ -s "$numbers" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.02
done
[ -s "$numbers" ] || { echo "Xvfb did not start." >&2; exit 1; }
unset WAYLAND_DISPLAY
DISPLAY=":$(tr -d '[:space:]' <"$numbers")" "$@"
