// Pages are moved and ordered; old addresses are remembered.
#include "tenants/site/page_place.hpp"

#include "tenants/site/content_address.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

std::vector<Id<Content>> pages_in(db::ReadTx& tx, std::string_view section) {
  return tx.all(
      "SELECT c.id FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision WHERE "
      "c.kind = 'page' AND c.section = ? AND c.deleted_at IS NULL ORDER BY c.position, r.title, c.id",
      [](const db::Row& row) { return row.id<Content>(0); }, section);
}

void move_to_section(db::Tx& tx, const Content& page, std::string_view section) {
  const std::string slug = free_slug(tx, ContentKind::page, section, page.slug);
  // The latest page to leave an address is the one that readers of that address look for.
  tx.run("INSERT OR REPLACE INTO content_former_address (section, slug, content_id) VALUES (?, ?, ?)", page.section,
         page.slug, page.id);
  tx.run("UPDATE content SET section = ?, slug = ? WHERE id = ?", section, slug, page.id);
  tx.run("DELETE FROM content_former_address WHERE section = ? AND slug = ?", section, slug);
}

}  // namespace

Result<Content> place_page(Tenant& tenant, const Actor& actor, Id<Content> id, std::string_view section,
                           std::int64_t place, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Content> {
    const auto page = find_content(tx, id);
    if (!page || page->kind != ContentKind::page) return fail(ErrorKind::not_found, "content.not_found");
    if (!find_section(tx, section)) return fail_field("section", "content.section");
    if (page->section != section) move_to_section(tx, *page, section);
    auto order = pages_in(tx, section);
    std::erase(order, id);
    const auto at = std::clamp<std::int64_t>(place - 1, 0, static_cast<std::int64_t>(order.size()));
    order.insert(order.begin() + at, id);
    std::int64_t position = 0;
    for (const auto one : order) tx.run("UPDATE content SET position = ? WHERE id = ?", ++position, one);
    append_event(tx, actor, {"content", id.value}, "content.placed", section, now);
    return *find_content(tx, id);
  });
}

std::optional<std::string> present_address(db::ReadTx& tx, std::string_view section, std::string_view slug,
                                           Instant now) {
  const auto id = tx.one(
      "SELECT content_id FROM content_former_address WHERE section = ? AND slug = ?",
      [](const db::Row& row) { return row.id<Content>(0); }, section, slug);
  const auto page = id ? find_content(tx, *id) : std::nullopt;
  if (!page || !find_published(tx, page->kind, page->section, page->slug, now)) return std::nullopt;
  return path_of(*page);
}

}  // namespace clocher::tenants
