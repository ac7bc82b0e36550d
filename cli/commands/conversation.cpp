// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct ListArguments {
    std::string account, deal, turn, cursor;
    int limit = 50;
};

int list(App& app, const ListArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    Query query;
    query.limit = std::clamp(given.limit, 1, 1000);
    query.cursor = given.cursor;
    if (!given.account.empty()) {
        auto account = findId<Account>(w, given.account);
        if (!account)
            return app.out.fail(account.error());
        query.accountId = account->value();
    }
    if (!given.deal.empty()) {
        auto deal = findId<Opportunity>(w, given.deal);
        if (!deal)
            return app.out.fail(deal.error());
        query.opportunityId = deal->value();
    }
    if (!given.turn.empty()) {
        auto turn = enumArgument<Turn>("--turn", given.turn);
        if (!turn)
            return app.out.fail(turn.error());
        query.states = {std::string(enumText(*turn))};
    }
    auto page = listConversations(*w.store, w.context, query);
    if (!page)
        return app.out.fail(page.error());
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& row : page->rows)
            items.push_back(rowJson(row));
        app.out.print(Json {
            {"items", std::move(items)}, {"nextCursor", page->nextCursor.empty() ? Json() : Json(page->nextCursor)}});
        return exitOk;
    }
    Table table({{"Last"}, {"Channel"}, {"Account", Table::Align::left, true}, {"Subject", Table::Align::left, true},
        {"Turn"}, {"Messages", Table::Align::right}, {"Id"}});
    for (const auto& row : page->rows)
        table.add({minuteText(w.zone(), row.lastAt), std::string(enumText(row.channel)), row.accountName, row.subject,
            Cell(row.turn == Turn::ours        ? "ours"
                    : row.turn == Turn::theirs ? "theirs"
                                               : "",
                row.turn == Turn::ours ? Style::warning : Style::plain),
            std::to_string(row.messageCount), Cell(row.id.text(), Style::dim)});
    app.out.print(table);
    if (!page->nextCursor.empty())
        app.out.line(app.out.style("More: --cursor " + page->nextCursor, Style::dim));
    return exitOk;
}

void indented(const Output& out, const std::string& text)
{
    const auto safe = printable(text); // lives as long as its lines
    for (const auto line : linesOf(safe))
        out.line("    " + std::string(line));
}

void tell(const Output& out, const ConversationView& view, const Zone& zone)
{
    out.heading(oneLine(view.conversation.subject.empty() ? std::string("(no subject)") : view.conversation.subject));
    out.line("  " + oneLine(view.accountName) + ", " + std::string(enumText(view.conversation.channel)) + ", "
        + std::to_string(view.conversation.messageCount) + " messages");
    for (const auto& message : view.messages) {
        const auto& who = message.from.name.empty() ? message.from.address : message.from.name;
        auto head = minuteText(zone, message.sentAt) + "  " + oneLine(who);
        if (message.kind != MessageKind::person)
            head += " (" + plainWords(enumText(message.kind)) + ')';
        out.line("");
        out.line("  " + out.style(head, message.direction == Direction::inbound ? Style::bold : Style::dim));
        indented(out, message.text);
    }
    for (std::size_t i = 0; i < view.utterances.size(); ++i) {
        const auto& said = view.utterances[i];
        const auto seconds = said.timestampMs / 1000;
        const auto clock
            = std::to_string(seconds / 60) + (seconds % 60 < 10 ? ":0" : ":") + std::to_string(seconds % 60);
        out.line("  "
            + out.style(clock + "  " + oneLine(said.speaker), view.utteranceOurs[i] ? Style::dim : Style::bold) + ": "
            + oneLine(said.text));
    }
    if (view.draft) {
        out.line("");
        out.heading("Draft of the agent, waits for you");
        indented(out, view.draft->payload.body);
    }
}

int show(App& app, const std::string& words)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto id = findId<Conversation>(w, words);
    if (!id)
        return app.out.fail(id.error());
    auto view = loadConversation(*w.store, w.context, *id);
    if (!view)
        return app.out.fail(view.error());
    if (app.out.json)
        app.out.print(conversationJson(*view));
    else
        tell(app.out, *view, w.zone());
    return exitOk;
}
}

void addConversation(App& app)
{
    auto* noun = app.group("conversation", "Threads, chats and meetings");
    auto* listing = app.command(noun, "list", "Conversations, newest first",
        {"agentarmyctl conversation list --turn ours", "agentarmyctl conversation list --account Nordwind --json"});
    auto* given = app.keep<ListArguments>();
    listing->add_option("--account", given->account, "Only of this account")->type_name("ACCOUNT");
    listing->add_option("--deal", given->deal, "Only about this deal")->type_name("DEAL");
    listing->add_option("--turn", given->turn, "Who must answer next: ours, theirs, none")->type_name("TURN");
    listing->add_option("--limit", given->limit, "At most so many (default 50)")->type_name("N");
    listing->add_option("--cursor", given->cursor, "Go on after a page")->type_name("CURSOR");
    app.onRun(listing, [&app, given] { return list(app, *given); });
    auto* showing = app.command(noun, "show", "All messages of a thread, or the transcript of a meeting",
        {"agentarmyctl conversation show 0190ab12"});
    auto* shown = app.keep<std::string>();
    showing->add_option("CONVERSATION", *shown, "Id or subject")->required();
    app.onRun(showing, [&app, shown] { return show(app, *shown); });
    addRecordVerbs(app, noun, Conversation::type);
}
}
