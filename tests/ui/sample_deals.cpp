// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/theme/theme.hpp"
#include "tests/ui/sample_source.hpp"

namespace agentarmy::app {
namespace {

struct Line {
    const char* account;
    const char* name;
    Stage stage;
    int amount; ///< thousands, in halves where odd: minor units are amount * 50000
    int closeIn;
    RingValues ring;
    int identified, days, usual;
    std::vector<CardBadge> badges;
    const char* next;
    NextKind kind;
    const char* owner;
};

QString ownerName(const QString& initials)
{
    if (initials == QLatin1String("LH"))
        return QStringLiteral("Lena Hartmann");
    return initials == QLatin1String("TS") ? QStringLiteral("Tom Sanders") : QStringLiteral("Asha Kapoor");
}

CardBadge badge(const char* text, int tone) { return {QString::fromUtf8(text), tone}; }

constexpr int noDate = 9999;
const RingValues none {}, one {0, 0, 0, 0, .6f, 0}, three {.8f, .5f, 0, .3f, .8f, .5f},
    four {.9f, .4f, .9f, 0, .9f, .6f}, five {.9f, .35f, .9f, .5f, .9f, .85f}, six {.9f, .9f, .85f, .8f, .9f, .6f};

std::vector<Line> lines()
{
    const auto W = int(Theme::Warn), B = int(Theme::Bad), A = int(Theme::Accent), N = int(Theme::Neutral);
    using enum Stage;
    using enum NextKind;
    return {
        {"Tamarind Hotels", "Energy monitoring", Prospecting, 124, 23, one, 1, 4, 30, {}, "First call today 16:15",
            Meeting, "LH"},
        {"Cobalt Ridge Mining", "Haul road planning", Prospecting, 290, 65, one, 1, 19, 30, {},
            "Answer to site visit mail", Mail, "TS"},
        {"Everline Telecom", "Field crew routing", Prospecting, 176, 51, one, 1, 33, 30, {badge("Stale 16 d", W)},
            "Re-engage with news", Person, "LH"},
        {"Wexford Capital", "Portfolio reporting", Prospecting, 182, noDate, none, 0, 2, 30, {}, "Draft intro ready",
            Draft, "AK"},
        {"Pinehurst Health", "Transport desk", Prospecting, 95, 79, one, 1, 9, 30, {}, "Find operations lead", Person,
            "TS"},
        {"Marlow Ferries", "Crew rosters", Prospecting, 60, 90, one, 1, 12, 30, {}, "Send the overview", Mail, "AK"},
        {"Brightwater Utilities", "Crew dispatch", Discovery, 192, 5, three, 3, 12, 30, {badge("At risk", W)},
            "Call Petra by 12:00", Call, "LH"},
        {"Delmar Payments", "Dispute workflow", Discovery, 268, 33, four, 4, 21, 30, {}, "Discovery call Mon", Meeting,
            "AK"},
        {"Ferrovia Nord", "Track access slots", Discovery, 236, 15, four, 4, 8, 30, {}, "Intro to plant director",
            Person, "LH"},
        {"Redfern Foods", "Cold chain pilot", Discovery, 108, 9, four, 4, 26, 30, {badge("Stale 12 d", W)}, "", None,
            "TS"},
        {"Alder Mutual", "Assessor routing", Discovery, 79, 23, three, 3, 5, 30, {}, "Second call Wed", Meeting, "AK"},
        {"Sable Robotics", "Service windows", Discovery, 140, 40, three, 3, 15, 30, {}, "Write to the plant manager",
            Mail, "TS"},
        {"Castellan Insurance", "Claims field visits", Qualification, 285, 16, six, 6, 17, 45, {},
            "Security review 10:30", Meeting, "LH"},
        {"Halcyon Biotech", "Sample logistics", Qualification, 164, 31, four, 4, 2, 45, {badge("Agent moved", A)},
            "Send business case", Mail, "LH"},
        {"Kestrel Aerospace", "Parts traceability", Qualification, 420, 52, four, 4, 61, 45,
            {badge("Stuck", W), badge("1 contact", N)}, "Reach quality lead", Person, "AK"},
        {"Umbra Security", "Patrol planning", Qualification, 136, 45, three, 3, 11, 45, {}, "Mail on integrations",
            Mail, "TS"},
        {"Tidewater Shipping", "Berth windows", Qualification, 186, 59, six, 6, 29, 45, {}, "Budget question sent",
            Mail, "LH"},
        {"Nordwind Logistics", "Fleet planning rollout", Evaluation, 368, 13, five, 5, 18, 45, {}, "Answer on phasing",
            Answer, "LH"},
        {"Solaris Grid", "Outage response", Evaluation, 520, 14, six, 6, 24, 45, {}, "Pilot read-out Mon", Meeting,
            "AK"},
        {"Vantage Freight", "Dock expansion", Evaluation, 148, 20, five, 5, 15, 45, {}, "Reference call Tue", Call,
            "LH"},
        {"Quarrydale Cement", "Truck turn times", Evaluation, 224, -3, five, 5, 51, 45,
            {badge("Overdue", B), badge("Stuck", W), badge("No champion", W)}, "", None, "TS"},
        {"Halmstad Ports", "Berth planning", Evaluation, 204, 43, five, 5, 31, 45, {badge("Stale 13 d", W)},
            "Find a new champion", Person, "TS"},
        {"Ostrava Steel", "Yard scheduling", Negotiation, 256, -3, six, 6, 22, 30, {badge("Overdue", B)},
            "Terms with legal", Document, "LH"},
        {"Lumen Retail Group", "Store deliveries", Negotiation, 352, 8, six, 6, 13, 30, {}, "Signature expected", Sign,
            "AK"},
        {"Harrow and Finch", "Courier slots", Negotiation, 228, 15, six, 6, 6, 30, {}, "Redlines due Fri", Document,
            "TS"},
        {"Beacon Dairies", "Route planning", Won, 300, -10, six, 6, 0, 0, {}, "", None, "LH"},
        {"Orchard Rail", "Depot rosters", Won, 530, -14, six, 6, 0, 0, {}, "", None, "AK"},
        {"Copperfield Labs", "Sample runs", Lost, 376, -8, three, 3, 0, 0, {}, "", None, "TS"},
        {"Greywater Civil", "Site logistics", Stalled, 588, 60, three, 3, 40, 0, {}, "Ask again in spring", Mail, "LH"},
    };
}

}

std::vector<DealCard> sampleDeals()
{
    std::vector<DealCard> cards;
    for (const auto& line : lines()) {
        DealCard card;
        card.id = QString::fromLatin1(line.account).toLower().section(u' ', 0, 0);
        card.account = QString::fromLatin1(line.account);
        card.accountId = QStringLiteral("account-") + card.id;
        card.name = QString::fromLatin1(line.name);
        card.stage = line.stage;
        card.amount = {qint64(line.amount) * 50000, QStringLiteral("EUR")};
        static constexpr double share[] = {0.1, 0.2, 0.4, 0.6, 0.8, 1, 0, 0.05};
        card.probability = share[int(line.stage)];
        if (line.closeIn != noDate)
            card.closeDate = QDate::currentDate().addDays(line.closeIn);
        if (line.stage == Stage::Won || line.stage == Stage::Lost)
            card.closedOn = QDate::currentDate();
        card.ring = line.ring;
        card.identified = line.identified;
        card.daysInStage = line.days;
        card.usualDays = line.usual;
        card.badges = line.badges;
        card.category = card.stage == Stage::Won || card.stage == Stage::Lost ? -1
            : card.probability >= 0.8                                         ? 0
            : card.probability >= 0.5                                         ? 1
                                                                              : 2;
        for (const auto& each : line.badges)
            card.warnings |= each.text.startsWith(QLatin1String("Stale")) ? DealCard::Stale
                : each.text == QLatin1String("Stuck")                     ? DealCard::Stuck
                                                                          : 0;
        card.atRisk = !line.badges.empty() && line.badges.front().tone >= Theme::Warn;
        for (const auto& one : line.badges)
            card.riskReasons += one.text;
        card.nextAction = QString::fromUtf8(line.next);
        card.nextKind = line.kind;
        card.ownerInitials = QString::fromLatin1(line.owner);
        card.ownerId = card.ownerInitials;
        card.ownerName = ownerName(card.ownerInitials);
        cards.push_back(card);
    }
    return cards;
}

}
