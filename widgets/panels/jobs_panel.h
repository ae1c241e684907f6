#pragma once
#include <QWidget>

#include "widgets/models/workspace.h"
#include "widgets/panels/job_list.h"

class QLabel;
class QTableView;
class QToolButton;

namespace facespace {

class EmptyState;

/// What ran on the project and how it ended; which images have no feature and why.
class JobsPanel : public QWidget {
    Q_OBJECT
  public:
    explicit JobsPanel(Workspace* workspace, QWidget* parent = nullptr);
    void setRecords(std::vector<JobRecord> jobs, std::vector<SkippedImage> skipped);
    const std::vector<SkippedImage>& skipped() const { return skippedModel_->images(); }

  Q_SIGNALS:
    /// Asks where to, and writes the list of skipped images.
    void exportSkippedRequested();

  private:
    QWidget* buildSkipped();
    Workspace* workspace_;
    JobLogModel* jobsModel_;
    SkippedModel* skippedModel_;
    QTableView *jobsView_, *skippedView_;
    QLabel* skippedTitle_ = nullptr;
    QToolButton* export_ = nullptr;
    QWidget* skippedBox_ = nullptr;
    EmptyState* empty_;
};

}  // namespace facespace
