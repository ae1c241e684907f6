#pragma once
#include <string>
#include <vector>

#include "core/analyses/analysis.h"

namespace facespace {

/// Analyses in the order in which they are shown. Whoever iterates over them is given a list, so that one may hold more.
class AnalysisList {
  public:
    AnalysisList(std::vector<const Analysis*> all) : all_(std::move(all)) {}  // NOLINT: a list is a list
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    /// Null if there is none of that key.
    const Analysis* find(const std::string& key) const;
    /// The one that draws a figure of that name, or null.
    const Analysis* drawing(const std::string& figure) const;

  private:
    std::vector<const Analysis*> all_;
};

/// Those that FaceSpace comes with: a folder each below core/analyses, and a line in list.cpp.
const AnalysisList& analyses();

}  // namespace facespace
