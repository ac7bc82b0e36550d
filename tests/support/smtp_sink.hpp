// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace agentarmy::tests {

/// A strict SMTP server on 127.0.0.1 that keeps what it is given and can fail in the ways that servers do. It takes
/// commands in their order only, addresses in angle brackets, lines of at most 1,000 bytes that end with CR LF.
class SmtpSink {
public:
    enum class Fault {
        none,
        refuseSignIn, ///< 535
        refuseRecipient, ///< 550 to RCPT
        deferSender, ///< 451 to MAIL
        refuseMail, ///< 554 after the mail
        deferMail, ///< 451 after the mail
        cutInMail, ///< closes in the middle of it: nothing is taken
        takeAndCut, ///< takes the mail, closes without an answer
        loseAndCut, ///< has all of the mail, takes nothing, closes without an answer
        takeAndHang, ///< takes the mail, never answers
        closeAtOnce ///< instead of a greeting
    };
    struct Mail {
        std::string from;
        std::vector<std::string> to;
        std::string raw; ///< without the dots that SMTP adds
    };
    /// `fault`: of the n-th connection, from 0. `taken`: called for each mail it takes, from its thread.
    explicit SmtpSink(std::function<Fault(int)> fault = {}, std::function<void(const Mail&)> taken = {});
    ~SmtpSink(); ///< closes everything
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::vector<Mail> mails() const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] std::vector<std::string> offences() const; ///< against the protocol
    [[nodiscard]] std::string lastUser() const;

private:
    void listen(const std::stop_token& stop);
    void talk(int socket, int number, const std::stop_token& stop);

    std::function<Fault(int)> m_fault;
    std::function<void(const Mail&)> m_taken;
    int m_socket = -1, m_port = 0;
    std::atomic<int> m_connections {0};
    mutable std::mutex m_mutex;
    std::vector<Mail> m_mails;
    std::vector<std::string> m_offences;
    std::string m_user;
    std::jthread m_thread;
};
}
