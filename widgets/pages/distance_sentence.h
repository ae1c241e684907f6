#pragma once
#include "widgets/jobs/job_runner.h"
#include "widgets/look/notice_label.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// A sentence where the distance from the origin of the network in view does not tell quality in this project
/// (core/compute/distance_sentence.h); hidden where it does. Worked out in the background while it can be seen.
class DistanceSentence : public QWidget {
    Q_OBJECT
  public:
    explicit DistanceSentence(Workspace* workspace, QWidget* parent = nullptr);
    QString text() const { return label_->text(); }

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    void follow();
    Workspace* workspace_;
    NoticeLabel* label_;
    std::shared_ptr<const Snapshot> of_;
    NetworkId network_;
    JobRunner runner_;  // Last: it joins before what it uses is gone.
};

}  // namespace facespace
