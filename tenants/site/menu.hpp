// The main menu of a commune's site: its own entries, or the usual ones.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct MenuEntry {
  std::string label;               // 1..30 characters; "" in the usual menu, which has a key of the catalogue instead
  std::string target;              // "/agenda", "/vivre-ici/ecole", or https address of another site
  std::string_view label_key = {};
  bool operator==(const MenuEntry&) const = default;
};

// Another site.
[[nodiscard]] bool is_external(const MenuEntry& entry);

enum class MenuOrigin { usual, own };

struct Menu {
  MenuOrigin origin = MenuOrigin::usual;
  std::vector<MenuEntry> entries;
};

// The usual menu calls sections by their present title, and leaves out one that the commune has removed.
[[nodiscard]] Menu read_menu(db::ReadTx& tx);
[[nodiscard]] bool own_menu_has(db::ReadTx& tx, std::string_view target);

// From now on this is the menu. invalid with fields entries (fewer than 2, more than 8, no home page), entries.3.label,
// entries.3.target (neither a page of the site nor an https address, or twice).
[[nodiscard]] Result<Menu> save_menu(Tenant& tenant, const Actor& actor, const std::vector<MenuEntry>& entries,
                                     Instant now);
// Back to the usual menu. Doing it twice is harmless.
[[nodiscard]] Menu reset_menu(Tenant& tenant, const Actor& actor, Instant now);

}  // namespace clocher::tenants
