#include "widgets/panels/gallery_panel.h"

#include <algorithm>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/panels/gallery_delegate.h"
#include "widgets/panels/gallery_model.h"
#include "widgets/panels/row_selector.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr int kThumbnailPixels = 192;
constexpr int kLeastBytes = 32 << 20, kMostBytes = 192 << 20;

QToolButton* barButton(const QString& icon, const QString& text, const QString& tip) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

}  // namespace

GalleryPanel::GalleryPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), model_(new GalleryModel(this)), view_(new QListView) {
    images_ = std::make_unique<ThumbnailCache>(workspace_, kThumbnailPixels, kLeastBytes);
    crops_ = std::make_unique<ThumbnailCache>(workspace_, cropLoader_.loader(), kThumbnailPixels, kLeastBytes);
    view_->setModel(model_);
    selector_ = new RowSelector(view_, &workspace_->selection(),
                                [this](const QModelIndex& index) { return model_->imageRows(index.row()); });
    selector_->setActivated([this](const QModelIndex& index) {
        if (const int row = model_->imageRow(index.row()); row >= 0) workspace_->selection().setCurrent(row);
    });
    delegate_ = new GalleryDelegate(selector_, &workspace_->selection(), this);
    delegate_->setThumbnails(images_.get());
    view_->setItemDelegate(delegate_);
    buildLayout();

    for (const auto* cache : {images_.get(), crops_.get()}) {
        connect(cache, &ThumbnailCache::thumbnailReady, view_->viewport(), qOverload<>(&QWidget::update));
    }
    connect(workspace_, &Workspace::snapshotChanged, this, &GalleryPanel::followTable);
    connect(workspace_, &Workspace::networkChanged, this, &GalleryPanel::followTable);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &GalleryPanel::followCurrent);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &GalleryPanel::followSelection);
    connect(&workspace_->filter(), &FilterModel::filterChanged, this, &GalleryPanel::followSelection);
    followTable();
}

QWidget* GalleryPanel::buildBar() {
    order_ = new QComboBox;
    order_->setAccessibleName(tr("Order of the gallery"));
    order_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* label = new TextLabel(tr("Order &by"));
    label->setBuddy(order_);
    groups_ = new QComboBox;
    groups_->setAccessibleName(tr("Groups of the gallery"));
    groups_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* groupsLabel = new TextLabel(tr("&Groups"));
    groupsLabel->setBuddy(groups_);
    connect(groups_, &QComboBox::activated, this, [this] { model_->setGroups(groups_->currentData().toString()); });
    direction_ = barButton(QStringLiteral("descending"), tr("Reverse"), tr("Largest first"));
    aligned_ = barButton(QStringLiteral("crop"), tr("Aligned crops"), tr("Show the crops that the network saw"));
    onlySelected_ = barButton(QStringLiteral("select-all"), tr("Selected only"), tr("Show the selected images only"));
    side_ = new QSlider(Qt::Horizontal);
    side_->setRange(48, kThumbnailPixels);
    side_->setValue(96);
    side_->setFixedWidth(120);
    side_->setAccessibleName(tr("Size of the thumbnails"));
    side_->setToolTip(tr("Size of the thumbnails"));

    connect(order_, &QComboBox::activated, this, &GalleryPanel::applyOrder);
    connect(direction_, &QToolButton::toggled, this, &GalleryPanel::applyOrder);
    connect(aligned_, &QToolButton::toggled, this, &GalleryPanel::setAligned);
    connect(onlySelected_, &QToolButton::toggled, this, &GalleryPanel::followSelection);
    connect(side_, &QSlider::valueChanged, this, &GalleryPanel::applySide);

    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 6, 10, 6);
    auto* choices = new WrappingRow;
    choices->setSpacing(6);
    for (QWidget* w :
         std::initializer_list<QWidget*>{label, order_, direction_, groupsLabel, groups_, aligned_, onlySelected_})
        choices->addWidget(w);
    layout->addLayout(choices);
    layout->addStretch(1);
    layout->addWidget(side_);
    return bar;
}

void GalleryPanel::buildLayout() {
    view_->setAccessibleName(tr("Gallery"));
    view_->setFrameShape(QFrame::NoFrame);
    view_->setFlow(QListView::LeftToRight);
    view_->setWrapping(true);
    view_->setResizeMode(QListView::Adjust);
    view_->setUniformItemSizes(true);
    view_->setMovement(QListView::Static);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    view_->setMouseTracking(true);
    view_->viewport()->installEventFilter(this);
    view_->setToolTip(tr("Ctrl and the wheel zoom"));

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(view_);
    empty_ = new EmptyState(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
    applySide(side_->value());
}

void GalleryPanel::applySide(int side) {
    delegate_->setSide(side);
    const QSize cell = delegate_->cellSize(view_->fontMetrics());
    view_->setGridSize(cell);
    updateLineLength();
    view_->verticalScrollBar()->setSingleStep(cell.height() / 3);
}

void GalleryPanel::updateLineLength() {
    // As QListView wraps where the scroll bar is always there.
    model_->setLineLength(view_->maximumViewportSize().width() / std::max(1, view_->gridSize().width()));
    limitThumbnails();
}

/// Twice what is in view: what was scrolled away is soon decoded again, what is in view must never push itself out.
void GalleryPanel::limitThumbnails() {
    const QSize area = view_->maximumViewportSize(), cell = view_->gridSize();
    if (cell.isEmpty()) return;
    const qint64 inView = qint64{area.width() / cell.width() + 1} * (area.height() / cell.height() + 2);
    const qint64 bytes = 2 * inView * kThumbnailPixels * kThumbnailPixels * 4;
    for (auto* cache : {images_.get(), crops_.get()})
        cache->setLimit(static_cast<int>(std::clamp<qint64>(bytes, kLeastBytes, kMostBytes)));
}

bool GalleryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) updateLineLength();
    if (event->type() == QEvent::Wheel) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        if (wheel->modifiers().testFlag(Qt::ControlModifier)) {
            side_->setValue(side_->value() + wheel->angleDelta().y() / 8);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void GalleryPanel::fillGroups() {
    const QString before = groups_->currentData().toString();
    const QSignalBlocker block(groups_);
    groups_->clear();
    groups_->addItem(tr("none"), QString());
    groups_->addItem(tr("tenths of the order"), QString::fromLatin1(GalleryModel::kDeciles));
    if (const auto& table = workspace_->table()) {
        for (const Column& c : table->columns) {
            if (c.kind == Column::Kind::kCategory) groups_->addItem(coreText(c.title), QString::fromStdString(c.key));
        }
    }
    groups_->setCurrentIndex(std::max(0, groups_->findData(before)));
    model_->setGroups(groups_->currentData().toString());
}

void GalleryPanel::setAligned(bool aligned) {
    const QSignalBlocker block(aligned_);
    aligned_->setChecked(aligned);
    delegate_->setThumbnails(aligned ? crops_.get() : images_.get());
    view_->viewport()->update();
}

QString GalleryPanel::defaultKey() const {
    const FeatureSet* features = workspace_->featureSet();
    return features == nullptr ? QStringLiteral("identity")
                               : QStringLiteral("distance[%1]").arg(QString::fromStdString(features->network.name));
}

void GalleryPanel::fillOrders() {
    const QString before = order_->currentData().toString();
    const bool wasDefault = before.isEmpty() || order_->property("isDefault").toBool();
    const QSignalBlocker block(order_);
    order_->clear();
    if (const auto& table = workspace_->table()) {
        for (const Column& c : table->columns)
            if (!c.isPlace) order_->addItem(coreText(c.title), QString::fromStdString(c.key));
    }
    int index = wasDefault ? -1 : order_->findData(before);
    if (index < 0) index = order_->findData(defaultKey());
    order_->setCurrentIndex(index);
}

void GalleryPanel::followTable() {
    const auto& snapshot = workspace_->snapshot();
    const FeatureSet* features = workspace_->featureSet();
    const NetworkId network = features == nullptr ? NetworkId{} : features->network.id;
    cropLoader_.set(snapshot, features == nullptr ? nullptr : &features->network);
    if (network != cropsOf_) crops_->clear();
    cropsOf_ = network;
    aligned_->setEnabled(features != nullptr && !features->network.descriptorFile.empty());
    if (!aligned_->isEnabled()) setAligned(false);
    const bool noImages = snapshot && snapshot->images.root.empty();
    empty_->setHint(!snapshot  ? tr("Faces appear here, ordered by distance from the origin. Open images or a project.")
                    : noImages ? tr("This project holds labels without images, so there are no faces to show.")
                               : QString());
    fillOrders();
    fillGroups();
    model_->setTable(workspace_->table());
    applyOrder();
}

void GalleryPanel::applyOrder() {
    const QString key = order_->currentData().toString();
    order_->setProperty("isDefault", key == defaultKey());
    direction_->setIcon(themedIcon(direction_->isChecked() ? QStringLiteral("descending") : QStringLiteral("ascending")));
    model_->setOrder(key, direction_->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void GalleryPanel::followSelection() {
    const auto& selected = workspace_->selection().selected();
    const FilterModel& filter = workspace_->filter();
    // Nothing selected shows everything: an empty page would only puzzle.
    const bool bySelection = onlySelected_->isChecked() && !selected.empty();
    if (!bySelection && !filter.active()) return model_->setOnly(nullptr);
    std::vector<int> shown = bySelection ? selected : filter.passingRows();
    if (bySelection) std::erase_if(shown, [&](int row) { return !filter.passes(row); });
    model_->setOnly(&shown);
}

void GalleryPanel::followCurrent(int row) {
    const int at = model_->modelRow(row);
    if (at < 0 || view_->currentIndex().row() == at) return;
    view_->setCurrentIndex(model_->index(at));
    view_->scrollTo(model_->index(at), QAbstractItemView::EnsureVisible);
}

}  // namespace facespace
