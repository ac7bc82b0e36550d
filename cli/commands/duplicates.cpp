// SPDX-License-Identifier: AGPL-3.0-or-later
// Records that may be one: look at them, make them one, or say that they are not.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/accounts/account_book.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string type, first, second;
};

/// "account" or "contact"; empty gives `otherwise`.
Result<std::string> typeArgument(const std::string& text, const std::string& otherwise)
{
    const auto given = text.empty() ? otherwise : asciiLower(trimView(text));
    if (given != Account::type && given != Contact::type && !given.empty())
        return agentarmy::fail(invalidField("--type", "account or contact"));
    return given;
}

struct Pair {
    const char* type;
    std::string first, second, firstName, secondName, reason, what;
};

template <class T>
void take(std::vector<Pair>& pairs, const std::vector<DuplicatePair<T>>& found,
    const std::unordered_map<Uuid, std::string>& names)
{
    const auto nameOf = [&](Id<T> id) {
        const auto known = names.find(id.value());
        return known == names.end() ? std::string() : known->second;
    };
    for (const auto& pair : found)
        pairs.push_back({T::type, pair.first.text(), pair.second.text(), nameOf(pair.first), nameOf(pair.second),
            std::string(enumText(pair.reason)), pair.what});
}

int list(App& app, const Arguments& given)
{
    const auto type = typeArgument(given.type, {});
    if (!type)
        return app.out.fail(type.error());
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto board = loadBoard(*w.store, w.context, {}, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    const auto book = loadAccountBook(*w.store, w.context, *board, w.info);
    const auto accounts = readNames(*w.store, w.context, Account::type);
    const auto people = readNames(*w.store, w.context, Contact::type);
    if (!book)
        return app.out.fail(book.error());
    if (!accounts || !people)
        return app.out.fail(accounts ? people.error() : accounts.error());
    std::vector<Pair> pairs;
    if (*type != Contact::type)
        take(pairs, book->sameAccounts, *accounts);
    if (*type != Account::type)
        take(pairs, book->samePeople, *people);
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& pair : pairs)
            items.push_back({{"type", pair.type}, {"first", {{"id", pair.first}, {"name", pair.firstName}}},
                {"second", {{"id", pair.second}, {"name", pair.secondName}}}, {"reason", pair.reason},
                {"what", pair.what}});
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    Table table({{"Type"}, {"One", Table::Align::left, true}, {"Other", Table::Align::left, true},
        {"Why", Table::Align::left, true}, {"Ids"}});
    for (const auto& pair : pairs)
        table.add({pair.type, oneLine(pair.firstName), oneLine(pair.secondName),
            plainWords(pair.reason) + ": " + oneLine(pair.what), Cell(pair.first + ' ' + pair.second, Style::dim)});
    app.out.print(table);
    return exitOk;
}

int apart(App& app, const Arguments& given)
{
    const auto type = typeArgument(given.type, Account::type);
    if (!type)
        return app.out.fail(type.error());
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto first = findRecord(w, *type, given.first);
    if (!first)
        return app.out.fail(first.error());
    const auto second = findRecord(w, *type, given.second);
    if (!second)
        return app.out.fail(second.error());
    if (first->id == second->id)
        return app.out.fail(invalidField("OTHER", "another record than ONE"));
    if (const auto done = keepApart(*w.store, w.context, first->id, second->id); !done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"apart", {first->id.text(), second->id.text()}}});
    else
        app.out.line("They are two, and are not shown as one again on this machine.");
    return exitOk;
}

int merge(App& app, const Arguments& given)
{
    const auto type = typeArgument(given.type, Account::type);
    return type ? mergeRecords(app, *type, given.first, given.second) : app.out.fail(type.error());
}
}

void addDuplicates(App& app)
{
    auto* noun = app.group("duplicates", "Accounts and people that may be one");
    const auto typed = [](CLI::App* command, Arguments* given, const char* what) {
        command->add_option("--type", given->type, what)->type_name("TYPE");
    };
    const auto two = [&](CLI::App* command, const char* first, const char* what, const char* other) {
        auto* given = app.keep<Arguments>();
        command->add_option(first, given->first, what)->required();
        command->add_option("OTHER", given->second, other)->required();
        typed(command, given, "account (default) or contact");
        return given;
    };
    auto* listing = app.command(noun, "list", "Pairs that may be one, the surest first",
        {"agentarmyctl duplicates list", "agentarmyctl duplicates list --type contact --json"});
    auto* shown = app.keep<Arguments>();
    typed(listing, shown, "Only account or contact");
    app.onRun(listing, [&app, shown] { return list(app, *shown); });

    auto* merging = app.command(noun, "merge", "Make two records one: OTHER goes into KEEP",
        {"agentarmyctl duplicates merge \"Nordwind Logistics\" \"Nordwind Logistik GmbH\" --yes"});
    auto* merged = two(merging, "KEEP", "The record that stays: id or name", "The record that becomes part of it");
    app.onRun(merging, [&app, merged] { return merge(app, *merged); });

    auto* parting = app.command(noun, "apart", "The two are not one: do not show the pair again on this machine",
        {"agentarmyctl duplicates apart 0190ab12 0190cd34 --type contact"});
    auto* parted = two(parting, "ONE", "Id or name", "Id or name");
    app.onRun(parting, [&app, parted] { return apart(app, *parted); });
}
}
