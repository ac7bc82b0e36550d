// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/mailbox/known_servers.hpp"

#include "core/base/text.hpp"

#include <array>

namespace agentarmy {
namespace {
constexpr int imaps = 993;
constexpr int smtps = 465;
constexpr int submission = 587;

struct Provider {
    std::string_view domains; ///< each between spaces
    std::string_view imap, smtp;
    int smtpPort;
    std::string_view note;
};

constexpr std::string_view appPassword = "Make an app password in the settings of your account and use it here.";
constexpr std::string_view switchOn = "Switch on access by IMAP in the settings of your mail account first.";

constexpr std::array providers {
    Provider {" gmail.com googlemail.com ", "imap.gmail.com", "smtp.gmail.com", smtps, appPassword},
    Provider {" outlook.com outlook.de hotmail.com hotmail.de live.com live.de msn.com ", "outlook.office365.com",
        "smtp.office365.com", submission, "Microsoft lets programs in by OAuth only."},
    Provider {" yahoo.com yahoo.de yahoo.fr yahoo.co.uk ymail.com rocketmail.com ", "imap.mail.yahoo.com",
        "smtp.mail.yahoo.com", smtps, appPassword},
    Provider {" icloud.com me.com mac.com ", "imap.mail.me.com", "smtp.mail.me.com", submission, appPassword},
    Provider {" gmx.de gmx.net gmx.at gmx.ch ", "imap.gmx.net", "mail.gmx.net", smtps, switchOn},
    Provider {" gmx.com ", "imap.gmx.com", "mail.gmx.com", smtps, switchOn},
    Provider {" web.de ", "imap.web.de", "smtp.web.de", smtps, switchOn},
    Provider {" t-online.de magenta.de ", "secureimap.t-online.de", "securesmtp.t-online.de", smtps, {}},
    Provider {" fastmail.com fastmail.fm ", "imap.fastmail.com", "smtp.fastmail.com", smtps, appPassword},
    Provider {" posteo.de posteo.net ", "posteo.de", "posteo.de", smtps, {}},
    Provider {" mailbox.org ", "imap.mailbox.org", "smtp.mailbox.org", smtps, {}},
    Provider {" aol.com ", "imap.aol.com", "smtp.aol.com", smtps, appPassword},
    Provider {" zoho.com zohomail.com ", "imap.zoho.com", "smtp.zoho.com", smtps, switchOn},
    Provider {" zoho.eu ", "imap.zoho.eu", "smtp.zoho.eu", smtps, switchOn},
    Provider {" orange.fr wanadoo.fr ", "imap.orange.fr", "smtp.orange.fr", smtps, {}},
    Provider {" free.fr ", "imap.free.fr", "smtp.free.fr", smtps, {}},
    Provider {" libero.it ", "imapmail.libero.it", "smtp.libero.it", smtps, {}},
    Provider {" bluewin.ch ", "imaps.bluewin.ch", "smtpauths.bluewin.ch", smtps, {}},
};
}

ServerGuess guessServers(std::string_view address)
{
    ServerGuess guess;
    const auto whole = asciiLower(trimView(address));
    const auto at = whole.rfind('@');
    if (at == std::string::npos || at + 1 >= whole.size())
        return guess;
    const auto domain = whole.substr(at + 1);
    guess.incoming = {"imap." + domain, imaps, MailSecurity::tls, whole};
    guess.outgoing = {"smtp." + domain, smtps, MailSecurity::tls, whole};
    for (const auto& provider : providers) {
        if (provider.domains.find(' ' + domain + ' ') == std::string_view::npos)
            continue;
        guess.known = true;
        guess.incoming.host = provider.imap;
        guess.outgoing.host = provider.smtp;
        guess.outgoing.port = provider.smtpPort;
        guess.outgoing.security = provider.smtpPort == submission ? MailSecurity::starttls : MailSecurity::tls;
        guess.note = provider.note;
    }
    return guess;
}
}
