// The search in the acts, and the meetings of the council with all that belongs to them.
#include "api/frame.hpp"
#include "api/resident/act_data.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/site/act_subject.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace clocher::api::resident {
namespace {

using tenants::Act;
using tenants::ActKind;

constexpr std::size_t acts_on_page = 20;
constexpr std::size_t longest_search = 100;  // bytes; words beyond are not looked for

std::optional<int> read_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What cannot be read filters nothing: the visitor sees more, never an error.
tenants::ActFilter read_filter(const http::Form& query) {
  tenants::ActFilter filter{.state = tenants::ActState::published};
  filter.kind = tenants::parse_act_kind(query.get("type"));
  filter.year = read_number(query.get("annee"));
  const std::string_view domain = query.get("matiere");
  if (domain.size() == 1 && domain >= "1" && domain <= "9") filter.subject = domain;
  filter.words = forms::clean_line(query.get("q"));
  if (filter.words.size() > longest_search) filter.words.clear();
  return filter;
}

json::Object option(std::string value, std::string label, bool is_chosen) {
  return {{"option_value", std::move(value)}, {"option_label", std::move(label)}, {"checked", is_chosen}};
}

json::Object search_data(const tenants::ActFilter& filter, const std::vector<int>& years) {
  json::Array year_options;
  for (const int year : years)
    year_options.push_back(option(std::to_string(year), std::to_string(year), filter.year == year));
  json::Array kinds;
  for (const auto& info : tenants::act_kinds())
    kinds.push_back(option(std::string(info.key), std::string(info.plural), filter.kind == info.kind));
  json::Array domains;
  for (const auto& domain : tenants::subject_domains())
    domains.push_back(option(std::string(domain.code), std::string(domain.label), filter.subject == domain.code));
  return {{"words", filter.words},
          {"years", std::move(year_options)},
          {"kinds", std::move(kinds)},
          {"domains", std::move(domains)}};
}

std::string search_url(const tenants::ActFilter& filter, std::size_t page) {
  std::string url = "/actes?page=" + std::to_string(page);
  if (filter.year) url += "&annee=" + std::to_string(*filter.year);
  if (filter.kind) url += "&type=" + std::string(to_string(*filter.kind));
  if (!filter.subject.empty()) url += "&matiere=" + filter.subject;
  if (!filter.words.empty()) url += "&q=" + percent_encode(filter.words);
  return url;
}

json::Value pagination(const Tools& tools, const tenants::ActFilter& filter, std::size_t number, std::size_t count) {
  if (count <= 1) return false;
  return json::Object{{"newer_url", or_false(number > 1 ? search_url(filter, number - 1) : "")},
                      {"older_url", or_false(number < count ? search_url(filter, number + 1) : "")},
                      {"position", tools.catalogue.text("common.page_position", {{"page", std::to_string(number)},
                                                                                 {"count", std::to_string(count)}})}};
}

struct ActList {
  tenants::Profile profile;
  tenants::ActSettings settings;
  std::vector<Act> acts;
  std::vector<int> years;
  std::vector<Date> meetings;
};

ActList read_list(Context& context, const tenants::ActFilter& filter) {
  return context.tenant.read([&](db::ReadTx& tx) {
    return ActList{tenants::read_profile(tx), tenants::read_act_settings(tx), tenants::list_acts(tx, filter),
                   tenants::list_act_years(tx), tenants::list_meetings(tx)};
  });
}

std::string meeting_url(Date day) { return "/actes/seances/" + to_iso(day); }

// The parts of a meeting in the order of its life.
constexpr std::array meeting_order = {ActKind::ordre_du_jour, ActKind::liste_deliberations, ActKind::deliberation,
                                      ActKind::proces_verbal};

json::Array meeting_parts(const std::vector<Act>& acts) {
  json::Array parts;
  const auto add = [&](std::string_view heading, const auto& belongs) {
    std::vector<Act> chosen;
    std::ranges::copy_if(acts, std::back_inserter(chosen), belongs);
    std::ranges::reverse(chosen);  // in the order they were decided
    if (chosen.empty()) return;
    parts.push_back(json::Object{{"heading", std::string(heading)}, {"acts", act_entries(chosen, 0, chosen.size())}});
  };
  for (const ActKind kind : meeting_order) add(info_of(kind).plural, [&](const Act& act) { return act.kind == kind; });
  add("Autres documents",
      [](const Act& act) { return std::ranges::find(meeting_order, act.kind) == meeting_order.end(); });
  return parts;
}

}  // namespace

Result<http::Response> act_list(Context& context) {
  const Tools& tools = context.tools;
  const http::Form query = http::parse_query(context.request.query);
  const tenants::ActFilter filter = read_filter(query);
  const ActList list = read_list(context, filter);
  const std::size_t count = (list.acts.size() + acts_on_page - 1) / acts_on_page;
  const auto number = static_cast<std::size_t>(std::clamp(read_number(query.get("page")).value_or(1), 1, 100'000));
  if (number > std::max<std::size_t>(count, 1)) return fail(ErrorKind::not_found, "request.not_found");
  json::Object data =
      frame_data(context, list.profile,
                 {.title = tools.catalogue.text("acts.title"),
                  .path = "/actes",
                  .breadcrumb = act_trail(tools),
                  .description = tools.catalogue.text("acts.description", {{"of_name", with_de(list.profile.name)}}),
                  .noindex = !context.request.query.empty()});
  data["search"] = search_data(filter, list.years);
  data["is_search"] = !context.request.query.empty();
  data["result_count"] = tools.catalogue.text("acts.count", {{"count", std::to_string(list.acts.size())}});
  data["has_acts"] = !list.acts.empty();
  data["acts"] = act_entries(list.acts, (number - 1) * acts_on_page, acts_on_page);
  data["pagination"] = pagination(tools, filter, number, count);
  data["has_meetings"] = !list.meetings.empty();
  data["has_table"] = !list.settings.siret.empty();
  data["posted"] = publicity_data(tools, list.settings);
  return page(tools, 200, "acts.html", data);
}

Result<http::Response> meeting_list(Context& context) {
  const Tools& tools = context.tools;
  const ActList list = read_list(context, {.state = tenants::ActState::published});
  json::Object data = frame_data(context, list.profile,
                                 {.title = tools.catalogue.text("acts.meetings"),
                                  .path = "/actes/seances",
                                  .breadcrumb = act_trail(tools, {{tools.catalogue.text("acts.title"), "/actes"}})});
  json::Array meetings;
  for (const Date day : list.meetings) {
    const auto count = std::ranges::count_if(list.acts, [&](const Act& act) { return act.text.meeting_on == day; });
    meetings.push_back(
        json::Object{{"meeting_url", meeting_url(day)},
                     {"meeting_day", date_data(day)},
                     {"meeting_count", tools.catalogue.text("acts.documents", {{"count", std::to_string(count)}})}});
  }
  data["has_meetings"] = !meetings.empty();
  data["meetings"] = std::move(meetings);
  return page(tools, 200, "act_meetings.html", data);
}

Result<http::Response> meeting_page(Context& context) {
  const Tools& tools = context.tools;
  const auto day = parse_iso_date(context.parameters.get("day"));
  if (!day) return fail(ErrorKind::not_found, "request.not_found");
  const ActList list = read_list(context, {.state = tenants::ActState::published, .meeting = day});
  if (list.acts.empty()) return fail(ErrorKind::not_found, "request.not_found");
  json::Object data =
      frame_data(context, list.profile,
                 {.title = tools.catalogue.text("acts.meeting", {{"date", to_french(*day)}}),
                  .path = meeting_url(*day),
                  .breadcrumb = act_trail(tools, {{tools.catalogue.text("acts.title"), "/actes"},
                                                  {tools.catalogue.text("acts.meetings"), "/actes/seances"}})});
  data["parts"] = meeting_parts(list.acts);
  return page(tools, 200, "act_meeting.html", data);
}

}  // namespace clocher::api::resident
