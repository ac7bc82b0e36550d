// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QLocalServer>
#include <QStringList>
#include <functional>
#include <tl/expected.hpp>
#include <vector>

class QLocalSocket;

namespace agentarmy::app {

/// What a second start asks of the program that has the workspace open: to come to the front, with these files.
struct OpenRequest {
    static constexpr int mostFiles = 2000, longestPath = 4096, longestToken = 512;
    QStringList files; ///< absolute paths, to be looked at for an import
    QString activationToken; ///< of the desktop, which lets a window come to the front; empty: none
    bool operator==(const OpenRequest&) const = default;
};

/// A message between two starts: four bytes of length (big endian, at most `longestMessage`), then JSON.
constexpr int messageVersion = 1;
constexpr quint32 longestMessage = 1U << 20;
QByteArray packRequest(const OpenRequest& request);
/// Reads the JSON of a request. The error is a stable code: "unreadable_message", "unsupported_version",
/// "invalid_files", "invalid_token".
tl::expected<OpenRequest, QString> unpackRequest(const QByteArray& json);

/// Only one window per workspace folder and user. Who comes first listens on a socket that only this user can reach;
/// who comes later hands over what it was asked and ends. Who is first is decided by a lock that the kernel drops with
/// its process, so that nothing that a crash leaves behind stands in the way. Programs without a window take no part.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    enum class Outcome { First, HandedOver, Failed };

    /// `place`: the folder of socket and lock; empty: the user's runtime folder.
    explicit SingleInstance(QString place = {}, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Waits at most `patience` ms for the first one. `folder` is made if it is not there.
    Outcome begin(const QString& folder, const OpenRequest& request, int patience = 5000);
    QString problem() const { return m_problem; } ///< of Failed, in words
    QString socketPath() const { return m_socketPath; }
    /// Takes what others ask from now on, and what they asked before.
    void answerWith(std::function<void(const OpenRequest&)> answer);

private:
    bool lock();
    bool listen();
    Outcome handOver(const OpenRequest& request, int patience);
    void welcome();
    void read(QLocalSocket& socket);

    QString m_place, m_socketPath, m_lockPath, m_problem;
    QLocalServer m_server;
    std::function<void(const OpenRequest&)> m_answer;
    std::vector<OpenRequest> m_waiting;
    int m_lock = -1;
};

}
