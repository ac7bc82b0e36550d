// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine's deal page and conversations as the pages show them.
#include "app/format/formats.hpp"
#include "app/format/rule_words.hpp"
#include "app/source/engine_views.hpp"
#include "app/theme/theme.hpp"
#include "core/engine/deals/change_words.hpp"
#include "core/rules/text/line_diff.hpp"
#include "core/rules/text/scan.hpp"
#include <QCoreApplication>
#include <array>
#include <set>

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
    for (const auto& other : row.alternatives)
        view.others += sentence(text(other).simplified());
    if (row.contested)
        view.alternatives = view.others;
    for (const auto& quote : row.quotes)
        if (!quote.retracts)
            view.quotes.push_back(toQuote(quote));
    const auto says = [&](const Quote& quote) { return quote.text.contains(view.value, Qt::CaseInsensitive); };
    std::stable_partition(
        view.quotes.begin(), view.quotes.end(), says); // the words that give the value stand beside it
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
    const bool foreign = item.kind == Kind::mail || item.kind == Kind::chat || item.kind == Kind::meeting;
    view.title = foreign ? text(item.title) : ruleWords(text(item.title));
    const bool written = item.kind == Kind::mail || item.kind == Kind::chat
        || (item.kind == Kind::agent && item.direction == Direction::outbound); // a draft: its words stay as they are
    view.text = written ? text(item.text) : changeWords(text(item.text));
    view.at = localTime(item.at);
    view.note = item.kind == Kind::agent ? QString() : ruleWords(text(item.note)); // its mark says it
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
    view.roles = rolesText(contact.stakeholder.roles);
    for (const auto role : contact.stakeholder.roles)
        view.roleKeys += keyOf(role);
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
        return path == "dealStage" ? sentence(ruleWords(QString(words).replace(u'_', u' '))) : words;
    }
    if (path == "needsReview")
        return value == Json(true) ? tr("to check") : tr("looked at");
    if (path == "probability" && value.is_number())
        return tr("%1 %").arg(qRound(value.get<double>() * 100));
    if (value.is_object() && value.contains("text"))
        return valueText(path, value["text"]);
    return value.is_structured() ? QString() : text(value.dump());
}

/// Whether the desk takes this change back: a person's edit, a person's move of the last minutes, a move of the agent.
bool canUndo(const Change& change, const std::string& path, Timestamp now)
{
    constexpr auto moveMinutes = std::chrono::minutes(10);
    const bool move = path == "dealStage";
    if (change.actor.kind == ActorKind::agent)
        return move;
    return change.actor.kind == ActorKind::person && (!move || now - change.at < moveMinutes);
}

/// Fields whose value a person may write again.
bool canRestore(const std::string& path)
{
    constexpr std::array<std::string_view, 6> fields {
        "name", "productLine", "estimatedValue", "closeDate", "ownerId", "needsReview"};
    return std::ranges::find(fields, path) != fields.end();
}

/// What a person said of a point stands in the cause.
bool fillPoint(HistoryView& row, const Cause& cause)
{
    if (cause.what != "qualify" || !cause.details.is_object())
        return false;
    const auto detail = [&](const char* key) { return cause.details.value(key, std::string()); };
    const auto dimension = parseEnum<Dimension>(detail("dimension"));
    const auto edit = detail("edit");
    row.field = dimension ? dimensionName(*dimension) : tr("Qualification");
    row.before = text(detail("before"));
    row.after = edit == "unlock" ? tr("unlocked: the agent may change it")
        : edit == "lock"         ? tr("confirmed")
        : edit == "reject"       ? tr("not known")
                                 : text(detail("after"));
    if (edit == "unlock" || edit == "lock")
        row.before.clear();
    return true;
}

/// `history` is newest first.
std::vector<HistoryView> toHistory(const std::vector<FieldHistory>& history, Timestamp now)
{
    std::vector<HistoryView> rows;
    std::set<std::string> written;
    for (const auto& entry : history) {
        if (entry.change.op == ChangeOp::create) {
            HistoryView row;
            row.id = QStringLiteral("%1-create").arg(entry.change.seq);
            row.who = ruleWords(text(entry.actorName));
            row.field = tr("Created");
            row.after = ruleWords(text(entry.causeText));
            row.at = localTime(entry.happenedAt);
            row.byAgent = entry.change.actor.kind == ActorKind::agent;
            rows.push_back(std::move(row));
        }
        for (const auto& field : entry.change.values) {
            if (ChangeWords::isBookkeeping(field.path))
                continue;
            HistoryView row;
            row.id = QStringLiteral("%1-%2").arg(entry.change.seq).arg(text(field.path));
            row.who = ruleWords(text(entry.actorName));
            row.field = sentence(ruleWords(text(ChangeWords::field(field.path))));
            row.before = field.before.is_null() ? QString() : valueText(field.path, field.before);
            row.after = valueText(field.path, field.after);
            row.why = ruleWords(text(entry.causeText));
            const bool point = field.path == "qualificationSnapshot" && fillPoint(row, entry.change.cause);
            row.at = localTime(entry.happenedAt);
            row.byAgent = entry.change.actor.kind == ActorKind::agent;
            row.undoable = canUndo(entry.change, field.path, now) && !written.contains(field.path);
            row.restorable = canRestore(field.path) && field.before != field.after;
            written.insert(field.path); // an older change would overwrite this one
            row.undoToken = text(entry.change.mutationId.text());
            if (row.after.isEmpty() && !point)
                std::swap(row.after, row.why); // too much to show as a value
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

QString moneyText(const MoneyView& money) { return Formats().money(money); }

/// A value that the agent would write over a person's waits for an answer.
void addSuggestions(std::vector<CheckView>& checks, const Opportunity& deal)
{
    if (!deal.suggestions.is_object())
        return;
    if (const auto found = deal.suggestions.find("estimatedValue"); found != deal.suggestions.end()) {
        const auto read = toMoney(*found);
        const auto own = toMoney(deal.estimatedValue);
        if (read && *read != own) {
            CheckView check;
            check.id = check.field = QStringLiteral("estimatedValue");
            check.title = tr("The agent read %1").arg(moneyText(*read));
            check.text = own.isSet() ? tr("You set %1, so it changed nothing.").arg(moneyText(own))
                                     : tr("You left the amount open, so it changed nothing.");
            check.tone = Theme::Accent;
            check.accept = tr("Use %1").arg(moneyText(*read));
            check.dismiss = own.isSet() ? tr("Keep %1").arg(moneyText(own)) : tr("Leave it open");
            check.accepted = tr("Amount set to %1").arg(moneyText(*read));
            check.dismissed = own.isSet() ? tr("Amount kept at %1").arg(moneyText(own)) : tr("Amount left open");
            check.acceptValue = QVariant::fromValue(*read);
            check.dismissValue = QVariant::fromValue(own);
            checks.push_back(std::move(check));
        }
    }
    if (const auto found = deal.suggestions.find("productLine");
        found != deal.suggestions.end() && found->is_string() && *found != Json(deal.productLine.value_or(""))) {
        const auto read = text(found->get_ref<const std::string&>());
        const auto own = text(deal.productLine.value_or(""));
        CheckView check;
        check.id = check.field = QStringLiteral("productLine");
        check.title = tr("The agent read that it is about “%1”").arg(read);
        check.text = own.isEmpty() ? tr("You left the product open, so it changed nothing.")
                                   : tr("You set “%1”, so it changed nothing.").arg(own);
        check.tone = Theme::Accent;
        check.accept = tr("Use it");
        check.dismiss = own.isEmpty() ? tr("Leave it open") : tr("Keep mine");
        check.accepted = tr("Product set to %1").arg(read);
        check.dismissed = tr("Product left as it is");
        check.acceptValue = read;
        check.dismissValue = own;
        checks.push_back(std::move(check));
    }
}

/// What a person should look at, most pressing first.
std::vector<CheckView> checksOf(const DealPage& page)
{
    std::vector<CheckView> checks;
    const auto& deal = page.opportunity;
    if (const auto& escalation = page.agent.escalation) {
        CheckView check;
        check.id = QStringLiteral("escalation");
        check.title = tr("A person should answer this");
        check.text = ruleWords(text(escalation->whyEscalating));
        check.tone = Theme::Warn;
        if (escalation->messageId) {
            check.jump.text = text(escalation->matchedText.value_or("")).simplified();
            check.jump.conversationId = text(escalation->conversationId.text());
            check.jump.sourceId = text(escalation->messageId->text());
        }
        checks.push_back(std::move(check));
    }
    addSuggestions(checks, deal);
    if (deal.needsReview) {
        CheckView check;
        check.id = check.field = QStringLiteral("needsReview");
        const bool found = deal.source == OpportunitySource::agentDetected;
        check.title = found ? tr("The agent found this deal") : tr("Which deal is it about?");
        check.text = found
            ? tr("It read it in a conversation. Look at name, amount and stage.")
            : tr("More than one deal is open with this account, and the latest words fit none for sure.");
        check.tone = Theme::Accent;
        check.accept = found ? tr("Looks right") : tr("It is this one");
        check.accepted = tr("Marked as looked at");
        check.acceptValue = false;
        checks.push_back(std::move(check));
    }
    return checks;
}

/// Lines that a mail program broke for its own width flow again. Every character keeps its place: a break becomes a
/// space, so that quotes still point to their words.
QString flowing(QString words)
{
    constexpr int full = 58; // shorter lines were ended by their writer
    int start = 0;
    for (int at = 0; at < words.size(); ++at) {
        if (words[at] != u'\n')
            continue;
        const auto next = at + 1 < words.size() ? words[at + 1] : QChar(u'\n');
        const int end = words.indexOf(u'\n', at + 1) < 0 ? int(words.size()) : int(words.indexOf(u'\n', at + 1));
        const auto word = words.indexOf(u' ', at + 1);
        const int firstWord = (word < 0 || word > end ? end : int(word)) - at - 1;
        // broken for width: the next word would not have fitted, and what follows is running text
        const bool broken
            = at - start >= full && (next.isLetterOrNumber() || next == u'(') && at - start + firstWord > full + 8;
        if (broken)
            words[at] = u' ';
        start = at + 1;
    }
    return words;
}

QString forecastText(const std::string& category)
{
    if (category == "best_case")
        return tr("Best case");
    return sentence(text(category));
}

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
    quote.sourceText = ruleWords(text(link.sourceText));
    return quote;
}

std::vector<FindingView> toFindings(const std::vector<DraftFinding>& findings, const std::string& body)
{
    const auto sentences = text::sentences(body);
    std::vector<FindingView> views;
    for (const auto& finding : findings) {
        const bool blocks = finding.severity == "block";
        FindingView view {ruleWords(text(finding.text)), {}, blocks ? int(Theme::Warn) : int(Theme::Neutral), blocks};
        for (const auto& sentence : sentences) // the one in which it begins: half a sentence cannot be taken out
            if (finding.begin < finding.end && std::size_t(finding.begin) >= sentence.begin
                && std::size_t(finding.begin) < sentence.end)
                view.passage = text(std::string_view(body).substr(sentence.begin, sentence.end - sentence.begin));
        views.push_back(std::move(view));
    }
    std::stable_sort(views.begin(), views.end(), [](const auto& a, const auto& b) { return a.blocks && !b.blocks; });
    return views;
}

ApprovalView toApproval(const WaitingDraft& draft)
{
    const auto& action = draft.action;
    const auto& leaves = action.effective();
    ApprovalView view;
    view.id = text(action.id.text());
    view.channel = action.actionType == "send_chat" ? QStringLiteral("chat") : QStringLiteral("mail");
    view.person = text(draft.contactName);
    view.personTitle = text(draft.contactTitle);
    view.account = text(draft.accountName);
    view.deal = text(draft.dealName);
    view.stage = draft.stage ? stageName(toStage(*draft.stage)) : QString();
    view.dealId = action.opportunityId ? text(action.opportunityId->text()) : QString();
    view.conversationId = action.conversationId ? text(action.conversationId->text()) : QString();
    view.amount = toMoney(draft.value);
    if (draft.waitingSince)
        view.waitingSince = localTime(*draft.waitingSince);
    if (action.approval && action.approval->undoUntil)
        view.leavesAt = localTime(*action.approval->undoUntil);
    if (action.approval && action.approval->sendAt) {
        view.sendAt = localTime(*action.approval->sendAt);
        view.leavesAt = std::max(view.leavesAt, view.sendAt);
    }
    view.own = action.writtenBy.has_value();
    view.stale = draft.stale;
    view.inOutbox = draft.inOutbox;
    view.failed = draft.failed;
    view.leaving = action.status == AgentActionStatus::executing;
    view.address = leaves.to.empty() ? QString() : text(leaves.to.front().address);
    view.inReplyTo = text(leaves.inReplyTo.value_or(""));
    view.subject = text(leaves.subject.value_or(""));
    view.body = text(leaves.body);
    view.why = ruleWords(text(action.rationale));
    view.edited = action.approval && action.approval->editedPayload;
    for (const auto& line : text::lineDiff(action.payload.body, leaves.body))
        view.diff.push_back({int(line.kind), text(line.text)});
    view.findings = toFindings(action.findings, leaves.body);
    return view;
}

AdviceView toAdvice(const AgentPanel& panel)
{
    AdviceView advice;
    const auto& draft = panel.draft;
    if (panel.action) {
        advice.action = ruleWords(text(panel.action->description));
        if (!advice.action.isEmpty() && !QStringLiteral(".?!").contains(advice.action.back()))
            advice.action += u'.';
    }
    advice.sureness = panel.action && panel.confidence ? *panel.confidence : -1;
    for (size_t i = 0; i < panel.reasons.size(); ++i) {
        ReasonView reason {ruleWords(text(panel.reasons[i])), {}};
        if (i < panel.sources.size() && panel.sources[i])
            reason.jump = toQuote(*panel.sources[i]);
        advice.reasons.push_back(std::move(reason));
    }
    if (!draft)
        return advice;
    QStringList to;
    for (const auto& party : draft->payload.to)
        to += text(party.name.empty() ? party.address : party.name);
    advice.draftTo = to.join(QStringLiteral(", "));
    advice.draftTone = draft->personaType == PersonaType::ic ? tr("peer, practical")
        : draft->personaType == PersonaType::cSuite          ? tr("brief, executive")
                                                             : tr("businesslike");
    advice.draftId = text(draft->id.text());
    advice.draftSubject = text(draft->effective().subject.value_or(""));
    advice.draftText = text(draft->effective().body);
    advice.findings = toFindings(draft->findings, draft->effective().body);
    advice.factsLinked = int(draft->evidence.size());
    return advice;
}

DealView toDealView(
    const DealPage& page, const std::vector<FieldHistory>& history, const WorkspaceInfo& info, Timestamp now)
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
    view.summary = ruleWords(text(page.summary));
    if (page.lastRead)
        view.lastReadAt = localTime(*page.lastRead);
    for (size_t i = 0; i < page.timeline.size(); ++i)
        view.timeline.push_back(toTimeline(page.timeline[i], int(page.timeline.size() - i)));
    for (const auto& person : page.people)
        view.people.push_back(toPerson(person));
    view.history = toHistory(history, now);
    view.advice = toAdvice(page.agent);
    view.checks = checksOf(page);
    view.talks = toTalks(page.talks);
    view.meetings = toMeetings(page.meetings);
    view.tasks = toTasks(page.tasks, info);
    view.plan = toPlan(page.accountPlan);
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
    out.row.byPerson = conversation.ownedBy.has_value();
    if (conversation.snoozedUntil && localTime(*conversation.snoozedUntil) > QDateTime::currentDateTime())
        out.row.snoozedUntil = localTime(*conversation.snoozedUntil);
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
        passage.text = flowing(text(message.text));
        passage.quotedText = text(message.quotedText);
        add(std::move(passage));
    }
    QStringList speakers; // in the order in which they first spoke
    for (size_t i = 0; i < view.utterances.size(); ++i) {
        const auto& utterance = view.utterances[i];
        PassageView passage;
        passage.id = text(view.transcriptId.text()) + QStringLiteral("#%1").arg(i);
        passage.author = text(utterance.speaker);
        if (!speakers.contains(passage.author))
            speakers += passage.author;
        passage.speaker = int(speakers.indexOf(passage.author));
        passage.ours = view.utteranceOurs[i];
        passage.offsetMs = utterance.timestampMs;
        passage.at
            = view.meeting ? localTime(view.meeting->scheduledStart).addMSecs(utterance.timestampMs) : QDateTime();
        passage.text = text(utterance.text);
        add(std::move(passage));
    }
    AgentPanel panel;
    panel.draft = view.draft;
    out.advice = toAdvice(panel);
    return out;
}

}
