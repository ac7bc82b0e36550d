// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/localmodel/local_model.hpp"
#include "core/adapters/mail/disk_mailboxes.hpp"
#include "core/adapters/mailserver/net_mail_servers.hpp"
#include "core/adapters/secrets/workspace_secrets.hpp"
#include "core/adapters/sqlite/sqlite_store.hpp"
#include "core/engine/deals/deal_desk.hpp"
#include "core/engine/sales/turn.hpp"
#include "core/engine/workspace/workspace.hpp"

namespace agentarmy::cli {

/// A workspace of this machine with all that commands need to work on it.
class Workspace {
public:
    enum class Missing { fail, create };
    /// `not_found` where there is none and it is not to be made; else the errors of the store.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(
        const std::filesystem::path& folder, Missing missing, std::stop_token stop);

    [[nodiscard]] Timestamp now() const { return clock.now(); }
    [[nodiscard]] Zone zone() const;
    [[nodiscard]] EngineParts parts() { return {*store, model, ids, clock}; }

    SystemClock clock;
    SystemRandom random;
    IdSource ids {clock, random};
    localmodel::LocalModel model;
    mail::DiskMailboxes mailboxes;
    mailserver::NetMailServers mailServers;
    std::unique_ptr<secrets::WorkspaceSecrets> secrets;
    std::unique_ptr<sqlite::SqliteStore> store;
    Context context; ///< of the person at this machine
    WorkspaceInfo info;
    std::optional<DealDesk> desk;

private:
    Workspace() = default;
};

/// IANA name of the machine's time zone by TZ, /etc/localtime or /etc/timezone; else "UTC".
[[nodiscard]] std::string systemTimeZone();
/// Whether a folder holds a workspace.
[[nodiscard]] bool holdsWorkspace(const std::filesystem::path& folder);
}
