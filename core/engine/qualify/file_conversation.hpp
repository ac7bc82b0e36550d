// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/conversation.hpp"
#include "core/domain/evidence.hpp"
#include "core/ports/mailbox.hpp"

namespace agentarmy {

/// One message or utterance of a file, cleaned as the importer cleans it.
struct FileTurn {
    std::string speaker; ///< name; of a mail without one made from the address
    std::string address; ///< lower case; empty outside mail
    bool ours = false;
    std::string text;
    std::optional<Timestamp> at;
    Uuid sourceId; ///< made from the content: the same file gives the same ids
    SourceType sourceType = SourceType::message;
    std::optional<int> utterance;
    std::string title, company; ///< of the signature; may be empty
    std::vector<std::string> phones;
    std::vector<Party> others; ///< whom a mail went to
    bool optedOut = false;
};

/// A conversation as it lies in one file: a mail, a thread, a chat or a meeting.
struct FileConversation {
    std::string file;
    Channel channel = Channel::email;
    std::string subject;
    std::vector<FileTurn> turns; ///< of people, oldest first
    std::string side; ///< which side is ours and how that is known, one sentence
    std::vector<std::string> left; ///< what was left out, with the reason
    [[nodiscard]] bool isOurs(const Party& party) const;
    std::vector<std::string> ownAddresses, ownDomains; ///< lower case
};

/// Reads .eml, .mbox, a Maildir, .vtt, .srt, transcript and chat JSON. `own`: addresses, domains and names of our side;
/// empty: guessed from roles in the file, from addresses and from who sells. Errors: `not_found`, `unreadable_file`,
/// `unsupported_format`, `nothing_to_read`, and those of the readers.
[[nodiscard]] Result<FileConversation> readFileConversation(
    const std::filesystem::path& path, Mailboxes& mailboxes, const std::vector<std::string>& own);
}
