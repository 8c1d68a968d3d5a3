// Builds the data of layout.html.
#include "api/frame.hpp"

#include "api/resident/alert_data.hpp"
#include "api/static_files.hpp"
#include "api/structured_data.hpp"
#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "tenants/site/look.hpp"

#include <algorithm>
#include <array>

namespace clocher::api {
namespace {

json::Value current_mark(std::string_view entry, std::string_view path) {
  if (entry == path) return "page";
  const bool is_below = entry != "/" && path.starts_with(entry) && path.substr(entry.size()).starts_with('/');
  return is_below ? json::Value("true") : json::Value(false);
}

json::Array navigation_data(const Tools& tools, const std::vector<tenants::MenuEntry>& menu, std::string_view path) {
  json::Array entries;
  for (const tenants::MenuEntry& entry : menu) {
    const bool is_external = tenants::is_external(entry);
    entries.push_back(
        json::Object{{"label", entry.label.empty() ? tools.catalogue.text(entry.label_key) : entry.label},
                     {"url", entry.target},
                     {"external", is_external},
                     {"current", is_external ? json::Value(false) : current_mark(entry.target, path)}});
  }
  return entries;
}

json::Value phone_data(std::string_view phone) {
  if (phone.empty()) return false;
  return json::Object{{"text", std::string(phone)}, {"href", phone_link(normalize_phone(phone))}};
}

json::Array notices_data(const Tools& tools, const tenants::Profile& profile) {
  json::Array notices;
  if (!profile.hours_confirmed_at) return notices;
  for (const std::string& notice : opening_notices(opening_of(profile), to_local(tools.clock.now()).date))
    notices.push_back(json::Value(notice));
  return notices;
}

json::Object town_hall_data(const Tools& tools, const tenants::Profile& profile) {
  json::Array address;
  if (!profile.address.empty()) address.push_back(json::Value(profile.address));
  if (!profile.address.empty() && !profile.postcode.empty())
    address.push_back(json::Value(profile.postcode + " " + profile.city));
  json::Array hours = profile.hours_confirmed_at ? hours_data(profile.hours) : json::Array();
  return {{"name", "Mairie " + with_de(profile.name)},
          {"address_lines", std::move(address)},
          {"phone", phone_data(profile.phone)},
          {"email", or_false(profile.email)},
          {"hours_to_confirm", hours.empty()},
          {"hours", std::move(hours)},
          {"hours_notices", notices_data(tools, profile)}};
}

// Search engines show something under every title: the page's own summary, or what it is and where.
json::Value description_data(const Tools& tools, const tenants::Profile& profile, const Frame& frame) {
  if (frame.noindex || !frame.description.empty()) return or_false(frame.description);
  return json::Value(tools.catalogue.text(
      "site.description",
      {{"title", frame.title}, {"of_name", with_de(profile.name)}, {"department", profile.department_name}}));
}

std::vector<Link> trail_of(const Tools& tools, const Frame& frame) {
  std::vector<Link> trail = frame.breadcrumb;
  if (!trail.empty()) trail.insert(trail.begin(), {tools.catalogue.text("nav.home"), "/"});
  return trail;
}

json::Array breadcrumb_data(const std::vector<Link>& trail) {
  json::Array items;
  for (const Link& link : trail) items.push_back(json::Object{{"label", link.label}, {"url", link.url}});
  return items;
}

// Nothing to say to programs of what they shall not find.
json::Value structured_data(const Frame& frame, const std::vector<Link>& trail) {
  if (frame.noindex) return false;
  json::Array things = frame.things;
  if (!trail.empty()) things.push_back(breadcrumb_list(trail, {frame.title, frame.path}));
  return things.empty() ? json::Value(false) : json::Value(structured_text(things));
}

}  // namespace

json::Array hours_data(const tenants::WeekHours& hours) {
  json::Array lines;
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const tenants::DayHours& day : hours) {
    if (day.intervals.empty()) continue;
    const std::string times = tenants::day_text(day);
    const auto known = std::ranges::find_if(groups, [&](const auto& group) { return group.first == times; });
    if (known == groups.end())
      groups.push_back({times, {std::string(tenants::day_name(day.day))}});
    else
      known->second.push_back(std::string(tenants::day_name(day.day)));
  }
  for (const auto& [times, days] : groups) {
    std::string names;
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (i > 0) names += i + 1 == days.size() ? " et " : ", ";
      names += days[i];
    }
    names[0] = static_cast<char>(names[0] - 'a' + 'A');
    lines.push_back(json::Object{{"days", names}, {"times", times}});
  }
  return lines;
}

json::Value or_false(std::string_view text) {
  return text.empty() ? json::Value(false) : json::Value(std::string(text));
}

json::Object date_data(Date date) { return {{"iso", to_iso(date)}, {"text", to_french(date)}}; }
json::Object moment_data(Instant instant) { return {{"iso", to_rfc3339(instant)}, {"text", to_french(instant)}}; }

json::Object asset_paths() {
  return {{"css", hashed_path("/static/site.css")}, {"icon", hashed_path("/static/favicon.svg")}};
}

namespace {
constexpr int home_screen_side = 180;

// A stock theme is part of site.css; only an accent of the commune's own needs a sheet more.
json::Object commune_assets(const tenants::Profile& profile) {
  json::Object paths = asset_paths();
  paths["icon"] = "/couleurs/" + shown_accent(profile) + ".svg";
  const std::string accent = own_accent(profile);
  paths["colors"] = accent.empty() ? json::Value(false) : json::Value("/couleurs/" + accent + ".css");
  json::Array icons;
  for (const tenants::LogoIcon& icon : profile.pictures.icons)
    icons.push_back(json::Object{{"icon_path", path_of(icon)},
                                 {"icon_size", std::to_string(icon.side) + "x" + std::to_string(icon.side)},
                                 {"icon_rel", icon.side == home_screen_side ? "apple-touch-icon" : "icon"}});
  paths["has_icons"] = !icons.empty();
  paths["icons"] = std::move(icons);
  return paths;
}
}  // namespace

std::string conformity_text(const Tools& tools, const tenants::Profile& profile) {
  switch (conformity_of(profile.declaration, to_local(tools.clock.now()).date)) {
    case tenants::Conformity::full: return tools.catalogue.text("accessibility.full");
    case tenants::Conformity::partial: return tools.catalogue.text("accessibility.partial");
    case tenants::Conformity::none: break;
  }
  return tools.catalogue.text("accessibility.none");
}

json::Object frame_data(const Tools& tools, const tenants::Profile& profile, const Frame& frame) {
  const std::vector<Link> trail = trail_of(tools, frame);
  json::Array breadcrumb = breadcrumb_data(trail);
  const Instant now = tools.clock.now();
  json::Array alerts = resident::banner_data(tools, tenants::running_alerts(profile.alerts, now), frame.path, now);
  json::Value back = false;
  if (!frame.back_url.empty())
    back = json::Object{{"url", frame.back_url}, {"label", tools.catalogue.text("common.back")}};
  json::Value opinion = false;
  if (frame.asks_opinion) opinion = json::Object{{"opinion_path", frame.path}};
  return {{"title", frame.title},
          {"title_error", frame.title_error},
          {"description", description_data(tools, profile, frame)},
          {"noindex", frame.noindex},
          {"canonical_url", or_false(frame.canonical_url)},
          {"image_url", or_false(frame.image_url)},
          {"structured_html", structured_data(frame, trail)},
          {"theme", profile.theme},
          {"asset", commune_assets(profile)},
          {"commune", json::Object{{"name", profile.name},
                                   {"of_name", with_de(profile.name)},
                                   {"at_name", with_a(profile.name)},
                                   {"department", profile.department_name},
                                   {"logo", profile.pictures.logo}}},
          {"town_hall", town_hall_data(tools, profile)},
          {"nav", navigation_data(tools, profile.menu, frame.path)},
          {"has_alerts", !alerts.empty()},
          {"alerts", std::move(alerts)},
          {"has_breadcrumb", !breadcrumb.empty()},
          {"breadcrumb", std::move(breadcrumb)},
          {"back", std::move(back)},
          {"opinion", std::move(opinion)},
          {"accessibility_status", conformity_text(tools, profile)}};
}

json::Object frame_data(const Context& context, const tenants::Profile& profile, Frame frame) {
  if (frame.image_url.empty() && !profile.pictures.share_path.empty())
    frame.image_url = context.tenant.identity().site_url + profile.pictures.share_path;
  return frame_data(context.tools, profile, frame);
}

}  // namespace clocher::api
