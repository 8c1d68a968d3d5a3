// Writing the directories: made, changed, confirmed, ordered, binned and brought back.
#include "core/base/text.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/directory_slug.hpp"
#include "tenants/site/directory_store.hpp"
#include "tenants/site/directory_text.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t bin_seconds = 30 * one_day;
constexpr std::int64_t undo_seconds = one_day;

Failure not_found() { return fail(ErrorKind::not_found, "directory.not_found"); }

Failure invalid(std::vector<FieldError> errors) {
  return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
}

void note(db::Tx& tx, const Actor& actor, Id<DirectoryEntry> id, std::string_view verb, std::string_view details,
          Instant now) {
  append_event(tx, actor, {"directory", id.value}, verb, details, now);
}

// What the profile says is never written into the town hall's record.
DirectoryText without_profile(DirectoryText text, const DirectoryText& stored) {
  text.name = stored.name;
  for (auto field : {&DirectoryText::address, &DirectoryText::postcode, &DirectoryText::city, &DirectoryText::phone,
                     &DirectoryText::phone_2, &DirectoryText::email})
    text.*field = stored.*field;
  text.hours = stored.hours;
  return text;
}

std::optional<DirectoryEntry> find_live(db::ReadTx& tx, Id<DirectoryEntry> id) {
  auto entry = directory_store::find(tx, id);
  return entry && !entry->deleted_at ? entry : std::nullopt;
}

}  // namespace

std::string free_slug(db::ReadTx& tx, DirectoryKind kind, std::string_view name) {
  std::string base = slug(name);
  if (base.empty()) base = "fiche";
  std::string candidate = base;
  for (int number = 2; directory_store::slug_is_taken(tx, kind, candidate); ++number)
    candidate = base + "-" + std::to_string(number);
  return candidate;
}

Result<DirectoryEntry> create_entry(Tenant& tenant, const Actor& actor, DirectoryKind kind, const DirectoryText& input,
                                    Instant now) {
  const DirectoryText text = cleaned(input);
  if (auto errors = check(kind, text); !errors.empty()) return invalid(std::move(errors));
  return tenant.write([&](db::Tx& tx) -> Result<DirectoryEntry> {
    const auto id = directory_store::insert(tx, kind, free_slug(tx, kind, text.name), text,
                                            directory_store::next_position(tx, kind), now);
    note(tx, actor, id, "directory.created", text.name, now);
    return *find_entry(tx, id);
  });
}

Result<DirectoryEntry> save_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id, const DirectoryText& input,
                                  std::int64_t base_version, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<DirectoryEntry> {
    const auto current = find_live(tx, id);
    if (!current) return not_found();
    const DirectoryText text = cleaned(current->is_town_hall ? without_profile(input, current->text) : input);
    if (auto errors = check(current->kind, text); !errors.empty()) return invalid(std::move(errors));
    if (!is_same(text, current->text)) {
      if (base_version != current->version) return fail(ErrorKind::conflict, "edit.conflict");
      directory_store::update(tx, id, text, now);
      note(tx, actor, id, "directory.changed", text.name, now);
    }
    return *find_entry(tx, id);
  });
}

Result<DirectoryEntry> confirm_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<DirectoryEntry> {
    const auto current = find_live(tx, id);
    if (!current) return not_found();
    directory_store::set_confirmed(tx, id, now);
    note(tx, actor, id, "directory.confirmed", current->text.name, now);
    return *find_entry(tx, id);
  });
}

Result<void> bin_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    const auto current = find_live(tx, id);
    if (!current) return not_found();
    if (current->is_town_hall) return fail(ErrorKind::conflict, "directory.town_hall_stays");
    directory_store::mark_deleted(tx, id, now);
    note(tx, actor, id, "directory.binned", current->text.name, now);
    return {};
  });
}

Result<DirectoryEntry> restore_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<DirectoryEntry> {
    const auto current = directory_store::find(tx, id);
    if (!current) return not_found();
    if (current->deleted_at) {
      const bool is_free = !directory_store::slug_is_taken(tx, current->kind, current->slug);
      directory_store::mark_restored(tx, id, is_free ? current->slug : free_slug(tx, current->kind, current->text.name),
                                     now);
      note(tx, actor, id, "directory.restored", current->text.name, now);
    }
    return *find_entry(tx, id);
  });
}

Result<void> order_entries(Tenant& tenant, const Actor& actor, DirectoryKind kind,
                           const std::vector<Id<DirectoryEntry>>& ids, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<void> {
    std::vector<Id<DirectoryEntry>> order = ids;
    const auto entries = directory_store::list(tx, to_string(kind), DirectoryShelf::live);
    const auto is_known = [&](Id<DirectoryEntry> id) {
      return std::ranges::count(order, id) == 1 && std::ranges::find(entries, id, &DirectoryEntry::id) != entries.end();
    };
    if (!std::ranges::all_of(ids, is_known)) return fail_field("ids", "directory.order");
    for (const DirectoryEntry& entry : entries) {
      if (std::ranges::find(ids, entry.id) == ids.end()) order.push_back(entry.id);
    }
    std::int64_t position = 0;
    for (const auto id : order) directory_store::set_position(tx, id, ++position);
    append_event(tx, actor, {"directory", 0}, "directory.ordered", to_string(kind), now);
    return {};
  });
}

void purge_directory(Tenant& tenant, Instant now) {
  tenant.write_private([&](db::Tx& tx) {
    directory_store::forget_imports(tx, now - undo_seconds);
    directory_store::forget_deleted(tx, now - bin_seconds);
  });
}

void insert_town_hall_entry(db::Tx& tx, Instant now) { directory_store::insert_town_hall(tx, now); }

}  // namespace clocher::tenants
