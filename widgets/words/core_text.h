#pragma once
#include <QString>

#include "core/common/text.h"

namespace facespace {

/// What the core says, in the window's language. The core has no Qt and speaks English by templates (core/common/text.h);
/// here the template is translated, by its count where it has one, and its values are put in. Values that are texts
/// themselves are translated too; what somebody named (a column of a manifest, an identity, a file) stays as it is.
/// Thread-safe.
QString coreText(const Text& text);
/// A text that was written out is English that nobody translates any more: pass the Text on.
QString coreText(const std::string& finished) = delete;
QString coreText(const char* finished) = delete;

}  // namespace facespace
