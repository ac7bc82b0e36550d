// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/engine/deals/deal_board.hpp"

#include "core/base/text.hpp"
#include "core/base/zone.hpp"
#include "core/engine/records/reading.hpp"
#include "core/engine/workspace/people.hpp"
#include "core/rules/deals/forecast.hpp"
#include "core/rules/deals/marks.hpp"

#include <algorithm>

namespace agentarmy {
namespace {
constexpr std::array meddicOrder{Dimension::metrics, Dimension::economicBuyer, Dimension::decisionCriteria, Dimension::decisionProcess,
    Dimension::pain, Dimension::champion};
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
    Timestamp now{};
    Date today{};
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

std::int64_t integer(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<std::int64_t>() : 0;
}

bool flag(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

void readRing(const Json& brief, BoardCard& card)
{
    const auto ring = brief.find("ring");
    if (ring == brief.end() || !ring->is_array() || ring->size() < 2 * card.ring.size())
        return;
    for (std::size_t i = 0; i < card.ring.size(); ++i) {
        const auto& identified = (*ring)[2 * i];
        const auto& confidence = (*ring)[2 * i + 1];
        card.ring[i] = {identified.is_number() && identified.get<double>() > 0, confidence.is_number() ? confidence.get<double>() : 0.0};
        card.meddicIdentified += card.ring[i].identified ? 1 : 0;
    }
}

void readNextStep(const Json& brief, BoardCard& card)
{
    const auto next = brief.find("next");
    if (next == brief.end() || !next->is_array() || next->size() < 2 || !(*next)[0].is_string() || !(*next)[1].is_string())
        return;
    card.nextActionType = parseEnum<ActionType>((*next)[0].get_ref<const std::string&>());
    card.nextActionText = (*next)[1].get<std::string>();
}

void judge(BoardCard& card, const Json& brief, const BoardContext& board)
{
    deals::MarkInput input;
    input.stage = card.stage;
    input.lastActivityAt = card.lastActivityAt.value_or(card.stageEnteredAt);
    input.stageEnteredAt = card.stageEnteredAt;
    input.closeDate = card.closeDate;
    input.closeDatePushes = int(integer(brief, "pushes"));
    input.economicBuyerKnown = card.ring[ringPlace(Dimension::economicBuyer)].identified;
    input.championKnown = card.ring[ringPlace(Dimension::champion)].identified;
    input.activeStakeholders = int(integer(brief, "stakeholders"));
    input.activeBlocker = flag(brief, "blocker");
    input.hasNextStep = !card.nextActionText.empty() || card.nextActionType.has_value();
    auto judged = deals::marksOf(input, board.now, board.today, board.thresholds);
    if (flag(brief, "review"))
        judged.marks.add(DealMark::needsReview);
    card.reasons = judged.reasons.list();
    for (const auto mark : {DealMark::atRisk, DealMark::overdue, DealMark::stale, DealMark::stuck, DealMark::needsReview}) // worst first
        if (judged.marks.has(mark))
            card.marks.push_back(mark);
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
        card.value = Money{*columns.amountMinor, columns.currency};
    if (columns.time)
        card.lastActivityAt = fromMillis(*columns.time);

    const auto brief = Json::parse(columns.brief, nullptr, false);
    if (!brief.is_object()) {
        card.name = columns.name;
        return card;
    }
    if (const auto name = brief.find("name"); name != brief.end() && name->is_string())
        card.name = name->get<std::string>();
    readRing(brief, card);
    card.bantIdentified = int(integer(brief, "bant"));
    card.interactions = int(integer(brief, "interactions"));
    card.stageEnteredAt = fromMillis(integer(brief, "stageEnteredAt"));
    if (isActive(card.stage)) {
        card.usualDays = board.thresholds.stuckDays[std::size_t(card.stage)];
        readNextStep(brief, card);
    }
    if (const auto closedAt = integer(brief, "closedAt"))
        card.closedAt = fromMillis(closedAt);
    if (card.stage == DealStage::closedWon)
        if (const auto closed = brief.find("closedValue"); closed != brief.end())
            if (auto money = fromJson<Money>(*closed))
                card.value = std::move(*money);
    card.daysInStage = wholeDays(card.stageEnteredAt, card.closedAt ? *card.closedAt : board.now);
    card.daysSilent = card.lastActivityAt ? wholeDays(*card.lastActivityAt, board.now) : 0;
    judge(card, brief, board);
    return card;
}

bool fits(const BoardCard& card, const Projection& columns, const BoardFilter& filter, const std::string& text, const BoardContext& board)
{
    if (filter.closedFrom && isClosed(card.stage)
        && board.zone.localDate(card.closedAt.value_or(card.stageEnteredAt)) < *filter.closedFrom)
        return false;
    return text.empty() || columns.name.find(text) != std::string::npos || nameKey(card.accountName).find(text) != std::string::npos;
}
}

Result<Board> loadBoard(Store& store, const Context& context, const BoardFilter& filter, const TenantSettings& settings, Timestamp now)
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
    std::sort(out.cards.begin(), out.cards.end(), [](const BoardCard& a, const BoardCard& b) {
        if (a.closeDate.has_value() != b.closeDate.has_value())
            return a.closeDate.has_value();
        if (a.closeDate != b.closeDate)
            return *a.closeDate < *b.closeDate;
        return a.name != b.name ? a.name < b.name : a.id < b.id;
    });
    out.columns = columnsOf(out.cards);
    return out;
}

Result<BoardCard> loadCard(Store& store, const Context& context, Id<Opportunity> id, const TenantSettings& settings, Timestamp now)
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
    return cardOf(document->id, document->revision, columns, *board);
}

std::vector<BoardColumn> columnsOf(const std::vector<BoardCard>& cards)
{
    struct Sums {
        MoneySums value, weighted;
    };
    std::vector<BoardColumn> columns;
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
        const double probability = card.stage == DealStage::closedWon ? 1.0 : card.stage == DealStage::closedLost ? 0.0 : card.probability;
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
