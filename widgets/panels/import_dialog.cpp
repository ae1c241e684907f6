#include "widgets/panels/import_dialog.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/dataset/container_set.h"
#include "widgets/look/text_label.h"
#include "widgets/panels/column_mapping_form.h"
#include "widgets/panels/file_field.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

constexpr qsizetype kMostTables = 50;
constexpr int kRowsRead = 4;

std::filesystem::path toPath(const QString& text) { return std::filesystem::path(text.toStdString()); }

/// Whether the file holds the images itself, and says who is who.
bool isContainer(const QString& file) { return !file.isEmpty() && containerOf(toPath(file)) == toPath(file); }

/// Whether columns of the file say who is who.
bool isTable(const QString& file) { return !file.isEmpty() && !isContainer(file); }

/// The manifest to propose: the customary name, else the first table that names path and identity, else what holds images.
int proposedManifest(const QStringList& files) {
    for (int i = 0; i < files.size(); ++i) {
        if (QFileInfo(files[i]).fileName().compare(QLatin1String("manifest.csv"), Qt::CaseInsensitive) == 0) return i;
    }
    for (int i = 0; i < files.size(); ++i) {
        if (isContainer(files[i])) continue;
        const auto preview = previewManifest(toPath(files[i]));
        if (preview && (preview->ijbProtocol || (preview->automatic.contains("path") &&
                                                 (preview->identityKnown || preview->automatic.contains("identity")))))
            return i;
    }
    const auto container = std::ranges::find_if(files, isContainer);
    return container == files.end() ? -1 : static_cast<int>(container - files.begin());
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
      pattern_(new QLineEdit),
      links_(new QCheckBox(tr("Follow links that lead out of the folder"))),
      skipRows_(new QCheckBox(tr("Leave out rows that cannot be used"))),
      offer_(new QPushButton),
      read_(new TextLabel),
      note_(new TextLabel) {
    setWindowTitle(tr("New project from images"));
    buildLayout();
    connect(folder_, &FileField::pathChanged, this, &ImportDialog::followFolder);
    connect(manifest_, &QComboBox::currentIndexChanged, this, &ImportDialog::followManifest);
    connect(columns_, &ColumnMappingForm::changed, this, &ImportDialog::check);
    connect(pattern_, &QLineEdit::textChanged, this, &ImportDialog::followPattern);
    connect(offer_, &QPushButton::clicked, this, [this] {
        columns_->takeOffered();
        offer_->hide();
        showColumns_->setChecked(true);
    });
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
    pattern_->setAccessibleName(tr("What names say"));
    pattern_->setPlaceholderText(tr("{identity}_{frame}.jpg; empty: each sub-folder is an identity"));
    read_->setWordWrap(true);
    read_->setTextFormat(Qt::PlainText);
    read_->setAccessibleName(tr("What the pattern reads"));
    read_->setForegroundRole(QPalette::PlaceholderText);
    offer_->hide();
    offer_->setAutoDefault(false);  // Return imports, whatever else there is
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);

    form_ = new QFormLayout;
    auto* form = form_;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Images"), folder_);
    form->addRow(tr("&Manifest"), manifest_);
    form->addRow(QString(), showColumns_);
    form->addRow(columns_);
    form->addRow(QString(), offer_);
    form->addRow(tr("What &names say"), pattern_);
    form->addRow(QString(), read_);
    auto* more = new QWidget;
    auto* choices = new QVBoxLayout(more);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->addWidget(links_);
    choices->addWidget(skipRows_);
    form->addRow(QString(), more);
    form->addRow(tr("Save &project as"), project_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setDefault(true);
    // Else the dialog takes the first button that may be its default once it is shown.
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
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

void ImportDialog::setStartFolder(const QString& folder) {
    folder_->setStartFolder(folder);
    project_->setStartFolder(QDir(folder).filePath(QStringLiteral("faces.facespace")));  // with a name: it is to be written
}

void ImportDialog::setImages(const QString& path) {
    const QFileInfo info(path);
    folder_->setPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    if (!info.isDir()) {
        // An index or a list stands for the file that holds the images.
        const auto container = containerOf(toPath(info.absoluteFilePath()));
        const int at =
            manifest_->findData(container.empty() ? info.absoluteFilePath() : QString::fromStdString(container.string()));
        if (at >= 0) manifest_->setCurrentIndex(at);
    }
}

QString ImportDialog::manifestFile() const { return manifest_->currentData().toString(); }

void ImportDialog::followFolder() {
    const QString folder = folder_->path();
    QStringList files;
    const QDir dir(folder);
    if (!folder.isEmpty() && dir.exists()) {
        for (const QFileInfo& f : dir.entryInfoList(
                 {QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt"), QStringLiteral("*.lst")},
                 QDir::Files, QDir::Name)) {
            // The list beside a container of images goes with that.
            if (files.size() < kMostTables && containerOf(toPath(f.absoluteFilePath())).empty())
                files << f.absoluteFilePath();
        }
        for (const QFileInfo& f : dir.entryInfoList(QDir::Files, QDir::Name)) {
            if (isContainer(f.absoluteFilePath())) files << f.absoluteFilePath();
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
    showColumns_->setVisible(isTable(file));
    form_->setRowVisible(pattern_, file.isEmpty());
    skipRows_->setVisible(isTable(file));
    offerColumns();
    followPattern();
    if (!isTable(file)) {
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
    offerColumns();
    if (!columns_->missing().isEmpty()) showColumns_->setChecked(true);
    check();
}

void ImportDialog::offerColumns() {
    const bool offers = isTable(manifestFile()) && columns_->offers();
    offer_->setText(offers ? tr("Use %1").arg(columns_->offered()) : QString());
    offer_->setVisible(offers);
}

/// What the pattern reads from the first names, one below the other.
void ImportDialog::followPattern() {
    const QString text = pattern_->text().trimmed();
    QStringList lines;
    patternProblem_.clear();
    if (manifestFile().isEmpty() && !text.isEmpty() && !folder_->path().isEmpty()) {
        const auto preview = previewPattern(toPath(folder_->path()), text.toStdString());
        if (!preview) patternProblem_ = coreText(preview.error().message);
        for (std::size_t i = 0; preview && i < preview->rows.size() && lines.size() < kRowsRead; ++i) {
            QStringList values;
            for (const auto& [name, value] : preview->rows[i].values.value_or(std::map<std::string, std::string>{}))
                values << QStringLiteral("%1 = %2").arg(QString::fromStdString(name), QString::fromStdString(value));
            lines << QStringLiteral("%1 → %2").arg(
                QString::fromStdString(preview->rows[i].path),
                preview->rows[i].values ? values.join(QStringLiteral(", ")) : tr("does not fit, left out"));
        }
    }
    read_->setText(lines.join(QLatin1Char('\n')));
    form_->setRowVisible(read_, !lines.isEmpty());
    check();
}

void ImportDialog::check() {
    if (import_ == nullptr) return;
    QString note = problem_.isEmpty() ? patternProblem_ : problem_;
    const QString folder = folder_->path();
    bool ready = note.isEmpty();
    if (folder.isEmpty()) {
        note = tr("Choose the folder that holds the images.");
        ready = false;
    } else if (!QDir(folder).exists()) {
        note = tr("There is no folder “%1”.").arg(folder);
        ready = false;
    } else if (ready && isTable(manifestFile()) && !columns_->missing().isEmpty()) {
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
    if (!manifestFile().isEmpty()) options.manifest = toPath(manifestFile());
    if (isTable(manifestFile())) {
        options.mapping = columns_->mapping();
        options.skipBadRows = skipRows_->isChecked();
    } else if (manifestFile().isEmpty()) {
        options.pattern = pattern_->text().trimmed().toStdString();
    }
    options.followLinks = links_->isChecked();
    return options;
}

std::filesystem::path ImportDialog::projectFile() const {
    QString file = project_->path();
    if (!file.endsWith(QLatin1String(".facespace"))) file += QLatin1String(".facespace");
    return toPath(file);
}

}  // namespace facespace
