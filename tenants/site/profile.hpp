// Who the commune is and how to reach its town hall: written once, shown everywhere.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/alert_list.hpp"
#include "tenants/site/declaration.hpp"
#include "tenants/site/look_pictures.hpp"
#include "tenants/site/menu.hpp"
#include "tenants/site/opening.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::tenants {

struct Profile {
  // From the national register; changed only by an import.
  std::string insee;
  std::string siren;
  std::string name;
  std::string department_code;
  std::string department_name;
  std::string epci_siren;
  std::string epci_name;
  std::int64_t population = 0;
  // Written by the town hall; "" while unknown.
  std::string address;
  std::string postcode;
  std::string city;
  std::string phone;
  std::string email;
  WeekHours hours;
  std::optional<Instant> hours_confirmed_at;
  std::string mayor_name;
  std::string publication_director;
  std::string dpo_contact;
  std::string theme;  // theme-ardoise ...
  Instant updated_at;
  std::vector<HoursException> exceptions;
  HolidayRule holidays = HolidayRule::closed;
  std::string accent;  // six hexadecimal digits, "" for the theme's own
  std::string photo_credits;
  std::string licence;                     // "" not chosen, "ouverte", "by-sa", "reserved"
  std::optional<Declaration> declaration;  // of accessibility
  std::vector<Alert> alerts = {};          // of every page: read with the rest
  std::vector<MenuEntry> menu = {};  // of every page: read with the rest, changed by save_menu
  std::optional<std::int64_t> logo_id = {}, hero_id = {};  // of the media library
  LookPictures pictures = {};                              // what these show: read with the rest
  std::string welcome = {};                                // one sentence of the home page
  std::string host = {};                                   // who hosts the site, when the platform does not say
};

[[nodiscard]] Opening opening_of(const Profile& profile);

// What the town hall may change.
struct ProfileInput {
  std::string address, postcode, city, phone, email;
  WeekHours hours;
  bool hours_confirmed = false;
  std::string mayor_name;  // leads the directory of elected members too (mayor.hpp)
};

// What is written now.
[[nodiscard]] ProfileInput input_of(const Profile& profile);

[[nodiscard]] Profile read_profile(db::ReadTx& tx);
void insert_profile(db::Tx& tx, const Profile& profile, Instant now);

// invalid with fields postcode, phone, email, or text too long.
[[nodiscard]] Result<Profile> save_profile(Tenant& tenant, const Actor& actor, const ProfileInput& input, Instant now);
// The same within a transaction of the caller's.
[[nodiscard]] Result<Profile> change_profile(db::Tx& tx, const Actor& actor, const ProfileInput& input, Instant now);

}  // namespace clocher::tenants
