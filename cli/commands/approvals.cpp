// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/sales/approvals.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/adapters/mail/mail_writer.hpp"
#include "core/engine/records/reading.hpp"
#include "core/rules/sales/approval.hpp"
#include "core/rules/text/line_diff.hpp"

#include <fstream>
#include <sstream>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string id, reason, subject, body, file;
};

Json waitingJson(const WaitingDraft& draft)
{
    Json json {{"action", toJson(draft.action)}, {"contactName", draft.contactName}, {"accountName", draft.accountName},
        {"dealName", draft.dealName}, {"conversationSubject", draft.conversationSubject}, {"stale", draft.stale},
        {"inOutbox", draft.inOutbox}};
    json["stage"] = draft.stage ? Json(enumText(*draft.stage)) : Json();
    json["value"]
        = draft.value ? Json {{"amountMinor", draft.value->amountMinor}, {"currency", draft.value->currency}} : Json();
    json["waitingSince"] = draft.waitingSince ? Json(formatTimestamp(*draft.waitingSince)) : Json();
    return json;
}

int list(App& app)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto drafts = loadApprovals(*w.store, w.context);
    if (!drafts)
        return app.out.fail(drafts.error());
    if (app.out.json) {
        Json all = Json::array();
        for (const auto& draft : *drafts)
            all.push_back(waitingJson(draft));
        app.out.print(Json {{"approvals", std::move(all)}});
        return exitOk;
    }
    if (drafts->empty()) {
        app.out.line("Nothing waits for you.");
        return exitOk;
    }
    Table table({{"ID"}, {"To"}, {"Account", Table::Align::left, true}, {"Subject", Table::Align::left, true},
        {"Value", Table::Align::right}, {"Waits since"}, {"State"}});
    for (const auto& draft : *drafts)
        table.add({{draft.action.id.text().substr(0, 13)}, {draft.contactName}, {draft.accountName},
            {draft.action.effective().subject.value_or(draft.conversationSubject)},
            {draft.value ? moneyList({*draft.value}) : std::string()}, {minuteText(w.zone(), draft.waitingSince)},
            {draft.inOutbox       ? "approved"
                    : draft.stale ? "answers an older message"
                                  : "waits for you",
                draft.stale ? Style::warning : Style::plain}});
    app.out.print(table);
    return exitOk;
}

/// The draft that is meant, in its workspace.
struct NamedDraft {
    Workspace& workspace;
    Id<AgentAction> id;
};
Result<NamedDraft> draftOf(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return agentarmy::fail(workspace.error());
    auto id = findId<AgentAction>(**workspace, given.id);
    if (!id)
        return agentarmy::fail(id.error());
    return NamedDraft {**workspace, *id};
}

int show(App& app, const Arguments& given)
{
    auto draft = draftOf(app, given);
    if (!draft)
        return app.out.fail(draft.error());
    auto& [w, id] = *draft;
    auto action = readEntity(*w.store, w.context, id);
    if (!action)
        return app.out.fail(action.error());
    if (app.out.json) {
        app.out.print(toJson(*action));
        return exitOk;
    }
    const auto& payload = action->effective();
    for (const auto& to : payload.to)
        app.out.line("To: " + oneLine(to.name + (to.address.empty() ? "" : " <" + to.address + '>')));
    if (payload.subject)
        app.out.line("Subject: " + oneLine(*payload.subject));
    app.out.line("Why: " + oneLine(action->rationale));
    app.out.line("");
    for (const auto& line : text::lineDiff(action->payload.body, payload.body)) {
        const bool removed = line.kind == text::DiffLine::Kind::removed;
        const bool added = line.kind == text::DiffLine::Kind::added;
        app.out.line(app.out.style((removed        ? "- "
                                           : added ? "+ "
                                                   : "  ")
                + oneLine(line.text),
            removed     ? Style::bad
                : added ? Style::bold
                        : Style::plain));
    }
    for (const auto& finding : action->findings)
        app.out.line(
            app.out.style((finding.severity == "block" ? "Must be mended: " : "Look at: ") + oneLine(finding.text),
                finding.severity == "block" ? Style::bad : Style::warning));
    return exitOk;
}

/// Runs a decision and says how to take it back.
template <class Decide> int decide(App& app, const Arguments& given, const std::string& said, Decide decision)
{
    auto draft = draftOf(app, given);
    if (!draft)
        return app.out.fail(draft.error());
    auto& [w, id] = *draft;
    ApprovalDesk desk(*w.store, w.ids, w.clock);
    Result<Uuid> mutation = decision(w, desk, id);
    if (!mutation)
        return app.out.fail(mutation.error());
    auto action = readEntity(*w.store, w.context, id);
    if (!action)
        return app.out.fail(action.error());
    if (app.out.json) {
        auto json = toJson(*action);
        json["mutationId"] = idJson(*mutation);
        app.out.print(json);
        return exitOk;
    }
    app.out.line(mutation->isNull() ? "Nothing changed." : said);
    for (const auto& finding : action->findings)
        app.out.line(app.out.style("Look at: " + oneLine(finding.text), Style::warning));
    return exitOk;
}

Result<std::string> textOf(const std::string& file)
{
    std::stringstream text;
    if (file == "-") {
        text << std::cin.rdbuf();
        return text.str();
    }
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return agentarmy::fail(
            {ErrorKind::notFound, "not_found", "The file cannot be read: " + file, {{"file", file}}});
    text << in.rdbuf();
    return text.str();
}

int writeOut(App& app, const Arguments& given)
{
    auto draft = draftOf(app, given);
    if (!draft)
        return app.out.fail(draft.error());
    auto& [w, id] = *draft;
    auto action = readEntity(*w.store, w.context, id);
    if (!action)
        return app.out.fail(action.error());
    if (const auto may = sales::executed(*action, "file", w.now()); !may)
        return app.out.fail(may.error());
    const auto* self = w.info.user(w.info.self);
    const Party from {self ? self->name : std::string(), self ? self->email : std::string(), {}, {}};
    const auto mail = mail::unsentMail(action->effective(), from, w.now());
    std::ofstream out(given.file, std::ios::binary);
    out << mail;
    if (!out.flush())
        return app.out.fail({ErrorKind::unavailable, "cannot_write", "The file cannot be written: " + given.file,
            {{"file", given.file}}});
    action = ApprovalDesk(*w.store, w.ids, w.clock).left(w.context, id, "file"); // after it is really there
    if (!action)
        return app.out.fail(action.error());
    if (app.out.json)
        app.out.print(toJson(*action));
    else
        app.out.line("Written to " + given.file + ". Open it with your mail program and send it from there.");
    return exitOk;
}
}

void addApprovals(App& app)
{
    auto* noun = app.group("approvals", "Drafts of the agent that wait for a person: look, edit, approve, reject");
    app.onRun(app.command(noun, "list", "What waits, whose customer waits longest first",
                  {"agentarmyctl approvals list", "agentarmyctl approvals list --json"}),
        [&app] { return list(app); });
    const auto verb = [&](const char* name, const char* what, const std::vector<std::string>& examples, auto run) {
        auto* command = app.command(noun, name, what, examples);
        auto* given = app.keep<Arguments>();
        command->add_option("ID", given->id, "Of the draft, or the start of it")->required();
        app.onRun(command, [&app, given, run] { return run(app, *given); });
        return std::pair(command, given);
    };
    verb("show", "The text as it would leave, with what you changed and what the review found",
        {"agentarmyctl approvals show 0190ab12"}, show);
    verb("approve", "Approve it; for 10 seconds it can be taken back with undo, then it may be written out",
        {"agentarmyctl approvals approve 0190ab12"}, [](App& each, const Arguments& given) {
            return decide(each, given,
                "Approved. Nothing is sent from here: after 10 seconds write it to a file with approvals write-out.",
                [](Workspace& w, ApprovalDesk& desk, Id<AgentAction> id) { return desk.approve(w.context, id); });
        });
    auto [reject, rejected] = verb("reject", "Reject it, with a reason if you like",
        {"agentarmyctl approvals reject 0190ab12 --reason \"I call him\""}, [](App& each, const Arguments& given) {
            return decide(each, given, "Rejected. Take it back with: agentarmyctl undo",
                [&](Workspace& w, ApprovalDesk& desk, Id<AgentAction> id) {
                    return desk.reject(w.context, id, given.reason);
                });
        });
    reject->add_option("--reason", rejected->reason, "At most 1000 bytes")->type_name("TEXT");
    auto [edit, edited] = verb("edit", "Give it another text; it is reviewed anew and still waits",
        {"agentarmyctl approvals edit 0190ab12 --body answer.txt"}, [](App& each, const Arguments& given) {
            return decide(each, given, "Changed. It still waits for your approval.",
                [&](Workspace& w, ApprovalDesk& desk, Id<AgentAction> id) -> Result<Uuid> {
                    auto body = textOf(given.body);
                    if (!body)
                        return agentarmy::fail(body.error());
                    return desk.edit(w.context, id, given.subject.empty() ? std::nullopt : std::optional(given.subject),
                        std::move(*body));
                });
        });
    edit->add_option("--body", edited->body, "File with the text, - for standard input")->type_name("FILE")->required();
    edit->add_option("--subject", edited->subject, "Another subject")->type_name("TEXT");
    auto [out, written] = verb("write-out", "Write an approved mail as .eml, to be sent by your mail program",
        {"agentarmyctl approvals write-out 0190ab12 answer.eml"}, writeOut);
    out->add_option("FILE", written->file, "The .eml file")->type_name("FILE")->required();
}
}
