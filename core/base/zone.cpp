// SPDX-License-Identifier: AGPL-3.0-or-later
#include "core/base/zone.hpp"

#include <date/tz.h>

namespace agentarmy {
namespace {
const date::time_zone* held(const void* zone) { return static_cast<const date::time_zone*>(zone); }
std::chrono::milliseconds offsetAt(const void* zone, Timestamp time)
{
    return zone ? std::chrono::milliseconds(held(zone)->get_info(time).offset) : std::chrono::milliseconds(0);
}
}

Zone::Zone() = default;

Result<Zone> Zone::find(std::string_view ianaName)
{
    Zone zone;
    if (ianaName == "UTC" || ianaName == "Etc/UTC" || ianaName.empty())
        return zone;
    try {
        zone.m_zone = date::locate_zone(std::string(ianaName));
        zone.m_name = ianaName;
        return zone;
    } catch (const std::exception&) {
        return fail(
            {ErrorKind::invalid, "invalid_time_zone", "Unknown time zone: " + std::string(ianaName.substr(0, 60)), {}});
    }
}

Date Zone::localDate(Timestamp time) const { return utcDate(time + offsetAt(m_zone, time)); }

std::chrono::minutes Zone::localMinuteOfDay(Timestamp time) const
{
    const auto local = time + offsetAt(m_zone, time);
    return std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

Timestamp Zone::toUtc(Date day, std::chrono::minutes sinceMidnight) const
{
    const auto naive = startOfDayUtc(day) + sinceMidnight;
    if (!m_zone)
        return naive;
    const date::local_time<std::chrono::milliseconds> local(naive.time_since_epoch());
    const auto info = held(m_zone)->get_info(local);
    if (info.result == date::local_info::nonexistent)
        return std::chrono::time_point_cast<std::chrono::milliseconds>(info.second.begin);
    return naive - std::chrono::milliseconds(info.first.offset);
}
}
