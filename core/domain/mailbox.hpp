// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/json.hpp"
#include "core/domain/enums.hpp"

namespace agentarmy {

/// How a connection to a mail server is protected. `none` only to this machine.
enum class MailSecurity { tls, starttls, none };
/// What proves who we are. `oauth`: an access token (XOAUTH2), renewed by a refresh token.
enum class MailSignIn { password, oauth };
/// Which mails are read: everybody's, or only those with people and companies that are known, and answers to us.
enum class MailReading { everybody, known };

AGENTARMY_ENUM_TEXTS(
    MailSecurity, {MailSecurity::tls, "tls"sv}, {MailSecurity::starttls, "starttls"sv}, {MailSecurity::none, "none"sv});
AGENTARMY_ENUM_TEXTS(MailSignIn, {MailSignIn::password, "password"sv}, {MailSignIn::oauth, "oauth"sv});
AGENTARMY_ENUM_TEXTS(MailReading, {MailReading::everybody, "everybody"sv}, {MailReading::known, "known"sv});

struct MailServer {
    std::string host; ///< name or address, without port
    int port = 0;
    MailSecurity security = MailSecurity::tls;
    std::string user; ///< to sign in with
};
template <class F> void describe(F& f, MailServer& s)
{
    f("host", s.host, {0, 255});
    f("port", s.port, {0, 65535});
    f("security", s.security);
    f("user", s.user, {0, 320});
}
AGENTARMY_DECLARE_JSON(MailServer);

/// A mailbox of ours that is read as it changes, and that mail leaves by. Its password lies in the keychain, under a
/// name that its id makes; how far it was read, and what went wrong last, are values of this machine.
struct Mailbox {
    static constexpr const char* type = "mailbox";
    Id<Mailbox> id;
    std::string address; ///< lower case; unique among them
    std::string senderName; ///< beside the address in what is sent
    MailServer incoming; ///< IMAP
    MailServer outgoing; ///< SMTP; no host: nothing can be sent
    MailSignIn signIn = MailSignIn::password;
    MailReading reading = MailReading::everybody;
    int sinceDays = 180; ///< how far back the first import goes
    std::vector<std::string> folders; ///< read ones, by their names; empty: inbox, sent mail and archive
    std::optional<std::string> caFile; ///< certificates of an own authority, instead of those of the system
    bool keepDeleted = false; ///< mails that were deleted on the server stay here
    bool enabled = true;
    Timestamp createdAt {};
    Timestamp updatedAt {};
};
template <class F> void describe(F& f, Mailbox& m)
{
    f("id", m.id);
    f.required("address", m.address, {3, 320});
    f("senderName", m.senderName, {0, 200});
    f("incoming", m.incoming);
    f("outgoing", m.outgoing);
    f("signIn", m.signIn);
    f("reading", m.reading);
    f("sinceDays", m.sinceDays, {1, 36500});
    f("folders", m.folders, {0, 200});
    f("caFile", m.caFile, {0, 4096});
    f("keepDeleted", m.keepDeleted);
    f("enabled", m.enabled);
    f("createdAt", m.createdAt);
    f("updatedAt", m.updatedAt);
}
AGENTARMY_DECLARE_JSON(Mailbox);
}
