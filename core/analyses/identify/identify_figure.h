#pragma once
#include "core/compute/identification_report.h"
#include "core/figure/chart.h"

namespace facespace::report {

/// Share of searches with the right identity among the first, by rank, beside chance.
figure::Figure cmcFigure(const Identification& found);
/// TPIR over FPIR; nothing without searches for people who are not enrolled.
figure::Figure openSetFigure(const Identification& found);
/// Each search: the score of the right identity over that of the most alike other one.
figure::Figure identifyScoresFigure(const IdentificationReport& report);
/// Share of searches with the right identity first by value of the column, over the value where it is a number.
figure::Figure withinFigure(const IdentificationReport& report, const std::string& column);
/// Who is taken for whom: the identities of the most frequent confusions, filled up with those least often found.
/// @param named  else numbers stand for their names
figure::Figure confusionsFigure(const Identification& found, std::size_t most, bool named);

}  // namespace facespace::report
