#!/bin/sh
# Brings the translators' files up to date with the sources: update-translations.sh [TS_FILE]
# The core says its texts by `say`, `sayCount` and `Phrase` (core/common/text.h); lupdate finds them there.
set -e
cd "$(dirname "$0")/.."
lupdate=${LUPDATE:-$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)}
"$lupdate" -silent -no-obsolete -locations none -I . -recursive app core widgets \
  -tr-function-alias QT_TR_NOOP+=say,QT_TR_NOOP+=Phrase,QT_TR_N_NOOP+=sayCount,Q_DECLARE_TR_FUNCTIONS+=FACESPACE_TEXTS \
  -ts "${1:-resources/translations/facespace_es.ts}"
