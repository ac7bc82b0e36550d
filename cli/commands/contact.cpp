// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/records/reading.hpp"

namespace agentarmy::cli {
namespace {
struct ListArguments {
    std::string text, account;
    bool archived = false;
};

std::string rolesOf(const Contact& contact)
{
    std::vector<std::string> roles;
    for (const auto role : contact.stakeholder.roles)
        roles.push_back(plainWords(enumText(role)));
    return join(roles, ", ");
}

int list(App& app, const ListArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    Query query;
    query.sort = SortKey::name;
    query.includeArchived = given.archived;
    if (!given.account.empty()) {
        auto account = findId<Account>(w, given.account);
        if (!account)
            return app.out.fail(account.error());
        query.accountId = account->value();
    }
    auto contacts = readEntities<Contact>(*w.store, w.context, query);
    if (!contacts)
        return app.out.fail(contacts.error());
    auto accounts = readNames(*w.store, w.context, Account::type);
    if (!accounts)
        return app.out.fail(accounts.error());
    const auto text = nameKey(given.text);
    Json items = Json::array();
    Table table({{"Name"}, {"Title", Table::Align::left, true}, {"E-mail", Table::Align::left, true},
        {"Account", Table::Align::left, true}, {"Roles", Table::Align::left, true}, {"Last"}, {"Id"}});
    for (const auto& contact : *contacts) {
        if (!text.empty() && nameKey(contact.contactName + ' ' + contact.contactEmail).find(text) == std::string::npos)
            continue;
        items.push_back(toJson(contact));
        const auto account = contact.accountId ? (*accounts)[contact.accountId->value()] : std::string();
        table.add({contact.contactName, contact.title.value_or(""), contact.contactEmail, account, rolesOf(contact),
            dayText(w.zone(), contact.stakeholder.lastInteraction), Cell(contact.id.text(), Style::dim)});
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
    auto id = findId<Contact>(w, words);
    if (!id)
        return app.out.fail(id.error());
    auto contact = readEntity(*w.store, w.context, *id);
    if (!contact)
        return app.out.fail(contact.error());
    Query ofContact;
    ofContact.parentId = id->value();
    auto states = readEntities<ConversationState>(*w.store, w.context, ofContact);
    if (!states)
        return app.out.fail(states.error());
    if (app.out.json) {
        app.out.print(Json {{"contact", toJson(*contact)}, {"states", toJson(*states)}});
        return exitOk;
    }
    app.out.heading(oneLine(contact->contactName));
    Table facts({{""}, {"", Table::Align::left, true}, {"", Table::Align::left, true}});
    std::string account;
    if (contact->accountId)
        if (auto found = readEntity(*w.store, w.context, *contact->accountId))
            account = found->accountName;
    for (const auto& [label, value] : {std::pair<const char*, std::string> {"Title", contact->title.value_or("")},
             {"Account", account}, {"E-mail", contact->contactEmail}, {"Also", join(contact->otherEmails, ", ")},
             {"Also called", join(contact->otherNames, ", ")}, {"Phone", join(contact->phones, ", ")},
             {"Roles", rolesOf(*contact)}, {"Asked for no messages", contact->optedOut ? "yes" : ""},
             {"Id", contact->id.text()}})
        if (!value.empty())
            facts.add({label, value});
    const auto& part = contact->stakeholder;
    for (const auto& [label, name, value] : {std::tuple("Decision power", "decisionPower", part.scores.decisionPower),
             std::tuple("Influence", "influenceLevel", part.scores.influenceLevel),
             std::tuple("Relationship", "relationshipStrength", part.scores.relationshipStrength)}) {
        const auto evidence = part.scoreEvidence.find(name);
        facts.add({label, std::to_string(value) + " of 10",
            Cell(evidence == part.scoreEvidence.end() ? "" : '"' + evidence->second + '"', Style::dim)});
    }
    app.out.print(facts, "  ");
    for (const auto& state : *states)
        for (const auto& action : state.nextActions)
            app.out.line("  Next: " + oneLine(action.description));
    return exitOk;
}
}

void addContact(App& app)
{
    auto* noun = app.group("contact", "People at customers");
    auto* listing = app.command(noun, "list", "People by name", {"agentarmyctl contact list --account Nordwind"});
    auto* given = app.keep<ListArguments>();
    listing->add_option("--text", given->text, "Only names and addresses with these words")->type_name("TEXT");
    listing->add_option("--account", given->account, "Only people of this account")->type_name("ACCOUNT");
    listing->add_flag("--archived", given->archived, "Archived and merged ones too");
    app.onRun(listing, [&app, given] { return list(app, *given); });
    auto* showing = app.command(noun, "show", "One person with roles, scores and their evidence",
        {"agentarmyctl contact show jonas.brandt@nordwind.example"});
    auto* shown = app.keep<std::string>();
    showing->add_option("CONTACT", *shown, "Id, name or e-mail")->required();
    app.onRun(showing, [&app, shown] { return show(app, *shown); });
    addRecordVerbs(app, noun, Contact::type);
    addMergeVerb(app, noun, Contact::type);
}
}
