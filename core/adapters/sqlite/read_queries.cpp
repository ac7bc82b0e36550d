// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/read_queries.hpp"

#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/query_sql.hpp"

#include <algorithm>

namespace agentarmy::sqlite {
namespace {
constexpr int largestPage = 1000;

Result<std::optional<TypeRange>> rangeOf(Connection& connection, const std::string& type)
{
    if (type.empty())
        return std::nullopt;
    auto row = connection.prepare("SELECT t.code, (SELECT max(n) FROM document WHERE n >= t.code << 40 AND n < (t.code "
                                  "+ 1) << 40) FROM document_type t WHERE t.name = ?");
    auto more = row.bind(type).step();
    if (!more)
        return fail(more.error());
    if (!*more || row.isNull(1))
        return std::optional(TypeRange {});
    return std::optional(TypeRange {row.integer(0) << typeShift, row.integer(1) + 1});
}

QueryValue sortedValue(const Statement& row, int column, SortKey sort)
{
    switch (sort) {
    case SortKey::name:
        return row.text(column);
    case SortKey::rank:
        return row.real(column);
    case SortKey::id:
        return row.id(column);
    default:
        return row.integer(column);
    }
}

/// Calls `sink` with each row in the query's order until it returns false or `limit` rows were given (0: all).
template <class Sink>
Result<void> readParts(Connection& connection, const Query& query, QueryShape shape, const QueryPlace* after, Sink sink)
{
    auto range = rangeOf(connection, query.type);
    if (!range)
        return fail(range.error());
    shape.range = *range;
    for (const auto part : {QueryPart::withValue, QueryPart::withoutValue}) {
        if (part == QueryPart::withoutValue && !hasSecondPart(query.sort))
            break;
        if (after && after->part != part && part == QueryPart::withValue)
            continue;
        const auto sql = querySql(query, shape, part, after && after->part == part ? after : nullptr);
        auto rows = connection.prepare(sql.text);
        bindValues(rows, sql.values);
        for (;;) {
            auto more = rows.step();
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (shape.limit > 0)
                --shape.limit;
            if (!sink(rows, part))
                return {};
        }
        if (shape.limit == 0 && sql.text.ends_with("LIMIT ?"))
            break;
    }
    return {};
}
}

Result<std::optional<Document>> readDocumentByKey(Connection& connection, const DocumentKey& key)
{
    static const std::string sql = "SELECT " + std::string(documentColumns)
        + " FROM document d LEFT JOIN document_body b ON b.n = d.n WHERE d.id = ? AND d.type = ?";
    auto row = connection.prepare(sql);
    auto more = row.bind(key.id, key.type).step();
    if (!more)
        return fail(more.error());
    return *more ? std::optional(readDocument(row)) : std::nullopt;
}

Result<std::optional<Document>> readDocumentByExternalKey(
    Connection& connection, const std::string& type, const std::string& key)
{
    static const std::string sql = "SELECT " + std::string(documentColumns)
        + " FROM document d INDEXED BY document_external LEFT JOIN document_body b ON b.n = d.n WHERE d.externalKey = "
          "? AND d.type = ? AND d.deleted = 0 ORDER BY d.id LIMIT 1";
    if (key.empty())
        return std::nullopt;
    auto row = connection.prepare(sql);
    auto more = row.bind(key, type).step();
    if (!more)
        return fail(more.error());
    return *more ? std::optional(readDocument(row)) : std::nullopt;
}

Result<std::vector<Document>> readDocuments(Connection& connection, const Query& query, int atMost)
{
    std::vector<Document> out;
    QueryShape shape {documentColumns, true, atMost, {}};
    auto done = readParts(connection, query, shape, nullptr, [&](const Statement& row, QueryPart) {
        out.push_back(readDocument(row));
        return true;
    });
    if (!done)
        return fail(done.error());
    return out;
}

Result<Page> readPage(Connection& connection, const Query& query)
{
    if (query.limit < 1 || query.limit > largestPage)
        return fail(invalidField("limit", "1..1000"));
    std::optional<QueryPlace> after;
    if (!query.cursor.empty()) {
        auto place = parseCursor(query.cursor, query.sort);
        if (!place)
            return fail(place.error());
        after = std::move(*place);
    }
    const auto columns = std::string(documentColumns) + ", " + std::string(sortColumn(query.sort));
    QueryShape shape {columns, true, query.limit + 1, {}};
    Page page;
    QueryPlace last;
    bool more = false;
    auto done
        = readParts(connection, query, shape, after ? &*after : nullptr, [&](const Statement& row, QueryPart part) {
              if (int(page.items.size()) == query.limit) {
                  more = true;
                  return false;
              }
              page.items.push_back(readDocument(row));
              last.part = part;
              last.value = part == QueryPart::withValue ? sortedValue(row, 8, query.sort) : QueryValue(Uuid {});
              last.id = page.items.back().id;
              return true;
          });
    if (!done)
        return fail(done.error());
    if (more)
        page.nextCursor = cursorText(last);
    return page;
}

namespace {
/// The rows in the query's order, those without the sorted value last. Only values and pointers move while sorting.
template <class ValueOf> std::vector<Row*> inOrder(std::vector<Row>& rows, bool descending, ValueOf valueOf)
{
    using Value = typename decltype(valueOf(rows.front()))::value_type;
    struct Keyed {
        Value value;
        Row* row;
    };
    std::vector<Keyed> with;
    std::vector<Row*> without;
    with.reserve(rows.size());
    for (auto& row : rows) {
        if (auto value = valueOf(row))
            with.push_back({*value, &row});
        else
            without.push_back(&row);
    }
    std::sort(with.begin(), with.end(), [&](const Keyed& a, const Keyed& b) {
        if (a.value != b.value)
            return descending ? b.value < a.value : a.value < b.value;
        return descending ? b.row->id < a.row->id : a.row->id < b.row->id;
    });
    std::sort(without.begin(), without.end(),
        [&](const Row* a, const Row* b) { return descending ? b->id < a->id : a->id < b->id; });
    std::vector<Row*> out;
    out.reserve(rows.size());
    for (const auto& each : with)
        out.push_back(each.row);
    out.insert(out.end(), without.begin(), without.end());
    return out;
}

std::vector<Row*> inOrder(std::vector<Row>& rows, const Query& query)
{
    switch (query.sort) {
    case SortKey::time:
        return inOrder(rows, query.descending, [](const Row& row) { return row.columns.time; });
    case SortKey::due:
        return inOrder(rows, query.descending, [](const Row& row) { return row.columns.due; });
    case SortKey::amount:
        return inOrder(rows, query.descending, [](const Row& row) { return row.columns.amountMinor; });
    case SortKey::rank:
        return inOrder(rows, query.descending, [](const Row& row) { return row.columns.rank; });
    case SortKey::name:
        return inOrder(rows, query.descending, [](const Row& row) {
            return row.columns.name.empty() ? std::nullopt : std::optional<std::string_view>(row.columns.name);
        });
    case SortKey::id:
    case SortKey::seq:
        break;
    }
    return inOrder(rows, query.descending, [](const Row& row) { return std::optional(row.id); });
}
}

Result<void> readRows(Connection& connection, const Query& query, const std::function<bool(Row&&)>& sink)
{
    static const std::string columns = "d.id, d.revision, " + std::string(projectionColumns);
    const auto rowOf = [](const Statement& statement) {
        return Row {statement.id(0), statement.integer(1), readProjection(statement, 2)};
    };
    auto range = rangeOf(connection, query.type);
    if (!range)
        return fail(range.error());
    constexpr std::int64_t mostSortedHere = 50000; // their rows take about 1 KiB each
    const bool fewRows = *range && (*range)->to - (*range)->from <= mostSortedHere;
    if (!fewRows || query.sort == SortKey::seq)
        return readParts(connection, query, QueryShape {columns, false, 0, {}}, nullptr,
            [&](const Statement& statement, QueryPart) { return sink(rowOf(statement)); });

    // Read as they lie and sorted here: the database would carry whole rows through its sorter.
    const auto sql = querySql(query, QueryShape {columns, false, 0, *range, true}, QueryPart::withValue, nullptr);
    auto rows = connection.prepare(sql.text);
    bindValues(rows, sql.values);
    std::vector<Row> found;
    found.reserve(std::size_t((*range)->to - (*range)->from));
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        found.push_back(rowOf(rows));
    }
    for (auto* row : inOrder(found, query))
        if (!sink(std::move(*row)))
            break;
    return {};
}
}
