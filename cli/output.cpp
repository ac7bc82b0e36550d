// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/output.hpp"

#include "core/base/text.hpp"

#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace agentarmy::cli {

int exitCodeOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::invalid:
        return error.code == "move_needs_input" ? exitRefused : exitBadArguments;
    case ErrorKind::denied:
    case ErrorKind::conflict:
        return exitRefused;
    case ErrorKind::notFound:
        return exitNotFound;
    case ErrorKind::unavailable:
        return error.code == "stopped" ? exitCancelled : exitFailed;
    case ErrorKind::internal:
        break;
    }
    return exitFailed;
}

Output::Output()
    : m_errorIsTerminal(isatty(STDERR_FILENO) != 0)
    , m_inputIsTerminal(isatty(STDIN_FILENO) != 0)
{
    if (!isatty(STDOUT_FILENO))
        return;
    const char* noColour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    m_colour = !(noColour && *noColour) && terminal && std::string_view(terminal) != "dumb";
    winsize size {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        m_width = size.ws_col;
}

void Output::print(const Json& value) const
{
    std::cout << value.dump(m_width > 0 ? 2 : -1, ' ', false, Json::error_handler_t::replace) << std::endl;
}

void Output::line(const std::string& text) const { std::cout << text << '\n'; }
void Output::heading(const std::string& text) const { std::cout << style(text, Style::bold) << '\n'; }
void Output::print(const Table& table, const std::string& indent) const
{
    table.print(std::cout, m_width, m_colour, indent);
}

void Output::note(const std::string& text) const
{
    std::cout.flush();
    std::cerr << text << std::endl;
}

int Output::fail(const Error& error) const
{
    if (json) {
        print(Json {{"error", toJson(error)}});
        return exitCodeOf(error);
    }
    std::string where;
    if (const auto field = error.details.find("field"); field != error.details.end())
        if (const auto* name = std::get_if<std::string>(&field->second);
            name && error.message.find(*name) == std::string::npos)
            where = *name + ": ";
    note("agentarmyctl: " + where + oneLine(error.message) + " (" + error.code + ')');
    return exitCodeOf(error);
}

bool Output::ask(const std::string& question) const
{
    if (!canAsk())
        return false;
    std::cout.flush();
    std::cerr << question << " [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    const auto folded = asciiLower(trimView(answer));
    return folded == "y" || folded == "yes";
}
}
