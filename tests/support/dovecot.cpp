// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/dovecot.hpp"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <fstream>
#include <netinet/in.h>
#include <pwd.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace agentarmy::tests {
namespace {
bool accepts(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

void give(const std::filesystem::path& path, uid_t user, gid_t group)
{
    if (::geteuid() == 0 && ::chown(path.c_str(), user, group) != 0)
        qFatal("cannot give %s away", path.c_str());
}

/// Who owns the mail: nobody where we are root, since mail servers refuse to work as root.
struct Owner {
    std::string name;
    uid_t user;
    gid_t group;
};
Owner owner()
{
    const auto* entry = ::geteuid() == 0 ? ::getpwnam("nobody") : ::getpwuid(::geteuid());
    return {entry->pw_name, entry->pw_uid, entry->pw_gid};
}
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0
        || ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        qFatal("no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

const TestCertificates& testCertificates()
{
    static const QTemporaryDir folder;
    static const TestCertificates made = [] {
        const auto at = [](const char* name) { return folder.filePath(name).toStdString(); };
        const auto openssl = [](const QString& arguments) {
            QProcess process;
            process.start("openssl", QProcess::splitCommand(arguments));
            if (!process.waitForFinished(60'000) || process.exitCode() != 0)
                qFatal("openssl: %s", process.readAllStandardError().constData());
        };
        const auto name = [&](const char* file) { return folder.filePath(file); };
        openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=TestAuthority -keyout " + name("ca.key")
            + " -out " + name("ca.pem"));
        openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout " + name("server.key") + " -out "
            + name("server.csr"));
        std::ofstream(at("names.ext")) << "subjectAltName=DNS:localhost,IP:127.0.0.1\n";
        openssl("x509 -req -days 30 -in " + name("server.csr") + " -CA " + name("ca.pem") + " -CAkey " + name("ca.key")
            + " -CAcreateserial -extfile " + name("names.ext") + " -out " + name("server.pem"));
        return TestCertificates {at("ca.pem"), at("server.pem"), at("server.key")};
    }();
    return made;
}

Dovecot::Dovecot()
    : m_folder(std::make_unique<QTemporaryDir>())
    , m_plainPort(freePort())
    , m_tlsPort(freePort())
{
    writeConfiguration();
}

Dovecot::~Dovecot() { stop(); }

std::filesystem::path Dovecot::path(const std::string& name) const
{
    return std::filesystem::path(m_folder->path().toStdString()) / name;
}

void Dovecot::writeConfiguration()
{
    const auto who = owner();
    std::filesystem::permissions(m_folder->path().toStdString(), std::filesystem::perms(0755));
    std::filesystem::create_directories(path("mail"));
    give(path("mail"), who.user, who.group);
    const auto& certificates = testCertificates();
    std::ofstream out(path("dovecot.conf"));
    out << "protocols = imap\nlisten = 127.0.0.1\nbase_dir = " << path("run").string()
        << "\nstate_dir = " << path("run").string() << "\nlog_path = " << path("log").string()
        << "\ninstance_name = test-" << m_plainPort << "\nssl = yes\nssl_cert = <" << certificates.certificate
        << "\nssl_key = <" << certificates.key
        << "\ndisable_plaintext_auth = no\nauth_mechanisms = plain login\nfirst_valid_uid = 1\nlast_valid_uid = 0\n"
        << "mail_location = maildir:" << path("mail").string() << "/%u\nmail_fsync = never\n"
        << "mailbox_idle_check_interval = 1 secs\n"
        << "passdb {\n  driver = static\n  args = password=secret\n}\n"
        << "userdb {\n  driver = static\n  args = uid=" << who.user << " gid=" << who.group
        << " home=" << path("mail").string() << "/%u\n}\n"
        << "service imap-login {\n  process_min_avail = 1\n  inet_listener imap {\n    port = " << m_plainPort
        << "\n  }\n  inet_listener imaps {\n    port = " << m_tlsPort << "\n    ssl = yes\n  }\n}\n"
        << "namespace inbox {\n  inbox = yes\n";
    for (const auto* name : {"Sent", "Drafts", "Trash", "Junk", "Archive"})
        out << "  mailbox " << name << " {\n    auto = subscribe\n    special_use = \\" << name << "\n  }\n";
    out << "}\n";
    if (::geteuid() != 0)
        out << "default_internal_user = " << who.name << "\ndefault_login_user = " << who.name
            << "\nservice anvil {\n  chroot =\n}\nservice imap-login {\n  chroot =\n}\n";
}

bool Dovecot::start()
{
    stop();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start("dovecot", {"-F", "-c", QString::fromStdString(path("dovecot.conf").string())});
    if (!m_process->waitForStarted(10'000))
        return false;
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 20'000) {
        if (accepts(m_plainPort) && accepts(m_tlsPort))
            return true;
        if (m_process->waitForFinished(20))
            return false;
    }
    return false;
}

void Dovecot::stop()
{
    if (!m_process)
        return;
    if (m_process->state() != QProcess::NotRunning) {
        m_process->terminate();
        if (!m_process->waitForFinished(10'000))
            m_process->kill();
        m_process->waitForFinished(5'000);
    }
    m_process.reset();
}

void Dovecot::kill()
{
    if (!m_process)
        return;
    // The master alone would leave its children behind, which nobody else could then reach.
    QProcess children;
    children.start("pkill", {"-KILL", "-P", QString::number(m_process->processId())});
    m_process->kill();
    m_process->waitForFinished(5'000);
    children.waitForFinished(5'000);
    m_process.reset();
}

void Dovecot::deliver(const std::string& user, const std::string& folder, const std::string& raw)
{
    const auto who = owner();
    auto place = path("mail") / user;
    if (folder != "INBOX")
        place /= '.' + folder;
    for (auto each : {path("mail") / user, place, place / "cur", place / "new", place / "tmp"}) {
        std::filesystem::create_directories(each);
        give(each, who.user, who.group);
    }
    const auto name = std::to_string(1'700'000'000 + m_delivered) + ".M" + std::to_string(m_delivered) + "P"
        + std::to_string(::getpid()) + ".test";
    ++m_delivered;
    const auto temporary = place / "tmp" / name;
    std::ofstream(temporary, std::ios::binary) << raw;
    give(temporary, who.user, who.group);
    std::filesystem::rename(temporary, place / "new" / name);
}

QString Dovecot::doveadm(const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start("doveadm", QStringList {"-c", QString::fromStdString(path("dovecot.conf").string())} + arguments);
    process.waitForFinished(30'000);
    return QString::fromUtf8(process.readAll());
}

std::string Dovecot::log() const
{
    std::ostringstream text;
    text << std::ifstream(path("log")).rdbuf();
    return text.str();
}
}
