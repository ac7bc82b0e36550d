// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/model_provider.hpp"

#include <filesystem>
#include <memory>

namespace agentarmy::sqlite {

/// The cost ledger in the database of a workspace, with a connection of its own: its reads wait for nobody, a call is
/// entered between the transactions of others (never from within one: it would wait for itself). Its rows go where the
/// file goes: into backups, and away with the workspace. A record whose id is known already is not entered again.
/// Errors of the store.
class SqliteLedger final : public ModelLedger {
public:
    /// `path` as of SqliteStore::open(), which was called before and has made the table. While the ledger is open the
    /// workspace counts as open. `store_busy`, `store_failed`, `store_damaged`.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedger>> open(
        const std::filesystem::path& path, std::chrono::milliseconds busyTimeout = std::chrono::milliseconds(10'000));
    ~SqliteLedger() override;

    Result<void> add(const Context& context, const ModelCallRecord& record) override;
    Result<std::int64_t> spent(const Context& context, Timestamp from, Timestamp to) override;
    Result<std::vector<ModelUsageRow>> usage(
        const Context& context, Timestamp from, Timestamp to, const std::vector<UsageGroup>& groups) override;

private:
    struct Parts;
    explicit SqliteLedger(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};
}
