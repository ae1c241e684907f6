#include "widgets/pages/card.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/look/theme.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/plot_view.h"

namespace facespace {
namespace {

constexpr int kSwatch = 18;
constexpr int kGap = 5;
constexpr int kBetween = 14;

}  // namespace

PlotLegend::PlotLegend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void PlotLegend::setPlot(const Plot& plot) {
    entries_.clear();
    for (const PlotSeries& s : plot.series) {
        const QString name = s.legend.isEmpty() ? s.name : s.legend;
        if (name.isEmpty() || !s.inLegend) continue;
        const bool filled = s.kind == PlotSeries::Kind::kBars || s.kind == PlotSeries::Kind::kBand;
        entries_.push_back({name, s.tone, s.dashed, filled, s.kind == PlotSeries::Kind::kPoints, s.strong});
    }
    for (const PlotMark& m : plot.marks)
        if (!m.name.isEmpty()) entries_.push_back({m.name, m.tone, m.dashed, false, false, false});
    setAccessibleDescription(names().join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QStringList PlotLegend::names() const {
    QStringList names;
    for (const Entry& e : entries_) names << e.name;
    return names;
}

std::vector<QRect> PlotLegend::places(int width) const {
    const QFontMetrics metrics(font());
    std::vector<QRect> places;
    int x = 0, y = 0;
    for (const Entry& e : entries_) {
        const int needed = std::min(width, kSwatch + kGap + metrics.horizontalAdvance(e.name));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += metrics.height() + 2;
        }
        places.emplace_back(x, y, needed, metrics.height());
        x += needed + kBetween;
    }
    return places;
}

int PlotLegend::heightForWidth(int width) const {
    const auto all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 3;
}

QSize PlotLegend::sizeHint() const { return {200, heightForWidth(280)}; }
QSize PlotLegend::minimumSizeHint() const { return {40, entries_.empty() ? 0 : fontMetrics().height()}; }

void PlotLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = places(width());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& e = entries_[i];
        const QRect place = all[i];
        QColor colour = toneColour(e.tone, palette());
        const QPointF middle(place.left() + kSwatch / 2.0, place.center().y() + 1);
        if (e.point) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(middle, 3.2, 3.2);
        } else {
            const QRectF box(place.left() + 1, middle.y() - 4.5, kSwatch - 2, 9);
            if (e.filled) {
                QColor fill = colour;
                fill.setAlphaF(e.strong ? 0.85F : 0.3F);
                painter.fillRect(box, fill);
            }
            painter.setPen(QPen(colour, e.strong ? 2.4 : 1.6, e.dashed ? Qt::DashLine : Qt::SolidLine));
            if (!e.filled) painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
        }
        painter.setPen(secondaryTextColour(palette()));
        const QRect text = place.adjusted(kSwatch + kGap, 0, 0, 0);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(e.name, Qt::ElideRight, text.width() + 1));
    }
}

Card::Card(const QString& title, QWidget* body, int columns, QWidget* parent)
    : QFrame(parent), heading_(new QHBoxLayout), title_(new QLabel(title)), caption_(new QLabel), columns_(columns) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFrameShape(QFrame::NoFrame);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title_->setFont(bold);
    title_->setWordWrap(true);
    caption_->setForegroundRole(QPalette::PlaceholderText);
    caption_->setWordWrap(true);
    caption_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    caption_->hide();
    heading_->setSpacing(6);
    heading_->addWidget(title_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 7);
    layout->setSpacing(3);
    layout->addLayout(heading_);
    layout->addWidget(caption_);
    layout->addWidget(body, 1);
}

Card::Card(const QString& title, PlotView* chart, int columns, QWidget* parent)
    : Card(title, static_cast<QWidget*>(chart), columns, parent) {
    chart_ = chart;
    chart_->setAccessibleName(title);
    legend_ = new PlotLegend;
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->insertWidget(2, legend_);
}

void Card::setTitle(const QString& title) {
    title_->setText(title);
    if (chart_ != nullptr) chart_->setAccessibleName(title);
}
QString Card::title() const { return title_->text(); }

void Card::setCaption(const QString& text) {
    caption_->setText(text);
    caption_->setVisible(!text.isEmpty());
}
QString Card::caption() const { return caption_->text(); }

void Card::addControl(QWidget* control) { heading_->addWidget(control); }

int Card::leastHeight(int width) const {
    return layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(width)
                                         : layout()->totalMinimumSize().height();
}

void Card::setPlot(Plot plot) {
    plot.title = title();
    legend_->setPlot(plot);
    legend_->setVisible(!legend_->names().isEmpty());
    chart_->setAccessibleDescription(caption());
    chart_->setPlot(std::move(plot));
}

}  // namespace facespace
