// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/mailbox.hpp"
#include "core/ports/context.hpp"

#include <memory>

namespace agentarmy {

/// Where and as whom to sign in.
struct MailAccess {
    MailServer server;
    MailSignIn signIn = MailSignIn::password;
    std::string secret; ///< password or access token
    std::string caFile; ///< authorities instead of the system's; empty: the system's
};

/// What a folder is for, as the server says (RFC 6154), else as its name says.
enum class FolderRole { other, inbox, sent, drafts, junk, trash, archive, all };

struct RemoteFolder {
    std::string path; ///< as the server calls it: the handle for all other calls
    std::string name; ///< for people: modified UTF-7 decoded, the last part of the path
    FolderRole role = FolderRole::other;
};

struct FolderState {
    std::uint32_t uidValidity = 0; ///< another one: all numbers of the folder are void
    std::uint32_t uidNext = 1; ///< no mail has this number or a higher one yet; 0: the server does not say
    std::uint32_t count = 0;
};

struct RemoteMail {
    std::uint32_t uid = 0;
    std::string raw; ///< empty if `size` is above what was asked for, or the server gave none
    std::int64_t size = 0;
    std::optional<Timestamp> arrivedAt; ///< when the server got it
    bool deleted = false; ///< flagged for deletion
    bool draft = false;
};

enum class MailWait { news, nothing }; ///< nothing: the time passed

/// A signed-in connection to a mailbox. Used by one thread. After `unavailable` errors it is of no more use.
///
/// Errors: `mail_unreachable` (name, connection, lost), `mail_timeout`, `stopped`, `mail_busy` (the server asks to come
/// back later) (unavailable); `mail_tls` (certificate or protocol), `mail_sign_in` (refused: name, password, token)
/// (denied); `mail_folder_missing` (notFound); `mail_protocol` (internal: an answer that makes no sense).
class MailSession {
public:
    virtual ~MailSession() = default;
    [[nodiscard]] virtual Result<std::vector<RemoteFolder>> folders(const Context& context) = 0;
    /// Opens a folder for reading only: nothing is marked as seen.
    [[nodiscard]] virtual Result<FolderState> open(const Context& context, const std::string& path) = 0;
    /// Of the open folder: numbers in [from, to] that exist, ascending. `since`: that arrived on that day or later.
    [[nodiscard]] virtual Result<std::vector<std::uint32_t>> numbers(
        const Context& context, std::uint32_t from, std::uint32_t to, std::optional<Date> since)
        = 0;
    /// Of the open folder, ascending; those that are gone are left out. Mails above `maxBytes` come without their
    /// bytes.
    [[nodiscard]] virtual Result<std::vector<RemoteMail>> fetch(
        const Context& context, const std::vector<std::uint32_t>& numbers, std::int64_t maxBytes)
        = 0;
    /// Headers only, `raw` ends with the blank line.
    [[nodiscard]] virtual Result<std::vector<RemoteMail>> fetchHeaders(
        const Context& context, const std::vector<std::uint32_t>& numbers)
        = 0;
    /// Numbers in the open folder of mails with this Message-ID (with its brackets).
    [[nodiscard]] virtual Result<std::vector<std::uint32_t>> withMessageId(
        const Context& context, const std::string& messageId)
        = 0;
    /// Waits for something new in the open folder: told by the server (IDLE) where it can, else looked for every
    /// `poll`. At most `longest`.
    [[nodiscard]] virtual Result<MailWait> wait(
        const Context& context, std::chrono::seconds longest, std::chrono::seconds poll)
        = 0;
    /// Files a copy of a sent mail, marked as seen.
    [[nodiscard]] virtual Result<void> append(const Context& context, const std::string& path, const std::string& raw)
        = 0;
};

struct MailEnvelope {
    std::string from; ///< bare addresses
    std::vector<std::string> to;
};

/// How sure it is that a mail which was not confirmed did not leave.
struct SendFailure {
    Error error; ///< codes as above, and `mail_refused` (5xx), `mail_deferred` (4xx), `recipient_refused`
    /// The whole mail was handed over and no answer came: it may be on its way. False: it certainly is not.
    bool unclear = false;
};

/// Signs in to mail servers. Thread safe; each session belongs to its caller.
class MailServers {
public:
    virtual ~MailServers() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<MailSession>> signIn(const Context& context, const MailAccess& access)
        = 0;
    /// One mail to all recipients, or to none of them. Errors as above.
    [[nodiscard]] virtual tl::expected<void, SendFailure> send(
        const Context& context, const MailAccess& access, const MailEnvelope& envelope, const std::string& raw)
        = 0;
    /// Signs in to the server for sending, and out again.
    [[nodiscard]] virtual Result<void> tryOutgoing(const Context& context, const MailAccess& access) = 0;
};
}
