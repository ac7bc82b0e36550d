// SPDX-License-Identifier: AGPL-3.0-or-later
// Question based selling: what to ask next, which pains there are, and what a person says about them.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "core/base/text.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/sales/next_question.hpp"
#include "core/engine/sales/pain_desk.hpp"
#include "core/rules/qbs/metadata.hpp"
#include "core/rules/sales/completeness.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string account, contact, deal, name, status, is;
    std::optional<std::string> message, rename;
    int index = 0;
    bool revisit = false, noRevisit = false, remove = false;
};

/// The person that is meant, at which account, in their workspace.
struct NamedPerson {
    Workspace& workspace;
    Id<Account> account;
    Id<Contact> contact;
};
Result<NamedPerson> personOf(App& app, const Arguments& given)
{
    auto opened = app.workspace();
    if (!opened)
        return agentarmy::fail(opened.error());
    auto& w = **opened;
    auto contact = findId<Contact>(w, given.contact);
    if (!contact)
        return agentarmy::fail(contact.error());
    if (!given.account.empty()) {
        auto account = findId<Account>(w, given.account);
        if (!account)
            return agentarmy::fail(account.error());
        return NamedPerson {w, *account, *contact};
    }
    auto known = readEntity(*w.store, w.context, *contact);
    if (!known)
        return agentarmy::fail(known.error());
    if (!known->accountId)
        return agentarmy::fail(invalidField("--account", "must be named: this person belongs to none"));
    return NamedPerson {w, *known->accountId, *contact};
}

std::string words(std::string_view enumName)
{
    std::string out(enumName);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

std::string reasonWords(const std::string& reason)
{
    if (reason == "deal_closed")
        return "The deal is closed: there is nothing to ask.";
    if (reason == "opted_out")
        return "They asked for no more messages.";
    return "A person has taken over: the agent asks nothing.";
}

int nextQuestion(App& app, const Arguments& given)
{
    auto person = personOf(app, given);
    if (!person)
        return app.out.fail(person.error());
    auto& w = person->workspace;
    const auto next = findNextQuestion(*w.store, w.context, person->account, person->contact, given.message);
    if (!next)
        return app.out.fail(next.error());
    if (app.out.json) {
        app.out.print(nextQuestionJson(*next));
        return exitOk;
    }
    if (!next->recommendation) {
        app.out.line(reasonWords(next->reason));
        return exitOk;
    }
    const auto& found = *next->recommendation;
    app.out.line(app.out.style(oneLine(found.suggestedQuestion), Style::bold));
    app.out.line("");
    app.out.line("Why: " + oneLine(found.rationale));
    if (next->backOff)
        app.out.line(app.out.style("They do not want to say more now: ask nothing.", Style::warning));
    else
        app.out.line("Kind: " + words(enumText(found.questionType)) + ", for "
            + std::string(sales::plainName(dimensionOf(found.meddicBantTarget))) + ", as "
            + words(enumText(found.vossDelivery)));
    std::string gaps;
    for (const auto gap : found.informationGaps)
        gaps += (gaps.empty() ? "" : ", ") + std::string(sales::plainName(dimensionOf(gap)));
    if (!gaps.empty())
        app.out.line("Still unknown: " + gaps);
    return exitOk;
}

int painMap(App& app, const Arguments& given)
{
    auto opened = app.workspace();
    if (!opened)
        return app.out.fail(opened.error());
    auto& w = **opened;
    const auto deal = findId<Opportunity>(w, given.deal);
    if (!deal)
        return app.out.fail(deal.error());
    const auto rows = loadPainMap(*w.store, w.context, *deal);
    if (!rows)
        return app.out.fail(rows.error());
    if (app.out.json) {
        app.out.print(painMapJson(*rows));
        return exitOk;
    }
    if (rows->empty()) {
        app.out.line("Nobody has spoken of a pain yet.");
        return exitOk;
    }
    Table table({{"Pain", Table::Align::left, true}, {"Depth"}, {"Who"}, {"No.", Table::Align::right},
        {"In their words", Table::Align::left, true}, {"Later"}});
    for (const auto& row : *rows)
        table.add({{oneLine(row.topic.topic)}, {words(enumText(row.topic.depth))}, {oneLine(row.contactName)},
            {std::to_string(row.index)},
            {row.topic.evidence.empty() ? std::string() : oneLine(row.topic.evidence.back())},
            {row.revisit ? "come back" : ""}});
    app.out.print(table);
    return exitOk;
}

/// Says what was done and how to take it back.
int done(App& app, const Result<Uuid>& mutation, const std::string& sentence)
{
    if (!mutation)
        return app.out.fail(mutation.error());
    if (app.out.json)
        app.out.print(Json {{"mutationId", mutation->isNull() ? Json() : Json(mutation->text())}});
    else
        app.out.line(mutation->isNull() ? "It was so already." : sentence);
    return exitOk;
}

int topic(App& app, const Arguments& given)
{
    if (given.index < 0 || (given.revisit && given.noRevisit) || (given.remove && given.rename))
        return app.out.fail(invalidField("topic", "one number, and wishes that do not exclude each other"));
    auto person = personOf(app, given);
    if (!person)
        return app.out.fail(person.error());
    auto& w = person->workspace;
    qbs::TopicEdit edit;
    edit.topic = given.rename;
    if (given.revisit || given.noRevisit)
        edit.revisit = given.revisit;
    edit.remove = given.remove;
    return done(app,
        PainDesk(*w.store, w.ids, w.clock)
            .edit(w.context, person->account, person->contact, std::size_t(given.index), edit),
        given.remove ? "Removed: the agent does not bring it back from the same words."
                     : "Done: the agent leaves it that way.");
}

int mention(App& app, const Arguments& given)
{
    const auto status = enumArgument<ExpansionStatus>("STATUS", given.status);
    if (!status)
        return app.out.fail(status.error());
    auto person = personOf(app, given);
    if (!person)
        return app.out.fail(person.error());
    auto& w = person->workspace;
    qbs::ExpansionEdit edit {given.name, *status, {}};
    if (!given.is.empty()) {
        auto contact = findId<Contact>(w, given.is);
        if (!contact)
            return app.out.fail(contact.error());
        edit.contactId = *contact;
    }
    return done(app, PainDesk(*w.store, w.ids, w.clock).mark(w.context, person->account, person->contact, edit),
        "Done: " + oneLine(given.name) + " is " + words(enumText(*status)) + ".");
}

void addPersonOptions(CLI::App* command, Arguments* given)
{
    command->add_option("--contact", given->contact, "Whom it is about: id, name or e-mail")
        ->type_name("CONTACT")
        ->required();
    command->add_option("--account", given->account, "At which account; theirs unless told")->type_name("ACCOUNT");
}
}

void addSales(App& app)
{
    auto* noun = app.group("sales", "What to ask next, and what hurts the customer");
    auto* asking = app.command(noun, "next-question", "The question that fits the moment, and why",
        {"agentarmyctl sales next-question --account Nordwind --contact \"Jonas Brandt\"",
            "agentarmyctl sales next-question --contact jonas.brandt@nordwind-logistics.example --message \"Each late "
            "file costs us 300 euros per week.\""});
    auto* asked = app.keep<Arguments>();
    addPersonOptions(asking, asked);
    asking->add_option("--message", asked->message, "Something they say that is not in the workspace yet")
        ->type_name("TEXT");
    app.onRun(asking, [&app, asked] { return nextQuestion(app, *asked); });

    auto* mapping = app.command(noun, "pain-map", "The pains of all people of a deal's account, deepest first",
        {"agentarmyctl sales pain-map \"Fleet planning\""});
    auto* mapped = app.keep<Arguments>();
    mapping->add_option("DEAL", mapped->deal, "Id or name")->required();
    app.onRun(mapping, [&app, mapped] { return painMap(app, *mapped); });

    auto* naming = app.command(noun, "topic", "Correct a pain that the agent found; it stays that way",
        {"agentarmyctl sales topic 0 --contact \"Jonas Brandt\" --rename \"Month end exports\"",
            "agentarmyctl sales topic 1 --contact \"Jonas Brandt\" --remove"});
    auto* named = app.keep<Arguments>();
    naming->add_option("NUMBER", named->index, "As pain-map counts them, from 0")->required();
    addPersonOptions(naming, named);
    naming->add_option("--rename", named->rename, "What it is called")->type_name("TEXT");
    naming->add_flag("--revisit", named->revisit, "Come back to it later");
    naming->add_flag("--no-revisit", named->noRevisit, "Do not come back to it");
    naming->add_flag("--remove", named->remove, "It is none");
    app.onRun(naming, [&app, named] { return topic(app, *named); });

    auto* marking = app.command(noun, "mention", "Say what became of somebody whom they mentioned",
        {"agentarmyctl sales mention \"our CFO\" contacted --contact \"Jonas Brandt\" --is \"Carla Orth\"",
            "agentarmyctl sales mention \"legal team\" dismissed --contact \"Jonas Brandt\""});
    auto* marked = app.keep<Arguments>();
    marking->add_option("NAME", marked->name, "As they said it")->required();
    marking->add_option("STATUS", marked->status, "detected, introduced, contacted or dismissed")->required();
    addPersonOptions(marking, marked);
    marking->add_option("--is", marked->is, "Which contact it turned out to be")->type_name("CONTACT");
    app.onRun(marking, [&app, marked] { return mention(app, *marked); });
}
}
