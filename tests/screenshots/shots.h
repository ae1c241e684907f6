#pragma once
#include <functional>
#include <QString>
#include <vector>

#include "app/main_window.h"

namespace facespace {

/// One picture of the manual: a name for the file, and what is done to the window before it is taken.
struct Shot {
    QString name;
    std::function<void(MainWindow&)> prepare;
};

/// In the order in which they are taken; each starts from tidyUp().
std::vector<Shot> manualShots();
/// Nothing selected, no filter, the whole map of the first network, coloured by distance.
void tidyUp(MainWindow& window);
/// Until no job runs and images that were asked for are there; false after two minutes.
bool settle(MainWindow& window);

}  // namespace facespace
