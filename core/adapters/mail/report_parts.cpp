// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/report_parts.hpp"

#include "core/adapters/mail/mail_addresses.hpp"
#include "core/adapters/mail/mime_headers.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace agentarmy::mail {
namespace {
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// "5.1.1" from "5.1.1 (bad mailbox)".
std::string statusCode(std::string_view text)
{
    for (std::size_t i = 0; i + 4 < text.size() + 0; ++i) {
        const bool startsHere = text[i] >= '2' && text[i] <= '5' && text[i + 1] == '.' && isDigit(text[i + 2])
            && (i == 0 || (!isDigit(text[i - 1]) && text[i - 1] != '.'));
        if (!startsHere)
            continue;
        std::size_t end = i + 2;
        while (end < text.size() && isDigit(text[end]) && end < i + 5)
            ++end;
        if (end >= text.size() || text[end] != '.')
            continue;
        const auto third = ++end;
        while (end < text.size() && isDigit(text[end]) && end < third + 3)
            ++end;
        if (end > third && (end >= text.size() || (text[end] != '.' && !isDigit(text[end]))))
            return std::string(text.substr(i, end - i));
    }
    return {};
}

std::string addressAfterType(std::string_view value)
{
    const auto semicolon = value.find(';'); // "rfc822; a@b"
    const auto list = parseAddresses(semicolon == std::string_view::npos ? value : value.substr(semicolon + 1), {});
    return list.empty() ? std::string() : list.front().address;
}

bool isPermanent(const BouncePart& bounce)
{
    if (!bounce.status.empty())
        return bounce.status[0] == '5';
    return bounce.action == "failed";
}

std::string firstAddressIn(std::string_view text)
{
    std::size_t at = text.find('@');
    while (at != std::string_view::npos) {
        const auto isPart = [](char c) {
            return static_cast<unsigned char>(c) > ' '
                && std::string_view("<>()[]\"',;:").find(c) == std::string_view::npos;
        };
        std::size_t begin = at;
        while (begin > 0 && at - begin < 64 && isPart(text[begin - 1]))
            --begin;
        std::size_t end = at + 1;
        while (end < text.size() && end - at < 255 && isPart(text[end]))
            ++end;
        const auto candidate = text.substr(begin, end - begin);
        if (begin < at && candidate.find('.', at - begin) != std::string_view::npos) {
            const auto list = parseAddresses(candidate, {});
            if (!list.empty() && !list.front().address.empty() && !list.front().address.starts_with("mailer-daemon")
                && !list.front().address.starts_with("postmaster"))
                return list.front().address;
        }
        at = text.find('@', at + 1);
    }
    return {};
}
}

std::optional<BouncePart> readDeliveryStatus(std::string_view text)
{
    std::optional<BouncePart> best;
    for (int blocks = 0; blocks < 200 && !text.empty(); ++blocks) {
        while (!text.empty() && (text.front() == '\n' || text.front() == '\r'))
            text.remove_prefix(1);
        const auto block = scanHeaders(text, 64 * 1024, 100);
        BouncePart bounce;
        if (const auto* field = block.find("Final-Recipient"))
            bounce.finalRecipient = addressAfterType(unfolded(field->value));
        if (const auto* field = block.find("Original-Recipient"); field && bounce.finalRecipient.empty())
            bounce.finalRecipient = addressAfterType(unfolded(field->value));
        if (const auto* field = block.find("Action"))
            bounce.action = asciiLower(trimView(unfolded(field->value).substr(0, 40)));
        if (const auto* field = block.find("Status"))
            bounce.status = statusCode(unfolded(field->value));
        if (const auto* field = block.find("Diagnostic-Code"); field && bounce.status.empty())
            bounce.status = statusCode(unfolded(field->value));
        bounce.permanent = isPermanent(bounce);
        const bool says = !bounce.finalRecipient.empty() || !bounce.action.empty() || !bounce.status.empty();
        if (says && (!best || (bounce.permanent && !best->permanent)))
            best = std::move(bounce);
        if (block.body.size() >= text.size()) // no progress: not a block of fields
            break;
        text = block.body;
    }
    return best;
}

std::optional<BouncePart> readProseBounce(const ParsedMail& mail)
{
    const auto local = std::string_view(mail.from.address).substr(0, mail.from.address.find('@'));
    const bool fromDaemon = local == "mailer-daemon" || local == "postmaster" || local == "mail-daemon";
    const auto& failed = mail.header("x-failed-recipients");
    if (!fromDaemon && failed.empty())
        return std::nullopt;
    static constexpr std::array temporary {
        "delayed", "will be retried", "will continue to try", "warning: could not send", "verz\xC3\xB6gert"};
    const auto text = std::string_view(mail.bodyText).substr(0, 8192);
    BouncePart bounce;
    bounce.status = statusCode(text);
    if (bounce.status.empty()) // an SMTP reply without an enhanced code: "550 No such user"
        for (const auto* code : {"550 ", "551 ", "553 ", "550-"})
            if (const auto at = text.find(code); at != std::string_view::npos && (at == 0 || !isDigit(text[at - 1])))
                bounce.status = "5.0.0";
    bounce.finalRecipient = failed.empty() ? firstAddressIn(text) : firstAddressIn(failed);
    if (bounce.finalRecipient.empty())
        return std::nullopt;
    const auto lowerText = asciiLower(mail.subject) + "\n" + asciiLower(text);
    const bool delayed = std::any_of(temporary.begin(), temporary.end(),
        [&](const char* word) { return lowerText.find(word) != std::string::npos; });
    bounce.action = delayed ? "delayed" : "failed";
    bounce.permanent = !delayed && (bounce.status.starts_with('5') || (bounce.status.empty() && !failed.empty()));
    return bounce;
}

CalendarPart readCalendar(std::string_view ics, std::string_view method)
{
    CalendarPart calendar;
    std::string fromText;
    std::string line;
    const auto take = [&] {
        const auto upper = line.substr(0, 40);
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            return;
        const auto name = asciiLower(upper.substr(0, std::min(line.find_first_of(";:"), upper.size())));
        const auto value = trim(std::string_view(line).substr(colon + 1));
        if (name == "method")
            fromText = value;
        else if (name == "uid" && calendar.uid.empty())
            calendar.uid = std::string(cutAtCodePoint(value, 300));
        else if (name == "summary" && calendar.summary.empty())
            calendar.summary = std::string(cutAtCodePoint(value, 500));
        else if (name == "attendee" && calendar.partStatus.empty())
            for (const auto* status : {"ACCEPTED", "DECLINED", "TENTATIVE"})
                if (line.find("PARTSTAT=" + std::string(status)) != std::string::npos)
                    calendar.partStatus = status;
    };
    for (const auto next : linesOf(ics.substr(0, 256 * 1024))) {
        if (!next.empty() && (next[0] == ' ' || next[0] == '\t')) {
            if (line.size() < 4096)
                line += next.substr(1);
            continue;
        }
        take();
        line = std::string(next.substr(0, 4096));
    }
    take();
    for (const char c : method.empty() ? std::string_view(fromText) : method)
        if (calendar.method.size() < 20 && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            calendar.method += c >= 'a' ? char(c - 32) : c;
    return calendar;
}
}
