#include "widgets/pages/findings_page.h"

#include <algorithm>
#include <cmath>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>

#include "core/analyses/table_rows.h"
#include "widgets/figure/figure_image.h"
#include "widgets/figure/figure_words.h"
#include "widgets/look/text_label.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/picture_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/result_table.h"
#include "widgets/pages/selected_marks.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr double kPictureDpi = 200;

/// Has layers that VTK draws, and none that only print draws.
bool isPlotted(const figure::Chart& chart) {
    const auto any = [&]<class... Kinds>() {
        return std::ranges::any_of(chart.layers,
                                   [](const figure::Layer& l) { return (std::holds_alternative<Kinds>(l) || ...); });
    };
    return any.operator()<figure::Line, figure::Scatter, figure::Bars, figure::Histogram>() &&
           !any.operator()<figure::HeatMap>();
}

bool hasPoints(const figure::Chart& chart) {
    return std::ranges::any_of(chart.layers, [](const figure::Layer& layer) {
        const auto* points = std::get_if<figure::Scatter>(&layer);
        return points != nullptr && !points->rows.empty();
    });
}

constexpr int kRowPixels = 13, kRoundChart = 50, kManyRows = 30;
/// Rows of a chart that has a name on each, which need room.
int rowsDown(const figure::Chart& chart) {
    return chart.y.scale == figure::Scale::kCategory ? static_cast<int>(chart.y.names.size()) : 0;
}

/// The images behind the marks between two values of x.
std::vector<int> rowsBetween(const figure::Chart& chart, double low, double high) {
    std::vector<int> rows;
    const auto take = [&](const figure::MarkRows& marks, auto&& place) {
        for (std::size_t i = 0; i < marks.marks(); ++i)
            if (const double at = place(i); at >= low && at <= high)
                rows.insert(rows.end(), marks.of(i).begin(), marks.of(i).end());
    };
    for (const figure::Layer& layer : chart.layers) {
        if (const auto* bars = std::get_if<figure::Histogram>(&layer))
            take(bars->rows, [&](std::size_t i) { return (bars->edges[i] + bars->edges[i + 1]) / 2; });
        if (const auto* line = std::get_if<figure::Line>(&layer))
            take(line->rows, [&](std::size_t i) { return line->x[i]; });
        if (const auto* bars = std::get_if<figure::Bars>(&layer))
            take(bars->rows, [](std::size_t i) { return static_cast<double>(i); });
    }
    return rows;
}

}  // namespace

struct FindingsPage::Panel {
    QString title, figure;  ///< The figure's name.
    figure::Chart chart;    ///< Without layers: a picture.
    QImage picture;
};

struct FindingsPage::Shown {
    FindingsPtr found;
    QStringList words;
    std::vector<Panel> panels;
    std::vector<PageDrawing> drawings;
    std::vector<Table> tables;
    std::vector<figure::MarkRows> rows;  ///< Behind the tables' lines.
};

FindingsPage::FindingsPage(Workspace* workspace, const Analysis& analysis, QWidget* parent)
    : AnalysisPage(workspace, analysis, parent) {
    // Without the file there is nothing to see.
    for (const Field& field : analysis.fields)
        if (field.file && !field.title.empty()) addToBar(field.key);
    bar()->addWidget(controls());
    controls()->setVisible(std::ranges::any_of(analysis.fields, [](const Field& f) { return !f.title.empty(); }));
}

void FindingsPage::compute() {
    const PageInput given = input();
    const Values values = controls()->values();
    QString asked = QString::fromStdString(given.scope.network + values.json(false));
    if (given.scope.rows)
        for (const std::int64_t row : *given.scope.rows) asked += QLatin1Char(' ') + QString::number(row);
    // Only what is drawn changed: what was found stays.
    const bool known = findings() && asked == asked_ && askedOf_.lock() == given.snapshot;
    asked_ = asked;
    askedOf_ = given.snapshot;
    ColouringOptions colouring = workspace().colours().options();
    if (colouring.key.empty()) colouring.key = "none";
    run<Shown>(
        coreText(analysis().title),
        [analysis = &analysis(), values, before = known ? findings() : nullptr, style = chartStyle(palette()), colouring](
            const PageInput& input, const JobContext& job) -> Result<Shown> {
            Shown shown;
            shown.found = before;
            if (!before) {
                auto found = analysis->run({input.snapshot, input.scope, values, {}}, job);
                if (!found) return forward(found);
                shown.found = std::move(*found);
            }
            for (const Text& sentence : shown.found->sentences()) shown.words << coreText(sentence);
            for (const Text& note : shown.found->cautions()) shown.words << coreText(note);
            for (const FigureKind& kind : analysis->figures) {
                FigureRequest wanted{.name = kind.name, .style = style, .colouring = colouring, .values = values};
                auto figure = shown.found->figure(wanted, job);
                if (!figure && figure.error().code == ErrorCode::kCancelled) return forward(figure);
                if (!figure) {  // why there is nothing to see
                    if (const QString why = coreText(figure.error().message); !shown.words.contains(why)) shown.words << why;
                    continue;
                }
                shown.drawings.push_back({kind, shown.found, values});
                const QString title = coreText(kind.title);
                std::vector<Panel> panels;
                for (const figure::Chart& chart : figure->charts)
                    if (isPlotted(chart))
                        panels.push_back(
                            {chart.title.empty() ? title : QStringLiteral("%1 · %2").arg(title, coreText(chart.title)),
                             QString::fromStdString(kind.name),
                             chart,
                             {}});
                if (panels.empty()) {
                    sayInWindowLanguage(*figure);
                    if (auto picture = imageOf(figure::layOut(*figure), kPictureDpi))
                        panels.push_back({title, QString::fromStdString(kind.name), {}, std::move(*picture)});
                }
                std::ranges::move(panels, std::back_inserter(shown.panels));
            }
            for (Table& table : shown.found->tables()) {
                if (table.large || table.rows.empty()) continue;
                shown.rows.push_back(rowsBehind(table, *input.snapshot));
                shown.tables.push_back(std::move(table));
            }
            return shown;
        },
        [this](Shown shown) { show(std::move(shown)); });
}

void FindingsPage::addPlot(const Panel& panel) {
    auto* plot = new PlotView;
    plots_.push_back(plot);
    const int rows = rowsDown(panel.chart);
    plot->setMinimumHeight(std::max(plot->minimumHeight(), kRoundChart + kRowPixels * rows));
    plotCards_.push_back(cards_.emplace_back(new Card(panel.title, plot, rows > kManyRows ? 2 : 1)));
    if (hasPoints(panel.chart)) {
        linkPoints(plot);
    } else if (!rowsBetween(panel.chart, -HUGE_VAL, HUGE_VAL).empty()) {
        linkBars(plot, [plot](double low, double high) { return rowsBetween(plot->chart(), low, high); });
    }
}

void FindingsPage::addTable(const QString& title) {
    auto* table = new ResultTable;
    tables_.push_back(table);
    connect(table, &ResultTable::imagesChosen, this, [this](const std::vector<int>& rows) {
        selectNow(rows, {});
        if (rows.size() == 1) workspace().selection().setCurrent(rows.front());
    });
    cards_.push_back(new Card(title, static_cast<QWidget*>(table)));
}

/// Makes the cards anew.
void FindingsPage::build(const Shown& shown) {
    for (Card* card : cards_) cards()->remove(card);
    cards_.clear();
    plots_.clear();
    plotCards_.clear();
    tables_.clear();
    words_ = new TextLabel;
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(words_);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    cards_.push_back(new Card(coreText(analysis().title), scroll));
    for (const Panel& panel : shown.panels) {
        if (panel.picture.isNull())
            addPlot(panel);
        else
            cards_.push_back(new Card(panel.title, static_cast<QWidget*>(new PictureView(panel.picture)), 2));
        explainFigure(cards_.back(), analysis(), panel.figure.toStdString());
    }
    for (const Table& table : shown.tables) addTable(coreText(table.title));
    for (Card* card : cards_) cards()->add(card);
}

void FindingsPage::show(Shown shown) {
    setFindings(shown.found);
    drawings_ = std::move(shown.drawings);
    charts_.clear();
    QString layout;
    for (const Panel& panel : shown.panels) {
        layout += panel.title + (panel.picture.isNull() ? (hasPoints(panel.chart) ? u'p' : u'c') : u'i') + u'\n';
        if (panel.picture.isNull()) charts_.push_back(panel.chart);
    }
    for (const Table& table : shown.tables) layout += QString::fromStdString(table.name) + u'\n';
    pictures_ = std::ranges::any_of(shown.panels, [](const Panel& p) { return !p.picture.isNull(); });
    if (layout != layout_ || pictures_ || cards_.empty()) build(shown);
    layout_ = layout;
    for (std::size_t i = 0; i < plots_.size(); ++i) plotCards_[i]->setChart(charts_[i]);
    words_->setText(shown.words.join(QStringLiteral("\n\n")));
    for (std::size_t i = 0; i < tables_.size(); ++i)
        tables_[i]->setTable(analysis(), std::move(shown.tables[i]), std::move(shown.rows[i]));
    markSelected();
}

void FindingsPage::markSelected() {
    const auto selected = isSelected();
    for (std::size_t i = 0; i < plots_.size(); ++i) {
        plots_[i]->setMarked(selected);
        figure::Chart chart = withSelected(charts_[i], selected);
        if (chart.layers.size() == charts_[i].layers.size()) continue;
        const QRectF brushed = plots_[i]->brushed();
        plotCards_[i]->setChart(std::move(chart));
        plots_[i]->setBrushed(brushed);
    }
    for (ResultTable* table : tables_) table->setMarked(selected);
}

QString FindingsPage::words() const { return words_ == nullptr ? QString() : words_->text(); }

void FindingsPage::forget() {
    drawings_.clear();
    asked_.clear();
}

void FindingsPage::changeEvent(QEvent* event) {
    AnalysisPage::changeEvent(event);
    // Pictures are drawn for the ground they lie on.
    if (event->type() == QEvent::PaletteChange && pictures_) optionsChanged();
}

std::vector<PageDrawing> FindingsPage::drawings() const { return drawings_; }

std::vector<figure::Chart> FindingsPage::charts() const {
    std::vector<figure::Chart> charts;
    for (const PlotView* plot : plots_) charts.push_back(plot->chart());
    return charts;
}

}  // namespace facespace
