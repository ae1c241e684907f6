#pragma once
#include <map>

#include "core/analyses/field.h"
#include "core/project/snapshot.h"
#include "widgets/pages/option_popup.h"

class QComboBox;

namespace facespace {

/// The parameters of an analysis as a form, made from its fields: a control for each that has a title. GUI thread only.
class FieldControls : public OptionPopup {
    Q_OBJECT
  public:
    explicit FieldControls(Fields fields, QWidget* parent = nullptr);
    /// As the controls say; fields without one have their fallbacks, or what was set().
    const Values& values() const { return values_; }
    /// Sets a value and shows it; a value that the field does not take is a mistake of the caller.
    void set(const std::string& key, const Value& value);
    /// The control of a field, or null: for a page that places it in its bar.
    QWidget* control(const std::string& key) const;
    /// Takes the control out of the form.
    QWidget* takeControl(const std::string& key);

  private:
    void add(const Field& field);
    QWidget* numberControl(const Field& field);
    QWidget* choiceControl(const Field& field);
    QWidget* textControl(const Field& field);
    QWidget* flagControl(const Field& field);
    void show(const Field& field);
    void take(const std::string& key, const Value& value);

    Values values_;
    std::map<std::string, QWidget*> controls_;
    bool showing_ = false;
};

}  // namespace facespace
