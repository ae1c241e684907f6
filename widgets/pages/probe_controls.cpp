#include "widgets/pages/probe_controls.h"

#include <algorithm>
#include <cmath>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

constexpr int kSteps = 400;
constexpr int kLeastSlider = 90;

bool is(const DegradationField& field, double Degradation::*value) { return field.value == value; }
bool isShare(const DegradationField& field) { return is(field, &Degradation::occlusion) || is(field, &Degradation::scale); }

/// Where a value is on its slider, 0 … 1. Of blur and scale the first steps matter most.
double shareOf(const DegradationField& field, double value) {
    if (is(field, &Degradation::blur)) return std::sqrt(value / field.high);
    if (is(field, &Degradation::scale)) return std::log(value) / std::log(field.low);
    return (value - field.low) / (field.high - field.low);
}

double valueAt(const DegradationField& field, double share) {
    if (is(field, &Degradation::blur)) return field.high * share * share;
    if (is(field, &Degradation::scale)) return std::pow(field.low, share);
    return field.low + share * (field.high - field.low);
}

struct Words {
    QString title, suffix, tip;
    int decimals;
};

Words termFor(const DegradationField& field) {
    if (is(field, &Degradation::rotation))
        return {ProbeControls::tr("Rotation"), QStringLiteral("°"),
                ProbeControls::tr("Turns the face about the middle of the network's input, as if its landmarks were off"),
                1};
    if (is(field, &Degradation::occlusion))
        return {ProbeControls::tr("Occlusion"), ProbeControls::tr(" %"),
                ProbeControls::tr("The share of the face under a grey cover"), 1};
    if (is(field, &Degradation::exposure))
        return {ProbeControls::tr("Exposure"), ProbeControls::tr(" stops"),
                ProbeControls::tr("One stop less is half the light"), 2};
    if (is(field, &Degradation::blur))
        return {ProbeControls::tr("Blur"), ProbeControls::tr(" px"),
                ProbeControls::tr("σ of a Gaussian, in pixels of the network's input"), 2};
    if (is(field, &Degradation::scale))
        return {ProbeControls::tr("Size"), ProbeControls::tr(" %"),
                ProbeControls::tr("As if the face had been so small in the image: shrunk and enlarged again"), 1};
    return {ProbeControls::tr("Compression"), QString(), ProbeControls::tr("100 − the quality of a JPEG; 0 is none"), 0};
}

}  // namespace

ProbeControls::ProbeControls(QWidget* parent) : QWidget(parent) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(3);
    layout->setColumnStretch(1, 1);
    side_ = new QComboBox;
    side_->addItems({tr("from below"), tr("from above"), tr("from the left"), tr("from the right")});
    side_->setAccessibleName(tr("Side from which the cover comes"));
    int at = 0;
    for (const DegradationField& field : degradationFields()) {
        addRow(field, layout, at++);
        if (!is(field, &Degradation::occlusion)) continue;
        layout->addWidget(side_, at++, 1, 1, 2);
    }
    layout->setRowStretch(at, 1);
    connect(side_, &QComboBox::currentIndexChanged, this, [this](int index) {
        degradation_.side = static_cast<CoverSide>(index);
        Q_EMIT changed(nullptr);
    });
    show();
}

void ProbeControls::addRow(const DegradationField& field, QGridLayout* layout, int at) {
    const Words words = termFor(field);
    auto* label = new TextLabel(words.title);
    Row row{&field, new QSlider(Qt::Horizontal), new QDoubleSpinBox, new QToolButton};
    row.slider->setRange(0, kSteps);
    row.slider->setPageStep(kSteps / 20);
    row.slider->setMinimumWidth(kLeastSlider);
    row.slider->setAccessibleName(words.title);
    row.value->setDecimals(words.decimals);
    row.value->setRange(shownValue(field, field.low), shownValue(field, field.high));
    row.value->setSingleStep(std::pow(10, -std::min(words.decimals, 1)));
    row.value->setSuffix(words.suffix);
    row.value->setKeyboardTracking(false);
    row.value->setAccessibleName(tr("%1, exact").arg(words.title));
    row.reset->setIcon(themedIcon(QStringLiteral("undo")));
    row.reset->setAutoRaise(true);
    row.reset->setToolTip(tr("Leave this as it is in the image"));
    row.reset->setAccessibleName(tr("Reset %1").arg(words.title));
    for (QWidget* w : {static_cast<QWidget*>(label), static_cast<QWidget*>(row.slider), static_cast<QWidget*>(row.value)})
        w->setToolTip(words.tip);
    label->setBuddy(row.slider);
    connect(row.slider, &QSlider::valueChanged, this,
            [this, &field](int step) { take(field, valueAt(field, static_cast<double>(step) / kSteps)); });
    connect(row.value, &QDoubleSpinBox::valueChanged, this,
            [this, &field](double value) { take(field, isShare(field) ? value / 100 : value); });
    connect(row.reset, &QToolButton::clicked, this, [this, &field] { take(field, field.neutral); });
    int column = 0;
    for (QWidget* w : std::initializer_list<QWidget*>{label, row.slider, row.value, row.reset})
        layout->addWidget(w, at, column++);
    rows_.push_back(row);
}

void ProbeControls::take(const DegradationField& field, double value) {
    // A slider of 400 steps meets the neutral value of some fields only almost.
    if (std::abs(shareOf(field, value) - shareOf(field, field.neutral)) < 0.5 / kSteps) value = field.neutral;
    value = std::clamp(value, field.low, field.high);
    if (degradation_.*field.value == value) return show();
    degradation_.*field.value = value;
    show();
    Q_EMIT changed(&field);
}

void ProbeControls::setDegradation(const Degradation& degradation) {
    if (degradation == degradation_) return;
    degradation_ = degradation;
    show();
    Q_EMIT changed(nullptr);
}

void ProbeControls::resetAll() { setDegradation({.side = degradation_.side}); }

void ProbeControls::show() {
    for (const Row& row : rows_) {
        const double value = degradation_.*row.field->value;
        const QSignalBlocker blockSlider(row.slider), blockValue(row.value);
        row.slider->setValue(static_cast<int>(std::lround(shareOf(*row.field, value) * kSteps)));
        row.value->setValue(shownValue(*row.field, value));
        row.reset->setEnabled(value != row.field->neutral);
    }
    const QSignalBlocker block(side_);
    side_->setCurrentIndex(static_cast<int>(degradation_.side));
}

QSlider* ProbeControls::slider(const DegradationField& field) const {
    const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return row.field == &field; });
    return found == rows_.end() ? nullptr : found->slider;
}

QString ProbeControls::titleOf(const DegradationField& field) {
    const Words words = termFor(field);
    const QString unit = words.suffix.trimmed();
    return unit.isEmpty() ? words.title : tr("%1, %2").arg(words.title, unit);
}

double ProbeControls::shownValue(const DegradationField& field, double value) {
    return isShare(field) ? 100 * value : value;
}

std::vector<double> ProbeControls::valuesAlong(const DegradationField& field, int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(std::clamp(valueAt(field, static_cast<double>(i) / (count - 1)), field.low, field.high));
    return values;
}

}  // namespace facespace
