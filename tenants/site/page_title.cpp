// One look-up through the index of content paths.
#include "tenants/site/page_title.hpp"

namespace clocher::tenants {

std::optional<std::string> title_at(db::ReadTx& tx, std::string_view path) {
  const auto slash = path.find('/', 1);
  if (!path.starts_with('/') || slash == std::string_view::npos) return std::nullopt;
  return tx.one(
      "SELECT r.title FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.published_revision "
      "WHERE c.section = ? AND c.slug = ? AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1",
      [](const db::Row& row) { return row.text(0); }, path.substr(1, slash - 1), path.substr(slash + 1));
}

}  // namespace clocher::tenants
