// The sections of a commune's site: where its pages live. Rows of the commune; news, events and alerts have fixed places.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct FixedSection {
  std::string_view slug;  // first segment of the path
  std::string_view title;
};

inline constexpr FixedSection news_section = {"actualites", "Actualités"};
inline constexpr FixedSection event_section = {"agenda", "Agenda"};
inline constexpr FixedSection alert_section = {"alertes", "Alertes"};

// Every commune starts with these two; what belongs to them beside pages: belongs_to in api/resident/section.cpp.
inline constexpr std::string_view town_hall_slug = "la-mairie";
inline constexpr std::string_view living_slug = "vivre-ici";

inline constexpr std::size_t most_sections = 8;

struct Section {
  Id<Section> id;
  std::string slug;  // first segment of the path; never changes
  std::string title;
  std::string introduction_markdown;
  std::int64_t pages = 0;  // not in the bin
};

[[nodiscard]] std::vector<Section> list_sections(db::ReadTx& tx);  // in the commune's order
[[nodiscard]] std::optional<Section> find_section(db::ReadTx& tx, std::string_view slug);
[[nodiscard]] std::optional<Section> find_section(db::ReadTx& tx, Id<Section> id);

// One that every commune starts with: the program and the intercommunality put things there, so it is never removed.
[[nodiscard]] bool is_kept(const Section& section);

struct SectionInput {
  std::string title;                  // 1..30 characters: it must fit the menu
  std::string introduction_markdown;  // up to 2 000
};

// The last one. The path comes from the title. invalid with title, when it says nothing or leads to a path that is taken:
// by another section, or by the program (`reserved`, first segments of its routes). conflict section.too_many.
[[nodiscard]] Result<Section> create_section(Tenant& tenant, const Actor& actor, const SectionInput& input,
                                             const std::vector<std::string>& reserved, Instant now);
// Its title and introduction. The path stays. invalid as above; not_found.
[[nodiscard]] Result<Section> save_section(Tenant& tenant, const Actor& actor, Id<Section> id,
                                           const SectionInput& input, Instant now);
// `ids` first and in that order, then the others. invalid with ids when one is unknown or twice.
[[nodiscard]] Result<void> order_sections(Tenant& tenant, const Actor& actor, const std::vector<Id<Section>>& ids,
                                          Instant now);
// conflict section.is_kept, section.has_pages or section.in_menu; not_found.
[[nodiscard]] Result<void> remove_section(Tenant& tenant, const Actor& actor, Id<Section> id, Instant now);

}  // namespace clocher::tenants
