// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/engine/sales/agenda.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string owner;
    int limit = 20;
};

Json itemJson(const AgendaItem& item)
{
    Json json {{"action", toJson(item.action)}, {"score", item.score}, {"contactId", item.contactId.text()},
        {"contactName", item.contactName}, {"accountId", item.accountId.text()}, {"accountName", item.accountName},
        {"conversationId", item.conversationId.text()}, {"dealName", item.dealName}};
    json["opportunityId"] = item.opportunityId ? Json(item.opportunityId->text()) : Json();
    json["stage"] = item.stage ? Json(enumText(*item.stage)) : Json();
    json["value"]
        = item.value ? Json {{"amountMinor", item.value->amountMinor}, {"currency", item.value->currency}} : Json();
    json["ownerId"] = item.ownerId ? Json(item.ownerId->text()) : Json();
    json["waitingSince"] = item.waitingSince ? Json(formatTimestamp(*item.waitingSince)) : Json();
    json["draftId"] = item.draftId ? Json(item.draftId->text()) : Json();
    return json;
}

int run(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    std::optional<Id<User>> owner;
    if (!given.owner.empty()) {
        auto found = findId<User>(w, given.owner);
        if (!found)
            return app.out.fail(found.error());
        owner = *found;
    }
    auto board = loadBoard(*w.store, w.context, {}, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    auto items = loadAgenda(*w.store, w.context, *board, w.now(), owner);
    if (!items)
        return app.out.fail(items.error());
    if (std::size_t(given.limit) < items->size())
        items->resize(std::size_t(given.limit));
    if (app.out.json) {
        Json list = Json::array();
        for (const auto& item : *items)
            list.push_back(itemJson(item));
        app.out.print(Json {{"items", std::move(list)}});
        return exitOk;
    }
    if (items->empty()) {
        app.out.line("Nothing to do: every next step is theirs.");
        return exitOk;
    }
    Table table({{"What", Table::Align::left, true}, {"Who"}, {"Account", Table::Align::left, true},
        {"Deal", Table::Align::left, true}, {"Value", Table::Align::right}, {"They wait since"}, {"Draft"}});
    for (const auto& item : *items)
        table.add({{item.action.description}, {item.contactName}, {item.accountName}, {item.dealName},
            {item.value ? moneyList({*item.value}) : std::string()}, {minuteText(w.zone(), item.waitingSince)},
            {item.draftId ? item.draftId->text().substr(0, 13) : std::string()}});
    app.out.print(table);
    return exitOk;
}
}

void addNext(App& app)
{
    auto* command = app.command(nullptr, "next", "What to do next, by expected value and urgency",
        {"agentarmyctl next", "agentarmyctl next --owner \"Lena Hartmann\" --limit 5",
            "agentarmyctl next --json   # then: approvals approve DRAFT"});
    auto* given = app.keep<Arguments>();
    command->add_option("--owner", given->owner, "Only what this person owns")->type_name("USER");
    command->add_option("--limit", given->limit, "At most so many; 20 unless told")->check(CLI::Range(1, 1000));
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
