#include "widgets/panels/welcome_page.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"

namespace facespace {
namespace {

constexpr int kColumnWidth = 520;
constexpr int kMostRecent = 6;
constexpr int kLinkPadding = 5;

QLabel* paragraph(const QString& text, double factor, bool bold, bool secondary) {
    auto* label = new TextLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    label->setFont(font);
    label->setWordWrap(true);
    if (secondary) label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QPushButton* largeButton(const QString& icon, const QString& text) {
    auto* button = new QPushButton(themedIcon(icon), text);
    button->setIconSize(QSize(22, 22));
    button->setMinimumHeight(44);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QString homeShortened(const QString& path) {
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? QStringLiteral("~/") + path.mid(home.size()) : path;
}

}  // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), recent_(new QVBoxLayout), recentBox_(new QWidget) {
    auto* column = new QWidget;
    column->setFixedWidth(kColumnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(14);
    auto* icon = new TextLabel;
    icon->setPixmap(programIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    icon->setFixedSize(64, 64);
    layout->addWidget(icon);
    layout->addWidget(paragraph(tr("See what a face-recognition network codes"), 1.6, true, false));
    layout->addWidget(paragraph(tr("Open a folder with one sub-folder per person, or a manifest (CSV) that lists images and "
                                   "identities. Then choose a network: its features become a map of the faces."),
                                1.0, false, true));
    auto* images = largeButton(QStringLiteral("images"), tr("Open &images…"));
    images->setDefault(true);
    auto* project = largeButton(QStringLiteral("open"), tr("Open &project…"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(images, 1);
    buttons->addWidget(project, 1);
    layout->addLayout(buttons);
    auto* demo = largeButton(QStringLiteral("people"), tr("Try the &demo"));
    layout->addWidget(demo);
    layout->addWidget(
        paragraph(tr("No images at hand? The demo renders 6,000 faces of 125 people, whose pose, light and blur are "
                     "known, and runs the two networks that come with FaceSpace over them."),
                  1.0, false, true));
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    layout->addWidget(
        paragraph(tr("You can also drop a folder, a manifest or a project on this window."), 1.0, false, true));

    auto* recentLayout = new QVBoxLayout(recentBox_);
    recentLayout->setContentsMargins(0, 10, 0, 0);
    recentLayout->setSpacing(2);
    recentLayout->addWidget(paragraph(tr("Recent projects"), 1.0, true, false));
    recentLayout->addLayout(recent_);
    layout->addWidget(recentBox_);
    connect(images, &QPushButton::clicked, this, &WelcomePage::openImagesRequested);
    connect(project, &QPushButton::clicked, this, &WelcomePage::openProjectRequested);

    auto* outer = new QVBoxLayout(this);
    outer->addStretch(1);
    // Not by alignment: that would give the column its hint's height, too little for text that wraps.
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(2);
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& files) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& file : files.mid(0, kMostRecent)) {
        const QFileInfo info(file);
        auto* button = new QPushButton(info.completeBaseName() + QStringLiteral("   ") + homeShortened(info.absolutePath()));
        button->setFlat(true);
        // The wrapped labels above make the column's layout give buttons less than their hint.
        button->setMinimumHeight(button->fontMetrics().height() + 2 * kLinkPadding);
        button->setCursor(Qt::PointingHandCursor);
        button->setToolTip(file);
        button->setStyleSheet(
            QStringLiteral("QPushButton { text-align: left; padding: 0 4px; color: palette(link); border: none; }"
                           "QPushButton:hover, QPushButton:focus { text-decoration: underline; }"));
        connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT recentChosen(file); });
        recent_->addWidget(button);
    }
    recentBox_->setVisible(!files.isEmpty());
}

}  // namespace facespace
