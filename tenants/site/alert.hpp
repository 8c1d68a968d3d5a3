// Alerts: what every page, or the pages of some sections, announce for a while.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/site/part_reader.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class AlertSeverity { information, vigilance, emergency };

inline constexpr std::array<std::string_view, 3> severity_names = {"information", "vigilance", "urgence"};
// Where a banner may stand: the home page, or every page whose address begins so.
inline constexpr std::array<std::string_view, 9> alert_sections = {
    "accueil", "la-mairie", "vivre-ici", "demarches", "actualites", "agenda", "annuaire", "actes", "fiches"};

struct AlertDetails {
  AlertSeverity severity = AlertSeverity::information;
  std::optional<Instant> starts;
  std::optional<Instant> ends;
  std::vector<std::string> sections;  // none: the whole site
};

// complete: a severity; an end after the start.
[[nodiscard]] json::Object read_alert(PartReader& reader);
[[nodiscard]] AlertDetails parse_alert(const json::Object& details);

[[nodiscard]] bool is_running(const AlertDetails& alert, Instant now);
// Whether the banner stands on that page of the site.
[[nodiscard]] bool concerns(const AlertDetails& alert, std::string_view path);

}  // namespace clocher::tenants
