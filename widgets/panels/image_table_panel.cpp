#include "widgets/panels/image_table_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/models/image_table_model.h"
#include "widgets/panels/row_selector.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kWidestColumn = 320;

QString quoted(const std::string& text) {
    QString field = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r')) return field;
    return u'"' + field.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
}

}  // namespace

ImageTablePanel::ImageTablePanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new ImageTableModel(this)),
      view_(new QTableView),
      filter_(new QLineEdit),
      count_(new TextLabel) {
    view_->setModel(model_);
    selector_ = new RowSelector(view_, &workspace_->selection(), [this](const QModelIndex& index) {
        return std::vector<int>{model_->imageRow(index.row())};
    });
    selector_->setActivated(
        [this](const QModelIndex& index) { workspace_->selection().setCurrent(model_->imageRow(index.row())); });
    view_->setItemDelegate(new SelectedRowDelegate(selector_, this));
    buildLayout();

    connect(workspace_, &Workspace::snapshotChanged, this, &ImageTablePanel::followTable);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &ImageTablePanel::followCurrent);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
        model_->setFilter(words);
        updateCount();
    });
    connect(&workspace_->filter(), &FilterModel::filterChanged, this, &ImageTablePanel::followFilter);
    view_->installEventFilter(this);
    followTable();
}

void ImageTablePanel::buildLayout() {
    view_->setAccessibleName(tr("Image table"));
    view_->setFrameShape(QFrame::NoFrame);
    view_->setShowGrid(false);
    view_->setAlternatingRowColors(true);
    view_->setWordWrap(false);
    view_->setSortingEnabled(true);
    view_->setTabKeyNavigation(false);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
    view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view_->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    view_->horizontalHeader()->setSectionsMovable(true);
    view_->horizontalHeader()->setSortIndicatorShown(true);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view_->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    view_->horizontalHeader()->setAccessibleName(tr("Columns"));
    connect(view_->horizontalHeader(), &QWidget::customContextMenuRequested, this, &ImageTablePanel::showHeaderMenu);

    filter_->setPlaceholderText(tr("Show rows with these words"));
    filter_->setAccessibleName(tr("Filter the table"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setToolTip(tr("Search"));
    filter_->setMaximumWidth(360);
    count_->setForegroundRole(QPalette::PlaceholderText);

    auto* columns = new QToolButton;
    columns->setIcon(themedIcon(QStringLiteral("columns")));
    columns->setText(tr("Columns"));
    columns->setToolTip(tr("Choose the columns to show"));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns->setAutoRaise(true);
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        showHeaderMenu(view_->horizontalHeader()->mapFromGlobal(columns->mapToGlobal(QPoint(0, columns->height()))));
    });
    auto* copyButton = new QToolButton;
    copyButton->setIcon(themedIcon(QStringLiteral("copy")));
    copyButton->setText(tr("Copy"));
    copyButton->setToolTip(tr("Copy the selected rows as CSV"));
    copyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copyButton->setAutoRaise(true);
    connect(copyButton, &QToolButton::clicked, this, &ImageTablePanel::copy);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 6, 8, 6);
    bar->addWidget(filter_, 1);
    bar->addWidget(count_);
    bar->addStretch();
    bar->addWidget(columns);
    bar->addWidget(copyButton);
    layout->addLayout(bar);
    layout->addWidget(view_);
    empty_ = new EmptyState(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
}

void ImageTablePanel::followTable() {
    const auto& table = workspace_->table();
    const int columnsBefore = model_->columnCount();
    model_->setTable(table);
    followFilter();
    empty_->setHint(table && table->rows > 0 ? QString()
                                             : tr("The table lists every image. Open images or a project to fill it."));
    if (model_->columnCount() != columnsBefore) {
        view_->resizeColumnsToContents();
        for (int c = 0; c < model_->columnCount(); ++c) {
            if (view_->columnWidth(c) > kWidestColumn) view_->setColumnWidth(c, kWidestColumn);
        }
    }
    updateCount();
}

void ImageTablePanel::followFilter() {
    const FilterModel& filter = workspace_->filter();
    model_->setKept(filter.active() ? filter.mask() : std::vector<std::uint8_t>());
    updateCount();
}

void ImageTablePanel::updateCount() {
    const auto shown = model_->rowCount();
    const auto all = model_->table() == nullptr ? 0 : static_cast<int>(model_->table()->rows);
    count_->setText(shown == all ? QString() : tr("%1 of %2 images").arg(countText(shown), countText(all)));
}

void ImageTablePanel::followCurrent(int row) {
    const int at = model_->modelRow(row);
    if (at < 0 || view_->currentIndex().row() == at) return;
    const int column = std::max(0, view_->currentIndex().column());
    const QModelIndex index = model_->index(at, column);
    view_->setCurrentIndex(index);
    view_->scrollTo(index, QAbstractItemView::EnsureVisible);
}

void ImageTablePanel::showHeaderMenu(const QPoint& position) {
    auto* header = view_->horizontalHeader();
    QMenu menu(this);
    for (int c = 0; c < model_->columnCount(); ++c) {
        auto* action = menu.addAction(model_->headerData(c, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(c));
        // The last visible column stays, or there would be no header left to bring the others back.
        action->setEnabled(header->isSectionHidden(c) || header->hiddenSectionCount() + 1 < model_->columnCount());
        connect(action, &QAction::toggled, header, [header, c](bool shown) { header->setSectionHidden(c, !shown); });
    }
    menu.addSeparator();
    menu.addAction(tr("Show all"), header, [this, header] {
        for (int c = 0; c < model_->columnCount(); ++c) header->showSection(c);
    });
    menu.exec(header->mapToGlobal(position));
}

QString ImageTablePanel::selectedAsCsv() const {
    const DataTable* table = model_->table();
    if (table == nullptr) return {};
    const auto* header = view_->horizontalHeader();
    std::vector<const Column*> columns;
    for (int v = 0; v < model_->columnCount(); ++v) {
        const int c = header->logicalIndex(v);
        if (!header->isSectionHidden(c)) columns.push_back(&table->columns[static_cast<std::size_t>(c)]);
    }
    QStringList lines, fields;
    for (const auto* c : columns) fields << quoted(c->key);
    lines << fields.join(u',');
    const auto& selection = workspace_->selection();
    const bool all = selection.selected().empty();
    for (int r = 0; r < model_->rowCount(); ++r) {
        const int row = model_->imageRow(r);
        if (!all && !selection.isSelected(row)) continue;
        fields.clear();
        for (const auto* c : columns) fields << quoted(c->text(static_cast<std::size_t>(row)));
        lines << fields.join(u',');
    }
    return lines.join(u'\n') + u'\n';
}

bool ImageTablePanel::eventFilter(QObject* watched, QEvent* event) {
    // The view itself would copy one cell.
    if (watched == view_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ImageTablePanel::copy() const { QApplication::clipboard()->setText(selectedAsCsv()); }

}  // namespace facespace
