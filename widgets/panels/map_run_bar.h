#pragma once
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace facespace {

/// Beside a map while it is being computed: how far it is, pause and continue, end it where it is, and, for t-SNE, the
/// exaggeration from now on.
class MapRunBar : public QWidget {
    Q_OBJECT
  public:
    explicit MapRunBar(QWidget* parent = nullptr);
    /// Shows the bar. @param iteration  0: neighbours are being looked for.  @param atMost  the run may end before `last`.
    void showRun(const QString& title, int iteration, int last, bool atMost, double exaggeration, bool steerable);
    /// Hides it and forgets the pause.
    void endRun();
    bool paused() const;

  Q_SIGNALS:
    void pauseToggled(bool paused);
    void finishRequested();
    /// 0: as scheduled.
    void exaggerationChosen(double exaggeration);

  private:
    void follow();
    QString title_;
    int iteration_ = 0, last_ = 0;
    bool atMost_ = false;
    double exaggeration_ = 1;
    QLabel *text_, *exaggerationLabel_;
    QToolButton *pause_, *finish_;
    QComboBox* exaggerationBox_;
};

}  // namespace facespace
