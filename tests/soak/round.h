#pragma once
#include <random>

#include "app/main_window.h"

namespace facespace::soak {

/// What an analyst does in a while, as fast as the window follows: every page, the map moved and clicked on, selections,
/// filters, colours, layers, the window's size; in every round the same with other images.
void workThrough(MainWindow& window, std::mt19937& random);

/// Opens another project, a copy of this one and this one in turn, as once in a while somebody does.
bool openAnother(MainWindow& window, const QString& project);

}  // namespace facespace::soak
