#include "widgets/panels/inspector_panel.h"

#include <cmath>

#include "core/common/number_text.h"
#include "core/common/numbers.h"
#include "core/container/container.h"
#include "core/figure/bins.h"
#include "widgets/faces/face_view.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/look/empty_state.h"
#include "widgets/models/image_table_model.h"
#include "widgets/panels/file_manager.h"
#include "widgets/panels/head_pose_dial.h"
#include "widgets/panels/inspector_facts.h"
#include "widgets/panels/mini_histogram.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace facespace {
namespace {

constexpr int kHistogramBins = 40;
constexpr int kThumbnailPixels = 96;
// Of 300 small faces: the image in view has up to 200 neighbours. Each is shown by a picture of its own.
constexpr int kThumbnailBytes = 12 << 20;

}  // namespace

InspectorPanel::InspectorPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), thumbnails_(workspace, kThumbnailPixels, kThumbnailBytes) {
    buildLayout();
    connect(&loader_, &InspectorLoader::imageReady, this, &InspectorPanel::showImage);
    NeighbourModel& neighbours = workspace_->neighbours();
    connect(&neighbours, &NeighbourModel::neighboursChanged, this, &InspectorPanel::showNeighbours);
    connect(&neighbours, &NeighbourModel::optionsChanged, this, &InspectorPanel::followNeighbourOptions);
    connect(workspace_, &Workspace::snapshotChanged, this, &InspectorPanel::followSnapshot);
    connect(workspace_, &Workspace::networkChanged, this, &InspectorPanel::followSnapshot);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &InspectorPanel::showRow);
    for (auto* strip : {nearest_, same_}) {
        connect(strip, &ThumbnailStrip::chosen, this, [this](int row) {
            workspace_->selection().select({row});
            workspace_->selection().setCurrent(row);
        });
    }
    followNeighbourOptions();
    followSnapshot();
}

void InspectorPanel::followSnapshot() {
    distances_ = summariseDistances(workspace_->featureSet());
    std::vector<int> bins;
    if (!distances_.empty() && !distances_.unitLength) {
        const std::vector<double> distances(distances_.sorted.begin(), distances_.sorted.end());
        const auto all = figure::histogramOf(distances, distances_.minimum, distances_.maximum, kHistogramBins);
        bins.assign(all.counts.begin(), all.counts.end());
    }
    histogram_->setBins(std::move(bins));
    showRow(workspace_->selection().current());
}

void InspectorPanel::showRow(int row) {
    const auto& snapshot = workspace_->snapshot();
    if (!snapshot || row < 0 || static_cast<std::size_t>(row) >= snapshot->imageCount()) {
        loader_.abandon();
        shownRow_ = -1;
        empty_->setHint(tr("Click a point on the map, a face or a table row to see the image here."));
        return;
    }
    if (row != shownRow_) {
        shownRow_ = -1;
        stored_->setImage({});
        stored_->setText({});
        crop_->setImage({});
        crop_->setText({});
    }
    showFacts(row);
    showDistance(row);
    showPose(row);
    if (!empty_->hint().isEmpty()) {
        empty_->setHint({});
        // Else the first picture has the texts where they would be without a scroll bar: over each other.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
    loader_.request(snapshot, workspace_->network(), row);
}

void InspectorPanel::showFacts(int row) {
    const auto& snapshot = *workspace_->snapshot();
    const ImageRecord& record = snapshot.images.images[static_cast<std::size_t>(row)];
    identity_->setText(QString::fromStdString(record.identity));
    path_->setText(QString::fromStdString(record.path));
    path_->setToolTip(QString::fromStdString(snapshot.imageFile(static_cast<std::size_t>(row)).string()));
    stored_->setFace(record.box, record.landmarks);
    overlay_->setEnabled(record.box || record.landmarks);
    fillFacts(facts_, snapshot, workspace_->network(), row);
}

void InspectorPanel::showDistance(int row) {
    const FeatureSet* features = workspace_->featureSet();
    const float d = features == nullptr ? kNoValueFloat : features->distance[static_cast<std::size_t>(row)];
    histogram_->setVisible(!distances_.empty() && !distances_.unitLength);
    if (features == nullptr || std::isnan(d)) {
        distance_->setText(QStringLiteral("–"));
        percentile_->setText(features == nullptr ? tr("no features yet") : tr("no feature for this image"));
        histogram_->setMark(-1);
        return;
    }
    distance_->setText(shownNumber(static_cast<double>(d)));
    if (distances_.unitLength) {
        percentile_->setText(tr("every feature has length 1"));
        return;
    }
    const int percent = std::max(1, static_cast<int>(std::lround(percentileRank(distances_.sorted, d))));
    percentile_->setText(coreText(percentileText(percent)));
    percentile_->setToolTip(
        tr("%1 % of the images are nearer to the origin, half of those at the same distance counted.").arg(percent));
    const double width = distances_.maximum - distances_.minimum;
    histogram_->setMark(width > 0 ? (static_cast<double>(d) - distances_.minimum) / width : 0.5);
}

void InspectorPanel::showPose(int row) {
    const PoseFacts facts = poseFacts(*workspace_->snapshot(), workspace_->network(), row);
    const auto& p = facts.predicted;
    const auto& l = facts.label;
    dial_->setPoses(p, l);
    pose_->setVisible(p.known() || l.known());
    const double values[2][3] = {{p.yawDeg, l.yawDeg, p.yawDeg - l.yawDeg},
                                 {p.pitchDeg, l.pitchDeg, p.pitchDeg - l.pitchDeg}};
    for (int i = 0; i < 2; ++i) {
        for (int j = 0; j < 3; ++j) poseCells_[i][j]->setText(degrees(values[i][j], j == 2));
    }
    poseNote_->setText(facts.note);
    poseNote_->setVisible(!facts.note.isEmpty());
}

void InspectorPanel::showImage(const InspectedImage& image) {
    shownRow_ = image.row;
    stored_->setImage(image.stored);
    stored_->setText(image.problem);
    crop_->setImage(image.crop);
    crop_->setVisible(!image.crop.isNull());
    if (!image.stored.isNull()) setSizeFact(facts_, image.stored.size());
}

void InspectorPanel::showNeighbours() {
    const NeighbourModel& model = workspace_->neighbours();
    if (model.row() < 0) return;  // The old ones stay until the new ones are found: no flicker.
    const bool cosine = model.options().metric != Metric::kEuclidean;
    std::vector<int> rows;
    std::vector<std::uint8_t> other;
    QStringList tips;
    std::ptrdiff_t same = 0;
    for (const NeighbourModel::Found& found : model.found()) {
        rows.push_back(found.row);
        other.push_back(found.sameIdentity ? 0 : 1);
        same += found.sameIdentity ? 1 : 0;
        tips << (cosine ? tr("%1 · cosine %2") : tr("%1 · distance %2"))
                    .arg(tipFor(found.row))
                    .arg(numberText(found.value, 3));
    }
    nearest_->setVisible(!rows.empty());
    nearest_->setTitle(tr("%1 of the %2 nearest are of the same identity").arg(same).arg(rows.size()));
    nearest_->setRows(rows, tips, other);
    tips.clear();
    for (const int row : model.sameIdentity()) tips << tipFor(row);
    same_->setVisible(!model.sameIdentity().empty());
    same_->setRows(model.sameIdentity(), tips);
}

void InspectorPanel::followNeighbourOptions() {
    const NeighbourModel::Options& options = workspace_->neighbours().options();
    const QSignalBlocker k(k_), metric(metric_), links(links_);
    k_->setValue(options.k);
    metric_->setCurrentIndex(options.metric == Metric::kCosine ? 0 : 1);
    links_->setChecked(options.links);
}

QString InspectorPanel::tipFor(int row) const {
    const auto& snapshot = workspace_->snapshot();
    const auto at = static_cast<std::size_t>(row);
    return !snapshot || at >= snapshot->imageCount() ? QString()
                                                     : QString::fromStdString(snapshot->images.images[at].identity);
}

void InspectorPanel::openInFileManager() const {
    const int row = workspace_->selection().current();
    if (row < 0 || workspace_->snapshot() == nullptr) return;
    // Of an image in a container, what can be shown is the container.
    const auto file = imagePlace(workspace_->snapshot()->imageFile(static_cast<std::size_t>(row))).file;
    if (!file.empty()) showInFileManager(QString::fromStdString(file.string()));
}

}  // namespace facespace
