#include "widgets/consent/network_question.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/look/text_label.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

/// Nothing in it is read as markup: file names come from elsewhere.
QLabel* plainLabel(const QString& text) {
    auto* label = new TextLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

/// Two lines of groups of eight digits, which eyes can compare.
QString inGroups(const std::string& hash) {
    QString text;
    for (std::size_t at = 0; at < hash.size(); at += 8) {
        if (at > 0) text += at == hash.size() / 2 ? QLatin1Char('\n') : QLatin1Char(' ');
        text += QString::fromStdString(hash.substr(at, 8));
    }
    return text;
}

}  // namespace

NetworkQuestionDialog::NetworkQuestionDialog(NetworkQuestion question, QWidget* parent)
    : QDialog(parent), question_(std::move(question)), problem_(plainLabel({})) {
    setWindowTitle(tr("Run this network?"));
    auto* heading = plainLabel(tr("“%1” has not run on this machine before.").arg(QString::fromStdString(question_.name)));
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto* meaning = plainLabel(tr(
        "A network is a program. To run it means to run what its maker has written into the file. FaceSpace runs it "
        "apart, but say yes only if you know where it comes from. The answer holds for exactly this file, on this machine, "
        "for every project."));
    auto* file = plainLabel(QString::fromStdString(question_.weights.string()));
    auto* size = plainLabel(tr("%1 (%2 bytes)")
                                .arg(locale().formattedDataSize(static_cast<qint64>(question_.bytes)),
                                     countText(static_cast<std::int64_t>(question_.bytes))));
    auto* hash = plainLabel(inGroups(question_.sha256));
    hash->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* facts = new QFormLayout;
    facts->addRow(tr("File"), file);
    facts->addRow(tr("Size"), size);
    facts->addRow(tr("SHA-256"), hash);
    problem_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(tr("Run it"), QDialogButtonBox::AcceptRole)->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NetworkQuestionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &NetworkQuestionDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(14);
    layout->addWidget(heading);
    layout->addWidget(meaning);
    layout->addLayout(facts);
    layout->addWidget(problem_);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(560);
    resize(minimumWidth(), layout->totalHeightForWidth(minimumWidth()));  // Lines that wrap ask for more at first.
}

void NetworkQuestionDialog::accept() {
    const auto kept = trustNetwork(question_);
    if (kept) return QDialog::accept();
    problem_->setText(coreText(kept.error().message));
    problem_->show();
}

}  // namespace facespace
