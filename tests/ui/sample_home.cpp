// SPDX-License-Identifier: AGPL-3.0-or-later
// Home as it is drawn.
#include "app/theme/theme.hpp"
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {
namespace {
QString s(const char* words) { return QString::fromUtf8(words); }

HomeActionView action(const char* id, HomeActionView::Kind kind, const char* person, const char* account,
    const char* deal, const char* dealId, qint64 amount, int waitedHours, const char* why)
{
    HomeActionView view;
    view.id = s(id);
    view.kind = kind;
    view.person = s(person);
    view.account = s(account);
    view.deal = s(deal);
    view.dealId = s(dealId);
    view.amount = {amount * 100, s("EUR")};
    view.why = s(why);
    view.conversationId = s("c1");
    view.channel = s("mail");
    if (waitedHours > 0)
        view.waitingSince = QDateTime::currentDateTime().addSecs(-waitedHours * 3600 - 60);
    return view;
}

DeedView deed(const char* id, DeedView::Kind kind, int count, QStringList names, int hoursAgo)
{
    DeedView view;
    view.id = s(id);
    view.kind = kind;
    view.count = count;
    view.names = std::move(names);
    view.at = QDateTime::currentDateTime().addSecs(-hoursAgo * 3600);
    return view;
}
}

HomeView sampleHome()
{
    using Kind = HomeActionView::Kind;
    HomeView home;
    home.empty = false;
    home.ownOnly = true;
    auto first = action("a1", Kind::Answer, "Jonas Brandt", "Nordwind Logistics", "Fleet planning rollout", "nordwind",
        184000, 26,
        "He asked whether depots can go live one by one. His last two questions were about timing, so a clear answer "
        "keeps the 30 September close.");
    first.subject = s("Phasing the rollout");
    first.stage = stageName(Stage::Evaluation);
    first.quote.text = s("Could we start with Hamburg and add the rest by spring?");
    first.quote.conversationId = s("c1");
    first.quote.sourceText = s("Mail, Wed");
    first.draftId = s("d2");
    home.actions.push_back(first);
    home.actions.push_back(action("a2", Kind::Call, "Petra Lindqvist", "Brightwater Utilities", "Meter routes",
        "brightwater", 96000, 0, "Two rivals left; no contact with the economic buyer yet."));
    auto third = action("a3", Kind::Write, "Sofia Keller", "Castellan Insurance", "Claims logistics", "castellan",
        72500, 4, "The CISO said yes on Tuesday, nothing is booked since.");
    third.draftId = s("d3");
    third.warnings = 1;
    home.actions.push_back(third);
    auto fourth = action("a4", Kind::TakeOver, "Amara Osei", "Halcyon Biotech", "Reagent demand", "halcyon", 41000, 0,
        "She asked for a discount, and that is for a person to say.");
    fourth.draftId = s("d1");
    fourth.warnings = 1;
    fourth.blocked = true;
    home.actions.push_back(fourth);
    home.actions.push_back(action("a5", Kind::FollowUp, "Matteo Ricci", "Ferrovia Nord", "Depot pilot", "ferrovia",
        18500, 0, "Champion confirmed, authority still open."));
    home.actionCount = int(home.actions.size());
    home.moved = {{41'200'000, s("EUR")}};
    for (const auto& card : sampleDeals())
        if (!card.badges.empty() && card.badges.front().tone >= Theme::Warn && home.attention.size() < 7)
            home.attention.push_back({card.id, card, card.riskReasons.value(0, s("The close date is past"))});
    home.attentionCount = int(home.attention.size());
    const auto gauge = [&](const char* type, double current, double target, const char* currency, int tone) {
        GaugeView view;
        view.type = s(type);
        view.current = current;
        view.target = target;
        view.currency = s(currency);
        view.share = target > 0 ? std::min(1.0, current / target) : 0;
        view.pace = 0.85;
        view.tone = tone;
        home.gauges.push_back(view);
    };
    gauge("revenue", 41'500'000, 56'000'000, "EUR", Theme::Warn);
    gauge("activity", 19, 24, "", Theme::Warn);
    gauge("pipeline", 110'000'000, -1, "EUR", Theme::Neutral);
    const auto today = QDate::currentDate();
    home.periodStart = QDate(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    home.periodEnd = home.periodStart.addMonths(3).addDays(-1);
    home.daysLeft = int(today.daysTo(home.periodEnd));
    home.since = QDateTime(today.addDays(-1), QTime(18, 40));
    home.deeds = {deed("e1", DeedView::Kind::Drafted, 6, {s("Jonas Brandt"), s("Tobias Renner"), s("Sofia Keller")}, 1),
        deed("e2", DeedView::Kind::Filled, 9, {s("Fleet planning rollout"), s("Claims logistics")}, 2),
        deed("e3", DeedView::Kind::Found, 1, {s("Depot pilot")}, 9)};
    home.deeds[0].more = 3;
    auto moved = deed("e4", DeedView::Kind::Moved, 1, {s("Reagent demand")}, 14);
    moved.stage = stageName(Stage::Qualification);
    moved.dealId = s("halcyon");
    home.deeds.push_back(moved);
    home.deeds.push_back(deed("e5", DeedView::Kind::HeldBack, 1, {s("Amara Osei")}, 15));
    return home;
}

QFuture<Answer<std::vector<InsightView>>> SampleSource::insights()
{
    return later<std::vector<InsightView>>(QStringLiteral("insights"), [this]() -> Answer<std::vector<InsightView>> {
        std::vector<InsightView> open, answered;
        int days = 0;
        for (const auto& [id, card] : m_cards) {
            if (card.riskReasons.isEmpty() || card.stage > Stage::Negotiation)
                continue;
            InsightView view;
            view.id = id;
            view.card = card;
            view.title = card.riskReasons.front();
            view.more = card.riskReasons.mid(1);
            view.severity = card.riskReasons.front() == QLatin1String("Overdue") ? 2 : 1;
            view.since = QDateTime::currentDateTime().addDays(-(days++ % 12));
            if (const auto found = m_answers.find(id); found != m_answers.end()) {
                view.answer = found->second.first;
                view.until = found->second.second;
            }
            (view.answer.isEmpty() ? open : answered).push_back(view);
        }
        std::ranges::sort(open, std::greater(), &InsightView::since);
        open.insert(open.end(), answered.begin(), answered.end());
        return open;
    });
}

QFuture<Answer<Receipt>> SampleSource::answerInsight(
    const QString& dealId, const QString& answer, const QDateTime& until)
{
    return later<Receipt>(QStringLiteral("answerInsight"), [this, dealId, answer, until]() -> Answer<Receipt> {
        if (answer.isEmpty())
            m_answers.erase(dealId);
        else
            m_answers[dealId] = {answer, until};
        QTimer::singleShot(0, this, [this] { Q_EMIT insightsChanged(); });
        return Receipt {};
    });
}

}
