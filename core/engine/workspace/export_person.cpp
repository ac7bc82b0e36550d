// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/domain/conversation.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/erase_person.hpp"
#include "core/engine/workspace/person_gathering.hpp"

#include <cerrno>
#include <fstream>

namespace agentarmy {
namespace {
namespace fs = std::filesystem;

Error ioError(const fs::path& file)
{
    const bool full = errno == ENOSPC;
    return {ErrorKind::unavailable, full ? "disk_full" : "export_failed",
        (full ? "The disk is full: " : "Cannot write ") + file.string(), {{"path", file.string()}}};
}

Result<void> writeFile(const fs::path& file, std::string_view bytes)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), std::streamsize(bytes.size()));
    out.close();
    return out ? Result<void>() : fail(ioError(file));
}

Result<void> prepare(const fs::path& folder)
{
    std::error_code failed;
    if (fs::exists(folder, failed) && (!fs::is_directory(folder, failed) || !fs::is_empty(folder, failed)))
        return fail({ErrorKind::conflict, "already_exists", folder.string() + " is not empty. Name a new folder.",
            {{"path", folder.string()}}});
    fs::create_directories(folder / "mail", failed);
    if (failed)
        return fail({ErrorKind::unavailable, "export_failed",
            "Cannot make the folder " + folder.string() + ": " + failed.message(), {{"path", folder.string()}}});
    return {};
}
}

Result<PersonReport> exportPerson(
    Store& store, const Context& context, Id<Contact> id, const fs::path& folder, const PersonProgress& progress)
{
    if (auto ready = prepare(folder); !ready)
        return fail(ready.error());
    std::ofstream records(folder / "records.jsonl", std::ios::binary);
    std::ofstream messages(folder / "messages.jsonl", std::ios::binary);
    std::int64_t mails = 0;
    const auto write = [&](const Document& document) -> Result<void> {
        if (document.type == Contact::type && document.id == id.value())
            if (auto done = writeFile(folder / "person.json", document.body); !done)
                return done;
        (document.type == Message::type ? messages : records) << document.body << '\n';
        if (document.type != Message::type)
            return {};
        const auto message = entityOf<Message>(document);
        if (!message || message->channel != Channel::email || message->rawHash.empty())
            return {};
        auto bytes = store.attachment(context, message->rawHash);
        if (!bytes)
            return bytes.error().kind == ErrorKind::notFound ? Result<void>() : fail(bytes.error());
        ++mails;
        return writeFile(folder / "mail" / (document.id.text() + ".eml"), *bytes);
    };
    auto gathered = gatherPerson(store, context, id, {}, progress, write);
    if (!gathered)
        return fail(gathered.error());
    records.close();
    messages.close();
    if (!records || !messages)
        return fail(ioError(folder));
    auto manifest = toJson(gathered->report);
    manifest["format"] = "agentarmy-person";
    manifest["mails"] = mails;
    if (auto done = writeFile(folder / "manifest.json", manifest.dump(2)); !done)
        return fail(done.error());
    return std::move(gathered->report);
}
}
