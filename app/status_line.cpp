#include "app/status_line.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kBarSteps = 1000;

QString grouped(std::size_t n) { return countText(static_cast<std::int64_t>(n)); }

}  // namespace

StatusLine::StatusLine(Workspace* workspace, QWidget* parent)
    : QStatusBar(parent),
      workspace_(workspace),
      count_(new TextLabel),
      job_(new TextLabel),
      bar_(new QProgressBar),
      cancel_(new QToolButton) {
    setSizeGripEnabled(false);
    count_->setContentsMargins(8, 3, 8, 3);
    job_->setContentsMargins(8, 3, 4, 3);
    bar_->setFixedWidth(180);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the job"));
    cancel_->setText(tr("Cancel"));
    cancel_->setIcon(themedIcon(QStringLiteral("cancel")));
    cancel_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    cancel_->setAutoRaise(true);
    cancel_->setAccessibleName(tr("Cancel the job"));
    addWidget(count_);
    addPermanentWidget(job_);
    addPermanentWidget(bar_);
    addPermanentWidget(cancel_);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        cancel_->setEnabled(false);
        job_->setText(tr("Cancelling"));
        Q_EMIT cancelRequested();
    });
    connect(workspace_, &Workspace::snapshotChanged, this, &StatusLine::refresh);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &StatusLine::refresh);
    showIdle();
    refresh();
}

QString StatusLine::countText() const { return count_->text(); }

void StatusLine::setMapStatus(const QString& text) {
    mapStatus_ = text;
    refresh();
}

void StatusLine::refresh() {
    const auto& snapshot = workspace_->snapshot();
    if (!snapshot) {
        count_->setText(tr("No project is open"));
        return;
    }
    const std::size_t all = snapshot->imageCount(), selected = workspace_->selection().selected().size();
    const QString shown = mapStatus_.isEmpty() ? tr("%1 of %1 images").arg(grouped(all)) : mapStatus_;
    count_->setText(tr("%1 · %2 selected").arg(shown, grouped(selected)));
}

void StatusLine::showJob(const QString& title) {
    job_->setText(title);
    bar_->setRange(0, 0);
    cancel_->setEnabled(true);
    for (QWidget* widget : {static_cast<QWidget*>(job_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)})
        widget->show();
}

void StatusLine::showProgress(double fraction, const QString& text) {
    if (!cancel_->isEnabled()) return;  // being cancelled
    bar_->setRange(0, fraction > 0 ? kBarSteps : 0);
    bar_->setValue(static_cast<int>(fraction * kBarSteps));
    job_->setText(text);
}

void StatusLine::showIdle() {
    for (QWidget* widget : {static_cast<QWidget*>(job_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(cancel_)})
        widget->hide();
}

}  // namespace facespace
