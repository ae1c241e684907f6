#pragma once
#include <QWidget>
#include <vector>

#include "core/probe/degradation.h"

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QSlider;
class QToolButton;

namespace facespace {

/// A slider, an exact value and a reset button for each way of making a face worse. GUI thread only.
class ProbeControls : public QWidget {
    Q_OBJECT
  public:
    explicit ProbeControls(QWidget* parent = nullptr);
    const Degradation& degradation() const { return degradation_; }
    void setDegradation(const Degradation& degradation);
    void resetAll();
    QSlider* slider(const DegradationField& field) const;
    /// A field as people call it, with its unit.
    static QString titleOf(const DegradationField& field);
    /// As it is shown: shares in percent.
    static double shownValue(const DegradationField& field, double value);
    /// Values across the range of a slider, spaced as the slider is.
    static std::vector<double> valuesAlong(const DegradationField& field, int count);

  Q_SIGNALS:
    /// @param field  What was moved; null: several, or the side of the cover.
    void changed(const facespace::DegradationField* field);

  private:
    struct Row {
        const DegradationField* field;
        QSlider* slider;
        QDoubleSpinBox* value;
        QToolButton* reset;
    };
    void addRow(const DegradationField& field, QGridLayout* layout, int at);
    void take(const DegradationField& field, double value);
    void show();

    std::vector<Row> rows_;
    QComboBox* side_;
    Degradation degradation_;
};

}  // namespace facespace
