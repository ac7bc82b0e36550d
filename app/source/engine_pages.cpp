// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine's deal page and conversations as the pages show them.
#include "app/source/engine_views.hpp"
#include "app/theme/theme.hpp"
#include "core/engine/deals/change_words.hpp"
#include <QCoreApplication>

namespace agentarmy::app {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("EnginePages", words); }

template <typename Value> QString keyOf(Value value) { return text(enumText(value)); }

QString sentence(QString words)
{
    words.replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

Quote toQuote(const QuoteLink& link)
{
    Quote quote;
    quote.text = text(link.quote).simplified();
    quote.sourceType = keyOf(link.sourceType);
    quote.sourceId = text(link.sourceId.text());
    if (link.utterance)
        quote.sourceId += QStringLiteral("#%1").arg(*link.utterance);
    if (link.conversationId)
        quote.conversationId = text(link.conversationId->text());
    quote.begin = int(link.begin);
    quote.end = int(link.end);
    quote.sourceText = text(link.sourceText);
    return quote;
}

app::StageStep toStep(const agentarmy::StageStep& step, bool next)
{
    app::StageStep view;
    view.stage = toStage(step.stage);
    switch (step.kind) {
    case agentarmy::StageStep::Kind::passed:
        view.state = 0;
        view.note = step.days ? tr("%1 d").arg(*step.days) : QString();
        break;
    case agentarmy::StageStep::Kind::current:
        view.state = 1;
        if (step.days)
            view.note = step.usualDays > 0 ? tr("day %1 of about %2").arg(*step.days).arg(step.usualDays)
                                           : tr("day %1").arg(*step.days);
        break;
    case agentarmy::StageStep::Kind::ahead:
        view.state = 2;
        view.warns = next && step.missing > 0;
        if (view.warns)
            view.note = step.missing == 1 ? tr("1 proof missing") : tr("%1 proofs missing").arg(step.missing);
        break;
    }
    return view;
}

QualificationView toRow(const agentarmy::QualificationRow& row)
{
    QualificationView view;
    view.id = keyOf(row.dimension);
    view.label = dimensionName(row.dimension);
    view.bant = isBant(row.dimension);
    view.value = sentence(text(row.value).simplified());
    view.confidence = row.confidence;
    view.identified = row.identified;
    view.locked = row.locked;
    for (const auto& quote : row.quotes)
        if (!quote.retracts)
            view.quotes.push_back(toQuote(quote));
    return view;
}

TimelineView toTimeline(const agentarmy::TimelineItem& item, int number)
{
    using Kind = agentarmy::TimelineItem::Kind;
    TimelineView view;
    switch (item.kind) {
    case Kind::mail:
        view.kind = QStringLiteral("mail");
        break;
    case Kind::chat:
        view.kind = QStringLiteral("chat");
        break;
    case Kind::meeting:
        view.kind = QStringLiteral("meeting");
        break;
    case Kind::change:
        view.kind = QStringLiteral("change");
        break;
    case Kind::agent:
        view.kind = QStringLiteral("agent");
        break;
    }
    view.id = QStringLiteral("%1-%2-%3").arg(toMillis(item.at)).arg(view.kind).arg(number);
    view.title = text(item.title);
    view.text = text(item.text);
    view.at = localTime(item.at);
    view.note = item.kind == Kind::agent ? QString() : text(item.note); // its mark says it
    if (item.conversationId) {
        view.jump.conversationId = text(item.conversationId->text());
        if (item.sourceId)
            view.jump.sourceId = text(item.sourceId->text());
    }
    return view;
}

PersonView toPerson(const PersonRow& row)
{
    PersonView view;
    const auto& contact = row.contact;
    view.id = text(contact.id.text());
    view.name = text(contact.contactName);
    view.title = contact.title ? text(*contact.title) : QString();
    view.email = text(contact.contactEmail);
    view.initials = initialsText(view.name);
    QStringList roles;
    for (const auto role : contact.stakeholder.roles)
        roles += roles.isEmpty() ? sentence(keyOf(role)) : sentence(keyOf(role)).toLower();
    view.roles = roles.join(QStringLiteral(", "));
    view.decisionPower = contact.stakeholder.scores.decisionPower;
    view.influence = contact.stakeholder.scores.influenceLevel;
    view.relationship = contact.stakeholder.scores.relationshipStrength;
    if (row.lastInteraction)
        view.lastAt = localTime(*row.lastInteraction);
    return view;
}

QString valueText(const std::string& path, const Json& value)
{
    if (value.is_null())
        return tr("nothing");
    if (value.is_object() && value.contains("amountMinor"))
        return text(plainText({value.value("amountMinor", std::int64_t(0)), value.value("currency", std::string())}));
    if (value.is_string()) {
        const auto words = text(value.get<std::string>());
        return path == "dealStage" ? sentence(words) : words;
    }
    if (path == "probability" && value.is_number())
        return tr("%1 %").arg(qRound(value.get<double>() * 100));
    if (value.is_object() && value.contains("text"))
        return valueText(path, value["text"]);
    return value.is_structured() ? QString() : text(value.dump());
}

std::vector<HistoryView> toHistory(const std::vector<FieldHistory>& history)
{
    std::vector<HistoryView> rows;
    for (const auto& entry : history) {
        if (entry.change.op == ChangeOp::create) {
            HistoryView row;
            row.id = QStringLiteral("%1-create").arg(entry.change.seq);
            row.who = text(entry.actorName);
            row.field = tr("Created");
            row.after = text(entry.causeText);
            row.at = localTime(ChangeWords::happenedAt(entry.change));
            row.byAgent = entry.change.actor.kind == ActorKind::agent;
            rows.push_back(std::move(row));
        }
        for (const auto& field : entry.change.values) {
            if (ChangeWords::isBookkeeping(field.path))
                continue;
            HistoryView row;
            row.id = QStringLiteral("%1-%2").arg(entry.change.seq).arg(text(field.path));
            row.who = text(entry.actorName);
            row.field = sentence(text(ChangeWords::field(field.path)));
            row.before = field.before.is_null() ? QString() : valueText(field.path, field.before);
            row.after = valueText(field.path, field.after);
            row.why = text(entry.causeText);
            row.at = localTime(ChangeWords::happenedAt(entry.change));
            row.byAgent = entry.change.actor.kind == ActorKind::agent;
            row.undoable = entry.change.actor.kind == ActorKind::person || row.byAgent;
            row.undoToken = text(entry.change.mutationId.text());
            if (row.after.isEmpty())
                std::swap(row.after, row.why); // too much to show as a value
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QString forecastText(const std::string& category)
{
    if (category == "best_case")
        return tr("Best case");
    return sentence(text(category));
}

}

AdviceView toAdvice(const std::optional<NextAction>& action, const std::vector<std::string>& reasons,
    std::optional<double> confidence, const std::optional<AgentAction>& draft)
{
    AdviceView advice;
    if (action) {
        advice.action = text(action->description);
        if (!advice.action.isEmpty() && !QStringLiteral(".?!").contains(advice.action.back()))
            advice.action += u'.';
    }
    advice.sureness = action && confidence ? *confidence : -1;
    for (const auto& reason : reasons)
        advice.reasons += text(reason);
    if (!draft)
        return advice;
    QStringList to;
    for (const auto& party : draft->payload.to)
        to += text(party.name.empty() ? party.address : party.name);
    advice.draftTo = to.join(QStringLiteral(", "));
    advice.draftTone = draft->personaType == PersonaType::ic ? tr("peer, practical")
        : draft->personaType == PersonaType::cSuite          ? tr("brief, executive")
                                                             : tr("businesslike");
    advice.draftSubject = draft->payload.subject ? text(*draft->payload.subject) : QString();
    advice.draftText = text(draft->payload.body);
    for (const auto& finding : draft->findings) {
        const bool blocks = finding.severity == "block";
        advice.findings.push_back({text(finding.text), {}, blocks ? int(Theme::Warn) : int(Theme::Neutral), blocks});
    }
    std::ranges::stable_sort(advice.findings, [](const auto& a, const auto& b) { return a.blocks && !b.blocks; });
    advice.factsLinked = int(draft->evidence.size());
    return advice;
}

DealView toDealView(const DealPage& page, const std::vector<FieldHistory>& history)
{
    DealView view;
    view.card = toCard(page.card);
    view.forecast = forecastText(page.forecastCategory);
    view.archived = page.opportunity.archived;
    bool next = true;
    for (const auto& step : page.path) {
        const bool ahead = step.kind == agentarmy::StageStep::Kind::ahead;
        view.path.push_back(toStep(step, ahead && next));
        next = next && !ahead;
    }
    for (const auto& row : page.qualification)
        view.qualification.push_back(toRow(row));
    view.summary = text(page.summary);
    if (page.lastRead)
        view.lastReadAt = localTime(*page.lastRead);
    for (size_t i = 0; i < page.timeline.size(); ++i)
        view.timeline.push_back(toTimeline(page.timeline[i], int(page.timeline.size() - i)));
    for (const auto& person : page.people)
        view.people.push_back(toPerson(person));
    view.history = toHistory(history);
    view.advice = toAdvice(page.agent.action, page.agent.reasons, page.agent.confidence, page.agent.draft);
    return view;
}

ConversationView toConversation(const agentarmy::ConversationView& view, const QString& dealLine)
{
    ConversationView out;
    const auto& conversation = view.conversation;
    out.row.id = text(conversation.id.text());
    out.row.subject = view.meeting ? text(view.meeting->title) : text(conversation.subject);
    out.row.account = text(view.accountName);
    out.row.channel = keyOf(conversation.channel);
    out.dealId = conversation.opportunityId ? text(conversation.opportunityId->text()) : QString();
    out.dealLine = dealLine;
    out.spoken = !view.utterances.empty();
    std::map<QString, std::vector<Quote>> quotes;
    std::map<QString, QStringList> readings;
    const auto strongest = [&](Dimension dimension, const QString& id) {
        double best = 0;
        for (const auto& evidence : view.state->qualification[dimension].evidence)
            if (id.startsWith(text(evidence.sourceId.text()))
                && (!evidence.utterance || id.endsWith(QStringLiteral("#%1").arg(*evidence.utterance))))
                best = std::max(best, evidence.confidence);
        return best;
    };
    if (view.state)
        for (const auto& [dimension, name] : EnumTexts<Dimension>::values)
            for (const auto& evidence : view.state->qualification[dimension].evidence) {
                auto id = text(evidence.sourceId.text());
                if (evidence.utterance)
                    id += QStringLiteral("#%1").arg(*evidence.utterance);
                Quote quote;
                quote.begin = int(evidence.begin);
                quote.end = int(evidence.end);
                quotes[id].push_back(quote);
                const auto reading
                    = tr("%1 %2 %").arg(dimensionName(dimension)).arg(qRound(strongest(dimension, id) * 100));
                if (!readings[id].contains(reading))
                    readings[id] += reading;
            }
    const auto add = [&](PassageView passage) {
        passage.initials = initialsText(passage.author);
        passage.quotes = quotes[passage.id];
        passage.readings = readings[passage.id];
        out.passages.push_back(std::move(passage));
    };
    for (const auto& message : view.messages) {
        PassageView passage;
        passage.id = text(message.id.text());
        passage.author = text(message.from.name.empty() ? message.from.address : message.from.name);
        passage.title = message.kind == MessageKind::person ? QString() : sentence(keyOf(message.kind)).toLower();
        passage.ours = message.direction == Direction::outbound;
        passage.at = localTime(message.sentAt);
        passage.text = text(message.text);
        passage.quotedText = text(message.quotedText);
        add(std::move(passage));
    }
    for (size_t i = 0; i < view.utterances.size(); ++i) {
        const auto& utterance = view.utterances[i];
        PassageView passage;
        passage.id = text(view.transcriptId.text()) + QStringLiteral("#%1").arg(i);
        passage.author = text(utterance.speaker);
        passage.ours = view.utteranceOurs[i];
        passage.offsetMs = utterance.timestampMs;
        passage.at
            = view.meeting ? localTime(view.meeting->scheduledStart).addMSecs(utterance.timestampMs) : QDateTime();
        passage.text = text(utterance.text);
        add(std::move(passage));
    }
    out.advice = toAdvice({}, {}, {}, view.draft);
    return out;
}

}
