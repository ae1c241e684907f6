#include "widgets/pages/confusion_table.h"

#include <algorithm>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include "core/figure/colour_maps.h"
#include "widgets/look/text_label.h"
#include "widgets/words/number_words.h"

namespace facespace {

ConfusionTable::ConfusionTable(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setSpacing(3);
    auto* corner = new TextLabel(tr("labelled ↓  said →"));
    corner->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(corner, 0, 0);
    for (int i = 0; i < 2; ++i) {
        columnHeads_[i] = new TextLabel;
        columnHeads_[i]->setAlignment(Qt::AlignCenter);
        rowHeads_[i] = new TextLabel;
        grid->addWidget(columnHeads_[i], 0, i + 1);
        grid->addWidget(rowHeads_[i], i + 1, 0);
        grid->setColumnStretch(i + 1, 1);
        grid->setRowStretch(i + 1, 1);
        for (int j = 0; j < 2; ++j) {
            auto* button = new QPushButton;
            button->setFlat(true);
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
            button->setMinimumSize(70, 44);
            connect(button, &QPushButton::clicked, this,
                    [this, i, j] { Q_EMIT cellClicked(i, j, QGuiApplication::keyboardModifiers()); });
            cells_[i][j] = button;
            grid->addWidget(button, i + 1, j + 1);
        }
    }
}

void ConfusionTable::setCounts(const QString& class0, const QString& class1, const std::int64_t (&counts)[2][2]) {
    class_[0] = class0;
    class_[1] = class1;
    std::copy(&counts[0][0], &counts[0][0] + 4, &counts_[0][0]);
    std::fill(&selected_[0][0], &selected_[0][0] + 4, 0);
    refresh();
}

void ConfusionTable::setSelected(const std::int64_t (&selected)[2][2]) {
    std::copy(&selected[0][0], &selected[0][0] + 4, &selected_[0][0]);
    refresh();
}

void ConfusionTable::refresh() {
    refreshing_ = true;
    for (int i = 0; i < 2; ++i) {
        columnHeads_[i]->setText(class_[i]);
        rowHeads_[i]->setText(class_[i]);
        const auto total = static_cast<double>(std::max<std::int64_t>(1, counts_[i][0] + counts_[i][1]));
        for (int j = 0; j < 2; ++j) {
            const double share = static_cast<double>(counts_[i][j]) / total;
            QString text = QStringLiteral("%1\n%2 %").arg(countText(counts_[i][j]), numberText(share * 100, 1));
            if (selected_[i][j] > 0) text += QLatin1Char('\n') + tr("%1 selected").arg(countText(selected_[i][j]));
            cells_[i][j]->setText(text);
            const Rgb c = viridisAt(0.12 + 0.75 * share);
            // What is said wrongly is a shade, what is right the colour; black or white text by the ground's lightness.
            const bool dark = 0.299 * c.r + 0.587 * c.g + 0.114 * c.b < 140;
            cells_[i][j]->setStyleSheet(
                QStringLiteral("QPushButton{background:rgb(%1,%2,%3);color:%4;border:%5;border-radius:4px;padding:3px;}"
                               "QPushButton:hover,QPushButton:focus{border:2px solid palette(text);}")
                    .arg(c.r)
                    .arg(c.g)
                    .arg(c.b)
                    .arg(dark ? QStringLiteral("white") : QStringLiteral("#101316"),
                         selected_[i][j] > 0 ? QStringLiteral("3px solid #d55e00")
                                             : QStringLiteral("2px solid transparent")));
            cells_[i][j]->setAccessibleName(tr("Labelled %1, said %2: %3 images, %4 selected")
                                                .arg(class_[i], class_[j])
                                                .arg(counts_[i][j])
                                                .arg(selected_[i][j]));
        }
    }
    refreshing_ = false;
}

void ConfusionTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !refreshing_) refresh();
}

}  // namespace facespace
