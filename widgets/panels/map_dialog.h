#pragma once
#include <QDialog>

#include "core/workflow/workflow.h"

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QSpinBox;

namespace facespace {

class MapFields;

/// Asks how to compute a map, by which of the methods that there are. Fields that are left alone stand for what the settings
/// of that name have.
class MapDialog : public QDialog {
    Q_OBJECT
  public:
    /// @param networks  Names of those that have features; not empty.
    MapDialog(const QStringList& networks, const QString& current, std::int64_t images, QWidget* parent = nullptr);
    /// Maps of a method that a new one can continue.
    void setStartMaps(const QString& method, const QStringList& maps);
    MapOptions options() const;

  private:
    void makeFields();
    void buildLayout();
    void follow();
    MapFields* fields() const;

    std::int64_t images_;
    QComboBox *network_, *method_, *dims_;
    std::vector<MapFields*> fields_;  // of each method, in the order of the list
    QSpinBox* seed_;
    QLabel* note_;
    QDialogButtonBox* buttons_;
};

}  // namespace facespace
