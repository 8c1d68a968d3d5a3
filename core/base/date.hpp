// Calendar dates and French local time. The only file that includes Boost.DateTime is date.cpp.
#pragma once

#include "core/base/clock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace clocher {

using Date = std::chrono::year_month_day;

// "2026-11-24", always a real day.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

// What people type: "24/11/2026", "24.11.2026", "24-11-2026", "24 11 2026" or ISO. Years 1800 to 2200.
[[nodiscard]] std::optional<Date> parse_french_date(std::string_view text);

[[nodiscard]] std::string to_iso(Date date);         // 2026-11-24
[[nodiscard]] std::string to_french(Date date);      // 24 novembre 2026, 1er mars 2027
[[nodiscard]] std::string to_french_day(Date date);  // 24 novembre, 1er mars

// Local time of metropolitan France (CET/CEST, European rule).
struct LocalTime {
  Date date;
  int hour = 0;
  int minute = 0;
};
[[nodiscard]] LocalTime to_local(Instant instant);
// The moment of a local time. Of two (the hour that winter time repeats) the earlier; in the hour that summer time skips, an hour
// later, as clocks show it.
[[nodiscard]] Instant to_instant(const LocalTime& local);
[[nodiscard]] std::string to_french(Instant instant);     // 24 novembre 2026 à 10 h 32
[[nodiscard]] std::string to_rfc3339(Instant instant);    // 2026-11-24T09:32:00Z
[[nodiscard]] std::string to_http_date(Instant instant);  // Tue, 24 Nov 2026 09:32:00 GMT
[[nodiscard]] std::string to_mail_date(Instant instant);  // Tue, 24 Nov 2026 10:32:00 +0100

}  // namespace clocher
