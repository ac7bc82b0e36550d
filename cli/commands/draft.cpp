// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/sales/draft_desk.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string conversation, account, contact;
};

void tell(const Output& out, const DraftShown& draft)
{
    const auto& payload = draft.action.payload;
    out.line(out.style(
        draft.fresh ? "New draft, waits for you; nothing is sent." : "The draft that waits for you; nothing is sent.",
        Style::dim));
    for (const auto& to : payload.to)
        out.line("To: " + oneLine(to.name + (to.address.empty() ? "" : " <" + to.address + '>')));
    if (payload.subject)
        out.line("Subject: " + oneLine(*payload.subject));
    out.line("");
    out.line(printable(payload.body));
    if (!draft.action.findings.empty())
        out.line("");
    for (const auto& finding : draft.action.findings)
        out.line(out.style((finding.severity == "block" ? "Must be mended: " : "Look at: ") + oneLine(finding.text),
            finding.severity == "block" ? Style::bad : Style::warning));
}

Result<DraftShown> draftOf(Workspace& w, const Arguments& given)
{
    if (!given.conversation.empty()) {
        auto id = findId<Conversation>(w, given.conversation);
        if (!id)
            return agentarmy::fail(id.error());
        std::optional<Id<Contact>> to;
        if (!given.contact.empty()) {
            auto contact = findId<Contact>(w, given.contact);
            if (!contact)
                return agentarmy::fail(contact.error());
            to = *contact;
        }
        return draftFor(w.parts(), w.context, w.info, *id, to);
    }
    if (!given.contact.empty()) {
        auto contact = findId<Contact>(w, given.contact);
        if (!contact)
            return agentarmy::fail(contact.error());
        return draftForContact(w.parts(), w.context, w.info, *contact);
    }
    if (given.account.empty())
        return agentarmy::fail(
            {ErrorKind::invalid, "bad_arguments", "Name a conversation, or --contact, or --account. See --help.", {}});
    auto account = findId<Account>(w, given.account);
    if (!account)
        return agentarmy::fail(account.error());
    Query query;
    query.accountId = account->value();
    query.limit = 20;
    auto page = listConversations(*w.store, w.context, query);
    if (!page)
        return agentarmy::fail(page.error());
    for (const auto& row : page->rows)
        if (row.channel != Channel::meeting)
            return draftFor(w.parts(), w.context, w.info, row.id);
    return agentarmy::fail({ErrorKind::notFound, "no_conversation",
        "There is no conversation by mail or chat with this account yet.", {}});
}

int run(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto draft = draftOf(**workspace, given);
    if (!draft)
        return app.out.fail(draft.error());
    if (app.out.json) {
        auto json = toJson(draft->action);
        json["fresh"] = draft->fresh;
        app.out.print(json);
    } else {
        tell(app.out, *draft);
    }
    return exitOk;
}
}

void addDraft(App& app)
{
    auto* command
        = app.command(nullptr, "draft", "The agent's draft in a conversation, written now if there is none; never sent",
            {"agentarmyctl draft 0190ab12", "agentarmyctl draft --contact jonas.brandt@nordwind.example",
                "agentarmyctl draft --account Nordwind"});
    auto* given = app.keep<Arguments>();
    command->add_option("CONVERSATION", given->conversation, "Id or subject");
    command->add_option("--account", given->account, "The newest conversation with this account")->type_name("ACCOUNT");
    command->add_option("--contact", given->contact, "To this person")->type_name("CONTACT");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
