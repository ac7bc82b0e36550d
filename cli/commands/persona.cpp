// SPDX-License-Identifier: AGPL-3.0-or-later
// How the agent writes.
#include "core/rules/intelligence/persona.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "core/base/text.hpp"
#include "core/engine/workspace/settings.hpp"

#include <cmath>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::optional<std::string> formality, detail, depth, initiative, instructions;
};

int show(App& app)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    const auto& settings = (**workspace).info.settings;
    const auto axes = intelligence::axesOf(settings.persona, settings.region);
    if (app.out.json) {
        app.out.print(Json {
            {"dimensions",
                {{"formal_casual", axes.formalCasual}, {"concise_detailed", axes.conciseDetailed},
                    {"technical_business", axes.technicalBusiness}, {"proactive_reactive", axes.proactiveReactive}}},
            {"followsRegion", !settings.persona.formalCasual.has_value()},
            {"customInstructions", settings.persona.customInstructions}});
        return exitOk;
    }
    const auto lines = intelligence::personaLines(axes);
    const auto percent = [](double share) { return std::to_string(std::lround(share * 100)) + " %"; };
    Table table({{""}, {"", Table::Align::right}, {"", Table::Align::left, true}});
    table.add({"Formality", percent(axes.formalCasual),
        std::string(lines[0]) + (settings.persona.formalCasual ? "" : " As usual in the region.")});
    table.add({"Detail", percent(axes.conciseDetailed), std::string(lines[1])});
    table.add({"Depth", percent(axes.technicalBusiness), std::string(lines[2])});
    table.add({"Initiative", percent(axes.proactiveReactive), std::string(lines[3])});
    table.add({"In your words", "", oneLine(settings.persona.customInstructions)});
    app.out.print(table);
    return exitOk;
}

int set(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto persona = w.info.settings.persona;
    const auto take = [](const char* option, const std::optional<std::string>& text, std::optional<double>& axis) {
        if (!text)
            return Result<void>();
        if (meansNothing(*text)) {
            axis.reset();
            return Result<void>();
        }
        const auto share = shareArgument(option, *text);
        if (!share)
            return Result<void>(agentarmy::fail(share.error()));
        axis = *share;
        return Result<void>();
    };
    for (const auto& done : {take("--formality", given.formality, persona.formalCasual),
             take("--detail", given.detail, persona.conciseDetailed),
             take("--depth", given.depth, persona.technicalBusiness),
             take("--initiative", given.initiative, persona.proactiveReactive)})
        if (!done)
            return app.out.fail(done.error());
    if (given.instructions)
        persona.customInstructions = meansNothing(*given.instructions) ? std::string() : *given.instructions;
    if (const auto done = changePersona(*w.store, w.context, w.ids, persona); !done)
        return app.out.fail(done.error());
    auto info = readWorkspace(*w.store, w.context);
    if (!info)
        return app.out.fail(info.error());
    w.info = std::move(*info);
    return show(app);
}
}

void addPersona(App& app)
{
    auto* noun = app.group("persona", "How the agent writes");
    auto* showing = app.command(
        noun, "show", "Formality, detail, depth, initiative, and your own words", {"agentarmyctl persona show"});
    app.onRun(showing, [&app] { return show(app); });
    auto* setting = app.command(noun, "set", "For drafts from now on; \"none\" is as usual again",
        {"agentarmyctl persona set --formality 80% --detail 20%",
            "agentarmyctl persona set --formality none --instructions \"British spelling\""});
    auto* given = app.keep<Arguments>();
    setting->add_option("--formality", given->formality, "0 casual to 1 formal")->type_name("SHARE");
    setting->add_option("--detail", given->detail, "0 concise to 1 detailed")->type_name("SHARE");
    setting->add_option("--depth", given->depth, "0 business words to 1 technical")->type_name("SHARE");
    setting->add_option("--initiative", given->initiative, "0 waits for questions to 1 proposes next steps")
        ->type_name("SHARE");
    setting->add_option("--instructions", given->instructions, "In your own words, kept for language models")
        ->type_name("TEXT");
    app.onRun(setting, [&app, given] { return set(app, *given); });
}
}
