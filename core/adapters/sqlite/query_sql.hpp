// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/sqlite/connection.hpp"

#include <variant>

namespace agentarmy::sqlite {

/// What a query compares with, in the order of the parameters.
using QueryValue = std::variant<std::int64_t, double, std::string, Uuid>;

/// A query has two parts, read one after the other: documents that have the sorted value, in its order, then those that
/// have none, by id. So both parts can follow an index, and "without value comes last" holds in either direction.
enum class QueryPart { withValue, withoutValue };

/// Place after a document: in which part, with which sorted value.
struct QueryPlace {
    QueryPart part = QueryPart::withValue;
    QueryValue value = std::int64_t(0); ///< of the sorted column; unused when sorted by id
    Uuid id;
};
[[nodiscard]] std::string cursorText(const QueryPlace& place);
[[nodiscard]] Result<QueryPlace> parseCursor(const std::string& cursor, SortKey sort); ///< `invalid_cursor`

struct QuerySql {
    std::string text;
    std::vector<QueryValue> values;
};
/// The first text after all that begin with `prefix` (not empty, ASCII).
[[nodiscard]] std::string afterPrefix(std::string prefix);
/// The column `d.<...>` by which a query is sorted.
[[nodiscard]] std::string_view sortColumn(SortKey sort);

/// Numbers `n` of all that hang on root ?1, itself included, deleted ones too. Most are found by the column that names
/// the root (a message by its conversation), which saves an index entry for each.
inline constexpr std::string_view rootMembers
    = "SELECT n FROM document WHERE id = ?1 AND rootId = ?1"
      " UNION ALL SELECT n FROM document INDEXED BY document_parent WHERE parentId = ?1 AND rootId = ?1 AND rootId <> "
      "id"
      " UNION SELECT n FROM document INDEXED BY document_account WHERE accountId = ?1 AND type <> 'message' AND rootId "
      "= ?1 AND rootId <> id"
      " UNION SELECT n FROM document INDEXED BY document_opportunity WHERE opportunityId = ?1 AND type <> 'message' "
      "AND rootId = ?1 AND rootId <> id"
      " UNION SELECT n FROM document INDEXED BY document_root WHERE rootId = ?1 AND rootId <> id AND rootId IS NOT "
      "parentId AND rootId IS NOT accountId"
      " AND rootId IS NOT opportunityId";

/// Range of document.n that a type has; both 0: unknown, there is none of it.
struct TypeRange {
    std::int64_t from = 0;
    std::int64_t to = 0; ///< exclusive
};

struct QueryShape {
    std::string_view columns; ///< of `document d` and, `withBodies`, `document_body b`
    bool withBodies = false;
    int limit = 0; ///< 0: all
    std::optional<TypeRange> range; ///< of the query's type; none if it has no type
    bool unsorted = false; ///< all rows of both parts, as they lie
};
/// The SQL of one part, after `place` if given. Sorting by id or sequence number has only the first part.
[[nodiscard]] QuerySql querySql(const Query& query, const QueryShape& shape, QueryPart part, const QueryPlace* after);
[[nodiscard]] bool hasSecondPart(SortKey sort);

void bindValues(Statement& statement, const std::vector<QueryValue>& values);
}
