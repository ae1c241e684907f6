#include "app/first_looks.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/workflow/demo.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/pages/page_key.h"

namespace facespace {
namespace {

constexpr std::size_t kNearest = 24;

/// Rows with the least distances, in import order.
std::vector<int> nearestRows(const std::vector<float>& distance) {
    std::vector<int> rows(distance.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](int row) { return std::isnan(distance[static_cast<std::size_t>(row)]); });
    const auto last = rows.begin() + static_cast<std::ptrdiff_t>(std::min(kNearest, rows.size()));
    std::partial_sort(rows.begin(), last, rows.end(), [&](int a, int b) {
        return distance[static_cast<std::size_t>(a)] < distance[static_cast<std::size_t>(b)];
    });
    rows.erase(last, rows.end());
    std::ranges::sort(rows);
    return rows;
}

}  // namespace

FirstLooks::FirstLooks(Workspace* workspace, QTabWidget* pages, QWidget* parent)
    : QWidget(parent), workspace_(workspace), pages_(pages), sentence_(new TextLabel) {
    setAccessibleName(tr("What to look at first"));
    auto* title = new TextLabel(tr("Look first at"));
    title->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new WrappingRow;
    row->setSpacing(6);
    row->addWidget(title);
    auto* close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("cancel")));
    close->setToolTip(tr("Close (Help ▸ What to look at first shows it again)"));
    close->setAccessibleName(tr("Close what to look at first"));
    sentence_->setWordWrap(true);
    sentence_->setAccessibleName(tr("What is in view"));
    sentence_->hide();
    auto* top = new QHBoxLayout;
    top->addLayout(row, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 10, 6);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(sentence_);
    addLook(tr("Poor images near the origin"), [this] { return showPoorImages(); });
    addLook(tr("Pose read from features"), [this] { return showPose(); });
    addLook(tr("Labels that look wrong"), [this] { return showSuspects(); });
    addLook(tr("Two networks compared"), [this] { return showComparison(); });
    for (QToolButton* button : buttons_) row->addWidget(button);
    connect(close, &QToolButton::clicked, this, [this] {
        wasClosed_ = true;
        Q_EMIT closed();
    });
    hide();
}

bool FirstLooks::wantedWith(const QString& projectFile) {
    sentence_->hide();
    const QFileInfo file(projectFile);
    const auto demo = demoProjectFile(file.absolutePath().toStdString());
    return !wasClosed_ && file.absoluteFilePath().toStdString() == demo.string();
}

void FirstLooks::addLook(const QString& name, std::function<QString()> show) {
    auto* button = new QToolButton;
    button->setText(name);
    connect(button, &QToolButton::clicked, this, [this, show = std::move(show)] {
        if (workspace_->snapshot() == nullptr) return;
        sentence_->setText(show());
        sentence_->show();
    });
    buttons_.push_back(button);
}

QString FirstLooks::showPoorImages() {
    const FeatureSet* features = workspace_->featureSet();
    if (features == nullptr) return tr("There are no features yet: Network ▸ Extract features computes them.");
    const std::vector<int> rows = nearestRows(features->distance);
    workspace_->colours().setKey(QStringLiteral("distance[%1]").arg(QString::fromStdString(features->network.name)));
    showPage(QStringLiteral("gallery"));
    workspace_->selection().select(rows);
    return tr("Selected are the %1 images whose features lie nearest to the origin of %2; the gallery begins with them. Are "
              "they "
              "turned away, covered, dim or blurred? The page Quality measures whether more of them are than of all others.")
        .arg(rows.size())
        .arg(QString::fromStdString(features->network.name));
}

QString FirstLooks::showPose() {
    const auto keys = workspace_->colours().availableKeys();
    const auto yaw = std::ranges::find_if(keys, [](const QString& key) { return key == QStringLiteral("yaw"); });
    if (yaw != keys.end()) workspace_->colours().setKey(*yaw);
    showPage(QStringLiteral("prediction"));
    return tr(
        "Colours are the yaw of the head, where it is labelled. Inside a group of points, one person, they go from one "
        "side to the other: the feature still holds the pose. The page says how exactly a straight line reads it, for "
        "people whom it never saw.");
}

QString FirstLooks::showSuspects() {
    showPage(QStringLiteral("suspects"));
    return tr(
        "Each of these images lies nearer to another person than to the one whose name it bears, and stands beside both. "
        "In the demo all labels are right, so these are what the network confuses; in sets from the web many are wrong.");
}

QString FirstLooks::showComparison() {
    showPage(QStringLiteral("compare"));
    return tr(
        "Two networks see the same images: a second map stands beside the first, under the same selection, and the page "
        "says how many neighbours they have in common. It needs the features of two.");
}

void FirstLooks::showPage(const QString& key) {
    for (int i = 0; i < pages_->count(); ++i)
        if (pageKey(pages_->widget(i)) == key) pages_->setCurrentIndex(i);
}

}  // namespace facespace
