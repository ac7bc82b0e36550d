// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/output.hpp"
#include "cli/workspace.hpp"

#include <CLI/CLI.hpp>
#include <functional>

namespace agentarmy::cli {

/// The program: global options, the tree of commands, and what each of them is given. A command reads its arguments
/// into variables that live as long as the program, opens the workspace if it needs one, and returns an exit code.
class App {
public:
    App();
    int run(int argc, char** argv);

    /// Adds a command below `parent` (null: at the top). `examples`: whole command lines, shown by --help.
    CLI::App* command(CLI::App* parent, const std::string& name, const std::string& what,
        const std::vector<std::string>& examples = {});
    /// A noun whose verbs are commands below it.
    CLI::App* group(const std::string& name, const std::string& what);
    void onRun(CLI::App* command, std::function<int()> run);
    /// A value that lives as long as the program, for CLI11 to write to.
    template <class T> T* keep(T value = {})
    {
        auto kept = std::make_shared<T>(std::move(value));
        m_kept.push_back(kept);
        return kept.get();
    }

    Output out;
    bool yes = false;
    [[nodiscard]] std::filesystem::path dataFolder() const;
    /// The workspace, opened at the first call. Without `create` a missing one is `not_found`.
    [[nodiscard]] Result<Workspace*> workspace(
        Workspace::Missing missing = Workspace::Missing::fail, std::stop_token stop = {});
    /// --yes, or a yes on the terminal.
    [[nodiscard]] bool confirmed(const std::string& question) const { return yes || out.ask(question); }
    [[nodiscard]] CLI::App& root() { return m_root; }

private:
    CLI::App m_root;
    std::string m_data;
    std::function<int()> m_selected;
    std::vector<std::shared_ptr<void>> m_kept;
    std::unique_ptr<Workspace> m_workspace;
};
}
