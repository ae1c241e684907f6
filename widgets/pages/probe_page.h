#pragma once
#include <Eigen/Core>
#include <map>
#include <QTimer>
#include <QWidget>
#include <set>
#include <string>
#include <vector>
#include "core/analyses/field.h"

#include "core/compute/probe_tables.h"
#include "widgets/models/thumbnail_cache.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/figure_page.h"
#include "widgets/pages/probe_engine.h"

class QLabel;
class QToolButton;

namespace facespace {

class Card;
class EmptyState;
class FaceView;
class PlotView;
class ProbeControls;
class ProbeReadout;

/// The image in view is made worse by sliders, and the network says at once what becomes of it: its point moves over the
/// map, and its distance, pose and neighbours change. Nothing is kept. GUI thread only.
class ProbePage : public QWidget, public FigurePage {
    Q_OBJECT
  public:
    explicit ProbePage(Workspace* workspace, QWidget* parent = nullptr);
    ~ProbePage() override;

    ProbeControls* controls() const { return controls_; }
    ProbeReadout* readout() const { return readout_; }
    PlotView* chart() const { return chart_; }
    /// What the page says in place of an answer; "" if there is one.
    QString hint() const;
    /// Nothing is asked for that is not shown, but for the rest of the curve.
    bool settled() const;
    /// The newest answer; null: none.
    const ProbeStep* shown() const { return answer_.now.get(); }
    /// The faces and what became of them, as far as the slider's range has been answered.
    std::vector<PageDrawing> drawings() const override;
    ExportSource exportSource() const override;

  Q_SIGNALS:
    /// Where the image went on the map in view, see MapView::setTrail(); empty: nowhere.
    void trailChanged(const std::vector<Eigen::Vector3d>& points);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    QWidget* buildBar();
    QWidget* buildFaces();
    void follow();
    void ask();
    QString lacking() const;
    void take(const ProbeEngine::Answer& answer);
    void takeCurvePoint(const std::shared_ptr<const ProbeStep>& step);
    void refuse(const QString& sentence);
    void askForConsent(const NetworkQuestion& question);
    void fieldChanged(const DegradationField* field);
    void askCurve();
    void showTrail();
    void showCurve();
    void refreshFigure();
    Values figureValues() const;
    bool unitLength() const;
    ProbeSeries series() const;
    std::optional<Eigen::Vector3d> placeOf(const ProbeStep& step) const;

    Workspace* workspace_;
    ThumbnailCache thumbnails_;
    EmptyState* empty_ = nullptr;
    QLabel *subject_ = nullptr, *status_ = nullptr;
    QToolButton* resetAll_ = nullptr;
    FaceView *before_ = nullptr, *after_ = nullptr;
    ProbeControls* controls_ = nullptr;
    ProbeReadout* readout_ = nullptr;
    Card* curveCard_ = nullptr;
    PlotView* chart_ = nullptr;

    int row_ = -1;
    Degradation asked_;
    bool waiting_ = false;
    std::set<std::string> declined_;  // Hashes of networks, until the page is left.
    ProbeEngine::Answer answer_;
    std::vector<std::shared_ptr<const ProbeStep>> trail_;
    const DegradationField* field_ = nullptr;  // What the curve is over.
    std::map<double, std::shared_ptr<const ProbeStep>> curve_;
    QTimer curveTimer_, releaseTimer_;
    ProbeEngine engine_;  // Last: it joins before the rest goes.
};

}  // namespace facespace
