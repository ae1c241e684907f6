#pragma once
#include "core/compute/view_dependence_report.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/view_page.h"

namespace facespace {

/// The chart of print, in the window's language, with the marginals of its rows and columns.
HeatMapData viewMap(const figure::Chart& chart, const ViewDependence& v, const std::vector<Eigen::Index>& rows,
                    const std::vector<Eigen::Index>& columns);
/// The figures of the test: name and value.
QList<QStringList> viewFigures(const ViewDependence& v, const ViewDependenceOptions& options);
/// How they came about, and what to be careful about.
QString viewMethod(const ViewDependence& v, const ViewDependenceOptions& options);

}  // namespace facespace
