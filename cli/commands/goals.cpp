// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/home/goals.hpp"
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"

#include <cmath>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string owner, type, target;
};

bool isMoney(const GoalGauge& gauge) { return !gauge.currency.empty(); }

std::string numberText(const GoalGauge& gauge, double value)
{
    return isMoney(gauge) ? moneyList({Money {std::int64_t(std::llround(value)), gauge.currency}})
                          : std::to_string(std::llround(value));
}

Json gaugeJson(const GoalGauge& gauge)
{
    Json json {{"goalType", std::string(enumText(gauge.type))}, {"current", gauge.current},
        {"currency", gauge.currency}, {"target", gauge.target ? Json(*gauge.target) : Json()}, {"progressPct", Json()},
        {"onTrack", Json()}, {"paceRatio", Json()}, {"forecast", Json()}};
    if (const auto& progress = gauge.progress) {
        json["progressPct"] = progress->progressPct;
        json["onTrack"] = progress->onTrack;
        json["paceRatio"] = progress->paceRatio ? Json(*progress->paceRatio) : Json();
        json["forecast"] = progress->forecast ? Json(*progress->forecast) : Json();
    }
    Json others = Json::array();
    for (const auto& sum : gauge.others)
        others.push_back({{"amountMinor", sum.amountMinor}, {"currency", sum.currency}});
    json["others"] = std::move(others);
    return json;
}

Result<std::optional<Id<User>>> ownerOf(Workspace& w, const std::string& given)
{
    if (given.empty())
        return std::optional(w.info.self);
    if (given == "all")
        return std::optional<Id<User>>();
    auto found = findId<User>(w, given);
    if (!found)
        return fail(found.error());
    return std::optional(*found);
}

int print(App& app, Workspace& w, std::optional<Id<User>> owner)
{
    auto board = loadBoard(*w.store, w.context, {}, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    const auto gauges = loadGoals(*w.store, w.context, *board, w.info.settings, owner, w.now());
    if (!gauges)
        return app.out.fail(gauges.error());
    const auto period = goalPeriod(w.info.settings, w.now());
    if (app.out.json) {
        Json list = Json::array();
        for (const auto& gauge : *gauges)
            list.push_back(gaugeJson(gauge));
        app.out.print(Json {{"periodStart", formatTimestamp(period.start)}, {"periodEnd", formatTimestamp(period.end)},
            {"goals", std::move(list)}});
        return exitOk;
    }
    Table table({{"Goal"}, {"Now", Table::Align::right}, {"Target", Table::Align::right},
        {"Reached", Table::Align::right}, {"Pace"}, {"Beside", Table::Align::left, true}});
    for (const auto& gauge : *gauges) {
        const auto& progress = gauge.progress;
        table.add({std::string(enumText(gauge.type)), numberText(gauge, gauge.current),
            gauge.target ? numberText(gauge, *gauge.target) : std::string(),
            progress ? std::to_string(std::llround(progress->progressPct)) + " %" : std::string(),
            !progress               ? std::string()
                : progress->behind  ? std::string("behind")
                : progress->onTrack ? std::string("on track")
                                    : std::string("slightly behind"),
            moneyList(gauge.others)});
    }
    app.out.print(table);
    return exitOk;
}

int show(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    const auto owner = ownerOf(**workspace, given.owner);
    if (!owner)
        return app.out.fail(owner.error());
    return print(app, **workspace, *owner);
}

int set(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto owner = ownerOf(w, given.owner);
    if (!owner)
        return app.out.fail(owner.error());
    const auto type = parseEnum<GoalType>(given.type);
    if (!type || *type == GoalType::quality)
        return app.out.fail(invalidField("TYPE", "revenue, pipeline or activity"));
    std::optional<double> target;
    if (!meansNothing(given.target)) {
        const auto money = moneyArgument("TARGET", given.target, w.info.settings.currency);
        if (!money)
            return app.out.fail(money.error());
        if (money->currency != w.info.settings.currency)
            return app.out.fail(invalidField("TARGET", "an amount in " + w.info.settings.currency));
        target = *type == GoalType::activity ? double(money->amountMinor) / std::pow(10.0, minorDigits(money->currency))
                                             : double(money->amountMinor);
    }
    const auto done = setGoal(*w.store, w.context, w.ids, w.info.settings, *owner, *type, target, w.now());
    if (!done)
        return app.out.fail(done.error());
    return print(app, w, *owner);
}
}

void addGoals(App& app)
{
    auto* noun = app.group("goals", "Numbers of the quarter beside their targets");
    auto* showing = app.command(noun, "show", "Revenue won, mails and meetings, open pipeline",
        {"agentarmyctl goals show", "agentarmyctl goals show --owner all --json"});
    auto* given = app.keep<Arguments>();
    showing->add_option("--owner", given->owner, "Whose; you unless told, \"all\" for everybody")->type_name("USER");
    app.onRun(showing, [&app, given] { return show(app, *given); });
    auto* setting = app.command(noun, "set", "Set a target of this quarter; \"none\" takes it away",
        {"agentarmyctl goals set revenue 560000", "agentarmyctl goals set activity 120"});
    auto* wanted = app.keep<Arguments>();
    setting->add_option("TYPE", wanted->type, "revenue, pipeline or activity")->required();
    setting->add_option("TARGET", wanted->target, "An amount, or a number of mails and meetings")->required();
    setting->add_option("--owner", wanted->owner, "Whose; you unless told, \"all\" for everybody")->type_name("USER");
    app.onRun(setting, [&app, wanted] { return set(app, *wanted); });
}
}
