#pragma once
#include <functional>
#include <QWidget>
#include <vector>

#include "widgets/models/workspace.h"

class QLabel;
class QTabWidget;
class QToolButton;

namespace facespace {

/// What somebody who sees a project for the first time should look at, one click each: poor images near the origin, pose
/// read from features, labels that look wrong, two networks compared. A line above the map, which says what is in view then;
/// it shows itself with the demo, and otherwise when it is asked for.
class FirstLooks : public QWidget {
    Q_OBJECT
  public:
    FirstLooks(Workspace* workspace, QTabWidget* pages, QWidget* parent = nullptr);
    /// Whether to show it with this project, which was just opened: with the demo, until it was closed once. What it said of
    /// the one before is gone.
    bool wantedWith(const QString& projectFile);

  Q_SIGNALS:
    void closed();

  private:
    void addLook(const QString& name, std::function<QString()> show);
    QString showPoorImages();
    QString showPose();
    QString showSuspects();
    QString showComparison();
    void showPage(const QString& key);

    Workspace* workspace_;
    QTabWidget* pages_;
    QLabel* sentence_;
    std::vector<QToolButton*> buttons_;
    bool wasClosed_ = false;
};

}  // namespace facespace
