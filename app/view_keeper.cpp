#include "app/view_keeper.h"

#include <sys/stat.h>

#include <csignal>
#include <QCoreApplication>
#include <QInputDialog>
#include <QJsonDocument>
#include <QSysInfo>
#include <QTabWidget>

#include "app/view_state.h"
#include "widgets/map/map_view.h"

namespace facespace {
namespace {

constexpr int kSaveAfterMs = 2000;
const QString kBookmark = QStringLiteral("view/bookmark/");
const QString kLast = QStringLiteral("view/last");
const QString kOpenIn = QStringLiteral("view/open");

/// The file itself, whatever copies of it say.
QString identityOf(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return {};
    return QStringLiteral("%1:%2").arg(status.st_dev).arg(status.st_ino);
}

QJsonObject parsed(const QString& text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }
QString written(const QJsonObject& view) { return QString::fromUtf8(QJsonDocument(view).toJson(QJsonDocument::Compact)); }

QString ownMark(const std::filesystem::path& file) {
    return written({{"process", QCoreApplication::applicationPid()},
                    {"host", QSysInfo::machineHostName()},
                    {"file", identityOf(file)}});
}

/// Whether the process that left the mark had this file open and is gone; one on another machine cannot be asked and counts
/// as running, and a copy was never open there.
bool isGone(const QString& mark, const std::filesystem::path& file) {
    const QJsonObject left = parsed(mark);
    if (left["host"].toString() != QSysInfo::machineHostName() || left["file"].toString() != identityOf(file)) return false;
    const auto process = left["process"].toInteger();
    return process > 0 && process != QCoreApplication::applicationPid() && ::kill(static_cast<pid_t>(process), 0) != 0;
}

}  // namespace

ViewKeeper::ViewKeeper(Workspace* workspace, MapView* map, QTabWidget* pages, QMenu* menu, QWidget* window)
    : QObject(window), workspace_(workspace), map_(map), pages_(pages), window_(window) {
    keep_ = menu->addAction(tr("&Keep this view as…"), this, &ViewKeeper::askForName);
    keep_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K));
    kept_ = menu->addMenu(tr("Kept &views"));
    connect(kept_, &QMenu::aboutToShow, this, &ViewKeeper::fill);
    saveSoon_.setSingleShot(true);
    saveSoon_.setInterval(kSaveAfterMs);
    connect(&saveSoon_, &QTimer::timeout, this, &ViewKeeper::save);
    connect(&workspace_->selection(), &SelectionModel::selectionChanged, this, &ViewKeeper::changed);
    connect(&workspace_->selection(), &SelectionModel::currentChanged, this, &ViewKeeper::changed);
    connect(&workspace_->filter(), &FilterModel::stateChanged, this, &ViewKeeper::changed);
    connect(&workspace_->colours(), &ColourModel::coloursChanged, this, &ViewKeeper::changed);
    connect(workspace_, &Workspace::mapChanged, this, &ViewKeeper::changed);
    connect(workspace_, &Workspace::networkChanged, this, &ViewKeeper::changed);
    connect(map_, &MapView::viewChanged, this, &ViewKeeper::changed);
    connect(pages_, &QTabWidget::currentChanged, this, &ViewKeeper::changed);
    keep_->setEnabled(false);
    kept_->setEnabled(false);
}

ViewKeeper::~ViewKeeper() = default;

ViewKeeper::Last ViewKeeper::begin(bool readOnly) {
    const auto& snapshot = workspace_->snapshot();
    saveSoon_.stop();
    views_.clear();
    last_ = {};
    // The one before, if there was one, is closed properly.
    put(kOpenIn, {});
    if (snapshot != nullptr) writer_.setFile(snapshot->projectFile);
    if (snapshot == nullptr) return Last::kNone;
    QString openIn;
    for (const auto& [key, value] : snapshot->views) {
        const QString name = QString::fromStdString(key), text = QString::fromStdString(value);
        if (name.startsWith(kBookmark) && !text.isEmpty()) views_[name.mid(kBookmark.size())] = text;
        if (name == kLast) last_ = parsed(text);
        if (name == kOpenIn) openIn = text;
    }
    writes_ = !readOnly;
    keep_->setEnabled(writes_);
    kept_->setEnabled(!views_.empty());
    put(kOpenIn, ownMark(snapshot->projectFile));
    if (last_.isEmpty()) return Last::kNone;
    return writes_ && isGone(openIn, snapshot->projectFile) ? Last::kAfterCrash : Last::kKept;
}

void ViewKeeper::saveNow() {
    if (saveSoon_.isActive()) save();
}

void ViewKeeper::end() {
    if (workspace_->snapshot() == nullptr) return;
    saveNow();
    put(kOpenIn, {});
    writes_ = false;
}

void ViewKeeper::put(const QString& key, const QString& value) {
    if (!writes_) return;
    writer_.write([k = key.toStdString(), v = value.toStdString()](Project& project) { return project.putSetting(k, v); });
}

void ViewKeeper::changed() {
    if (writes_) saveSoon_.start();
}

void ViewKeeper::save() {
    saveSoon_.stop();
    if (workspace_->snapshot() == nullptr) return;
    QJsonObject view = captureView(*workspace_, *map_);
    view["page"] = pages_->currentWidget()->objectName();
    put(kLast, written(view));
}

void ViewKeeper::restoreLast() {
    applyView(last_, *workspace_, *map_);
    const QString page = last_["page"].toString();
    for (int i = 0; i < pages_->count() && !page.isEmpty(); ++i)
        if (pages_->widget(i)->objectName() == page) pages_->setCurrentIndex(i);
}

void ViewKeeper::keep(const QString& name) {
    if (name.trimmed().isEmpty() || workspace_->snapshot() == nullptr) return;
    const QString text = written(captureView(*workspace_, *map_));
    views_[name.trimmed()] = text;
    kept_->setEnabled(true);
    put(kBookmark + name.trimmed(), text);
}

void ViewKeeper::go(const QString& name) {
    if (const auto view = views_.find(name); view != views_.end()) applyView(parsed(view->second), *workspace_, *map_);
}

void ViewKeeper::askForName() {
    auto* dialog = new QInputDialog(window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep this view"));
    dialog->setLabelText(tr("Name of the view: map, camera, colouring, filter and selection. An old one is replaced."));
    connect(dialog, &QInputDialog::textValueSelected, this, &ViewKeeper::keep);
    dialog->open();
}

void ViewKeeper::fill() {
    kept_->clear();
    const auto shown = [](QString name) { return name.replace(u'&', QStringLiteral("&&")); };
    for (const auto& [name, view] : views_) kept_->addAction(shown(name), this, [this, name = name] { go(name); });
    kept_->addSeparator();
    auto* forget = kept_->addMenu(tr("&Forget"));
    for (const auto& [name, view] : views_) {
        forget->addAction(shown(name), this, [this, name = name] {
            views_.erase(name);
            kept_->setEnabled(!views_.empty());
            put(kBookmark + name, {});
        });
    }
}

}  // namespace facespace
