// What the window asks the user. Dialogs are opened, not executed, so that nothing waits for them.
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSaveFile>
#include <QTextBrowser>
#include <QTextDocument>
#include <QUrl>
#include <QVBoxLayout>

#include "app/main_window.h"
#include "app/open_path.h"
#include "app/view_commands.h"
#include "app/view_keeper.h"
#include "core/common/resources.h"
#include "core/network/network_pack.h"
#include "core/network/trust.h"
#include "core/project/decisions.h"
#include "core/workflow/demo.h"
#include "core/workflow/session.h"
#include "widgets/consent/network_question.h"
#include "widgets/figure/capture.h"
#include "widgets/figure/export_dialog.h"
#include "widgets/figure/figure_image.h"
#include "widgets/map/map_view.h"
#include "widgets/pages/figure_page.h"
#include "widgets/pages/map_trust_page.h"
#include "widgets/panels/extract_dialog.h"
#include "widgets/panels/import_dialog.h"
#include "widgets/panels/jobs_panel.h"
#include "widgets/panels/manual_window.h"
#include "widgets/panels/map_dialog.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/network_dialog.h"
#include "widgets/panels/triage_panel.h"
#include "widgets/words/core_text.h"

namespace facespace {
namespace {

std::filesystem::path toPath(const QString& text) { return std::filesystem::path(text.toStdString()); }

/// A file dialog that calls back with the chosen path.
QFileDialog* openFileDialog(QWidget* parent, const QString& title, const QString& folder, const QString& filter) {
    auto* dialog = new QFileDialog(parent, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    return dialog;
}

/// The same for a file to be written. @param file  what is proposed
QFileDialog* saveFileDialog(QWidget* parent, const QString& title, const QString& file, const QString& filter) {
    const QFileInfo proposed(file);
    auto* dialog = new QFileDialog(parent, title, proposed.path(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(proposed.fileName());
    return dialog;
}

/// What was used before, then what comes with the program.
QStringList knownNetworks(const Settings& settings) {
    QStringList files = settings.recentNetworks();
    if (const auto shipped = shippedNetworks()) {
        for (const NetworkDescriptor& network : *shipped) {
            const QString file = QString::fromStdString(network.descriptorFile.string());
            if (!files.contains(file)) files << file;
        }
    }
    return files;
}

}  // namespace

void MainWindow::askForImages(const QString& path) {
    auto* dialog = new ImportDialog(defaultProjectFile, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setStartFolder(settings_.folder(QStringLiteral("images")));
    if (!path.isEmpty()) dialog->setImages(path);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ImportOptions options = dialog->options();
        settings_.setFolder(QStringLiteral("images"), QString::fromStdString(options.folder.parent_path().string()));
        messages_->dismiss();
        views_->saveNow();
        jobs_.importImages(dialog->projectFile(), options);
    });
    dialog->open();
}

void MainWindow::showImported(const ImportReport& report) {
    if (!report.warnings.empty()) {
        QString text = coreText(report.warnings.front());
        if (report.warnings.size() > 1) text += tr(" (and %1 more remarks)").arg(report.warnings.size() - 1);
        messages_->showMessage(MessageBar::Kind::kInformation, text);
    }
    askForNetwork();
}

void MainWindow::askForProject() {
    auto* dialog = openFileDialog(this, tr("Open a project"), settings_.folder(QStringLiteral("project")),
                                  tr("FaceSpace projects (*.facespace)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        settings_.setFolder(QStringLiteral("project"), QFileInfo(file).absolutePath());
        openProject(file);
    });
    dialog->open();
}

void MainWindow::askForNetwork(const QString& descriptor) {
    if (!workspace_.snapshot()) return;
    auto* dialog = new ExtractDialog(knownNetworks(settings_), settings_.detector(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setStartFolder(settings_.folder(QStringLiteral("network")));
    dialog->setProject(workspace_.snapshot());
    if (!descriptor.isEmpty()) dialog->setDescriptor(descriptor);
    runNetwork(dialog);
}

void MainWindow::takeNetwork(const QString& descriptor) {
    if (workspace_.snapshot()) return askForNetwork(descriptor);
    settings_.addRecentNetwork(descriptor);
    messages_->showMessage(MessageBar::Kind::kInformation,
                           tr("Open images or a project first, then run this network over them."));
}

void MainWindow::askAboutWeights(const QString& path) {
    const auto network = networkIn(toPath(path));
    if (!network) return messages_->showMessage(MessageBar::Kind::kProblem, coreText(network.error().message));
    const auto beside = std::filesystem::path(network->file).replace_extension(".json");
    std::error_code error;
    if (std::filesystem::exists(beside, error)) return takeNetwork(QString::fromStdString(beside.string()));
    NetworkDescriptor unknown;
    unknown.name = network->file.filename().string();
    unknown.weightsFile = network->file;
    const auto question = openQuestion(unknown);
    if (!question) return showNetworkDialog(toPath(path));
    auto* dialog = new NetworkQuestionDialog(*question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, path] { showNetworkDialog(toPath(path)); });
    dialog->open();
}

void MainWindow::showNetworkDialog(const std::filesystem::path& weights) {
    auto* dialog = new NetworkDialog(weights, workspace_.snapshot(), {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { takeNetwork(QString::fromStdString(dialog->descriptorFile().string())); });
    dialog->open();
}

void MainWindow::askAgain(const NetworkDescriptor& network, const ExtractOptions& options, const QString& why) {
    if (!workspace_.snapshot()) return;
    auto* dialog = new ExtractDialog(knownNetworks(settings_), settings_.detector(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setProject(workspace_.snapshot());
    dialog->setDescriptor(QString::fromStdString(network.descriptorFile.string()));
    dialog->setLayers(network.layersTogether);
    dialog->setFailed(options, why);
    runNetwork(dialog);
}

/// Opens the dialog; what it is accepted with runs.
void MainWindow::runNetwork(ExtractDialog* dialog) {
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!dialog->network()) return;
        NetworkDescriptor network = *dialog->network();
        network.layersTogether = dialog->layers();
        const ExtractOptions options = dialog->options();
        const QString file = QString::fromStdString(network.descriptorFile.string());
        settings_.addRecentNetwork(file);
        settings_.setFolder(QStringLiteral("network"), QFileInfo(file).absolutePath());
        settings_.setDetector(QString::fromStdString(options.detector.string()));
        messages_->dismiss();
        jobs_.extract(network, options);
    });
    dialog->open();
}

void MainWindow::retrySkipped() {
    const FeatureSet* features = workspace_.featureSet();
    if (features == nullptr) return;
    const auto descriptor = readDescriptorOfProject(features->network.descriptorFile);
    if (!descriptor) return messages_->showMessage(MessageBar::Kind::kProblem, coreText(descriptor.error().message));
    auto* dialog = new ExtractDialog({}, settings_.detector(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setProject(workspace_.snapshot());
    dialog->setDescriptor(QString::fromStdString(features->network.descriptorFile));
    dialog->setAgain(features->network);
    runNetwork(dialog);
}

void MainWindow::askForFeatures(const QString& file) {
    const auto import = [this](const QString& chosen) {
        settings_.setFolder(QStringLiteral("features"), QFileInfo(chosen).absolutePath());
        ImportFeaturesOptions options;
        options.file = toPath(chosen);
        options.name = QFileInfo(chosen).completeBaseName().toStdString();
        jobs_.importFeatures(options);
    };
    if (!file.isEmpty()) return import(file);
    auto* dialog = openFileDialog(this, tr("Import features"), settings_.folder(QStringLiteral("features"), projectFolder()),
                                  tr("Features (*.npy *.npz *.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, import);
    dialog->open();
}

void MainWindow::askForMap() {
    const auto& snapshot = workspace_.snapshot();
    const FeatureSet* features = workspace_.featureSet();
    if (!snapshot || features == nullptr) return;
    QStringList names;
    for (const auto& set : snapshot->featureSets) names << QString::fromStdString(set->network.name);
    auto* dialog = new MapDialog(names, QString::fromStdString(features->network.name), features->count, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    for (const MapMethod* method : mapMethods()) {
        QStringList starts;
        for (const MapRecord& map : snapshot->maps)
            if (map.method == method->name && map.network == features->network.id)
                starts << QString::fromStdString(map.name);
        if (method->continues) dialog->setStartMaps(QString::fromStdString(method->name), starts);
    }
    connect(dialog, &QDialog::accepted, this, [this, dialog] { jobs_.computeMap(dialog->options()); });
    dialog->open();
}

QString MainWindow::projectFolder() const {
    const auto snapshot = workspace_.snapshot();
    return snapshot ? QFileInfo(QString::fromStdString(snapshot->projectFile.string())).absolutePath() : QString();
}

QString MainWindow::exportFolder() const { return settings_.folder(QStringLiteral("export"), projectFolder()); }

QString MainWindow::proposedFile(const QString& what) const {
    const auto snapshot = workspace_.snapshot();
    const QString project = snapshot ? QString::fromStdString(snapshot->projectFile.stem().string()) : QString();
    return QDir(exportFolder()).filePath((project.isEmpty() ? what : project + u' ' + what) + QStringLiteral(".csv"));
}

void MainWindow::askForTableFile() {
    auto* dialog = saveFileDialog(this, tr("Export the table"), proposedFile(tr("table")), tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        settings_.setFolder(QStringLiteral("export"), QFileInfo(file).absolutePath());
        jobs_.exportTable(toPath(file));
    });
    dialog->open();
}

void MainWindow::askForTrustFile() {
    const QString figures = tr("Figures over k (*.csv)"), seeds = tr("Seeds compared (*.csv)"),
                  json = tr("All as JSON (*.json)");
    auto* dialog = saveFileDialog(this, tr("Export the figures of the maps"), proposedFile(tr("maps")),
                                  QStringList{figures, seeds, json}.join(QStringLiteral(";;")));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, json](const QString& filter) {
        const QString ending = filter == json ? QStringLiteral("json") : QStringLiteral("csv");
        dialog->setDefaultSuffix(ending);
        if (const QStringList files = dialog->selectedFiles(); !files.isEmpty())
            dialog->selectFile(QFileInfo(files.front()).completeBaseName() + u'.' + ending);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, seeds, json](const QString& file) {
        settings_.setFolder(QStringLiteral("export"), QFileInfo(file).absolutePath());
        const QString filter = dialog->selectedNameFilter();
        const QByteArray text = trust_->exported(filter == json    ? MapTrustPage::Table::kJson
                                                 : filter == seeds ? MapTrustPage::Table::kSeeds
                                                                   : MapTrustPage::Table::kFigures);
        QSaveFile out(file);
        const bool written = out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit();
        messages_->showMessage(written ? MessageBar::Kind::kInformation : MessageBar::Kind::kProblem,
                               written ? tr("The figures are in “%1”.").arg(file)
                                       : tr("“%1” cannot be written: %2").arg(file, out.errorString()));
    });
    dialog->open();
}

void MainWindow::askForDecisionsFile() {
    const MarksModel& marks = workspace_.marks();
    bool any = false;
    for (int row = 0; row < static_cast<int>(workspace_.selection().rowCount()) && !any; ++row)
        any = !marks.tags(row).empty() || !marks.note(row).isEmpty();
    if (!any)
        return messages_->showMessage(MessageBar::Kind::kInformation,
                                      tr("No image has a decision, a tag or a note yet: there is nothing to list."));
    auto* dialog = saveFileDialog(this, tr("Write the decisions"), proposedFile(tr("decisions")), tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        settings_.setFolder(QStringLiteral("export"), QFileInfo(file).absolutePath());
        jobs_.exportDecisions(toPath(file));
    });
    dialog->open();
}

std::vector<int> MainWindow::decidedRows(DecidedImages which) const {
    const QString tag = QString::fromLatin1(which == DecidedImages::kKept ? kKeepTag : kRejectTag);
    std::vector<int> rows;
    for (int row = 0; row < static_cast<int>(workspace_.selection().rowCount()); ++row)
        if (workspace_.marks().hasTag(row, tag) == (which != DecidedImages::kNotRejected)) rows.push_back(row);
    return rows;
}

void MainWindow::askForExportFolder(DecidedImages which, bool link) {
    if (decidedRows(which).empty())
        return messages_->showMessage(MessageBar::Kind::kInformation,
                                      which == DecidedImages::kKept ? tr("No image is kept yet: there is nothing to export.")
                                      : which == DecidedImages::kRejected
                                          ? tr("No image is rejected yet: there is nothing to export.")
                                          : tr("Every image is rejected: there is nothing to export."));
    auto* dialog = openFileDialog(this, link ? tr("Folder for links to the images") : tr("Folder for copies of the images"),
                                  exportFolder(), {});
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this, which, link](const QString& folder) {
        settings_.setFolder(QStringLiteral("export"), folder);
        jobs_.exportImages(decidedRows(which), {toPath(folder), link});
    });
    dialog->open();
}

void MainWindow::askForFigure() { exportSource(mapExportSource(workspace_, map_->figureSpec())); }

void MainWindow::exportSource(ExportSource source) {
    auto* dialog = new ExportDialog(std::move(source), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFolder(exportFolder());
    connect(dialog, &ExportDialog::saved, this, [this](const QString& file) {
        settings_.setFolder(QStringLiteral("export"), QFileInfo(file).absolutePath());
        messages_->showMessage(MessageBar::Kind::kInformation, tr("The figure is in “%1”.").arg(file));
    });
    dialog->open();
}

void MainWindow::copyFigure() {
    const ExportSource source = mapExportSource(workspace_, map_->figureSpec());
    figureRunner_.start<figure::Drawing>(
        tr("Copying the figure"), [source](const JobContext& job) { return source.draw(source.start, job); },
        [this, dpi = source.start.dpi](Result<figure::Drawing> drawing) {
            if (drawing) {
                copyToClipboard(*drawing, dpi);
                messages_->showMessage(MessageBar::Kind::kInformation, tr("The figure is on the clipboard."));
            } else {
                messages_->showMessage(MessageBar::Kind::kProblem, coreText(drawing.error().message));
            }
        });
}

void MainWindow::copyCommands() {
    const auto* page = dynamic_cast<FigurePage*>(pages_->currentWidget());
    const ViewCommands view = viewCommands(workspace_, page);
    figureRunner_.start<SessionScript>(
        tr("Writing commands"),
        [view, file = workspace_.snapshot()->projectFile](const JobContext&) -> Result<SessionScript> {
            const auto project = Project::open(file, Project::Mode::kReadOnly);
            if (!project) return forward(project);
            auto script = sessionOf(*project);
            if (!script) return script;
            script->steps.insert(script->steps.end(), view.steps.begin(), view.steps.end());
            script->left.insert(script->left.end(), view.left.begin(), view.left.end());
            return script;
        },
        [this](const Result<SessionScript>& script) {
            if (!script) return messages_->showMessage(MessageBar::Kind::kProblem, coreText(script.error().message));
            QApplication::clipboard()->setText(QString::fromStdString(script->text()));
            QString text = tr("The commands that led here are on the clipboard.");
            if (!script->left.empty()) text += u' ' + tr("Not all can be one: %1").arg(coreText(script->left.front()));
            messages_->showMessage(MessageBar::Kind::kInformation, text);
        });
}

void MainWindow::writeSkipped() {
    auto* dialog =
        saveFileDialog(this, tr("Export the skipped images"), proposedFile(tr("skipped images")), tr("Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        const std::string csv = skippedAsCsv(jobsPanel_->skipped());
        QSaveFile out(file);
        const bool written =
            out.open(QIODevice::WriteOnly) && out.write(csv.data(), static_cast<qint64>(csv.size())) >= 0 && out.commit();
        messages_->showMessage(
            written ? MessageBar::Kind::kInformation : MessageBar::Kind::kProblem,
            written ? tr("The list is in “%1”.").arg(file) : tr("“%1” cannot be written: %2").arg(file, out.errorString()));
    });
    dialog->open();
}

void MainWindow::askForImageFolder() {
    auto* dialog = new QFileDialog(this, tr("Where are the images now?"), settings_.folder(QStringLiteral("images")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) { jobs_.setImageRoot(toPath(folder)); });
    dialog->open();
}

void MainWindow::showManual() { openManual({}); }

void MainWindow::openManual(const QUrl& link) {
    auto* manual = findChild<ManualWindow*>();
    if (manual == nullptr) {
        manual = new ManualWindow(resourceFolder() / "manual", this);
        manual->setAttribute(Qt::WA_DeleteOnClose);
    }
    if (!link.isEmpty()) manual->showPage(link.path(), link.fragment(QUrl::FullyDecoded));
    manual->show();
    manual->raise();
}

void MainWindow::showShortcuts() {
    auto* box = new QDialog(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Shortcuts"));
    auto* text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(tr("Shortcuts"));
    text->setHtml(shortcutsText());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto* layout = new QVBoxLayout(box);
    layout->addWidget(text);
    layout->addWidget(buttons);
    // All of them where the window is high enough, else they scroll.
    QTextDocument all;
    all.setDefaultFont(text->font());
    all.setHtml(shortcutsText());
    const QSize wanted(static_cast<int>(all.idealWidth()) + 60, static_cast<int>(all.size().height()) + 90);
    box->resize(wanted.boundedTo(QSize(width(), height() - 60)));
    box->open();
}

void MainWindow::showAbout() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About FaceSpace"),
                                tr("<h3>FaceSpace %1</h3><p>See what a face-recognition network codes.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::setTheme(Theme theme) {
    settings_.setTheme(theme);
    applyTheme(theme);
}

}  // namespace facespace
