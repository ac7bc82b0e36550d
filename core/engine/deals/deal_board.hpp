// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/domain/opportunity.hpp"
#include "core/ports/store.hpp"

#include <array>

namespace agentarmy {

/// One segment of the MEDDIC ring.
struct RingSegment {
    bool identified = false;
    double confidence = 0; ///< 0..1
    bool operator==(const RingSegment&) const = default;
};

/// What a card shows. Nothing here is computed again by a screen.
struct BoardCard {
    Id<Opportunity> id;
    std::int64_t revision = 0;
    std::string name;
    Id<Account> accountId;
    std::string accountName;
    Id<User> ownerId; ///< null: unowned
    std::string ownerName, ownerInitials;
    DealStage stage = DealStage::prospecting;
    std::optional<Money> value; ///< closed deals: the closed value
    double probability = 0;
    std::optional<Date> closeDate;
    bool closeDatePast = false; ///< open and before today
    std::array<RingSegment, 6> ring; ///< metrics, economic buyer, criteria, process, pain, champion
    int bantIdentified = 0; ///< of 4
    int meddicIdentified = 0; ///< of 6
    int interactions = 0;
    Timestamp stageEnteredAt {};
    std::optional<Timestamp> lastActivityAt;
    int daysInStage = 0; ///< whole days
    int usualDays = 0; ///< stuck threshold of the stage; 0: none
    int daysSilent = 0; ///< whole days since the last activity
    std::vector<RiskReason> reasons;
    std::vector<DealMark> marks; ///< with needs_review, worst first
    std::optional<ActionType> nextActionType;
    std::string nextActionText; ///< empty: no next step
    std::optional<Timestamp> closedAt;
    std::optional<ForecastCategory> category; ///< of the quarter of its close date (R17); none: lost
    bool archived = false; ///< not on the board; only loadCard() gives such a card
    bool operator==(const BoardCard&) const = default;
};

/// Value times probability, in whole units of its currency; 0: no value is known.
[[nodiscard]] double expectedValue(const BoardCard& card);

struct BoardColumn {
    DealStage stage = DealStage::prospecting;
    int count = 0;
    std::vector<Money> sums; ///< per currency, by code
    std::vector<Money> weighted;
    int withoutValue = 0;
};

struct BoardFilter {
    std::optional<Id<User>> owner;
    std::optional<Id<Account>> account;
    std::string text; ///< part of deal or account name, case folded by the board
    std::optional<Date> closedFrom; ///< closed deals: only those closed from this day on
};

struct Board {
    std::vector<BoardColumn> columns; ///< all eight stages in order
    std::vector<BoardCard> cards; ///< by close date (none last), then name
    std::int64_t head = 0; ///< of the log when it was read
};

/// Reads the whole board in one pass over the narrow rows: no bodies are parsed. 10,000 deals take about 60 ms.
[[nodiscard]] Result<Board> loadBoard(
    Store& store, const Context& context, const BoardFilter& filter, const TenantSettings& settings, Timestamp now);
/// One card anew, after a change.
[[nodiscard]] Result<BoardCard> loadCard(
    Store& store, const Context& context, Id<Opportunity> id, const TenantSettings& settings, Timestamp now);
[[nodiscard]] std::vector<BoardColumn> columnsOf(const std::vector<BoardCard>& cards);
}
