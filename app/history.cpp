#include "app/history.h"

#include <QScopedValueRollback>

#include "core/project/decisions.h"
#include "widgets/map/map_view.h"

namespace facespace {
namespace {

constexpr qint64 kSameStepMs = 400;
constexpr int kMostSteps = 300;
enum Kind { kSelection = 1, kFilter, kColouring, kView, kTags };

bool sameCamera(const MapCamera& a, const MapCamera& b) {
    return a.dims == b.dims && a.centre == b.centre && a.halfHeight == b.halfHeight &&
           a.rotation.coeffs() == b.rotation.coeffs();
}

}  // namespace

class HistoryStep : public QUndoCommand {
  public:
    HistoryStep(History* history, int kind, const QString& text, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(text), history_(history), kind_(kind), undo_(std::move(undo)), redo_(std::move(redo)) {}
    int id() const override { return kind_; }
    bool mergeWith(const QUndoCommand* other) override {
        // Every tag is a step of its own.
        const QElapsedTimer& last = history_->lastStep_;
        if (kind_ == kTags || !last.isValid() || last.elapsed() > kSameStepMs) return false;
        redo_ = static_cast<const HistoryStep*>(other)->redo_;
        return true;
    }
    void undo() override { run(undo_); }
    void redo() override {
        if (std::exchange(done_, true)) run(redo_);  // the first time it has happened already
    }

  private:
    void run(const std::function<void()>& change) {
        {
            const QScopedValueRollback<bool> guard(history_->applying_, true);
            change();
        }
        history_->takeNow();
        history_->lastStep_.invalidate();  // What is set after an undo is never part of what was before.
    }
    History* history_;
    int kind_;
    std::function<void()> undo_, redo_;
    bool done_ = false;
};

History::History(Workspace* workspace, QObject* parent) : QObject(parent), workspace_(workspace) {
    stack_.setUndoLimit(kMostSteps);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &History::recordSelection);
    connect(&workspace_->filter(), &FilterModel::stateChanged, this, &History::recordFilter);
    connect(&workspace_->colours(), &ColourModel::coloursChanged, this, &History::recordColouring);
    MarksModel& marks = workspace_->marks();
    connect(&marks, &MarksModel::tagged, this, [this](const std::vector<int>& rows, const QString& tag, bool present) {
        const auto set = [this, rows, tag](bool on) {
            return [this, rows, tag, on] { workspace_->marks().setTag(rows, tag, on); };
        };
        const bool decision = isDecision(tag.toStdString());
        const QString what = decision && present ? tr("decision “%1”").arg(tag)
                             : decision          ? tr("withdrawal of decision “%1”").arg(tag)
                             : present           ? tr("tag “%1”").arg(tag)
                                                 : tr("removal of tag “%1”").arg(tag);
        push(kTags, what, set(!present), set(present));
    });
    connect(&marks, &MarksModel::noted, this, [this](int row, const QString& before, const QString& after) {
        const auto set = [this, row](const QString& text) {
            return [this, row, text] { workspace_->marks().setNote(row, text); };
        };
        push(kTags, tr("note"), set(before), set(after));
    });
    takeNow();
}

void History::follow(MapView* map) {
    map_ = map;
    connect(map, &MapView::viewChanged, this, &History::recordView);
    connect(workspace_, &Workspace::mapChanged, this, &History::recordView);
    takeNow();
}

void History::clear() {
    stack_.clear();
    takeNow();
}

History::Colouring History::colouringNow() const {
    const ColourModel& colours = workspace_->colours();
    return {colours.key(), colours.highlighted(), colours.wholeRange()};
}

History::View History::viewNow() const {
    if (map_ == nullptr) return {};
    return {workspace_->map(), map_->camera(), !map_->cameraTouched()};
}

void History::takeNow() {
    selection_ = workspace_->selection().selected();
    filter_ = workspace_->filter().state();
    colouring_ = colouringNow();
    view_ = viewNow();
}

void History::push(int kind, const QString& text, std::function<void()> undo, std::function<void()> redo) {
    if (applying_) return;
    stack_.push(new HistoryStep(this, kind, text, std::move(undo), std::move(redo)));
    lastStep_.start();
}

void History::recordSelection() {
    auto now = workspace_->selection().selected();
    const auto set = [this](std::vector<int> rows) {
        return [this, rows = std::move(rows)] { workspace_->selection().select(rows); };
    };
    auto before = std::exchange(selection_, now);
    push(kSelection, tr("selection"), set(std::move(before)), set(std::move(now)));
}

void History::recordFilter() {
    const FilterModel::State now = workspace_->filter().state();
    if (now == filter_) return;
    const auto set = [this](const FilterModel::State& state) {
        return [this, state] { workspace_->filter().setState(state); };
    };
    const auto before = std::exchange(filter_, now);
    push(kFilter, tr("filter"), set(before), set(now));
}

void History::recordColouring() {
    const Colouring now = colouringNow();
    if (now == colouring_) return;
    const auto before = std::exchange(colouring_, now);
    // What the program chose when a project or network came into view is no step.
    if (before.key.isEmpty() || now.key.isEmpty()) return;
    const auto set = [this](const Colouring& c) {
        return [this, c] {
            workspace_->colours().setKey(c.key);
            workspace_->colours().setHighlighted(c.highlighted);
            workspace_->colours().setWholeRange(c.wholeRange);
        };
    };
    push(kColouring, tr("colouring"), set(before), set(now));
}

void History::recordView() {
    const View now = viewNow();
    if (now.map == view_.map && now.fitted == view_.fitted && (now.fitted || sameCamera(now.camera, view_.camera))) return;
    const View before = std::exchange(view_, now);
    // Maps that come with a project or from a job are not the analyst's doing.
    if (!before.map || !now.map || workspace_->hasLiveMap()) return;
    const auto set = [this](const View& v) {
        return [this, v] {
            workspace_->setMap(v.map);
            if (v.fitted) {
                map_->resetView();
            } else {
                map_->setCamera(v.camera);
            }
        };
    };
    push(kView, tr("view"), set(before), set(now));
}

}  // namespace facespace
