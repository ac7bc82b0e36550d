// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/ports/eraser.hpp"

#include <filesystem>

namespace agentarmy::sqlite {

struct Erased;

struct Options {
    const Clock& clock; ///< outlives the store, like the random source
    Random& random;
    std::string vfs; ///< SQLite's file layer by name, for tests; empty: the system's
    int readers = 4; ///< at most so many reads at once, each with its connection
    bool checkAfterCrash = true; ///< quick_check when the program before ended without closing
    std::chrono::milliseconds busyTimeout {10000}; ///< how long a writer waits for another one: `store_busy`
};

/// The Store of a workspace on this machine: one SQLite file in log mode, full text and job queue in it, large
/// attachments beside it. One writer at a time (transactions wait in order of arrival), reads in parallel. Every commit
/// is on the disk when it is acknowledged. A second process may open the same workspace: writers take turns.
class SqliteStore final : public Store, public Eraser {
public:
    /// `path`: the folder (`workspace.db` in it), or the file by its ending `.db`. Creates what is missing, brings an
    /// older schema up to date. `store_newer`, `store_damaged`, `store_busy`, `disk_full`, `store_failed`,
    /// `store_read_only`.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const std::filesystem::path& path, Options options);
    ~SqliteStore() override; ///< no transaction may be left

    Result<std::unique_ptr<Transaction>> begin(const Context& context) override;
    Result<Document> get(const Context& context, const DocumentKey& key) override;
    Result<std::optional<Document>> findByExternalKey(
        const Context& context, const std::string& type, const std::string& key) override;
    Result<Page> query(const Context& context, const Query& query) override;
    Result<void> readRows(const Context& context, const Query& query, const std::function<bool(Row&&)>& sink) override;
    Result<std::vector<SearchHit>> search(const Context& context, const TextQuery& query) override;
    Result<std::vector<Change>> history(const Context& context, const DocumentKey& key, int limit) override;
    Result<std::vector<Change>> changes(const Context& context, std::int64_t after, int limit) override;
    Result<std::vector<Change>> changesOfMutation(const Context& context, const Uuid& mutationId) override;
    Result<Json> fieldMeta(const Context& context, const DocumentKey& key) override;
    Result<std::int64_t> head(const Context& context) override;
    Result<std::string> attachment(const Context& context, const std::string& hash) override;
    Result<std::string> value(const Context& context, const std::string& key) override;
    Result<std::vector<std::pair<std::string, std::string>>> values(
        const Context& context, const std::string& prefix) override;
    Result<std::vector<Job>> waitingJobs(const Context& context, int limit) override;
    Result<std::vector<Job>> laneJobs(const Context& context, const std::string& lane, int limit) override;
    Result<std::int64_t> waitingJobCount(const Context& context) override;
    Result<std::vector<Job>> deadJobs(const Context& context) override;
    Result<int> eraseValues(const Context& context, const DocumentKey& key) override;
    Result<int> purgeDeleted(const Context& context, Timestamp before) override;
    Result<void> backupTo(const Context& context, const std::string& path) override;
    Result<std::vector<std::string>> verify(const Context& context) override;
    Result<ErasureReport> erase(const Context& context, const Erasure& erasure) override;
    Result<void> scrub(const Context& context) override;

private:
    struct Parts;
    explicit SqliteStore(std::unique_ptr<Parts> parts);
    enum class Statements { one, several };
    template <class Work> auto reading(const Context& context, Statements statements, Work work);
    template <class Work> auto writing(const Context& context, Work work);
    Result<int> finishErasing(const Context& context, Result<Erased> erased);
    std::unique_ptr<Parts> m_parts;
};
}
