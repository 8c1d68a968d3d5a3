// Computes Easter and what moves with it; the other days are data.
#include "core/base/holidays.hpp"

#include <algorithm>
#include <array>

namespace clocher {
namespace {

struct FixedDay {
  unsigned month, day;
  std::string_view name;
};

constexpr std::array<FixedDay, 8> fixed_days = {{{1, 1, "Jour de l’An"},
                                                 {5, 1, "Fête du Travail"},
                                                 {5, 8, "Victoire de 1945"},
                                                 {7, 14, "Fête nationale"},
                                                 {8, 15, "Assomption"},
                                                 {11, 1, "Toussaint"},
                                                 {11, 11, "Armistice de 1918"},
                                                 {12, 25, "Noël"}}};

struct LocalDay {
  std::string_view department;
  FixedDay day;
};

// Commemoration of the abolition of slavery: Code du travail L. 3422-2.
constexpr std::string_view abolition = "Abolition de l’esclavage";
constexpr std::string_view second_christmas = "Lendemain de Noël";
constexpr std::array<LocalDay, 10> local_days = {{{"57", {12, 26, second_christmas}},
                                                  {"67", {12, 26, second_christmas}},
                                                  {"68", {12, 26, second_christmas}},
                                                  {"971", {5, 27, abolition}},
                                                  {"972", {5, 22, abolition}},
                                                  {"973", {6, 10, abolition}},
                                                  {"974", {12, 20, abolition}},
                                                  {"976", {4, 27, abolition}},
                                                  {"977", {10, 9, abolition}},
                                                  {"978", {5, 28, abolition}}}};

bool is_alsace_moselle(std::string_view department) {
  return department == "57" || department == "67" || department == "68";
}

Date make_date(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

Date days_after(Date date, int days) { return {std::chrono::sys_days(date) + std::chrono::days(days)}; }

}  // namespace

// The anonymous algorithm published by Nature in 1876 (Meeus, Astronomical Algorithms, chapter 8).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return make_date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::vector<Holiday> holidays_of(int year, std::string_view department) {
  std::vector<Holiday> days;
  for (const FixedDay& day : fixed_days) days.push_back({make_date(year, day.month, day.day), day.name});
  const Date sunday = easter(year);
  days.push_back({days_after(sunday, 1), "lundi de Pâques"});
  days.push_back({days_after(sunday, 39), "Ascension"});
  days.push_back({days_after(sunday, 50), "lundi de Pentecôte"});
  if (is_alsace_moselle(department)) days.push_back({days_after(sunday, -2), "Vendredi saint"});
  for (const LocalDay& local : local_days) {
    if (local.department == department)
      days.push_back({make_date(year, local.day.month, local.day.day), local.day.name});
  }
  // Ascension may fall on 1 or 8 May: that day is given once, under the name that comes first.
  std::ranges::stable_sort(days, {}, &Holiday::date);
  const auto twice = std::ranges::unique(days, {}, &Holiday::date);
  days.erase(twice.begin(), twice.end());
  return days;
}

std::optional<std::string_view> holiday_name(Date date, std::string_view department) {
  for (const Holiday& holiday : holidays_of(static_cast<int>(date.year()), department)) {
    if (holiday.date == date) return holiday.name;
  }
  return std::nullopt;
}

}  // namespace clocher
