#pragma once
#include <gtest/gtest.h>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTest>
#include <QToolTip>

#include "widgets/pages/card.h"
#include "widgets/pages/figures_table.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/picture_view.h"
#include "widgets/pages/plot_view.h"

/// Whether a page tells what its figures mean where someone asks with the pointer.
namespace facespace::testing {

/// What is told where the pointer comes to rest.
inline QString toldAt(QWidget& view, const QPoint& position) {
    // The real pointer of the screen comes when it likes.
    QMouseEvent move(QEvent::MouseMove, position, view.mapToGlobal(position), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&view, &move);
    QHelpEvent help(QEvent::ToolTip, position, view.mapToGlobal(position));
    QApplication::sendEvent(&view, &help);
    return QToolTip::text();
}

/// Every axis of every chart in view, also of heat maps.
inline void expectAxesExplained(const QWidget& page) {
    for (auto* plot : page.findChildren<PlotView*>()) {
        if (!plot->isVisible() || plot->visibleRegion().isEmpty() || plot->chart().layers.empty()) continue;
        SCOPED_TRACE(plot->accessibleName().toStdString());
        EXPECT_TRUE(QTest::qWaitFor([&] { return plot->lastFrameMs() > 0; }));
        const QPoint middle = plot->plotArea().center().toPoint();
        const figure::Chart& chart = plot->chart();
        for (const auto& [axis, place] :
             {std::pair{&chart.x, QPoint(middle.x(), plot->height() - 5)}, {&chart.y, QPoint(5, middle.y())}}) {
            if (!axis->visible || axis->title.empty()) continue;
            EXPECT_FALSE(plot->meaningOfAxis(*axis).isEmpty()) << axis->title;
            EXPECT_EQ(toldAt(*plot, place), plot->meaningOfAxis(*axis)) << axis->title;
        }
    }
    for (auto* map : page.findChildren<HeatMap*>()) {
        if (!map->isVisible() || map->data().values.size() == 0) continue;
        const QPoint middle = map->cells().center().toPoint();
        EXPECT_EQ(toldAt(*map, {middle.x(), 5}), map->data().columnMeaning);
        EXPECT_EQ(toldAt(*map, {map->width() - 10, middle.y()}), map->data().rowMeaning);
        for (const QPoint& place : {QPoint(middle.x(), 5), QPoint(map->width() - 10, middle.y()),
                                    QPoint(middle.x(), map->height() - 5), QPoint(5, middle.y())})
            EXPECT_FALSE(map->meaningAt(place).isEmpty()) << map->accessibleName().toStdString();
    }
}

/// Every figure that is a picture, and every name of a legend.
inline void expectPicturesAndLegendsExplained(const QWidget& page) {
    for (const auto* picture : page.findChildren<PictureView*>()) EXPECT_FALSE(picture->toolTip().isEmpty());
    for (auto* legend : page.findChildren<PlotLegend*>()) {
        if (!legend->isVisible() || legend->names().isEmpty()) continue;
        const QString told = legend->meaningAt({4, 4});
        EXPECT_TRUE(told.contains(legend->names().front().toHtmlEscaped())) << told.toStdString();
    }
}

/// Every row of every table of figures, unless its rows are images or people.
inline void expectFiguresExplained(const QWidget& page) {
    for (const auto* table : page.findChildren<FiguresTable*>()) {
        if (!table->isVisible() || table->listsImages()) continue;
        for (int row = 0; row < table->rowCount(); ++row)
            EXPECT_NE(table->item(row, 0)->toolTip(), table->item(row, 0)->text()) << table->accessibleName().toStdString();
    }
}

}  // namespace facespace::testing
