// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/shell/single_instance.hpp"
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QtEndian>
#include <algorithm>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace agentarmy::app {
namespace {
constexpr int mostWaiting = 16; ///< asked before there is a window; later ones only come to the front
constexpr int slowestMs = 5000; ///< somebody who connects and says nothing is sent away
constexpr int longestSocketPath = 100; ///< the system allows 107 bytes
const auto versionKey = QStringLiteral("agentarmy"), filesKey = QStringLiteral("files"),
           tokenKey = QStringLiteral("activationToken"), codeKey = QStringLiteral("code");

QByteArray framed(const QJsonObject& json)
{
    const auto body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray bytes(4, '\0');
    qToBigEndian(quint32(body.size()), bytes.data());
    return bytes + body;
}

/// The message at the beginning of `bytes`, once all of it is there; its length is judged before it is waited for.
tl::expected<QByteArray, QString> unframed(const QByteArray& bytes)
{
    if (bytes.size() < 4)
        return QByteArray();
    const auto length = qFromBigEndian<quint32>(bytes.constData());
    if (length == 0 || length > longestMessage)
        return tl::unexpected(QStringLiteral("unreadable_message"));
    return quint32(bytes.size() - 4) < length ? QByteArray() : bytes.mid(4, int(length));
}

/// Where the sockets of this user lie: a folder that nobody else can enter.
QString runtimeFolder()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QDir::tempPath() : folder;
}

QString said(const QString& code)
{
    if (code == QLatin1String("unsupported_version"))
        return SingleInstance::tr(
            "Another version of Agent Army has this workspace open. Close its window and start again.");
    return SingleInstance::tr("Agent Army is open already and did not take the files. Drop them on its window.");
}
}

QByteArray packRequest(const OpenRequest& request)
{
    return framed({{versionKey, messageVersion}, {filesKey, QJsonArray::fromStringList(request.files)},
        {tokenKey, request.activationToken}});
}

tl::expected<OpenRequest, QString> unpackRequest(const QByteArray& json)
{
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return tl::unexpected(QStringLiteral("unreadable_message"));
    const auto object = document.object(); // fields that are not known are of a newer version and do no harm
    if (object[versionKey].toInt() != messageVersion)
        return tl::unexpected(QStringLiteral("unsupported_version"));
    const auto files = object[filesKey].toArray();
    if (!object[filesKey].isArray() || files.size() > OpenRequest::mostFiles)
        return tl::unexpected(QStringLiteral("invalid_files"));
    OpenRequest request;
    for (const auto& file : files) {
        const auto path = file.toString();
        if (path.size() > OpenRequest::longestPath || !QDir::isAbsolutePath(path) || path.contains(QChar(u'\0')))
            return tl::unexpected(QStringLiteral("invalid_files"));
        request.files += path;
    }
    const auto token = object[tokenKey];
    request.activationToken = token.toString();
    if (!(token.isString() || token.isUndefined()) || request.activationToken.size() > OpenRequest::longestToken)
        return tl::unexpected(QStringLiteral("invalid_token"));
    return request;
}

SingleInstance::SingleInstance(QString place, QObject* parent)
    : QObject(parent)
    , m_place(place.isEmpty() ? runtimeFolder() : std::move(place))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

SingleInstance::~SingleInstance()
{
    m_server.close(); // before the lock goes: whoever has it next makes a socket of its own
    if (m_lock >= 0)
        ::close(m_lock);
}

SingleInstance::Outcome SingleInstance::begin(const QString& folder, const OpenRequest& request, int patience)
{
    QDir().mkpath(folder); // a folder that is not there has no canonical name
    const auto canonical = QFileInfo(folder).canonicalFilePath();
    const auto name = (canonical.isEmpty() ? QFileInfo(folder).absoluteFilePath() : canonical).toUtf8();
    const auto hash = QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(20));
    const auto file = QStringLiteral("/agentarmy-%1-%2").arg(getuid()).arg(hash);
    if (QFile::encodeName(m_place + file).size() > longestSocketPath)
        m_place = QDir::tempPath();
    m_socketPath = m_place + file;
    m_lockPath = m_socketPath + QStringLiteral(".lock");
    m_problem.clear();
    if (lock())
        return listen() ? Outcome::First : Outcome::Failed;
    return handOver(request, patience);
}

bool SingleInstance::lock()
{
    if (m_lock >= 0)
        return true;
    const int file = ::open(QFile::encodeName(m_lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
        m_lock = file;
        return true;
    }
    if (file >= 0)
        ::close(file);
    return false;
}

bool SingleInstance::listen()
{
    QLocalServer::removeServer(m_socketPath); // of a program that is gone: who has the lock is alone
    if (m_server.listen(m_socketPath))
        return true;
    m_problem = tr("The place for messages between windows cannot be made: %1").arg(m_server.errorString());
    return false;
}

SingleInstance::Outcome SingleInstance::handOver(const OpenRequest& request, int patience)
{
    constexpr int again = 50;
    const auto message = packRequest(request);
    if (message.size() - 4 > qsizetype(longestMessage) || request.files.size() > OpenRequest::mostFiles) {
        m_problem = tr("These are too many files for one go. Give the folder that holds them instead.");
        return Outcome::Failed;
    }
    const QDeadlineTimer deadline(patience);
    QByteArray answer;
    while (!deadline.hasExpired()) {
        if (lock()) // the first one has just ended
            return listen() ? Outcome::First : Outcome::Failed;
        if (const QFileInfo file(m_socketPath); file.exists() && file.ownerId() != getuid()) {
            m_problem = tr("Somebody else holds the place for messages between windows: %1").arg(m_socketPath);
            return Outcome::Failed;
        }
        QLocalSocket socket;
        socket.connectToServer(m_socketPath);
        if (!socket.waitForConnected(int(deadline.remainingTime()))) {
            QThread::msleep(again); // it has the lock and is about to listen
            continue;
        }
        socket.write(message);
        answer.clear();
        while (!deadline.hasExpired()) {
            const auto body = unframed(answer);
            if (!body || !body->isEmpty())
                break;
            if (!socket.waitForReadyRead(int(deadline.remainingTime())))
                break;
            answer += socket.readAll();
        }
        const auto body = unframed(answer);
        if (!body || body->isEmpty())
            continue; // it went away before it answered
        const auto json = QJsonDocument::fromJson(*body).object();
        const auto code = json[codeKey].toString();
        if (json[versionKey].isDouble() && code.isEmpty())
            return Outcome::HandedOver;
        m_problem = said(code);
        return Outcome::Failed;
    }
    m_problem = tr("Agent Army has this workspace open already, but does not answer. Wait a moment, or end it first.");
    return Outcome::Failed;
}

void SingleInstance::answerWith(std::function<void(const OpenRequest&)> answer)
{
    m_answer = std::move(answer);
    for (const auto& request : std::exchange(m_waiting, {}))
        m_answer(request);
}

void SingleInstance::welcome()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(slowestMs, socket, [socket] { socket->abort(); });
        read(*socket);
    }
}

void SingleInstance::read(QLocalSocket& socket)
{
    const auto bytes = socket.peek(qint64(longestMessage) + 4);
    const auto body = unframed(bytes);
    if (body && body->isEmpty())
        return;
    socket.readAll();
    const auto request = body ? unpackRequest(*body) : tl::expected<OpenRequest, QString>(tl::unexpected(body.error()));
    QJsonObject answer {{versionKey, messageVersion}};
    if (!request)
        answer.insert(codeKey, request.error());
    socket.write(framed(answer));
    socket.flush();
    socket.disconnectFromServer();
    if (!request)
        return;
    if (m_answer)
        m_answer(*request);
    else if (m_waiting.size() < mostWaiting)
        m_waiting.push_back(*request);
}

}
