// How the Inspector is laid out; inspector_panel.cpp fills it.
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/faces/face_view.h"
#include "widgets/faces/thumbnail_strip.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/panels/column_scroll.h"
#include "widgets/panels/head_pose_dial.h"
#include "widgets/panels/inspector_panel.h"
#include "widgets/panels/mini_histogram.h"
#include "widgets/words/glossary.h"

namespace facespace {
namespace {

constexpr int kSpacing = 12;
constexpr int kPictureHeight = 210;

QLabel* secondaryLabel(const QString& text = {}) {
    auto* label = new TextLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setToolTip(explained(text));
    return label;
}

QLabel* largeLabel(double factor) {
    auto* label = new TextLabel;
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

}  // namespace

QWidget* InspectorPanel::buildPictures() {
    stored_ = new FaceView;
    stored_->setAccessibleName(tr("The image as stored"));
    crop_ = new FaceView;
    crop_->setAccessibleName(tr("The crop that the network saw"));
    crop_->setToolTip(tr("The crop that the network saw"));
    crop_->setFixedSize(104, 104);
    overlay_ = new QToolButton;
    overlay_->setIcon(themedIcon(QStringLiteral("face-box")));
    overlay_->setCheckable(true);
    overlay_->setAutoRaise(true);
    overlay_->setText(tr("Face"));
    overlay_->setToolTip(tr("Draw the face box and the landmarks"));
    overlay_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(overlay_, &QToolButton::toggled, stored_, &FaceView::setOverlay);

    auto* pictures = new QWidget;
    pictures->setFixedHeight(kPictureHeight);
    auto* layout = new QHBoxLayout(pictures);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(stored_, 1);
    auto* side = new QVBoxLayout;
    side->addWidget(crop_);
    side->addWidget(overlay_);
    side->addStretch();
    layout->addLayout(side);
    return pictures;
}

QWidget* InspectorPanel::buildDistance() {
    distance_ = largeLabel(1.5);
    distance_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    percentile_ = secondaryLabel();
    percentile_->setToolTip(explained(tr("Percentile")));
    histogram_ = new MiniHistogram;
    histogram_->setAccessibleName(tr("Where the distance lies among all images"));
    auto* box = new QWidget;
    auto* layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kSpacing);
    layout->setVerticalSpacing(2);
    layout->addWidget(secondaryLabel(tr("Distance from the origin")), 0, 0, 1, 2);
    layout->addWidget(distance_, 1, 0);
    layout->addWidget(histogram_, 1, 1, 2, 1);
    layout->addWidget(percentile_, 2, 0);
    layout->setColumnStretch(1, 1);
    return box;
}

QWidget* InspectorPanel::buildPose() {
    pose_ = new QWidget;
    auto* outer = new QHBoxLayout(pose_);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(kSpacing);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kSpacing);
    grid->setVerticalSpacing(3);
    const QString heads[] = {tr("predicted"), tr("label"), tr("error")};
    const QString names[] = {tr("Yaw"), tr("Pitch")};
    for (int j = 0; j < 3; ++j) grid->addWidget(secondaryLabel(heads[j]), 0, j + 1, Qt::AlignRight);
    for (int i = 0; i < 2; ++i) {
        grid->addWidget(secondaryLabel(names[i]), i + 1, 0);
        for (int j = 0; j < 3; ++j) {
            poseCells_[i][j] = new TextLabel;
            poseCells_[i][j]->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(poseCells_[i][j], i + 1, j + 1, Qt::AlignRight);
        }
    }
    poseNote_ = secondaryLabel();
    poseNote_->setWordWrap(true);
    auto* column = new QVBoxLayout;
    column->addLayout(grid);
    column->addWidget(poseNote_);
    column->addStretch();
    dial_ = new HeadPoseDial;
    dial_->setToolTip(tr("Where the nose points: predicted filled, label as a ring"));
    outer->addLayout(column, 1);
    outer->addWidget(dial_, 0, Qt::AlignTop);
    return pose_;
}

QWidget* InspectorPanel::buildNeighbours() {
    nearest_ = new ThumbnailStrip(QString(), &thumbnails_);
    k_ = new QSpinBox;
    k_->setRange(1, 200);
    k_->setAccessibleName(tr("Number of neighbours"));
    k_->setToolTip(tr("Number of neighbours"));
    k_->setKeyboardTracking(false);
    metric_ = new QComboBox;
    metric_->addItems({tr("cosine"), tr("Euclidean")});
    metric_->setAccessibleName(tr("How neighbours are compared"));
    links_ = new QToolButton;
    links_->setIcon(themedIcon(QStringLiteral("map")));
    links_->setText(tr("On the map"));
    links_->setToolTip(tr("Draw lines to the nearest neighbours on the map; dashed to other identities"));
    links_->setCheckable(true);
    links_->setAutoRaise(true);
    links_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const auto change = [this] {
        NeighbourModel::Options options;
        options.k = k_->value();
        options.metric = metric_->currentIndex() == 0 ? Metric::kCosine : Metric::kEuclidean;
        options.links = links_->isChecked();
        workspace_->neighbours().setOptions(options);
    };
    connect(k_, &QSpinBox::valueChanged, this, change);
    connect(metric_, &QComboBox::activated, this, change);
    connect(links_, &QToolButton::toggled, this, change);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(secondaryLabel(tr("Nearest")));
    bar->addWidget(metric_);
    bar->addWidget(k_);
    bar->addStretch();
    bar->addWidget(links_);
    layout->addLayout(bar);
    layout->addWidget(nearest_);
    return box;
}

void InspectorPanel::buildLayout() {
    identity_ = largeLabel(1.2);
    identity_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    identity_->setWordWrap(true);
    // A line edit, because a label would break a long path with characters that end up in what is copied.
    path_ = new QLineEdit;
    path_->setReadOnly(true);
    path_->setFrame(false);
    path_->setAccessibleName(tr("File"));
    path_->setStyleSheet(QStringLiteral("QLineEdit { background: transparent; padding: 0; margin-left: -2px; }"));
    facts_ = new QFormLayout;
    facts_->setHorizontalSpacing(kSpacing);
    facts_->setVerticalSpacing(3);
    same_ = new ThumbnailStrip(tr("Same identity"), &thumbnails_);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(kSpacing);
    layout->addWidget(buildPictures());
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(identity_);
    auto* file = new QHBoxLayout;
    file->setSpacing(2);
    file->addWidget(path_, 1);
    auto* folder = new QToolButton;
    folder->setIcon(themedIcon(QStringLiteral("open")));
    folder->setIconSize(QSize(14, 14));
    folder->setAutoRaise(true);
    folder->setToolTip(tr("Show the file in the file manager"));
    folder->setAccessibleName(tr("Show the file in the file manager"));
    connect(folder, &QToolButton::clicked, this, &InspectorPanel::openInFileManager);
    file->addWidget(folder);
    names->addLayout(file);
    layout->addLayout(names);
    layout->addWidget(buildDistance());
    layout->addWidget(buildPose());
    layout->addWidget(buildNeighbours());
    layout->addWidget(same_);
    layout->addLayout(facts_);
    layout->addStretch();

    auto* scroll = new ColumnScroll(content);
    scroll->setAccessibleName(tr("Facts of the image"));
    empty_ = new EmptyState(scroll);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
}

}  // namespace facespace
