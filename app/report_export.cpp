// File ▸ Export report: what is asked for is remembered, and written as a job.
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#include "app/main_window.h"
#include "core/project/project.h"
#include "core/workflow/store_measures.h"
#include "widgets/panels/message_bar.h"
#include "widgets/panels/report_dialog.h"

namespace facespace {
namespace {

/// What is lacking of the measures; images that are gone, and a project that cannot be written, leave what there is.
Result<void> measureWhereLacking(const std::filesystem::path& file, const JobContext& job) {
    auto project = Project::open(file);
    if (!project) return forward(project);
    if (project->readOnly()) return {};
    const auto measured = storeMeasures(*project, MeasureOptions{}, job);
    if (!measured && measured.error().code != ErrorCode::kNotFound) return forward(measured);
    return {};
}

/// Names of what is remembered.
constexpr auto kReportFaces = "faces", kReportPrivacy = "privacy", kReportMeasuring = "measuring";

ReportDialog::Habits habitsOf(const Settings& settings) {
    const ReportDialog::Habits usual;
    return {settings.reportLeftOut(), settings.reportFlag(kReportFaces, usual.faces),
            settings.reportFlag(kReportPrivacy, usual.privacy), settings.reportFlag(kReportMeasuring, usual.measuring)};
}

}  // namespace

void MainWindow::askForReport() {
    const auto& snapshot = workspace_.snapshot();
    if (!snapshot || !workspace_.table()) return;
    auto* dialog = new ReportDialog(snapshot, workspace_.table(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setHabits(habitsOf(settings_));
    const QString project = QString::fromStdString(snapshot->projectFile.stem().string());
    dialog->setFolder(QDir(exportFolder()).filePath(tr("%1 report").arg(project)));
    if (workspace_.filter().active()) dialog->setFilter(workspace_.filter().combined());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ReportDialog::Habits habits = dialog->habits();
        settings_.setReport(
            habits.leftOut,
            {{kReportFaces, habits.faces}, {kReportPrivacy, habits.privacy}, {kReportMeasuring, habits.measuring}});
        const ProjectReport wanted = dialog->wanted();
        settings_.setFolder(QStringLiteral("export"), QString::fromStdString(wanted.folder.parent_path().string()));
        messages_->dismiss();
        jobs_.writeReport(wanted, dialog->measuring());
    });
    dialog->open();
}

void JobFlow::writeReport(const ProjectReport& wanted, bool measure) {
    workspace_->marks().writer().wait();  // a filter may go by tags
    queue_.enqueue<ReportSummary>(
        tr("Writing the report"),
        [wanted, measure](const JobContext& job) -> Result<ReportSummary> {
            if (measure)
                if (const auto done = measureWhereLacking(wanted.project, job); !done) return forward(done);
            return writeProjectReport(wanted, job);
        },
        [this, measure](const ReportSummary& written) {
            const QString page = QString::fromStdString(written.page.string());
            Q_EMIT message({false, tr("The report is in “%1”.").arg(page), tr("Open it"),
                            [page] { QDesktopServices::openUrl(QUrl::fromLocalFile(page)); }});
            if (measure) reload();
        },
        [this, measure](const Error& error) {
            if (error.code == ErrorCode::kCancelled && measure) reload();  // what was measured is kept
            return false;
        });
}

}  // namespace facespace
