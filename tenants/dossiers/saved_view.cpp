// SQL of the saved views.
#include "tenants/dossiers/saved_view.hpp"

#include "core/base/text.hpp"

namespace clocher::dossiers {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_filter = 500;

SavedView read_view(const db::Row& row) { return {row.id<SavedView>(0), row.text(1), row.text(2)}; }

}  // namespace

std::vector<SavedView> list_saved_views(db::ReadTx& tx) {
  return tx.all("SELECT id, name, filter FROM saved_view ORDER BY name", read_view);
}

Result<SavedView> save_view(tenants::Tenant& tenant, const tenants::Actor& agent, std::string_view typed,
                            std::string_view filter, Instant now) {
  const std::string name = one_line(trim(typed));
  if (name.empty() || length_in_characters(name) > longest_name) return fail_field("name", "view.name");
  if (filter.size() > longest_filter) return fail_field("filter", "view.filter");
  return tenant.write_private([&](db::Tx& tx) -> Result<SavedView> {
    const auto others = tx.number("SELECT COUNT(*) FROM saved_view WHERE name <> ?", name);
    if (others >= static_cast<std::int64_t>(most_saved_views)) return fail(ErrorKind::conflict, "view.too_many");
    tx.run(
        "INSERT INTO saved_view (name, filter, created_by, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE "
        "SET filter = excluded.filter",
        name, filter, agent.name, now);
    return tx.one("SELECT id, name, filter FROM saved_view WHERE name = ?", read_view, name).value();
  });
}

Result<void> delete_view(tenants::Tenant& tenant, Id<SavedView> id) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    if (tx.change("DELETE FROM saved_view WHERE id = ?", id) == 0) return fail(ErrorKind::not_found, "view.not_found");
    return {};
  });
}

}  // namespace clocher::dossiers
