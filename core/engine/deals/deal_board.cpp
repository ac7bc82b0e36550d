// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_board.hpp"

#include "core/base/text.hpp"
#include "core/base/zone.hpp"
#include "core/engine/records/json_cursor.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/people.hpp"
#include "core/rules/deals/forecast.hpp"
#include "core/rules/deals/marks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace agentarmy {
namespace {
constexpr std::array meddicOrder {Dimension::metrics, Dimension::economicBuyer, Dimension::decisionCriteria,
    Dimension::decisionProcess, Dimension::pain, Dimension::champion};
constexpr std::size_t ringPlace(Dimension dimension)
{
    for (std::size_t i = 0; i < meddicOrder.size(); ++i)
        if (meddicOrder[i] == dimension)
            return i;
    return meddicOrder.size();
}

struct Person {
    std::string name, initials;
};

/// What all cards of one reading share.
struct BoardContext {
    std::unordered_map<Uuid, std::string> accounts;
    std::unordered_map<Uuid, Person> people;
    Zone zone;
    Timestamp now {};
    Date today {};
    deals::MarkThresholds thresholds;
};

/// Without names of accounts.
Result<BoardContext> boardContext(Store& store, const Context& context, const TenantSettings& settings, Timestamp now)
{
    BoardContext board;
    auto users = readNames(store, context, User::type);
    if (!users)
        return fail(users.error());
    for (auto& [id, name] : *users)
        board.people[id] = {name, initialsOf(name)};
    if (auto zone = Zone::find(settings.timeZone))
        board.zone = *zone;
    board.now = now;
    board.today = board.zone.localDate(now);
    return board;
}

/// What the brief says beside what goes straight into the card.
struct BriefRest {
    deals::MarkInput marks;
    bool needsReview = false;
    std::optional<Money> closedValue;
    std::optional<ForecastCategory> forced; ///< by a person or an import
};

bool readInt(JsonCursor& json, int& out)
{
    std::int64_t value = 0;
    if (!json.whole(value))
        return false;
    out = int(value);
    return true;
}

bool readMillis(JsonCursor& json, Timestamp& out)
{
    std::int64_t value = 0;
    if (!json.whole(value))
        return false;
    out = fromMillis(value);
    return true;
}

bool readMoney(JsonCursor& json, Money& out)
{
    return json.object([&](std::string_view key) {
        return key == "amountMinor" ? json.whole(out.amountMinor)
            : key == "currency"     ? json.text(out.currency)
                                    : json.skip();
    });
}

/// [identified, confidence] of each segment.
bool readRing(JsonCursor& json, BoardCard& card)
{
    return json.array([&](std::size_t i) {
        double value = 0;
        if (i >= 2 * card.ring.size())
            return json.skip();
        if (!json.number(value))
            return false;
        auto& segment = card.ring[i / 2];
        if (i % 2 == 1)
            segment.confidence = value;
        else if ((segment.identified = value > 0))
            ++card.meddicIdentified;
        return true;
    });
}

bool readNextStep(JsonCursor& json, BoardCard& card)
{
    return json.array([&](std::size_t i) {
        if (i > 1)
            return json.skip();
        if (i == 1)
            return json.text(card.nextActionText);
        std::string type;
        if (!json.text(type))
            return false;
        card.nextActionType = parseEnum<ActionType>(type);
        return true;
    });
}

/// False: the brief is broken; what was read of it stands.
bool readBrief(std::string_view brief, BoardCard& card, BriefRest& rest)
{
    JsonCursor json(brief);
    return json.object([&](std::string_view key) {
        if (key == "name")
            return json.text(card.name);
        if (key == "ring")
            return readRing(json, card);
        if (key == "next")
            return readNextStep(json, card);
        if (key == "bant")
            return readInt(json, card.bantIdentified);
        if (key == "interactions")
            return readInt(json, card.interactions);
        if (key == "pushes")
            return readInt(json, rest.marks.closeDatePushes);
        if (key == "stakeholders")
            return readInt(json, rest.marks.activeStakeholders);
        if (key == "stageEnteredAt")
            return readMillis(json, card.stageEnteredAt);
        if (key == "closedAt")
            return readMillis(json, card.closedAt.emplace());
        if (key == "closedValue")
            return readMoney(json, rest.closedValue.emplace());
        if (key == "blocker")
            return json.flag(rest.marks.activeBlocker);
        if (key == "review")
            return json.flag(rest.needsReview);
        if (key == "forecast") {
            std::string forced;
            if (!json.text(forced))
                return false;
            rest.forced = parseEnum<ForecastCategory>(forced);
            return true;
        }
        return json.skip();
    });
}

void judge(BoardCard& card, deals::MarkInput& input, bool needsReview, const BoardContext& board)
{
    input.stage = card.stage;
    input.lastActivityAt = card.lastActivityAt.value_or(card.stageEnteredAt);
    input.stageEnteredAt = card.stageEnteredAt;
    input.closeDate = card.closeDate;
    input.economicBuyerKnown = card.ring[ringPlace(Dimension::economicBuyer)].identified;
    input.championKnown = card.ring[ringPlace(Dimension::champion)].identified;
    input.hasNextStep = !card.nextActionText.empty() || card.nextActionType.has_value();
    auto judged = deals::marksOf(input, board.now, board.today, board.thresholds);
    if (needsReview)
        judged.marks.add(DealMark::needsReview);
    if (judged.marks.empty() && judged.reasons.empty())
        return;
    card.reasons = judged.reasons.list();
    for (const auto mark :
        {DealMark::atRisk, DealMark::overdue, DealMark::stale, DealMark::stuck, DealMark::needsReview}) // worst first
        if (judged.marks.has(mark))
            card.marks.push_back(mark);
}

std::optional<ForecastCategory> categoryOf(
    const BoardCard& card, std::optional<ForecastCategory> forced, const BoardContext& board)
{
    if (card.stage == DealStage::closedLost)
        return std::nullopt;
    deals::ForecastDeal deal;
    deal.stage = card.stage;
    deal.probability = card.probability;
    deal.closeDate = card.closeDate;
    deal.closedAt = card.closedAt;
    if (card.closedAt)
        deal.closedOn = board.zone.localDate(*card.closedAt);
    deal.atRisk = std::find(card.marks.begin(), card.marks.end(), DealMark::atRisk) != card.marks.end();
    deal.override = forced;
    return deals::forecastCategory(
        deal, deals::quarterOf(deal.closedOn ? *deal.closedOn : card.closeDate.value_or(board.today)));
}

BoardCard cardOf(const Uuid& id, std::int64_t revision, const Projection& columns, const BoardContext& board)
{
    BoardCard card;
    card.id = Id<Opportunity>(id);
    card.revision = revision;
    card.accountId = Id<Account>(columns.accountId);
    card.ownerId = Id<User>(columns.ownerId);
    if (const auto account = board.accounts.find(columns.accountId); account != board.accounts.end())
        card.accountName = account->second;
    if (const auto owner = board.people.find(columns.ownerId); owner != board.people.end()) {
        card.ownerName = owner->second.name;
        card.ownerInitials = owner->second.initials;
    }
    card.stage = parseEnum<DealStage>(columns.state).value_or(DealStage::prospecting);
    card.probability = columns.rank.value_or(0);
    if (columns.due)
        card.closeDate = utcDate(fromMillis(*columns.due));
    card.closeDatePast = isOpen(card.stage) && card.closeDate && *card.closeDate < board.today;
    if (columns.amountMinor)
        card.value = Money {*columns.amountMinor, columns.currency};
    if (columns.time)
        card.lastActivityAt = fromMillis(*columns.time);

    BriefRest rest;
    if (!readBrief(columns.brief, card, rest) || card.name.empty())
        card.name = columns.name;
    if (isActive(card.stage)) {
        card.usualDays = board.thresholds.stuckDays[std::size_t(card.stage)];
    } else {
        card.nextActionType.reset();
        card.nextActionText.clear();
    }
    if (card.stage == DealStage::closedWon && rest.closedValue)
        card.value = std::move(rest.closedValue);
    card.daysInStage = wholeDays(card.stageEnteredAt, card.closedAt ? *card.closedAt : board.now);
    card.daysSilent = card.lastActivityAt ? wholeDays(*card.lastActivityAt, board.now) : 0;
    judge(card, rest.marks, rest.needsReview, board);
    card.category = categoryOf(card, rest.forced, board);
    return card;
}

/// By close date, none last, then by name. Cards are large: their places are sorted, each card moves once.
void sortByCloseDate(std::vector<BoardCard>& cards)
{
    struct Place {
        std::int64_t day;
        std::uint32_t index;
    };
    std::vector<Place> places;
    places.reserve(cards.size());
    for (std::uint32_t i = 0; i < cards.size(); ++i) {
        const auto& date = cards[i].closeDate;
        places.push_back(
            {date ? std::chrono::sys_days(*date).time_since_epoch().count() : std::numeric_limits<std::int64_t>::max(),
                i});
    }
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        if (a.day != b.day)
            return a.day < b.day;
        const auto order = cards[a.index].name.compare(cards[b.index].name);
        return order != 0 ? order < 0 : cards[a.index].id < cards[b.index].id;
    });
    std::vector<BoardCard> sorted;
    sorted.reserve(cards.size());
    for (const auto& place : places)
        sorted.push_back(std::move(cards[place.index]));
    cards = std::move(sorted);
}

bool fits(const BoardCard& card, const Projection& columns, const BoardFilter& filter, const std::string& text,
    const BoardContext& board)
{
    if (filter.closedFrom && isClosed(card.stage)
        && board.zone.localDate(card.closedAt.value_or(card.stageEnteredAt)) < *filter.closedFrom)
        return false;
    return text.empty() || columns.name.find(text) != std::string::npos
        || nameKey(card.accountName).find(text) != std::string::npos;
}
}

Result<Board> loadBoard(
    Store& store, const Context& context, const BoardFilter& filter, const TenantSettings& settings, Timestamp now)
{
    auto board = boardContext(store, context, settings, now);
    if (!board)
        return fail(board.error());
    auto accounts = readNames(store, context, Account::type);
    if (!accounts)
        return fail(accounts.error());
    board->accounts = std::move(*accounts);
    Board out;
    auto head = store.head(context); // before the rows: what is written meanwhile is read again, never missed
    if (!head)
        return fail(head.error());
    out.head = *head;
    Query query;
    query.type = Opportunity::type;
    if (filter.owner)
        query.ownerId = filter.owner->value();
    if (filter.account)
        query.accountId = filter.account->value();
    const auto text = nameKey(filter.text);
    auto done = store.readRows(context, query, [&](Row&& row) {
        auto card = cardOf(row.id, row.revision, row.columns, *board);
        if (fits(card, row.columns, filter, text, *board))
            out.cards.push_back(std::move(card));
        return true;
    });
    if (!done)
        return fail(done.error());
    sortByCloseDate(out.cards);
    out.columns = columnsOf(out.cards);
    return out;
}

Result<BoardCard> loadCard(
    Store& store, const Context& context, Id<Opportunity> id, const TenantSettings& settings, Timestamp now)
{
    auto document = store.get(context, {Opportunity::type, id.value()});
    if (!document)
        return fail(document.error());
    auto body = parseJson(document->body);
    if (!body)
        return fail(body.error());
    auto board = boardContext(store, context, settings, now);
    if (!board)
        return fail(board.error());
    const auto columns = project(Opportunity::type, document->id, *body);
    if (auto account = readEntity(store, context, Id<Account>(columns.accountId)))
        board->accounts[columns.accountId] = ellipsized(account->accountName, 120); // as in the narrow rows
    auto card = cardOf(document->id, document->revision, columns, *board);
    card.archived = columns.archived;
    return card;
}

double expectedValue(const BoardCard& card)
{
    return card.value
        ? double(card.value->amountMinor) / std::pow(10.0, minorDigits(card.value->currency)) * card.probability
        : 0;
}

std::vector<BoardColumn> columnsOf(const std::vector<BoardCard>& cards)
{
    struct Sums {
        MoneySums value, weighted;
    };
    std::vector<BoardColumn> columns;
    columns.reserve(EnumTexts<DealStage>::values.size());
    for (const auto& [stage, text] : EnumTexts<DealStage>::values)
        columns.push_back({.stage = stage});
    std::vector<Sums> sums(columns.size());
    for (const auto& card : cards) {
        auto& column = columns[std::size_t(card.stage)];
        ++column.count;
        if (!card.value) {
            ++column.withoutValue;
            continue;
        }
        // A closed deal is certain, whatever somebody once thought of its chances.
        const double probability = card.stage == DealStage::closedWon ? 1.0
            : card.stage == DealStage::closedLost                     ? 0.0
                                                                      : card.probability;
        sums[std::size_t(card.stage)].value.add(*card.value);
        sums[std::size_t(card.stage)].weighted.add(deals::weightedValue(*card.value, probability));
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].sums = sums[i].value.list();
        columns[i].weighted = sums[i].weighted.list();
    }
    return columns;
}
}
