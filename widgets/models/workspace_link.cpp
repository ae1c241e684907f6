#include "widgets/models/workspace_link.h"

namespace facespace {

WorkspaceLink::WorkspaceLink(Workspace* first, Workspace* second, QObject* parent)
    : QObject(parent), first_(first), second_(second) {
    connect(first_, &Workspace::snapshotChanged, this, &WorkspaceLink::followSnapshot);
    connect(&first_->filter(), &FilterModel::stateChanged, this,
            [this] { second_->filter().setState(first_->filter().state()); });
    connect(&first_->neighbours(), &NeighbourModel::optionsChanged, this,
            [this] { second_->neighbours().setOptions(first_->neighbours().options()); });
    connect(&first_->colours(), &ColourModel::coloursChanged, this, &WorkspaceLink::followColours);
    connect(second_, &Workspace::networkChanged, this, &WorkspaceLink::followColours);
    followSnapshot();
    joinSelections(&first_->selection(), &second_->selection());
    joinSelections(&second_->selection(), &first_->selection());
}

void WorkspaceLink::followSnapshot() {
    second_->setSnapshot(first_->snapshot(), first_->table());
    if (first_->snapshot() == nullptr) return;
    second_->filter().setState(first_->filter().state());
    second_->selection().select(first_->selection().selected());
    followColours();
}

void WorkspaceLink::followColours() {
    if (second_->snapshot() == nullptr) return;
    const auto suffix = [](const Workspace& workspace) {
        const FeatureSet* set = workspace.featureSet();
        return set == nullptr ? QString() : QStringLiteral("[%1]").arg(QString::fromStdString(set->network.name));
    };
    QString key = first_->colours().key();
    const QString of = suffix(*first_);
    if (!of.isEmpty() && key.endsWith(of)) {
        const QString own = key.left(key.size() - of.size()) + suffix(*second_);
        if (second_->table()->find(own.toStdString()) != nullptr) key = own;
    }
    second_->colours().setKey(key);
    second_->colours().setHighlighted(first_->colours().highlighted());
    second_->colours().setWholeRange(first_->colours().wholeRange());
}

void WorkspaceLink::joinSelections(SelectionModel* from, SelectionModel* to) {
    // Equal selections do not echo, so this ends after one round; a project that is just coming in has not reached both yet.
    const auto both = [from, to] { return from->rowCount() == to->rowCount(); };
    connect(from, &SelectionModel::selectionChanged, this, [=] {
        if (both()) to->select(from->selected());
    });
    connect(from, &SelectionModel::currentChanged, this, [=](int row) {
        if (both()) to->setCurrent(row);
    });
    connect(from, &SelectionModel::hoveredChanged, this, [=](int row) {
        if (both()) to->setHovered(row);
    });
}

}  // namespace facespace
