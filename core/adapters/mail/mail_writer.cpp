// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_writer.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <gmime/gmime.h>
#include <memory>

namespace agentarmy::mail {
namespace {
struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, Unref>;

void startLibrary()
{
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    (void)started;
}

std::string oneLine(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            c = ' ';
    return collapseSpaces(out);
}

void addTo(InternetAddressList* list, const Party& party)
{
    const auto address = oneLine(party.address);
    if (address.empty())
        return;
    const Owned<InternetAddress> mailbox(internet_address_mailbox_new(oneLine(party.name).c_str(), address.c_str()));
    internet_address_list_add(list, mailbox.get());
}

void setHeader(GMimeMessage* message, const char* name, const std::string& value)
{
    if (!value.empty())
        g_mime_object_set_header(GMIME_OBJECT(message), name, oneLine(value).c_str(), nullptr);
}

/// Each id on a line of its own. Written raw: GMime drops what follows an id without an @, which real mail has.
void setReferences(GMimeMessage* message, const std::vector<std::string>& ids)
{
    if (ids.empty())
        return;
    std::string value;
    for (const auto& id : ids)
        value += (value.empty() ? " " : "\n\t") + oneLine(id);
    value += '\n';
    auto* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    g_mime_header_list_set(headers, "References", "", nullptr);
    g_mime_header_set_raw_value(g_mime_header_list_get_header(headers, "References"), value.c_str());
}

void setDate(GMimeMessage* message, Timestamp date)
{
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> when(
        g_date_time_new_from_unix_utc(toMillis(date) / 1000), &g_date_time_unref);
    if (when)
        g_mime_message_set_date(message, when.get());
}

void addTo(InternetAddressList* list, const MailAddress& address)
{
    const Owned<InternetAddress> mailbox(internet_address_mailbox_new(address.name.c_str(), address.address.c_str()));
    internet_address_list_add(list, mailbox.get());
}

Owned<GMimeTextPart> textPart(const char* subtype, const std::string& content)
{
    Owned<GMimeTextPart> text(g_mime_text_part_new_with_subtype(subtype));
    g_mime_text_part_set_charset(text.get(), "utf-8");
    g_mime_text_part_set_text(text.get(), content.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(text.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return text;
}

std::string written(GMimeMessage* message)
{
    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> format(
        g_mime_format_options_new(), &g_mime_format_options_free);
    g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> text(
        g_mime_object_to_string(GMIME_OBJECT(message), format.get()), &g_free);
    return text ? std::string(text.get()) : std::string();
}

/// A header's value that could make a header of its own, or an address that is none, stops the mail.
Result<void> checkHeaders(const OutgoingMail& mail)
{
    const auto check = [](const char* field, std::string_view value, bool address = false) -> Result<void> {
        const bool bad = std::ranges::any_of(value, [&](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 || byte == 0x7F || (address && (c == ' ' || c == '<' || c == '>' || c == ','));
        });
        if (bad || (address && value.find('@') == std::string_view::npos))
            return fail({ErrorKind::invalid, "invalid_header",
                "The mail cannot leave: a line break or another sign that no header may hold stands in its "
                    + std::string(field) + '.',
                {{"field", std::string(field)}}});
        return {};
    };
    Result<void> good = check("subject", mail.subject);
    const auto also = [&](const char* field, std::string_view value, bool address = false) {
        if (good)
            good = check(field, value, address);
    };
    also("from", mail.from.address, true);
    also("from", mail.from.name);
    for (const auto& address : mail.to) {
        also("to", address.address, true);
        also("to", address.name);
    }
    also("messageId", mail.messageId);
    also("inReplyTo", mail.inReplyTo.value_or(""));
    for (const auto& reference : mail.references)
        also("references", reference);
    if (good && mail.to.empty())
        return fail({ErrorKind::invalid, "no_recipient", "The mail names nobody to send it to.", {}});
    return good;
}
}

std::string unsentMail(const DraftPayload& payload, const Party& from, Timestamp date)
{
    startLibrary();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_FROM), from);
    for (const auto& party : payload.to)
        addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_TO), party);
    g_mime_message_set_subject(message.get(), oneLine(payload.subject.value_or("")).c_str(), "utf-8");
    setDate(message.get(), date);
    setHeader(message.get(), "In-Reply-To", payload.inReplyTo.value_or(""));
    setReferences(message.get(), payload.references);
    setHeader(message.get(), "X-Unsent", "1");
    const auto text = textPart("plain", payload.body);
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(text.get()));
    return written(message.get());
}

Result<std::string> outgoingMail(const OutgoingMail& mail)
{
    startLibrary();
    if (auto good = checkHeaders(mail); !good)
        return fail(good.error());
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_FROM), mail.from);
    for (const auto& address : mail.to)
        addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_TO), address);
    g_mime_message_set_subject(message.get(), mail.subject.c_str(), "utf-8");
    setDate(message.get(), mail.date);
    setHeader(message.get(), "Message-ID", mail.messageId);
    setHeader(message.get(), "In-Reply-To", mail.inReplyTo.value_or(""));
    setReferences(message.get(), mail.references);
    setHeader(message.get(), "MIME-Version", "1.0");
    const auto text = textPart("plain", mail.text);
    if (mail.html.empty()) {
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(text.get()));
        return written(message.get());
    }
    const Owned<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
    // The boundary comes from the message's id, so that the same mail is written alike at every try.
    g_mime_multipart_set_boundary(both.get(), ("=_" + hexText(sha256(mail.messageId)).substr(0, 32)).c_str());
    const auto html = textPart("html", "<html><body>" + mail.html + "</body></html>");
    g_mime_multipart_add(both.get(), GMIME_OBJECT(text.get()));
    g_mime_multipart_add(both.get(), GMIME_OBJECT(html.get()));
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));
    return written(message.get());
}
}
