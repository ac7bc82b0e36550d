// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/search.hpp"
#include "cli/commands/commands.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::vector<std::string> words, types;
    int limit = 20;
};

int run(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    TextQuery query;
    query.text = join(given.words, " ") + ' '; // a typed command is complete: the last word is no beginning
    query.limit = std::clamp(given.limit, 1, 200);
    for (const auto& type : given.types)
        query.types.push_back(type == "deal" ? Opportunity::type : type);
    auto results = searchWorkspace(*w.store, w.context, query);
    if (!results)
        return app.out.fail(results.error());
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& result : *results)
            items.push_back({{"type", result.document.type}, {"id", result.document.id.text()}, {"score", result.score},
                {"title", result.title}, {"snippet", result.snippet}, {"accountName", result.accountName},
                {"at", result.at ? Json(formatTimestamp(*result.at)) : Json()},
                {"conversationId", idJson(result.conversationId)}});
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    Table table({{""}, {""}, {"", Table::Align::left, true}, {"", Table::Align::left, true},
        {"", Table::Align::left, true}, {""}});
    for (const auto& result : *results)
        table.add({plainWords(result.document.type == Opportunity::type ? "deal" : result.document.type),
            dayText(w.zone(), result.at), result.accountName, Cell(result.title, Style::bold), result.snippet,
            Cell((result.conversationId.isNull() ? result.document.id : result.conversationId).text(), Style::dim)});
    if (table.empty())
        app.out.line("Nothing found.");
    app.out.print(table);
    return exitOk;
}
}

void addSearch(App& app)
{
    auto* command = app.command(nullptr, "search", "Find words in messages, transcripts, deals, accounts and people",
        {"agentarmyctl search works council", "agentarmyctl search '\"fleet planning\" budget' --type message"});
    auto* given = app.keep<Arguments>();
    command->add_option("TEXT", given->words, "Words that must all occur; a \"phrase\" in quotes")->required();
    command
        ->add_option(
            "--type", given->types, "Only this type: message, transcript, deal, account, contact, task, meeting")
        ->type_name("TYPE")
        ->take_all();
    command->add_option("--limit", given->limit, "At most so many (default 20)")->type_name("N");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
