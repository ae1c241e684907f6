#pragma once
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

    Theme theme() const;
    void setTheme(Theme theme);

    /// "en", "es", or "" for the desktop's.
    QString language() const;
    void setLanguage(const QString& language);

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
    /// Where file dialogs of a kind ("images", "project", "export") begin.
    QString folder(const QString& kind) const;
    void setFolder(const QString& kind, const QString& folder);

  private:
    QByteArray layout(const QString& key) const;
    QStringList existing(const QString& key) const;
    void prepend(const QString& key, const QString& file);
    QSettings settings_;
};

}  // namespace facespace
