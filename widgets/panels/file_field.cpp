#include "widgets/panels/file_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace facespace {

FileField::FileField(Kind kind, const QString& name, const QString& filter, QWidget* parent)
    : QWidget(parent), kind_(kind), filter_(filter), line_(new QLineEdit) {
    line_->setAccessibleName(name);
    line_->setMinimumWidth(320);
    auto* button = new QPushButton(tr("Browse…"));
    button->setAccessibleName(tr("Browse for %1").arg(name));
    button->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(line_, 1);
    layout->addWidget(button);
    setFocusProxy(line_);
    connect(button, &QPushButton::clicked, this, &FileField::browse);
    connect(line_, &QLineEdit::textChanged, this, &FileField::pathChanged);
}

QString FileField::path() const { return line_->text().trimmed(); }
void FileField::setPath(const QString& path) { line_->setText(path); }
void FileField::setPlaceholder(const QString& text) { line_->setPlaceholderText(text); }

void FileField::browse() {
    const QString start = path().isEmpty() ? startFolder_ : path();
    QString chosen;
    switch (kind_) {
        case Kind::kFolder:
            chosen = QFileDialog::getExistingDirectory(this, line_->accessibleName(), start);
            break;
        case Kind::kOpenFile:
            chosen = QFileDialog::getOpenFileName(this, line_->accessibleName(), start, filter_);
            break;
        case Kind::kSaveFile:
            chosen = QFileDialog::getSaveFileName(this, line_->accessibleName(), start, filter_);
            break;
    }
    if (!chosen.isEmpty()) setPath(chosen);
}

}  // namespace facespace
