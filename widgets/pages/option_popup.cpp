#include "widgets/pages/option_popup.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QMenu>
#include <QSpinBox>
#include <QWidgetAction>

namespace facespace {

OptionPopup::OptionPopup(QWidget* parent) : QToolButton(parent), form_(new QWidget), layout_(new QFormLayout(form_)) {
    setText(tr("Parameters") + QStringLiteral(" ▾"));
    setAccessibleName(tr("Parameters"));
    setPopupMode(InstantPopup);
    layout_->setContentsMargins(14, 12, 14, 12);
    auto* menu = new QMenu(this);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(form_);
    menu->addAction(action);
    setMenu(menu);
}

QSpinBox* OptionPopup::addNumber(const QString& label, int low, int high, int value, const QString& suffix) {
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, &OptionPopup::edited);
    addWidget(label, box);
    return box;
}

QDoubleSpinBox* OptionPopup::addNumber(const QString& label, double low, double high, double value, int decimals,
                                       const QString& suffix) {
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setValue(value);
    box->setSuffix(suffix);
    box->setSingleStep(decimals > 1 ? 0.01 : decimals == 1 ? 0.1 : 1);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this, &OptionPopup::edited);
    addWidget(label, box);
    return box;
}

void OptionPopup::addWidget(const QString& label, QWidget* widget) {
    widget->setAccessibleName(label);
    layout_->addRow(label, widget);
}

void OptionPopup::takeWidget(QWidget* widget) {
    const QFormLayout::TakeRowResult row = layout_->takeRow(widget);
    if (row.labelItem != nullptr) delete row.labelItem->widget();
    delete row.labelItem;
    delete row.fieldItem;
    widget->setParent(nullptr);
}

}  // namespace facespace
