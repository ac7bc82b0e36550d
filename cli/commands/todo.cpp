// SPDX-License-Identifier: AGPL-3.0-or-later
// To-dos of deals, by hand.
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/lookup.hpp"
#include "cli/views.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/task_desk.hpp"
#include "core/engine/records/reading.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
struct Arguments {
    std::string deal, text, due, task;
    bool all = false;
};

int told(App& app, const Result<Uuid>& done, const std::string& sentence)
{
    if (!done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"mutationId", idJson(*done)}});
    else
        app.out.line(done->isNull() ? "It was so already." : sentence + " agentarmyctl undo takes it back.");
    return exitOk;
}

int add(App& app, const Arguments& given)
{
    std::optional<Date> due;
    if (!meansNothing(given.due)) {
        const auto date = dateArgument("--due", given.due);
        if (!date)
            return app.out.fail(date.error());
        due = *date;
    }
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto deal = findId<Opportunity>(w, given.deal);
    if (!deal)
        return app.out.fail(deal.error());
    return told(app, addTask(*w.store, w.context, w.ids, *deal, given.text, due, w.now()), "It is on the list.");
}

int setDone(App& app, const Arguments& given, bool done)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    const auto task = findId<Task>(w, given.task);
    if (!task)
        return app.out.fail(task.error());
    return told(app, setTaskDone(*w.store, w.context, w.ids, *task, done, w.now()), done ? "Done." : "Open again.");
}

int list(App& app, const Arguments& given)
{
    auto workspace = app.workspace();
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    Query query;
    if (!given.deal.empty()) {
        const auto deal = findId<Opportunity>(w, given.deal);
        if (!deal)
            return app.out.fail(deal.error());
        query.opportunityId = deal->value();
    }
    auto tasks = readEntities<Task>(*w.store, w.context, query);
    if (!tasks)
        return app.out.fail(tasks.error());
    if (!given.all)
        std::erase_if(*tasks, [](const Task& task) { return task.status != TaskStatus::open; });
    // Those without a day come last.
    std::stable_sort(tasks->begin(), tasks->end(), [](const Task& a, const Task& b) {
        return a.dueOn && b.dueOn ? *a.dueOn < *b.dueOn : a.dueOn.has_value() && !b.dueOn;
    });
    if (app.out.json) {
        Json items = Json::array();
        for (const auto& task : *tasks)
            items.push_back(toJson(task));
        app.out.print(Json {{"items", std::move(items)}});
        return exitOk;
    }
    auto deals = readNames(*w.store, w.context, Opportunity::type);
    if (!deals)
        return app.out.fail(deals.error());
    const auto today = w.zone().localDate(w.now());
    Table table({{"Due"}, {"What", Table::Align::left, true}, {"Deal", Table::Align::left, true}, {"State"}, {"Id"}});
    for (const auto& task : *tasks)
        table.add(
            {Cell(task.dueOn ? formatDate(*task.dueOn) : std::string(),
                 task.dueOn && *task.dueOn < today && task.status == TaskStatus::open ? Style::warning : Style::plain),
                oneLine(task.description), task.opportunityId ? (*deals)[task.opportunityId->value()] : std::string(),
                std::string(enumText(task.status)), Cell(task.id.text(), Style::dim)});
    app.out.print(table);
    return exitOk;
}
}

void addTodo(App& app)
{
    auto* noun = app.group("todo", "To-dos of deals");
    auto* listing = app.command(noun, "list", "What is open, by due day",
        {"agentarmyctl todo list", "agentarmyctl todo list --deal \"Yard cameras\" --all --json"});
    auto* shown = app.keep<Arguments>();
    listing->add_option("--deal", shown->deal, "Only of this deal")->type_name("DEAL");
    listing->add_flag("--all", shown->all, "Also what is done or dropped");
    app.onRun(listing, [&app, shown] { return list(app, *shown); });

    auto* adding = app.command(noun, "add", "A new to-do of a deal, yours",
        {"agentarmyctl todo add \"Yard cameras\" \"Call about the depot\" --due 2026-10-05"});
    auto* added = app.keep<Arguments>();
    adding->add_option("DEAL", added->deal, "Id or name")->required();
    adding->add_option("TEXT", added->text, "What is to be done; at most 2000 bytes")->required();
    adding->add_option("--due", added->due, "Until when")->type_name("DATE");
    app.onRun(adding, [&app, added] { return add(app, *added); });

    for (const bool done : {true, false}) {
        auto* setting = app.command(noun, done ? "done" : "reopen", done ? "It is done" : "It is open again",
            {done ? "agentarmyctl todo done 0190ab12" : "agentarmyctl todo reopen 0190ab12"});
        auto* set = app.keep<Arguments>();
        setting->add_option("TASK", set->task, "Id, or its words")->required();
        app.onRun(setting, [&app, set, done] { return setDone(app, *set, done); });
    }
}
}
