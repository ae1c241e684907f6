#pragma once
#include <filesystem>
#include <functional>
#include <QTimer>
#include <QWidget>

#include "widgets/jobs/job_runner.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/figure_page.h"
#include "widgets/pages/page_input.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace facespace {

class CardGrid;
class FieldControls;
class EmptyState;
class PlotView;
class WrappingRow;

/// What the analysis pages share: computing on a worker thread once the page is looked at, anew when what the analyst chose
/// changes; which images are taken; progress and cancel; and the link with the one selection. A result stays until there is
/// a better one; it is said to be out of date when the project went on. GUI thread only.
class AnalysisPage : public QWidget, public FigurePage {
    Q_OBJECT
  public:
    AnalysisPage(Workspace* workspace, const Analysis& analysis, QWidget* parent = nullptr);
    ~AnalysisPage() override;

    /// The charts in view, as they are shown.
    virtual std::vector<figure::Chart> charts() const = 0;
    std::vector<PageDrawing> drawings() const override { return drawingsOf(findings_); }
    ExportSource exportSource() const override;
    /// Writes every table in view into a folder, with what the columns mean and how they were made; tablesWritten() follows.
    void exportTables(const std::filesystem::path& folder);
    bool hasResult() const { return hasResult_; }
    bool computing() const { return runner_.running() || wait_.isActive(); }
    PageScope scope() const;
    void setScope(PageScope scope);
    void cancel();
    /// What the page says in place of a result; "" if there is one.
    QString hint() const;

  Q_SIGNALS:
    void resultChanged();
    /// @param problem  empty: they are in the folder
    void tablesWritten(const QString& problem);

  protected:
    /// What the job needs is there; else why not, and what to do.
    virtual QString lacking() const;
    /// Starts the job: calls run().
    virtual void compute() = 0;
    /// Marks the selected images.
    virtual void markSelected() = 0;
    /// The page belongs to another project now.
    virtual void forget() {}
    /// Only what matters for drawing was changed: shows the result accordingly.
    virtual void redraw() { optionsChanged(); }
    /// Another network came into view: shows what the result says of it. False: it says nothing, compute.
    virtual bool showNetwork() { return false; }
    /// Whose tables are exported.
    virtual std::vector<FindingsPtr> exported() const {
        return findings_ ? std::vector{findings_} : std::vector<FindingsPtr>{};
    }
    /// Says this in place of the result, until there is another; "" takes it back.
    void setProblem(const QString& problem);

    /// Runs the page's analysis on the worker thread, then `show` with what it found: the one result, of which the figures
    /// are made, too.
    template <class T>
    void runAnalysis(const QString& title, const Values& values, std::function<void(std::shared_ptr<const T>)> show);
    /// Of the result in view.
    const FindingsPtr& findings() const { return findings_; }
    void setFindings(FindingsPtr findings) { findings_ = std::move(findings); }
    const Analysis& analysis() const { return *analysis_; }
    /// The analysis' parameters: a form that the page puts into its bar.
    FieldControls* controls() { return controls_; }
    const FieldControls* controls() const { return controls_; }
    /// Moves the control of a field from the form into the bar, behind its title.
    QWidget* addToBar(const std::string& key);

    /// Runs `work` on the worker thread, then `show` with its value. What it cannot do is shown in place of the cards.
    template <class T>
    void run(const QString& title, std::function<Result<T>(const PageInput&, const JobContext&)> work,
             std::function<void(T)> show);
    /// The analyst chose otherwise: computes again, soon.
    void optionsChanged();

    Workspace& workspace() { return *workspace_; }
    const Workspace& workspace() const { return *workspace_; }
    WrappingRow* bar() { return bar_; }
    CardGrid* cards() { return cards_; }
    PageInput input() const;

    /// Selecting with the pointer: the modifiers at the press, then rows as the area moves.
    void beginSelecting(Qt::KeyboardModifiers modifiers);
    void selectRows(const std::vector<int>& rows);
    void selectNow(const std::vector<int>& rows, Qt::KeyboardModifiers modifiers);
    /// Joins a chart to the selection: rectangles select the images of its points, a click those of a mark, hovering shows
    /// one.
    void linkPoints(PlotView* chart);
    /// The same of a histogram: `rowsIn` are the images between two values, which a range selects.
    void linkBars(PlotView* chart, std::function<std::vector<int>(double low, double high)> rowsIn);
    std::function<bool(int)> isSelected() const;

    void showEvent(QShowEvent* event) override;

  private:
    void buildBar();
    void askForTablesFolder();
    void linkClicks(PlotView* chart);
    void followSnapshot();
    void followSelection();
    void refresh();
    void sayBasis();
    void begin();
    void finish(const Error* error);
    QString imagesTaken() const;
    void showState();

    Workspace* workspace_;
    const Analysis* analysis_;
    FieldControls* controls_ = nullptr;
    FindingsPtr findings_;
    WrappingRow* bar_ = nullptr;
    CardGrid* cards_ = nullptr;
    EmptyState* empty_ = nullptr;
    QComboBox* scope_ = nullptr;
    QLabel* status_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QToolButton *compute_ = nullptr, *cancel_ = nullptr, *tables_ = nullptr;
    QTimer wait_;
    std::string projectFile_, computedValues_;
    std::shared_ptr<const FeatureSet> computedOn_;
    NetworkId computedNetwork_;
    QString usedImages_;
    std::vector<int> base_;
    SelectionMode mode_ = SelectionMode::kReplace;
    QString problem_;
    bool hasResult_ = false, wanted_ = true, outOfDate_ = false, stopped_ = false, restart_ = false;
    bool marksStale_ = false;          ///< The selection changed while the page was not in view.
    JobRunner runner_, exportRunner_;  // last: they join before the rest goes
};

/// The result of findings, kept alive by them: some have tens of megabytes, and a page needs no second one.
template <class T>
std::shared_ptr<const T> sharedResultOf(FindingsPtr findings) {
    const T* result = &resultOf<T>(*findings);
    return {std::move(findings), result};
}

template <class T>
void AnalysisPage::runAnalysis(const QString& title, const Values& values,
                               std::function<void(std::shared_ptr<const T>)> show) {
    run<FindingsPtr>(
        title,
        [analysis = analysis_, values](const PageInput& input, const JobContext& job) {
            return analysis->run({input.snapshot, input.scope, values, {}}, job);
        },
        [this, show = std::move(show)](FindingsPtr found) {
            findings_ = std::move(found);
            show(sharedResultOf<T>(findings_));
        });
}

template <class T>
void AnalysisPage::run(const QString& title, std::function<Result<T>(const PageInput&, const JobContext&)> work,
                       std::function<void(T)> show) {
    runner_.start<T>(
        title, [work = std::move(work), given = input()](const JobContext& job) { return work(given, job); },
        [this, show = std::move(show)](Result<T> result) {
            if (restart_) return finish(nullptr);
            if (!result) return finish(&result.error());
            hasResult_ = true;
            show(std::move(*result));
            finish(nullptr);
        });
}

}  // namespace facespace
