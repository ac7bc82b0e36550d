// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <QString>

#include <filesystem>
#include <memory>
#include <string>

class QProcess;
class QTemporaryDir;

namespace agentarmy::tests {

/// A port of 127.0.0.1 that nobody listens on.
[[nodiscard]] int freePort();
/// A self-made authority and a certificate for "localhost" and 127.0.0.1, in a folder of its own; made once a program.
struct TestCertificates {
    std::string authority, certificate, key; ///< paths
};
[[nodiscard]] const TestCertificates& testCertificates();

/// A real dovecot with its mail in a temporary folder, on free ports of 127.0.0.1. Any user with the password "secret".
class Dovecot {
public:
    Dovecot();
    ~Dovecot(); ///< stops it
    Dovecot(const Dovecot&) = delete;
    Dovecot& operator=(const Dovecot&) = delete;

    [[nodiscard]] bool start(); ///< false: it did not come up; log() says why
    void stop();
    void kill(); ///< as a power cut would
    [[nodiscard]] int plainPort() const { return m_plainPort; } ///< with STARTTLS
    [[nodiscard]] int tlsPort() const { return m_tlsPort; }
    /// Puts a mail into a folder ("INBOX", "Sent", ...), as a delivery agent does: the server need not run.
    void deliver(const std::string& user, const std::string& folder, const std::string& raw);
    /// `doveadm ARGUMENTS` on this server; its output.
    QString doveadm(const QStringList& arguments);
    [[nodiscard]] std::string log() const;
    [[nodiscard]] std::filesystem::path path(const std::string& name) const;

private:
    void writeConfiguration();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
    int m_plainPort = 0, m_tlsPort = 0;
    int m_delivered = 0;
};
}
