#include "widgets/pages/card.h"

#include <algorithm>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QTableWidget>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>

#include "core/figure/chart_legend.h"
#include "widgets/figure/figure_words.h"
#include "widgets/look/text_label.h"
#include "widgets/look/theme.h"
#include "widgets/pages/chart_style.h"
#include "widgets/pages/heat_map.h"
#include "widgets/pages/picture_view.h"
#include "widgets/pages/plot_view.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

constexpr int kSwatch = 18;
constexpr int kGap = 5;
constexpr int kBetween = 14;

/// No line may end at it.
constexpr QChar kJoiner(0x2060);

/// “10.6–11.9)°” stays on one line.
QString keptTogether(QString text) {
    static const QRegularExpression dash(QStringLiteral("(?<=\\d)–(?=[−\\d])"));
    return text.replace(dash, kJoiner + QStringLiteral("–") + kJoiner)
        .replace(QStringLiteral(")°"), QStringLiteral(")") + kJoiner + QStringLiteral("°"));
}

}  // namespace

PlotLegend::PlotLegend(const PlotView* chart, QWidget* parent) : QWidget(parent), chart_(chart) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend"));
}

void PlotLegend::refresh() {
    names_.clear();
    for (const figure::LegendSample& sample : figure::legendSamples(chart_->chart(), chartStyle(palette()), true))
        names_ << QString::fromStdString(sample.count.empty() ? sample.label : sample.label + " " + sample.count);
    setAccessibleDescription(names_.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

std::vector<QRect> PlotLegend::places(int width) const {
    const QFontMetrics metrics(font());
    std::vector<QRect> places;
    int x = 0, y = 0;
    for (const QString& name : names_) {
        const int needed = std::min(width, kSwatch + kGap + metrics.horizontalAdvance(name));
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
QSize PlotLegend::minimumSizeHint() const { return {40, names_.isEmpty() ? 0 : fontMetrics().height()}; }

QString PlotLegend::meaningAt(const QPoint& position) const {
    const auto all = places(width());
    const auto at = std::ranges::find_if(all, [&](const QRect& place) { return place.contains(position); });
    if (at == all.end()) return {};
    const QString& name = names_[at - all.begin()];
    return QStringLiteral("<p>%1</p>%2").arg(name.toHtmlEscaped(), explained(name));
}

bool PlotLegend::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), meaningAt(help->pos()), this);
    return true;
}

void PlotLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = places(width());
    const auto samples = figure::legendSamples(chart_->chart(), chartStyle(palette()), true);
    for (std::size_t i = 0; i < std::min(samples.size(), all.size()); ++i) {
        const figure::LegendSample& sample = samples[i];
        const QRect place = all[i];
        const QColor colour(sample.colour.r, sample.colour.g, sample.colour.b);
        const QPointF middle(place.left() + kSwatch / 2.0, place.center().y() + 1);
        const QRectF box(place.left() + 1, middle.y() - 4.5, kSwatch - 2, 9);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        if (sample.kind == figure::LegendSample::Kind::kDot) {
            painter.drawEllipse(middle, 3.2, 3.2);
        } else if (sample.kind == figure::LegendSample::Kind::kSquare) {
            painter.drawRect(box);
        } else {
            painter.setPen(QPen(colour, 1.8, sample.dash.empty() ? Qt::SolidLine : Qt::DashLine));
            painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
        }
        painter.setPen(secondaryTextColour(palette()));
        const QRect text = place.adjusted(kSwatch + kGap, 0, 0, 0);
        painter.drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(names_[static_cast<qsizetype>(i)], Qt::ElideMiddle, text.width() + 1));
    }
}

Card::Card(const QString& title, QWidget* body, int columns, QWidget* parent)
    : QFrame(parent),
      heading_(new QHBoxLayout),
      title_(new TextLabel(title)),
      caption_(new TextLabel),
      what_(new QToolButton),
      columns_(columns) {
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
    what_->setText(QStringLiteral("?"));
    what_->setAutoRaise(true);
    what_->setForegroundRole(QPalette::PlaceholderText);
    connect(what_, &QToolButton::clicked, this,
            [this] { QWhatsThis::showText(what_->mapToGlobal(QPoint(0, what_->height())), meaning(true), this); });
    heading_->addWidget(what_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 7);
    layout->setSpacing(3);
    layout->addLayout(heading_);
    layout->addWidget(caption_);
    layout->addWidget(body, 1);
    refreshMeaning();
}

QString Card::meaning(bool links) const {
    QStringList words{title_->text(), caption()};
    if (view_ != nullptr)
        for (const std::string& text : {view_->chart().title, view_->chart().x.title, view_->chart().y.title})
            words << QString::fromStdString(text);
    for (const auto* table : findChildren<QTableWidget*>())
        for (int c = 0; c < table->columnCount(); ++c)
            if (const auto* head = table->horizontalHeaderItem(c)) words << head->text();
    for (const auto* tree : findChildren<QTreeWidget*>())
        for (int c = 0; c < tree->columnCount(); ++c) words << tree->headerItem()->text(c);
    QString terms = explained(words.join(QStringLiteral(" · ")), links);
    if (hasAbout()) {
        const QString link =
            links ? QStringLiteral(" <a href=\"%1\">%2</a>")
                        .arg(manualLink(manual_.section(u'#', 0, 0), manual_.section(u'#', 1)), tr("In the manual"))
                  : QString();
        terms.prepend(QStringLiteral("<p>%1%2</p>").arg(about_.toHtmlEscaped(), link));
    }
    return terms.isEmpty() || basis_.isEmpty() ? terms : terms + QStringLiteral("<p>%1</p>").arg(basis_.toHtmlEscaped());
}

void Card::refreshMeaning() {
    const QString terms = meaning();
    what_->setVisible(!terms.isEmpty());
    what_->setAccessibleName(tr("What the figures of “%1” mean").arg(title_->text()));
    for (QWidget* widget : std::initializer_list<QWidget*>{what_, title_, caption_}) widget->setToolTip(terms);
    if (view_ != nullptr) view_->setMeaning(terms);
    for (auto* map : findChildren<HeatMap*>()) map->setMeaning(terms);
    for (auto* picture : findChildren<PictureView*>()) picture->setToolTip(terms);
    // A column says what it is; where there is no term for it, what the whole table is.
    for (auto* table : findChildren<QTableWidget*>())
        for (int c = 0; c < table->columnCount(); ++c)
            if (auto* head = table->horizontalHeaderItem(c); head != nullptr && explained(head->text()).isEmpty())
                head->setToolTip(terms);
}

void Card::setAbout(const QString& sentence, const QString& manual) {
    about_ = sentence;
    manual_ = manual;
    refreshMeaning();
}

void Card::setBasis(const QString& basis) {
    basis_ = basis;
    refreshMeaning();
}

bool Card::event(QEvent* event) {
    if (event->type() == QEvent::WhatsThisClicked)
        return QDesktopServices::openUrl(QUrl(static_cast<QWhatsThisClickedEvent*>(event)->href()));
    return QFrame::event(event);
}

Card::Card(const QString& title, PlotView* chart, int columns, QWidget* parent)
    : Card(title, static_cast<QWidget*>(chart), columns, parent) {
    view_ = chart;
    view_->setAccessibleName(title);
    legend_ = new PlotLegend(chart);
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->insertWidget(2, legend_);
}

void Card::setTitle(const QString& title) {
    title_->setText(title);
    if (view_ != nullptr) view_->setAccessibleName(title);
    refreshMeaning();
}
QString Card::title() const { return title_->text(); }

void Card::setCaption(const QString& text) {
    caption_->setText(keptTogether(text));
    caption_->setVisible(!text.isEmpty());
    refreshMeaning();
}
QString Card::caption() const { return caption_->text().remove(kJoiner); }

void Card::addControl(QWidget* control) { heading_->addWidget(control); }

int Card::leastHeight(int width) const {
    return layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(width)
                                         : layout()->totalMinimumSize().height();
}

void Card::setChart(figure::Chart chart) {
    sayInWindowLanguage(chart);
    view_->setAccessibleDescription(caption());
    view_->setChart(std::move(chart));
    legend_->refresh();
    legend_->setVisible(!legend_->names().isEmpty());
    refreshMeaning();
}

}  // namespace facespace
