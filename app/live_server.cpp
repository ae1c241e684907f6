#include "app/live_server.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace facespace {
namespace {

constexpr int kTellAfterMs = 50, kKnockMs = 200;
/// An answer holds a selection at most, as a request does.
constexpr qint64 kMaxUnread = 4 * static_cast<qint64>(LiveServer::kMaxLine);

/// A folder of this user alone; made so if it is not there.
bool isOwn(const QString& folder) {
    struct stat there {};
    return ::lstat(QFile::encodeName(folder).constData(), &there) == 0 && S_ISDIR(there.st_mode) &&
           there.st_uid == ::geteuid() && (there.st_mode & 077) == 0;
}

QString ownFolder(const QString& folder) {
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    return isOwn(folder) ? folder : QString();
}

bool isSameUser(const QLocalSocket& socket) {
    struct ucred peer {};
    socklen_t size = sizeof peer;
    return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
}

}  // namespace

QString liveFolder() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime) && isOwn(runtime)) return ownFolder(runtime + QStringLiteral("/facespace"));
    const QString cache =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/facespace");
    QDir().mkpath(cache);
    return ownFolder(cache + QStringLiteral("/live"));
}

QString liveSocket(const QString& projectFile) {
    const QString folder = liveFolder(), file = QFileInfo(projectFile).canonicalFilePath();
    if (folder.isEmpty() || file.isEmpty()) return {};
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(file), QCryptographicHash::Sha256).toHex();
    return folder + u'/' + QString::fromLatin1(hash.left(32)) + QStringLiteral(".live");
}

struct LiveServer::Program {
    QLocalSocket* socket;
    QByteArray pending{};
    qsizetype searched = 0;  // There is no line end before.
    bool watches = false;
};

LiveServer::LiveServer(std::function<QJsonObject(const QJsonObject&)> answer, QObject* parent)
    : QObject(parent), answer_(std::move(answer)) {
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &LiveServer::greet);
    soon_.setSingleShot(true);
    soon_.setInterval(kTellAfterMs);
    connect(&soon_, &QTimer::timeout, this, &LiveServer::tellWatchers);
}

LiveServer::~LiveServer() { close(); }

QString LiveServer::open(const QString& projectFile) {
    close();
    const QString name = liveSocket(projectFile);
    if (name.isEmpty())
        return tr("There is no folder for it that only you can look into: set XDG_RUNTIME_DIR to one of mode 0700.");
    if (QFileInfo::exists(name)) {
        QLocalSocket knock;
        knock.connectToServer(name);
        if (knock.waitForConnected(kKnockMs)) return tr("Another window that shows this project has done so already.");
        QLocalServer::removeServer(name);  // Of a window that died.
    }
    return server_.listen(name) ? QString() : tr("“%1” cannot be opened: %2.").arg(name, server_.errorString());
}

void LiveServer::close() {
    soon_.stop();
    server_.close();
    for (const auto& program : std::exchange(programs_, {})) {
        program->socket->disconnect(this);
        program->socket->abort();
        program->socket->deleteLater();
    }
}

void LiveServer::changed() {
    if (!programs_.empty() && !soon_.isActive()) soon_.start();
}

void LiveServer::greet() {
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
        if (programs_.size() >= kMaxPrograms || !isSameUser(*socket)) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(kMaxLine);
        Program* program = programs_.emplace_back(std::make_unique<Program>(Program{socket})).get();
        connect(socket, &QLocalSocket::readyRead, this, [this, program] { read(*program); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] { forget(socket); });
    }
}

void LiveServer::forget(QLocalSocket* socket) {
    std::erase_if(programs_, [socket](const auto& program) { return program->socket == socket; });
    socket->disconnect(this);
    socket->deleteLater();
}

void LiveServer::read(Program& program) {
    QLocalSocket* socket = program.socket;
    program.pending += socket->readAll();
    // A request may end the program's visit, and the program with it.
    const auto isHere = [&] {
        return std::ranges::any_of(programs_, [&](const auto& other) { return other->socket == socket; });
    };
    for (;;) {
        const qsizetype end = program.pending.indexOf('\n', program.searched);
        if (end < 0) break;
        const QByteArray line = program.pending.left(end);
        program.pending.remove(0, end + 1);
        program.searched = 0;
        handle(program, line);
        if (!isHere()) return;
    }
    program.searched = program.pending.size();
    if (program.pending.size() <= kMaxLine) return;
    send(program, {{"ok", false}, {"error", QStringLiteral("A request of more than %1 bytes.").arg(kMaxLine)}});
    if (isHere()) socket->disconnectFromServer();
}

void LiveServer::handle(Program& program, const QByteArray& line) {
    if (line.trimmed().isEmpty()) return;
    const QJsonDocument read = QJsonDocument::fromJson(line);
    const QJsonObject request = read.object();
    QJsonObject said;
    if (!read.isObject()) {
        said = {{"ok", false}, {"error", "A request is one JSON object a line."}};
    } else if (request["do"] == QStringLiteral("watch")) {
        program.watches = request["on"].toBool(true);
        said = {{"ok", true}};
    } else {
        said = answer_(request);
    }
    // A number says which request it answers; anything else could be as large as the request.
    if (request["id"].isDouble()) said["id"] = request["id"];
    send(program, said);
}

void LiveServer::send(Program& program, const QJsonObject& message) {
    QLocalSocket* socket = program.socket;
    socket->write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    if (socket->bytesToWrite() > kMaxUnread) socket->abort();
}

void LiveServer::tellWatchers() {
    std::vector<QLocalSocket*> watching;
    for (const auto& program : programs_)
        if (program->watches) watching.push_back(program->socket);
    for (QLocalSocket* socket : watching)
        for (std::size_t i = 0; i < programs_.size(); ++i)
            if (programs_[i]->socket == socket) {
                send(*programs_[i], {{"event", "changed"}});
                break;
            }
}

}  // namespace facespace
