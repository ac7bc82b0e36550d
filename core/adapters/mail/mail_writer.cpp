// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_writer.hpp"

#include "core/base/text.hpp"

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
}

std::string unsentMail(const DraftPayload& payload, const Party& from, Timestamp date)
{
    startLibrary();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_FROM), from);
    for (const auto& party : payload.to)
        addTo(g_mime_message_get_addresses(message.get(), GMIME_ADDRESS_TYPE_TO), party);
    g_mime_message_set_subject(message.get(), oneLine(payload.subject.value_or("")).c_str(), "utf-8");
    std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> when(
        g_date_time_new_from_unix_utc(toMillis(date) / 1000), &g_date_time_unref);
    if (when)
        g_mime_message_set_date(message.get(), when.get());
    setHeader(message.get(), "In-Reply-To", payload.inReplyTo.value_or(""));
    std::string references;
    for (const auto& id : payload.references)
        references += (references.empty() ? "" : " ") + id;
    setHeader(message.get(), "References", references);
    setHeader(message.get(), "X-Unsent", "1");

    const Owned<GMimeTextPart> text(g_mime_text_part_new_with_subtype("plain"));
    g_mime_text_part_set_charset(text.get(), "utf-8");
    g_mime_text_part_set_text(text.get(), payload.body.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(text.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(text.get()));

    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> format(
        g_mime_format_options_new(), &g_mime_format_options_free);
    g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> written(
        g_mime_object_to_string(GMIME_OBJECT(message.get()), format.get()), &g_free);
    return written ? std::string(written.get()) : std::string();
}
}
