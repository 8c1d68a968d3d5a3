// Finds the mayor's record among the elected members, or makes it.
#include "tenants/site/mayor.hpp"

#include "core/base/text.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/directory_slug.hpp"
#include "tenants/site/directory_store.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::string_view role_key = "role";
constexpr std::size_t longest_name = 160;  // of a record
constexpr const char* mayor_role = "Maire";
constexpr const char* mayor_group = "Maire et adjoints";

std::string role_of(const DirectoryEntry& entry) {
  const auto found = entry.text.details.find(role_key);
  return found == entry.text.details.end() ? "" : found->second;
}

void update(db::Tx& tx, const Actor& actor, const DirectoryEntry& entry, const DirectoryText& text, Instant now) {
  directory_store::update(tx, entry.id, text, now);
  append_event(tx, actor, {"directory", entry.id.value}, "directory.changed", text.name, now);
}

void create(db::Tx& tx, const Actor& actor, std::string_view name, Instant now) {
  DirectoryText text;
  text.name = std::string(name);
  text.category = mayor_group;
  text.details.emplace(role_key, mayor_role);
  const auto id = directory_store::insert(tx, DirectoryKind::elus, free_slug(tx, DirectoryKind::elus, name), text, 0, now);
  append_event(tx, actor, {"directory", id.value}, "directory.created", text.name, now);
}

}  // namespace

void place_mayor(db::Tx& tx, const Actor& actor, std::string_view former, std::string_view name, Instant now) {
  if (name.empty() || name == former || length_in_characters(name) > longest_name) return;
  const auto members = directory_store::list(tx, to_string(DirectoryKind::elus), DirectoryShelf::live);
  const auto is_called = [&](std::string_view wanted) {
    return std::ranges::find_if(members, [&](const DirectoryEntry& each) { return directory_store::name_key(each.text.name) == directory_store::name_key(wanted); });
  };
  if (const auto same = is_called(name); same != members.end()) {
    DirectoryText text = same->text;
    if (text.details.emplace(role_key, mayor_role).second) update(tx, actor, *same, text, now);
    return;
  }
  if (const auto old = is_called(former); !former.empty() && old != members.end() && role_of(*old) == mayor_role) {
    DirectoryText text = old->text;
    text.name = std::string(name);
    return update(tx, actor, *old, text, now);
  }
  const bool is_known = std::ranges::any_of(members, [](const DirectoryEntry& each) { return role_of(each) == mayor_role; });
  if (!is_known) create(tx, actor, name, now);
}

}  // namespace clocher::tenants
