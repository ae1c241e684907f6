#pragma once
#include <QToolButton>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace facespace {

/// A button that opens a small form of parameters.
class OptionPopup : public QToolButton {
    Q_OBJECT
  public:
    explicit OptionPopup(QWidget* parent = nullptr);
    QSpinBox* addNumber(const QString& label, int low, int high, int value, const QString& suffix = {});
    QDoubleSpinBox* addNumber(const QString& label, double low, double high, double value, int decimals,
                              const QString& suffix = {});
    void addWidget(const QString& label, QWidget* widget);
    /// Takes a widget out of the form, with its label; whoever asks owns it.
    void takeWidget(QWidget* widget);

  Q_SIGNALS:
    void edited();

  private:
    QWidget* form_;
    QFormLayout* layout_;
};

}  // namespace facespace
