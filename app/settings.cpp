#include "app/settings.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "core/dataset/csv.h"
#include "core/network/host_limits.h"

namespace facespace {
namespace {

constexpr int kMostRecent = 12;
/// Raised when docks or toolbars change so that an old layout would not fit.
constexpr int kLayoutVersion = 2;

}  // namespace

QByteArray Settings::geometry() const { return settings_.value(QStringLiteral("window/geometry")).toByteArray(); }

QByteArray Settings::layout() const { return layout(QStringLiteral("window/layout")); }

QByteArray Settings::pageLayout() const { return layout(QStringLiteral("window/pageLayout")); }

QByteArray Settings::layout(const QString& key) const {
    if (settings_.value(QStringLiteral("window/layoutVersion")).toInt() != kLayoutVersion) return {};
    return settings_.value(key).toByteArray();
}

bool Settings::pageFills() const { return settings_.value(QStringLiteral("window/pageFills")).toBool(); }

void Settings::setPageLayout(const QByteArray& layout, bool fills) {
    settings_.setValue(QStringLiteral("window/pageLayout"), layout);
    settings_.setValue(QStringLiteral("window/pageFills"), fills);
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout) {
    settings_.setValue(QStringLiteral("window/geometry"), geometry);
    settings_.setValue(QStringLiteral("window/layout"), layout);
    settings_.setValue(QStringLiteral("window/layoutVersion"), kLayoutVersion);
}

bool Settings::privateFiles() const {
    return settings_.value(QStringLiteral("privateFiles")).toBool() || qEnvironmentVariableIsSet("FACESPACE_PRIVATE");
}

void Settings::setPrivateFiles(bool on) {
    settings_.setValue(QStringLiteral("privateFiles"), on);
    ::umask(on ? 077 : 022);
}

int Settings::networkMemoryGib() const { return settings_.value(QStringLiteral("network/memoryGib")).toInt(); }

void Settings::setNetworkMemoryGib(int gib) {
    settings_.setValue(QStringLiteral("network/memoryGib"), gib);
    applyLimits();
}

int Settings::batchSeconds() const {
    return settings_.value(QStringLiteral("network/batchSeconds"), static_cast<int>(HostLimits{}.batchTimeoutSeconds))
        .toInt();
}

void Settings::setBatchSeconds(int seconds) {
    settings_.setValue(QStringLiteral("network/batchSeconds"), seconds);
    applyLimits();
}

void Settings::applyLimits() const {
    setHostLimits({static_cast<std::uint64_t>(std::max(0, networkMemoryGib())) << 30U,
                   static_cast<double>(std::max(1, batchSeconds()))});
}

bool Settings::guardFormulas() const { return settings_.value(QStringLiteral("guardFormulas")).toBool(); }

void Settings::setGuardFormulas(bool on) {
    settings_.setValue(QStringLiteral("guardFormulas"), on);
    guardFormulasInCsv(on);
}

void Settings::apply() const {
    if (privateFiles()) ::umask(077);
    guardFormulasInCsv(guardFormulas());
    applyLimits();
}

Theme Settings::theme() const {
    const QString name = settings_.value(QStringLiteral("theme")).toString();
    return name == QLatin1String("light") ? Theme::kLight : name == QLatin1String("dark") ? Theme::kDark : Theme::kSystem;
}

void Settings::setTheme(Theme theme) {
    settings_.setValue(QStringLiteral("theme"), theme == Theme::kLight  ? QStringLiteral("light")
                                                : theme == Theme::kDark ? QStringLiteral("dark")
                                                                        : QStringLiteral("system"));
}

QString Settings::language() const { return settings_.value(QStringLiteral("language")).toString(); }

bool Settings::numbersAsDesktop() const { return settings_.value(QStringLiteral("numbersAsDesktop")).toBool(); }

void Settings::setNumbersAsDesktop(bool as) { settings_.setValue(QStringLiteral("numbersAsDesktop"), as); }

void Settings::setLanguage(const QString& language) { settings_.setValue(QStringLiteral("language"), language); }

QStringList Settings::existing(const QString& key) const {
    QStringList files;
    for (const QString& file : settings_.value(key).toStringList()) {
        if (QFileInfo::exists(file)) files << file;
    }
    return files;
}

void Settings::prepend(const QString& key, const QString& file) {
    QStringList files = settings_.value(key).toStringList();
    const QString absolute = QFileInfo(file).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    settings_.setValue(key, files.mid(0, kMostRecent));
}

QStringList Settings::recentProjects() const { return existing(QStringLiteral("recent/projects")); }
void Settings::addRecentProject(const QString& file) { prepend(QStringLiteral("recent/projects"), file); }
void Settings::forgetFiles() {
    for (const char* group : {"recent", "folder"}) settings_.remove(QLatin1String(group));
    settings_.remove(QStringLiteral("detector"));
}

void Settings::clearRecentProjects() { settings_.remove(QStringLiteral("recent/projects")); }
QStringList Settings::recentNetworks() const { return existing(QStringLiteral("recent/networks")); }
void Settings::addRecentNetwork(const QString& descriptor) { prepend(QStringLiteral("recent/networks"), descriptor); }

QString Settings::detector() const {
    const QString file = settings_.value(QStringLiteral("detector")).toString();
    return QFileInfo::exists(file) ? file : QString();
}

void Settings::setDetector(const QString& file) { settings_.setValue(QStringLiteral("detector"), file); }

QStringList Settings::reportLeftOut() const { return settings_.value(QStringLiteral("report/leftOut")).toStringList(); }

bool Settings::reportFlag(const char* name, bool fallback) const {
    return settings_.value(QStringLiteral("report/") + QLatin1String(name), fallback).toBool();
}

void Settings::setReport(const QStringList& leftOut, const std::map<const char*, bool>& flags) {
    settings_.setValue(QStringLiteral("report/leftOut"), leftOut);
    for (const auto& [name, on] : flags) settings_.setValue(QStringLiteral("report/") + QLatin1String(name), on);
}

QString Settings::folder(const QString& kind, const QString& fallback) const {
    const QString folder = settings_.value(QStringLiteral("folder/") + kind).toString();
    const QString usual = QStandardPaths::writableLocation(
        kind == QLatin1String("images") ? QStandardPaths::PicturesLocation : QStandardPaths::DocumentsLocation);
    for (const QString& known : {folder, fallback, usual})
        if (!known.isEmpty() && QDir(known).exists()) return known;
    return QDir::homePath();
}

void Settings::setFolder(const QString& kind, const QString& folder) {
    settings_.setValue(QStringLiteral("folder/") + kind, folder);
}

}  // namespace facespace
