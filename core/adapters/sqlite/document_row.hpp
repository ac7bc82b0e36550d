// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"
#include "core/base/hash.hpp"

#include <map>

namespace agentarmy::sqlite {

inline constexpr std::size_t largestBody = 256 * 1024;
inline constexpr int typeShift = 40; ///< document.n = type code << 40 | counter

/// Columns of a whole document out of `document d LEFT JOIN document_body b`, for readDocument().
inline constexpr std::string_view documentColumns
    = "d.type, d.id, d.rootId, d.revision, d.seq, d.deleted, b.hash, b.body";
[[nodiscard]] Document readDocument(const Statement& row, int firstColumn = 0);

/// Columns of `document d` for readProjection().
inline constexpr std::string_view projectionColumns
    = "d.rootId, d.ownerId, d.accountId, d.opportunityId, d.parentId, d.state, d.name, d.externalKey,"
      " d.time, d.due, d.amount, d.currency, d.rank, d.archived, d.brief";
inline constexpr int projectionColumnCount = 15;
[[nodiscard]] Projection readProjection(const Statement& row, int firstColumn);
/// The columns of a body as they are stored: rootId is never null.
[[nodiscard]] Projection storedProjection(std::string_view type, const Uuid& id, const Json& body);
[[nodiscard]] bool sameColumns(const Projection& a, const Projection& b);

/// A document's share of its root's digest (sync rules S22), as a signed number.
[[nodiscard]] std::int64_t digestShare(
    std::string_view type, const Uuid& id, std::int64_t revision, std::string_view hashHex);
/// Sum modulo 2^64.
[[nodiscard]] std::int64_t wrappingSum(std::int64_t a, std::int64_t b);
[[nodiscard]] std::int64_t wrappingDifference(std::int64_t a, std::int64_t b);

[[nodiscard]] Sha256 hashFromHex(std::string_view hex); ///< zeros if it is not 64 hex digits
[[nodiscard]] std::string hexFromBytes(std::string_view bytes);
[[nodiscard]] std::string_view viewOf(const Sha256& hash);
/// True for 64 lower-case hex digits.
[[nodiscard]] bool isHash(std::string_view text);

/// Which change wrote each field last; fields that are not named were written by the creation.
struct WrittenFields {
    std::int64_t created = 0;
    std::map<std::string, std::int64_t, std::less<>> fields;
    [[nodiscard]] static WrittenFields parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// Hashes of the attachments that a body names: `rawHash` and `attachments[].hash`.
[[nodiscard]] std::vector<Sha256> attachmentsOf(const Json& body);
}
