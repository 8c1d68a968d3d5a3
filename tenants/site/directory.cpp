// Reading the directories: what the town hall's record takes from the profile, what residents may see.
#include "tenants/site/directory.hpp"

#include "core/base/text.hpp"
#include "tenants/site/directory_store.hpp"
#include "tenants/site/profile.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t stale_seconds = 365 * one_day;

// One record reused, never copied: what the profile says is what the directory says.
void fill_from_profile(DirectoryEntry& entry, const Profile& profile) {
  DirectoryText& text = entry.text;
  text.name = "Mairie " + with_de(profile.name);
  text.address = profile.address;
  text.postcode = profile.postcode;
  text.city = profile.city;
  text.phone = profile.phone;
  text.phone_2.clear();
  text.email = profile.email;
  text.hours = profile.hours_confirmed_at ? std::optional(profile.hours) : std::nullopt;
}

void fill_town_hall(db::ReadTx& tx, std::vector<DirectoryEntry>& entries) {
  const auto town_hall = std::ranges::find_if(entries, &DirectoryEntry::is_town_hall);
  if (town_hall != entries.end()) fill_from_profile(*town_hall, read_profile(tx));
}

std::optional<DirectoryEntry> whole(db::ReadTx& tx, std::optional<DirectoryEntry> entry) {
  if (entry && entry->is_town_hall) fill_from_profile(*entry, read_profile(tx));
  return entry;
}

std::optional<DirectoryEntry> if_public(std::optional<DirectoryEntry> entry) {
  if (!entry || entry->deleted_at || !entry->text.is_visible) return std::nullopt;
  return public_face(std::move(*entry));
}

std::vector<DirectoryEntry> public_entries(db::ReadTx& tx, std::string_view kind) {
  std::vector<DirectoryEntry> shown;
  for (DirectoryEntry& entry : directory_store::list(tx, kind, DirectoryShelf::live)) {
    if (entry.text.is_visible) shown.push_back(public_face(std::move(entry)));
  }
  fill_town_hall(tx, shown);
  return shown;
}

}  // namespace

std::string path_of(const DirectoryEntry& entry) {
  return "/annuaire/" + std::string(to_string(entry.kind)) + "/" + entry.slug;
}

bool is_stale(const DirectoryEntry& entry, Instant now) { return now - entry.confirmed_at > stale_seconds; }

DirectoryEntry public_face(DirectoryEntry entry) {
  DirectoryText& text = entry.text;
  const auto person = text.details.find(contact_person_key);
  if (person == text.details.end() || text.contact_consent) return entry;
  // Of an association without premises, the telephone and the address are those of the person.
  text.details.erase(person);
  for (std::string* line : {&text.address, &text.phone, &text.phone_2, &text.email}) line->clear();
  text.point.reset();
  return entry;
}

std::vector<DirectoryEntry> list_public_entries(db::ReadTx& tx, DirectoryKind kind) {
  return public_entries(tx, to_string(kind));
}

std::vector<DirectoryEntry> list_public_entries(db::ReadTx& tx) { return public_entries(tx, ""); }

std::optional<DirectoryEntry> find_public_entry(db::ReadTx& tx, DirectoryKind kind, std::string_view slug) {
  return if_public(whole(tx, directory_store::find(tx, kind, slug)));
}

std::optional<DirectoryEntry> find_public_entry(db::ReadTx& tx, Id<DirectoryEntry> id) {
  return if_public(whole(tx, directory_store::find(tx, id)));
}

std::vector<DirectoryEntry> list_public_entries_for_pivot(db::ReadTx& tx, std::string_view pivot) {
  std::vector<DirectoryEntry> entries = list_public_entries(tx, DirectoryKind::services);
  std::erase_if(entries, [&](const DirectoryEntry& entry) {
    return std::ranges::find(entry.text.pivots, pivot) == entry.text.pivots.end();
  });
  return entries;
}

std::vector<DirectoryEntry> list_entries(db::ReadTx& tx, std::optional<DirectoryKind> kind, DirectoryShelf shelf) {
  std::vector<DirectoryEntry> entries = directory_store::list(tx, kind ? to_string(*kind) : std::string_view(), shelf);
  fill_town_hall(tx, entries);
  return entries;
}

std::optional<DirectoryEntry> find_entry(db::ReadTx& tx, Id<DirectoryEntry> id) {
  return whole(tx, directory_store::find(tx, id));
}

}  // namespace clocher::tenants
