#include "core/analyses/draw.h"

#include <fmt/format.h>

namespace facespace {
namespace {

constexpr double kNarrowMm = 120;  ///< Two panels side by side need more than this.
/// More panels than this below each other are drawn lower, for a figure must fit on a page with its caption.
constexpr std::size_t kRowsOfAPage = 3;
constexpr double kPageHeightMm = 225;

}  // namespace

Result<figure::Figure> drawnOr(figure::Figure figure, const Text& why) {
    if (figure.charts.empty()) return fail(ErrorCode::kInvalid, why.empty() ? say("There is nothing to draw.") : why);
    return figure;
}

void addProvenance(figure::Figure& figure, const Findings& findings, const Values& values, const std::string& name,
                   const std::string& images, bool privacy) {
    Values shown = values;
    if (privacy && shown.has("image")) (void)shown.set("image", std::string());
    const Snapshot& snapshot = findings.snapshot();
    const FeatureSet* set = snapshot.featureSet(findings.network());
    const auto own = std::move(figure.provenance);
    figure.provenance = {{"Software", "FaceSpace"},
                         {"Project", snapshot.projectFile.filename().string()},
                         {"Network", findings.network()},
                         {"Network SHA-256", weightsForFile(set == nullptr ? NetworkRecord{} : set->network)},
                         {"Analysis", findings.analysis().key},
                         {"Figure", name},
                         {"Parameters", shown.json()},
                         {"Images", images}};
    figure.provenance.insert(figure.provenance.end(), own.begin(), own.end());
}

Result<figure::Figure> drawFigure(const Analysis& analysis, const AnalysisRequest& request, const FigureRequest& wanted,
                                  const std::string& images, const JobContext& job) {
    if (!analysis.draws(wanted.name)) return fail(ErrorCode::kNotFound, say("There is no figure “{}”.", wanted.name));
    const auto found = analysis.run(request, job);
    if (!found) return forward(found);
    auto figure = (*found)->figure(wanted, job);
    if (!figure) return figure;
    addProvenance(*figure, **found, wanted.values.value_or((*found)->values()), wanted.name, images, wanted.privacy);
    return figure;
}

std::vector<FigureBlock> panelsOf(const figure::Figure& figure, const std::vector<std::string>& captions) {
    std::vector<FigureBlock> blocks;
    std::size_t row = 0;
    int column = 0;
    for (std::size_t i = 0; i < figure.charts.size(); ++i) {
        figure::Figure part = figure;
        part.charts = {figure.charts[i]};
        part.letters = false;
        part.heightMm = 0;
        part.rowHeights.clear();
        const bool whole = figure.charts[i].wholeRow;
        if (whole && column > 0) ++row, column = 0;
        if (whole && row < figure.rowHeights.size()) part.rowHeights = {figure.rowHeights[row]};
        if (whole || ++column == figure.columns) ++row, column = 0;
        blocks.push_back({std::move(part), i < captions.size() ? captions[i] : figure.charts[i].y.title.english() + "."});
    }
    return blocks;
}

void fitTo(figure::Figure& figure, double widthMm, double heightMm, const figure::Style& style, figure::LegendPlace legend) {
    const bool narrower = widthMm < figure.widthMm;
    const bool byRows = !figure.charts.empty() && figure.charts.front().y.scale == figure::Scale::kCategory;
    if (widthMm < kNarrowMm) figure.columns = 1;
    if (heightMm > 0 || (narrower && !byRows)) figure.heightMm = heightMm;
    const std::size_t below = figure.columns == 1 ? figure.charts.size() : 1;
    if (narrower && !(heightMm > 0) && below > kRowsOfAPage) figure.heightMm = kPageHeightMm;
    figure.widthMm = widthMm;
    figure.style = style;
    for (figure::Chart& chart : figure.charts) {
        if (legend != figure::LegendPlace::kAuto)
            chart.legend.place = legend;
        else if (widthMm < kNarrowMm && chart.legend.bar)
            chart.legend.place = figure::LegendPlace::kBelow;
    }
}

}  // namespace facespace
