// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/doctor.hpp"
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/version.hpp"
#include "core/base/analyser.hpp"
#include "core/rules/catalogue/registry.hpp"

namespace agentarmy::cli {
namespace {
int run(App& app)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    auto report = examineWorkspace(*w.store, w.context);
    if (!report)
        return app.out.fail(report.error());
    if (app.out.json) {
        Json findings = Json::array();
        for (const auto& finding : report->findings)
            findings.push_back({{"level", finding.level == DoctorFinding::Level::problem ? "problem" : "note"},
                {"code", finding.code}, {"text", finding.text}});
        app.out.print(Json {{"sound", report->sound()}, {"folder", app.dataFolder().string()}, {"version", version},
            {"analyserVersion", analyserVersion}, {"rules", catalogue::catalogue().list().size()},
            {"head", report->head}, {"documents", report->documents}, {"waitingJobs", report->waitingJobs},
            {"deadJobs", report->deadJobs}, {"orphans", report->orphans}, {"findings", std::move(findings)}});
        return report->sound() ? exitOk : exitFailed;
    }
    Table table({{""}, {"", Table::Align::left, true}});
    table.add({"Workspace", app.dataFolder().string()});
    table.add(
        {"Program", std::string(version) + ", " + std::to_string(catalogue::catalogue().list().size()) + " rules"});
    table.add({"Entries of the log", std::to_string(report->head)});
    for (const auto& [type, count] : report->documents)
        table.add({type, std::to_string(count)});
    app.out.print(table);
    for (const auto& finding : report->findings)
        app.out.line(app.out.style(
            oneLine(finding.text), finding.level == DoctorFinding::Level::problem ? Style::bad : Style::dim));
    app.out.line(report->sound()
            ? app.out.style("All is well.", Style::good)
            : app.out.style("There are problems. Make a backup now, then ask for help with this output.", Style::bad));
    return report->sound() ? exitOk : exitFailed;
}
}

void addDoctor(App& app)
{
    auto* command
        = app.command(nullptr, "doctor", "Check the workspace: file, hashes, log, jobs that gave up, references",
            {"agentarmyctl doctor", "agentarmyctl doctor --json"});
    app.onRun(command, [&app] { return run(app); });
}
}
