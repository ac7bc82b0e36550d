// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/change_log.hpp"

#include "core/adapters/sqlite/document_row.hpp"
#include "core/base/text.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr const char* changeColumns
    = "c.seq, c.txFirstSeq, c.at, c.op, c.revision, c.actorKind, c.userId, c.deviceId, c.mutationId, c.fields, c.cause,"
      " c.lost, c.previousSeq, d.type, d.id FROM change c CROSS JOIN document d ON d.n = c.n";

Cause causeOf(std::string_view text)
{
    Cause cause;
    if (text.empty())
        return cause;
    const auto json = parseJson(text);
    if (!json || !json->is_object())
        return cause;
    const auto string = [&](const char* key) {
        const auto found = json->find(key);
        return found != json->end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    cause.what = string("what");
    cause.key = string("key");
    cause.rule = string("rule");
    cause.reason = string("reason");
    if (const auto id = Uuid::parse(string("messageId")))
        cause.messageId = *id;
    if (const auto details = json->find("details"); details != json->end())
        cause.details = *details;
    return cause;
}

Change changeOf(const Statement& row)
{
    Change change;
    change.seq = row.integer(0);
    change.txFirstSeq = row.integer(1);
    change.at = fromMillis(row.integer(2));
    change.op = ChangeOp(row.integer(3));
    change.revision = row.integer(4);
    change.actor.kind = ActorKind(row.integer(5));
    if (const auto user = row.id(6); !user.isNull())
        change.actor.userId = Id<User>(user);
    change.actor.deviceId = row.id(7);
    change.mutationId = row.id(8);
    const auto fields = row.bytes(9);
    if (!fields.empty())
        for (const auto field : splitView(fields, '\n'))
            change.fields.emplace_back(field);
    change.cause = causeOf(row.bytes(10));
    change.lost = row.integer(11) != 0;
    change.document = {row.text(13), row.id(14)};
    return change;
}

Result<void> addValues(Connection& connection, Change& change)
{
    auto rows = connection.prepare("SELECT path, before, after FROM change_value WHERE seq = ? ORDER BY path");
    rows.bind(change.seq);
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
        ChangedField field {rows.text(0), Json(), Json()};
        if (auto before = parseJson(rows.bytes(1)); before && !rows.isNull(1))
            field.before = std::move(*before);
        if (auto after = parseJson(rows.bytes(2)); after && !rows.isNull(2))
            field.after = std::move(*after);
        change.values.push_back(std::move(field));
    }
}

Result<std::vector<Change>> readAll(Connection& connection, Statement rows)
{
    std::vector<Change> out;
    for (;;) {
        auto more = rows.step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        out.push_back(changeOf(rows));
        if (auto done = addValues(connection, out.back()); !done)
            return fail(done.error());
    }
}
}

std::string causeText(const Cause& cause)
{
    Json json = Json::object();
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty())
            json[key] = value;
    };
    put("what", cause.what);
    put("key", cause.key);
    put("rule", cause.rule);
    put("reason", cause.reason);
    if (cause.messageId)
        put("messageId", cause.messageId->text());
    if (!cause.details.empty())
        json["details"] = cause.details;
    return json.empty() ? std::string() : canonicalJson(json);
}

Result<std::vector<Change>> readHistory(Connection& connection, const DocumentKey& key, int limit)
{
    std::vector<Change> out;
    std::int64_t seq = 0;
    {
        auto row = connection.prepare("SELECT seq FROM document WHERE id = ? AND type = ?");
        auto more = row.bind(key.id, key.type).step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return fail(notFound(key.type, key.id.text()));
        seq = row.integer(0);
    }
    static const std::string sql = std::string("SELECT ") + changeColumns + " WHERE c.seq = ?";
    while (seq > 0 && int(out.size()) < limit) {
        auto row = connection.prepare(sql);
        auto more = row.bind(seq).step();
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        out.push_back(changeOf(row));
        seq = row.integer(12);
        if (auto done = addValues(connection, out.back()); !done)
            return fail(done.error());
    }
    return out;
}

Result<std::vector<Change>> readChangesAfter(Connection& connection, std::int64_t after, int limit)
{
    static const std::string sql = std::string("SELECT ") + changeColumns + " WHERE c.seq > ? ORDER BY c.seq LIMIT ?";
    auto rows = connection.prepare(sql);
    rows.bind(after, limit);
    return readAll(connection, std::move(rows));
}

Result<std::vector<Change>> readChangesOfMutation(Connection& connection, const Uuid& mutationId)
{
    static const std::string sql = std::string("SELECT ") + changeColumns + " WHERE c.mutationId = ? ORDER BY c.seq";
    auto rows = connection.prepare(sql);
    rows.bind(mutationId);
    return readAll(connection, std::move(rows));
}

Result<Json> readFieldMeta(Connection& connection, const DocumentKey& key)
{
    WrittenFields written;
    Json body;
    {
        auto row = connection.prepare("SELECT b.written, b.body FROM document d CROSS JOIN document_body b ON b.n = "
                                      "d.n WHERE d.id = ? AND d.type = ?");
        auto more = row.bind(key.id, key.type).step();
        if (!more)
            return fail(more.error());
        if (!*more)
            return fail(notFound(key.type, key.id.text()));
        written = WrittenFields::parse(row.bytes(0));
        if (auto parsed = parseJson(row.bytes(1)))
            body = std::move(*parsed);
    }
    std::map<std::int64_t, Json> bySeq;
    const auto metaOf = [&](std::int64_t seq) -> Result<Json> {
        if (const auto known = bySeq.find(seq); known != bySeq.end())
            return known->second;
        auto row = connection.prepare(
            "SELECT revision, at, actorKind, userId, mutationId, deviceId FROM change WHERE seq = ?");
        auto more = row.bind(seq).step();
        if (!more)
            return fail(more.error());
        Json meta = Json::object();
        if (*more) {
            meta = {{"revision", row.integer(0)}, {"effMs", row.integer(1)},
                {"actorKind", std::string(enumText(ActorKind(row.integer(2))))}, {"mutationId", row.id(4).text()}};
            if (!row.isNull(3))
                meta["userId"] = row.id(3).text();
            if (!row.isNull(5))
                meta["deviceId"] = row.id(5).text();
        }
        bySeq[seq] = meta;
        return meta;
    };
    Json out = Json::object();
    const auto add = [&](const std::string& path, std::int64_t seq) -> Result<void> {
        auto meta = metaOf(seq);
        if (!meta)
            return fail(meta.error());
        out[path] = std::move(*meta);
        return {};
    };
    if (body.is_object())
        for (const auto& [path, value] : body.items())
            if (!written.fields.contains(path))
                if (auto done = add(path, written.created); !done)
                    return fail(done.error());
    for (const auto& [path, seq] : written.fields) // a field that was cleared has a last writer too
        if (auto done = add(path, seq); !done)
            return fail(done.error());
    return out;
}
}
