// Reading alerts, and when and where they stand.
#include "tenants/site/alert.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t first_second = 946'684'800;   // 2000-01-01
constexpr std::int64_t last_second = 7'258'118'400;  // 2200-01-01

std::optional<Instant> maybe_instant(const json::Object& details, std::string_view name) {
  const auto seconds = json::find_integer(details, name);
  return seconds ? std::optional(Instant{*seconds}) : std::nullopt;
}

json::Array read_sections(PartReader& reader) {
  json::Array sections;
  const json::Array& sent = reader.list("sections", alert_sections.size());
  for (const std::string_view name : alert_sections) {  // in the order of the table, each once
    const auto is_it = [&](const json::Value& one) { return one.is_string() && one.get_string() == name; };
    if (std::ranges::any_of(sent, is_it)) sections.push_back(json::Value(std::string(name)));
  }
  const auto is_known = [](const json::Value& one) {
    return one.is_string() &&
           std::ranges::find(alert_sections, std::string_view(one.get_string())) != alert_sections.end();
  };
  if (!std::ranges::all_of(sent, is_known)) reader.fault("sections", "sections");
  return sections;
}

}  // namespace

json::Object read_alert(PartReader& reader) {
  json::Object details;
  const std::string severity = reader.choice("severity", severity_names);
  if (severity.empty()) reader.missing("severity", "severity_missing");
  put(details, "severity", severity);
  const auto starts = reader.number("starts", first_second, last_second);
  const auto ends = reader.number("ends", first_second, last_second);
  if (starts && ends && *ends <= *starts) reader.fault("ends", "ends_before");
  put(details, "starts", starts);
  put(details, "ends", ends);
  if (json::Array sections = read_sections(reader); !sections.empty()) details["sections"] = std::move(sections);
  return details;
}

AlertDetails parse_alert(const json::Object& details) {
  AlertDetails alert;
  const auto name = std::ranges::find(severity_names, json::string_or(details, "severity"));
  if (name != severity_names.end()) alert.severity = static_cast<AlertSeverity>(name - severity_names.begin());
  alert.starts = maybe_instant(details, "starts");
  alert.ends = maybe_instant(details, "ends");
  if (const json::Array* sections = json::find_array(details, "sections")) {
    for (const json::Value& section : *sections) alert.sections.emplace_back(std::string_view(section.as_string()));
  }
  return alert;
}

bool is_running(const AlertDetails& alert, Instant now) {
  return (!alert.starts || *alert.starts <= now) && (!alert.ends || *alert.ends > now);
}

bool concerns(const AlertDetails& alert, std::string_view path) {
  if (alert.sections.empty()) return true;
  if (!path.starts_with('/')) return false;
  const std::string_view first = path.substr(1, path.find('/', 1) - 1);
  const std::string_view section = path == "/" ? "accueil" : first;
  return std::ranges::find(alert.sections, section) != alert.sections.end();
}

}  // namespace clocher::tenants
