#pragma once
#include "widgets/jobs/job_runner.h"
#include "widgets/look/notice_label.h"
#include "widgets/models/workspace.h"

namespace facespace {

/// Whether the distance from the origin of the network in view follows quality in this project
/// (core/compute/distance_sentence.h): on the colour of a warning where it does not. Hidden where nothing can be told.
/// Worked out in the background while it can be seen.
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
