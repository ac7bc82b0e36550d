// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once
#include "core/base/time.hpp"

namespace agentarmy {

/// A time zone by its IANA name. Cheap to copy; the data is loaded once by the date library and never changes.
class Zone {
public:
    Zone(); ///< UTC
    [[nodiscard]] static Result<Zone> find(std::string_view ianaName); ///< `invalid_time_zone`
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Date localDate(Timestamp time) const;
    [[nodiscard]] std::chrono::minutes localMinuteOfDay(Timestamp time) const;
    /// The instant of a wall clock time; in a spring gap the first valid time after, in an autumn fold the earlier one.
    [[nodiscard]] Timestamp toUtc(Date date, std::chrono::minutes sinceMidnight) const;

private:
    std::string m_name = "UTC";
    const void* m_zone = nullptr; ///< date::time_zone; null = UTC
};
}
