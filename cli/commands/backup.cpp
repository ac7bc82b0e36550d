// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/views.hpp"
#include "core/adapters/sqlite/workspace_files.hpp"
#include "core/domain/conversation.hpp"

namespace agentarmy::cli {
namespace {
namespace fs = std::filesystem;

/// Seconds in UTC, as part of a file name.
std::string stampOf(Timestamp at)
{
    auto text = formatTimestamp(at).substr(0, 19);
    std::erase(text, ':');
    std::erase(text, '-');
    return text;
}

int backup(App& app, const std::string& where)
{
    const Interrupt interrupt;
    auto workspace = app.workspace(Workspace::Missing::fail, interrupt.token());
    if (!workspace)
        return app.out.fail(workspace.error());
    auto& w = **workspace;
    std::error_code failed;
    fs::path target(where);
    if (fs::is_directory(target, failed))
        target /= "agentarmy-" + stampOf(w.now());
    if (auto done = w.store->backupTo(w.context, target.string()); !done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"path", target.string()}});
    else
        app.out.line("Backup in " + target.string() + ". agentarmyctl restore brings it back.");
    return exitOk;
}

/// What a backup holds, in a line: "1 September 2026: 120 deals, 600 messages".
std::string summaryLine(const sqlite::BackupSummary& summary)
{
    const auto count = [&](const char* type) {
        const auto found = summary.documents.find(type);
        return std::to_string(found == summary.documents.end() ? 0 : found->second);
    };
    return (summary.newest ? formatTimestamp(*summary.newest).substr(0, 10) : std::string("empty")) + ": "
        + count(Account::type) + " accounts, " + count(Opportunity::type) + " deals, " + count(Message::type)
        + " messages";
}

int restore(App& app, const std::string& chosen)
{
    const auto from = sqlite::backupIn(chosen);
    const Interrupt interrupt;
    const auto data = app.dataFolder();
    auto summary = sqlite::describeBackup(from);
    if (!summary)
        return app.out.fail(summary.error());
    Context context;
    context.stop = interrupt.token();
    const SystemClock clock;
    SystemRandom random;
    const auto stamp = stampOf(clock.now());
    std::error_code failed;
    if (fs::exists(data, failed) && !fs::is_empty(data, failed)
        && !app.confirmed("Replace the workspace in " + data.string() + " by the backup of " + summaryLine(*summary)
            + "? The workspace is kept beside it."))
        return app.out.fail({ErrorKind::denied, "not_confirmed",
            "There is a workspace in " + data.string() + ". Say --yes to replace it; it is kept beside.",
            {{"path", data.string()}}});
    auto staged = sqlite::stageBackup(context, from, data, stamp, clock, random);
    if (!staged)
        return app.out.fail(staged.error());
    auto before = sqlite::swapIn(*staged, data, stamp);
    if (!before) {
        fs::remove_all(*staged, failed);
        return app.out.fail(before.error());
    }
    if (app.out.json)
        app.out.print(Json {{"path", data.string()}, {"before", before->empty() ? Json() : Json(before->string())},
            {"documents", summary->documents}});
    else
        app.out.line("Restored to " + data.string() + " (" + summaryLine(*summary) + ')'
            + (before->empty() ? "." : ". What was there is in " + before->string() + '.'));
    return exitOk;
}

int clear(App& app)
{
    const auto data = app.dataFolder();
    if (!holdsWorkspace(data))
        return app.out.fail({ErrorKind::notFound, "not_found", "There is no workspace in " + data.string() + '.',
            {{"type", std::string("workspace")}, {"path", data.string()}}});
    if (!app.confirmed("Delete everything in the workspace in " + data.string()
            + "? It cannot be undone; agentarmyctl backup makes a copy first."))
        return app.out.fail({ErrorKind::denied, "not_confirmed",
            "Nothing was deleted. Say --yes to delete the workspace in " + data.string() + '.',
            {{"path", data.string()}}});
    if (auto done = sqlite::removeWorkspace(data); !done)
        return app.out.fail(done.error());
    if (app.out.json)
        app.out.print(Json {{"path", data.string()}});
    else
        app.out.line("The workspace in " + data.string() + " is empty.");
    return exitOk;
}
}

void addBackup(App& app)
{
    auto* command = app.command(nullptr, "backup", "A complete copy of the workspace, also while it is in use",
        {"agentarmyctl backup /media/stick", "agentarmyctl backup ~/backups/monday"});
    auto* where = app.keep<std::string>();
    command
        ->add_option(
            "PATH", *where, "A folder that exists: the copy is made in it with the date; else the name of the copy")
        ->required();
    app.onRun(command, [&app, where] { return backup(app, *where); });
}

void addRestore(App& app)
{
    auto* command = app.command(nullptr, "restore", "Put a backup in the place of the workspace",
        {"agentarmyctl restore ~/backups/monday",
            "agentarmyctl restore /media/stick/agentarmy-20260901T080000 --data /tmp/look --yes"});
    auto* from = app.keep<std::string>();
    command
        ->add_option("BACKUP", *from,
            "The folder that backup made, the folder in which it made it (the newest counts), or a workspace.db")
        ->required();
    app.onRun(command, [&app, from] { return restore(app, *from); });
}
void addClear(App& app)
{
    auto* command = app.command(nullptr, "clear", "Delete everything in the workspace, for good",
        {"agentarmyctl clear", "agentarmyctl clear --data /tmp/look --yes"});
    app.onRun(command, [&app] { return clear(app); });
}
}
