#include "widgets/pages/probe_page.h"

#include <algorithm>
#include <cmath>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/analyses/probe/probe_analysis.h"
#include "core/features/radial_map.h"
#include "widgets/consent/network_question.h"
#include "widgets/faces/face_crop.h"
#include "widgets/faces/face_view.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/pages/card.h"
#include "widgets/pages/card_grid.h"
#include "widgets/pages/distance_sentence.h"
#include "widgets/pages/plot_view.h"
#include "widgets/pages/probe_controls.h"
#include "widgets/pages/probe_readout.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr std::size_t kMostTrail = 300;
constexpr int kFaceSide = 96;
constexpr int kCurveMs = 350;           // A slider that has not moved for so long rests.
constexpr int kReleaseMs = 2 * 60'000;  // A network costs memory: it goes when the page has not been looked at for so long.

}  // namespace

ProbePage::ProbePage(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), thumbnails_(workspace, 96, 16 << 20) {
    auto* cards = new CardGrid;
    cards->setAbout(coreText(probeAnalysis().meaning), QString::fromStdString(probeAnalysis().manual));
    controls_ = new ProbeControls;
    readout_ = new ProbeReadout(&thumbnails_);
    chart_ = new PlotView;
    // As wide as the page, so that sliders and what becomes of the face stay side by side.
    curveCard_ = new Card(tr("Along a slider"), chart_, 3);
    cards->add(new Card(tr("Make it worse"), buildFaces(), 2));
    cards->add(new Card(tr("What becomes of it"), static_cast<QWidget*>(readout_)));
    cards->add(curveCard_);
    empty_ = new EmptyState(cards);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(new DistanceSentence(workspace_));
    layout->addWidget(empty_, 1);

    curveTimer_.setSingleShot(true);
    curveTimer_.setInterval(kCurveMs);
    connect(&curveTimer_, &QTimer::timeout, this, &ProbePage::askCurve);
    releaseTimer_.setSingleShot(true);
    releaseTimer_.setInterval(kReleaseMs);
    connect(&releaseTimer_, &QTimer::timeout, &engine_, &ProbeEngine::release);
    connect(controls_, &ProbeControls::changed, this, &ProbePage::fieldChanged);
    connect(readout_, &ProbeReadout::chosen, this, [this](int row) { workspace_->selection().setCurrent(row); });
    connect(&engine_, &ProbeEngine::answered, this, &ProbePage::take);
    connect(&engine_, &ProbeEngine::failed, this, &ProbePage::refuse);
    connect(&engine_, &ProbeEngine::networkAsked, this, &ProbePage::askForConsent);
    connect(&engine_, &ProbeEngine::preparing, status_, &QLabel::setText);
    connect(&engine_, &ProbeEngine::curvePoint, this, &ProbePage::takeCurvePoint);
    connect(workspace_, &Workspace::snapshotChanged, this, &ProbePage::follow);
    connect(workspace_, &Workspace::networkChanged, this, &ProbePage::follow);
    connect(workspace_, &Workspace::mapChanged, this, &ProbePage::follow);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &ProbePage::follow);
    empty_->setHint(lacking());
}

ProbePage::~ProbePage() { engine_.disconnect(this); }

QWidget* ProbePage::buildBar() {
    subject_ = new TextLabel;
    status_ = new TextLabel;
    for (QLabel* label : {subject_, status_}) label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    status_->setForegroundRole(QPalette::PlaceholderText);
    status_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    resetAll_ = new QToolButton;
    resetAll_->setText(tr("Reset all"));
    resetAll_->setToolTip(tr("The image as it is, and its point back where it belongs"));
    connect(resetAll_, &QToolButton::clicked, this, [this] { controls_->resetAll(); });
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 5, 10, 5);
    layout->addWidget(subject_, 1);
    layout->addWidget(status_, 1);
    layout->addWidget(resetAll_);
    layout->addWidget(figureButton());
    return bar;
}

/// The face as the network sees it, before and after, beside the sliders.
QWidget* ProbePage::buildFaces() {
    auto* faces = new QWidget;
    auto* layout = new QHBoxLayout(faces);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    const auto add = [&](FaceView*& view, const QString& title) {
        view = new FaceView;
        view->setAccessibleName(title);
        view->setToolTip(tr("What the network sees"));
        view->setFixedSize(kFaceSide, kFaceSide);
        auto* label = new TextLabel(title);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(view);
        column->addWidget(label);
    };
    add(before_, tr("as it is"));
    add(after_, tr("made worse"));
    column->addStretch();
    layout->addLayout(column);
    layout->addWidget(controls_, 1);
    return faces;
}

QString ProbePage::hint() const { return empty_->hint(); }

bool ProbePage::settled() const { return !waiting_; }

QString ProbePage::lacking() const {
    if (!workspace_->snapshot())
        return tr("What becomes of a face as its image is made worse appears here. Open images or a project.");
    if (workspace_->featureSet() == nullptr)
        return tr("What becomes of a face as its image is made worse appears here once a network has extracted features.");
    if (workspace_->selection().current() < 0)
        return tr("Click an image on the map or in the gallery, and make it worse here.");
    return {};
}

/// Another image, network or map came into view, or the page itself.
void ProbePage::follow() {
    if (!isVisible()) return;
    const int row = workspace_->selection().current();
    const QString lacks = lacking();
    if (row != row_ || !lacks.isEmpty()) {
        row_ = row;
        answer_ = {};
    }
    trail_.clear();
    curve_.clear();
    refreshFigure();
    Q_EMIT trailChanged({});
    if (!lacks.isEmpty()) {
        waiting_ = false;
        subject_->clear();
        status_->clear();
        return empty_->setHint(lacks);
    }
    const auto& record = workspace_->snapshot()->images.images[static_cast<std::size_t>(row)];
    subject_->setText(tr("%1 · %2").arg(QString::fromStdString(record.identity), QString::fromStdString(record.path)));
    ask();
}

void ProbePage::ask() {
    const MapRecord* map = workspace_->mapRecord();
    const FeatureSet* set = workspace_->featureSet();
    const bool onMap = map != nullptr && map->network == set->network.id;
    asked_ = controls_->degradation();
    waiting_ = true;
    resetAll_->setEnabled(asked_ != Degradation{.side = asked_.side});
    if (!answer_.now) empty_->setHint(tr("The network is being started…"));
    engine_.ask({workspace_->snapshot(), set->network.name, onMap ? map->name : std::string(), row_}, asked_);
    curveTimer_.start();
}

void ProbePage::fieldChanged(const DegradationField* field) {
    if (field != field_ && field != nullptr) {
        field_ = field;
        curve_.clear();
    } else if (field == nullptr) {
        curve_.clear();
    }
    refreshFigure();
    if (isVisible() && lacking().isEmpty()) ask();
}

void ProbePage::refuse(const QString& sentence) {
    waiting_ = false;
    answer_ = {};
    status_->clear();
    refreshFigure();
    Q_EMIT trailChanged({});
    empty_->setHint(sentence);
}

/// Once for every network, as long as the page is in view.
void ProbePage::askForConsent(const NetworkQuestion& question) {
    refuse(
        tr("A probe runs the network “%1”, which was not allowed on this machine. Come back to this page to be asked again.")
            .arg(QString::fromStdString(question.name)));
    if (!isVisible() || !declined_.insert(question.sha256).second) return;
    auto* dialog = new NetworkQuestionDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &ProbePage::follow);
    dialog->open();
}

void ProbePage::take(const ProbeEngine::Answer& answer) {
    if (answer.row != row_ || !isVisible()) return;
    const bool another = answer.stored != answer_.stored;
    answer_ = answer;
    waiting_ = answer.now->degradation != asked_;
    // The timer may have run out before this answer came; the curve waits for it.
    if (!waiting_) curveTimer_.start();
    empty_->setHint({});
    status_->setText(answer.notes.join(QLatin1Char(' ')));
    status_->setToolTip(status_->text());
    if (another) before_->setImage(toQImage(answer.stored->crop));
    after_->setImage(toQImage(answer.now->crop));
    readout_->show(*answer.stored, *answer.now, *workspace_->snapshot(), unitLength());
    if (another || answer.now->degradation == Degradation{.side = answer.now->degradation.side}) trail_.clear();
    if (trail_.empty()) trail_.push_back(answer.stored);
    if (answer.now->degradation != Degradation{.side = answer.now->degradation.side}) trail_.push_back(answer.now);
    if (trail_.size() > kMostTrail) trail_.erase(trail_.begin() + 1);
    showTrail();
    if (field_ != nullptr) curve_[answer.now->degradation.*field_->value] = answer.now;
    showCurve();
}

// ── On the map ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// In the coordinates that the map shows: a radial one keeps the angle and has the distance as radius.
std::optional<Eigen::Vector3d> ProbePage::placeOf(const ProbeStep& step) const {
    if (step.place.size() < 2) return std::nullopt;
    Eigen::Vector3d place(static_cast<double>(step.place[0]), static_cast<double>(step.place[1]),
                          step.place.size() > 2 ? static_cast<double>(step.place[2]) : 0.0);
    const MapRecord* map = workspace_->mapRecord();
    if (!workspace_->radialShown() || map == nullptr) return place;
    const auto centre = radialCentre(map->coordinates);
    if (!centre) return std::nullopt;
    const Eigen::Vector2d at = radialPlace(*centre, place.head<2>(), step.distance);
    return Eigen::Vector3d(at.x(), at.y(), 0);
}

void ProbePage::showTrail() {
    std::vector<Eigen::Vector3d> points;
    for (const auto& step : trail_)
        if (const auto place = placeOf(*step)) points.push_back(*place);
    Q_EMIT trailChanged(points);
}

void ProbePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    releaseTimer_.stop();
    follow();
}

void ProbePage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    Q_EMIT trailChanged({});
    curveTimer_.stop();
    releaseTimer_.start();
    declined_.clear();
}

}  // namespace facespace
