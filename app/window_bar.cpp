#include "app/window_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include "widgets/words/core_text.h"

namespace facespace {
namespace {

/// A choice takes the room its texts need and gives it up, down to its minimum, before a button has to leave the bar.
constexpr int kNarrowest = 110, kWidest = 380;

void fitTo(QComboBox* box) {
    box->setToolTip(box->currentText());
    box->view()->setMinimumWidth(box->view()->sizeHintForColumn(0) + 2 * box->view()->frameWidth());
    box->updateGeometry();
}

}  // namespace

WindowBar::WindowBar(Workspace* workspace, QWidget* parent) : QToolBar(tr("Toolbar"), parent), workspace_(workspace) {
    setObjectName(QStringLiteral("toolbar"));
    setMovable(false);
    setIconSize(QSize(20, 20));
    networks_ = addChoice(tr("Network"));
    maps_ = addChoice(tr("Map"));
    colours_ = addChoice(tr("Colour"));
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

QComboBox* WindowBar::addChoice(const QString& name) {
    auto* label = new QLabel(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(6, 0, 2, 0);
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setMinimumWidth(kNarrowest);
    box->setMaximumWidth(kWidest);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(box);
    addWidget(label);
    addWidget(box);
    return box;
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
    colours_->clear();
    const ColourModel& model = workspace_->colours();
    colours_->addItem(tr("one colour"), QString());
    if (const DataTable* table = model.table()) {
        for (const QString& key : model.availableKeys()) {
            const Column* column = table->find(key.toStdString());
            colours_->addItem(column == nullptr ? key : coreText(column->title), key);
        }
    }
    colours_->setCurrentIndex(std::max(0, colours_->findData(model.key())));
    colours_->setEnabled(model.table() != nullptr);
    fitTo(colours_);
}

}  // namespace facespace
