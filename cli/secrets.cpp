// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/secrets.hpp"

#include <cstdlib>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace agentarmy::cli {
namespace {
/// Switches the terminal's echo off for as long as it lives.
class NoEcho {
public:
    NoEcho()
        : m_changed(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_changed)
            return;
        auto hidden = m_before;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~NoEcho()
    {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios m_before {};
    bool m_changed;
};
}

Result<std::string> askSecret(const Output& out, const std::string& question)
{
    std::string line;
    if (out.canAsk()) {
        std::cerr << question << ": " << std::flush;
        const NoEcho hidden;
        std::getline(std::cin, line);
        std::cerr << '\n';
    } else {
        std::getline(std::cin, line);
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    if (line.empty())
        return agentarmy::fail(invalidField("password", "must not be empty; type it, or give it on standard input"));
    return line;
}

Result<Secrets*> openSecrets(Workspace& workspace, const Output& out)
{
    auto& secrets = *workspace.secrets;
    if (!secrets.needsPassphrase())
        return &secrets;
    if (const char* said = std::getenv("AGENTARMY_PASSPHRASE"); said && *said) {
        if (auto open = secrets.unlock(said); !open)
            return agentarmy::fail(open.error());
        return &secrets;
    }
    if (!out.canAsk())
        return agentarmy::fail({ErrorKind::denied, "secrets_locked",
            "This machine has no keychain, so passwords lie in a file that a passphrase seals. Give it in "
            "AGENTARMY_PASSPHRASE.",
            {}});
    out.note("This machine has no keychain, so passwords lie in a file that a passphrase seals.");
    auto passphrase = askSecret(
        out, secrets.isNew() ? "Choose a passphrase (8 characters or more)" : "Passphrase of this workspace");
    if (!passphrase)
        return agentarmy::fail(passphrase.error());
    if (auto open = secrets.unlock(std::move(*passphrase)); !open)
        return agentarmy::fail(open.error());
    return &secrets;
}
}
