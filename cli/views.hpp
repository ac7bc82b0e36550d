// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "cli/output.hpp"
#include "core/base/zone.hpp"
#include "core/engine/conversations/conversation_reader.hpp"
#include "core/engine/deals/deal_page.hpp"

namespace agentarmy::cli {

// The documented JSON of what is not an entity; docs/command-line.md says it in words.
[[nodiscard]] Json columnJson(const BoardColumn& column); ///< {"stage", "count", "sums", "weighted", "withoutValue"}
[[nodiscard]] Json cardJson(const BoardCard& card);
[[nodiscard]] Json pageJson(const DealPage& page);
[[nodiscard]] Json historyJson(const FieldHistory& entry);
[[nodiscard]] Json doneJson(const MoveDone& done); ///< {"opportunity", "warnings", "mutationId"}
[[nodiscard]] Json answerJson(const MoveAnswer& answer);
[[nodiscard]] Json rowJson(const ConversationRow& row);
[[nodiscard]] Json conversationJson(const ConversationView& view);

[[nodiscard]] Json idJson(const Uuid& id); ///< null where there is none

// Words for people.
[[nodiscard]] std::string moneyList(const std::vector<Money>& sums); ///< "EUR 1,200 + USD 300"; "-" if empty
[[nodiscard]] std::string stageWords(DealStage stage); ///< "closed won"
[[nodiscard]] std::string markWords(const std::vector<DealMark>& marks);
[[nodiscard]] std::string dayText(const Zone& zone, const std::optional<Timestamp>& at); ///< "2026-09-01", "" if none
[[nodiscard]] std::string minuteText(const Zone& zone, const std::optional<Timestamp>& at); ///< "2026-09-01 14:05"
[[nodiscard]] Table cardTable(const std::vector<const BoardCard*>& cards, bool withStage);
}
