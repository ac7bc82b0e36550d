// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "core/base/text.hpp"
#include "core/rules/catalogue/registry.hpp"

#include <iostream>
#include <iterator>

namespace agentarmy::cli {
namespace {
constexpr std::size_t maxParams = std::size_t(64) << 20;

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

int list(App& app)
{
    if (app.out.json) {
        Json rules = Json::array();
        for (const auto* rule : catalogue::catalogue().list())
            rules.push_back({{"rule", rule->name}, {"spec", rule->spec}, {"summary", rule->summary}});
        app.out.print(rules);
        return exitOk;
    }
    Table table({{"Rule"}, {"What it decides", Table::Align::left, true}, {"Where it stands"}});
    for (const auto* rule : catalogue::catalogue().list())
        table.add({rule->name, rule->summary, rule->spec});
    app.out.print(table);
    return exitOk;
}

int show(App& app, const std::string& name)
{
    const auto* rule = catalogue::catalogue().find(name);
    if (!rule)
        return app.out.fail({ErrorKind::notFound, "unknown_rule",
            "There is no rule " + name + ". See agentarmyctl rules list.", {{"rule", name}}});
    app.out.print(Json {{"rule", rule->name}, {"spec", rule->spec}, {"summary", rule->summary},
        {"params", rule->params}, {"result", rule->result}, {"example", rule->example}});
    return exitOk;
}

/// One JSON object a line in, one result a line out, each written at once: a program can ask and wait.
int batch()
{
    const auto& rules = catalogue::catalogue();
    std::string line;
    while (std::getline(std::cin, line)) {
        if (trimView(line).empty())
            continue;
        Json answer;
        if (auto call = parseJson(line); !call)
            answer = catalogue::outcome(agentarmy::fail(call.error()));
        else if (!call->is_object() || !call->contains("rule") || !(*call)["rule"].is_string())
            answer = catalogue::outcome(agentarmy::fail(invalidField("rule", "the name of a rule")));
        else
            answer = catalogue::outcome(
                rules.run((*call)["rule"].get_ref<const std::string&>(), call->value("params", Json::object())));
        std::cout << compact(answer) << std::endl;
    }
    return exitOk;
}

int runOne(App& app, const std::string& name, const std::string& given)
{
    auto text = given;
    if (text.empty()) {
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
        if (text.size() > maxParams)
            return app.out.fail(invalidField("params", "at most 64 MiB"));
    }
    auto params = trimView(text).empty() ? Result<Json>(Json::object()) : parseJson(text);
    const auto result
        = params ? catalogue::catalogue().run(name, *params) : Result<Json>(agentarmy::fail(params.error()));
    app.out.print(catalogue::outcome(result));
    if (result)
        return exitOk;
    // A refusal is a result; only what could not be asked is an error of the call.
    if (result.error().code == "unknown_rule")
        return exitNotFound;
    return result.error().code == "validation_failed" || result.error().code == "invalid_json" ? exitBadArguments
                                                                                               : exitOk;
}
}

void addRules(App& app)
{
    auto* noun = app.group("rules", "The agent's rules, callable one by one");
    auto* listing = app.command(noun, "list", "All rules that can be called", {"agentarmyctl rules list"});
    app.onRun(listing, [&app] { return list(app); });

    auto* showing = app.command(
        noun, "show", "Parameters, result and an example of a rule, as JSON", {"agentarmyctl rules show deals.marks"});
    auto* shown = app.keep<std::string>();
    showing->add_option("RULE", *shown, "AREA.RULE")->required();
    app.onRun(showing, [&app, shown] { return show(app, *shown); });

    auto* running = app.command(noun, "run", "Run a rule on parameters in JSON from standard input",
        {"echo '{\"from\":\"discovery\",\"to\":\"evaluation\"}' | agentarmyctl rules run deals.validateTransition",
            "agentarmyctl rules run --batch < calls.jsonl"});
    auto* name = app.keep<std::string>();
    auto* params = app.keep<std::string>();
    auto* batched = app.keep<bool>(false);
    running->add_option("RULE", *name, "AREA.RULE");
    running->add_option("--params", *params, "Parameters instead of standard input")->type_name("JSON");
    running->add_flag("--batch", *batched, "One {\"rule\", \"params\"} a line in, one result a line out");
    app.onRun(running, [&app, name, params, batched] {
        if (*batched)
            return batch();
        if (name->empty())
            return app.out.fail({ErrorKind::invalid, "bad_arguments", "Name a rule, or say --batch. See --help.", {}});
        return runOne(app, *name, *params);
    });
}
}
