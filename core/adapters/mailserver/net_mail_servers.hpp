// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mailserver/imap_session.hpp"
#include "core/adapters/mailserver/smtp_sender.hpp"

namespace agentarmy::mailserver {

/// Mail servers over the network: IMAP and SMTP.
class NetMailServers final : public MailServers {
public:
    explicit NetMailServers(ImapTimes imap = {}, SmtpTimes smtp = {})
        : m_imap(imap)
        , m_smtp(smtp)
    {
    }
    Result<std::unique_ptr<MailSession>> signIn(const Context& context, const MailAccess& access) override
    {
        return ImapSession::signIn(context, access, m_imap);
    }
    tl::expected<void, SendFailure> send(
        const Context& context, const MailAccess& access, const MailEnvelope& envelope, const std::string& raw) override
    {
        return sendBySmtp(context, access, envelope, raw, m_smtp);
    }
    Result<void> tryOutgoing(const Context& context, const MailAccess& access) override
    {
        return trySmtp(context, access, m_smtp);
    }

private:
    ImapTimes m_imap;
    SmtpTimes m_smtp;
};
}
