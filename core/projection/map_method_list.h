#pragma once
#include <optional>

#include "core/common/text.h"
#include "core/projection/map_method.h"
#include "core/projection/neighbours.h"

/// For core/projection alone: what the list of methods begins with.
namespace facespace {

std::unique_ptr<const MapMethod> tsneMethod();
std::unique_ptr<const MapMethod> umapMethod();
std::unique_ptr<const MapMethod> pcaMethod();

/// The field of methods that compare features.
MapField metricField();
/// A number among the parameters of a map.
std::optional<double> numberIn(const nlohmann::json& parameters, const char* key);
/// Keeps among the parameters of a map how its neighbours were found; searchNote() says it where they are not exact, else
/// nothing.
void addSearch(nlohmann::json& parameters, const NeighbourSearch& search);
Text searchNote(const nlohmann::json& parameters);
inline constexpr Phrase kAxesMeanNothing = Phrase("Axes and distances between groups carry no meaning.");

}  // namespace facespace
