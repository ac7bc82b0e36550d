// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/export.hpp"
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_bar.hpp"

namespace agentarmy::cli {
namespace {
int run(App& app, const std::string& folder)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    Result<ExportReport> report;
    {
        ProgressBar bar(app.out.errorIsTerminal() && !app.out.json);
        report = exportWorkspace(*w.store, w.context, folder, w.now(),
            [&](const std::string& what, std::int64_t done) { bar.show(what + ": " + std::to_string(done), 0, 0); });
    }
    if (!report)
        return app.out.fail(report.error());
    if (app.out.json) {
        app.out.print(Json {{"folder", folder}, {"documents", report->documents}, {"changes", report->changes},
            {"mails", report->mails}, {"files", report->files}, {"missing", report->missing}});
    } else {
        Table table({{""}, {"", Table::Align::right}});
        for (const auto& [type, count] : report->documents)
            table.add({type, std::to_string(count)});
        table.add({"entries of the log", std::to_string(report->changes)});
        table.add({"mails (.eml)", std::to_string(report->mails)});
        table.add({"transcripts", std::to_string(report->files)});
        app.out.line("Exported to " + folder);
        app.out.print(table, "  ");
        for (const auto& hash : report->missing)
            app.out.line(app.out.style("  source not there: " + hash, Style::warning));
    }
    return report->missing.empty() ? exitOk : exitFailed;
}
}

void addExport(App& app)
{
    auto* command = app.command(nullptr, "export", "Everything in open formats: JSON lines, CSV, mails, the log",
        {"agentarmyctl export ~/agentarmy-export"});
    auto* folder = app.keep<std::string>();
    command->add_option("DIR", *folder, "A new or empty folder")->required();
    app.onRun(command, [&app, folder] { return run(app, *folder); });
}
}
