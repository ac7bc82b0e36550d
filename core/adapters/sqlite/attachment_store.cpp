// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/sqlite/attachment_store.hpp"

#include "core/adapters/sqlite/document_row.hpp"
#include "core/adapters/sqlite/files.hpp"

namespace agentarmy::sqlite {
namespace {
constexpr std::size_t largestInline = 256 * 1024;
}

std::filesystem::path AttachmentStore::fileOf(const std::string& hash) const
{
    return m_folder / hash.substr(0, 2) / hash;
}

Result<void> AttachmentStore::put(
    Connection& connection, const std::string& hash, std::string_view bytes, const std::string& mediaType) const
{
    if (!isHash(hash))
        return fail(invalidField("hash", "64 lower-case hex digits"));
    const auto key = hashFromHex(hash);
    {
        auto row = connection.prepare("SELECT 1 FROM attachment WHERE hash = ?");
        auto known = row.bind(Blob {viewOf(key)}).step();
        if (!known)
            return fail(known.error());
        if (*known)
            return {};
    }
    if (sha256(bytes) != key)
        return fail(
            {ErrorKind::invalid, "hash_mismatch", "The file is not the one that was announced.", {{"hash", hash}}});
    const bool inside = bytes.size() <= largestInline;
    if (!inside)
        if (auto done = writeFileDurably(fileOf(hash), bytes); !done)
            return done;
    auto insert = connection.prepare("INSERT INTO attachment (hash, size, mediaType, bytes) VALUES (?, ?, ?, ?)");
    insert.bind(Blob {viewOf(key)}, std::int64_t(bytes.size()), mediaType, nullptr);
    if (inside)
        insert.set(4, Blob {bytes});
    return insert.run();
}

Result<std::string> AttachmentStore::read(Connection& connection, const std::string& hash) const
{
    const auto key = hashFromHex(hash);
    auto row = connection.prepare("SELECT size, bytes FROM attachment WHERE hash = ?");
    auto more = row.bind(Blob {viewOf(key)}).step();
    if (!more)
        return fail(more.error());
    if (!*more)
        return fail(notFound("attachment", hash));
    if (row.integer(0) == 0 || !row.isNull(1))
        return row.text(1);
    auto bytes = readWholeFile(fileOf(hash));
    if (bytes && hexText(sha256(*bytes)) != hash)
        return fail({ErrorKind::internal, "store_damaged", "An attached file is damaged. Restore it from a backup.",
            {{"hash", hash}}});
    return bytes;
}
}
