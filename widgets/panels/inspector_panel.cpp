#include "widgets/panels/inspector_panel.h"

#include <cmath>

#include "core/common/progress_meter.h"
#include "widgets/panels/empty_state.h"
#include "widgets/panels/face_view.h"
#include "widgets/panels/head_pose_dial.h"
#include "widgets/panels/image_table_model.h"
#include "widgets/panels/inspector_facts.h"
#include "widgets/panels/mini_histogram.h"
#include "widgets/panels/thumbnail_strip.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace facespace {
namespace {

constexpr int kHistogramBins = 40;
constexpr int kThumbnailPixels = 96;
constexpr int kThumbnailBytes = 48 << 20;

}  // namespace

InspectorPanel::InspectorPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), thumbnails_(workspace, kThumbnailPixels, kThumbnailBytes) {
    buildLayout();
    connect(&loader_, &InspectorLoader::imageReady, this, &InspectorPanel::showImage);
    connect(&loader_, &InspectorLoader::neighboursReady, this, &InspectorPanel::showNeighbours);
    connect(workspace_, &Workspace::snapshotChanged, this, &InspectorPanel::followSnapshot);
    connect(workspace_, &Workspace::networkChanged, this, &InspectorPanel::followSnapshot);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &InspectorPanel::showRow);
    for (auto* strip : {nearest_, same_}) {
        connect(strip, &ThumbnailStrip::chosen, this, [this](int row) {
            workspace_->selection().select({row});
            workspace_->selection().setCurrent(row);
        });
    }
    followSnapshot();
}

void InspectorPanel::followSnapshot() {
    distances_ = summariseDistances(workspace_->featureSet());
    histogram_->setBins(distances_.empty() || distances_.unitLength ? std::vector<int>()
                                                                    : distances_.histogram(kHistogramBins));
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
    empty_->setHint({});
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
    fillFacts(facts_, snapshot, row);
}

void InspectorPanel::showDistance(int row) {
    const FeatureSet* features = workspace_->featureSet();
    const float d = features == nullptr ? std::nanf("") : features->distance[static_cast<std::size_t>(row)];
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
    const int percent = std::max(1, static_cast<int>(std::lround(distances_.percentile(d))));
    percentile_->setText(tr("%1 percentile").arg(QString::fromStdString(ordinal(percent))));
    percentile_->setToolTip(tr("%1 % of the images are as near to the origin or nearer.").arg(percent));
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

void InspectorPanel::showNeighbours(const InspectedImage& image) {
    nearest_->setVisible(!image.nearest.empty());
    nearest_->setRows(image.nearest, tipsFor(image.nearest, image.nearestSimilarity));
    same_->setVisible(!image.sameIdentity.empty());
    same_->setRows(image.sameIdentity, tipsFor(image.sameIdentity, {}));
}

QStringList InspectorPanel::tipsFor(const std::vector<int>& rows, const std::vector<float>& similarities) const {
    QStringList tips;
    const auto& snapshot = workspace_->snapshot();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = static_cast<std::size_t>(rows[i]);
        if (!snapshot || row >= snapshot->imageCount()) break;
        QString tip = QString::fromStdString(snapshot->images.images[row].identity);
        if (i < similarities.size()) tip += tr(" · cosine %1").arg(static_cast<double>(similarities[i]), 0, 'f', 3);
        tips << tip;
    }
    return tips;
}

}  // namespace facespace
