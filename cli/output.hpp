// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/table.hpp"
#include "core/base/json.hpp"

namespace agentarmy::cli {

/// Exit codes, the same for every command.
enum ExitCode : int {
    exitOk = 0,
    exitFailed = 1, ///< it could not be done, or a part of what was given could not be read
    exitBadArguments = 2,
    exitNotFound = 3,
    exitRefused = 4, ///< a rule says no
    exitCancelled = 130 ///< Ctrl+C
};
[[nodiscard]] int exitCodeOf(const Error& error);

/// Standard output and error of a command. Colour only on a terminal and without NO_COLOR.
class Output {
public:
    Output();
    bool json = false;

    [[nodiscard]] bool colour() const { return m_colour; }
    [[nodiscard]] std::size_t width() const { return m_width; } ///< of the terminal; 0: not one
    [[nodiscard]] bool errorIsTerminal() const { return m_errorIsTerminal; }
    [[nodiscard]] bool canAsk() const { return m_inputIsTerminal && m_errorIsTerminal; }

    void print(const Json& value) const; ///< indented on a terminal, else one line
    void line(const std::string& text) const; ///< to standard output
    void heading(const std::string& text) const;
    void print(const Table& table, const std::string& indent = {}) const;
    void note(const std::string& text) const; ///< to standard error: not part of the answer
    [[nodiscard]] std::string style(std::string_view text, Style style) const { return styled(text, style, m_colour); }

    /// One line on standard error, with --json `{"error": {...}}` on standard output; the exit code.
    [[nodiscard]] int fail(const Error& error) const;
    /// Asks on the terminal; without one the answer is no.
    [[nodiscard]] bool ask(const std::string& question) const;

private:
    bool m_colour = false;
    bool m_errorIsTerminal = false;
    bool m_inputIsTerminal = false;
    std::size_t m_width = 0;
};
}
