#include "widgets/panels/map_run_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "widgets/look/text_label.h"
#include "widgets/look/themed_icon.h"
#include "widgets/words/number_words.h"

namespace facespace {

MapRunBar::MapRunBar(QWidget* parent)
    : QWidget(parent),
      text_(new TextLabel),
      exaggerationLabel_(new TextLabel(tr("&Exaggeration"))),
      pause_(new QToolButton),
      finish_(new QToolButton),
      exaggerationBox_(new QComboBox) {
    setAccessibleName(tr("The map that is being computed"));
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setAccessibleName(tr("How far the map is"));
    for (auto* button : {pause_, finish_}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
    }
    pause_->setCheckable(true);
    finish_->setText(tr("Keep as it is"));
    finish_->setIcon(themedIcon(QStringLiteral("finish")));
    finish_->setToolTip(tr("End here and keep the map as it is now"));
    exaggerationBox_->addItem(tr("as scheduled"), 0.0);
    for (const double e : {1.0, 1.5, 2.0, 4.0, 12.0}) exaggerationBox_->addItem(digitsText(e, 6), e);
    exaggerationBox_->setAccessibleName(tr("Exaggeration from now on"));
    exaggerationBox_->setToolTip(tr("How much stronger images attract their neighbours; more sets groups apart"));
    exaggerationLabel_->setBuddy(exaggerationBox_);
    exaggerationLabel_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 10, 4);
    layout->setSpacing(8);
    layout->addWidget(text_, 1);
    layout->addWidget(exaggerationLabel_);
    layout->addWidget(exaggerationBox_);
    layout->addWidget(pause_);
    layout->addWidget(finish_);
    connect(pause_, &QToolButton::toggled, this, [this](bool paused) {
        follow();
        Q_EMIT pauseToggled(paused);
    });
    connect(finish_, &QToolButton::clicked, this, [this] {
        finish_->setEnabled(false);
        Q_EMIT finishRequested();
    });
    connect(exaggerationBox_, &QComboBox::activated, this,
            [this] { Q_EMIT exaggerationChosen(exaggerationBox_->currentData().toDouble()); });
    endRun();
}

bool MapRunBar::paused() const { return pause_->isChecked(); }

void MapRunBar::showRun(const QString& title, int iteration, int last, bool atMost, double exaggeration, bool steerable) {
    title_ = title;
    iteration_ = iteration;
    last_ = last;
    atMost_ = atMost;
    exaggeration_ = exaggeration;
    exaggerationLabel_->setVisible(steerable);
    exaggerationBox_->setVisible(steerable);
    follow();
    show();
}

void MapRunBar::endRun() {
    const QSignalBlocker blockPause(pause_);
    pause_->setChecked(false);
    finish_->setEnabled(true);
    exaggerationBox_->setCurrentIndex(0);
    follow();
    hide();
}

void MapRunBar::follow() {
    pause_->setText(paused() ? tr("Continue") : tr("Pause"));
    pause_->setIcon(themedIcon(paused() ? QStringLiteral("continue") : QStringLiteral("pause")));
    QString text = iteration_ == 0 ? tr("%1: principal components; looking for neighbours").arg(title_)
                                   : (atMost_ ? tr("%1: iteration %2 of at most %3") : tr("%1: iteration %2 of %3"))
                                         .arg(title_)
                                         .arg(iteration_)
                                         .arg(last_);
    if (iteration_ > 0 && exaggeration_ != 1) text += tr(", exaggeration %1").arg(digitsText(exaggeration_, 6));
    if (paused()) text += tr(" – paused");
    text_->setText(text);
}

}  // namespace facespace
