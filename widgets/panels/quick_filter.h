#pragma once
#include <QWidget>
#include <vector>

#include "widgets/models/filter_model.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace facespace {

class RangeControl;

/// One column's quick control: a range of numbers, or boxes for its values. What it asks for is a condition of the filter,
/// written in the filter's language.
class QuickFilter : public QWidget {
    Q_OBJECT
  public:
    /// Columns that have one: numbers, and classes of few values.
    static bool suits(const Column& column);
    QuickFilter(FilterModel* filter, const Column& column, QWidget* parent = nullptr);
    const QString& key() const { return key_; }
    /// Takes back what it asks for when the filter was cleared or undone elsewhere.
    void follow();

  Q_SIGNALS:
    void removeRequested();

  private:
    void buildBoxes(const Column& column, QVBoxLayout* layout);
    void apply();
    QString condition() const;
    QString rangeCondition() const;
    QString valuesCondition() const;

    FilterModel* filter_;
    QString key_, name_, asked_;
    RangeControl* range_ = nullptr;
    std::vector<QCheckBox*> boxes_;
    std::vector<QString> values_;  ///< As boxes_; empty: images without a value.
};

}  // namespace facespace
