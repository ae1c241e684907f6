#pragma once
#include "core/workflow/view_dependence_of.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/view_page.h"

namespace facespace {

/// The matrix in the order given; colours span the 98th percentile.
HeatMapData viewMap(const ViewDependence& v, ViewPage::Colouring colouring, const std::vector<Eigen::Index>& rows,
                    const std::vector<Eigen::Index>& columns);
/// What the test says, in words and figures; rich text.
QString viewText(const ViewDependence& v, const ViewDependenceOptions& options);

}  // namespace facespace
