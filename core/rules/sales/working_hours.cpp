// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/rules/sales/working_hours.hpp"

#include <algorithm>

namespace agentarmy::sales {

double workingHoursBetween(const TenantSettings& settings, const Zone& zone, Timestamp from, Timestamp to)
{
    using namespace std::chrono;
    if (to <= from)
        return 0;
    from = std::max(from, to - days(3 * 366));
    const auto last = zone.localDate(to);
    double hours = 0;
    for (auto date = zone.localDate(from); date <= last; date = addDays(date, 1)) {
        const auto index = weekday(sys_days(date)).iso_encoding() - 1;
        if (index >= settings.workingHours.size() || !settings.workingHours[index]
            || std::find(settings.holidays.begin(), settings.holidays.end(), date) != settings.holidays.end())
            continue;
        const auto& day = *settings.workingHours[index];
        const auto begin = std::max(from, zone.toUtc(date, minutes(day.from)));
        const auto end = std::min(
            to, day.to >= 1440 ? zone.toUtc(addDays(date, 1), minutes(0)) : zone.toUtc(date, minutes(day.to)));
        if (end > begin)
            hours += duration<double, std::ratio<3600>>(end - begin).count();
    }
    return hours;
}
}
