// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/workspace/workspace.hpp"

#include "core/engine/records/reading.hpp"
#include "core/engine/records/unit_of_work.hpp"

namespace agentarmy {
const User* WorkspaceInfo::user(const std::optional<Id<User>>& id) const
{
    if (id)
        for (const auto& each : users)
            if (each.id == *id)
                return &each;
    return nullptr;
}

Result<WorkspaceInfo> readWorkspace(Store& store, const Context& context)
{
    WorkspaceInfo info;
    auto settings = readEntities<TenantSettings>(store, context, {});
    if (!settings)
        return fail(settings.error());
    if (!settings->empty())
        info.settings = settings->front();
    auto users = readEntities<User>(store, context, {});
    if (!users)
        return fail(users.error());
    info.users = std::move(*users);
    for (const auto& user : info.users)
        if (user.canSignIn)
            info.self = user.id;
    return info;
}

Result<WorkspaceInfo> openWorkspace(Store& store, const Context& context, IdSource& ids, const Clock& clock,
    const std::string& timeZone, const std::string& currency)
{
    auto info = readWorkspace(store, context);
    if (!info || (!info->settings.id.isNull() && !info->self.isNull()))
        return info;
    UnitOfWork work(store, context, ids);
    work.because({.what = "first_start"});
    if (info->settings.id.isNull()) {
        info->settings.timeZone = timeZone;
        info->settings.currency = currency;
        info->settings = work.add(info->settings);
    }
    if (info->self.isNull()) {
        User self;
        self.role = Role::admin;
        self.canSignIn = true;
        self.createdAt = self.updatedAt = clock.now();
        self = work.add(self);
        info->self = self.id;
        info->users.push_back(self);
    }
    if (auto done = work.commit(); !done) {
        // Somebody opened it at the same moment: theirs stands.
        if (done.error().kind == ErrorKind::conflict)
            return readWorkspace(store, context);
        return fail(done.error());
    }
    return info;
}

Context personContext(const WorkspaceInfo& workspace, const Uuid& deviceId)
{
    Context context;
    context.actor = {ActorKind::person, workspace.self, deviceId};
    return context;
}

Result<Uuid> deviceId(Store& store, const Context& context, IdSource& ids)
{
    auto stored = store.value(context, "device_id");
    if (!stored)
        return fail(stored.error());
    if (!stored->empty())
        return Uuid::parse(*stored);
    const auto made = ids.next();
    if (auto kept = keepValue(store, context, "device_id", made.text()); !kept)
        return fail(kept.error());
    return made;
}
}
