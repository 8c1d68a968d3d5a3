// The sections of a commune's site: where its pages live. A table, the same for every commune.
#pragma once

#include <array>
#include <string_view>

namespace clocher::tenants {

struct Section {
  std::string_view slug;  // first segment of the path
  std::string_view title;
};

inline constexpr std::array<Section, 2> page_sections = {{{"la-mairie", "La mairie"}, {"vivre-ici", "Vivre ici"}}};
inline constexpr Section news_section = {"actualites", "Actualités"};
inline constexpr Section event_section = {"agenda", "Agenda"};
inline constexpr Section alert_section = {"alertes", "Alertes"};

[[nodiscard]] constexpr const Section* find_section(std::string_view slug) {
  for (const Section& section : page_sections) {
    if (section.slug == slug) return &section;
  }
  return nullptr;
}

}  // namespace clocher::tenants
