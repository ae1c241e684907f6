#pragma once
#include <QWidget>

class QVBoxLayout;

namespace facespace {

/// What the window shows while nothing is open: what to do next.
class WelcomePage : public QWidget {
    Q_OBJECT
  public:
    explicit WelcomePage(QWidget* parent = nullptr);
    /// Project files, latest first.
    void setRecent(const QStringList& files);

  Q_SIGNALS:
    void openImagesRequested();
    void openProjectRequested();
    void demoRequested();
    void recentChosen(const QString& file);

  private:
    QVBoxLayout* recent_;
    QWidget* recentBox_;
};

}  // namespace facespace
