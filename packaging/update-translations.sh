#!/bin/sh
# Brings the translators' files up to date with the sources: update-translations.sh [TS_FILE]
# The core says its texts by `say`, `sayCount` and `Phrase` (core/common/text.h); lupdate finds them there.
set -e
cd "$(dirname "$0")/.."
file=${1:-resources/translations/facespace_es.ts}
lupdate=${LUPDATE:-$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)}
lconvert=$(dirname "$lupdate")/$(basename "$lupdate" | sed s/lupdate/lconvert/)
made=$(mktemp -d)
trap 'rm -r "$made"' EXIT
language=$(sed -n 's/.*<TS .*[^e]language="\([^"]*\)".*/\1/p' "$file")

# find FOLDERS… → TS: what lupdate finds there.
find_texts() {
  ts=$1
  shift
  "$lupdate" -silent -no-obsolete -locations none -target-language "${language:-es}" -I . -recursive "$@" \
    -tr-function-alias QT_TR_NOOP+=say,QT_TR_NOOP+=Phrase,QT_TR_N_NOOP+=sayCount,Q_DECLARE_TR_FUNCTIONS+=FACESPACE_TEXTS \
    -ts "$ts"
}
find_texts "$made/window.ts" app widgets
find_texts "$made/core.ts" core
python3 packaging/merge-translations.py "$file" "$made/window.ts" "$made/core.ts" "$made/all.ts"
"$lconvert" -i "$made/all.ts" -o "$file" -locations none
