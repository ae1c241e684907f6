#pragma once
#include <map>
#include <QWidget>

#include "core/dataset/import.h"

class QCheckBox;
class QComboBox;
class QTableWidget;

namespace facespace {

/// Which column of a manifest each known field takes, with sign and unit, and what the first rows then say.
class ColumnMappingForm : public QWidget {
    Q_OBJECT
  public:
    explicit ColumnMappingForm(QWidget* parent = nullptr);
    void setManifest(const ManifestPreview& preview);
    /// What differs from the columns that would be taken by themselves.
    ColumnMapping mapping() const;
    /// Whether columns look like fields that no column fills; which, for people: "yaw: pan, pitch: tilt".
    bool offers() const { return !preview_.offered.empty(); }
    QString offered() const;
    /// Takes these columns.
    void takeOffered();
    /// Required fields without a column, for people; empty if none.
    QStringList missing() const;

  Q_SIGNALS:
    void changed();

  private:
    struct Row {
        QComboBox* column = nullptr;
        QCheckBox* negate = nullptr;
        QCheckBox* radians = nullptr;
    };
    void buildRows();
    std::map<std::string, ColumnSource> chosen() const;
    void showPreview();
    QString mappedValue(const ColumnSource& source, const std::vector<std::string>& row) const;

    ManifestPreview preview_;
    std::map<std::string, Row> rows_;
    QWidget* fields_;
    QTableWidget* table_;
};

}  // namespace facespace
