// SPDX-License-Identifier: AGPL-3.0-or-later
#include "app/format/political_map.hpp"
#include <QCoreApplication>
#include <cmath>

namespace agentarmy::app {
namespace {

constexpr size_t mostPeople = 40;
constexpr int bestScore = 10, strongPower = 7, weakRelation = 4, silentDays = 30;

QString tr(const char* words) { return QCoreApplication::translate("PoliticalMap", words); }

QString names(const QStringList& list)
{
    constexpr int shown = 3;
    const auto first = list.mid(0, shown).join(QStringLiteral(", "));
    return list.size() > shown ? tr("%1 and %2 more").arg(first).arg(list.size() - shown) : first;
}
}

std::vector<MapPlace> placePeople(const std::vector<PersonView>& people, double aspect, double apart)
{
    std::vector<const PersonView*> order;
    for (const auto& person : people)
        order.push_back(&person);
    std::ranges::stable_sort(order, [](const PersonView* a, const PersonView* b) {
        return std::tuple(a->decisionPower, a->influence, b->id) > std::tuple(b->decisionPower, b->influence, a->id);
    });
    if (order.size() > mostPeople)
        order.resize(mostPeople);
    std::vector<MapPlace> places;
    const auto isFree = [&](double x, double y) {
        return std::ranges::none_of(places, [&](const MapPlace& place) {
            return std::hypot((place.x - x) * aspect, place.y - y) < apart;
        });
    };
    for (const auto* person : order) {
        const double x = std::clamp(person->influence, 0, bestScore) / double(bestScore);
        const double y = std::clamp(person->decisionPower, 0, bestScore) / double(bestScore);
        MapPlace place {person->id, x, y};
        // Outward in rings, until one is free; the map has room for 40 at this distance.
        bool found = isFree(x, y);
        for (int ring = 1; !found && ring < 60; ++ring) {
            const int steps = 8 * ring;
            for (int step = 0; !found && step < steps; ++step) {
                const double angle = 2 * M_PI * step / steps;
                const double radius = ring * apart / 2;
                const double nx = x + std::cos(angle) * radius / aspect, ny = y + std::sin(angle) * radius;
                if (nx < 0 || nx > 1 || ny < 0 || ny > 1 || !isFree(nx, ny))
                    continue;
                place.x = nx, place.y = ny;
                found = true;
            }
        }
        if (found)
            places.push_back(place);
    }
    return places;
}

QStringList mapGaps(const std::vector<PersonView>& people, QDate today)
{
    QStringList gaps;
    if (people.empty())
        return gaps;
    const auto any = [&](auto has) { return std::ranges::any_of(people, has); };
    if (!any([](const PersonView& each) { return each.roleKeys.contains(QLatin1String("decision_maker")); }))
        gaps += tr("Nobody is known who decides.");
    if (!any([](const PersonView& each) { return each.roleKeys.contains(QLatin1String("champion")); }))
        gaps += tr("Nobody speaks for us inside yet.");
    QStringList silent, cold;
    int talking = 0;
    for (const auto& each : people) {
        const bool recent = each.lastAt.isValid() && each.lastAt.date().daysTo(today) <= silentDays;
        talking += recent;
        if (each.decisionPower < strongPower)
            continue;
        if (!recent)
            silent += each.name;
        else if (each.relationship < weakRelation)
            cold += each.name;
    }
    if (!silent.isEmpty())
        gaps += tr("No word in %1 days with %2, who can decide.").arg(silentDays).arg(names(silent));
    if (!cold.isEmpty())
        gaps += tr("We hardly know %1, who can decide.").arg(names(cold));
    if (talking == 1)
        gaps += tr("Only one person speaks with us.");
    return gaps;
}

}
