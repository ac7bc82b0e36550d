// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace agentarmy::mail {

/// Bounds of what is kept of one mail. What is beyond is counted, named in `defects` and dropped; it never fails the
/// mail.
struct MailLimits {
    std::size_t bodyBytes = std::size_t(1) << 20; ///< of `bodyText`
    std::size_t headerBytes = std::size_t(256) << 10; ///< of the header block; longer blocks are cut
    std::size_t headerValueBytes = 4096; ///< of one value in `headers`
    std::size_t headerCount = 200; ///< names in `headers`
    std::size_t subjectBytes = 2000;
    std::size_t nameBytes = 300; ///< of an address' name
    std::size_t addresses = 500; ///< of each of to, cc, bcc
    std::size_t references = 200; ///< the newest are kept
    std::size_t attachments = 200;
    std::size_t parts = 2000; ///< MIME parts that are looked at
    int depth = 64; ///< nesting of parts that is followed
    /// The date of a mail without a readable Date and Received header: its mailbox line, else the file's time.
    std::optional<Timestamp> fallbackDate;
};

/// `address` is lower case, without spaces and brackets, "" if there was only a name; `name` is decoded, "" if there
/// was none.
struct MailAddress {
    std::string name;
    std::string address;
    bool operator==(const MailAddress&) const = default;
};

/// A file in the mail: also parts without a name, nested messages (`message/rfc822`) and what winmail.dat holds.
struct MailAttachment {
    std::string name; ///< decoded, without folders; a made-up name ("part-3.pdf") if it had none
    std::string mediaType; ///< lower case: "application/pdf"
    std::int64_t size = 0; ///< decoded bytes
    std::string sha256; ///< of the decoded bytes, 64 hex digits
    bool isInline = false; ///< a picture of the HTML body rather than a file that somebody sent
};

struct CalendarPart {
    std::string method; ///< upper case: REQUEST, REPLY, CANCEL, COUNTER, PUBLISH; "" if none was said
    std::string uid;
    std::string summary;
    std::string partStatus; ///< of a reply: ACCEPTED, DECLINED, TENTATIVE, else ""
};

/// From a `multipart/report` with a delivery status, or from the text of a mail from a mailer daemon.
struct BouncePart {
    std::string finalRecipient; ///< lower-case address, "" if unknown
    std::string status; ///< "5.1.1", "" if unknown
    std::string action; ///< failed, delayed, delivered, relayed, expanded; "" if unknown
    bool permanent = false; ///< status 5.x.x (or action failed without a status): the address is dead
};

enum class BodyForm { none, plain, html, rtf };

/// One mail as far as Agent Army reads it. All text is valid UTF-8 without NUL, lines end with LF.
struct ParsedMail {
    std::string messageId; ///< without angle brackets; "" if there is none
    std::string inReplyTo; ///< first id of the header, without brackets
    std::vector<std::string> references; ///< oldest first, without brackets and doubles
    MailAddress from; ///< From, else Sender, else Return-Path; both empty if nobody is named
    std::vector<MailAddress> to, cc, bcc, replyTo;
    std::string subject; ///< decoded, white space collapsed
    std::optional<Timestamp> date; ///< Date, else earliest Received, else `fallbackDate`; none: nothing was given
    bool dateGuessed = false; ///< not from a readable Date header
    /// Lower-case name -> first value, unfolded and decoded; what rules need to tell kinds of mail apart.
    std::map<std::string, std::string> headers;
    std::string bodyText; ///< text/plain, else HTML (or RTF) reduced to text with `>` before quoted lines
    BodyForm bodyForm = BodyForm::none;
    bool isHtmlOnly = false; ///< the text was made from HTML
    bool bodyTruncated = false;
    std::optional<CalendarPart> calendar;
    std::optional<BouncePart> bounce;
    std::vector<MailAttachment> attachments;
    std::size_t partCount = 0;
    bool incomplete = false; ///< parts of it could not be read or were left out; `defects` says which
    std::vector<std::string> defects; ///< what was odd, in words for the report; at most 20

    /// The value of a header by its lower-case name; "" if absent.
    [[nodiscard]] const std::string& header(const std::string& lowerName) const;
};
}
