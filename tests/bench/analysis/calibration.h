#pragma once
#include <vector>

#include "core/analysis/resampling.h"

/// What the parts of the calibration bench share. A part in a file of its own adds itself: `const AddPart kGroups{"groups",
/// groups};`
namespace facespace::calibration {

extern int sets;  ///< Of each kind.
inline double share(int count) { return 100.0 * count / sets; }
inline bool covers(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

struct Part {
    const char* name;
    void (*run)();
};
std::vector<Part>& parts();
struct AddPart {
    AddPart(const char* name, void (*run)()) { parts().push_back({name, run}); }
};

}  // namespace facespace::calibration
