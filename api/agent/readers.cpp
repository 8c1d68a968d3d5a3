// What the town hall learns of its readers: pages shown, and what is said of them.
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "tenants/site/audience.hpp"
#include "tenants/site/feedback.hpp"
#include "tenants/site/page_title.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::api::agent {
namespace {

constexpr std::array periods = {7, 30, 90, 365};
constexpr std::int64_t summary_seconds = 365 * one_day;

json::Value title_at(db::ReadTx& tx, std::string_view path) {
  const auto title = tenants::title_at(tx, path);
  return title ? json::Value(*title) : json::Value(nullptr);
}

json::Value instant_or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}

json::Object feedback_data(db::ReadTx& tx, const tenants::PageFeedback& item) {
  return {{"id", item.id.value},
          {"path", item.path},
          {"title", title_at(tx, item.path)},
          {"useful", item.verdict == tenants::Verdict::useful},
          {"reason", item.reason},
          {"comment", item.comment},
          {"created_at", item.created_at.seconds},
          {"handled_at", instant_or_null(item.handled_at)},
          {"handled_by", item.handled_by}};
}

std::optional<int> asked_period(const http::Request& request) {
  const std::string text(http::parse_query(request.query).get("days"));
  if (text.empty()) return 30;
  int days = 0;
  std::from_chars(text.data(), text.data() + text.size(), days);
  const bool is_known = std::ranges::find(periods, days) != periods.end() && text == std::to_string(days);
  return is_known ? std::optional(days) : std::nullopt;
}

}  // namespace

Result<http::Response> read_audience(Context& context) {
  const auto days = asked_period(context.request);
  if (!days) return fail_field("days", "audience.period");
  return context.tenant.read([&](db::ReadTx& tx) {
    const tenants::Audience audience = tenants::read_audience(tx, to_local(context.now).date, *days);
    json::Array by_day, pages;
    for (const auto& day : audience.days) by_day.push_back(json::Object{{"date", to_iso(day.day)}, {"views", day.views}});
    for (const auto& page : audience.pages)
      pages.push_back(json::Object{{"path", page.path}, {"title", title_at(tx, page.path)}, {"views", page.views}});
    return json_response(200, {{"total", audience.total},
                               {"total_before", audience.total_before},
                               {"days", std::move(by_day)},
                               {"pages", std::move(pages)}});
  });
}

Result<http::Response> list_feedback(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    json::Array pages, items;
    for (const auto& page : tenants::summarise_feedback(tx, context.now - summary_seconds))
      pages.push_back(json::Object{{"path", page.path},
                                   {"title", title_at(tx, page.path)},
                                   {"useful", page.useful},
                                   {"not_useful", page.not_useful}});
    for (const auto& item : tenants::list_feedback(tx)) items.push_back(feedback_data(tx, item));
    return json_response(200, {{"pages", std::move(pages)}, {"items", std::move(items)}});
  });
}

Result<http::Response> handle_feedback(Context& context) {
  const auto id = parse_id<tenants::PageFeedback>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "feedback.not_found");
  const auto handled = tenants::handle_feedback(context.tenant, context.actor(), *id, context.now);
  if (!handled) return fail(handled.error());
  return context.tenant.read([&](db::ReadTx& tx) { return json_response(200, feedback_data(tx, *handled)); });
}

}  // namespace clocher::api::agent
