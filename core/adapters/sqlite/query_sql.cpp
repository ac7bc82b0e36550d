// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/query_sql.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::sqlite {
namespace {
constexpr char partMark(QueryPart part) { return part == QueryPart::withValue ? 'v' : 'n'; }

/// Unpadded base64 with the letters that need no escape in an address.
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string toBase64(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = bits << 8 | std::uint8_t(c);
        for (count += 8; count >= 6; count -= 6)
            out += letters[bits >> (count - 6) & 63];
    }
    if (count > 0)
        out += letters[bits << (6 - count) & 63];
    return out;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = letters.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = bits << 6 | std::uint32_t(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += char(bits >> count & 255);
        }
    }
    return out;
}

/// Which index serves a query; empty: the rows of the type, one after another.
struct Path {
    std::string_view index;
    bool byType = false; ///< the range of the type narrows what is read
};

struct SortIndex {
    std::string_view type;
    SortKey sort;
    std::string_view index;
};
constexpr std::array sortIndexes {SortIndex {"conversation", SortKey::time, "conversation_time"},
    SortIndex {"message", SortKey::time, "message_time"}, SortIndex {"meeting", SortKey::time, "meeting_time"},
    SortIndex {"account", SortKey::name, "account_name"}, SortIndex {"contact", SortKey::name, "contact_name"}};
struct StateIndex {
    std::string_view type, index;
};
constexpr std::array stateIndexes {StateIndex {"task", "task_due"}, StateIndex {"agent_action", "agent_action_time"}};

Path choosePath(const Query& query, const QueryShape& shape)
{
    if (query.externalKey)
        return {"document_external", false};
    if (query.parentId)
        return {"document_parent", false};
    if (query.rootId)
        return {{}, false}; // addConditions() names the rows
    const bool messages = query.type.empty() || query.type == "message"; // not in these two
    if (query.opportunityId && !messages)
        return {"document_opportunity", false};
    if (query.accountId && !messages)
        return {"document_account", false};
    if (query.ownerId)
        return {"document_owner", false};
    if (!query.includeDeleted) {
        if (query.namePrefix && (query.type == "account" || query.type == "contact"))
            return {query.type == "account" ? "account_name" : "contact_name", false};
        if (query.states.size() == 1)
            for (const auto& each : stateIndexes)
                if (each.type == query.type)
                    return {each.index, false};
        const bool timeBound = query.timeFrom || query.timeTo;
        for (const auto& each : sortIndexes)
            if (each.type == query.type
                && (timeBound ? each.sort == SortKey::time : each.sort == query.sort && shape.limit > 0))
                return {each.index, false};
    }
    return {{}, true};
}

class Builder {
public:
    void condition(std::string_view text)
    {
        m_where += m_where.empty() ? " WHERE " : " AND ";
        m_where += text;
    }
    template <class T> void condition(std::string_view text, T value)
    {
        condition(text);
        m_values.emplace_back(std::move(value));
    }
    void value(QueryValue value) { m_values.push_back(std::move(value)); }
    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] std::vector<QueryValue> takeValues() { return std::move(m_values); }

private:
    std::string m_where;
    std::vector<QueryValue> m_values;
};

/// A type is written into the text, so that partial indexes apply; anything unusual is a parameter instead.
bool plainName(std::string_view type)
{
    return std::all_of(
        type.begin(), type.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); });
}

void addConditions(Builder& sql, const Query& query, const QueryShape& shape, std::string_view path, bool byType)
{
    if (!query.type.empty()) {
        if (plainName(query.type))
            sql.condition("d.type = '" + query.type + '\'');
        else
            sql.condition("d.type = ?", query.type);
        if (byType && shape.range) {
            sql.condition("d.n >= ?", shape.range->from);
            sql.condition("d.n < ?", shape.range->to);
        }
    }
    if (!query.includeDeleted)
        sql.condition("d.deleted = 0");
    if (!query.includeArchived)
        sql.condition("d.archived = 0");
    if (query.states.size() == 1) {
        sql.condition("d.state = ?", query.states.front());
    } else if (!query.states.empty()) {
        std::string list = "d.state IN (";
        for (std::size_t i = 0; i < query.states.size(); ++i)
            list += i ? ", ?" : "?";
        sql.condition(list + ')');
        for (const auto& state : query.states)
            sql.value(state);
    }
    const auto equal = [&](std::string_view text, const std::optional<Uuid>& id) {
        if (id)
            sql.condition(text, *id);
    };
    equal("d.ownerId = ?", query.ownerId);
    equal("d.accountId = ?", query.accountId);
    equal("d.opportunityId = ?", query.opportunityId);
    equal("d.parentId = ?", query.parentId);
    equal("d.rootId = ?", query.rootId);
    if (query.rootId && !query.parentId) {
        static const std::string members = [] { // parameters of a query are numbered by their place
            std::string text = "d.n IN (" + std::string(rootMembers) + ')';
            for (auto at = text.find("?1"); at != std::string::npos; at = text.find("?1", at))
                text.erase(at + 1, 1);
            return text;
        }();
        sql.condition(members);
        for (auto parameters = std::count(members.begin(), members.end(), '?'); parameters > 0; --parameters)
            sql.value(*query.rootId);
    }
    if (path == "document_account" || path == "document_opportunity")
        sql.condition("d.type <> 'message'");
    if (query.externalKey)
        sql.condition("d.externalKey = ?", *query.externalKey);
    if (query.namePrefix && !query.namePrefix->empty()) {
        sql.condition("d.name >= ?", *query.namePrefix);
        sql.condition("d.name < ?", *query.namePrefix + "\xF4\x8F\xBF\xBF");
    }
    const auto bound = [&](std::string_view text, const std::optional<std::int64_t>& value) {
        if (value)
            sql.condition(text, *value);
    };
    bound("d.time >= ?", query.timeFrom);
    bound("d.time < ?", query.timeTo);
    bound("d.due >= ?", query.dueFrom);
    bound("d.due < ?", query.dueTo);
    bound("d.amount >= ?", query.minAmount);
    bound("d.amount <= ?", query.maxAmount);
}
}

std::string afterPrefix(std::string prefix)
{
    prefix.back() = char(prefix.back() + 1);
    return prefix;
}

std::string_view sortColumn(SortKey sort)
{
    switch (sort) {
    case SortKey::id:
        return "d.id";
    case SortKey::time:
        return "d.time";
    case SortKey::due:
        return "d.due";
    case SortKey::name:
        return "d.name";
    case SortKey::amount:
        return "d.amount";
    case SortKey::rank:
        return "d.rank";
    case SortKey::seq:
        return "d.seq";
    }
    return "d.id";
}

bool hasSecondPart(SortKey sort) { return sort != SortKey::id && sort != SortKey::seq; }

QuerySql querySql(const Query& query, const QueryShape& shape, QueryPart part, const QueryPlace* after)
{
    auto path = choosePath(query, shape);
    const bool second = part == QueryPart::withoutValue;
    // Pages by id over much of the file follow the ids; a page of a rare type sorts its few rows.
    const bool walkIds = path.byType && query.sort == SortKey::id && shape.limit > 0 && shape.range
        && (query.type.empty() || shape.range->to - shape.range->from > 20000);
    if (walkIds)
        path.index = "document_id";
    Builder sql;
    addConditions(sql, query, shape, path.index, path.byType);
    const auto column = sortColumn(query.sort);
    const std::string direction = query.descending ? " DESC" : "";
    const std::string_view beyond = query.descending ? " < ?" : " > ?";
    std::string order = " ORDER BY ";
    if (shape.unsorted) {
        order.clear();
    } else if (second) {
        sql.condition(std::string(column) + " IS NULL");
        order += "d.id" + direction;
    } else {
        if (hasSecondPart(query.sort))
            sql.condition(std::string(column) + " IS NOT NULL");
        order += std::string(column) + direction;
        if (query.sort != SortKey::id)
            order += ", d.id" + direction;
    }
    if (after) {
        if (second || query.sort == SortKey::id) {
            sql.condition("d.id" + std::string(beyond), after->id);
        } else {
            sql.condition(std::string(column) + (query.descending ? " <= ?" : " >= ?"), after->value);
            sql.condition(
                '(' + std::string(column) + std::string(beyond) + " OR d.id" + std::string(beyond) + ')', after->value);
            sql.value(after->id);
        }
    }
    QuerySql out;
    out.text = "SELECT ";
    out.text += shape.columns;
    out.text += " FROM document d";
    if (!path.index.empty()) {
        out.text += " INDEXED BY ";
        out.text += path.index;
    } else {
        out.text += " NOT INDEXED";
    }
    if (shape.withBodies)
        out.text += " LEFT JOIN document_body b ON b.n = d.n";
    out.text += sql.where();
    out.text += order;
    out.values = sql.takeValues();
    if (shape.limit > 0) {
        out.text += " LIMIT ?";
        out.values.emplace_back(std::int64_t(shape.limit));
    }
    return out;
}

void bindValues(Statement& statement, const std::vector<QueryValue>& values)
{
    int at = 0;
    for (const auto& value : values)
        std::visit([&](const auto& held) { statement.set(++at, held); }, value);
}

std::string cursorText(const QueryPlace& place)
{
    std::string out(1, partMark(place.part));
    out.append(reinterpret_cast<const char*>(place.id.bytes.data()), place.id.bytes.size());
    std::visit(
        [&](const auto& held) {
            using T = std::decay_t<decltype(held)>;
            if constexpr (std::same_as<T, std::int64_t>)
                out += 'i' + std::to_string(held);
            else if constexpr (std::same_as<T, double>)
                out += 'r' + Json(held).dump();
            else if constexpr (std::same_as<T, std::string>)
                out += 't' + held;
            else
                out += 'u';
        },
        place.value);
    return toBase64(out);
}

Result<QueryPlace> parseCursor(const std::string& cursor, SortKey sort)
{
    const auto invalid = fail({ErrorKind::invalid, "invalid_cursor",
        "This list position is not valid any more. Start from the first page.", {}});
    const auto bytes = fromBase64(cursor);
    QueryPlace place;
    if (!bytes || bytes->size() < 18 || ((*bytes)[0] != 'v' && (*bytes)[0] != 'n'))
        return invalid;
    place.part = (*bytes)[0] == 'v' ? QueryPart::withValue : QueryPart::withoutValue;
    std::copy_n(bytes->begin() + 1, 16, place.id.bytes.begin());
    const auto text = bytes->substr(18);
    const char kind = (*bytes)[17];
    const bool number
        = sort == SortKey::time || sort == SortKey::due || sort == SortKey::amount || sort == SortKey::seq;
    const char wanted = sort == SortKey::id || place.part == QueryPart::withoutValue ? 'u'
        : sort == SortKey::name                                                      ? 't'
        : number                                                                     ? 'i'
                                                                                     : 'r';
    if (kind != wanted || (place.part == QueryPart::withoutValue && !hasSecondPart(sort)))
        return invalid;
    if (kind == 't') {
        place.value = text;
    } else if (kind == 'u') {
        if (!text.empty())
            return invalid;
    } else {
        const auto json = parseJson(text, 1);
        if (!json || (kind == 'i' ? !json->is_number_integer() : !json->is_number()))
            return invalid;
        if (kind == 'i')
            place.value = json->get<std::int64_t>();
        else
            place.value = json->get<double>();
    }
    return place;
}
}
