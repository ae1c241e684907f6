#pragma once
#include <QStatusBar>

#include "widgets/models/workspace.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace facespace {

/// The status bar: how many images and how many selected; the running job with its progress, time left and cancel.
class StatusLine : public QStatusBar {
    Q_OBJECT
  public:
    explicit StatusLine(Workspace* workspace, QWidget* parent = nullptr);
    void showJob(const QString& title);
    void showProgress(double fraction, const QString& text);
    void showIdle();
    /// What the map says of the images it cannot show; "" if it shows all.
    void setMapStatus(const QString& text);
    QString countText() const;

  Q_SIGNALS:
    void cancelRequested();

  private:
    void refresh();
    Workspace* workspace_;
    QLabel *count_, *job_;
    QProgressBar* bar_;
    QToolButton* cancel_;
    QString mapStatus_;
};

}  // namespace facespace
