#include "widgets/pages/result_table.h"

#include <algorithm>
#include <QAbstractTableModel>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPalette>
#include <QSortFilterProxyModel>

#include "core/analyses/headings.h"
#include "widgets/models/image_table_model.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr float kTint = 0.22F;
constexpr int kMostWidth = 260;  ///< Of a column.

bool isNumber(const Table::Cell& cell) {
    return std::holds_alternative<double>(cell) || std::holds_alternative<std::int64_t>(cell);
}

double numberOf(const Table::Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*whole);
    return std::get<double>(cell);
}

QString shown(const Table::Cell& cell) {
    if (isNumber(cell)) return shownNumber(numberOf(cell));
    if (const auto* own = std::get_if<std::shared_ptr<const Table::Words>>(&cell)) return coreText((*own)->shown);
    const std::string* words = wordsIn(cell);
    return words == nullptr ? QStringLiteral("–") : QString::fromStdString(*words);
}

}  // namespace

class ResultTable::Model : public QAbstractTableModel {
  public:
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(const Analysis& analysis, Table table, figure::MarkRows rows) {
        beginResetModel();
        analysis_ = &analysis;
        table_ = std::move(table);
        rows_ = std::move(rows);
        endResetModel();
    }
    void setMarked(std::function<bool(int)> marked) {
        marked_ = std::move(marked);
        if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::BackgroundRole});
    }
    std::span<const int> imagesOf(int row) const { return rows_.of(static_cast<std::size_t>(row)); }
    bool isMarked(int row) const { return marked_ && std::ranges::any_of(imagesOf(row), marked_); }

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
    }
    QVariant data(const QModelIndex& at, int role) const override {
        const Table::Cell& cell = table_.rows[static_cast<std::size_t>(at.row())][static_cast<std::size_t>(at.column())];
        switch (role) {
            case Qt::DisplayRole:
            case Qt::ToolTipRole:
                return shown(cell);
            case Qt::UserRole:  // sorted by
                return isNumber(cell) ? QVariant(numberOf(cell)) : QVariant(shown(cell));
            case Qt::TextAlignmentRole:
                return QVariant((isNumber(cell) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            case Qt::BackgroundRole:
                return isMarked(at.row()) ? QVariant(tint()) : QVariant();
            default:
                return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        const std::string& column = table_.columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole) return coreText(headingOf(*analysis_, table_.name, column));
        const ColumnMeaning* c = role == Qt::ToolTipRole ? analysis_->meaningOf(table_.name, column) : nullptr;
        if (c == nullptr) return {};
        const QString meaning = coreText(c->meaning);
        return c->unit.empty() ? meaning : QStringLiteral("%1 [%2]").arg(meaning, coreText(c->unit));
    }

  private:
    static QColor tint() {
        QColor colour = QApplication::palette().color(QPalette::Highlight);
        colour.setAlphaF(kTint);
        return colour;
    }
    const Analysis* analysis_ = nullptr;
    Table table_;
    figure::MarkRows rows_;
    std::function<bool(int)> marked_;
};

ResultTable::ResultTable(QWidget* parent)
    : QTableView(parent), model_(new Model(this)), sorted_(new QSortFilterProxyModel(this)) {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(Qt::UserRole);
    sorted_->setSortLocaleAware(true);
    setModel(sorted_);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);  // as the analysis has it
    horizontalHeader()->setSortIndicatorClearable(true);
    setSortingEnabled(true);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        std::vector<int> rows;
        for (const QModelIndex& chosen : selectionModel()->selectedRows())
            for (const int row : model_->imagesOf(sorted_->mapToSource(chosen).row())) rows.push_back(row);
        if (!rows.empty()) Q_EMIT imagesChosen(rows);
    });
}

void ResultTable::setTable(const Analysis& analysis, Table table, figure::MarkRows rows) {
    setAccessibleName(coreText(table.title));
    model_->setTable(analysis, std::move(table), std::move(rows));
    resizeColumnsToContents();
    for (int c = 0; c < model_->columnCount(); ++c) setColumnWidth(c, std::min(columnWidth(c), kMostWidth));
}

void ResultTable::setMarked(std::function<bool(int)> marked) { model_->setMarked(std::move(marked)); }

int ResultTable::markedCount() const {
    int count = 0;
    for (int row = 0; row < model_->rowCount(); ++row) count += model_->isMarked(row) ? 1 : 0;
    return count;
}

QString ResultTable::text() const {
    QStringList lines, cells;
    for (int c = 0; c < sorted_->columnCount(); ++c) cells << sorted_->headerData(c, Qt::Horizontal).toString();
    lines << cells.join(QLatin1Char('\t'));
    for (int r = 0; r < sorted_->rowCount(); ++r) {
        cells.clear();
        for (int c = 0; c < sorted_->columnCount(); ++c) cells << sorted_->index(r, c).data().toString();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void ResultTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return QGuiApplication::clipboard()->setText(text());
    QTableView::keyPressEvent(event);
}

}  // namespace facespace
