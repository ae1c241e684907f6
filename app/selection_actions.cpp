#include "app/selection_actions.h"

#include <QGuiApplication>
#include <QInputDialog>

#include "core/compute/grow_selection.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {

SelectionActions::SelectionActions(Workspace* workspace, QMenu* menu, QWidget* window)
    : QObject(window), workspace_(workspace), window_(window) {
    same_ = menu->addAction(tr("&Same identity"), this, &SelectionActions::selectSameIdentity);
    same_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    grow_ = menu->addAction(tr("&Grow to neighbours"), this, &SelectionActions::growToNeighbours);
    grow_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    menu->addSeparator();
    keep_ = menu->addAction(tr("&Keep selection as…"), this, &SelectionActions::askForName);
    keep_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    kept_ = menu->addMenu(tr("Kept &selections"));
    connect(kept_, &QMenu::aboutToShow, this, &SelectionActions::fillKept);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &SelectionActions::refresh);
    connect(&workspace_->marks(), &MarksModel::selectionsChanged, this, &SelectionActions::refresh);
    connect(workspace_, &Workspace::snapshotChanged, this, &SelectionActions::refresh);
    connect(workspace_, &Workspace::networkChanged, this, &SelectionActions::refresh);
    refresh();
}

void SelectionActions::refresh() {
    const bool any = !workspace_->selection().selected().empty();
    same_->setEnabled(any);
    grow_->setEnabled(any && workspace_->featureSet() != nullptr);
    keep_->setEnabled(any);
    kept_->setEnabled(workspace_->snapshot() != nullptr && !workspace_->marks().selectionNames().isEmpty());
}

void SelectionActions::selectSameIdentity() {
    const auto& snapshot = workspace_->snapshot();
    const DataTable* table = workspace_->table().get();
    const Column* identity = table == nullptr ? nullptr : table->find("identity");
    if (snapshot == nullptr || identity == nullptr) return;
    std::vector<std::uint8_t> wanted(identity->levels.size(), 0);
    for (const int row : workspace_->selection().selected()) {
        const std::int32_t code = identity->codes[static_cast<std::size_t>(row)];
        if (code >= 0) wanted[static_cast<std::size_t>(code)] = 1;
    }
    std::vector<int> rows;
    for (std::size_t row = 0; row < identity->codes.size(); ++row) {
        const std::int32_t code = identity->codes[row];
        if (code >= 0 && wanted[static_cast<std::size_t>(code)] != 0) rows.push_back(static_cast<int>(row));
    }
    workspace_->selection().select(rows, SelectionMode::kAdd);
}

void SelectionActions::growToNeighbours() {
    const auto snapshot = workspace_->snapshot();
    const FeatureSet* features = workspace_->featureSet();
    if (snapshot == nullptr || features == nullptr || grower_.running()) return;
    const std::shared_ptr<const FeatureSet> set(snapshot, features);
    const NeighbourModel::Options& neighbours = workspace_->neighbours().options();
    const GrowOptions options{neighbours.k, neighbours.metric};
    grower_.start<std::vector<int>>(
        tr("Finding neighbours"),
        [set, rows = workspace_->selection().selected(), options](const JobContext& job) {
            return grownByNeighbours(*set, rows, options, job);
        },
        [this, snapshot](Result<std::vector<int>> grown) {
            if (!grown) {
                if (grown.error().code != ErrorCode::kCancelled) Q_EMIT problem(coreText(grown.error().message));
                return;
            }
            // Another project may have been opened meanwhile.
            const auto& now = workspace_->snapshot();
            if (now != nullptr && now->projectFile == snapshot->projectFile) workspace_->selection().select(*grown);
        });
}

void SelectionActions::askForName() {
    auto* dialog = new QInputDialog(window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep selection"));
    dialog->setLabelText(tr("Name of the selection. An old one of this name is replaced."));
    // The images chosen when the dialog opened, whatever is clicked meanwhile.
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, rows = workspace_->selection().selected()](const QString& name) {
                workspace_->marks().keepSelection(name, rows);
            });
    dialog->open();
}

void SelectionActions::fillKept() {
    kept_->clear();
    const QStringList names = workspace_->marks().selectionNames();
    for (const QString& name : names) {
        const auto rows = workspace_->marks().selection(name);
        const QString count = countText(static_cast<std::int64_t>(rows.size()));
        QString shown = name;
        auto* action = kept_->addAction(tr("%1 · %2").arg(shown.replace(u'&', QStringLiteral("&&")), count));
        action->setToolTip(tr("Shift adds, Ctrl removes"));
        connect(action, &QAction::triggered, this, [this, rows] {
            workspace_->selection().select(rows, selectionModeFor(QGuiApplication::keyboardModifiers()));
        });
    }
    kept_->addSeparator();
    auto* remove = kept_->addMenu(tr("&Forget"));
    for (const QString& name : names) {
        QString shown = name;
        remove->addAction(shown.replace(u'&', QStringLiteral("&&")), this,
                          [this, name] { workspace_->marks().removeSelection(name); });
    }
    kept_->setToolTipsVisible(true);
}

}  // namespace facespace
