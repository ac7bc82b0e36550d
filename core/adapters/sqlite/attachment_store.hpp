// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

namespace agentarmy::sqlite {

/// Attachments by content hash: up to 256 KiB in the database, larger ones as files `<folder>/ab/abcdef...`, on the
/// disk before the transaction commits. A file that no row names was left by a transaction that did not commit.
class AttachmentStore {
public:
    explicit AttachmentStore(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    /// `hash_mismatch` if the bytes are not what the hash says.
    [[nodiscard]] Result<void> put(
        Connection& connection, const std::string& hash, std::string_view bytes, const std::string& mediaType) const;
    [[nodiscard]] Result<std::string> read(Connection& connection, const std::string& hash) const; ///< `not_found`
    [[nodiscard]] std::filesystem::path fileOf(const std::string& hash) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};
}
