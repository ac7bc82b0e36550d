// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/adapters/mail/parsed_mail.hpp"

#include <string_view>

namespace agentarmy::mail {

/// A `message/delivery-status` part: the first recipient that failed for good, else the first one.
[[nodiscard]] std::optional<BouncePart> readDeliveryStatus(std::string_view text);

/// A bounce that is only prose: from a mailer daemon, with an address and a status or SMTP reply code in its text.
[[nodiscard]] std::optional<BouncePart> readProseBounce(const ParsedMail& mail);

/// The first event of an iCalendar text; `method` as said by the part's type, else by the calendar.
[[nodiscard]] CalendarPart readCalendar(std::string_view ics, std::string_view method);
}
