// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/deals/stage_move.hpp"

#include <algorithm>
#include <cmath>

namespace agentarmy::cli {
namespace {
// ---- list

struct ListArguments {
    std::string stage, owner, account, text, mark;
    int limit = 0;
};

Result<std::vector<const BoardCard*>> chosen(const ListArguments& given, const Board& board)
{
    std::optional<DealStage> stage;
    if (!given.stage.empty()) {
        auto parsed = stageArgument("--stage", given.stage);
        if (!parsed)
            return agentarmy::fail(parsed.error());
        stage = *parsed;
    }
    std::optional<DealMark> mark;
    if (!given.mark.empty()) {
        auto parsed = enumArgument<DealMark>("--mark", given.mark);
        if (!parsed)
            return agentarmy::fail(parsed.error());
        mark = *parsed;
    }
    std::vector<const BoardCard*> cards;
    for (const auto& card : board.cards) {
        const bool marked = !mark || std::find(card.marks.begin(), card.marks.end(), *mark) != card.marks.end();
        if ((!stage || card.stage == *stage) && marked && (given.limit <= 0 || cards.size() < std::size_t(given.limit)))
            cards.push_back(&card);
    }
    return cards;
}

int list(App& app, const ListArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    BoardFilter filter;
    filter.text = given.text;
    if (!given.owner.empty()) {
        auto owner = findId<User>(w, given.owner);
        if (!owner)
            return app.out.fail(owner.error());
        filter.owner = *owner;
    }
    if (!given.account.empty()) {
        auto account = findId<Account>(w, given.account);
        if (!account)
            return app.out.fail(account.error());
        filter.account = *account;
    }
    auto board = loadBoard(*w.store, w.context, filter, w.info.settings, w.now());
    if (!board)
        return app.out.fail(board.error());
    auto cards = chosen(given, *board);
    if (!cards)
        return app.out.fail(cards.error());
    if (!app.out.json) {
        app.out.print(cardTable(*cards, true));
        return exitOk;
    }
    Json items = Json::array();
    for (const auto* card : *cards)
        items.push_back(cardJson(*card));
    app.out.print(Json {{"items", std::move(items)}});
    return exitOk;
}

// ---- show

std::string stepText(const StageStep& step)
{
    auto text = stageWords(step.stage);
    if (step.kind == StageStep::Kind::current)
        text = '[' + text + (step.days ? ", day " + std::to_string(*step.days + 1) : std::string()) + ']';
    else if (step.kind == StageStep::Kind::passed && step.days)
        text += " (" + std::to_string(*step.days) + " d)";
    else if (step.missing > 0)
        text += " (" + std::to_string(step.missing) + " missing)";
    return text;
}

void tellQualification(const Output& out, const DealPage& page)
{
    out.heading("What is known");
    Table table({{""}, {""}, {"", Table::Align::left, true}, {"", Table::Align::left, true}});
    for (const auto& row : page.qualification) {
        const auto state = row.identified ? (row.contested ? "contested" : "yes") : row.contested ? "doubtful" : "";
        std::string quote;
        if (!row.quotes.empty()) {
            const auto& newest = row.quotes.front();
            quote = (newest.quote == row.value ? std::string() : '"' + newest.quote + "\" ") + '(' + newest.sourceText
                + ')';
        }
        table.add({ChangeWords::field(std::string(enumText(row.dimension))),
            Cell(state, row.identified ? Style::good : Style::warning), row.value, Cell(quote, Style::dim)});
    }
    out.print(table, "  ");
    out.line("  " + page.summary);
}

void tell(const Output& out, const DealPage& page, const Zone& zone)
{
    const auto& deal = page.opportunity;
    out.heading(oneLine(deal.name));
    Table facts({{""}, {"", Table::Align::left, true}});
    facts.add({"Account", page.card.accountName});
    facts.add({"Value", page.card.value ? plainText(*page.card.value) : "-"});
    facts.add({"Probability",
        std::to_string(int(page.card.probability * 100 + 0.5)) + " %, forecast " + plainWords(page.forecastCategory)});
    facts.add({"Close date", deal.closeDate ? formatDate(*deal.closeDate) : "-"});
    facts.add({"Owner", page.card.ownerName.empty() ? "-" : page.card.ownerName});
    if (deal.productLine)
        facts.add({"Product", *deal.productLine});
    if (!page.card.marks.empty())
        facts.add({"Marks", Cell(markWords(page.card.marks), Style::warning)});
    std::vector<std::string> steps;
    for (const auto& step : page.path)
        steps.push_back(stepText(step));
    facts.add({"Stage", join(steps, " > ")});
    if (deal.lostReason)
        facts.add({"Lost because", *deal.lostReason});
    if (deal.stallReason)
        facts.add({"Stalled because", *deal.stallReason});
    facts.add({"Id", deal.id.text()});
    out.print(facts, "  ");
    tellQualification(out, page);
    if (page.agent.action) {
        out.heading("Next");
        out.line("  " + oneLine(page.agent.action->description));
        for (const auto& reason : page.agent.reasons)
            out.line("  " + out.style(oneLine(reason), Style::dim));
    }
    if (page.agent.escalation)
        out.line("  " + out.style("Escalated: " + oneLine(page.agent.escalation->whyEscalating), Style::bad));
    if (page.agent.draft)
        out.line("  A draft waits: agentarmyctl draft "
            + page.agent.draft->conversationId.value_or(Id<Conversation>()).text());
    if (!page.people.empty()) {
        out.heading("People");
        Table people({{""}, {"", Table::Align::left, true}, {"", Table::Align::left, true},
            {"power", Table::Align::right}, {"influence", Table::Align::right}, {"last"}});
        for (const auto& row : page.people) {
            std::vector<std::string> roles;
            for (const auto role : row.contact.stakeholder.roles)
                roles.push_back(plainWords(enumText(role)));
            people.add({row.contact.contactName, row.contact.title.value_or(""), join(roles, ", "),
                std::to_string(row.contact.stakeholder.scores.decisionPower),
                std::to_string(row.contact.stakeholder.scores.influenceLevel), dayText(zone, row.lastInteraction)});
        }
        out.print(people, "  ");
    }
    out.heading("What happened");
    Table timeline({{""}, {""}, {"", Table::Align::left, true}, {"", Table::Align::left, true}});
    for (std::size_t i = 0; i < page.timeline.size() && i < 20; ++i) {
        const auto& item = page.timeline[i];
        timeline.add({minuteText(zone, item.at), Cell(item.note, Style::dim), item.title, item.text});
    }
    out.print(timeline, "  ");
}

int show(App& app, const std::string& words)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto id = findId<Opportunity>(w, words);
    if (!id)
        return app.out.fail(id.error());
    auto page = loadDealPage(*w.store, w.context, *id, w.info.settings, w.now());
    if (!page)
        return app.out.fail(page.error());
    if (app.out.json)
        app.out.print(pageJson(*page));
    else
        tell(app.out, *page, w.zone());
    return exitOk;
}

// ---- create, edit

struct FieldArguments {
    std::optional<std::string> name, product, value, closeDate, probability, owner, forecast, forecastReason, account,
        stage;
    bool reviewed = false;
};

void addFieldOptions(CLI::App* command, FieldArguments& given)
{
    command->add_option("--name", given.name, "Name of the deal")->type_name("TEXT");
    command->add_option("--product", given.product, "Product line")->type_name("TEXT");
    command->add_option("--value", given.value, "Estimated value: \"EUR 184,000\", 184k")->type_name("MONEY");
    command->add_option("--close-date", given.closeDate, "Expected close, YYYY-MM-DD")->type_name("DATE");
    command->add_option("--probability", given.probability, "0.4 or 40%")->type_name("SHARE");
    command->add_option("--owner", given.owner, "Who works on it")->type_name("USER");
}

/// The fields of an edit; "none" clears.
Result<Json> fieldsOf(Workspace& w, const FieldArguments& given)
{
    Json fields = Json::object();
    if (given.name)
        fields["name"] = *given.name;
    if (given.product)
        fields["productLine"] = meansNothing(*given.product) ? Json() : Json(*given.product);
    if (given.value && meansNothing(*given.value))
        fields["estimatedValue"] = nullptr;
    else if (given.value) {
        auto money = moneyArgument("--value", *given.value, w.info.settings.currency);
        if (!money)
            return agentarmy::fail(money.error());
        fields["estimatedValue"] = {{"amountMinor", money->amountMinor}, {"currency", money->currency}};
    }
    if (given.closeDate && meansNothing(*given.closeDate))
        fields["closeDate"] = nullptr;
    else if (given.closeDate) {
        auto date = dateArgument("--close-date", *given.closeDate);
        if (!date)
            return agentarmy::fail(date.error());
        fields["closeDate"] = formatDate(*date);
    }
    if (given.probability && meansNothing(*given.probability))
        fields["probability"] = nullptr;
    else if (given.probability) {
        auto share = shareArgument("--probability", *given.probability);
        if (!share)
            return agentarmy::fail(share.error());
        fields["probability"] = *share;
    }
    if (given.owner && meansNothing(*given.owner))
        fields["ownerId"] = nullptr;
    else if (given.owner) {
        auto owner = findId<User>(w, *given.owner);
        if (!owner)
            return agentarmy::fail(owner.error());
        fields["ownerId"] = owner->text();
    }
    if (given.forecast && meansNothing(*given.forecast))
        fields["forecastOverride"] = nullptr;
    else if (given.forecast) {
        auto category = enumArgument<ForecastCategory>("--forecast", *given.forecast);
        if (!category)
            return agentarmy::fail(category.error());
        fields["forecastOverride"]
            = {{"category", std::string(enumText(*category))}, {"reason", given.forecastReason.value_or("")}};
    }
    if (given.reviewed)
        fields["needsReview"] = false;
    return fields;
}

int create(App& app, const FieldArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto account = findId<Account>(w, given.account.value_or(""));
    if (!account)
        return app.out.fail(account.error());
    auto fields = fieldsOf(w, given);
    if (!fields)
        return app.out.fail(fields.error());
    (*fields)["accountId"] = account->text();
    if (fields->contains("probability"))
        (*fields)["probabilitySource"] = std::string(enumText(ProbabilitySource::humanOverride));
    if (given.stage) {
        auto stage = stageArgument("--stage", *given.stage);
        if (!stage)
            return app.out.fail(stage.error());
        (*fields)["dealStage"] = std::string(enumText(*stage));
    }
    auto deal = fromJson<Opportunity>(*fields);
    if (!deal)
        return app.out.fail(deal.error());
    auto made = w.desk->create(w.context, std::move(*deal));
    if (!made)
        return app.out.fail(made.error());
    if (app.out.json)
        app.out.print(toJson(*made));
    else
        app.out.line("Created " + oneLine(made->name) + " in " + stageWords(made->dealStage) + ' '
            + app.out.style(made->id.text(), Style::dim));
    return exitOk;
}

int edit(App& app, const std::string& words, const FieldArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto id = findId<Opportunity>(w, words);
    if (!id)
        return app.out.fail(id.error());
    auto fields = fieldsOf(w, given);
    if (!fields)
        return app.out.fail(fields.error());
    if (fields->empty())
        return app.out.fail({ErrorKind::invalid, "bad_arguments",
            "Say what to change: --name, --value, --close-date ... See --help.", {}});
    auto done = w.desk->edit(w.context, *id, *fields);
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(doneJson(*done));
    else
        app.out.line(done->mutationId.isNull()
                ? "Nothing to change."
                : "Changed " + oneLine(done->opportunity.name) + ". agentarmyctl undo takes it back.");
    return exitOk;
}

// ---- move

struct MoveArguments {
    std::string deal, stage;
    bool override = false, dryRun = false;
    std::optional<std::string> reason, lostReason, closedValue;
};

Result<MoveInput> inputOf(Workspace& w, const MoveArguments& given)
{
    MoveInput input;
    input.override = given.override;
    input.reason = given.reason;
    input.lostReason = given.lostReason;
    if (given.closedValue) {
        auto money = moneyArgument("--closed-value", *given.closedValue, w.info.settings.currency);
        if (!money)
            return agentarmy::fail(money.error());
        input.closedValue = *money;
    }
    return input;
}

std::string optionsFor(const std::vector<std::string>& fields)
{
    std::string out;
    for (const auto& field : fields)
        out += std::string(out.empty() ? "" : " ")
            + (field == "override"          ? "--override"
                    : field == "reason"     ? "--reason TEXT"
                    : field == "lostReason" ? "--lost-reason TEXT"
                                            : "--closed-value MONEY");
    return out;
}

/// At most two decimals, none where they are zero.
std::string shortNumber(double value)
{
    const auto hundredths = std::llround(value * 100);
    auto text = std::to_string(hundredths / 100);
    if (hundredths % 100 != 0)
        text += (hundredths % 100 < 10 ? ".0" : ".") + std::to_string(hundredths % 100);
    return text;
}

void tell(const Output& out, const MoveAnswer& answer)
{
    switch (answer.kind) {
    case MoveAnswer::Kind::allowed:
        out.line(out.style("Allowed.", Style::good));
        break;
    case MoveAnswer::Kind::needsInput:
        out.line(out.style("Needs " + optionsFor(answer.fields) + '.', Style::warning));
        break;
    case MoveAnswer::Kind::forbidden:
        out.line(out.style("Not allowed: " + plainWords(answer.code) + '.', Style::bad));
        break;
    }
    Table table({{""}, {""}, {""}});
    for (const auto& proof : answer.proofs)
        table.add(
            {Cell(proof.met ? "there" : "missing", proof.met ? Style::good : Style::warning), plainWords(proof.code),
                proof.required ? shortNumber(*proof.actual) + " of " + shortNumber(*proof.required) : std::string()});
    out.print(table, "  ");
}

int move(App& app, const MoveArguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto id = findId<Opportunity>(w, given.deal);
    if (!id)
        return app.out.fail(id.error());
    auto input = inputOf(w, given);
    if (!input)
        return app.out.fail(input.error());
    DealStage to {};
    if (asciiLower(given.stage) == "resume") {
        auto deal = readEntity(*w.store, w.context, *id);
        if (!deal)
            return app.out.fail(deal.error());
        to = deals::resumeTarget(*deal);
    } else {
        auto stage = stageArgument("STAGE", given.stage);
        if (!stage)
            return app.out.fail(stage.error());
        to = *stage;
    }
    if (given.dryRun) {
        auto answer = w.desk->judgeMove(w.context, *id, to, *input);
        if (!answer)
            return app.out.fail(answer.error());
        if (app.out.json)
            app.out.print(answerJson(*answer));
        else
            tell(app.out, *answer);
        return answer->kind == MoveAnswer::Kind::allowed ? exitOk : exitRefused;
    }
    auto done = w.desk->move(w.context, *id, to, *input);
    if (!done) {
        auto error = done.error();
        if (const auto fields = error.details.find("fields");
            error.code == "move_needs_input" && fields != error.details.end() && !app.out.json)
            if (const auto* names = std::get_if<std::vector<std::string>>(&fields->second))
                error.message = "This move needs " + optionsFor(*names) + '.';
        return app.out.fail(error);
    }
    if (app.out.json) {
        app.out.print(doneJson(*done));
        return exitOk;
    }
    app.out.line(done->mutationId.isNull() ? oneLine(done->opportunity.name) + " is in " + stageWords(to) + " already."
                                           : oneLine(done->opportunity.name) + " is in " + stageWords(to) + " now.");
    for (const auto& warning : done->warnings)
        app.out.line(app.out.style("  not proven yet: " + plainWords(warning), Style::warning));
    return exitOk;
}
}

void addDeal(App& app)
{
    auto* noun = app.group("deal", "Deals: list, look at, create, move, edit, take back");

    auto* listing = app.command(noun, "list", "Deals by close date",
        {"agentarmyctl deal list --stage evaluation", "agentarmyctl deal list --mark at_risk --json"});
    auto* filter = app.keep<ListArguments>();
    listing->add_option("--stage", filter->stage, "Only this stage")->type_name("STAGE");
    listing->add_option("--owner", filter->owner, "Only deals of this person")->type_name("USER");
    listing->add_option("--account", filter->account, "Only deals of this account")->type_name("ACCOUNT");
    listing->add_option("--text", filter->text, "Only deals whose name or account has these words")->type_name("TEXT");
    listing->add_option("--mark", filter->mark, "Only deals that are stale, at_risk, overdue, stuck or needs_review")
        ->type_name("MARK");
    listing->add_option("--limit", filter->limit, "At most so many")->type_name("N");
    app.onRun(listing, [&app, filter] { return list(app, *filter); });

    auto* showing = app.command(noun, "show", "One deal with stage path, qualification, people, timeline",
        {"agentarmyctl deal show \"Fleet planning rollout\""});
    auto* shown = app.keep<std::string>();
    showing->add_option("DEAL", *shown, "Id or name")->required();
    app.onRun(showing, [&app, shown] { return show(app, *shown); });

    auto* creating = app.command(noun, "create", "A new deal",
        {"agentarmyctl deal create --account Nordwind --name \"Yard cameras\" --value \"EUR 48,000\" --close-date "
         "2026-12-31"});
    auto* created = app.keep<FieldArguments>();
    addFieldOptions(creating, *created);
    creating->get_option("--name")->required();
    creating->add_option("--account", created->account, "Customer company")->type_name("ACCOUNT")->required();
    creating->add_option("--stage", created->stage, "Stage (default prospecting)")->type_name("STAGE");
    app.onRun(creating, [&app, created] { return create(app, *created); });

    auto* moving = app.command(noun, "move", "Move a deal to another stage",
        {"agentarmyctl deal move \"Yard cameras\" discovery",
            "agentarmyctl deal move 0190ab12 negotiation --override --reason \"They skipped the trial\"",
            "agentarmyctl deal move 0190ab12 closed_won --closed-value \"EUR 45,000\"",
            "agentarmyctl deal move 0190ab12 closed_lost --lost-reason \"Price\" --dry-run"});
    auto* moved = app.keep<MoveArguments>();
    moving->add_option("DEAL", moved->deal, "Id or name")->required();
    moving
        ->add_option("STAGE", moved->stage,
            "prospecting, discovery, qualification, evaluation, negotiation, closed_won, closed_lost, stalled, or "
            "resume")
        ->required();
    moving->add_flag("--override", moved->override, "Move against the usual order");
    moving->add_option("--reason", moved->reason, "Why, 3 to 500 characters")->type_name("TEXT");
    moving->add_option("--lost-reason", moved->lostReason, "Why it was lost")->type_name("TEXT");
    moving->add_option("--closed-value", moved->closedValue, "What it was won for")->type_name("MONEY");
    moving->add_flag("--dry-run", moved->dryRun, "Say what would happen and what is proven");
    app.onRun(moving, [&app, moved] { return move(app, *moved); });

    auto* editing = app.command(noun, "edit", "Change fields of a deal; \"none\" clears",
        {"agentarmyctl deal edit \"Yard cameras\" --close-date 2026-11-30 --value 52k",
            "agentarmyctl deal edit 0190ab12 --probability none --forecast commit --forecast-reason \"Signed "
            "letter\""});
    auto* edited = app.keep<std::string>();
    auto* fields = app.keep<FieldArguments>();
    editing->add_option("DEAL", *edited, "Id or name")->required();
    addFieldOptions(editing, *fields);
    editing->add_option("--forecast", fields->forecast, "Own call: pipeline, best_case, commit, omitted")
        ->type_name("CATEGORY");
    editing->add_option("--forecast-reason", fields->forecastReason, "Why")->type_name("TEXT");
    editing->add_flag("--reviewed", fields->reviewed, "Looked at: take the mark needs_review off");
    app.onRun(editing, [&app, edited, fields] { return edit(app, *edited, *fields); });

    addRecordVerbs(app, noun, Opportunity::type);
}
}
