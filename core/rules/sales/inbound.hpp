// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"
#include "core/domain/enums.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace agentarmy::sales {

struct NoCaseLess {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const;
};
/// Decoded header values by name, any case; of repeated headers the first.
using MailHeaders = std::map<std::string, std::string, NoCaseLess>;

/// Our side, for the exception of own lists.
struct OwnSide {
    std::vector<std::string> domains; ///< lower case
    std::vector<std::string> addresses; ///< lower case
};

/// R13: what a mail is by its headers (List-Id, List-Unsubscribe, Precedence, Auto-Submitted, X-Autoreply, Return-Path,
/// From, Content-Type, X-Failed-Recipients) and, for auto-replies and bounces without them, by its subject and first
/// lines. A list of an own domain (sales@ours) is ordinary mail. Only `person` reaches the agent.
[[nodiscard]] MessageKind classifyMail(const MailHeaders& headers, std::string_view text, const OwnSide& own = {});

struct CleanMail {
    std::string text; ///< the customer's own words, trimmed at the end
    std::string quoted; ///< what was cut off as quote, in order
    std::string signature; ///< from the line "-- "
    MessageKind kind = MessageKind::person;
    bool ignored = false; ///< auto-reply or bounce: no interaction, no extraction
    bool optedOut = false; ///< asks for no more mail
    bool permanentBounce = false; ///< the address is invalid
    std::optional<Date> returnDate; ///< of an out-of-office reply
};
/// R13. `sentAt`: for return dates without a year. Linear; at most 1 MiB is read.
[[nodiscard]] CleanMail cleanInbound(std::string_view text, const MailHeaders& headers = {}, const OwnSide& own = {},
    std::optional<Timestamp> sentAt = std::nullopt);

/// The text alone, with quotes and signature cut; what cleanInbound() does to ordinary mail.
struct CutText {
    std::string text, quoted, signature;
};
[[nodiscard]] CutText cutQuotes(std::string_view text);
[[nodiscard]] bool asksToStop(std::string_view cleanText);
[[nodiscard]] std::optional<Date> outOfOfficeReturn(std::string_view text, Date sentOn);
}
