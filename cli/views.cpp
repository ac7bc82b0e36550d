// SPDX-License-Identifier: AGPL-3.0-or-later
#include "cli/views.hpp"

#include "core/base/text.hpp"
#include "core/base/zone.hpp"
#include "core/engine/deals/change_words.hpp"

namespace agentarmy::cli {
namespace {
template <class T> Json orNull(const std::optional<T>& value) { return value ? Json(*value) : Json(); }
Json time(const std::optional<Timestamp>& at) { return at ? Json(formatTimestamp(*at)) : Json(); }
Json date(const std::optional<Date>& day) { return day ? Json(formatDate(*day)) : Json(); }
Json money(const std::optional<Money>& value)
{
    return value ? Json {{"amountMinor", value->amountMinor}, {"currency", value->currency}} : Json();
}
Json id(const Uuid& value) { return idJson(value); }
template <class T> Json id(const Id<T>& value) { return idJson(value.value()); }
template <class T> Json id(const std::optional<Id<T>>& value) { return value ? id(*value) : Json(); }
template <TextEnum E> Json texts(const std::vector<E>& values)
{
    Json list = Json::array();
    for (const auto value : values)
        list.push_back(std::string(enumText(value)));
    return list;
}
template <TextEnum E> Json text(E value) { return std::string(enumText(value)); }

Json quoteJson(const QuoteLink& link)
{
    return {{"quote", link.quote}, {"sourceType", text(link.sourceType)}, {"sourceId", id(link.sourceId)},
        {"utterance", orNull(link.utterance)}, {"begin", link.begin}, {"end", link.end},
        {"sourceText", link.sourceText}, {"channel", text(link.channel)}, {"at", time(link.at)},
        {"conversationId", id(link.conversationId)}, {"retracts", link.retracts}};
}

Json qualificationJson(const QualificationRow& row)
{
    Json quotes = Json::array();
    for (const auto& link : row.quotes)
        quotes.push_back(quoteJson(link));
    return {{"dimension", text(row.dimension)}, {"identified", row.identified}, {"contested", row.contested},
        {"locked", row.locked}, {"confidence", row.confidence}, {"value", row.value},
        {"evidenceCount", row.evidenceCount}, {"alternatives", row.alternatives}, {"quotes", std::move(quotes)}};
}

Json stepJson(const StageStep& step)
{
    const char* kind = step.kind == StageStep::Kind::passed ? "passed"
        : step.kind == StageStep::Kind::current             ? "current"
                                                            : "ahead";
    return {{"stage", text(step.stage)}, {"kind", kind}, {"days", orNull(step.days)}, {"usualDays", step.usualDays},
        {"missing", step.missing}};
}

Json timelineJson(const TimelineItem& item)
{
    constexpr std::array kinds {"mail", "chat", "meeting", "change", "agent"};
    return {{"kind", kinds[std::size_t(item.kind)]}, {"at", formatTimestamp(item.at)}, {"title", item.title},
        {"text", item.text}, {"note", item.note}, {"direction", text(item.direction)},
        {"conversationId", id(item.conversationId)}, {"sourceId", item.sourceId ? id(*item.sourceId) : Json()}};
}

std::string twoDigits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }
}

Json idJson(const Uuid& id) { return id.isNull() ? Json() : Json(id.text()); }

Json columnJson(const BoardColumn& column)
{
    return {{"stage", text(column.stage)}, {"count", column.count}, {"sums", toJson(column.sums)},
        {"weighted", toJson(column.weighted)}, {"withoutValue", column.withoutValue}};
}

Json cardJson(const BoardCard& card)
{
    return {{"id", id(card.id)}, {"revision", card.revision}, {"name", card.name}, {"accountId", id(card.accountId)},
        {"accountName", card.accountName}, {"ownerId", id(card.ownerId)}, {"ownerName", card.ownerName},
        {"dealStage", text(card.stage)}, {"value", money(card.value)}, {"probability", card.probability},
        {"closeDate", date(card.closeDate)}, {"bantIdentified", card.bantIdentified},
        {"meddicIdentified", card.meddicIdentified}, {"interactions", card.interactions},
        {"stageEnteredAt", formatTimestamp(card.stageEnteredAt)}, {"lastActivityAt", time(card.lastActivityAt)},
        {"daysInStage", card.daysInStage}, {"daysSilent", card.daysSilent}, {"marks", texts(card.marks)},
        {"reasons", texts(card.reasons)},
        {"nextAction",
            card.nextActionType ? Json {{"actionType", text(*card.nextActionType)}, {"text", card.nextActionText}}
                                : Json()},
        {"closedAt", time(card.closedAt)}};
}

Json pageJson(const DealPage& page)
{
    const auto listOf = [](const auto& items, const auto& each) {
        Json list = Json::array();
        for (const auto& item : items)
            list.push_back(each(item));
        return list;
    };
    Json people = Json::array();
    for (const auto& row : page.people)
        people.push_back(toJson(row.contact));
    return {{"opportunity", toJson(page.opportunity)}, {"card", cardJson(page.card)},
        {"forecastCategory", page.forecastCategory}, {"path", listOf(page.path, stepJson)},
        {"qualification", listOf(page.qualification, qualificationJson)}, {"summary", page.summary},
        {"lastRead", time(page.lastRead)}, {"timeline", listOf(page.timeline, timelineJson)},
        {"people", std::move(people)},
        {"agent",
            {{"action", page.agent.action ? toJson(*page.agent.action) : Json()}, {"reasons", page.agent.reasons},
                {"confidence", orNull(page.agent.confidence)},
                {"draft", page.agent.draft ? toJson(*page.agent.draft) : Json()},
                {"escalation", page.agent.escalation ? toJson(*page.agent.escalation) : Json()}}}};
}

Json historyJson(const FieldHistory& entry)
{
    const auto& change = entry.change;
    Json fields = Json::array();
    for (const auto& value : change.values)
        fields.push_back({{"path", value.path}, {"before", value.before}, {"after", value.after}});
    return {{"seq", change.seq}, {"at", formatTimestamp(change.at)}, {"op", text(change.op)},
        {"revision", change.revision}, {"mutationId", id(change.mutationId)},
        {"actor", {{"kind", text(change.actor.kind)}, {"name", entry.actorName}, {"userId", id(change.actor.userId)}}},
        {"cause",
            {{"what", change.cause.what}, {"rule", change.cause.rule}, {"reason", change.cause.reason},
                {"messageId", change.cause.messageId ? id(*change.cause.messageId) : Json()},
                {"details", change.cause.details}, {"text", entry.causeText}}},
        {"fields", std::move(fields)}, {"lost", change.lost}};
}

Json doneJson(const MoveDone& done)
{
    return {
        {"opportunity", toJson(done.opportunity)}, {"warnings", done.warnings}, {"mutationId", id(done.mutationId)}};
}

Json answerJson(const MoveAnswer& answer)
{
    const char* kind = answer.kind == MoveAnswer::Kind::allowed ? "allowed"
        : answer.kind == MoveAnswer::Kind::needsInput           ? "needs_input"
                                                                : "forbidden";
    Json proofs = Json::array();
    for (const auto& proof : answer.proofs)
        proofs.push_back({{"code", proof.code}, {"met", proof.met}, {"required", orNull(proof.required)},
            {"actual", orNull(proof.actual)}});
    return {{"answer", kind}, {"warnings", answer.warnings}, {"fields", answer.fields},
        {"code", answer.code.empty() ? Json() : Json(answer.code)}, {"proofs", std::move(proofs)}};
}

Json rowJson(const ConversationRow& row)
{
    return {{"id", id(row.id)}, {"subject", row.subject}, {"preview", row.preview}, {"channel", text(row.channel)},
        {"turn", text(row.turn)}, {"state", text(row.state)}, {"accountId", id(row.accountId)},
        {"accountName", row.accountName}, {"lastAt", time(row.lastAt)}, {"messageCount", row.messageCount}};
}

Json conversationJson(const ConversationView& view)
{
    Json utterances = Json::array();
    for (std::size_t i = 0; i < view.utterances.size(); ++i) {
        auto each = toJson(view.utterances[i]);
        each["ours"] = i < view.utteranceOurs.size() && view.utteranceOurs[i];
        utterances.push_back(std::move(each));
    }
    return {{"conversation", toJson(view.conversation)}, {"accountName", view.accountName},
        {"messages", toJson(view.messages)}, {"meeting", view.meeting ? toJson(*view.meeting) : Json()},
        {"transcriptId", id(view.transcriptId)}, {"utterances", std::move(utterances)},
        {"draft", view.draft ? toJson(*view.draft) : Json()}, {"state", view.state ? toJson(*view.state) : Json()}};
}

std::string moneyList(const std::vector<Money>& sums)
{
    std::string out;
    for (const auto& sum : sums)
        out += (out.empty() ? "" : " + ") + plainText(sum);
    return out.empty() ? "-" : out;
}

std::string stageWords(DealStage stage) { return plainWords(enumText(stage)); }

std::string markWords(const std::vector<DealMark>& marks)
{
    std::vector<std::string> words;
    words.reserve(marks.size());
    for (const auto mark : marks)
        words.push_back(plainWords(enumText(mark)));
    return join(words, ", ");
}

std::string dayText(const Zone& zone, const std::optional<Timestamp>& at)
{
    return at ? formatDate(zone.localDate(*at)) : std::string();
}

std::string minuteText(const Zone& zone, const std::optional<Timestamp>& at)
{
    if (!at)
        return {};
    const auto minutes = int(zone.localMinuteOfDay(*at).count());
    return dayText(zone, at) + ' ' + twoDigits(minutes / 60) + ':' + twoDigits(minutes % 60);
}

Table cardTable(const std::vector<const BoardCard*>& cards, bool withStage)
{
    using Align = Table::Align;
    std::vector<Table::Column> columns {{"Deal", Align::left, true}, {"Account", Align::left, true}};
    if (withStage)
        columns.push_back({"Stage"});
    for (auto& column : std::vector<Table::Column> {{"Value", Align::right}, {"Close"}, {"Owner", Align::left, true},
             {"Days", Align::right}, {"Next step", Align::left, true}, {"Marks"}})
        columns.push_back(std::move(column));
    Table table(std::move(columns));
    for (const auto* card : cards) {
        std::vector<Cell> row {card->name, card->accountName};
        if (withStage)
            row.emplace_back(stageWords(card->stage));
        const bool bad = std::find(card->marks.begin(), card->marks.end(), DealMark::atRisk) != card->marks.end();
        row.emplace_back(card->value ? plainText(*card->value) : "");
        row.emplace_back(
            card->closeDate ? formatDate(*card->closeDate) : "", card->closeDatePast ? Style::warning : Style::plain);
        row.emplace_back(card->ownerName);
        row.emplace_back(std::to_string(card->daysInStage));
        row.emplace_back(card->nextActionText);
        row.emplace_back(markWords(card->marks), bad ? Style::bad : Style::warning);
        table.add(std::move(row));
    }
    return table;
}
}
