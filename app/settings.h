#pragma once
#include <map>
#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include "widgets/look/theme.h"

namespace facespace {

/// What the window remembers from one run to the next, in the user's configuration folder (XDG). Recent lists hold absolute
/// paths, latest first, without those that no longer exist.
class Settings {
  public:
    QByteArray geometry() const;
    QByteArray layout() const;
    void setWindow(const QByteArray& geometry, const QByteArray& layout);
    /// The layout in which a page fills the window, and whether it was in use.
    QByteArray pageLayout() const;
    bool pageFills() const;
    void setPageLayout(const QByteArray& layout, bool fills);

    /// New files can be read by this user alone: of this process from now on, and of later ones.
    bool privateFiles() const;
    void setPrivateFiles(bool on);

    /// GiB that a network may take besides its weights, 0: what core/network finds right; seconds for a batch of images.
    int networkMemoryGib() const;
    void setNetworkMemoryGib(int gib);
    int batchSeconds() const;
    void setBatchSeconds(int seconds);
    /// Tables are written with a guard against formulas (core/dataset/csv.h).
    bool guardFormulas() const;
    void setGuardFormulas(bool on);
    /// What of all this holds for the whole process: once, at its start.
    void apply() const;

    Theme theme() const;
    void setTheme(Theme theme);

    /// "en", "es", or "" for the desktop's.
    QString language() const;
    void setLanguage(const QString& language);
    /// Whether numbers are written as the desktop's locale has them; else 1,234.5.
    bool numbersAsDesktop() const;
    void setNumbersAsDesktop(bool as);

    QStringList recentProjects() const;
    void addRecentProject(const QString& file);
    void clearRecentProjects();
    /// Recent projects and networks, the detector, and the folders of dialogs.
    void forgetFiles();
    QStringList recentNetworks() const;
    void addRecentNetwork(const QString& descriptor);

    /// The last detector file, "" if none.
    QString detector() const;
    void setDetector(const QString& file);
    /// What was last asked of a report: chapters left out, by their keys; faces, privacy, measuring.
    QStringList reportLeftOut() const;
    bool reportFlag(const char* name, bool fallback) const;
    void setReport(const QStringList& leftOut, const std::map<const char*, bool>& flags);
    /// Where file dialogs of a kind ("images", "project", "export") begin.
    /// @param fallback  where there is none yet, or it is gone; empty: the user's folder of pictures or documents. One that
    /// is there in any case.
    QString folder(const QString& kind, const QString& fallback = {}) const;
    void setFolder(const QString& kind, const QString& folder);

  private:
    void applyLimits() const;
    QByteArray layout(const QString& key) const;
    QStringList existing(const QString& key) const;
    void prepend(const QString& key, const QString& file);
    QSettings settings_;
};

}  // namespace facespace
