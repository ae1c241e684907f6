#include "widgets/pages/distance_sentence.h"

#include <QMargins>
#include <QVBoxLayout>

#include "core/compute/distance_sentence.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {
constexpr QMargins kMargins{12, 4, 10, 4};  // as the bars of the pages
}

DistanceSentence::DistanceSentence(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), label_(new NoticeLabel) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label_);
    connect(workspace_, &Workspace::snapshotChanged, this, &DistanceSentence::follow);
    connect(workspace_, &Workspace::networkChanged, this, &DistanceSentence::follow);
}

void DistanceSentence::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

void DistanceSentence::follow() {
    const auto snapshot = workspace_->snapshot();
    const FeatureSet* features = workspace_->featureSet();
    if (!isVisible() || runner_.running()) return;
    if (snapshot == of_ && workspace_->network() == network_) return;
    of_ = snapshot;
    network_ = workspace_->network();
    if (features == nullptr) return label_->setNotice(NoticeLabel::Kind::kWarning, {});
    const std::shared_ptr<const FeatureSet> set(snapshot, features);
    runner_.start<DistanceFound>(
        tr("Relating quality to distance"),
        [snapshot, set](const JobContext&) -> Result<DistanceFound> { return distanceFound(*snapshot, *set); },
        [this](const Result<DistanceFound>& found) {
            const QString sentence = found ? coreText(found->sentence) : QString();
            layout()->setContentsMargins(sentence.isEmpty() ? QMargins() : kMargins);
            label_->setNotice(found && found->follows ? NoticeLabel::Kind::kNote : NoticeLabel::Kind::kWarning, sentence);
            follow();
        });
}

}  // namespace facespace
