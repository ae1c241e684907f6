#include "app/safety_box.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QGroupBox>
#include <QSpinBox>

namespace facespace {
namespace {

constexpr int kMostGib = 4096, kMostSeconds = 86'400;

}  // namespace

QWidget* makeSafetyBox(Settings& settings, QWidget* parent) {
    auto* box = new QGroupBox(QCoreApplication::translate("facespace::SafetyBox", "Networks and tables"), parent);
    auto* form = new QFormLayout(box);
    auto* memory = new QSpinBox;
    memory->setRange(0, kMostGib);
    memory->setSuffix(QStringLiteral(" GiB"));
    memory->setSpecialValueText(QCoreApplication::translate("facespace::SafetyBox", "Half of this machine's, 4 to 64 GiB"));
    memory->setToolTip(QCoreApplication::translate(
        "facespace::SafetyBox", "Besides its weights; a network that wants more ends with a sentence. Not on a GPU."));
    memory->setValue(settings.networkMemoryGib());
    QObject::connect(memory, &QSpinBox::valueChanged, box, [&settings](int gib) { settings.setNetworkMemoryGib(gib); });
    form->addRow(QCoreApplication::translate("facespace::SafetyBox", "Memory that a network may take:"), memory);
    auto* time = new QSpinBox;
    time->setRange(1, kMostSeconds);
    time->setSuffix(QStringLiteral(" s"));
    time->setToolTip(QCoreApplication::translate("facespace::SafetyBox",
                                                 "A network that does not come back with a batch of images is ended then."));
    time->setValue(settings.batchSeconds());
    QObject::connect(time, &QSpinBox::valueChanged, box, [&settings](int seconds) { settings.setBatchSeconds(seconds); });
    form->addRow(QCoreApplication::translate("facespace::SafetyBox", "Time that it has for a batch:"), time);
    auto* guard = new QCheckBox(QCoreApplication::translate(
        "facespace::SafetyBox", "Tables have an apostrophe before what a spreadsheet would run as a formula"));
    guard->setChecked(settings.guardFormulas());
    QObject::connect(guard, &QCheckBox::toggled, box, [&settings](bool on) { settings.setGuardFormulas(on); });
    form->addRow(guard);
    return box;
}

}  // namespace facespace
