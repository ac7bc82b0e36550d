// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/workspace.hpp"

#include "core/base/text.hpp"
#include "core/engine/workspace/erase_person.hpp"

#include <cstdlib>
#include <fstream>

namespace agentarmy::cli {
namespace {
bool isZone(const std::string& name) { return !name.empty() && Zone::find(name).has_value(); }
}

std::string systemTimeZone()
{
    if (const char* tz = std::getenv("TZ"); tz && *tz) {
        std::string name = *tz == ':' ? tz + 1 : tz;
        if (isZone(name))
            return name;
    }
    std::error_code failed;
    const auto target = std::filesystem::read_symlink("/etc/localtime", failed).string();
    if (const auto at = target.find("zoneinfo/"); !failed && at != std::string::npos)
        if (auto name = target.substr(at + 9); isZone(name))
            return name;
    std::ifstream file("/etc/timezone");
    std::string name;
    std::getline(file, name);
    name = trim(name);
    return isZone(name) ? name : "UTC";
}

bool holdsWorkspace(const std::filesystem::path& folder)
{
    std::error_code failed;
    return std::filesystem::exists(folder.extension() == ".db" ? folder : folder / "workspace.db", failed);
}

Zone Workspace::zone() const { return Zone::find(info.settings.timeZone).value_or(Zone()); }

Result<std::unique_ptr<Workspace>> Workspace::open(
    const std::filesystem::path& folder, Missing missing, std::stop_token stop)
{
    if (missing == Missing::fail && !holdsWorkspace(folder))
        return agentarmy::fail({ErrorKind::notFound, "not_found",
            "There is no workspace in " + folder.string()
                + ". Import something first (agentarmyctl import PATH), or say where it is with --data.",
            {{"type", std::string("workspace")}, {"path", folder.string()}}});
    std::unique_ptr<Workspace> workspace(new Workspace);
    auto store = sqlite::SqliteStore::open(folder, {workspace->clock, workspace->random});
    if (!store)
        return agentarmy::fail(store.error());
    workspace->store = std::move(*store);
    Context system;
    system.actor.kind = ActorKind::system;
    system.stop = stop;
    auto info = openWorkspace(*workspace->store, system, workspace->ids, workspace->clock, systemTimeZone());
    if (!info)
        return agentarmy::fail(info.error());
    workspace->info = std::move(*info);
    auto device = deviceId(*workspace->store, system, workspace->ids);
    if (!device)
        return agentarmy::fail(device.error());
    if (auto finished = finishErasing(*workspace->store, *workspace->store, system); !finished)
        return agentarmy::fail(finished.error());
    workspace->context = personContext(workspace->info, *device);
    workspace->context.stop = std::move(stop);
    workspace->secrets = std::make_unique<secrets::WorkspaceSecrets>(
        folder.extension() == ".db" ? folder.parent_path() : folder, workspace->info.settings.id.text());
    workspace->desk.emplace(*workspace->store, workspace->ids, workspace->clock);
    return workspace;
}
}
