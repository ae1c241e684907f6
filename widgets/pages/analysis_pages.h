#pragma once
#include "core/analyses/list.h"

class QTabWidget;

namespace facespace {

class Workspace;

/// Makes a page for each analysis of the list, in its order, as tabs with the analysis' name and icon: its own, or one made
/// from what the analysis says of itself.
void addAnalysisPages(QTabWidget* tabs, Workspace* workspace, const AnalysisList& list = analyses());

}  // namespace facespace
