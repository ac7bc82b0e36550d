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

std::vector<MapPlace> placePeople(const std::vector<PersonView>& people, double width, double height)
{
    std::vector<const PersonView*> order;
    order.reserve(people.size());
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
            return std::abs(place.x - x) < placeWidth && std::abs(place.y - y) < placeHeight;
        });
    };
    // Outward in rings of growing size, until a place is free.
    const auto place = [&](const QString& id, double x, double y) {
        const double reach = std::max(width, height);
        constexpr double step = 6;
        const int rings = int(reach / step);
        for (int ring = 0; ring <= rings; ++ring) {
            const double radius = ring * step;
            const int around = std::max(1, int(2 * M_PI * radius / step));
            for (int i = 0; i < around; ++i) {
                const double angle = 2 * M_PI * i / around;
                const double nx = x + std::cos(angle) * radius, ny = y + std::sin(angle) * radius;
                if (nx >= 0 && nx <= width && ny >= 0 && ny <= height && isFree(nx, ny))
                    return places.push_back({id, nx, ny});
            }
        }
    };
    for (const auto* person : order)
        place(person->id, std::clamp(person->influence, 0, bestScore) * width / bestScore,
            height - std::clamp(person->decisionPower, 0, bestScore) * height / bestScore);
    return places;
}

QStringList mapGaps(const std::vector<PersonView>& people, QDate today)
{
    QStringList gaps;
    if (people.empty())
        return gaps;
    const auto any = [&](auto has) { return std::ranges::any_of(people, has); };
    if (!any([](const PersonView& each) {
            return each.decisionPower >= strongPower || each.roleKeys.contains(QLatin1String("decision_maker"));
        }))
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
