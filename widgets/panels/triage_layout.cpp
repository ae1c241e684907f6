// How the triage page is laid out; triage_panel.cpp fills it.
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/project/decisions.h"
#include "widgets/faces/face_view.h"
#include "widgets/look/empty_state.h"
#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/look/wrapping_row.h"
#include "widgets/panels/column_scroll.h"
#include "widgets/panels/triage_panel.h"

namespace facespace {
namespace {

QToolButton* button(const QString& icon, const QString& text, const QString& tip) {
    auto* made = new QToolButton;
    made->setIcon(themedIcon(icon));
    made->setText(text);
    made->setToolTip(tip);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setAutoRaise(true);
    // The keyboard stays with the walk.
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

}  // namespace

QWidget* TriagePanel::buildBar() {
    by_ = new QComboBox;
    by_->setAccessibleName(tr("Order of the walk"));
    by_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    by_->setFocusPolicy(Qt::TabFocus);
    connect(by_, &QComboBox::activated, this, [this] {
        by_->setProperty("chosen", true);
        restart();
    });
    auto* label = new TextLabel(tr("Walk &by"));
    label->setBuddy(by_);
    outwards_ = button(QStringLiteral("ascending"), tr("Reverse"), tr("Largest first"));
    outwards_->setCheckable(true);
    connect(outwards_, &QToolButton::toggled, this, [this](bool down) {
        outwards_->setIcon(themedIcon(down ? QStringLiteral("descending") : QStringLiteral("ascending")));
        restart();
    });
    export_ = button(QStringLiteral("export"), tr("Export") + QStringLiteral(" ▾"),
                     tr("Write the decisions as a list, or copy images"));
    export_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(export_);
    menu->addAction(tr("Decisions as a &list (CSV)…"), this, &TriagePanel::exportListRequested);
    menu->addSeparator();
    const auto images = [&](const QString& text, DecidedImages which, bool link) {
        menu->addAction(text, this, [this, which, link] { Q_EMIT exportImagesRequested(which, link); });
    };
    images(tr("&Copy kept images…"), DecidedImages::kKept, false);
    images(tr("Copy &all that are not rejected…"), DecidedImages::kNotRejected, false);
    images(tr("Copy &rejected images…"), DecidedImages::kRejected, false);
    menu->addSeparator();
    images(tr("Link &kept images…"), DecidedImages::kKept, true);
    images(tr("Link all that are &not rejected…"), DecidedImages::kNotRejected, true);
    images(tr("Link re&jected images…"), DecidedImages::kRejected, true);
    export_->setMenu(menu);
    counts_ = new TextLabel;
    counts_->setForegroundRole(QPalette::PlaceholderText);

    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->addWidget(label);
    layout->addWidget(by_);
    layout->addWidget(outwards_);
    layout->addStretch();
    layout->addWidget(counts_);
    layout->addWidget(export_);
    return bar;
}

QWidget* TriagePanel::buildSide() {
    place_ = new TextLabel;
    place_->setForegroundRole(QPalette::PlaceholderText);
    identity_ = new TextLabel;
    QFont bold = identity_->font();
    bold.setBold(true);
    identity_->setFont(bold);
    facts_ = new TextLabel;
    for (QLabel* label : {identity_, facts_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    keep_ = button(QStringLiteral("done"), tr("Keep (K)"), tr("Keep this image and go on"));
    reject_ = button(QStringLiteral("cancel"), tr("Reject (X)"), tr("Reject this image and go on"));
    undecided_ = button(QStringLiteral("undo"), tr("Undecided (U)"), tr("Take the decision back"));
    for (QToolButton* decision : {keep_, reject_}) decision->setCheckable(true);
    connect(keep_, &QToolButton::clicked, this, [this] { decide(QString::fromLatin1(kKeepTag)); });
    connect(reject_, &QToolButton::clicked, this, [this] { decide(QString::fromLatin1(kRejectTag)); });
    connect(undecided_, &QToolButton::clicked, this, [this] { decide({}); });
    tags_ = new TextLabel;
    tags_->setForegroundRole(QPalette::PlaceholderText);
    tags_->setWordWrap(true);
    tag_ = new QLineEdit;
    tag_->setPlaceholderText(tr("Add or take away a tag (T)"));
    tag_->setAccessibleName(tr("Tag"));
    note_ = new QLineEdit;
    note_->setPlaceholderText(tr("Note (N)"));
    note_->setAccessibleName(tr("Note"));
    for (QLineEdit* field : {tag_, note_}) field->installEventFilter(this);
    connect(tag_, &QLineEdit::returnPressed, this, &TriagePanel::addTag);
    connect(note_, &QLineEdit::editingFinished, this, [this] { workspace_->marks().setNote(row(), note_->text()); });
    connect(note_, &QLineEdit::returnPressed, this, [this] { setFocus(); });
    auto* keys = new TextLabel(tr("→ next · ← back · K keep · X reject · U undecided · T tag · N note"));
    keys->setForegroundRole(QPalette::PlaceholderText);
    keys->setWordWrap(true);

    auto* side = new QWidget;
    side->setMinimumWidth(240);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(12, 4, 12, 8);
    layout->setSpacing(5);
    layout->addWidget(place_);
    layout->addWidget(identity_);
    layout->addWidget(facts_);
    auto* decisions = new WrappingRow;
    decisions->setSpacing(4);
    for (QToolButton* decision : {keep_, reject_, undecided_}) decisions->addWidget(decision);
    layout->addLayout(decisions);
    layout->addWidget(tags_);
    layout->addWidget(tag_);
    layout->addWidget(note_);
    layout->addStretch();
    layout->addWidget(keys);
    // On a low screen what is below scrolls; the keys go to the page.
    auto* scroll = new ColumnScroll(side);
    scroll->setMaximumWidth(420);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void TriagePanel::buildLayout() {
    face_ = new FaceView;
    face_->setAccessibleName(tr("The image to decide on"));
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(10, 0, 0, 8);
    middle->addWidget(face_, 1);
    middle->addWidget(buildSide(), 1);
    layout->addLayout(middle, 1);
    empty_ = new EmptyState(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(empty_);
}

}  // namespace facespace
