#include "widgets/panels/file_manager.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace facespace {

void showInFileManager(const QString& file) {
    // The interface that file managers share (freedesktop.org, org.freedesktop.FileManager1), by the tool that every desktop
    // has; no answer is waited for.
    const QString url = QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded);
    auto* call = new QProcess;
    QObject::connect(call, &QProcess::finished, call, [call, file](int code, QProcess::ExitStatus) {
        if (code != 0) QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
        call->deleteLater();
    });
    QObject::connect(call, &QProcess::errorOccurred, call, [call, file](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
        call->deleteLater();
    });
    call->start(QStringLiteral("dbus-send"),
                {QStringLiteral("--session"), QStringLiteral("--print-reply"), QStringLiteral("--reply-timeout=2000"),
                 QStringLiteral("--dest=org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
                 QStringLiteral("org.freedesktop.FileManager1.ShowItems"), QStringLiteral("array:string:") + url,
                 QStringLiteral("string:")});
}

}  // namespace facespace
