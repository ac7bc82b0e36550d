// SPDX-License-Identifier: AGPL-3.0-or-later
// The ten qualification points of a deal, by hand.
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/rules/sales/completeness.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string deal, point, value;
};

/// "economicBuyer", "economic-buyer", "Economic buyer".
Result<Dimension> pointArgument(const std::string& text)
{
    const auto plain = [](std::string_view name) {
        auto out = asciiLower(name);
        std::erase_if(out, [](char c) { return c == '-' || c == '_' || c == ' '; });
        return out;
    };
    std::string all;
    for (const auto& [dimension, name] : EnumTexts<Dimension>::values) {
        if (plain(name) == plain(text))
            return dimension;
        all += (all.empty() ? "" : ", ") + std::string(name);
    }
    return agentarmy::fail(invalidField("POINT", "one of " + all));
}

std::string sentence(Dimension dimension, PointEdit edit)
{
    const auto name = std::string(sales::plainName(dimension));
    switch (edit) {
    case PointEdit::set:
    case PointEdit::lock:
        return "The agent leaves " + name + " alone until it is unlocked.";
    case PointEdit::unlock:
        return "The agent may change " + name + " again.";
    case PointEdit::reject:
        return "Nothing is known about " + name + " any more.";
    }
    return {};
}

int run(App& app, const Arguments& given, PointEdit edit)
{
    const auto dimension = pointArgument(given.point);
    if (!dimension)
        return app.out.fail(dimension.error());
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto id = findId<Opportunity>(w, given.deal);
    if (!id)
        return app.out.fail(id.error());
    const auto done = w.desk->qualify(w.context, *id, *dimension, edit, given.value);
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json) {
        app.out.print(doneJson(*done));
        return exitOk;
    }
    app.out.line(oneLine(done->opportunity.name) + ": "
        + (done->mutationId.isNull() ? "it was so already." : sentence(*dimension, edit)));
    return exitOk;
}

void add(App& app, CLI::App* noun, PointEdit edit, const char* verb, const char* what, const char* example)
{
    auto* command = app.command(noun, verb, what, {example});
    auto* given = app.keep<Arguments>();
    command->add_option("DEAL", given->deal, "Id or name")->required();
    command
        ->add_option("POINT", given->point,
            "budget, authority, need, timeline, metrics, economicBuyer, decisionCriteria, decisionProcess, pain, "
            "champion")
        ->required();
    if (edit == PointEdit::set)
        command->add_option("VALUE", given->value, "What is known; at most 500 bytes")->required();
    app.onRun(command, [&app, given, edit] { return run(app, *given, edit); });
}
}

void addPoint(App& app)
{
    auto* noun = app.group("point", "The ten qualification points of a deal, by hand");
    add(app, noun, PointEdit::set, "set", "Say what is known; the agent leaves it alone from then on",
        "agentarmyctl point set \"Yard cameras\" economic-buyer \"Petra Lind, CFO\"");
    add(app, noun, PointEdit::lock, "confirm", "What stands there is right; the agent leaves it alone from then on",
        "agentarmyctl point confirm \"Yard cameras\" budget");
    add(app, noun, PointEdit::reject, "reject", "What stands there is wrong: nothing is known",
        "agentarmyctl point reject \"Yard cameras\" champion");
    add(app, noun, PointEdit::unlock, "unlock", "Let the agent change it again",
        "agentarmyctl point unlock \"Yard cameras\" budget");
}
}
