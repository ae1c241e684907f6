#include "widgets/panels/filter_panel.h"

#include <algorithm>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/models/filter_hint.h"
#include "widgets/panels/filter_edit.h"
#include "widgets/panels/quick_filter.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kLeastRoom = 12, kLikedRoom = 30;

QString grouped(std::size_t n) { return countText(static_cast<std::int64_t>(n)); }

QToolButton* textButton(const QString& icon, const QString& text, const QString& tip) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

FilterPanel::FilterPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      edit_(new FilterEdit(&workspace->filter())),
      error_(new TextLabel),
      count_(new TextLabel),
      select_(textButton(QStringLiteral("select-all"), tr("Select"), tr("Select the images that pass"))),
      clear_(textButton(QStringLiteral("cancel"), tr("Clear"), tr("Let all images pass"))),
      add_(
          textButton(QStringLiteral("columns"), tr("Add a control") + QStringLiteral(" ▾"), tr("Filter by another column"))),
      hide_(new QCheckBox(tr("Hide the others on the map"))) {
    buildLayout();
    FilterModel& filter = workspace_->filter();
    connect(select_, &QToolButton::clicked, this,
            [this] { workspace_->selection().select(workspace_->filter().passingRows()); });
    connect(clear_, &QToolButton::clicked, &filter, &FilterModel::clear);
    connect(hide_, &QCheckBox::toggled, &filter, &FilterModel::setHides);
    connect(&filter, &FilterModel::stateChanged, this, &FilterPanel::followState);
    connect(&filter, &FilterModel::filterChanged, this, &FilterPanel::followCount);
    connect(workspace_, &Workspace::snapshotChanged, this, &FilterPanel::followTable);
    connect(workspace_, &Workspace::networkChanged, this, &FilterPanel::followTable);
    followTable();
    followState();
}

void FilterPanel::buildLayout() {
    // One line in place of the count: a second one would push the panels below away while one types.
    error_->setRoom(kLeastRoom, kLikedRoom);
    edit_->sayBelow();
    error_->setObjectName(QStringLiteral("filter-error"));
    error_->setStyleSheet(QStringLiteral("QLabel { color: #d0433a; }"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    count_->setWordWrap(true);
    add_->setPopupMode(QToolButton::InstantPopup);
    add_->setMenu(new QMenu(add_));
    connect(add_->menu(), &QMenu::aboutToShow, this, &FilterPanel::fillMenu);

    auto* controls = new QWidget;
    controlsLayout_ = new QVBoxLayout(controls);
    controlsLayout_->setContentsMargins(8, 2, 8, 8);
    controlsLayout_->setSpacing(10);
    controlsLayout_->addWidget(add_, 0, Qt::AlignLeft);
    controlsLayout_->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(controls);
    scroll->setAccessibleName(tr("Controls by column"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 4);
    head->setSpacing(4);
    head->addWidget(edit_);
    head->addWidget(error_);
    head->addWidget(count_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(select_);
    buttons->addWidget(clear_);
    buttons->addStretch();
    head->addLayout(buttons);
    head->addWidget(hide_);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
}

const Column* FilterPanel::findColumn(const QString& key) const {
    const auto& table = workspace_->table();
    return table == nullptr ? nullptr : table->find(key.toStdString());
}

void FilterPanel::followTable() {
    const auto& table = workspace_->table();
    setEnabled(table != nullptr);
    if (table == controlsOf_ && !startingSet_) return;
    controlsOf_ = table;
    // The controls are made anew: their histograms and values are the table's.
    std::vector<QString> keys;
    for (const QuickFilter* control : controls_) keys.push_back(control->key());
    const auto lost = [&](const QString& key) { return findColumn(key) == nullptr; };
    if (std::all_of(keys.begin(), keys.end(), lost)) startingSet_ = true;
    if (startingSet_) {
        keys = {QStringLiteral("media"), QStringLiteral("yaw"),
                QStringLiteral("distance[%1]").arg(workspace_->filter().network())};
    }
    for (QuickFilter* control : controls_) control->deleteLater();
    controls_.clear();
    for (const QString& key : keys) addControl(key);
    followState();
    followCount();
}

void FilterPanel::addControl(const QString& key) {
    const Column* column = findColumn(key);
    if (column == nullptr || !QuickFilter::suits(*column)) return;
    auto* control = new QuickFilter(&workspace_->filter(), *column);
    connect(control, &QuickFilter::removeRequested, this, [this, control] { removeControl(control); });
    controlsLayout_->insertWidget(static_cast<int>(controls_.size()), control);
    controls_.push_back(control);
    control->follow();
}

void FilterPanel::removeControl(QuickFilter* control) {
    std::erase(controls_, control);
    control->deleteLater();
    startingSet_ = false;
}

void FilterPanel::fillMenu() {
    add_->menu()->clear();
    if (workspace_->table() == nullptr) return;
    for (const Column& column : workspace_->table()->columns) {
        const QString key = QString::fromStdString(column.key);
        const bool there =
            std::any_of(controls_.begin(), controls_.end(), [&](const QuickFilter* c) { return c->key() == key; });
        if (there || column.isPlace || !QuickFilter::suits(column)) continue;
        add_->menu()->addAction(coreText(column.title), this, [this, key] {
            startingSet_ = false;
            addControl(key);
        });
    }
}

void FilterPanel::followState() {
    const FilterModel& filter = workspace_->filter();
    const QString wrong = filter.error().isEmpty() ? hintOf(filter) : filter.error();
    error_->setText(wrong);
    // What is shown is laid out at once: the other goes before.
    QWidget* const gone = wrong.isEmpty() ? static_cast<QWidget*>(error_) : count_;
    gone->hide();
    (wrong.isEmpty() ? static_cast<QWidget*>(count_) : error_)->show();
    const QSignalBlocker block(hide_);
    hide_->setChecked(filter.hides());
    for (QuickFilter* control : controls_) control->follow();
    clear_->setEnabled(!filter.combined().isEmpty());
    followCount();
}

void FilterPanel::followCount() {
    const FilterModel& filter = workspace_->filter();
    const std::size_t all = workspace_->table() == nullptr ? 0 : workspace_->table()->rows;
    count_->setText(filter.active() ? tr("%1 of %2 images pass").arg(grouped(filter.passingCount()), grouped(all))
                                    : tr("All images pass."));
    select_->setEnabled(filter.active() && filter.passingCount() > 0);
}

}  // namespace facespace
