// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_reader.hpp"

#include "core/adapters/mail/mail_addresses.hpp"
#include "core/adapters/mail/mail_date.hpp"
#include "core/adapters/mail/mailbox_reader.hpp"
#include "core/adapters/mail/mime_headers.hpp"
#include "core/adapters/mail/part_walk.hpp"
#include "core/adapters/mail/report_parts.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace agentarmy::mail {
namespace {
/// What has to be done to the source before it can be read line by line.
struct Source {
    std::string repaired; ///< used if not empty
    std::string_view text;
    std::optional<Timestamp> mailboxDate;
    bool wasRepaired = false;
};

bool hasOnlyCarriageReturns(std::string_view head)
{
    return head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos;
}

void skipBeforeHeaders(Source& source)
{
    auto& text = source.text;
    for (int lines = 0; lines < 100 && !text.empty(); ++lines) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        const bool blank = trimView(line.substr(0, 1000)).empty() && line.size() < 1000;
        const bool mailbox = line.starts_with("From ") || line.starts_with(">From ");
        if (!blank && !mailbox)
            return;
        if (mailbox && !source.mailboxDate) {
            const auto afterSender = line.find(' ', line.find("From ") + 5);
            if (afterSender != std::string_view::npos)
                source.mailboxDate = parseMailDate(line.substr(afterSender));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

Source prepare(std::string_view raw)
{
    Source source;
    if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
        const char* charset = raw[0] == '\xFF' ? "utf-16le" : "utf-16be";
        source.wasRepaired = convertToUtf8(raw.substr(2, std::size_t(32) << 20), charset, source.repaired);
    } else {
        if (raw.starts_with("\xEF\xBB\xBF"))
            raw.remove_prefix(3);
        if (hasOnlyCarriageReturns(raw.substr(0, 64 * 1024))) {
            source.repaired = std::string(raw);
            std::replace(source.repaired.begin(), source.repaired.end(), '\r', '\n');
            source.wasRepaired = true;
        }
    }
    source.text = source.wasRepaired ? std::string_view(source.repaired) : raw;
    skipBeforeHeaders(source);
    return source;
}

std::optional<Timestamp> earliestReceived(const HeaderBlock& block)
{
    std::optional<Timestamp> earliest;
    int seen = 0;
    for (const auto& field : block.fields) {
        if (!equalsNoCase(field.name, "received") || ++seen > 100)
            continue;
        const auto text = unfolded(field.value);
        const auto semicolon = text.rfind(';');
        if (semicolon == std::string::npos)
            continue;
        const auto at = parseMailDate(std::string_view(text).substr(semicolon + 1));
        if (at && (!earliest || *at < *earliest))
            earliest = at;
    }
    return earliest;
}

void readDate(
    const HeaderBlock& block, const Source& source, const MailLimits& limits, ParsedMail& mail, PartWalk& walk)
{
    using namespace std::chrono;
    const auto* field = block.find("Date");
    if (!field)
        field = block.find("Sent"); // Outlook's plain exports
    const auto own = field ? parseMailDate(unfolded(field->value)) : std::nullopt;
    if (own && *own >= sys_days(year(1980) / 1 / 1)) { // earlier: a clock that was never set
        mail.date = own;
        return;
    }
    walk.addDefect(field ? "has a date that cannot be read" : "has no date");
    mail.dateGuessed = true;
    mail.date = earliestReceived(block);
    if (!mail.date)
        mail.date = source.mailboxDate;
    if (!mail.date)
        mail.date = limits.fallbackDate;
}

std::vector<MailAddress> addressesOf(const HeaderBlock& block, std::string_view name, const MailLimits& limits)
{
    std::vector<MailAddress> all;
    for (const auto& field : block.fields) {
        if (field.name.size() != name.size() || !equalsNoCase(field.name, name) || all.size() >= limits.addresses)
            continue;
        auto list = parseAddresses(field.value, limits);
        if (all.empty())
            all = std::move(list);
        else
            std::move(list.begin(), list.end(), std::back_inserter(all));
    }
    if (all.size() > limits.addresses)
        all.resize(limits.addresses);
    return all;
}

MailAddress senderOf(const HeaderBlock& block, const MailLimits& limits)
{
    MailAddress best;
    for (const auto* name : {"From", "Sender", "Return-Path", "X-Sender"}) {
        const auto list = addressesOf(block, name, limits);
        const auto whole
            = std::find_if(list.begin(), list.end(), [](const MailAddress& each) { return !each.address.empty(); });
        if (whole != list.end()) {
            if (best.address.empty())
                best.address = whole->address;
            if (best.name.empty())
                best.name = whole->name;
            return best;
        }
        if (best.name.empty() && !list.empty())
            best.name = list.front().name;
    }
    return best;
}

void readHeaders(const HeaderBlock& block, const MailLimits& limits, ParsedMail& mail)
{
    for (const auto& field : block.fields) {
        auto name = asciiLower(field.name);
        if (mail.headers.size() >= limits.headerCount || mail.headers.contains(name))
            continue;
        auto value = decodedHeader(field.value.substr(0, limits.headerValueBytes * 2));
        value.resize(cutAtCodePoint(value, limits.headerValueBytes).size());
        mail.headers.emplace(std::move(name), std::move(value));
    }
}

std::string lastId(const HeaderBlock& block, std::string_view name)
{
    const auto* field = block.find(name);
    if (!field)
        return {};
    const auto ids = messageIds(field->value, 20);
    return ids.empty() ? std::string() : ids.front();
}

std::string messageIdOf(const HeaderBlock& block)
{
    auto id = lastId(block, "Message-ID");
    if (!id.empty())
        return id;
    const auto* field = block.find("Message-ID");
    if (!field) // an id without brackets and @ is still an id
        return {};
    const auto text = toValidUtf8(trim(unfolded(field->value)));
    return text.find(' ') == std::string::npos ? std::string(cutAtCodePoint(text, 998)) : std::string();
}
}

const std::string& ParsedMail::header(const std::string& lowerName) const
{
    static const std::string none;
    const auto found = headers.find(lowerName);
    return found == headers.end() ? none : found->second;
}

Result<ParsedMail> readMail(std::string_view raw, const MailLimits& limits)
{
    const auto source = prepare(raw);
    const auto block = scanHeaders(source.text, limits.headerBytes);
    const bool isMail = std::any_of(block.fields.begin(), block.fields.end(), [](const HeaderField& field) {
        return isKnownHeaderField(
            std::string_view(field.name.data(), std::size_t(field.value.data() - field.name.data())));
    });
    if (!isMail)
        return fail({ErrorKind::invalid, "not_a_mail",
            "This is no mail: it does not begin with header lines such as From and Date.", {}});
    ParsedMail mail;
    PartWalk walk(limits, mail);
    if (source.wasRepaired)
        walk.addDefect("was not written in bytes and lines as mails are");
    if (block.hadJunk)
        walk.addDefect("has lines among its headers that are none");
    if (block.hadNoBlankLine)
        walk.addDefect("has no blank line between headers and text");
    if (block.wasCut)
        walk.addDefect(
            "has more than " + std::to_string(limits.headerBytes / 1024) + " KiB of headers; the rest was not read");
    readHeaders(block, limits, mail);
    mail.messageId = messageIdOf(block);
    mail.inReplyTo = lastId(block, "In-Reply-To");
    if (const auto* field = block.find("References"))
        mail.references = messageIds(field->value, limits.references);
    mail.from = senderOf(block, limits);
    mail.to = addressesOf(block, "To", limits);
    mail.cc = addressesOf(block, "Cc", limits);
    mail.bcc = addressesOf(block, "Bcc", limits);
    mail.replyTo = addressesOf(block, "Reply-To", limits);
    if (const auto* field = block.find("Subject"))
        mail.subject = std::string(cutAtCodePoint(collapseSpaces(decodedHeader(field->value)), limits.subjectBytes));
    readDate(block, source, limits, mail, walk);
    if (mail.from.address.empty())
        walk.addDefect("has no sender");
    if (mail.messageId.empty())
        walk.addDefect("has no Message-ID");
    walk.read(block);
    if (!mail.bounce)
        mail.bounce = readProseBounce(mail);
    return mail;
}
}
