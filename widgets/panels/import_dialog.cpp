#include "widgets/panels/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/panels/column_mapping_form.h"
#include "widgets/panels/file_field.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

std::filesystem::path toPath(const QString& text) { return std::filesystem::path(text.toStdString()); }

/// The manifest to propose: the customary name, else the first table that names path and identity.
int proposedManifest(const QStringList& files) {
    for (int i = 0; i < files.size(); ++i) {
        if (QFileInfo(files[i]).fileName().compare(QLatin1String("manifest.csv"), Qt::CaseInsensitive) == 0) return i;
    }
    for (int i = 0; i < files.size(); ++i) {
        const auto preview = previewManifest(toPath(files[i]));
        if (preview &&
            (preview->ijbProtocol || (preview->automatic.contains("path") && preview->automatic.contains("identity"))))
            return i;
    }
    return -1;
}

}  // namespace

ImportDialog::ImportDialog(ProposeProject propose, QWidget* parent)
    : QDialog(parent),
      propose_(std::move(propose)),
      folder_(new FileField(FileField::Kind::kFolder, tr("Folder of the images"))),
      project_(new FileField(FileField::Kind::kSaveFile, tr("Project file"), tr("FaceSpace projects (*.facespace)"))),
      manifest_(new QComboBox),
      showColumns_(new QToolButton),
      columns_(new ColumnMappingForm),
      note_(new QLabel) {
    setWindowTitle(tr("New project from images"));
    buildLayout();
    connect(folder_, &FileField::pathChanged, this, &ImportDialog::followFolder);
    connect(manifest_, &QComboBox::currentIndexChanged, this, &ImportDialog::followManifest);
    connect(columns_, &ColumnMappingForm::changed, this, &ImportDialog::check);
    connect(project_, &FileField::pathChanged, this, &ImportDialog::check);
    connect(showColumns_, &QToolButton::toggled, this, [this](bool shown) {
        columns_->setVisible(shown);
        showColumns_->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        adjustSize();
    });
    followFolder();
}

void ImportDialog::buildLayout() {
    manifest_->setAccessibleName(tr("Manifest"));
    showColumns_->setText(tr("Columns"));
    showColumns_->setCheckable(true);
    showColumns_->setAutoRaise(true);
    showColumns_->setArrowType(Qt::RightArrow);
    showColumns_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    columns_->hide();
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Images"), folder_);
    form->addRow(tr("&Manifest"), manifest_);
    form->addRow(QString(), showColumns_);
    form->addRow(columns_);
    form->addRow(tr("Save &project as"), project_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(note_);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(620);
}

void ImportDialog::setStartFolder(const QString& folder) { folder_->setStartFolder(folder); }

void ImportDialog::setImages(const QString& path) {
    const QFileInfo info(path);
    folder_->setPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (!info.isDir()) {
        const int at = manifest_->findData(info.absoluteFilePath());
        if (at >= 0) manifest_->setCurrentIndex(at);
    }
}

QString ImportDialog::manifestFile() const { return manifest_->currentData().toString(); }

void ImportDialog::followFolder() {
    const QString folder = folder_->path();
    QStringList files;
    const QDir dir(folder);
    if (!folder.isEmpty() && dir.exists()) {
        for (const QFileInfo& f :
             dir.entryInfoList({QStringLiteral("*.csv"), QStringLiteral("*.tsv")}, QDir::Files, QDir::Name)) {
            files << f.absoluteFilePath();
        }
        project_->setPath(propose_(folder));
    }
    {
        const QSignalBlocker block(manifest_);
        manifest_->clear();
        manifest_->addItem(tr("none: each sub-folder is an identity"));
        for (const QString& file : files) manifest_->addItem(QFileInfo(file).fileName(), file);
        manifest_->setCurrentIndex(proposedManifest(files) + 1);
    }
    followManifest();
}

void ImportDialog::followManifest() {
    problem_.clear();
    const QString file = manifestFile();
    showColumns_->setVisible(!file.isEmpty());
    if (file.isEmpty()) {
        columns_->setManifest({});
        showColumns_->setChecked(false);
        return check();
    }
    const auto preview = previewManifest(toPath(file));
    if (!preview) {
        problem_ = coreText(preview.error().message);
        columns_->setManifest({});
        return check();
    }
    columns_->setManifest(*preview);
    if (!columns_->missing().isEmpty()) showColumns_->setChecked(true);
    check();
}

void ImportDialog::check() {
    if (import_ == nullptr) return;
    QString note = problem_;
    const QString folder = folder_->path();
    bool ready = note.isEmpty();
    if (folder.isEmpty()) {
        note = tr("Choose the folder that holds the images.");
        ready = false;
    } else if (!QDir(folder).exists()) {
        note = tr("There is no folder “%1”.").arg(folder);
        ready = false;
    } else if (ready && !manifestFile().isEmpty() && !columns_->missing().isEmpty()) {
        note = tr("Choose the columns for: %1.").arg(columns_->missing().join(QStringLiteral(", ")));
        ready = false;
    } else if (ready && QFileInfo::exists(project_->path())) {
        note = tr("“%1” is there already. Choose another name for the project.").arg(project_->path());
        ready = false;
    }
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    import_->setEnabled(ready && !project_->path().isEmpty());
}

ImportOptions ImportDialog::options() const {
    ImportOptions options;
    options.folder = toPath(folder_->path());
    if (!manifestFile().isEmpty()) {
        options.manifest = toPath(manifestFile());
        options.mapping = columns_->mapping();
    }
    return options;
}

std::filesystem::path ImportDialog::projectFile() const {
    QString file = project_->path();
    if (!file.endsWith(QLatin1String(".facespace"))) file += QLatin1String(".facespace");
    return toPath(file);
}

}  // namespace facespace
