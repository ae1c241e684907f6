#pragma once
#include <string>

namespace facespace::report {

/// JSON for people: an entry a line, but lists of numbers and words on one. What is no JSON stays as it is.
std::string readableJson(const std::string& json);

/// A step's settings in one line: "folder: faces; map: pitch=tilt,yaw=-pan". What is empty or false is left out, and of
/// paths only the last name is said: a page that is passed on should not tell where its maker keeps files.
std::string settingsText(const std::string& json);

}  // namespace facespace::report
