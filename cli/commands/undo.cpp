// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string mutation;
    std::int64_t change = 0;
};

Result<DealDesk::Undone> takeBack(Workspace& w, const Arguments& given)
{
    if (given.change > 0)
        return w.desk->undoChange(w.context, given.change);
    if (!given.mutation.empty()) {
        auto id = Uuid::parse(given.mutation);
        if (!id)
            return agentarmy::fail(invalidField("--mutation", "the id of a mutation"));
        return w.desk->undo(w.context, *id);
    }
    auto last = w.desk->lastMutation(w.context);
    if (!last)
        return agentarmy::fail(last.error());
    if (last->isNull())
        return agentarmy::fail({ErrorKind::conflict, "nothing_to_undo", "There is nothing to take back.", {}});
    return w.desk->undo(w.context, *last);
}

int run(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto undone = takeBack(**workspace, given);
    if (!undone)
        return app.out.fail(undone.error());
    if (app.out.json) {
        app.out.print(
            Json {{"mutationId", undone->mutationId.text()}, {"fields", undone->fields}, {"left", undone->left}});
        return exitOk;
    }
    app.out.line("Taken back. Do it again with: agentarmyctl undo --mutation " + undone->mutationId.text());
    for (const auto& left : undone->left)
        app.out.line(app.out.style(
            "  left as it is, since it was changed since or too long ago: " + oneLine(left), Style::warning));
    return exitOk;
}
}

void addUndo(App& app)
{
    auto* command = app.command(nullptr, "undo", "Take back your last action, or a named one; an undo can be undone",
        {"agentarmyctl undo", "agentarmyctl undo --mutation 0190ab12-7f00-7c31-9d41-3a6f2b1c0d5e",
            "agentarmyctl deal history \"Yard cameras\"   # then: undo --change ENTRY"});
    auto* given = app.keep<Arguments>();
    command->add_option("--mutation", given->mutation, "What one action wrote together")->type_name("ID");
    command->add_option("--change", given->change, "One entry of a history, e.g. a move of the agent")
        ->type_name("ENTRY");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
