#include "app/window_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include "app/colour_entries.h"
#include "widgets/look/text_label.h"

namespace facespace {
namespace {

/// A choice takes the room its texts need and gives it up, down to its minimum, before a button has to leave the bar.
constexpr int kNarrowest = 110, kWidest = 380;

void fitTo(QComboBox* box) {
    box->setToolTip(box->currentText());
    box->updateGeometry();
}

}  // namespace

WindowBar::WindowBar(Workspace* workspace, QWidget* parent) : QToolBar(tr("Toolbar"), parent), workspace_(workspace) {
    setObjectName(QStringLiteral("toolbar"));
    setMovable(false);
    setIconSize(QSize(20, 20));
    addChoice(networks_ = new QComboBox, tr("Network"));
    addChoice(maps_ = new QComboBox, tr("Map"));
    addChoice(colours_ = new GroupedChoice, tr("Colour"));
    connect(networks_, &QComboBox::activated, this,
            [this] { workspace_->setNetwork(NetworkId{networks_->currentData().toLongLong()}); });
    connect(maps_, &QComboBox::activated, this, [this] {
        const auto id = maps_->currentData().toLongLong();
        if (id != 0) workspace_->setMap(MapId{id});
        refreshMaps();
    });
    connect(colours_, &QComboBox::activated, this,
            [this] { workspace_->colours().setKey(colours_->currentData().toString()); });
    connect(workspace_, &Workspace::snapshotChanged, this, &WindowBar::refresh);
    connect(workspace_, &Workspace::networkChanged, this, &WindowBar::refresh);
    connect(workspace_, &Workspace::mapChanged, this, &WindowBar::refreshMaps);
    connect(&workspace_->colours(), &ColourModel::coloursChanged, this, &WindowBar::refreshColours);
    refresh();
}

void WindowBar::addChoice(QComboBox* box, const QString& name) {
    auto* label = new TextLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(6, 0, 2, 0);
    box->setAccessibleName(name);
    box->setMinimumWidth(kNarrowest);
    box->setMaximumWidth(kWidest);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(box);
    addWidget(label);
    addWidget(box);
}

void WindowBar::refresh() {
    const QSignalBlocker block(networks_);
    networks_->clear();
    if (const auto& snapshot = workspace_->snapshot()) {
        for (const auto& set : snapshot->featureSets) {
            networks_->addItem(tr("%1 · %2-d").arg(QString::fromStdString(set->network.name)).arg(set->network.dimension),
                               static_cast<qlonglong>(set->network.id.value));
        }
    }
    networks_->setPlaceholderText(tr("none yet"));
    networks_->setCurrentIndex(networks_->findData(static_cast<qlonglong>(workspace_->network().value)));
    networks_->setEnabled(networks_->count() > 0);
    fitTo(networks_);
    refreshMaps();
    refreshColours();
}

void WindowBar::refreshMaps() {
    const QSignalBlocker block(maps_);
    maps_->clear();
    if (workspace_->hasLiveMap()) maps_->addItem(workspace_->mapTitle(), 0);
    if (const auto& snapshot = workspace_->snapshot()) {
        for (const auto& map : snapshot->maps)
            maps_->addItem(QString::fromStdString(map.name), static_cast<qlonglong>(map.id.value));
    }
    maps_->setPlaceholderText(tr("none yet"));
    maps_->setCurrentIndex(workspace_->hasLiveMap() ? 0 : maps_->findData(static_cast<qlonglong>(workspace_->map().value)));
    maps_->setEnabled(maps_->count() > 0);
    fitTo(maps_);
}

void WindowBar::refreshColours() {
    const QSignalBlocker block(colours_);
    const ColourModel& model = workspace_->colours();
    colours_->setEntries(colourEntries(*workspace_));
    colours_->setCurrentIndex(std::max(0, colours_->findData(model.key())));
    colours_->setEnabled(model.table() != nullptr);
    colours_->setToolTip(colours_->currentText());
    colours_->updateGeometry();
}

}  // namespace facespace
