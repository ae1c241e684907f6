#!/bin/sh
# Extraction with a network of IR-50 size against the network's own forward speed and against a plain eager PyTorch loop.
# Usage: tests/bench/extraction/run.sh BUILD IMAGES [COUNT]; needs Debian's python3-torch, python3-pil and python3-numpy.
set -e
build=$1 images=$2 count=${3:-192}
here=$(dirname "$0")
work=$build/tests/bench-extraction
[ -f "$work/ir50.json" ] || /usr/bin/python3 "$here/make_ir50.py" "$work"
"$build/bin/extraction-bench" "$work/ir50.json" "$images" "$count"
/usr/bin/python3 "$here/eager_loop.py" "$work/ir50.pt" "$images" "$count"
