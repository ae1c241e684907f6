#pragma once
#include <filesystem>
#include <optional>
#include <QObject>
#include <QTimer>

#include "core/project/hold.h"

namespace facespace {

/// One project, several windows and commands: the first has it, the others look at it and see what changes. GUI thread only.
class ProjectSharing : public QObject {
    Q_OBJECT
  public:
    explicit ProjectSharing(QObject* parent = nullptr);
    ~ProjectSharing() override;

    /// Takes the project, or opens it for reading only where somebody else has it; lets go of the one before.
    void begin(const std::filesystem::path& file);
    /// Who has it instead of this window.
    const std::optional<Holder>& other() const { return hold_.other(); }
    /// How often it looks whether others changed the project: every second.
    void setPeriodMs(int ms) { look_.setInterval(ms); }

  Q_SIGNALS:
    /// Somebody else changed the file: read it again.
    void changedByOthers();
    /// Who had it has let go of it: from now on it can be changed here.
    void taken();

  private:
    void look();
    void take();

    std::filesystem::path file_;
    ProjectHold hold_;
    std::uint64_t changes_ = 0;
    QTimer look_;
};

}  // namespace facespace
