#include "widgets/models/filter_hint.h"

#include "core/filter/hint.h"
#include "widgets/words/core_text.h"

namespace facespace {

QString hintOf(const FilterModel& filter) {
    if (!filter.active() || filter.passingCount() > 0 || filter.table() == nullptr) return {};
    return coreText(filterHint(filter.combined().toStdString(), *filter.table(), filter.network().toStdString()));
}

}  // namespace facespace
