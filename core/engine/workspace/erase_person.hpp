// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/contact.hpp"
#include "core/ports/eraser.hpp"

#include <filesystem>
#include <functional>
#include <unordered_set>

namespace agentarmy {

/// What speaks of one person in a workspace, or what was taken out.
struct PersonReport {
    Id<Contact> contactId;
    std::string name, address; ///< before
    std::map<std::string, std::int64_t> documents; ///< rewritten or purged, by type
    std::int64_t quotes = 0; ///< of their words, in records of others
    std::int64_t files = 0; ///< mails, transcripts and chats as they were imported
    std::int64_t logValues = 0; ///< of the history; 0 before it is done
    [[nodiscard]] std::int64_t messages() const;
    [[nodiscard]] std::int64_t records() const; ///< documents other than messages
};
[[nodiscard]] Json toJson(const PersonReport& report);

/// Called with how many documents were looked at.
using PersonProgress = std::function<void(std::int64_t looked)>;

/// Reads everything once and writes nothing. `not_found`; `already_erased`; `stopped`.
[[nodiscard]] Result<PersonReport> tracesOfPerson(
    Store& store, const Context& context, Id<Contact> id, const PersonProgress& progress = {});
/// Takes the person out of records, messages, quotes, meetings, drafts, history, jobs and imported files, so that no
/// byte of a name or address is left in the workspace; what others wrote stays, with "[erased]" for the name. A keyed
/// hash of the addresses stays, by which a later import leaves the person out. Cannot be undone. The first transaction
/// decides: what is interrupted after it is finished by finishErasing(). Errors as above, and those of the store.
[[nodiscard]] Result<PersonReport> erasePerson(
    Store& store, Eraser& eraser, const Context& context, Id<Contact> id, const PersonProgress& progress = {});
/// Goes on with an erasure that was interrupted; false: there was none.
[[nodiscard]] Result<bool> finishErasing(Store& store, Eraser& eraser, const Context& context);

/// What tracesOfPerson() counts, in open formats: `person.json` (their record), `records.jsonl`, `messages.jsonl`,
/// `mail/*.eml`, `manifest.json`. `folder` must be empty or absent. `already_exists`, `export_failed`, `disk_full`.
[[nodiscard]] Result<PersonReport> exportPerson(Store& store, const Context& context, Id<Contact> id,
    const std::filesystem::path& folder, const PersonProgress& progress = {});

/// Whom an import must not bring back.
class ErasedPeople {
public:
    [[nodiscard]] static Result<ErasedPeople> load(Store& store, const Context& context);
    [[nodiscard]] bool empty() const { return m_hashes.empty(); }
    [[nodiscard]] bool hasAddress(std::string_view address) const;
    /// For speakers and senders without an address: names of two words and more.
    [[nodiscard]] bool hasName(std::string_view name) const;
    /// A mail or transcript that went with them, by the hash of its bytes.
    [[nodiscard]] bool hasSource(std::string_view hash) const;

private:
    std::string m_key;
    std::unordered_set<std::string> m_hashes;
};
}
