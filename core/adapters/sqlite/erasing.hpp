// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/maintenance.hpp"
#include "core/ports/eraser.hpp"

namespace agentarmy::sqlite {

/// Within the caller's transaction; `files` are attachment files to be deleted once it is committed.
struct ErasedParts {
    ErasureReport report;
    std::vector<std::string> files;
};
[[nodiscard]] Result<ErasedParts> erase(
    Connection& connection, const AttachmentStore& attachments, const Context& context, const Erasure& erasure);
/// Rewrites the file and empties the log beside it, outside of any transaction. `store_busy`.
[[nodiscard]] Result<void> compact(Connection& connection);
/// The copies `<file>.before-NNNN` that were made before the schema changed.
void removeOldCopies(const std::filesystem::path& file);
}
