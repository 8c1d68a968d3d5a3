// Rules and SQL of exceptional hours.
#include "tenants/site/hours_exception.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::size_t most_exceptions = 60;
constexpr std::size_t longest_reason = 80;
constexpr int longest_days = 366;
constexpr int days_kept = 366;

std::string field_name(std::size_t index, const char* property) {
  return "exceptions." + std::to_string(index) + "." + property;
}

HoursException read_one(const json::Object& object, std::size_t index, std::vector<FieldError>& errors) {
  HoursException exception{{}, {}, {}, one_line(trim(json::string_or(object, "reason")))};
  const auto first = parse_iso_date(json::string_or(object, "first_day"));
  const auto last = parse_iso_date(json::string_or(object, "last_day"));
  if (!first) errors.push_back({field_name(index, "first_day"), "exception.date", {}});
  if (!last) errors.push_back({field_name(index, "last_day"), "exception.date", {}});
  if (first && last) {
    const auto days = (std::chrono::sys_days(*last) - std::chrono::sys_days(*first)).count();
    if (days < 0) errors.push_back({field_name(index, "last_day"), "exception.reversed", {}});
    if (days > longest_days) errors.push_back({field_name(index, "last_day"), "exception.too_long", {}});
    exception.first_day = *first;
    exception.last_day = *last;
  }
  const json::Array* list = json::find_array(object, "intervals");
  auto intervals =
      list == nullptr ? Result<std::vector<Interval>>(fail_field("", "exception.intervals")) : parse_intervals(*list);
  if (!intervals)
    errors.push_back({field_name(index, "intervals"), "exception.intervals", {}});
  else
    exception.intervals = std::move(*intervals);
  if (length_in_characters(exception.reason) > longest_reason)
    errors.push_back({field_name(index, "reason"), "input.too_long", {{"maximum", std::to_string(longest_reason)}}});
  return exception;
}

}  // namespace

Result<std::vector<HoursException>> parse_exceptions(const json::Array& list) {
  if (list.size() > most_exceptions) return fail_field("exceptions", "exception.too_many");
  std::vector<HoursException> exceptions;
  std::vector<FieldError> errors;
  for (std::size_t index = 0; index < list.size(); ++index) {
    const json::Object* object = list[index].if_object();
    if (object == nullptr) return fail_field("exceptions", "exception.date");
    exceptions.push_back(read_one(*object, index, errors));
  }
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return exceptions;
}

json::Array to_json(const std::vector<HoursException>& exceptions) {
  json::Array list;
  for (const HoursException& exception : exceptions) {
    list.push_back(json::Object{{"first_day", to_iso(exception.first_day)},
                                {"last_day", to_iso(exception.last_day)},
                                {"intervals", to_json(exception.intervals)},
                                {"reason", exception.reason}});
  }
  return list;
}

std::vector<HoursException> read_exceptions(db::ReadTx& tx) {
  return tx.all("SELECT first_day, last_day, intervals, reason FROM hours_exception ORDER BY first_day, id",
                [](const db::Row& row) {
                  const json::Value intervals = json::parse_trusted(row.text(2));
                  return HoursException{*parse_iso_date(row.text(0)), *parse_iso_date(row.text(1)),
                                        *parse_intervals(intervals.as_array()), row.text(3)};
                });
}

Result<void> save_exceptions(Tenant& tenant, const Actor& actor, const ExceptionsInput& input, Instant now) {
  const Date today = to_local(now).date;
  const std::string oldest = to_iso(Date(std::chrono::sys_days(today) - std::chrono::days(days_kept)));
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    tx.run("DELETE FROM hours_exception WHERE last_day >= ? OR last_day < ?", to_iso(today), oldest);
    for (const HoursException& exception : input.exceptions) {
      if (exception.last_day < today) continue;
      tx.run("INSERT INTO hours_exception (first_day, last_day, intervals, reason, created_at) VALUES (?, ?, ?, ?, ?)",
             to_iso(exception.first_day), to_iso(exception.last_day), json::serialize(to_json(exception.intervals)),
             exception.reason, now);
    }
    tx.run("UPDATE profile SET open_on_holidays = ?, updated_at = ? WHERE id = 1",
           std::int64_t{input.holidays == HolidayRule::usual_hours ? 1 : 0}, now);
    append_event(tx, actor, {"profile", 1}, "hours.exceptions_changed", "", now);
    return {};
  });
}

}  // namespace clocher::tenants
