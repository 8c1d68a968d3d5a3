// SQL of page views.
#include "tenants/site/audience.hpp"

namespace clocher::tenants {
namespace {

constexpr std::int64_t kept_days = 760;  // 25 months

Date plus_days(Date date, int days) {
  return std::chrono::sys_days(date) + std::chrono::days(days);
}

}  // namespace

void add_page_views(Tenant& tenant, Date day, const PageViews& views) {
  const std::string key = to_iso(day);
  tenant.write_private([&](db::Tx& tx) {
    for (const auto& [path, count] : views) {
      tx.run(
          "INSERT INTO page_views (day, path, views) VALUES (?, ?, ?) "
          "ON CONFLICT (day, path) DO UPDATE SET views = views + excluded.views",
          key, path, count);
    }
  });
}

Audience read_audience(db::ReadTx& tx, Date last, int days) {
  const Date first = plus_days(last, 1 - days);
  const std::string from = to_iso(first);
  const std::string until = to_iso(last);
  std::map<std::string, std::int64_t> by_day;
  tx.each(
      "SELECT day, SUM(views) FROM page_views WHERE day BETWEEN ? AND ? GROUP BY day ORDER BY day",
      [&](const db::Row& row) { by_day[row.text(0)] = row.integer(1); }, from, until);
  Audience audience;
  for (int i = 0; i < days; ++i) {
    const Date day = plus_days(first, i);
    const auto found = by_day.find(to_iso(day));
    audience.days.push_back({day, found == by_day.end() ? 0 : found->second});
    audience.total += audience.days.back().views;
  }
  audience.pages = tx.all(
      "SELECT path, SUM(views) FROM page_views WHERE day BETWEEN ? AND ? GROUP BY path "
      "ORDER BY SUM(views) DESC, path LIMIT 50",
      [](const db::Row& row) { return PageAudience{row.text(0), row.integer(1)}; }, from, until);
  audience.total_before =
      tx.number("SELECT COALESCE(SUM(views), 0) FROM page_views WHERE day BETWEEN ? AND ?",
                to_iso(plus_days(first, -days)), to_iso(plus_days(first, -1)));
  return audience;
}

std::int64_t purge_audience(Tenant& tenant, Instant now) {
  const std::string oldest = to_iso(to_local(now - kept_days * one_day).date);
  return tenant.write_private([&](db::Tx& tx) { return tx.change("DELETE FROM page_views WHERE day < ?", oldest); });
}

}  // namespace clocher::tenants
