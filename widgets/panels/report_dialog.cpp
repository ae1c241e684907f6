#include "widgets/panels/report_dialog.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/analyses/scope.h"
#include "core/report/chapters.h"
#include "core/report/parameters.h"
#include "widgets/look/text_label.h"
#include "widgets/panels/file_field.h"
#include "widgets/words/core_text.h"
#include "widgets/words/number_words.h"

namespace facespace {
namespace {

constexpr int kKeyRole = Qt::UserRole;

QString fromUtf8(const std::string& text) { return QString::fromStdString(text); }

/// Chooses the entry of this name, or the first.
void choose(QComboBox& box, const std::string& name) { box.setCurrentIndex(std::max(0, box.findData(fromUtf8(name)))); }

}  // namespace

ReportDialog::ReportDialog(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const DataTable> table, QWidget* parent)
    : QDialog(parent), snapshot_(std::move(snapshot)), table_(std::move(table)) {
    setWindowTitle(tr("Export a report"));
    makeFields();
    makeChapters();
    buildLayout();
    connect(folder_, &FileField::pathChanged, this, &ReportDialog::follow);
    connect(parameters_, &FileField::pathChanged, this, &ReportDialog::readParameters);
    connect(filter_, &QLineEdit::textChanged, this, &ReportDialog::follow);
    connect(network_, &QComboBox::currentIndexChanged, this, &ReportDialog::follow);
    connect(chapters_, &QListWidget::itemChanged, this, &ReportDialog::follow);
    follow();
}

void ReportDialog::makeFields() {
    folder_ = new FileField(FileField::Kind::kFolder, tr("Folder of the report"));
    network_ = new QComboBox;
    network_->addItem(tr("All networks"), QString());
    for (const auto& set : snapshot_->featureSets)
        network_->addItem(fromUtf8(set->network.name), fromUtf8(set->network.name));
    filter_ = new QLineEdit;
    filter_->setPlaceholderText(tr("all images"));
    filter_->setToolTip(tr("Only images that this lets pass, as in the filter of the window: abs(yaw) > 45"));
    unit_ = new QComboBox;
    unit_->addItem(tr("Video, or a still"), QString());
    for (const std::string& column : snapshot_->images.metadataColumns) unit_->addItem(fromUtf8(column), fromUtf8(column));
    unit_->setToolTip(tr("Images of an identity with equal values of this column are one observation"));
    parameters_ = new FileField(FileField::Kind::kOpenFile, tr("Parameters"), tr("Parameters of a report (*.json)"));
    parameters_->setPlaceholder(tr("the usual ones"));
    parameters_->setToolTip(
        tr("The file parameters.json beside another report: its values of the analyses and grades are taken again"));
    faces_ = new QCheckBox(tr("&Small faces on the page"));
    faces_->setChecked(true);
    privacy_ = new QCheckBox(tr("&Privacy: names and paths as numbers, faces blurred"));
    measuring_ = new QCheckBox(tr("&Measure image quality where it is lacking, first"));
    measuring_->setChecked(true);
    note_ = new TextLabel;
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
}

void ReportDialog::makeChapters() {
    chapters_ = new QListWidget;
    chapters_->setAccessibleName(tr("Chapters"));
    for (const report::Chapter& chapter : report::chaptersOf(analyses())) {
        auto* item = new QListWidgetItem(coreText(chapter.title), chapters_);
        item->setData(kKeyRole, fromUtf8(chapter.key));
        item->setToolTip(chapter.source.empty() ? item->text() : fromUtf8(chapter.source));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    chapters_->setSpacing(2);
    // Six at least; all of them without scrolling, where the screen is high enough.
    chapters_->setMinimumHeight(chapters_->sizeHintForRow(0) * 6);
    chapters_->setMinimumWidth(chapters_->sizeHintForColumn(0) + 40);
}

QWidget* ReportDialog::chapterBox() {
    auto* box = new QWidget;
    auto* all = new QPushButton(tr("&All"));
    auto* none = new QPushButton(tr("Non&e"));
    for (auto* button : {all, none}) button->setAutoDefault(false);
    all->setAccessibleName(tr("All chapters"));
    none->setAccessibleName(tr("No chapter"));
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch();
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chapters_, 1);
    layout->addLayout(buttons);
    box->setFocusProxy(chapters_);
    return box;
}

void ReportDialog::buildLayout() {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Folder"), folder_);
    form->addRow(tr("&Chapters"), chapterBox());
    form->addRow(tr("&Network"), network_);
    form->addRow(tr("&Images"), filter_);
    form->addRow(tr("Observed &once"), unit_);
    form->addRow(tr("Pa&rameters"), parameters_);
    form->addRow(QString(), faces_);
    form->addRow(QString(), privacy_);
    form->addRow(QString(), measuring_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    write_ = buttons->addButton(tr("Write the report"), QDialogButtonBox::AcceptRole);
    write_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form, 1);
    layout->addWidget(note_);
    layout->addWidget(buttons);
    resize(620, 620);
}

void ReportDialog::setFolder(const QString& folder) { folder_->setPath(folder); }

void ReportDialog::setFilter(const QString& filter) { filter_->setText(filter); }

void ReportDialog::setHabits(const Habits& habits) {
    for (int i = 0; i < chapters_->count(); ++i) {
        QListWidgetItem* item = chapters_->item(i);
        item->setCheckState(habits.leftOut.contains(item->data(kKeyRole).toString()) ? Qt::Unchecked : Qt::Checked);
    }
    if (chapters(true).isEmpty()) tickAll(true);  // of an older version, which had other ones
    faces_->setChecked(habits.faces);
    privacy_->setChecked(habits.privacy);
    measuring_->setChecked(habits.measuring);
}

ReportDialog::Habits ReportDialog::habits() const {
    return {chapters(false), faces_->isChecked(), privacy_->isChecked(), measuring_->isChecked()};
}

void ReportDialog::tickAll(bool on) {
    for (int i = 0; i < chapters_->count(); ++i) chapters_->item(i)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

QStringList ReportDialog::chapters(bool ticked) const {
    QStringList keys;
    for (int i = 0; i < chapters_->count(); ++i) {
        const QListWidgetItem* item = chapters_->item(i);
        if ((item->checkState() == Qt::Checked) == ticked) keys << item->data(kKeyRole).toString();
    }
    return keys;
}

void ReportDialog::readParameters() {
    recorded_ = {};
    unread_.clear();
    if (const QString file = parameters_->path(); !file.isEmpty()) {
        std::ifstream in(file.toStdString(), std::ios::binary);
        const std::string json{std::istreambuf_iterator<char>(in), {}};
        if (!in)
            unread_ = tr("“%1” cannot be read; check that the file exists.").arg(file);
        else if (const auto read = report::readParameters(recorded_, json); !read)
            unread_ = coreText(read.error().message);
        if (unread_.isEmpty()) {
            choose(*network_, recorded_.network);
            choose(*unit_, recorded_.unit);
            filter_->setText(fromUtf8(recorded_.filter));
            faces_->setChecked(recorded_.faces);
            for (int i = 0; i < chapters_->count(); ++i) {
                const std::string key = chapters_->item(i)->data(kKeyRole).toString().toStdString();
                const bool wanted =
                    recorded_.chapters.empty() || std::ranges::find(recorded_.chapters, key) != recorded_.chapters.end();
                chapters_->item(i)->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
            }
        }
    }
    follow();
}

QString ReportDialog::obstacle() const {
    if (folder_->path().isEmpty()) return tr("Say in which folder the report is to be.");
    if (QFileInfo(folder_->path()).isFile()) return tr("“%1” is a file, not a folder.").arg(folder_->path());
    if (!unread_.isEmpty()) return unread_;
    if (chapters(true).isEmpty()) return tr("Tick a chapter at least.");
    const auto passes = passesOf(filter_->text().trimmed().toStdString(), *table_, *snapshot_,
                                 network_->currentData().toString().toStdString());
    if (!passes) return coreText(passes.error().message);
    if (!passes->empty() && std::ranges::count(*passes, 1) == 0) return tr("No image passes this filter.");
    return {};
}

QString ReportDialog::remark() const {
    QStringList remarks;
    const auto passes = passesOf(filter_->text().trimmed().toStdString(), *table_, *snapshot_,
                                 network_->currentData().toString().toStdString());
    if (passes && !passes->empty())
        remarks << tr("%1 of %2 images take part.")
                       .arg(countText(std::ranges::count(*passes, 1)),
                            countText(static_cast<std::int64_t>(snapshot_->imageCount())));
    remarks << (QFileInfo::exists(QDir(folder_->path()).filePath(QStringLiteral("report.html")))
                    ? tr("There is a report in this folder, which is written anew.")
                    : tr("The page report.html is complete in itself and made for the printer, in two columns; the tables "
                         "are beside it."));
    return remarks.join(QLatin1Char(' '));
}

void ReportDialog::follow() {
    const QString why = obstacle();
    write_->setEnabled(why.isEmpty());
    note_->setText(why.isEmpty() ? remark() : why);
}

bool ReportDialog::measuring() const { return measuring_->isChecked(); }

ProjectReport ReportDialog::wanted() const {
    ProjectReport wanted;
    wanted.project = snapshot_->projectFile;
    wanted.folder = QFileInfo(folder_->path()).absoluteFilePath().toStdString();
    wanted.options = recorded_;
    wanted.options.network = network_->currentData().toString().toStdString();
    wanted.options.unit = unit_->currentData().toString().toStdString();
    wanted.options.filter = filter_->text().trimmed().toStdString();
    wanted.options.faces = faces_->isChecked();
    wanted.options.chapters.clear();
    if (!chapters(false).isEmpty())
        for (const QString& key : chapters(true)) wanted.options.chapters.push_back(key.toStdString());
    wanted.privacy = privacy_->isChecked();
    return wanted;
}

}  // namespace facespace
