// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/app.hpp"

#include "cli/version.hpp"
#include "core/engine/jobs/daily_refresh.hpp"

#include <cstdlib>
#include <iostream>

namespace agentarmy::cli {
namespace {
std::filesystem::path defaultFolder()
{
    if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data == '/')
        return std::filesystem::path(data) / "agentarmy";
    if (const char* home = std::getenv("HOME"); home && *home)
        return std::filesystem::path(home) / ".local/share/agentarmy";
    return "agentarmy-data";
}

bool wantsJson(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--json")
            return true;
    return false;
}
}

App::App()
    : m_root("Agent Army on the command line: import mail, chats, meetings and tables, work on deals, ask the agent's "
             "rules.",
        "agentarmyctl")
{
    m_root.fallthrough();
    m_root.require_subcommand(1);
    m_root.set_version_flag("--version", std::string("agentarmyctl ") + version, "Show the version");
    m_root.set_help_flag("-h,--help", "Show this help");
    // Said in general, not with this user's folder: manual and completion are made of it.
    m_root
        .add_option(
            "--data", m_data, "Folder of the workspace (default: agentarmy in $XDG_DATA_HOME or ~/.local/share)")
        ->type_name("DIR");
    m_root.add_flag("--json", out.json, "Answer in JSON, for programs");
    m_root.add_flag("--yes,-y", yes, "Answer yes to every question");
    m_root.footer("Exit codes: 0 done, 1 failed or a part could not be read, 2 bad arguments, 3 not found, 4 refused "
                  "by a rule, 130 cancelled.\n"
                  "Records are named by id, by a unique start of an id, or by name (people also by e-mail).");
}

std::filesystem::path App::dataFolder() const
{
    return m_data.empty() ? defaultFolder() : std::filesystem::path(m_data);
}

CLI::App* App::command(
    CLI::App* parent, const std::string& name, const std::string& what, const std::vector<std::string>& examples)
{
    auto* command = (parent ? parent : &m_root)->add_subcommand(name, what);
    command->fallthrough();
    if (!examples.empty()) {
        std::string footer = "Examples:";
        for (const auto& example : examples)
            footer += "\n  " + example;
        command->footer(footer);
    }
    return command;
}

CLI::App* App::group(const std::string& name, const std::string& what)
{
    auto* group = command(nullptr, name, what);
    group->require_subcommand(1);
    return group;
}

void App::onRun(CLI::App* command, std::function<int()> run)
{
    command->callback([this, run = std::move(run)] { m_selected = run; });
}

Result<Workspace*> App::workspace(Workspace::Missing missing, std::stop_token stop)
{
    if (!m_workspace) {
        auto opened = Workspace::open(dataFolder(), missing, std::move(stop));
        if (!opened)
            return agentarmy::fail(opened.error());
        m_workspace = std::move(*opened);
        // A new day alone changes next steps. Where that cannot be written now, the older ones are shown.
        if (missing == Workspace::Missing::fail)
            if (const auto fresh = refreshDaily(m_workspace->parts(), m_workspace->context, m_workspace->info);
                !fresh && fresh.error().kind != ErrorKind::unavailable && fresh.error().kind != ErrorKind::conflict)
                return agentarmy::fail(fresh.error());
    }
    return m_workspace.get();
}

int App::run(int argc, char** argv)
{
    try {
        m_root.parse(argc, argv);
    } catch (const CLI::CallForHelp& help) {
        return m_root.exit(help);
    } catch (const CLI::CallForAllHelp& help) {
        return m_root.exit(help);
    } catch (const CLI::CallForVersion& shown) {
        return m_root.exit(shown);
    } catch (const CLI::ParseError& error) {
        out.json = wantsJson(argc, argv);
        return out.fail({ErrorKind::invalid, "bad_arguments", std::string(error.what()) + ". See --help.", {}});
    }
    const int code = m_selected ? m_selected() : exitBadArguments;
    std::cout.flush();
    return std::cout ? code : exitFailed;
}
}
