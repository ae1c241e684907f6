#pragma once
#include <QDialog>

#include "core/workflow/workflow.h"

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace facespace {

/// Asks how to compute a map. Fields that are left alone stand for what the settings of that name have.
class MapDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param networks  Names of those that have features; not empty.
    MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent = nullptr);
    /// t-SNE maps that a new one can go on from.
    void setStartMaps(const QStringList& maps);
    MapOptions options() const;

  private:
    void makeFields();
    QWidget* buildTsne();
    QWidget* buildUmap();
    void buildLayout();
    void follow();
    QString note(const QString& method, bool readable) const;

    std::int64_t images_;
    QComboBox *network_, *method_, *dims_, *metric_;
    QWidget *tsne_ = nullptr, *umap_ = nullptr;
    QFormLayout* form_ = nullptr;
    QComboBox *preset_, *start_;
    QLineEdit* perplexity_;
    QDoubleSpinBox *learningRate_, *exaggeration_, *lateExaggeration_, *minDistance_;
    QSpinBox *iterations_, *epochs_, *neighbours_, *seed_;
    QCheckBox* still_;
    QLabel* note_;
    QDialogButtonBox* buttons_;
};

}  // namespace facespace
