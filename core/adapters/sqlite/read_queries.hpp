// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

namespace agentarmy::sqlite {

/// Reads of documents that work on any connection, inside or outside a transaction.
[[nodiscard]] Result<std::optional<Document>> readDocumentByKey(
    Connection& connection, const DocumentKey& key); ///< deleted ones too
[[nodiscard]] Result<std::optional<Document>> readDocumentByExternalKey(
    Connection& connection, const std::string& type, const std::string& key);
[[nodiscard]] Result<std::vector<Document>> readDocuments(
    Connection& connection, const Query& query, int atMost); ///< 0: all
[[nodiscard]] Result<Page> readPage(Connection& connection, const Query& query);
[[nodiscard]] Result<void> readRows(Connection& connection, const Query& query, const std::function<bool(Row&&)>& sink);
}
