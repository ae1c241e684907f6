#include "widgets/panels/network_dialog.h"

#include <algorithm>
#include <cmath>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "widgets/look/notice_label.h"
#include "widgets/look/text_label.h"
#include "widgets/panels/crop_preview_strip.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kFeed = 0, kAuc = 1, kWidth = 620, kRowsShown = 6;

QLabel* plainLabel(const QString& name) {
    auto* label = new TextLabel;
    label->setTextFormat(Qt::PlainText);  // File names come from elsewhere.
    label->setWordWrap(true);
    label->setAccessibleName(name);
    return label;
}

QString fourDecimals(double value) { return numberText(value, 4); }
QString aucText(double auc) { return std::isnan(auc) ? QStringLiteral("–") : fourDecimals(auc); }

bool triable(const Snapshot* snapshot) {
    return snapshot != nullptr && !snapshot->images.root.empty() && snapshot->imageCount() > 0;
}

}  // namespace

NetworkDialog::NetworkDialog(std::filesystem::path weights, std::shared_ptr<const Snapshot> snapshot,
                             NetworkHostOptions host, QWidget* parent)
    : QDialog(parent),
      weights_(std::move(weights)),
      snapshot_(std::move(snapshot)),
      host_(std::move(host)),
      facts_(plainLabel(tr("What the network is"))),
      reasons_(plainLabel(tr("Why"))),
      outcome_(plainLabel(tr("What the trial says"))),
      failure_(new NoticeLabel),
      choices_(new QTableWidget(0, 2)),
      preview_(new CropPreviewStrip),
      progress_(new QProgressBar) {
    setWindowTitle(tr("A network without descriptor"));
    pool_.setMaxThreadCount(1);
    buildLayout();
    startGuess();
}

NetworkDialog::~NetworkDialog() {
    cancel_.cancel();
    pool_.clear();
    pool_.waitForDone();
}

void NetworkDialog::buildLayout() {
    choices_->setHorizontalHeaderLabels({tr("How it is fed"), tr("AUC")});
    choices_->horizontalHeader()->setSectionResizeMode(kFeed, QHeaderView::Stretch);
    choices_->verticalHeader()->hide();
    choices_->setSelectionBehavior(QAbstractItemView::SelectRows);
    choices_->setSelectionMode(QAbstractItemView::SingleSelection);
    choices_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    choices_->setAccessibleName(tr("How the network is fed"));
    choices_->setMinimumHeight(choices_->verticalHeader()->defaultSectionSize() * (kRowsShown + 1));
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    reasons_->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    use_ = buttons->addButton(tr("Use it so"), QDialogButtonBox::AcceptRole);
    use_->setDefault(true);
    use_->setEnabled(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &NetworkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(choices_, &QTableWidget::itemSelectionChanged, this, &NetworkDialog::follow);
    // A choice of the user's stays.
    connect(choices_, &QTableWidget::cellClicked, this, [this] { chosen_ = true; });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(10);
    for (QWidget* part :
         std::initializer_list<QWidget*>{facts_, reasons_, preview_, choices_, progress_, outcome_, failure_})
        layout->addWidget(part, part == choices_ ? 1 : 0);
    layout->addWidget(buttons);
    setMinimumWidth(kWidth);
    preview_->setVisible(triable(snapshot_.get()));
}

/// The destructor waits for the thread, and Qt drops what is queued for an object that is gone.
template <class Work>
void NetworkDialog::inBackground(Work&& work) {
    settled_ = false;
    progress_->setRange(0, 0);
    progress_->show();
    JobContext job;
    job.cancel = cancel_;
    job.report = [this](const Progress& p) {
        QMetaObject::invokeMethod(
            this,
            [this, p] {
                progress_->setRange(0, static_cast<int>(p.total));
                progress_->setValue(static_cast<int>(p.done));
            },
            Qt::QueuedConnection);
    };
    pool_.start([work = std::forward<Work>(work), job] { work(job); });
}

void NetworkDialog::startGuess() {
    facts_->setText(tr("Looking at “%1”…").arg(QString::fromStdString(weights_.filename().string())));
    inBackground([this, weights = weights_, host = host_](const JobContext& job) {
        const auto guess = guessNetwork(weights, host, job);
        QMetaObject::invokeMethod(
            this, [this, guess] { showGuess(guess); }, Qt::QueuedConnection);
    });
}

void NetworkDialog::showGuess(const Result<NetworkGuess>& guess) {
    progress_->hide();
    settled_ = true;
    if (!guess) {
        facts_->setText(QString::fromStdString(weights_.string()));
        return failure_->setNotice(NoticeLabel::Kind::kWarning, coreText(guess.error().message));
    }
    guess_ = *guess;
    const NetworkDescriptor& d = guess_->descriptor;
    QStringList facts{QString::fromStdString(d.name), tr("%1 × %2 pixels").arg(d.inputWidth).arg(d.inputHeight),
                      tr("%1 features").arg(d.dimension)};
    if (!d.licence.empty()) facts << tr("licence %1").arg(QString::fromStdString(d.licence));
    facts_->setText(facts.join(QStringLiteral(" · ")));
    QStringList reasons;
    for (const Text& reason : guess_->reasons) reasons << coreText(reason);
    reasons_->setText(reasons.join(QLatin1Char('\n')));
    feeds_ = plausibleFeeds(d);
    choices_->setRowCount(static_cast<int>(feeds_.size()));
    for (int row = 0; row < choices_->rowCount(); ++row) {
        const QString words = coreText(choiceText(feeds_[static_cast<std::size_t>(row)]));
        choices_->setItem(row, kFeed, new QTableWidgetItem(row == 0 ? tr("%1 (as guessed)").arg(words) : words));
        choices_->setItem(row, kAuc, new QTableWidgetItem(QString()));
    }
    choices_->selectRow(0);
    use_->setEnabled(true);
    if (triable(snapshot_.get())) startTrial();
}

void NetworkDialog::startTrial() {
    outcome_->setText(tr("Trying each way on images of the project…"));
    inBackground([this, network = guess_->descriptor, snapshot = snapshot_, host = host_](const JobContext& job) {
        TrialOptions options;
        options.host = host;
        options.tried = [this](std::size_t feed, const TriedChoice& choice) {
            QMetaObject::invokeMethod(
                this, [this, feed, auc = choice.auc] { showTried(feed, auc); }, Qt::QueuedConnection);
        };
        const auto trial = tryNetwork(*snapshot, network, options, job);
        QMetaObject::invokeMethod(
            this, [this, trial] { showTrial(trial); }, Qt::QueuedConnection);
    });
}

void NetworkDialog::showTried(std::size_t feed, double auc) {
    if (auto* item = choices_->item(static_cast<int>(feed), kAuc)) item->setText(aucText(auc));
}

void NetworkDialog::showTrial(const Result<NetworkTrial>& trial) {
    progress_->hide();
    settled_ = true;
    if (!trial) return outcome_->setText(coreText(trial.error().message));
    const QString tried = tr("Tried on %1 images of %2 identities:").arg(trial->images).arg(trial->identities);
    const TriedChoice& best = trial->choices.front();
    const auto given = std::ranges::find_if(trial->choices, &TriedChoice::given);
    const QString lead = tr("AUC %1, 95 % interval %2 to %3")
                             .arg(fourDecimals(best.lead.value), fourDecimals(best.lead.low), fourDecimals(best.lead.high));
    if (best.given) {
        outcome_->setText(tried + QLatin1Char(' ') + tr("as guessed is the best of these."));
    } else if (best.lead.low > 0 || std::isnan(given->auc)) {
        outcome_->setText(tried + QLatin1Char(' ') +
                          tr("“%1” does better than as guessed (%2).").arg(coreText(choiceText(best.descriptor)), lead));
        choose(best.descriptor);
    } else {
        outcome_->setText(
            tried + QLatin1Char(' ') +
            tr("these images do not tell “%1” from as guessed (%2).").arg(coreText(choiceText(best.descriptor)), lead));
    }
}

void NetworkDialog::choose(const NetworkDescriptor& best) {
    if (chosen_) return;
    const std::string words = choiceText(best).english();
    for (std::size_t i = 0; i < feeds_.size(); ++i)
        if (choiceText(feeds_[i]).english() == words) return choices_->selectRow(static_cast<int>(i));
}

void NetworkDialog::follow() {
    const int row = choices_->currentRow();
    if (row < 0 || row >= static_cast<int>(feeds_.size())) return;
    preview_->request(snapshot_, feeds_[static_cast<std::size_t>(row)], {});
}

void NetworkDialog::accept() {
    const int row = choices_->currentRow();
    if (!guess_ || row < 0 || row >= static_cast<int>(feeds_.size())) return;
    NetworkGuess chosen = *guess_;
    chosen.descriptor = feeds_[static_cast<std::size_t>(row)];
    const auto written = writeDescriptor(chosen);
    if (!written) return failure_->setNotice(NoticeLabel::Kind::kWarning, coreText(written.error().message));
    written_ = *written;
    QDialog::accept();
}

}  // namespace facespace
