// SQL and rules of the commune's profile.
#include "tenants/site/profile.hpp"

#include "core/base/phone.hpp"
#include "core/base/text.hpp"
#include "tenants/people/address.hpp"
#include "tenants/site/mayor.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_line = 200;

bool is_postcode(std::string_view text) {
  return text.size() == 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<FieldError> check(const ProfileInput& input) {
  std::vector<FieldError> errors;
  const std::array<std::pair<const char*, const std::string*>, 6> lines = {
      {{"address", &input.address},
       {"postcode", &input.postcode},
       {"city", &input.city},
       {"phone", &input.phone},
       {"email", &input.email},
       {"mayor_name", &input.mayor_name}}};
  for (const auto& [name, text] : lines) {
    if (length_in_characters(*text) > longest_line)
      errors.push_back({name, "input.too_long", {{"maximum", std::to_string(longest_line)}}});
  }
  if (!input.postcode.empty() && !is_postcode(trim(input.postcode)))
    errors.push_back({"postcode", "profile.postcode", {}});
  if (!input.phone.empty() && !is_phone(normalize_phone(input.phone))) errors.push_back({"phone", "profile.phone", {}});
  if (!input.email.empty() && !is_mail_address(input.email)) errors.push_back({"email", "profile.email", {}});
  return errors;
}

std::string clean(std::string_view text) { return one_line(trim(text)); }

}  // namespace

Opening opening_of(const Profile& profile) {
  return {profile.hours, profile.exceptions, profile.holidays, profile.department_code};
}

Profile read_profile(db::ReadTx& tx) {
  auto profile = tx.one(
      "SELECT insee, siren, name, department_code, department_name, epci_siren, epci_name, population, address, "
      "postcode, city, "
      "phone, email, hours, hours_confirmed_at, mayor_name, publication_director, dpo_contact, theme, updated_at, "
      "open_on_holidays, accent, photo_credits, licence, logo_id, hero_id, welcome, host FROM profile WHERE id = 1",
      [](const db::Row& row) {
        const json::Value hours = json::parse_trusted(row.text(13));
        return Profile{row.text(0),
                       row.text(1),
                       row.text(2),
                       row.text(3),
                       row.text(4),
                       row.text(5),
                       row.text(6),
                       row.integer(7),
                       row.text(8),
                       row.text(9),
                       row.text(10),
                       row.text(11),
                       row.text(12),
                       parse_hours(hours.as_array()).value_or(closed_all_week()),
                       row.maybe_instant(14),
                       row.text(15),
                       row.text(16),
                       row.text(17),
                       row.text(18),
                       row.instant(19),
                       {},
                       row.boolean(20) ? HolidayRule::usual_hours : HolidayRule::closed,
                       row.text(21),
                       row.text(22),
                       row.text(23),
                       {},
                       {},
                       {},
                       row.maybe_integer(24),
                       row.maybe_integer(25),
                       {},
                       row.text(26),
                       row.text(27)};
      });
  if (!profile) throw std::logic_error("profile: a served commune has none");
  profile->exceptions = read_exceptions(tx);
  profile->declaration = read_declaration(tx);
  profile->alerts = read_alerts(tx);
  profile->menu = read_menu(tx).entries;
  profile->pictures = read_look_pictures(tx, profile->logo_id, profile->hero_id);
  return std::move(*profile);
}

void insert_profile(db::Tx& tx, const Profile& profile, Instant now) {
  tx.run(
      "INSERT INTO profile (id, insee, siren, name, department_code, department_name, epci_siren, epci_name, "
      "population, "
      "postcode, city, hours, theme, updated_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      profile.insee, profile.siren, profile.name, profile.department_code, profile.department_name, profile.epci_siren,
      profile.epci_name, profile.population, profile.postcode, profile.city, json::serialize(to_json(profile.hours)),
      profile.theme, now);
}

ProfileInput input_of(const Profile& profile) {
  return {profile.address, profile.postcode, profile.city,       profile.phone,
          profile.email,   profile.hours,    profile.hours_confirmed_at.has_value(), profile.mayor_name};
}

Result<Profile> save_profile(Tenant& tenant, const Actor& actor, const ProfileInput& input, Instant now) {
  return tenant.write([&](db::Tx& tx) { return change_profile(tx, actor, input, now); });
}

Result<Profile> change_profile(db::Tx& tx, const Actor& actor, const ProfileInput& input, Instant now) {
  std::vector<FieldError> errors = check(input);
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  const std::optional<Instant> confirmed_at = input.hours_confirmed ? std::optional(now) : std::nullopt;
  place_mayor(tx, actor, read_profile(tx).mayor_name, clean(input.mayor_name), now);
  tx.run(
      "UPDATE profile SET address = ?, postcode = ?, city = ?, phone = ?, email = ?, hours = ?, hours_confirmed_at = ?, "
      "mayor_name = ?, updated_at = ? WHERE id = 1",
      clean(input.address), clean(input.postcode), clean(input.city), format_phone(normalize_phone(input.phone)),
      normalize_mail_address(input.email), json::serialize(to_json(input.hours)), confirmed_at, clean(input.mayor_name),
      now);
  append_event(tx, actor, {"profile", 1}, "profile.changed", "", now);
  return read_profile(tx);
}

}  // namespace clocher::tenants
