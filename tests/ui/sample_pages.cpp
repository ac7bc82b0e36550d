// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/theme.hpp"
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {
namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

QDateTime ago(int days, int hour, int minute)
{
    return QDateTime(QDate::currentDate().addDays(-days), QTime(hour, minute));
}

const char* const asked
    = "Morning Lena,\nthat is the list. One thing came up with the drivers' council: they want to see one depot work "
      "before they agree to the rest.\n\nCould we start with Hamburg and add the rest by spring?\nAnd can the price "
      "per "
      "vehicle stay the same if Lübeck joins later? I want this clean before 14:00 tomorrow.\n\nBest\nJonas";
const char* const draft
    = "Hi Jonas,\nyes, Hamburg first works well. Vantage Freight started the same way: one depot for six weeks, the "
      "next "
      "four in one step.\n\nI would plan Hamburg for 2 November and decide on the rest with your numbers by mid "
      "December. May I walk Tobias and you through both steps at 14:00 today?\n\nBest, Lena";

Quote quote(const char* text, const char* source, const char* conversation, const char* id)
{
    Quote quote;
    quote.text = s(text);
    quote.sourceType = s("message");
    quote.sourceId = s(id);
    quote.conversationId = s(conversation);
    quote.sourceText = s(source);
    const auto body = QByteArray(
        qstrcmp(id, "m2") == 0 ? asked : "If it does not talk to SAP it is out. We run everything through it.");
    quote.begin = int(std::max<qsizetype>(0, body.indexOf(text)));
    quote.end = quote.begin + int(qstrlen(text));
    return quote;
}

QualificationView row(const char* id, const char* label, const char* value, double confidence,
    std::vector<Quote> quotes, bool bant = false)
{
    QualificationView view;
    view.id = s(id);
    view.label = s(label);
    view.bant = bant;
    view.value = s(value);
    view.confidence = confidence;
    view.identified = confidence >= 0.5;
    view.quotes = std::move(quotes);
    return view;
}

AdviceView sampleAdvice()
{
    AdviceView advice;
    advice.action = s("Answer the phasing question now, then ask Jonas to bring Tobias Renner at 14:00.");
    advice.sureness = 0.72;
    Quote asked;
    asked.sourceId = s("m2");
    asked.conversationId = s("c1");
    advice.reasons = {{s("Jonas has waited 26 hours, five times our usual"), asked},
        {s("Deals with the buyer in the room before Negotiation close 2.1 times as often"), {}},
        {s("The pilot plan of Vantage Freight fits his question"), {}}};
    advice.draftId = s("d1");
    advice.draftTo = s("Jonas Brandt");
    advice.draftTone = s("peer, friendly");
    advice.draftSubject = s("Re: Phasing the rollout");
    advice.draftText = s(draft);
    advice.passedChecks = 12;
    advice.factsLinked = 2;
    return advice;
}

}

DealView sampleDealPage(const DealCard& card)
{
    DealView view;
    view.card = card;
    view.forecast = s("Best case");
    static constexpr const char* notes[] = {"9 d", "21 d", "26 d"};
    for (int i = 0; i <= int(Stage::Won); ++i) {
        StageStep step;
        step.stage = Stage(i);
        step.state = i < int(card.stage) ? 0 : i == int(card.stage) ? 1 : 2;
        if (step.state == 0 && i < 3)
            step.note = s(notes[i]);
        if (step.state == 1)
            step.note = s("day %1 of about %2").arg(card.daysInStage).arg(card.usualDays);
        if (step.state == 2 && i == int(card.stage) + 1)
            step.note = s("1 proof missing"), step.warns = true;
        view.path.push_back(step);
    }
    const auto phased = quote("Could we start with Hamburg and add the rest by spring?", "Mail, yesterday", "c1", "m2");
    const auto sap = quote("If it does not talk to SAP it is out.", "12:41 in meeting", "c9", "u2");
    view.qualification = {row("metrics", "Metrics", "From 18 to 6 planner-days a week", 0.9,
                              {quote("Two days per week on replanning", "Chat, 9 Sep", "c2", "m9"), phased, sap, sap}),
        row("economic_buyer", "Economic buyer", "Tobias Renner, CFO?", 0.35,
            {quote("Anything over 150 goes past Tobias", "Mail, 1 Sep", "c1", "m1")}),
        row("decision_criteria", "Decision criteria", "SAP link, works council, by depot", 0.9,
            {sap, phased, phased, phased, phased}),
        row("decision_process", "Decision process", "Pilot, procurement, board on 6 Oct", 0.5,
            {quote("Board reads it on the sixth", "28:05 in meeting", "c9", "u3"), sap}),
        row("pain", "Pain", "Late departures cost € 40k per month", 0.9,
            {quote("Forty thousand a month in penalties", "Mail, 26 Aug", "c1", "m1"), sap, sap, sap, sap, sap}),
        row("champion", "Champion", "Jonas Brandt, Head of Operations", 0.85,
            {quote("I will defend this in the steering group", "33:10 in meeting", "c9", "u4"), sap, sap}),
        row("budget", "Budget", "€ 150-200k", 0.8, {quote("Anything over 150", "Mail, 1 Sep", "c1", "m1")}, true),
        row("authority", "Authority", "", 0.35, {}, true), row("need", "Need", "Replanning", 0.9, {sap, sap}, true),
        row("timeline", "Timeline", "Live by 2 Nov", 0.85, {phased}, true)};
    view.qualification[4].locked = true;
    view.qualification[7].quotes.clear();
    view.summary = s("Tobias Renner (CFO) is likely the economic buyer, but no quote proves it. The 14:00 meeting is "
                     "the moment to ask.");
    view.lastReadAt = ago(0, 7, 51);
    const auto item = [&](const char* id, const char* kind, const char* title, const char* text, const char* note,
                          QDateTime at, Quote jump = {}) {
        view.timeline.push_back({s(id), s(kind), s(title), s(text), at, s(note), jump});
    };
    item("t1", "agent", "Agent drafted an answer", "Waiting for your approval", "", ago(0, 8, 2));
    item("t2", "mail", "Jonas Brandt",
        "Could we start with Hamburg and add the rest by spring? The drivers' council wants to see one depot work "
        "first.",
        "Mail", ago(1, 7, 48), phased);
    item("t3", "meeting", "Operations deep dive", "3 proofs found: metrics, criteria, champion", "Meeting, 47 min",
        ago(2, 15, 0), sap);
    item("t4", "change", "Lena set close date", "9 Oct to 30 Sep", "Change", ago(2, 16, 20));
    item("t5", "agent", "Agent filled 2 fields", "Budget and decision process, each with a quote", "", ago(6, 11, 17));
    item("t6", "mail", "Petra Wolff, Procurement", "Please send the framework contract and your data processing annex.",
        "Mail", ago(6, 11, 15), phased);
    item(
        "t7", "chat", "Jonas Brandt", "Nine planners, two days per week on replanning.", "Chat", ago(8, 10, 0), phased);
    item("t8", "change", "Lena set amount", "€ 160,000 to € 184,000", "Change", ago(9, 10, 0));
    view.people
        = {{s("p1"), s("Tobias Renner"), s("CFO"), s("t@nordwind.example"), s("TR"), s("Decision maker"), 9, 8, 3, {}},
            {s("p2"), s("Jonas Brandt"), s("Head of Operations"), s("j@nordwind.example"), s("JB"), s("Champion"), 6, 7,
                8, ago(1, 7, 48)},
            {s("p3"), s("Petra Wolff"), s("Procurement"), s("p@nordwind.example"), s("PW"), s("Gatekeeper"), 4, 5, 4,
                ago(6, 11, 15)}};
    view.history = {{s("h1"), s("Lena Hartmann"), s("Close date"), s("9 Oct"), s("30 Sep"), s(""), ago(2, 16, 20),
                        false, true, true, s("1")},
        {s("h2"), s("Agent"), s("Budget"), s(""), s("€ 150-200k"), s("Read in the mail of Jonas Brandt"),
            ago(6, 11, 17), true, false, false, s("2")},
        {s("h3"), s("Lena Hartmann"), s("Amount"), s("€ 160,000"), s("€ 184,000"), s(""), ago(9, 10, 0), false, true,
            true, s("3")}};
    view.people[0].roleKeys = {s("decision_maker")};
    view.people[1].roleKeys = {s("champion")};
    view.people[2].roleKeys = {s("gatekeeper")};
    view.history.push_back({s("4-name"), s("Import"), s("Name"), s("Fleet planning"), s("Fleet planning rollout"),
        s(""), ago(30, 10, 0), false, false, true, s("4")});
    view.advice = sampleAdvice();
    view.talks = {
        {s("c1"), s("Phasing the rollout"), s("Could we start with Hamburg?"), s("email"), s("ours"), ago(1, 7, 48), 2},
        {s("c2"), s("Framework contract"), s("Please send the framework contract"), s("email"), s("theirs"),
            ago(6, 11, 15), 4}};
    view.meetings = {{s("c9"), s("Operations deep dive"), ago(2, 15, 0), 47,
        {{s("Jonas Brandt"), false, 0.58, 1}, {s("Lena Hartmann"), true, 0.31, 0},
            {s("Petra Wolff"), false, 0.11, 2}}}};
    view.tasks = {{s("k1"), s("Send the reference of Vantage Freight"), s("Lena Hartmann"),
                      QDate::currentDate().addDays(-1), false},
        {s("k2"), s("Ask Tobias for the business case"), s("Lena Hartmann"), QDate::currentDate().addDays(4), false},
        {s("k3"), s("Book the deep dive"), s("Lena Hartmann"), QDate(), true}};
    view.plan.mood = s("The tone is friendly");
    view.plan.moodTone = int(Theme::Good);
    view.plan.notes = {{s("Asked to start with Hamburg and to keep the price per vehicle."), s("email"), ago(1, 7, 48),
                           int(Theme::Good)},
        {s("Deep dive with planners: SAP link, works council, rollout by depot."), s("meeting"), ago(2, 15, 0), 0}};
    view.plan.events = {s("The drivers' council wants to see one depot work first")};
    view.plan.technologies = {s("SAP"), s("TomTom Telematics")};
    return view;
}

std::vector<ConversationRow> sampleConversations()
{
    const auto hours = [](int n) { return QDateTime::currentDateTime().addSecs(-3600 * n); };
    std::vector<ConversationRow> rows {
        {s("c1"), s("Jonas Brandt"), s("JB"), s("Nordwind Logistics"), s("Phasing the rollout"),
            s("Could we start with Hamburg and add the rest by spring?"), s("mail"), s("ours"), false, true, hours(26)},
        {s("c2"), s("Petra Lindqvist"), s("PL"), s("Brightwater Utilities"), s("Shortlist on Friday"),
            s("We close the list on Friday noon, so please send your numbers"), s("mail"), s("ours"), false, true,
            hours(3)},
        {s("c3"), s("Sofia Keller"), s("SK"), s("Castellan Insurance"), s("Security questionnaire"),
            s("Attached are the 41 questions from our security team"), s("mail"), s("ours"), false, true, hours(2)},
        {s("c4"), s("Rafael Mendes"), s("RM"), s("Redfern Foods"), s("Commercial terms"),
            s("With 15 % off we could sign in the next two weeks"), s("mail"), s("theirs"), true, false, hours(30)},
        {s("c5"), s("Diego Ferrer"), s("DF"), s("Tamarind Hotels"), s("booked for 16:15"), s("See you then."),
            s("chat"), s("theirs"), false, false, hours(40)},
        {s("c9"), s("Operations deep dive"), s("OD"), s("Nordwind Logistics"), s("47 min"), s("3 people"), s("meeting"),
            s("none"), false, false, hours(60)}};
    return rows;
}

ConversationView sampleConversation(const QString& id)
{
    ConversationView view;
    for (const auto& row : sampleConversations())
        if (row.id == id)
            view.row = row;
    view.dealId = s("nordwind");
    view.dealLine = s("Fleet planning rollout · Evaluation · € 184,000");
    const auto say = [&](const char* pid, const char* author, const char* initials, const char* title, bool ours,
                         QDateTime at, qint64 offset, const char* text) {
        view.passages.push_back(
            {s(pid), s(author), s(initials), s(title), ours, at, offset, ours ? 0 : 1, s(text), {}, {}, {}});
    };
    if (id == QLatin1String("c9")) {
        view.spoken = true;
        say("u1", "Lena Hartmann", "LH", "", true, ago(2, 15, 0), 728000,
            "What would have to be true for this to work for you?");
        say("u2", "Jonas Brandt", "JB", "Head of Operations", false, ago(2, 15, 0), 761000,
            "If it does not talk to SAP it is out. We run everything through it.");
        say("u3", "Jonas Brandt", "JB", "Head of Operations", false, ago(2, 15, 0), 1685000,
            "Pilot first, then procurement. Board reads it on the sixth.");
        say("u4", "Jonas Brandt", "JB", "Head of Operations", false, ago(2, 15, 0), 1990000,
            "I will defend this in the steering group.");
        return view;
    }
    say("m1", "Lena Hartmann", "LH", "", true, ago(2, 17, 20), -1,
        "Thank you for the deep dive today. I noted three things that must hold: the SAP link, approval by the works "
        "council, and a rollout depot by depot.");
    say("m2", "Jonas Brandt", "JB", "Head of Operations", false, ago(1, 7, 48), -1, asked);
    view.passages[1].readings = {s("Timeline 85 %")};
    view.passages[1].quotes = {quote("Could we start with Hamburg and add the rest by spring?", "", "c1", "m2")};
    if (view.row.hasDraft)
        view.advice = sampleAdvice();
    view.advice.findings = {{s("€ 38 per vehicle has no source"), s("Link a price sheet, or take the sentence out"),
        int(Theme::Warn), true}};
    return view;
}

std::vector<ApprovalView> sampleApprovals()
{
    std::vector<ApprovalView> list;
    const auto add = [&](const char* id, const char* person, const char* title, const char* account, const char* deal,
                         const char* stage, qint64 amount, int hours, const char* why, const char* body) {
        ApprovalView view;
        view.id = s(id);
        view.channel = s("mail");
        view.person = s(person);
        view.personTitle = s(title);
        view.account = s(account);
        view.deal = s(deal);
        view.stage = s(stage);
        static const std::map<QString, QString> talks {{s("d1"), s("c1")}, {s("d3"), s("c2")}, {s("d4"), s("c4")}};
        const auto talk = talks.find(view.id);
        view.conversationId = talk == talks.end() ? QString() : talk->second;
        if (amount > 0)
            view.amount = {amount * 100, s("EUR")};
        view.waitingSince = QDateTime::currentDateTime().addSecs(-hours * 3600 - 60);
        view.address = s("someone@customer.example");
        view.subject = s("Re: Phasing the rollout");
        view.body = s(body);
        view.why = s(why);
        for (const auto& line : view.body.split(u'\n'))
            view.diff.push_back({0, line});
        list.push_back(std::move(view));
    };
    add("d1", "Jonas Brandt", "Head of Operations", "Nordwind Logistics", "Fleet planning rollout", "Evaluation",
        184000, 26, "He asked two questions 26 hours ago and needs both before 14:00.", draft);
    auto& first = list.front();
    first.findings.push_back({s("€ 38 per vehicle has no source. Link a price sheet, or take the sentence out."), {},
        int(Theme::Warn), true});
    first.edited = true;
    const QString was = s("The price per vehicle drops to € 36 when Lübeck joins.");
    const QString now = s("The price per vehicle stays at € 38 when Lübeck joins.");
    first.diff.insert(first.diff.begin() + 3, {{1, was}, {2, now}, {0, QString()}});
    auto lines = first.body.split(u'\n');
    lines.insert(3, QString());
    lines.insert(3, now);
    first.body = lines.join(u'\n');
    add("d2", "Tobias Renner", "CFO", "Nordwind Logistics", "Fleet planning rollout", "Evaluation", 184000, 5,
        "He was named as the one who signs; nobody of us has written to him yet.",
        "Hello Tobias,\n\nJonas mentioned that you look at the business case. May I show you both steps at "
        "14:00?\n\nBest regards\nLena");
    add("d3", "Ines Duarte", "Procurement lead", "Solaris Grid", "Site scheduling", "Negotiation", 260000, 2,
        "She asked for the offer again, with the second site in it.",
        "Hello Ines,\n\nthe offer with both sites is on its way. What else does your committee need on "
        "Thursday?\n\nBest regards\nLena");
    add("d4", "Rafael Mendes", "", "Redfern Foods", "", "", 0, 1, "He thanked for the slot map and asked when to talk.",
        "Hello Rafael,\n\ndoes Tuesday at ten suit you?\n\nLena");
    return list;
}

}
