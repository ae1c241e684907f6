// What the triage page does; triage_layout.cpp lays it out.
#include "widgets/panels/triage_panel.h"

#include <algorithm>
#include <numeric>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <utility>

#include "core/project/decisions.h"
#include "widgets/faces/face_view.h"
#include "widgets/look/empty_state.h"
#include "widgets/models/image_table_model.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kImagePixels = 640;
constexpr int kImageBytes = 160 << 20;
/// Decoded ahead, so that a step never waits.
constexpr int kAhead = 6;
constexpr int kPageStep = 10;

QString grouped(std::size_t n) { return countText(static_cast<std::int64_t>(n)); }

}  // namespace

TriagePanel::TriagePanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), images_(workspace, kImagePixels, kImageBytes) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Triage"));
    buildLayout();
    connect(&images_, &ThumbnailCache::thumbnailReady, this, &TriagePanel::showImage);
    connect(workspace_, &Workspace::snapshotChanged, this, &TriagePanel::followSnapshot);
    connect(workspace_, &Workspace::networkChanged, this, &TriagePanel::followSnapshot);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &TriagePanel::followCurrent);
    connect(&workspace_->filter(), &FilterModel::filterChanged, this, [this] {
        // A filter on tags that now lets others pass is no reason to change the walk; another filter is.
        if (workspace_->filter().combined() != filterText_) restart();
    });
    connect(&workspace_->marks(), &MarksModel::tagged, this, &TriagePanel::showMarks);
    connect(&workspace_->marks(), &MarksModel::noted, this, &TriagePanel::showMarks);
    followSnapshot();
}

int TriagePanel::row() const { return at_ < order_.size() ? order_[at_] : -1; }

QString TriagePanel::defaultKey() const {
    const FeatureSet* features = workspace_->featureSet();
    return features == nullptr ? QString()
                               : QStringLiteral("distance[%1]").arg(QString::fromStdString(features->network.name));
}

void TriagePanel::fillOrders() {
    const QString before = by_->currentData().toString();
    const bool wasDefault = !by_->property("chosen").toBool() || workspace_->network() != network_;
    const QSignalBlocker block(by_);
    by_->clear();
    by_->addItem(tr("import order"), QString());
    if (const auto& table = workspace_->table()) {
        for (const Column& c : table->columns) {
            if ((c.kind == Column::Kind::kNumber && !c.isPlace) || c.key == "identity")
                by_->addItem(coreText(c.title), QString::fromStdString(c.key));
        }
    }
    by_->setCurrentIndex(std::max(0, by_->findData(wasDefault ? defaultKey() : before)));
}

void TriagePanel::followSnapshot() {
    const auto& snapshot = workspace_->snapshot();
    const std::filesystem::path file = snapshot == nullptr ? std::filesystem::path() : snapshot->projectFile;
    if (std::exchange(projectFile_, file) != file) walked_ = false;
    const QString before = by_->currentData().toString();
    fillOrders();
    const std::size_t rows = snapshot == nullptr ? 0 : snapshot->imageCount();
    // Until it has begun the order follows what comes in: of features that are being extracted there are no distances yet.
    const bool walkStands =
        walked_ && rows == rowsKnown_ && network_ == workspace_->network() && before == by_->currentData().toString();
    rowsKnown_ = rows;
    network_ = workspace_->network();
    if (!walkStands) return restart();
    showMarks();
}

void TriagePanel::restart() {
    const int before = walked_ ? row() : -1;
    order_.clear();
    filterText_ = workspace_->filter().combined();
    if (const auto& table = workspace_->table()) {
        const Column* column = table->find(by_->currentData().toString().toStdString());
        const Qt::SortOrder order = outwards_->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder;
        if (column != nullptr) {
            order_ = sortedRows(*table, *column, order);
        } else {
            order_.resize(table->rows);
            std::iota(order_.begin(), order_.end(), 0);
        }
        std::erase_if(order_, [&](int r) { return !workspace_->filter().passes(r); });
    }
    positions_.assign(rowsKnown_, -1);
    for (std::size_t i = 0; i < order_.size(); ++i) positions_[static_cast<std::size_t>(order_[i])] = static_cast<int>(i);
    empty_->setHint(workspace_->snapshot() == nullptr
                        ? tr("Walk through the images and decide which to keep. Open images or a project.")
                    : order_.empty() ? tr("No image passes the filter.")
                                     : QString());
    at_ = 0;
    if (before >= 0 && static_cast<std::size_t>(before) < positions_.size() &&
        positions_[static_cast<std::size_t>(before)] >= 0)
        at_ = static_cast<std::size_t>(positions_[static_cast<std::size_t>(before)]);
    show(at_);
    shareCurrent();
}

/// The Inspector shows the image of the page in view.
void TriagePanel::shareCurrent() {
    if (isVisible() && row() >= 0) workspace_->selection().setCurrent(row());
}

void TriagePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // Who walks through the names of the pages by keyboard goes on doing so.
    const QWidget* focus = QApplication::focusWidget();
    if (focus == nullptr || !focus->property(kNamesPages).toBool()) setFocus(Qt::OtherFocusReason);
    if (walked_) followCurrent(workspace_->selection().current());
    shareCurrent();
}

void TriagePanel::show(std::size_t position) {
    if (position >= order_.size()) {
        face_->setImage({});
        return showMarks();
    }
    at_ = position;
    const int now = row();
    // Newest requests are served first: what comes later is asked for before.
    for (int i = kAhead; i >= 1; --i) {
        if (at_ + static_cast<std::size_t>(i) < order_.size()) images_.request(order_[at_ + static_cast<std::size_t>(i)]);
    }
    if (at_ > 0) images_.request(order_[at_ - 1]);
    const QImage image = images_.request(now);
    face_->setText(images_.failed(now) ? tr("no image") : QString());
    face_->setImage(image);
    showFacts();
    showMarks();
}

void TriagePanel::showImage(int which, const QImage& image) {
    if (which != row()) return;
    face_->setImage(image);
    face_->setText(image.isNull() ? tr("no image") : QString());
}

void TriagePanel::step(int by) {
    if (order_.empty()) return;
    walked_ = true;
    const auto last = static_cast<std::ptrdiff_t>(order_.size()) - 1;
    show(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(at_) + by, 0, last)));
    workspace_->selection().setCurrent(row());
}

void TriagePanel::followCurrent(int current) {
    // An image that is chosen elsewhere is walked on from.
    if (!isVisible() || current < 0 || current == row() || static_cast<std::size_t>(current) >= positions_.size()) return;
    const int position = positions_[static_cast<std::size_t>(current)];
    if (position < 0) return;
    walked_ = true;
    show(static_cast<std::size_t>(position));
}

void TriagePanel::decide(const QString& tag) {
    const int now = row();
    if (now < 0) return;
    walked_ = true;
    MarksModel& marks = workspace_->marks();
    const bool had = !tag.isEmpty() && marks.hasTag(now, tag);
    for (const char* other : {kKeepTag, kRejectTag}) {
        const QString name = QString::fromLatin1(other);
        if (name != tag || had) marks.setTag({now}, name, false);
    }
    if (tag.isEmpty() || had) return;
    marks.setTag({now}, tag, true);
    step(1);
}

void TriagePanel::addTag() {
    const QString tag = tag_->text().trimmed();
    if (isDecision(tag.toStdString()))  // the word is a decision's, whichever way it is typed
        decide(workspace_->marks().hasTag(row(), tag) ? QString() : tag);
    else if (row() >= 0 && !tag.isEmpty())
        workspace_->marks().setTag({row()}, tag, !workspace_->marks().hasTag(row(), tag));
    tag_->clear();
    setFocus();
}

void TriagePanel::showFacts() {
    place_->setText(tr("%1 of %2").arg(grouped(at_ + 1), grouped(order_.size())));
    const auto& table = workspace_->table();
    identity_->clear();
    if (row() < 0 || table == nullptr) return facts_->clear();
    const auto r = static_cast<std::size_t>(row());
    QStringList lines;
    const Column* identity = table->find("identity");
    if (identity != nullptr) identity_->setText(QString::fromStdString(identity->text(r)));
    const Column* by = table->find(by_->currentData().toString().toStdString());
    if (by != nullptr && by != identity && by->kind == Column::Kind::kNumber)
        lines << tr("%1: %2").arg(coreText(by->title), shownNumber(by->numbers[r]));
    const Column* path = table->find("path");
    if (path != nullptr) lines << QString::fromStdString(path->texts[r]);
    facts_->setText(lines.join(u'\n'));
}

void TriagePanel::showMarks() {
    const MarksModel& marks = workspace_->marks();
    const int now = row();
    keep_->setChecked(now >= 0 && marks.hasTag(now, QString::fromLatin1(kKeepTag)));
    reject_->setChecked(now >= 0 && marks.hasTag(now, QString::fromLatin1(kRejectTag)));
    QStringList others;
    for (const std::string& tag : marks.tags(now)) {
        if (!isDecision(tag)) others << QString::fromStdString(tag);
    }
    tags_->setText(others.isEmpty() ? tr("no tags") : tr("Tags: %1").arg(others.join(QStringLiteral(", "))));
    if (!note_->hasFocus()) note_->setText(marks.note(now));
    const int kept = marks.taggedCount(QString::fromLatin1(kKeepTag)),
              rejected = marks.taggedCount(QString::fromLatin1(kRejectTag));
    counts_->setText(tr("%1 kept · %2 rejected")
                         .arg(grouped(static_cast<std::size_t>(kept)), grouped(static_cast<std::size_t>(rejected))));
    export_->setEnabled(workspace_->snapshot() != nullptr);
    for (QWidget* widget : {static_cast<QWidget*>(keep_), static_cast<QWidget*>(reject_), static_cast<QWidget*>(undecided_)})
        widget->setEnabled(now >= 0);
}

void TriagePanel::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_K:
            return decide(QString::fromLatin1(kKeepTag));
        case Qt::Key_X:
            return decide(QString::fromLatin1(kRejectTag));
        case Qt::Key_U:
            return decide({});
        case Qt::Key_Right:
        case Qt::Key_Space:
            return step(1);
        case Qt::Key_Left:
        case Qt::Key_Backspace:
            return step(-1);
        case Qt::Key_PageDown:
            return step(kPageStep);
        case Qt::Key_PageUp:
            return step(-kPageStep);
        case Qt::Key_Home:
            return step(-static_cast<int>(at_));
        case Qt::Key_T:
            return tag_->setFocus(Qt::ShortcutFocusReason);
        case Qt::Key_N:
            return note_->setFocus(Qt::ShortcutFocusReason);
        default:
            QWidget::keyPressEvent(event);
    }
}

bool TriagePanel::eventFilter(QObject* watched, QEvent* event) {
    // Escape leaves a field for the walk; it does not clear the window's selection.
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        if (event->type() == QEvent::KeyPress) setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace facespace
