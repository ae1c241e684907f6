#pragma once
#include <functional>
#include <optional>
#include <QWidget>

#include "core/projection/map_method.h"

class QComboBox;
class QFormLayout;

namespace facespace {

/// The settings that one map method asks for, a row each, as its list of fields has them.
class MapFields : public QWidget {
    Q_OBJECT
  public:
    explicit MapFields(const MapMethod* method, QWidget* parent = nullptr);
    const MapMethod* method() const { return method_; }
    /// Maps of the method that a new one can continue; asked for only if there is a row for it.
    void setStartMaps(const QStringList& maps);
    /// The map to continue; empty: from the beginning.
    QString startFrom() const;
    /// Writes what was entered; rows that are left alone keep what the settings have.
    void read(MapSettings& settings) const;
    /// The label of the first row that cannot be read; empty: all can.
    QString unreadable() const;
    /// Shows in empty rows what stands for them.
    void showDefaults(std::int64_t images);

  Q_SIGNALS:
    void changed();

  private:
    struct Row {
        const MapField* field;
        QWidget* widget;
        std::function<bool(MapSettings&)> read;  ///< False if it cannot be read.
    };
    void addRow(const MapField& field, QFormLayout& form);
    Row rowOf(const MapField& field);
    Row tickedRow(const MapField& field, double MapSettings::*member);

    const MapMethod* method_;
    std::vector<Row> rows_;
    QComboBox* start_ = nullptr;
};

}  // namespace facespace
