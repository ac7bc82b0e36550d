// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/attachment_store.hpp"

namespace agentarmy::sqlite {

/// `store_damaged` with what to do, if the file is not sound.
[[nodiscard]] Result<void> quickCheck(Connection& connection);
/// Builds the full-text index anew if another version of the analyser wrote it.
[[nodiscard]] Result<void> refreshIndexVersion(Connection& connection);

/// What was taken out, and the attachment files that nobody names any more: to be deleted once that is committed.
struct Erased {
    int count = 0;
    std::vector<std::string> files;
};
[[nodiscard]] Result<Erased> eraseValues(Connection& connection, const DocumentKey& key);
[[nodiscard]] Result<Erased> purgeDeleted(Connection& connection, Timestamp before);
/// One document, whenever it was deleted; one that is not deleted stays.
[[nodiscard]] Result<Erased> purgeDocument(Connection& connection, const DocumentKey& key);
/// One slice of merging the full-text index, so that deleted words leave its old segments. False: nothing is left to
/// do.
[[nodiscard]] Result<bool> mergeIndexSlice(Connection& connection);

[[nodiscard]] Result<void> backup(Connection& connection, const Context& context, const AttachmentStore& attachments,
    const std::filesystem::path& folder);
/// One line per problem. The connection may read only; the full-text index is checked by checkIndex().
[[nodiscard]] Result<std::vector<std::string>> verify(Connection& connection, const AttachmentStore& attachments);
[[nodiscard]] Result<std::vector<std::string>> checkIndex(
    Connection& connection); ///< needs a connection that may write
}
