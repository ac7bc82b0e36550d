// SPDX-License-Identifier: AGPL-3.0-or-later
// Conversations as a person goes through them: put aside, read, not read yet.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/conversations/conversation_desk.hpp"
#include "core/engine/conversations/seen.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string conversation, until;
    std::vector<std::string> conversations;
    bool off = false, all = false;
};

int snooze(App& app, const Arguments& given)
{
    if (given.off == !given.until.empty())
        return app.out.fail(invalidField("--until", "a moment to come, or --off instead"));
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    std::optional<Timestamp> until;
    if (!given.off) {
        const auto moment = momentArgument("--until", given.until, w.zone(), w.now());
        if (!moment)
            return app.out.fail(moment.error());
        until = *moment;
    }
    const auto id = findId<Conversation>(w, given.conversation);
    if (!id)
        return app.out.fail(id.error());
    const auto done = snoozeConversation(*w.store, w.context, w.ids, *id, until, w.now());
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"mutationId", idJson(*done)}, {"until", until ? Json(formatTimestamp(*until)) : Json()}});
    else
        app.out.line(done->isNull() ? std::string("It was so already.")
                : until             ? "It comes back " + minuteText(w.zone(), until) + ", or when they write."
                                    : std::string("It is back among the others."));
    return exitOk;
}

int listUnread(App& app)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto unread = unreadConversations(*w.store, w.context, w.now());
    if (!unread)
        return app.out.fail(unread.error());
    auto accounts = readNames(*w.store, w.context, Account::type);
    if (!accounts)
        return app.out.fail(accounts.error());
    const auto accountOf = [&](const Conversation& each) {
        return each.accountId ? (*accounts)[each.accountId->value()] : std::string();
    };
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& each : *unread)
            items.push_back({{"id", each.id.text()}, {"subject", each.subject}, {"preview", each.preview},
                {"channel", std::string(enumText(each.channel))}, {"accountName", accountOf(each)},
                {"lastInboundAt", each.lastInboundAt ? Json(formatTimestamp(*each.lastInboundAt)) : Json()}});
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    Table table({{"They wrote"}, {"Channel"}, {"Account", Table::Align::left, true},
        {"Subject", Table::Align::left, true}, {"Id"}});
    for (const auto& each : *unread)
        table.add({minuteText(w.zone(), each.lastInboundAt), std::string(enumText(each.channel)),
            oneLine(accountOf(each)), oneLine(each.subject), Cell(each.id.text(), Style::dim)});
    app.out.print(table);
    return exitOk;
}

int mark(App& app, const Arguments& given, bool unread)
{
    if (given.all == !given.conversations.empty())
        return app.out.fail(invalidField("CONVERSATION", unread ? "at least one" : "at least one, or --all instead"));
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    std::vector<Id<Conversation>> ids;
    for (const auto& words : given.conversations) {
        const auto id = findId<Conversation>(w, words);
        if (!id)
            return app.out.fail(id.error());
        ids.push_back(*id);
    }
    if (given.all) {
        const auto all = unreadConversations(*w.store, w.context, w.now());
        if (!all)
            return app.out.fail(all.error());
        ids.reserve(all->size());
        for (const auto& each : *all)
            ids.push_back(each.id);
    }
    const auto changed = setUnread(*w.store, w.context, ids, unread, w.now());
    if (!changed)
        return app.out.fail(changed.error());
    Json list = Json::array();
    for (const auto& id : *changed)
        list.push_back(id.text());
    if (app.out.json)
        app.out.print(Json {{"changed", std::move(list)}});
    else
        app.out.line(std::to_string(changed->size()) + (unread ? " marked as unread." : " marked as read."));
    return exitOk;
}
}

void addSnooze(App& app)
{
    auto* command = app.command(nullptr, "snooze", "Put a conversation aside; it comes back then, or when they write",
        {"agentarmyctl snooze \"Wagons that wait\" --until 3d",
            "agentarmyctl snooze 0190ab12 --until \"2026-10-05 14:00\"", "agentarmyctl snooze 0190ab12 --off"});
    auto* given = app.keep<Arguments>();
    command->add_option("CONVERSATION", given->conversation, "Id or subject")->required();
    command->add_option("--until", given->until, "4h, 3d, 2w, 2026-10-05 (8 in the morning), \"2026-10-05 14:00\"")
        ->type_name("WHEN");
    command->add_flag("--off", given->off, "No longer");
    app.onRun(command, [&app, given] { return snooze(app, *given); });
}

void addUnread(App& app)
{
    auto* noun = app.group("unread", "Conversations in which they wrote since you opened them, on this machine");
    auto* listing = app.command(noun, "list", "Unread ones, newest first", {"agentarmyctl unread list"});
    app.onRun(listing, [&app] { return listUnread(app); });

    auto* marking = app.command(
        noun, "mark", "Mark as unread, until it is opened", {"agentarmyctl unread mark \"Wagons that wait\""});
    auto* marked = app.keep<Arguments>();
    marking->add_option("CONVERSATION", marked->conversations, "Id or subject")->required();
    app.onRun(marking, [&app, marked] { return mark(app, *marked, true); });

    auto* reading = app.command(
        noun, "read", "Mark as read", {"agentarmyctl unread read 0190ab12", "agentarmyctl unread read --all"});
    auto* read = app.keep<Arguments>();
    reading->add_option("CONVERSATION", read->conversations, "Id or subject");
    reading->add_flag("--all", read->all, "All that are unread");
    app.onRun(reading, [&app, read] { return mark(app, *read, false); });
}
}
