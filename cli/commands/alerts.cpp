// SPDX-License-Identifier: AGPL-3.0-or-later
// What there is to tell about deals, and what a person says to it.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/home/insights.hpp"

namespace agentarmy::cli {
namespace {
using intelligence::AlertSeverity;

struct Arguments {
    std::string deal, answer, until;
    bool answered = false;
};

const char* severityText(AlertSeverity severity)
{
    return severity == AlertSeverity::critical ? "critical" : severity == AlertSeverity::warning ? "warning" : "info";
}

Json insightJson(const Insight& insight)
{
    Json alerts = Json::array();
    for (const auto& alert : insight.alerts)
        alerts.push_back({{"reason", std::string(enumText(alert.reason))}, {"severity", severityText(alert.severity)},
            {"since", formatTimestamp(alert.since)}});
    return {{"card", cardJson(insight.card)}, {"alerts", std::move(alerts)},
        {"answer", insight.answer ? Json(std::string(enumText(*insight.answer))) : Json()},
        {"until", insight.until ? Json(formatTimestamp(*insight.until)) : Json()}};
}

int list(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto insights = loadInsights(*w.store, w.context, w.info, w.now());
    if (!insights)
        return app.out.fail(insights.error());
    const auto& shown = given.answered ? insights->answered : insights->open;
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& insight : shown)
            items.push_back(insightJson(insight));
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    Table table({{"Since"}, {"Severity"}, {"Deal", Table::Align::left, true}, {"Account", Table::Align::left, true},
        {"What", Table::Align::left, true}, {"Answer"}, {"Id"}});
    for (const auto& insight : shown) {
        std::vector<std::string> reasons;
        reasons.reserve(insight.alerts.size());
        for (const auto& alert : insight.alerts)
            reasons.push_back(plainWords(enumText(alert.reason)));
        const auto& worst = insight.alerts.front();
        auto answer = insight.answer ? plainWords(enumText(*insight.answer)) : std::string();
        if (insight.until)
            answer += " until " + minuteText(w.zone(), insight.until);
        table.add({dayText(w.zone(), worst.since),
            Cell(severityText(worst.severity),
                worst.severity == AlertSeverity::critical ? Style::warning : Style::plain),
            oneLine(insight.card.name), oneLine(insight.card.accountName), join(reasons, ", "), answer,
            Cell(insight.card.id.text(), Style::dim)});
    }
    app.out.print(table);
    return exitOk;
}

int answer(App& app, const Arguments& given)
{
    std::optional<InsightAnswer> said;
    if (!meansNothing(given.answer)) {
        const auto read = enumArgument<InsightAnswer>("ANSWER", given.answer);
        if (!read)
            return app.out.fail(read.error());
        said = *read;
    }
    if (!given.until.empty() && said != InsightAnswer::snoozed)
        return app.out.fail(invalidField("--until", "only where the answer is snoozed"));
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    std::optional<Timestamp> until;
    if (said == InsightAnswer::snoozed) {
        const auto moment = momentArgument("--until", given.until, w.zone(), w.now());
        if (!moment)
            return app.out.fail(moment.error());
        until = *moment;
    }
    const auto deal = findId<Opportunity>(w, given.deal);
    if (!deal)
        return app.out.fail(deal.error());
    if (const auto done = answerInsight(*w.store, w.context, w.info, *deal, said, until, w.now()); !done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(
            Json {{"opportunityId", deal->text()}, {"answer", said ? Json(std::string(enumText(*said))) : Json()},
                {"until", until ? Json(formatTimestamp(*until)) : Json()}});
    else
        app.out.line(!said ? std::string("It is open again.")
                : until    ? "It comes back " + minuteText(w.zone(), until) + '.'
                           : std::string("Noted. It comes back when there is another reason."));
    return exitOk;
}
}

void addAlerts(App& app)
{
    auto* noun = app.group("alerts", "What there is to tell about deals");
    auto* listing = app.command(noun, "list", "Open alerts, newest first",
        {"agentarmyctl alerts list", "agentarmyctl alerts list --answered --json"});
    auto* shown = app.keep<Arguments>();
    listing->add_flag("--answered", shown->answered, "Those that were answered instead");
    app.onRun(listing, [&app, shown] { return list(app, *shown); });

    auto* answering
        = app.command(noun, "answer", "Answer all alerts of a deal, on this machine; \"none\" opens them again",
            {"agentarmyctl alerts answer \"Yard cameras\" useful",
                "agentarmyctl alerts answer \"Yard cameras\" snoozed --until 3d"});
    auto* given = app.keep<Arguments>();
    answering->add_option("DEAL", given->deal, "Id or name")->required();
    answering->add_option("ANSWER", given->answer, "useful, false_alarm, snoozed or none")->required();
    answering
        ->add_option("--until", given->until, "When a snoozed one comes back: 3d, 2026-10-05, \"2026-10-05 14:00\"")
        ->type_name("WHEN");
    app.onRun(answering, [&app, given] { return answer(app, *given); });
}
}
