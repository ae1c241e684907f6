#pragma once
#include <QString>
#include <string>

#include "core/common/text.h"

namespace facespace {

/// What the core says, in the window's language. The core has no Qt and speaks English: names of columns, sentences on what
/// is missing, stages of jobs. Their texts stand once more in core_texts.cpp, with %1, %2 … where values go; a test holds
/// them against the core's sources. A text that is not there, and what somebody named (a column of a manifest, an identity),
/// comes back as it is. A value that is one of these texts is said too (“Predicted yaw (A)”), unless it stands in quotes or
/// parentheses or before "()", as names do. Several sentences in a row are taken one by one. Thread-safe.
/// A template is translated as such, with its values in it; those that are texts themselves are translated too.
QString coreText(const Text& text);
QString coreText(const std::string& english);
QString coreText(const QString& english);

}  // namespace facespace
