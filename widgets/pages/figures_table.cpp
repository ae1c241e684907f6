#include "widgets/pages/figures_table.h"

#include <cmath>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include "core/common/number_text.h"
#include "widgets/words/glossary.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kLeastNameLetters = 12;
const QString kDash = QStringLiteral("–");

/// What a row's name means; of a name that is no term, what the names of its column are.
QString meaningOfRow(const QString& name, const QString& column) {
    if (const QString meaning = explained(name); !meaning.isEmpty()) return meaning;
    const QString meaning = explained(column);
    return meaning.isEmpty() ? name : QStringLiteral("<p>%1</p>%2").arg(name.toHtmlEscaped(), meaning);
}

}  // namespace

QString fixedNumber(double value, int decimals) {
    return std::isfinite(value) ? numberWrittenOut(withTrueMinus(fixedText(value, decimals))) : kDash;
}

QString estimateText(const Estimate& e, int decimals) {
    if (!std::isfinite(e.value)) return kDash;
    const QString value = fixedNumber(e.value, decimals);
    if (!std::isfinite(e.low) || !std::isfinite(e.high)) return value;
    const QString between = e.low < 0 || e.high < 0 ? QObject::tr(" to ") : kDash;
    return QStringLiteral("%1 (%2%3%4)").arg(value, fixedNumber(e.low, decimals), between, fixedNumber(e.high, decimals));
}

QString spreadText(const Spread& s, int decimals) {
    if (s.count == 0 || !std::isfinite(s.mean)) return kDash;
    return QStringLiteral("%1 ± %2").arg(fixedNumber(s.mean, decimals), fixedNumber(s.sd, decimals));
}

QString pText(double p) {
    if (!std::isfinite(p)) return kDash;
    return p < 0.001 ? QStringLiteral("p < %1").arg(numberText(0.001, 3)) : QStringLiteral("p = %1").arg(numberText(p, 3));
}

FiguresTable::FiguresTable(const QString& name, QWidget* parent) : QTableWidget(parent) {
    setAccessibleName(name);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0) Q_EMIT rowChosen(row);
    });
}

void FiguresTable::wrapNames() {
    setWordWrap(true);
    wrapsNames_ = true;
    // Long heads beside them leave the names room for a word.
    horizontalHeader()->setMinimumSectionSize(kLeastNameLetters * fontMetrics().averageCharWidth());
}

void FiguresTable::setRows(const QStringList& header, const QList<QStringList>& rows) {
    const QSignalBlocker block(this);
    clear();
    setColumnCount(static_cast<int>(header.size()));
    setRowCount(static_cast<int>(rows.size()));
    setHorizontalHeaderLabels(header);
    if (wrapsNames_) horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int c = 0; c < columnCount(); ++c) horizontalHeaderItem(c)->setToolTip(explained(header.value(c)));
    for (int c = 0; c < columnCount(); ++c)
        horizontalHeaderItem(c)->setTextAlignment(Qt::AlignVCenter | (c == 0 ? Qt::AlignLeft : Qt::AlignRight));
    for (int r = 0; r < rowCount(); ++r) {
        for (int c = 0; c < columnCount(); ++c) {
            auto* item = new QTableWidgetItem(rows[r].value(c));
            item->setTextAlignment(Qt::AlignVCenter | (c == 0 ? Qt::AlignLeft : Qt::AlignRight));
            item->setToolTip(c == 0 && !listsImages_ ? meaningOfRow(rows[r].value(0), header.value(0)) : rows[r].value(c));
            setItem(r, c, item);
        }
    }
}

QString FiguresTable::text() const {
    QStringList lines, cells;
    for (int c = 0; c < columnCount(); ++c) cells << horizontalHeaderItem(c)->text();
    lines << cells.join(QLatin1Char('\t'));
    for (int r = 0; r < rowCount(); ++r) {
        cells.clear();
        for (int c = 0; c < columnCount(); ++c) cells << item(r, c)->text();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void FiguresTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return QGuiApplication::clipboard()->setText(text());
    QTableWidget::keyPressEvent(event);
}

}  // namespace facespace
