// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_bar.hpp"
#include "core/base/text.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/engine/import/importer.hpp"

#include <algorithm>

namespace agentarmy::cli {
namespace {
constexpr std::size_t shownProblems = 20;

struct Arguments {
    std::vector<std::string> paths, own, map, stageMap;
    std::string dateOrder, currency, kind, account;
    bool shiftDates = false, dryRun = false;
    int workers = 2;
};

Result<ImportOptions> optionsOf(const Arguments& given)
{
    ImportOptions options;
    for (const auto& path : given.paths)
        options.paths.emplace_back(path);
    options.own = listArgument(given.own);
    for (const auto& each : given.map) {
        auto pair = pairArgument("--map", each);
        if (!pair)
            return agentarmy::fail(pair.error());
        options.mapping.insert(std::move(*pair));
    }
    for (const auto& each : given.stageMap) {
        auto pair = pairArgument("--stage-map", each);
        if (!pair)
            return agentarmy::fail(pair.error());
        auto stage = stageArgument("--stage-map", pair->second);
        if (!stage)
            return agentarmy::fail(stage.error());
        options.stageNames[foldCase(pair->first)] = *stage;
    }
    if (!given.dateOrder.empty()) {
        auto order = enumArgument<readers::DateOrder>("--date-order", given.dateOrder);
        if (!order)
            return agentarmy::fail(order.error());
        options.dateOrder = *order;
    }
    if (!given.kind.empty()) {
        auto kind = enumArgument<readers::TableKind>("--kind", given.kind);
        if (!kind)
            return agentarmy::fail(kind.error());
        options.tableKind = *kind;
    }
    options.currency = given.currency;
    std::transform(options.currency.begin(), options.currency.end(), options.currency.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    if (!options.currency.empty() && !isCurrencyCode(options.currency))
        return agentarmy::fail(invalidField("--currency", "a code of ISO 4217 such as EUR"));
    options.account = given.account;
    options.shiftDates = given.shiftDates;
    options.dryRun = given.dryRun;
    options.workers = std::clamp(given.workers, 1, 64);
    return options;
}

void showProgress(ProgressBar& bar, const ImportProgress& progress)
{
    const auto file = std::filesystem::path(progress.file).filename().string();
    switch (progress.phase) {
    case ImportProgress::Phase::looking:
        return bar.show("Looking at the files", 0, 0);
    case ImportProgress::Phase::reading:
        return bar.show(file + ", " + std::to_string(progress.messages) + " messages", progress.done, progress.total);
    case ImportProgress::Phase::understanding:
        return bar.show("Reading what was said: " + std::to_string(progress.done) + " of "
                + std::to_string(progress.total) + " turns",
            progress.done, progress.total);
    }
}

std::string counts(const std::map<std::string, int>& by)
{
    std::vector<std::string> parts;
    for (const auto& [type, count] : by)
        if (count > 0)
            parts.push_back(std::to_string(count) + ' ' + plainWords(type == "opportunity" ? "deal" : type));
    return parts.empty() ? "nothing" : join(parts, ", ");
}

void tell(const Output& out, const char* what, const std::vector<ImportProblem>& problems, Style style)
{
    if (problems.empty())
        return;
    out.line(out.style(std::string(what) + ": " + std::to_string(problems.size()), style));
    Table table({{""}, {"", Table::Align::left, true}});
    for (std::size_t i = 0; i < problems.size() && i < shownProblems; ++i)
        table.add({std::filesystem::path(problems[i].file).filename().string()
                + (problems[i].line ? ':' + std::to_string(problems[i].line) : ""),
            problems[i].reason});
    out.print(table, "  ");
    if (problems.size() > shownProblems)
        out.line("  ... and " + std::to_string(problems.size() - shownProblems) + " more; --json lists all");
}

void tell(const Output& out, const ImportReport& report, bool dryRun)
{
    out.line((dryRun ? "Would create: " : "Created: ") + counts(report.created));
    out.line((dryRun ? "Known: " : "Merged: ") + counts(report.merged));
    if (report.reading.done > 0)
        out.line("The agent read " + std::to_string(report.reading.done)
            + " turns: " + std::to_string(report.reading.opportunitiesCreated) + " deals found, "
            + std::to_string(report.reading.opportunitiesUpdated) + " updates, "
            + std::to_string(report.reading.stageProgressions.size()) + " stage moves.");
    if (report.openQuestions > 0)
        out.line(std::to_string(report.openQuestions)
            + " older questions of customers were never answered: agentarmyctl conversation list --turn ours");
    for (const auto& note : report.notes)
        out.line(out.style(oneLine(note), Style::dim));
    tell(out, "Skipped", report.skipped, Style::warning);
    tell(out, "Could not be read", report.errors, Style::bad);
    if (report.cancelled)
        out.line(out.style("Cancelled. What was read is kept; the same command goes on from here.", Style::warning));
}

int run(App& app, const Arguments& given)
{
    auto options = optionsOf(given);
    if (!options)
        return app.out.fail(options.error());
    for (const auto& path : options->paths) {
        std::error_code failed;
        if (!std::filesystem::exists(path, failed))
            return app.out.fail({ErrorKind::notFound, "not_found", "There is nothing at " + path.string() + '.',
                {{"path", path.string()}}});
    }
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::create, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    Importer importer(w.parts(), w.mailboxes, w.context);
    Result<ImportReport> report;
    {
        ProgressBar bar(app.out.errorIsTerminal() && !app.out.json);
        report = importer.run(*options, [&](const ImportProgress& progress) { showProgress(bar, progress); });
    }
    if (!report) {
        if (interrupt.requested() && report.error().code == "stopped")
            app.out.note("agentarmyctl: cancelled; what was read is kept, the same command goes on from there");
        return app.out.fail(report.error());
    }
    if (app.out.json)
        app.out.print(toJson(*report));
    else
        tell(app.out, *report, options->dryRun);
    if (report->cancelled)
        return exitCancelled;
    return report->complete() ? exitOk : exitFailed;
}
}

void addImport(App& app)
{
    auto* command
        = app.command(nullptr, "import", "Import mail, chats, meetings and tables; the agent reads what is new",
            {"agentarmyctl import ~/Mail/archive.mbox --own me@example.com",
                "agentarmyctl import export/ --own example.com --currency EUR",
                "agentarmyctl import deals.csv --kind opportunities --date-order dmy --map closeDate=\"Expected "
                "close\" --stage-map \"Verbal yes=negotiation\"",
                "agentarmyctl import meeting.vtt --account \"Nordwind Logistics\" --json"});
    auto* given = app.keep<Arguments>();
    command
        ->add_option("PATH", given->paths,
            "Files and folders: .eml, .mbox, Maildir, .vtt, .srt, transcript and chat .json, .csv")
        ->required();
    command
        ->add_option("--own", given->own, "Our side: addresses, mail domains, names of people; several between commas")
        ->type_name("A,B");
    command->add_option("--map", given->map, "Column of a table for a field, also by number: FIELD=HEADER or FIELD=#3")
        ->type_name("F=H")
        ->take_all();
    command
        ->add_option(
            "--date-order", given->dateOrder, "Order of day and month where a table leaves it open: dmy or mdy")
        ->type_name("ORDER");
    command->add_option("--currency", given->currency, "Currency of amounts without one")->type_name("CODE");
    command->add_option("--stage-map", given->stageMap, "Meaning of a stage name: \"Verbal yes=negotiation\"")
        ->type_name("X=STAGE")
        ->take_all();
    command->add_option("--kind", given->kind, "What the tables hold: accounts, contacts, opportunities or users")
        ->type_name("KIND");
    command->add_option("--account", given->account, "Customer of chats and meetings that do not say it")
        ->type_name("NAME");
    command->add_option("--workers", given->workers, "Threads that read what was said (default 2)")->type_name("N");
    command->add_flag("--shift-dates", given->shiftDates,
        "Move all dates by whole weeks so that the newest is this week; for samples");
    command->add_flag("--dry-run", given->dryRun, "Read and report, write nothing");
    app.onRun(command, [&app, given] { return run(app, *given); });
}
}
