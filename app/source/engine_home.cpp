// SPDX-License-Identifier: AGPL-3.0-or-later
// The engine's Home as the page shows it, and the alerts.
#include "app/format/formats.hpp"
#include "app/format/rule_words.hpp"
#include "app/source/engine_parts.hpp"
#include "app/source/heap.hpp"
#include "app/theme/theme.hpp"
#include "core/engine/home/insights.hpp"
#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

namespace agentarmy::app {
namespace {

/// "Re: AW: Prices" is about prices.
QString withoutReply(const QString& subject)
{
    static const QRegularExpression prefix(
        QStringLiteral("^\\s*((re|aw|fw|fwd|wg|antw|sv|vs|tr|r|rif)(\\[\\d+\\])?\\s*:\\s*)+"),
        QRegularExpression::CaseInsensitiveOption);
    return QString(subject).remove(prefix).simplified();
}

HomeActionView toAction(const HomeAction& action)
{
    using Kind = HomeActionView::Kind;
    const auto& item = action.item;
    HomeActionView view;
    view.id = text(item.conversationId.text()) + u'/' + text(item.contactId.text());
    const bool waits = item.waitingSince.has_value();
    switch (item.action.actionType) {
    case ActionType::escalate:
        view.kind = Kind::TakeOver;
        break;
    case ActionType::scheduleCall:
        view.kind = Kind::Call;
        break;
    case ActionType::followUp:
    case ActionType::wait:
        view.kind = waits ? Kind::Answer : Kind::FollowUp;
        break;
    case ActionType::sendEmail:
    case ActionType::sendChat:
        view.kind = waits ? Kind::Answer : Kind::Write;
        break;
    }
    view.channel = item.action.actionType == ActionType::sendChat ? QStringLiteral("chat") : QStringLiteral("mail");
    view.person = text(item.contactName);
    view.account = text(item.accountName);
    view.deal = text(item.dealName);
    view.subject = withoutReply(text(item.subject));
    view.stage = item.stage ? stageName(toStage(*item.stage)) : QString();
    view.what = ruleWords(text(item.action.description));
    view.why = ruleWords(text(action.why));
    view.amount = toMoney(item.value);
    if (item.waitingSince)
        view.waitingSince = localTime(*item.waitingSince);
    if (action.quote)
        view.quote = toQuote(*action.quote);
    view.draftId = item.draftId ? text(item.draftId->text()) : QString();
    view.dealId = item.opportunityId ? text(item.opportunityId->text()) : QString();
    view.conversationId = text(item.conversationId.text());
    view.warnings = action.warnings;
    view.blocked = action.blocked;
    return view;
}

GaugeView toGauge(const GoalGauge& gauge)
{
    GaugeView view;
    view.type = text(enumText(gauge.type));
    view.current = gauge.current;
    view.currency = text(gauge.currency);
    MoneySums beside;
    for (const auto& sum : gauge.others)
        beside[text(sum.currency)] += sum.amountMinor;
    if (!beside.empty())
        view.beside = Formats().shortSums(beside);
    if (!gauge.target)
        return view;
    view.target = *gauge.target;
    view.share = *gauge.target > 0 ? std::clamp(gauge.current / *gauge.target, 0.0, 1.0) : 0;
    if (const auto& progress = gauge.progress) {
        view.pace = progress->timeFraction;
        view.forecast = gauge.type == GoalType::pipeline ? -1 : progress->forecast.value_or(-1);
        if (progress->gauge)
            view.tone = *progress->gauge == intelligence::GoalProgress::Gauge::green ? Theme::Good
                : *progress->gauge == intelligence::GoalProgress::Gauge::amber       ? Theme::Warn
                                                                                     : Theme::Bad;
    }
    return view;
}

DeedView toDeed(const AgentDeed& deed)
{
    DeedView view;
    view.kind = DeedView::Kind(int(deed.kind)); // both in the same order
    view.count = deed.count;
    for (const auto& name : deed.names)
        view.names += text(name);
    view.more = deed.more;
    view.stage = deed.stage ? stageName(toStage(*deed.stage)) : QString();
    view.dealId = deed.opportunityId ? text(deed.opportunityId->text()) : QString();
    view.at = localTime(deed.at);
    view.id = QStringLiteral("%1-%2")
                  .arg(int(deed.kind))
                  .arg(deed.kind == AgentDeed::Kind::moved ? view.dealId : QString());
    return view;
}

static_assert(int(AgentDeed::Kind::planned) == int(DeedView::Kind::Planned)
    && int(AgentDeed::Kind::filled) == int(DeedView::Kind::Filled));
}

HomeView toHome(const Home& home)
{
    HomeView view;
    view.ownOnly = home.ownOnly;
    for (const auto& action : home.actions)
        view.actions.push_back(toAction(action));
    view.actionCount = home.actionCount;
    for (const auto& sum : home.moved)
        view.moved.push_back(toMoney(std::optional(sum)));
    for (const auto& each : home.attention) {
        AttentionView attention;
        attention.card = toCard(each.card);
        attention.id = attention.card.id;
        attention.reason = each.reason ? reasonText(*each.reason, each.card) : QString();
        view.attention.push_back(std::move(attention));
    }
    view.attentionCount = home.attentionCount;
    for (const auto& gauge : home.goals)
        view.gauges.push_back(toGauge(gauge));
    const auto day
        = [](Date date) { return QDate(int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))); };
    view.periodStart = day(home.period.days.first);
    view.periodEnd = day(home.period.days.last);
    view.daysLeft = int(QDate::currentDate().daysTo(view.periodEnd));
    std::set<QString> said;
    for (const auto& deed : home.deeds)
        if (auto line = toDeed(deed); said.insert(line.id).second) // the newest move of a deal
            view.deeds.push_back(std::move(line));
    if (home.since)
        view.since = localTime(*home.since);
    view.empty = home.isEmpty;
    return view;
}

InsightView toInsight(const Insight& insight)
{
    InsightView view;
    view.card = toCard(insight.card);
    view.id = view.card.id;
    view.title = reasonText(insight.alerts.front().reason, insight.card);
    for (size_t i = 1; i < insight.alerts.size(); ++i)
        view.more += reasonText(insight.alerts[i].reason, insight.card);
    view.severity = int(insight.alerts.front().severity);
    auto since = insight.alerts.front().since;
    for (const auto& alert : insight.alerts)
        since = std::max(since, alert.since);
    view.since = localTime(since);
    if (insight.answer)
        view.answer = text(enumText(*insight.answer));
    if (insight.until)
        view.until = localTime(*insight.until);
    return view;
}

QFuture<Answer<std::vector<InsightView>>> EngineSource::insights()
{
    return reading<std::vector<InsightView>>([](Engine& engine) -> Answer<std::vector<InsightView>> {
        const auto insights = loadInsights(*engine.store, engine.context, *engine.info(), engine.clock.now());
        if (!insights)
            return failed(insights);
        std::vector<InsightView> views;
        for (const auto* list : {&insights->open, &insights->answered})
            for (const auto& each : *list)
                views.push_back(toInsight(each));
        return views;
    }).then(heapGivenBack<std::vector<InsightView>>);
}

QFuture<Answer<Receipt>> EngineSource::answerInsight(
    const QString& dealId, const QString& answer, const QDateTime& until)
{
    return QtConcurrent::run(&m_writer, [this, dealId, answer, until]() -> Answer<Receipt> {
        auto& engine = *m_engine;
        const auto id = idOf<Opportunity>(dealId);
        if (!id)
            return failed(id);
        std::optional<InsightAnswer> said;
        if (!answer.isEmpty()) {
            const auto read = parseEnum<InsightAnswer>(answer.toStdString());
            if (!read)
                return tl::unexpected(
                    Problem {QStringLiteral("validation_failed"), QStringLiteral("There is no such answer.")});
            said = *read;
        }
        const auto moment
            = until.isValid() ? std::optional(fromMillis(until.toMSecsSinceEpoch())) : std::optional<Timestamp>();
        const auto done = agentarmy::answerInsight(
            *engine.store, engine.context, *engine.info(), *id, said, moment, engine.clock.now());
        if (!done)
            return failed(done);
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT insightsChanged(); }, Qt::QueuedConnection);
        return Receipt {};
    });
}

}
