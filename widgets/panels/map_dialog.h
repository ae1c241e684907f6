#pragma once
#include <QDialog>

#include "core/workflow/workflow.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QWidget;

namespace facespace {

/// Asks how to compute a map.
class MapDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param networks  Names of those that have features; not empty.
    MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent = nullptr);
    MapOptions options() const;

  private:
    void buildLayout();
    void follow();
    std::int64_t images_;
    QComboBox *network_, *method_, *dims_;
    QWidget* tsne_;
    QDoubleSpinBox *perplexity_, *learningRate_, *exaggeration_;
    QSpinBox *iterations_, *seed_;
    QLabel* note_;
};

}  // namespace facespace
