// The directories of a commune: one record per service, association, elected member... written once, read everywhere.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/directory_kind.hpp"
#include "tenants/site/hours.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct GeoPoint {
  double latitude = 0;  // WGS 84, degrees
  double longitude = 0;
  bool operator==(const GeoPoint&) const = default;
};

// What the town hall writes of a record; "" for what is not known.
struct DirectoryText {
  std::string name = {};         // 1..160 characters
  std::string category = {};     // facet: up to 80
  std::string description = {};  // Markdown, up to 10 000
  std::string address = {}, postcode = {}, city = {};
  std::optional<GeoPoint> point = {};
  std::string phone = {}, phone_2 = {};       // as format_phone writes them
  std::string email = {}, website = {};       // website: complete, http(s)
  std::optional<WeekHours> hours = {};        // empty while unknown
  std::optional<std::int64_t> image_id = {};  // of the media library
  std::string image_alt = {};
  std::map<std::string, std::string, std::less<>> details = {};  // by DetailField::key; absent when ""
  std::vector<std::string> pivots =
      {};                        // codes of local services on Service-Public: "mairie", "ccas" (interfaces §3.2)
  bool is_visible = true;        // residents see it
  bool contact_consent = false;  // the private person named in contact_person accepts to be published
};

struct DirectoryEntry {
  Id<DirectoryEntry> id;
  DirectoryKind kind = DirectoryKind::services;
  std::string slug;
  DirectoryText text;
  bool is_town_hall = false;  // name, address, phone, email and hours are those of the profile, always
  std::int64_t position = 0;
  std::int64_t version = 0;  // grows with each change
  Instant confirmed_at;      // when the town hall last said that this is right
  Instant updated_at;
  std::optional<Instant> deleted_at = {};
};

// "/annuaire/associations/club-de-boules"
[[nodiscard]] std::string path_of(const DirectoryEntry& entry);

// Nobody has confirmed it for a year: shown to agents.
[[nodiscard]] bool is_stale(const DirectoryEntry& entry, Instant now);

// --- Residents: visible records, without what a private person has not accepted to publish ---------------------------

// By position, then name.
[[nodiscard]] std::vector<DirectoryEntry> list_public_entries(db::ReadTx& tx, DirectoryKind kind);
[[nodiscard]] std::vector<DirectoryEntry> list_public_entries(db::ReadTx& tx);  // of all kinds
[[nodiscard]] std::optional<DirectoryEntry> find_public_entry(db::ReadTx& tx, DirectoryKind kind,
                                                              std::string_view slug);
[[nodiscard]] std::optional<DirectoryEntry> find_public_entry(db::ReadTx& tx, Id<DirectoryEntry> id);
// The local contact of a Service-Public sheet: those that carry that code.
[[nodiscard]] std::vector<DirectoryEntry> list_public_entries_for_pivot(db::ReadTx& tx, std::string_view pivot);

// What may be published of a record: without consent, nothing that leads to the person it names.
[[nodiscard]] DirectoryEntry public_face(DirectoryEntry entry);

// --- Town hall -------------------------------------------------------------------------------------------------------

enum class DirectoryShelf { live, bin };

// By position, then name; of one kind or all.
[[nodiscard]] std::vector<DirectoryEntry> list_entries(db::ReadTx& tx, std::optional<DirectoryKind> kind,
                                                       DirectoryShelf shelf = DirectoryShelf::live);
// Those of the bin too.
[[nodiscard]] std::optional<DirectoryEntry> find_entry(db::ReadTx& tx, Id<DirectoryEntry> id);

// invalid with fields named as in the API: name, phone, website, details.rna ...
[[nodiscard]] Result<DirectoryEntry> create_entry(Tenant& tenant, const Actor& actor, DirectoryKind kind,
                                                  const DirectoryText& text, Instant now);
// conflict edit.conflict when someone saved since `base_version`; not_found. Of the town hall's record, what is the
// profile's is left alone. Nothing is written when nothing differs.
[[nodiscard]] Result<DirectoryEntry> save_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id,
                                                const DirectoryText& text, std::int64_t base_version, Instant now);
// "Toujours exact": not stale for another year.
[[nodiscard]] Result<DirectoryEntry> confirm_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id,
                                                   Instant now);
// Kept for 30 days in the bin. conflict directory.town_hall_stays; doing it twice is not_found.
[[nodiscard]] Result<void> bin_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id, Instant now);
// Its address is made anew when another record took it. Harmless when it is not in the bin.
[[nodiscard]] Result<DirectoryEntry> restore_entry(Tenant& tenant, const Actor& actor, Id<DirectoryEntry> id,
                                                   Instant now);
// The order of a kind: those named first, in that order, the others after them as they were.
[[nodiscard]] Result<void> order_entries(Tenant& tenant, const Actor& actor, DirectoryKind kind,
                                         const std::vector<Id<DirectoryEntry>>& ids, Instant now);

// Forgets what has been in the bin for 30 days, and what undoing an import of more than a day ago would need.
void purge_directory(Tenant& tenant, Instant now);

// For provisioning: the record of the town hall, in the caller's transaction.
void insert_town_hall_entry(db::Tx& tx, Instant now);

}  // namespace clocher::tenants
