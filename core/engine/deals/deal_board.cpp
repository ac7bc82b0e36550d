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

/// Reads the brief of a deal straight into its card: ten thousand of them make no trees.
class BriefReader final : public nlohmann::json_sax<Json> {
public:
    BriefReader(BoardCard& card, deals::MarkInput& input)
        : m_card(card)
        , m_input(input)
    {
    }
    bool needsReview = false;
    std::optional<Money> closedValue;

    bool null() override { return value([](auto) {}); }
    bool boolean(bool flag) override
    {
        return value([&](std::string_view key) {
            if (key == "blocker")
                m_input.activeBlocker = flag;
            else if (key == "review")
                needsReview = flag;
        });
    }
    bool number_integer(number_integer_t number) override { return isNumber(double(number), std::int64_t(number)); }
    bool number_unsigned(number_unsigned_t number) override { return isNumber(double(number), std::int64_t(number)); }
    bool number_float(number_float_t number, const string_t&) override { return isNumber(number, std::int64_t(number)); }
    bool string(string_t& text) override
    {
        return value([&](std::string_view key) {
            if (key == "name")
                m_card.name = std::move(text);
            else if (key == "next" && m_index == 0)
                m_card.nextActionType = parseEnum<ActionType>(text);
            else if (key == "next" && m_index == 1)
                m_card.nextActionText = std::move(text);
            else if (key == "closedValue" && m_inner == "currency")
                money().currency = std::move(text);
        });
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return ++m_depth <= 2; }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override
    {
        m_index = 0;
        m_inList = true;
        return ++m_depth <= 2;
    }
    bool end_array() override
    {
        m_inList = false;
        return leave();
    }
    bool key(string_t& name) override
    {
        (m_depth == 1 ? m_key : m_inner).swap(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    template <class Take> bool value(Take take)
    {
        take(std::string_view(m_key));
        if (m_inList)
            ++m_index;
        return true;
    }
    bool isNumber(double number, std::int64_t whole)
    {
        return value([&](std::string_view key) {
            if (key == "ring" && m_index < 2 * m_card.ring.size()) {
                auto& segment = m_card.ring[m_index / 2];
                if (m_index % 2 == 0)
                    segment.identified = whole > 0;
                else
                    segment.confidence = number;
            } else if (key == "bant")
                m_card.bantIdentified = int(whole);
            else if (key == "interactions")
                m_card.interactions = int(whole);
            else if (key == "pushes")
                m_input.closeDatePushes = int(whole);
            else if (key == "stakeholders")
                m_input.activeStakeholders = int(whole);
            else if (key == "stageEnteredAt")
                m_card.stageEnteredAt = fromMillis(whole);
            else if (key == "closedAt")
                m_card.closedAt = fromMillis(whole);
            else if (key == "closedValue" && m_inner == "amountMinor")
                money().amountMinor = whole;
        });
    }
    Money& money() { return closedValue ? *closedValue : closedValue.emplace(); }
    bool leave()
    {
        --m_depth;
        return true;
    }

    BoardCard& m_card;
    deals::MarkInput& m_input;
    std::string m_key, m_inner;
    std::size_t m_index = 0;
    int m_depth = 0;
    bool m_inList = false;
};

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

    deals::MarkInput input;
    BriefReader brief(card, input);
    if (!Json::sax_parse(columns.brief, &brief) || card.name.empty())
        card.name = columns.name;
    for (const auto& segment : card.ring)
        card.meddicIdentified += segment.identified ? 1 : 0;
    if (isActive(card.stage)) {
        card.usualDays = board.thresholds.stuckDays[std::size_t(card.stage)];
    } else {
        card.nextActionType.reset();
        card.nextActionText.clear();
    }
    if (card.stage == DealStage::closedWon && brief.closedValue)
        card.value = std::move(brief.closedValue);
    card.daysInStage = wholeDays(card.stageEnteredAt, card.closedAt ? *card.closedAt : board.now);
    card.daysSilent = card.lastActivityAt ? wholeDays(*card.lastActivityAt, board.now) : 0;
    judge(card, input, brief.needsReview, board);
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
