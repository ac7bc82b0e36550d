// SPDX-License-Identifier: AGPL-3.0-or-later
// Shell completion, made from the tree of commands itself, so that it cannot fall behind.
#include "cli/commands/commands.hpp"

#include <iostream>

namespace agentarmy::cli {
namespace {
struct Word {
    std::string text, what;
};
struct Node {
    std::string path; ///< "deal move"; empty: the program
    std::vector<Word> words;
};

void optionsOf(const CLI::App& command, std::vector<Word>& words)
{
    for (const auto* option : command.get_options()) {
        for (const auto& name : option->get_lnames())
            words.push_back({"--" + name, option->get_description()});
        for (const auto& name : option->get_snames())
            words.push_back({'-' + name, option->get_description()});
    }
}

void walk(const CLI::App& command, const std::string& path, const std::vector<Word>& global, std::vector<Node>& nodes)
{
    Node node {path, {}};
    const auto verbs = command.get_subcommands([](const CLI::App*) { return true; });
    for (const auto* verb : verbs)
        node.words.push_back({verb->get_name(), verb->get_description()});
    optionsOf(command, node.words);
    if (!path.empty())
        for (const auto& word : global)
            if (word.text != "--version" && word.text != "--help" && word.text != "-h")
                node.words.push_back(word);
    if (path == "completion")
        node.words.insert(node.words.end(), {{"bash", "For bash"}, {"zsh", "For zsh"}});
    nodes.push_back(std::move(node));
    for (const auto* verb : verbs)
        walk(*verb, path.empty() ? verb->get_name() : path + ' ' + verb->get_name(), global, nodes);
}

std::vector<Node> nodesOf(const CLI::App& root)
{
    std::vector<Word> global;
    optionsOf(root, global);
    std::vector<Node> nodes;
    walk(root, {}, global, nodes);
    return nodes;
}

constexpr const char* header = "# SPDX-License-Identifier: AGPL-3.0-or-later\n# Made by: agentarmyctl completion ";

void printBash(std::ostream& out, const std::vector<Node>& nodes)
{
    out << header
        << "bash\n_agentarmyctl()\n{\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} path='' words='' word\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"$path $word\" in\n        ";
    bool first = true;
    for (const auto& node : nodes)
        if (!node.path.empty()) {
            const auto space = node.path.find(' ');
            out << (first ? "" : " | ") << '"' << (space == std::string::npos ? ' ' + node.path : node.path) << '"';
            first = false;
        }
    out << ") path=${path:+$path }$word ;;\n        esac\n    done\n    case \"$path\" in\n";
    for (const auto& node : nodes) {
        out << "    '" << node.path << "') words='";
        for (std::size_t i = 0; i < node.words.size(); ++i)
            out << (i ? " " : "") << node.words[i].text;
        out << "' ;;\n";
    }
    out << "    esac\n    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n}\n"
           "complete -o default -F _agentarmyctl agentarmyctl\n";
}

std::string zshWord(const Word& word)
{
    std::string out;
    for (const char c : word.text + ':' + word.what)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return '\'' + out + '\'';
}

void printZsh(std::ostream& out, const std::vector<Node>& nodes)
{
    out << "#compdef agentarmyctl\n"
        << header
        << "zsh\n_agentarmyctl()\n{\n"
           "    local command='' word\n    local -a entries\n"
           "    for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
           "        case \"$command $word\" in\n        ";
    bool first = true;
    for (const auto& node : nodes)
        if (!node.path.empty()) {
            const auto space = node.path.find(' ');
            out << (first ? "" : " | ") << '"' << (space == std::string::npos ? ' ' + node.path : node.path) << '"';
            first = false;
        }
    out << ") command=${command:+$command }$word ;;\n        esac\n    done\n    case \"$command\" in\n";
    for (const auto& node : nodes) {
        out << "    '" << node.path << "') entries=(";
        for (const auto& word : node.words)
            out << "\n        " << zshWord(word);
        out << "\n    ) ;;\n";
    }
    out << "    esac\n    _describe 'agentarmyctl' entries || _files\n}\n_agentarmyctl \"$@\"\n";
}
}

void addCompletion(App& app)
{
    auto* command = app.command(nullptr, "completion", "Completion for a shell",
        {"agentarmyctl completion bash > ~/.local/share/bash-completion/completions/agentarmyctl",
            "agentarmyctl completion zsh > ~/.zfunc/_agentarmyctl"});
    auto* shell = app.keep<std::string>();
    command->add_option("SHELL", *shell, "bash or zsh")->required();
    app.onRun(command, [&app, shell] {
        const auto nodes = nodesOf(app.root());
        if (*shell == "bash")
            printBash(std::cout, nodes);
        else if (*shell == "zsh")
            printZsh(std::cout, nodes);
        else
            return app.out.fail(invalidField("SHELL", "bash or zsh"));
        return int(exitOk);
    });
}
}
