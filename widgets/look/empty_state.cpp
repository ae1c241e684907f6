#include "widgets/look/empty_state.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"

namespace facespace {

EmptyState::EmptyState(QWidget* content, QWidget* parent)
    : QWidget(parent), layout_(new QStackedLayout(this)), label_(new TextLabel) {
    label_->setAlignment(Qt::AlignCenter);
    label_->setWordWrap(true);
    label_->setForegroundRole(QPalette::PlaceholderText);
    label_->setContentsMargins(24, 16, 24, 16);
    layout_->addWidget(content);
    layout_->addWidget(label_);
}

void EmptyState::setHint(const QString& hint) {
    label_->setText(hint);
    label_->setAccessibleName(hint);
    layout_->setCurrentIndex(hint.isEmpty() ? 0 : 1);
}

QString EmptyState::hint() const { return label_->text(); }

}  // namespace facespace
