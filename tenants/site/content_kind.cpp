// The table of kinds.
#include "tenants/site/content_kind.hpp"

#include "tenants/site/section.hpp"

#include <array>

namespace clocher::tenants {
namespace {

struct Row {
  ContentKind kind;
  std::string_view name;
  std::string_view section;
};

constexpr std::array<Row, 4> rows = {{{ContentKind::page, "page", ""},
                                      {ContentKind::news, "news", news_section.slug},
                                      {ContentKind::event, "event", event_section.slug},
                                      {ContentKind::alert, "alert", alert_section.slug}}};

const Row& row_of(ContentKind kind) { return rows[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view to_string(ContentKind kind) { return row_of(kind).name; }
std::string_view section_of(ContentKind kind) { return row_of(kind).section; }

std::optional<ContentKind> parse_content_kind(std::string_view text) {
  for (const Row& row : rows) {
    if (row.name == text) return row.kind;
  }
  return std::nullopt;
}

}  // namespace clocher::tenants
