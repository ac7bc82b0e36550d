// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/adapters/mail/mail_reader.hpp"
#include "core/base/text.hpp"
#include "tests/fuzz/fuzz.hpp"

AGENTARMY_FUZZ_TARGET

void fuzz(std::string_view input)
{
    const auto mail = agentarmy::mail::readMail(input, {.bodyBytes = 64 * 1024});
    if (!mail)
        return;
    require(agentarmy::isValidUtf8(mail->bodyText) && mail->bodyText.size() <= 64 * 1024);
    require(agentarmy::isValidUtf8(mail->subject) && agentarmy::isValidUtf8(mail->from.name)
        && agentarmy::isValidUtf8(mail->from.address));
    require(mail->bodyText.find('\0') == std::string::npos && mail->bodyText.find('\r') == std::string::npos);
    for (const auto& [name, value] : mail->headers)
        require(agentarmy::isValidUtf8(value));
    for (const auto& attachment : mail->attachments)
        require(agentarmy::isValidUtf8(attachment.name) && attachment.sha256.size() == 64 && attachment.size >= 0);
}
