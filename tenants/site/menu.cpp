// The menu read, checked and written.
#include "tenants/site/menu.hpp"

#include "core/base/text.hpp"
#include "tenants/site/section.hpp"
#include "tenants/site/site_path.hpp"
#include "tenants/site/web_address.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::size_t fewest_entries = 2;
constexpr std::size_t most_entries = 8;
constexpr std::size_t longest_label = 30;

struct UsualEntry {
  std::string_view label_key;  // "" for a section, which has a title
  std::string_view target;
};

constexpr std::array<UsualEntry, 7> usual_menu = {{{"nav.home", "/"},
                                                   {"", "/la-mairie"},
                                                   {"", "/vivre-ici"},
                                                   {"nav.directory", "/annuaire"},
                                                   {"nav.procedures", "/demarches"},
                                                   {"nav.news", "/actualites"},
                                                   {"nav.agenda", "/agenda"}}};

std::vector<MenuEntry> own_entries(db::ReadTx& tx) {
  return tx.all("SELECT label, target FROM menu_entry ORDER BY position",
                [](const db::Row& row) { return MenuEntry{row.text(0), row.text(1), {}}; });
}

std::vector<MenuEntry> usual_entries(db::ReadTx& tx) {
  std::vector<MenuEntry> entries;
  const auto sections = list_sections(tx);
  for (const auto& [label_key, target] : usual_menu) {
    const auto section = std::ranges::find(sections, target.substr(1), &Section::slug);
    if (section != sections.end())
      entries.push_back({section->title, std::string(target), {}});
    else if (!label_key.empty())
      entries.push_back({"", std::string(target), label_key});
  }
  return entries;
}

// As it is kept; "" when it leads nowhere we would send anybody.
std::string clean_target(std::string_view text) {
  const std::string_view target = trim(text);
  if (is_site_path(target)) return std::string(target);
  const auto address = read_web_address(target);
  return address && address->starts_with("https://") ? *address : std::string();
}

std::vector<FieldError> check(std::vector<MenuEntry>& entries) {
  std::vector<FieldError> errors;
  if (entries.size() < fewest_entries || entries.size() > most_entries) errors.push_back({"entries", "menu.count", {}});
  if (std::ranges::none_of(entries, [](const MenuEntry& entry) { return trim(entry.target) == "/"; }))
    errors.push_back({"entries", "menu.home", {}});
  for (std::size_t i = 0; i < entries.size(); ++i) {
    MenuEntry& entry = entries[i];
    entry = {one_line(trim(entry.label)), clean_target(entry.target), {}};
    const std::string field = "entries." + std::to_string(i);
    const auto earlier = std::span(entries).first(i);
    if (entry.label.empty()) errors.push_back({field + ".label", "menu.label", {}});
    if (length_in_characters(entry.label) > longest_label)
      errors.push_back({field + ".label", "input.too_long", {{"maximum", std::to_string(longest_label)}}});
    if (std::ranges::find(earlier, entry.label, &MenuEntry::label) != earlier.end())
      errors.push_back({field + ".label", "menu.label_twice", {}});
    if (entry.target.empty())
      errors.push_back({field + ".target", "menu.target", {}});
    else if (std::ranges::find(earlier, entry.target, &MenuEntry::target) != earlier.end())
      errors.push_back({field + ".target", "menu.target_twice", {}});
  }
  return errors;
}

}  // namespace

bool is_external(const MenuEntry& entry) { return !entry.target.starts_with('/'); }

Menu read_menu(db::ReadTx& tx) {
  auto own = own_entries(tx);
  if (!own.empty()) return {MenuOrigin::own, std::move(own)};
  return {MenuOrigin::usual, usual_entries(tx)};
}

bool own_menu_has(db::ReadTx& tx, std::string_view target) {
  return tx.number("SELECT COUNT(*) FROM menu_entry WHERE target = ?", target) > 0;
}

Result<Menu> save_menu(Tenant& tenant, const Actor& actor, const std::vector<MenuEntry>& entries, Instant now) {
  std::vector<MenuEntry> clean = entries;
  std::vector<FieldError> errors = check(clean);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return tenant.write([&](db::Tx& tx) -> Result<Menu> {
    if (own_entries(tx) == clean) return read_menu(tx);
    tx.run("DELETE FROM menu_entry");
    std::int64_t position = 0;
    for (const MenuEntry& entry : clean)
      tx.run("INSERT INTO menu_entry (position, label, target) VALUES (?, ?, ?)", ++position, entry.label, entry.target);
    append_event(tx, actor, {"menu", 1}, "menu.changed", "", now);
    return read_menu(tx);
  });
}

Menu reset_menu(Tenant& tenant, const Actor& actor, Instant now) {
  return tenant.write([&](db::Tx& tx) {
    if (!own_entries(tx).empty()) {
      tx.run("DELETE FROM menu_entry");
      append_event(tx, actor, {"menu", 1}, "menu.reset", "", now);
    }
    return read_menu(tx);
  });
}

}  // namespace clocher::tenants
