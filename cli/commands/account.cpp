// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/domain/plan.hpp"
#include "core/engine/records/reading.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct ListArguments {
    std::string text;
    bool archived = false;
};

int list(App& app, const ListArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto board = loadBoard(*w.store, w.context, {}, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    std::map<Id<Account>, std::pair<int, MoneySums>> open;
    for (const auto& card : board->cards)
        if (isOpen(card.stage)) {
            auto& entry = open[card.accountId];
            ++entry.first;
            if (card.value)
                entry.second.add(*card.value);
        }
    Query query;
    query.sort = SortKey::name;
    query.includeArchived = given.archived;
    auto accounts = readEntities<Account>(*w.store, w.context, query);
    if (!accounts)
        return app.out.fail(accounts.error());
    const auto text = nameKey(given.text);
    Json items = Json::array();
    Table table({{"Account", Table::Align::left, true}, {"Industry", Table::Align::left, true}, {"Owner"},
        {"Open deals", Table::Align::right}, {"Open value", Table::Align::right}, {"Id"}});
    for (const auto& account : *accounts) {
        if (!text.empty() && nameKey(account.accountName).find(text) == std::string::npos)
            continue;
        const auto* owner = w.info.user(account.ownerId);
        const auto& sums = open[account.id];
        auto json = toJson(account);
        json["openDeals"] = sums.first;
        json["openValue"] = toJson(sums.second.list());
        items.push_back(std::move(json));
        table.add({account.accountName, account.industry.value_or(""), owner ? owner->name : "",
            std::to_string(sums.first), moneyList(sums.second.list()), Cell(account.id.text(), Style::dim)});
    }
    if (app.out.json)
        app.out.print(Json {{"items", std::move(items)}});
    else
        app.out.print(table);
    return exitOk;
}

int show(App& app, const std::string& words)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto id = findId<Account>(w, words);
    if (!id)
        return app.out.fail(id.error());
    auto account = readEntity(*w.store, w.context, *id);
    if (!account)
        return app.out.fail(account.error());
    BoardFilter filter;
    filter.account = *id;
    auto board = loadBoard(*w.store, w.context, filter, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    Query ofAccount;
    ofAccount.accountId = id->value();
    auto people = readEntities<Contact>(*w.store, w.context, ofAccount);
    if (!people)
        return app.out.fail(people.error());
    Query planQuery;
    planQuery.externalKey = id->text();
    auto plan = readFirst<AccountPlan>(*w.store, w.context, planQuery);
    if (!plan)
        return app.out.fail(plan.error());
    if (app.out.json) {
        Json deals = Json::array();
        for (const auto& card : board->cards)
            deals.push_back(cardJson(card));
        app.out.print(Json {{"account", toJson(*account)}, {"deals", std::move(deals)}, {"contacts", toJson(*people)},
            {"plan", *plan ? toJson(**plan) : Json()}});
        return exitOk;
    }
    app.out.heading(oneLine(account->accountName));
    Table facts({{""}, {"", Table::Align::left, true}});
    const auto* owner = w.info.user(account->ownerId);
    for (const auto& [label, value] : {std::pair<const char*, std::string> {"Industry", account->industry.value_or("")},
             {"Size", account->companySize.value_or("")}, {"Website", account->website.value_or("")},
             {"Region", account->region.value_or("")}, {"Mail domains", join(account->domains, ", ")},
             {"Also called", join(account->otherNames, ", ")}, {"Owner", owner ? owner->name : ""},
             {"Id", account->id.text()}})
        if (!value.empty())
            facts.add({label, value});
    app.out.print(facts, "  ");
    if (!board->cards.empty()) {
        app.out.heading("Deals");
        std::vector<const BoardCard*> cards;
        for (const auto& card : board->cards)
            cards.push_back(&card);
        app.out.print(cardTable(cards, true), "  ");
    }
    if (!people->empty()) {
        app.out.heading("People");
        Table table({{"Name"}, {"Title", Table::Align::left, true}, {"E-mail", Table::Align::left, true}, {"Last"}});
        for (const auto& person : *people)
            table.add({person.contactName, person.title.value_or(""), person.contactEmail,
                dayText(w.zone(), person.stakeholder.lastInteraction)});
        app.out.print(table, "  ");
    }
    if (*plan && !(*plan)->interactionSummaries.empty()) {
        app.out.heading("Newest interactions");
        const auto& all = (*plan)->interactionSummaries;
        for (std::size_t i = 0; i < all.size() && i < 5; ++i) {
            const auto& each = all[all.size() - 1 - i];
            app.out.line("  " + dayText(w.zone(), each.date) + "  " + oneLine(each.summary));
        }
    }
    return exitOk;
}
}

void addAccount(App& app)
{
    auto* noun = app.group("account", "Customer companies");
    auto* listing = app.command(
        noun, "list", "Accounts by name, with what is open", {"agentarmyctl account list --text logistics"});
    auto* given = app.keep<ListArguments>();
    listing->add_option("--text", given->text, "Only names with these words")->type_name("TEXT");
    listing->add_flag("--archived", given->archived, "Archived ones too");
    app.onRun(listing, [&app, given] { return list(app, *given); });
    auto* showing = app.command(
        noun, "show", "One account with deals, people and newest interactions", {"agentarmyctl account show Nordwind"});
    auto* shown = app.keep<std::string>();
    showing->add_option("ACCOUNT", *shown, "Id or name")->required();
    app.onRun(showing, [&app, shown] { return show(app, *shown); });
    addRecordVerbs(app, noun, Account::type);
    addMergeVerb(app, noun, Account::type);
}
}
