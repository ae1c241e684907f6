#pragma once
#include <cstdint>
#include <QWidget>

class QLabel;
class QPushButton;

namespace facespace {

/// Two classes as labelled and as said by a classifier: four cells that can be pressed, coloured by their share of the
/// labelled class.
class ConfusionTable : public QWidget {
    Q_OBJECT
  public:
    explicit ConfusionTable(QWidget* parent = nullptr);
    /// @param counts  [labelled][said]
    void setCounts(const QString& class0, const QString& class1, const std::int64_t (&counts)[2][2]);
    /// How many of a cell's images are selected.
    void setSelected(const std::int64_t (&selected)[2][2]);
    QPushButton* cell(int labelled, int said) const { return cells_[labelled][said]; }

  Q_SIGNALS:
    void cellClicked(int labelled, int said, Qt::KeyboardModifiers modifiers);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    QString class_[2];
    std::int64_t counts_[2][2] = {{0, 0}, {0, 0}}, selected_[2][2] = {{0, 0}, {0, 0}};
    QPushButton* cells_[2][2] = {};
    QLabel *columnHeads_[2] = {}, *rowHeads_[2] = {};
    bool refreshing_ = false;
};

}  // namespace facespace
