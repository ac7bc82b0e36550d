// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/error.hpp"

#include <filesystem>
#include <string_view>

namespace agentarmy::sqlite {

/// Writes a file that is either complete and on the disk or not there: beside it first, then renamed. `disk_full`,
/// `store_failed`.
[[nodiscard]] Result<void> writeFileDurably(const std::filesystem::path& file, std::string_view bytes);
/// Flushes `partial` to the disk and gives it its name.
[[nodiscard]] Result<void> publishFile(const std::filesystem::path& partial, const std::filesystem::path& file);
/// `not_found`, `store_failed`.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path& file);

/// The lock file of a workspace: shared by every process that has it open. Whoever gets it alone knows that nobody else
/// is there. Released with the object, also when the process dies.
class WorkspaceLock {
public:
    enum class Hold { alone, shared };
    WorkspaceLock() = default;
    WorkspaceLock(WorkspaceLock&& other) noexcept;
    WorkspaceLock& operator=(WorkspaceLock&& other) noexcept;
    ~WorkspaceLock();

    /// Alone if nobody else has it, else shared, for which it waits at most `wait`: `store_busy`.
    [[nodiscard]] static Result<WorkspaceLock> take(const std::filesystem::path& file, std::chrono::milliseconds wait);
    [[nodiscard]] Hold hold() const { return m_hold; }
    void share(); ///< lets others in

private:
    int m_file = -1;
    Hold m_hold = Hold::shared;
};
}
