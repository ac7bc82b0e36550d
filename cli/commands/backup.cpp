// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/views.hpp"

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

Error cannot(const std::string& what, const std::error_code& why, const fs::path& path)
{
    return {ErrorKind::unavailable, "restore_failed", what + ": " + why.message(), {{"path", path.string()}}};
}

/// Opens the copy once, so that what cannot be read is found before anything is moved.
Result<void> check(const fs::path& folder)
{
    auto opened = Workspace::open(folder, Workspace::Missing::fail, {});
    if (!opened)
        return agentarmy::fail(opened.error());
    auto problems = (*opened)->store->verify((*opened)->context);
    if (!problems)
        return agentarmy::fail(problems.error());
    if (!problems->empty())
        return agentarmy::fail({ErrorKind::conflict, "backup_damaged", "The backup is damaged: " + problems->front(),
            {{"problems", *problems}}});
    return {};
}

int restore(App& app, const std::string& from)
{
    const fs::path source(from);
    const auto data = app.dataFolder();
    std::error_code failed;
    if (!holdsWorkspace(source))
        return app.out.fail({ErrorKind::notFound, "not_found", "There is no backup at " + from + '.',
            {{"type", std::string("backup")}, {"path", from}}});
    const auto stamp = stampOf(SystemClock().now());
    const auto parent = fs::absolute(data, failed).parent_path();
    const auto staged = parent / (data.filename().string() + ".restoring-" + stamp);
    fs::create_directories(staged, failed);
    if (failed)
        return app.out.fail(cannot("Cannot make the folder", failed, staged));
    if (fs::is_directory(source, failed))
        fs::copy(source, staged, fs::copy_options::recursive, failed);
    else
        fs::copy_file(source, staged / "workspace.db", failed);
    if (failed) {
        const auto why = failed;
        fs::remove_all(staged, failed);
        return app.out.fail(cannot("Cannot copy the backup", why, source));
    }
    if (auto fine = check(staged); !fine) {
        fs::remove_all(staged, failed);
        return app.out.fail(fine.error());
    }
    fs::path before;
    if (fs::exists(data, failed) && !fs::is_empty(data, failed)) {
        before = parent / (data.filename().string() + ".before-" + stamp);
        if (!app.confirmed("Replace the workspace in " + data.string() + "? It is kept as " + before.string() + '.')) {
            fs::remove_all(staged, failed);
            return app.out.fail({ErrorKind::denied, "not_confirmed",
                "There is a workspace in " + data.string() + ". Say --yes to replace it; it is kept beside.",
                {{"path", data.string()}}});
        }
        fs::rename(data, before, failed);
        if (failed)
            return app.out.fail(cannot("Cannot move the workspace away", failed, data));
    } else {
        fs::remove(data, failed);
    }
    fs::rename(staged, data, failed);
    if (failed)
        return app.out.fail(cannot("Cannot move the backup to its place", failed, data));
    if (app.out.json)
        app.out.print(Json {{"path", data.string()}, {"before", before.empty() ? Json() : Json(before.string())}});
    else
        app.out.line("Restored to " + data.string()
            + (before.empty() ? "." : ". What was there is in " + before.string() + '.'));
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
    command->add_option("BACKUP", *from, "The folder that backup made, or a workspace.db")->required();
    app.onRun(command, [&app, from] { return restore(app, *from); });
}
}
