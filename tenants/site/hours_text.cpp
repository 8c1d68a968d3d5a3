// Reads and writes the hours of a day in one cell.
#include "tenants/site/hours_text.hpp"

#include "core/base/text.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t most_intervals = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What may stand between two times, longest first.
constexpr std::array<std::string_view, 9> joints = {"jusqu'a", "puis", "de", "et", "a", "-", ",", "/", ";"};

std::string_view without_joint(std::string_view text) {
  for (const std::string_view joint : joints) {
    if (text.starts_with(joint)) return text.substr(joint.size());
  }
  return text;
}

int take_number(std::string_view& text) {
  int number = 0;
  for (int digits = 0; digits < 2 && !text.empty() && is_digit(text[0]); ++digits) {
    number = number * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return number;
}

// The two digits after "9h", unless they begin the next time: "12h 14h".
void take_minutes(std::string_view& text, int& minute) {
  std::string_view rest = trim(text);
  if (rest.size() < 2 || !is_digit(rest[0]) || !is_digit(rest[1])) return;
  const int number = take_number(rest);
  const std::string_view after = trim(rest);
  if (!after.empty() && (after[0] == 'h' || after[0] == ':' || is_digit(after[0]))) return;
  minute = number;
  text = rest;
}

// "9h", "9 h 30", "09:00", "14.30", "12"
std::optional<int> take_time(std::string_view& text) {
  if (text.empty() || !is_digit(text[0])) return std::nullopt;
  const int hour = take_number(text);
  int minute = 0;
  std::string_view rest = trim(text);
  if (!rest.empty() && (rest[0] == 'h' || rest[0] == ':' || rest[0] == '.')) {
    rest = rest.substr(rest.starts_with("heures") ? 6 : 1);
    take_minutes(rest, minute);
    text = rest;
  }
  if (hour > 24 || minute > 59 || hour * 60 + minute > 1440) return std::nullopt;
  return hour * 60 + minute;
}

std::string time_text(int minutes) {
  const std::string rest = std::to_string(minutes % 60);
  return std::to_string(minutes / 60) + "h" + (minutes % 60 == 0 ? "" : (rest.size() == 1 ? "0" : "") + rest);
}

}  // namespace

std::optional<std::vector<Interval>> read_day_hours(std::string_view text) {
  const std::string folded = fold(text);
  std::string_view rest = trim(folded);
  if (rest.starts_with("ferme") || rest == "-" || rest.empty()) return std::vector<Interval>();
  std::vector<int> times;
  while (!rest.empty()) {
    const std::string_view before = rest;
    rest = trim(rest);
    if (const auto time = take_time(rest))
      times.push_back(*time);
    else
      rest = without_joint(rest);
    if (rest.size() == before.size()) return std::nullopt;
  }
  if (times.empty() || times.size() % 2 != 0 || times.size() > 2 * most_intervals) return std::nullopt;
  std::vector<Interval> intervals;
  for (std::size_t i = 0; i < times.size(); i += 2) {
    if (times[i] >= times[i + 1] || (i > 0 && times[i] < times[i - 1])) return std::nullopt;
    intervals.push_back({times[i], times[i + 1]});
  }
  return intervals;
}

std::string write_day_hours(const std::vector<Interval>& intervals) {
  if (intervals.empty()) return "fermé";
  std::string text;
  for (const Interval& interval : intervals) {
    if (!text.empty()) text += ' ';
    text += time_text(interval.from) + "-" + time_text(interval.to);
  }
  return text;
}

}  // namespace clocher::tenants
