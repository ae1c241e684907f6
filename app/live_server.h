#pragma once
#include <functional>
#include <memory>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>
#include <vector>

namespace facespace {

/// Where programs of this user find the windows that let them in: a folder that only they can look into,
/// $XDG_RUNTIME_DIR/facespace, or ~/.cache/facespace/live where there is no such place. Empty if neither can be made safe.
QString liveFolder();
/// The socket of the window that shows a project: the folder and a hash of the project's path, links followed.
QString liveSocket(const QString& projectFile);

/// A window's door for programs of the same user, a notebook for instance. One JSON object a line, both ways:
///
///     → {"id": 1, "do": "get"}      ← {"id": 1, "ok": true, …}      or {"id": 1, "ok": false, "error": "…"}
///
/// After {"do": "watch"} it also says {"event": "changed"} when the view has changed, at most every 50 ms. Other users are
/// kept out by the folder's and the socket's permissions and by their user number. What comes in is bounded: 16 MiB a line,
/// 8 programs at once; whoever does not read its answers is cut off. GUI thread only.
class LiveServer : public QObject {
    Q_OBJECT
  public:
    static constexpr qsizetype kMaxLine = qsizetype{16} << 20;
    static constexpr int kMaxPrograms = 8;

    /// @param answer  what is to be said to a request, without its id
    explicit LiveServer(std::function<QJsonObject(const QJsonObject&)> answer, QObject* parent = nullptr);
    ~LiveServer() override;

    /// Opens the door for a project, in place of the one before. Empty, or why it stays closed.
    QString open(const QString& projectFile);
    void close();
    bool isOpen() const { return server_.isListening(); }
    /// The view has changed: those who watch are told soon.
    void changed();

  private:
    struct Program;
    void greet();
    void read(Program& program);
    void handle(Program& program, const QByteArray& line);
    void send(Program& program, const QJsonObject& message);
    void tellWatchers();
    void forget(QLocalSocket* socket);

    std::function<QJsonObject(const QJsonObject&)> answer_;
    QLocalServer server_;
    std::vector<std::unique_ptr<Program>> programs_;
    QTimer soon_;
};

}  // namespace facespace
