// SPDX-License-Identifier: AGPL-3.0-or-later
#include "tests/support/smtp_sink.hpp"

#include <QByteArray>
#include <QList>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace agentarmy::tests {
namespace {
/// Lines of one connection.
class Wire {
public:
    Wire(int socket, const std::stop_token& stop)
        : m_socket(socket)
        , m_stop(stop)
    {
    }
    /// Without its CR LF; none at the end or when everything stops.
    bool line(std::string& out)
    {
        for (;;) {
            if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
                out = m_buffer.substr(0, end + 1);
                m_buffer.erase(0, end + 1);
                return true;
            }
            pollfd entry {m_socket, POLLIN, 0};
            const int ready = ::poll(&entry, 1, 50);
            if (m_stop.stop_requested())
                return false;
            if (ready <= 0)
                continue;
            std::array<char, 65536> piece {};
            const auto got = ::recv(m_socket, piece.data(), piece.size(), 0);
            if (got <= 0)
                return false;
            m_buffer.append(piece.data(), std::size_t(got));
        }
    }
    void say(const std::string& text) const
    {
        const auto line = text + "\r\n";
        (void)!::send(m_socket, line.data(), line.size(), MSG_NOSIGNAL);
    }

private:
    int m_socket;
    const std::stop_token& m_stop;
    std::string m_buffer;
};

std::string inBrackets(const std::string& text)
{
    const auto begin = text.find('<');
    const auto end = text.find('>');
    return begin == std::string::npos || end == std::string::npos || end < begin
        ? std::string()
        : text.substr(begin + 1, end - begin - 1);
}
}

SmtpSink::SmtpSink(std::function<Fault(int)> fault, std::function<void(const Mail&)> taken)
    : m_fault(std::move(fault))
    , m_taken(std::move(taken))
    , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 16) != 0
        || ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        qFatal("the SMTP sink cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token& stop) { listen(stop); });
}

SmtpSink::~SmtpSink()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_socket);
}

std::vector<SmtpSink::Mail> SmtpSink::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}
std::vector<std::string> SmtpSink::offences() const
{
    const std::lock_guard lock(m_mutex);
    return m_offences;
}
std::string SmtpSink::lastUser() const
{
    const std::lock_guard lock(m_mutex);
    return m_user;
}

void SmtpSink::listen(const std::stop_token& stop)
{
    std::vector<std::jthread> talks;
    while (!stop.stop_requested()) {
        pollfd entry {m_socket, POLLIN, 0};
        if (::poll(&entry, 1, 50) <= 0)
            continue;
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        talks.emplace_back([this, socket, number = m_connections++, stop] {
            talk(socket, number, stop);
            ::close(socket);
        });
    }
}

void SmtpSink::talk(int socket, int number, const std::stop_token& stop)
{
    const auto fault = m_fault ? m_fault(number) : Fault::none;
    if (fault == Fault::closeAtOnce)
        return;
    Wire wire(socket, stop);
    const auto offence = [&](const std::string& what) {
        const std::lock_guard lock(m_mutex);
        m_offences.push_back(what);
    };
    wire.say("220 sink ESMTP");
    std::string line;
    Mail mail;
    bool greeted = false;
    bool signedIn = false;
    while (wire.line(line)) {
        if (!line.ends_with("\r\n") || line.size() > 1000)
            offence("a command line that is none");
        line.resize(line.size() - std::min<std::size_t>(2, line.size()));
        auto verb = line.substr(0, line.find(' '));
        for (auto& c : verb)
            c = char(::toupper(static_cast<unsigned char>(c)));
        if (verb == "EHLO" || verb == "HELO") {
            greeted = true;
            wire.say("250-sink");
            wire.say("250-SIZE 26214400");
            wire.say("250 AUTH PLAIN LOGIN XOAUTH2");
        } else if (!greeted) {
            offence("spoke before EHLO: " + verb);
            wire.say("503 first EHLO");
        } else if (verb == "AUTH") {
            auto words = QByteArray::fromStdString(line).split(' ');
            auto reply = words.size() > 2 ? words[2] : QByteArray();
            if (words.size() < 3) {
                wire.say("334 ");
                std::string more;
                if (!wire.line(more))
                    return;
                reply = QByteArray::fromStdString(more).trimmed();
            }
            if (words.value(1).toUpper() == "LOGIN") {
                wire.say("334 UGFzc3dvcmQ6");
                std::string password;
                if (!wire.line(password))
                    return;
            }
            const auto plain = QByteArray::fromBase64(reply);
            {
                const std::lock_guard lock(m_mutex);
                m_user = plain.contains('\0') ? plain.split('\0').value(1).toStdString() : plain.toStdString();
            }
            signedIn = fault != Fault::refuseSignIn;
            wire.say(signedIn ? "235 welcome" : "535 5.7.8 wrong name or password");
        } else if (verb == "MAIL") {
            if (!signedIn)
                offence("MAIL without signing in");
            if (fault == Fault::deferSender) {
                wire.say("451 4.3.0 come back later");
                continue;
            }
            mail.from = inBrackets(line);
            if (mail.from.empty())
                offence("MAIL without an address");
            wire.say("250 ok");
        } else if (verb == "RCPT") {
            if (fault == Fault::refuseRecipient) {
                wire.say("550 5.1.1 no such person");
                continue;
            }
            mail.to.push_back(inBrackets(line));
            wire.say("250 ok");
        } else if (verb == "DATA") {
            if (mail.to.empty()) {
                wire.say("503 nobody to send it to");
                continue;
            }
            wire.say("354 go ahead");
            bool ended = false;
            for (int lines = 0; wire.line(line); ++lines) {
                if (line == ".\r\n") {
                    ended = true;
                    break;
                }
                if (!line.ends_with("\r\n") || line.size() > 1000)
                    offence("a line of the mail that is none");
                if (fault == Fault::cutInMail && lines == 3)
                    return;
                mail.raw += line.starts_with('.') ? line.substr(1) : line;
            }
            if (!ended)
                return;
            if (fault == Fault::loseAndCut)
                return;
            if (fault == Fault::refuseMail || fault == Fault::deferMail) {
                wire.say(fault == Fault::refuseMail ? "554 5.7.1 refused" : "451 4.7.1 try again later");
                mail = {};
                continue;
            }
            if (m_taken)
                m_taken(mail);
            {
                const std::lock_guard lock(m_mutex);
                m_mails.push_back(mail);
            }
            if (fault == Fault::takeAndCut)
                return;
            if (fault == Fault::takeAndHang) {
                while (!stop.stop_requested())
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                return;
            }
            mail = {};
            wire.say("250 taken");
        } else if (verb == "NOOP" || verb == "RSET") {
            wire.say("250 ok");
        } else if (verb == "QUIT") {
            wire.say("221 bye");
            return;
        } else {
            offence("unknown command " + verb);
            wire.say("500 what?");
        }
    }
}
}
