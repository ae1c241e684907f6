#include "app/kept_files.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>
#include <vector>

#include "app/safety_box.h"
#include "core/network/trust.h"
#include "widgets/look/text_label.h"

namespace facespace {
namespace {

struct Place {
    QString what, path, note;
};

std::vector<Place> places() {
    return {
        {QCoreApplication::translate("facespace::KeptFiles", "Projects"),
         {},
         QCoreApplication::translate(
             "facespace::KeptFiles",
             "Each is the one file that you named: labels, features, maps, tags and notes. Images stay where "
             "they are and are never changed.")},
        {QCoreApplication::translate("facespace::KeptFiles", "The demo"),
         QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
         QCoreApplication::translate("facespace::KeptFiles",
                                     "Rendered faces and their project, where you did not name another folder.")},
        {QCoreApplication::translate("facespace::KeptFiles", "Networks that you allowed"),
         QString::fromStdString(trustedNetworksFile().string()),
         QCoreApplication::translate("facespace::KeptFiles", "Names and hashes. Without the file you are asked again.")},
        {QCoreApplication::translate("facespace::KeptFiles", "Settings"), QSettings().fileName(),
         QCoreApplication::translate("facespace::KeptFiles", "Theme, language, layout, recent files and folders.")},
    };
}

void openFolderOf(const QString& path) {
    const QFileInfo info(path);
    QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? info.absoluteFilePath() : info.absolutePath()));
}

void addPlace(QGridLayout* grid, const Place& place) {
    const int row = grid->rowCount();
    auto* what = new TextLabel(QStringLiteral("<b>%1</b>").arg(place.what.toHtmlEscaped()));
    auto* where = new TextLabel(place.path.isEmpty() ? place.note : place.path + QLatin1Char('\n') + place.note);
    where->setWordWrap(true);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid->addWidget(what, row, 0, Qt::AlignTop);
    grid->addWidget(where, row, 1);
    if (place.path.isEmpty()) return;
    auto* open = new QPushButton(QCoreApplication::translate("facespace::KeptFiles", "Open folder"));
    open->setEnabled(QFileInfo::exists(place.path));
    QObject::connect(open, &QPushButton::clicked, open, [path = place.path] { openFolderOf(path); });
    grid->addWidget(open, row, 2, Qt::AlignTop);
}

}  // namespace

void showKeptFiles(QWidget* window, Settings& settings, std::function<void()> forgotten) {
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("facespace::KeptFiles", "Where files are kept"));
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (const Place& place : places()) addPlace(grid, place);
    auto* alone = new QCheckBox(
        QCoreApplication::translate("facespace::KeptFiles", "New projects and files can be read by me alone (mode 0600)"));
    alone->setChecked(settings.privateFiles());
    QObject::connect(alone, &QCheckBox::toggled, dialog, [&settings](bool on) { settings.setPrivateFiles(on); });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* forget = buttons->addButton(QCoreApplication::translate("facespace::KeptFiles", "Forget recent files"),
                                      QDialogButtonBox::ActionRole);
    QObject::connect(forget, &QPushButton::clicked, dialog, [&settings, forget, forgotten = std::move(forgotten)] {
        settings.forgetFiles();
        forgotten();
        forget->setEnabled(false);
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addLayout(grid);
    layout->addSpacing(8);
    layout->addWidget(alone);
    layout->addWidget(makeSafetyBox(settings, dialog));
    layout->addWidget(buttons);
    dialog->resize(640, dialog->sizeHint().height());
    dialog->open();
}

}  // namespace facespace
