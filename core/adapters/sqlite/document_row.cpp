// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/document_row.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace agentarmy::sqlite {

Document readDocument(const Statement& row, int first)
{
    Document document;
    document.type = row.text(first);
    document.id = row.id(first + 1);
    document.rootId = row.id(first + 2);
    document.revision = row.integer(first + 3);
    document.seq = row.integer(first + 4);
    document.deleted = row.integer(first + 5) != 0;
    if (const auto hash = row.bytes(first + 6); hash.size() == 32)
        document.hash = hexFromBytes(hash);
    document.body = row.text(first + 7);
    return document;
}

Projection readProjection(const Statement& row, int first)
{
    Projection p;
    p.rootId = row.id(first);
    p.ownerId = row.id(first + 1);
    p.accountId = row.id(first + 2);
    p.opportunityId = row.id(first + 3);
    p.parentId = row.id(first + 4);
    p.state = row.text(first + 5);
    p.name = row.text(first + 6);
    p.externalKey = row.text(first + 7);
    p.time = row.integerOrNone(first + 8);
    p.due = row.integerOrNone(first + 9);
    p.amountMinor = row.integerOrNone(first + 10);
    p.currency = row.text(first + 11);
    p.rank = row.realOrNone(first + 12);
    p.archived = row.integer(first + 13) != 0;
    p.brief = row.text(first + 14);
    return p;
}

Projection storedProjection(std::string_view type, const Uuid& id, const Json& body)
{
    auto p = project(type, id, body);
    if (p.rootId.isNull())
        p.rootId = id;
    return p;
}

bool sameColumns(const Projection& a, const Projection& b)
{
    return a.rootId == b.rootId && a.ownerId == b.ownerId && a.accountId == b.accountId
        && a.opportunityId == b.opportunityId && a.parentId == b.parentId && a.state == b.state && a.name == b.name
        && a.externalKey == b.externalKey && a.time == b.time && a.due == b.due && a.amountMinor == b.amountMinor
        && a.currency == b.currency && a.rank == b.rank && a.archived == b.archived && a.brief == b.brief;
}

std::int64_t digestShare(std::string_view type, const Uuid& id, std::int64_t revision, std::string_view hashHex)
{
    std::string text(type);
    text += '/';
    text += id.text();
    text += '/';
    text += std::to_string(revision);
    text += '/';
    text += hashHex;
    const auto digest = sha256(text);
    std::uint64_t share = 0;
    for (int i = 0; i < 8; ++i)
        share = share << 8 | digest[std::size_t(i)];
    return std::bit_cast<std::int64_t>(share);
}

std::int64_t wrappingSum(std::int64_t a, std::int64_t b)
{
    return std::bit_cast<std::int64_t>(std::uint64_t(a) + std::uint64_t(b));
}
std::int64_t wrappingDifference(std::int64_t a, std::int64_t b)
{
    return std::bit_cast<std::int64_t>(std::uint64_t(a) - std::uint64_t(b));
}

Sha256 hashFromHex(std::string_view hex)
{
    Sha256 out {};
    if (!isHash(hex))
        return out;
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = std::uint8_t(digit(hex[2 * i]) * 16 + digit(hex[2 * i + 1]));
    return out;
}

std::string hexFromBytes(std::string_view bytes)
{
    Sha256 hash {};
    std::memcpy(hash.data(), bytes.data(), std::min(bytes.size(), hash.size()));
    return hexText(hash);
}

std::string_view viewOf(const Sha256& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

bool isHash(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

WrittenFields WrittenFields::parse(std::string_view text)
{
    WrittenFields out;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto tab = line.rfind('\t');
        if (tab == std::string_view::npos)
            continue;
        std::int64_t seq = 0;
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), seq);
        if (tab == 0)
            out.created = seq;
        else
            out.fields.insert_or_assign(std::string(line.substr(0, tab)), seq);
    }
    return out;
}

std::string WrittenFields::text() const
{
    std::string out = '\t' + std::to_string(created);
    for (const auto& [name, seq] : fields) {
        out += '\n';
        out += name;
        out += '\t';
        out += std::to_string(seq);
    }
    return out;
}

std::vector<Sha256> attachmentsOf(const Json& body)
{
    std::vector<Sha256> out;
    const auto add = [&](const Json& object, const char* key) {
        if (!object.is_object())
            return;
        if (const auto found = object.find(key);
            found != object.end() && found->is_string() && isHash(found->get_ref<const std::string&>()))
            out.push_back(hashFromHex(found->get_ref<const std::string&>()));
    };
    add(body, "rawHash");
    if (body.is_object())
        if (const auto list = body.find("attachments"); list != body.end() && list->is_array())
            for (const auto& each : *list)
                add(each, "hash");
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}
}
