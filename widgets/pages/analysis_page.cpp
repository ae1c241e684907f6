#include "widgets/pages/analysis_page.h"

#include <algorithm>
#include <cmath>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <set>
#include <utility>

#include "core/analyses/made_tables.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/field_controls.h"
#include "widgets/pages/plot_view.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

/// The images of a mark that is pointed at.
std::vector<int> rowsBehind(const PlotView& chart, int layer, int index) {
    if (layer < 0) return {};
    return std::visit(
        [&](const auto& l) -> std::vector<int> {
            if constexpr (requires { l.rows.marks(); }) {
                const auto rows = l.rows.of(static_cast<std::size_t>(index));
                return {rows.begin(), rows.end()};
            }
            return {};
        },
        chart.chart().layers[static_cast<std::size_t>(layer)]);
}

constexpr int kSoonMs = 250;       // after a choice
constexpr int kSelectionMs = 600;  // after the selection, which often changes in many small steps

}  // namespace

AnalysisPage::AnalysisPage(Workspace* workspace, const Analysis& analysis, QWidget* parent)
    : QWidget(parent), workspace_(workspace), analysis_(&analysis) {
    controls_ = new FieldControls(analysis.fields);
    connect(controls_, &FieldControls::edited, this, [this] {
        if (hasResult_ && controls_->values().json(false) == computedValues_)
            redraw();
        else
            optionsChanged();
    });
    cards_ = new CardGrid;
    cards_->setAbout(coreText(analysis.meaning.empty() ? analysis.title : analysis.meaning),
                     QString::fromStdString(analysis.manual));
    empty_ = new EmptyState(cards_);
    buildBar();
    wait_.setSingleShot(true);
    connect(&wait_, &QTimer::timeout, this, &AnalysisPage::begin);
    connect(&runner_, &JobRunner::progressed, this, [this](double fraction, const QString& text) {
        progress_->setValue(static_cast<int>(fraction * 1000));
        status_->setText(text);
    });
    connect(workspace_, &Workspace::snapshotChanged, this, &AnalysisPage::followSnapshot);
    connect(workspace_, &Workspace::networkChanged, this, &AnalysisPage::followSnapshot);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &AnalysisPage::followSelection);
    showState();
}

AnalysisPage::~AnalysisPage() {
    runner_.disconnect(this);
    exportRunner_.disconnect(this);
}

void AnalysisPage::buildBar() {
    bar_ = new WrappingRow;
    bar_->setSpacing(8);
    scope_ = new QComboBox;
    scope_->addItems({tr("All images"), tr("Without the selected"), tr("Only the selected")});
    scope_->setMinimumWidth(scope_->sizeHint().width());  // Few words; others give up room before them.
    scope_->setAccessibleName(tr("Images taken"));
    scope_->setToolTip(tr("Which images the figures are made of; they are made anew as the selection changes"));
    connect(scope_, &QComboBox::currentIndexChanged, this, &AnalysisPage::optionsChanged);
    status_ = new TextLabel;
    status_->setForegroundRole(QPalette::PlaceholderText);
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedWidth(90);
    progress_->setAccessibleName(tr("Progress of this page"));
    compute_ = new QToolButton;
    compute_->setText(tr("Compute"));
    compute_->setAccessibleName(tr("Compute this page"));
    connect(compute_, &QToolButton::clicked, this, &AnalysisPage::optionsChanged);
    cancel_ = new QToolButton;
    cancel_->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel_->setAutoRaise(true);
    cancel_->setToolTip(tr("Stop computing"));
    cancel_->setAccessibleName(tr("Stop computing this page"));
    connect(cancel_, &QToolButton::clicked, this, &AnalysisPage::cancel);
    tables_ = new QToolButton;
    tables_->setIcon(themedIcon(QStringLiteral("table")));
    tables_->setAutoRaise(true);
    tables_->setToolTip(tr("Export the tables of this page: CSV and JSON, with what the columns mean"));
    tables_->setAccessibleName(tr("Export the tables of this page"));
    connect(tables_, &QToolButton::clicked, this, &AnalysisPage::askForTablesFolder);
    // What runs is told in the room that is left: it must not make the page wider.
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(10, 5, 10, 5);
    top->setSpacing(8);
    top->addLayout(bar_);
    top->addWidget(status_, 1);
    for (QWidget* w : std::initializer_list<QWidget*>{progress_, cancel_, compute_, scope_, tables_, figureButton()})
        top->addWidget(w);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(top);
    outer->addWidget(empty_, 1);
}

QWidget* AnalysisPage::addToBar(const std::string& key) {
    QWidget* control = controls_->takeControl(key);
    auto* label = new TextLabel(control->accessibleName());
    label->setBuddy(control);
    if (auto* box = qobject_cast<QComboBox*>(control)) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    bar_->addWidget(label);
    bar_->addWidget(control);
    return control;
}

QString AnalysisPage::imagesTaken() const {
    const auto selected = static_cast<std::int64_t>(workspace_->selection().selected().size());
    switch (scope()) {
        case PageScope::kAll:
            return tr("all");
        case PageScope::kWithoutSelected:
            return tr("without %1 that were selected").arg(selected);
        case PageScope::kOnlySelected:
            return tr("only %1 that were selected").arg(selected);
    }
    return {};
}

ExportSource AnalysisPage::exportSource() const {
    // As the maps are coloured now.
    ColouringOptions colouring = workspace_->colours().options();
    if (colouring.key.empty()) colouring.key = "none";
    return exportSourceOf(drawings(), usedImages_, colouring);
}

void AnalysisPage::askForTablesFolder() {
    const auto snapshot = workspace_->snapshot();
    const QString folder = snapshot ? QString::fromStdString(snapshot->projectFile.parent_path().string()) : QString();
    auto* dialog = new QFileDialog(this, tr("Folder for the tables"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { exportTables(std::filesystem::path(chosen.toStdString())); });
    dialog->open();
}

void AnalysisPage::exportTables(const std::filesystem::path& folder) {
    using Files = std::vector<std::filesystem::path>;
    exportRunner_.start<Files>(
        tr("Writing the tables"),
        [all = exported(), images = usedImages_.toStdString(), folder](const JobContext&) {
            MadeTables tables(images, {});
            for (const FindingsPtr& found : all) tables.add(*found);
            return tables.write(folder);
        },
        [this, folder](const Result<Files>& files) {
            const QString problem = files ? QString() : coreText(files.error().message);
            status_->setText(files ? tr("The tables are in “%1”").arg(QString::fromStdString(folder.string())) : problem);
            Q_EMIT tablesWritten(problem);
        });
}

PageScope AnalysisPage::scope() const { return static_cast<PageScope>(scope_->currentIndex()); }
void AnalysisPage::setScope(PageScope scope) { scope_->setCurrentIndex(static_cast<int>(scope)); }
QString AnalysisPage::hint() const { return empty_->hint(); }

PageInput AnalysisPage::input() const {
    PageInput input{workspace_->snapshot(), {workspace_->featureSet()->network.name, {}}};
    if (scope() == PageScope::kAll) return input;
    const SelectionModel& selection = workspace_->selection();
    std::vector<std::int64_t> rows;
    for (int row = 0; row < static_cast<int>(selection.rowCount()); ++row)
        if (selection.isSelected(row) == (scope() == PageScope::kOnlySelected)) rows.push_back(row);
    input.scope.rows = std::move(rows);
    return input;
}

QString AnalysisPage::lacking() const {
    if (!workspace_->snapshot())
        return tr("%1: shown here once images or a project are open.").arg(coreText(analysis_->title));
    if (workspace_->featureSet() == nullptr)
        return tr("%1: shown here once a network has extracted features.").arg(coreText(analysis_->title));
    if (scope() == PageScope::kOnlySelected && workspace_->selection().selected().empty())
        return tr("No image is selected. Select images, or choose “All images”.");
    return {};
}

void AnalysisPage::followSnapshot() {
    const auto& snapshot = workspace_->snapshot();
    const std::string file = snapshot ? snapshot->projectFile.string() : std::string();
    if (file != projectFile_ || !snapshot) {
        projectFile_ = file;
        hasResult_ = outOfDate_ = stopped_ = false;
        wanted_ = true;
        problem_.clear();
        if (runner_.running()) {
            restart_ = true;
            runner_.cancel();
        }
        findings_.reset();
        forget();
    } else if (workspace_->network() != computedNetwork_) {
        stopped_ = false;
        if (hasResult_ && workspace_->featureSet() != nullptr && showNetwork()) {
            computedNetwork_ = workspace_->network();
            markSelected();
        } else {
            wanted_ = true;
        }
    } else if (const FeatureSet* set = workspace_->featureSet(); set != nullptr && set != computedOn_.get()) {
        // The same network has more features than those computed on: while an extraction goes on, say so and wait.
        (hasResult_ || runner_.running() ? outOfDate_ : wanted_) = true;
    }
    refresh();
}

void AnalysisPage::followSelection() {
    // A page that is not looked at marks when it is: the one in view answers sooner.
    marksStale_ = !isVisible();
    if (hasResult_ && isVisible()) markSelected();
    if (scope() == PageScope::kAll) return;
    wanted_ = true;
    stopped_ = false;
    if (isVisible()) wait_.start(kSelectionMs);
    showState();
}

void AnalysisPage::optionsChanged() {
    wanted_ = true;
    stopped_ = false;
    if (isVisible()) wait_.start(kSoonMs);
    showState();
}

void AnalysisPage::refresh() {
    if (isVisible() && wanted_ && !stopped_ && lacking().isEmpty()) wait_.start(kSoonMs);
    showState();
}

void AnalysisPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(marksStale_, false) && hasResult_) markSelected();
    refresh();
}

void AnalysisPage::begin() {
    if (!lacking().isEmpty()) return showState();
    if (runner_.running()) {
        restart_ = true;
        runner_.cancel();
        return;
    }
    wanted_ = outOfDate_ = restart_ = false;
    problem_.clear();
    computedNetwork_ = workspace_->network();
    computedOn_.reset();
    for (const auto& set : workspace_->snapshot()->featureSets)
        if (set->network.id == computedNetwork_) computedOn_ = set;
    usedImages_ = imagesTaken();
    progress_->setValue(0);
    status_->clear();
    compute();
    computedValues_ = controls_->values().json(false);
    showState();
}

void AnalysisPage::finish(const Error* error) {
    if (restart_) {
        restart_ = false;
        wanted_ = true;
        refresh();
        return;
    }
    if (error != nullptr && error->code == ErrorCode::kCancelled) {
        stopped_ = true;
    } else if (error != nullptr) {
        problem_ = coreText(error->message);
    }
    if (error == nullptr) markSelected();
    sayBasis();
    refresh();
    Q_EMIT resultChanged();
}

/// How many images and identities with features the figures are made of.
void AnalysisPage::sayBasis() {
    if (computedOn_ == nullptr || workspace_->snapshot() == nullptr || workspace_->featureSet() == nullptr) return;
    const auto& images = workspace_->snapshot()->images.images;
    const PageInput used = input();
    std::vector<std::uint8_t> taken(images.size(), used.scope.rows ? 0 : 1);
    if (used.scope.rows)
        for (const std::int64_t row : *used.scope.rows) taken[static_cast<std::size_t>(row)] = 1;
    std::int64_t count = 0;
    std::set<std::string> identities;
    for (std::size_t row = 0; row < std::min(images.size(), computedOn_->distance.size()); ++row) {
        if (taken[row] == 0 || std::isnan(computedOn_->distance[row])) continue;
        ++count;
        identities.insert(images[row].identity);
    }
    cards_->setBasis(
        tr("Of %1 images of %2 identities that have a feature; figures that need a label are of those that have one.")
            .arg(countText(count), countText(static_cast<std::int64_t>(identities.size()))));
}

void AnalysisPage::setProblem(const QString& problem) {
    problem_ = problem;
    showState();
}

void AnalysisPage::cancel() {
    wait_.stop();
    stopped_ = true;
    restart_ = false;
    if (runner_.running()) {
        runner_.cancel();
    }
    showState();
}

void AnalysisPage::showState() {
    const QString lacks = lacking();
    const bool running = computing();
    progress_->setVisible(running);
    cancel_->setVisible(running);
    scope_->setEnabled(workspace_->featureSet() != nullptr);
    figureButton()->setAvailable(hasResult_ && lacks.isEmpty() && problem_.isEmpty() && !drawings().empty());
    tables_->setVisible(hasResult_ && lacks.isEmpty() && problem_.isEmpty() && !exported().empty());
    compute_->setVisible(!running && lacks.isEmpty() && (outOfDate_ || stopped_));
    if (!running) status_->setText(outOfDate_ ? tr("Out of date: features were added") : QString());
    if (!lacks.isEmpty()) return empty_->setHint(lacks);
    if (!problem_.isEmpty()) return empty_->setHint(problem_);
    if (hasResult_) return empty_->setHint({});
    empty_->setHint(stopped_ && !running ? tr("Stopped. Choose “Compute” to start again.")
                                         : tr("%1: being computed…").arg(coreText(analysis_->title)));
}

void AnalysisPage::beginSelecting(Qt::KeyboardModifiers modifiers) {
    mode_ = selectionModeFor(modifiers);
    base_ = workspace_->selection().selected();
}

void AnalysisPage::selectRows(const std::vector<int>& given) {
    std::vector<int> rows = given, next;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (mode_ == SelectionMode::kReplace) {
        next = std::move(rows);
    } else if (mode_ == SelectionMode::kAdd) {
        std::set_union(base_.begin(), base_.end(), rows.begin(), rows.end(), std::back_inserter(next));
    } else {
        std::set_difference(base_.begin(), base_.end(), rows.begin(), rows.end(), std::back_inserter(next));
    }
    workspace_->selection().select(next);
}

void AnalysisPage::selectNow(const std::vector<int>& rows, Qt::KeyboardModifiers modifiers) {
    beginSelecting(modifiers);
    selectRows(rows);
}

std::function<bool(int)> AnalysisPage::isSelected() const {
    const SelectionModel* selection = &workspace_->selection();
    return [selection](int row) {
        return row >= 0 && static_cast<std::size_t>(row) < selection->rowCount() && selection->isSelected(row);
    };
}

void AnalysisPage::linkPoints(PlotView* chart) {
    chart->setBrush(PlotView::Brush::kRectangle);
    connect(chart, &PlotView::brushMoved, this, [this, chart](const QRectF& area) {
        std::vector<int> rows;
        for (const figure::Layer& layer : chart->chart().layers)
            if (const auto* points = std::get_if<figure::Scatter>(&layer))
                for (std::size_t i = 0; i < points->rows.marks(); ++i)
                    if (area.contains(points->x[i], points->y[i]))
                        rows.insert(rows.end(), points->rows.of(i).begin(), points->rows.of(i).end());
        selectRows(rows);
    });
    connect(chart, &PlotView::hovered, this, [this, chart](int layer, int index) {
        const auto rows = rowsBehind(*chart, layer, index);
        workspace_->selection().setHovered(rows.size() == 1 ? rows.front() : -1);
    });
    linkClicks(chart);
}

void AnalysisPage::linkBars(PlotView* chart, std::function<std::vector<int>(double low, double high)> rowsIn) {
    chart->setBrush(PlotView::Brush::kRange);
    connect(chart, &PlotView::brushMoved, this,
            [this, rowsIn = std::move(rowsIn)](const QRectF& area) { selectRows(rowsIn(area.left(), area.right())); });
    linkClicks(chart);
}

void AnalysisPage::linkClicks(PlotView* chart) {
    connect(chart, &PlotView::brushStarted, this, &AnalysisPage::beginSelecting);
    connect(chart, &PlotView::pointClicked, this, [this, chart](int layer, int index, Qt::KeyboardModifiers modifiers) {
        const std::vector<int> rows = rowsBehind(*chart, layer, index);
        if (rows.empty()) return;
        selectNow(rows, modifiers);
        if (rows.size() == 1) workspace_->selection().setCurrent(rows.front());
    });
    connect(chart, &PlotView::emptyClicked, this, [this](Qt::KeyboardModifiers modifiers) {
        if (selectionModeFor(modifiers) == SelectionMode::kReplace) workspace_->selection().clear();
    });
}

}  // namespace facespace
