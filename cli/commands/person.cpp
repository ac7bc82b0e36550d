// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/lookup.hpp"
#include "cli/progress_bar.hpp"
#include "core/engine/workspace/erase_person.hpp"

namespace agentarmy::cli {
namespace {
struct Found {
    Workspace* workspace = nullptr;
    Id<Contact> id;
};

Result<Found> find(App& app, const std::string& words, const Interrupt& interrupt)
{
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return agentarmy::fail(workspace.error());
    auto id = findId<Contact>(**workspace, words);
    if (!id)
        return agentarmy::fail(id.error());
    return Found {*workspace, *id};
}

void show(App& app, const PersonReport& report, bool done)
{
    Table table({{""}, {"", Table::Align::right}});
    for (const auto& [type, count] : report.documents)
        table.add({type, std::to_string(count)});
    table.add({"quotes of their words", std::to_string(report.quotes)});
    table.add({"imported files", std::to_string(report.files)});
    if (done)
        table.add({"entries of the history", std::to_string(report.logValues)});
    app.out.print(table, "  ");
}

PersonProgress progressOf(ProgressBar& bar)
{
    return [&bar](std::int64_t looked) { bar.show("looked at " + std::to_string(looked), 0, 0); };
}

int erase(App& app, const std::string& words)
{
    const Interrupt interrupt;
    auto found = find(app, words, interrupt);
    if (!found)
        return app.out.fail(found.error());
    auto& w = *found->workspace;
    auto traces = tracesOfPerson(*w.store, w.context, found->id);
    if (!traces)
        return app.out.fail(traces.error());
    const auto who = traces->name + (traces->address.empty() ? "" : " <" + traces->address + ">");
    if (!app.out.json) {
        app.out.line("Of " + who + " there are");
        show(app, *traces, false);
    }
    if (!app.confirmed("Erase " + who + " for good? It cannot be undone. Backups made before still have this person."))
        return app.out.fail({ErrorKind::denied, "not_confirmed",
            "Nothing was erased. Say --yes to erase " + who + " for good; it cannot be undone.",
            {{"contactId", found->id.text()}}});
    Result<PersonReport> report;
    {
        ProgressBar bar(app.out.errorIsTerminal() && !app.out.json);
        report = erasePerson(*w.store, *w.store, w.context, found->id, progressOf(bar));
    }
    if (!report)
        return app.out.fail(report.error());
    if (app.out.json) {
        app.out.print(toJson(*report));
    } else {
        app.out.line("Erased:");
        show(app, *report, true);
        app.out.line("Later imports leave this person out. Backups made before today still have them.");
    }
    return exitOk;
}

int exportOne(App& app, const std::string& words, const std::string& folder)
{
    const Interrupt interrupt;
    auto found = find(app, words, interrupt);
    if (!found)
        return app.out.fail(found.error());
    auto& w = *found->workspace;
    Result<PersonReport> report;
    {
        ProgressBar bar(app.out.errorIsTerminal() && !app.out.json);
        report = exportPerson(*w.store, w.context, found->id, folder, progressOf(bar));
    }
    if (!report)
        return app.out.fail(report.error());
    if (app.out.json) {
        auto json = toJson(*report);
        json["folder"] = folder;
        app.out.print(json);
    } else {
        app.out.line("Exported to " + folder);
        show(app, *report, false);
    }
    return exitOk;
}
}

void addPerson(App& app)
{
    auto* noun = app.group("person", "What is kept about one person: hand it out, or erase it");
    auto* erasing = app.command(noun, "erase", "Take a person out of everything, for good",
        {"agentarmyctl person erase jonas.brandt@nordwind.example", "agentarmyctl person erase 0198c2 --yes --json"});
    auto* who = app.keep<std::string>();
    erasing->add_option("CONTACT", *who, "Id, name or e-mail")->required();
    app.onRun(erasing, [&app, who] { return erase(app, *who); });
    auto* exporting = app.command(noun, "export", "All that is kept about a person, in open formats",
        {"agentarmyctl person export jonas.brandt@nordwind.example ~/jonas"});
    auto* whom = app.keep<std::string>();
    auto* folder = app.keep<std::string>();
    exporting->add_option("CONTACT", *whom, "Id, name or e-mail")->required();
    exporting->add_option("DIR", *folder, "A new or empty folder")->required();
    app.onRun(exporting, [&app, whom, folder] { return exportOne(app, *whom, *folder); });
}
}
