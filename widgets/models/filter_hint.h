#pragma once
#include <QString>

#include "widgets/models/filter_model.h"

namespace facespace {

/// Where no image passes, which value was asked for that is not there, and what may have been meant; else "".
QString hintOf(const FilterModel& filter);

}  // namespace facespace
