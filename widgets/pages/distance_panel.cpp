#include "widgets/pages/distance_panel.h"

#include <algorithm>
#include <cmath>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/view/distance_figure.h"
#include "widgets/figure/figure_words.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/models/image_table_model.h"
#include "widgets/pages/distance_sentence.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/selected_marks.h"
#include "widgets/words/glossary.h"
#include "widgets/words/number_words.h"

namespace facespace {
DistancePanel::DistancePanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), chart_(new PlotView) {
    chart_->setAccessibleName(tr("Histogram of the distances from the origin"));
    chart_->setBrush(PlotView::Brush::kRange);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(new DistanceSentence(workspace_));
    layout->addWidget(chart_, 1);
    empty_ = new EmptyState(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
    connectChart();
    connect(workspace_, &Workspace::snapshotChanged, this, &DistancePanel::followFeatures);
    connect(workspace_, &Workspace::networkChanged, this, &DistancePanel::followFeatures);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &DistancePanel::followSelection);
    followFeatures();
}

QWidget* DistancePanel::buildBar() {
    title_ = new TextLabel;
    title_->setForegroundRole(QPalette::PlaceholderText);
    title_->setWordWrap(true);
    title_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto box = [](const QString& name) {
        auto* spin = new QDoubleSpinBox;
        spin->setDecimals(2);
        spin->setAccessibleName(name);
        spin->setKeyboardTracking(false);
        return spin;
    };
    from_ = box(tr("Select distances from"));
    to_ = box(tr("Select distances to"));
    for (auto* spin : {from_, to_}) {
        connect(spin, &QDoubleSpinBox::valueChanged, this, [this] {
            if (from_->value() <= to_->value()) selectRange(from_->value(), to_->value());
        });
    }
    auto* label = new TextLabel(tr("&Select from"));
    label->setBuddy(from_);
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 10, 6);
    layout->setSpacing(8);
    layout->addWidget(title_, 1);
    layout->addWidget(label);
    layout->addWidget(from_);
    layout->addWidget(new TextLabel(tr("to")));
    layout->addWidget(to_);
    return bar;
}

void DistancePanel::connectChart() {
    const auto begin = [this](Qt::KeyboardModifiers modifiers) {
        mode_ = selectionModeFor(modifiers);
        base_ = workspace_->selection().selected();
    };
    connect(chart_, &PlotView::brushStarted, this, begin);
    connect(chart_, &PlotView::brushMoved, this, [this](const QRectF& area) { brush(area.left(), area.right()); });
    connect(chart_, &PlotView::pointClicked, this, [this, begin](int layer, int bar, Qt::KeyboardModifiers modifiers) {
        const auto& bars = std::get<figure::Histogram>(chart_->chart().layers[static_cast<std::size_t>(layer)]);
        const auto rows = bars.rows.of(static_cast<std::size_t>(bar));
        begin(modifiers);
        workspace_->selection().select({rows.begin(), rows.end()}, mode_);
    });
    connect(chart_, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
        if (selectionModeFor(modifiers) == SelectionMode::kReplace) workspace_->selection().clear();
    });
}

void DistancePanel::drawChart() {
    const SelectionModel& selection = workspace_->selection();
    const QRectF brushed = chart_->brushed();
    chart_->setChart(withSelected(bars_, [&](int row) { return selection.isSelected(row); }));
    chart_->setBrushed(brushed);
}

void DistancePanel::followFeatures() {
    const FeatureSet* features = workspace_->featureSet();
    summary_ = summariseDistances(features);
    if (summary_.empty()) {
        empty_->setHint(workspace_->snapshot()
                            ? tr("The distances from the origin appear once a network has extracted features.")
                            : tr("The histogram of distances from the origin appears here. Open images or a project."));
        return;
    }
    if (summary_.unitLength) {
        empty_->setHint(
            tr("The features of %1 have unit length: every image is at distance 1 from the origin, so the distance tells "
               "nothing. Choose a network that returns raw features.")
                .arg(QString::fromStdString(features->network.name)));
        return;
    }
    empty_->setHint({});
    title_->setText(tr("‖x‖ of %1 · %2 images · %3 to %4, median %5")
                        .arg(QString::fromStdString(features->network.name),
                             countText(static_cast<std::int64_t>(summary_.sorted.size())), shownNumber(summary_.minimum),
                             shownNumber(summary_.maximum), shownNumber(summary_.median)));
    title_->setToolTip(explained(title_->text()));
    chart_->setMeaning(title_->toolTip());
    const double low = std::floor(summary_.minimum * 100) / 100, high = std::ceil(summary_.maximum * 100) / 100;
    for (auto* spin : {from_, to_}) {
        const QSignalBlocker block(spin);
        spin->setRange(low, high);
        spin->setSingleStep((high - low) / 50);
    }
    const auto figure = distanceFigure(*workspace_->snapshot(), *workspace_->table(), {.network = features->network.name});
    bars_ = figure ? figure->charts.front() : figure::Chart();
    sayInWindowLanguage(bars_);
    drawChart();
    showRange(1, 0);
}

void DistancePanel::followSelection() {
    if (summary_.empty() || summary_.unitLength) return;
    drawChart();
    // A selection made elsewhere is not the range that was brushed.
    if (!selecting_) showRange(1, 0);
}

void DistancePanel::showRange(double from, double to) {
    const bool none = from > to;
    const figure::Ranges& ranges = chart_->ranges();
    chart_->setBrushed(none ? QRectF() : QRectF(QPointF(from, ranges.y.rawLow), QPointF(to, ranges.y.rawHigh)).normalized());
    const QSignalBlocker blockFrom(from_), blockTo(to_);
    from_->setValue(none ? from_->minimum() : from);
    to_->setValue(none ? to_->maximum() : to);
}

std::vector<int> DistancePanel::rowsInRange(double from, double to) const {
    std::vector<int> rows;
    const FeatureSet* features = workspace_->featureSet();
    if (features == nullptr) return rows;
    for (std::size_t r = 0; r < features->distance.size(); ++r) {
        const double d = static_cast<double>(features->distance[r]);
        if (d >= from && d <= to) rows.push_back(static_cast<int>(r));
    }
    return rows;
}

void DistancePanel::selectRange(double from, double to, SelectionMode mode) {
    const QScopedValueRollback<bool> guard(selecting_, true);
    workspace_->selection().select(rowsInRange(from, to), mode);
    showRange(from, to);
}

void DistancePanel::brush(double from, double to) {
    const QScopedValueRollback<bool> guard(selecting_, true);
    const auto rows = rowsInRange(from, to);
    std::vector<int> next;
    switch (mode_) {
        case SelectionMode::kReplace:
            next = rows;
            break;
        case SelectionMode::kAdd:
            std::set_union(base_.begin(), base_.end(), rows.begin(), rows.end(), std::back_inserter(next));
            break;
        case SelectionMode::kRemove:
            std::set_difference(base_.begin(), base_.end(), rows.begin(), rows.end(), std::back_inserter(next));
            break;
    }
    workspace_->selection().select(next);
    showRange(from, to);
}

}  // namespace facespace
