// SQL and rules of the publicity of acts.
#include "tenants/site/act_settings.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_line = 200;

ActSettings cleaned(const ActSettings& input) {
  ActSettings clean = input;
  clean.chosen_by = forms::clean_line(input.chosen_by);
  clean.place = forms::clean_line(input.place);
  clean.siret = forms::clean_line(input.siret);
  std::erase(clean.siret, ' ');
  if (clean.publicity == Publicity::electronique) {
    clean.chosen_by.clear();
    clean.chosen_on.reset();
  }
  return clean;
}

std::vector<FieldError> check(const ActSettings& settings, const Profile& profile, Instant now) {
  std::vector<FieldError> errors;
  const FieldError too_long{"", "input.too_long", {{"maximum", std::to_string(longest_line)}}};
  if (length_in_characters(settings.chosen_by) > longest_line)
    errors.push_back({"chosen_by", too_long.key, too_long.arguments});
  if (length_in_characters(settings.place) > longest_line)
    errors.push_back({"place", too_long.key, too_long.arguments});
  if (settings.publicity != Publicity::electronique) {
    if (settings.chosen_by.empty()) errors.push_back({"chosen_by", "act.chosen_by_missing", {}});
    if (!settings.chosen_on) errors.push_back({"chosen_on", "act.chosen_on_missing", {}});
    if (settings.place.empty()) errors.push_back({"place", "act.place_missing", {}});
  }
  if (settings.chosen_on && *settings.chosen_on > to_local(now).date)
    errors.push_back({"chosen_on", "act.in_future", {}});
  if (settings.siret.empty()) return errors;
  if (!is_siret(settings.siret))
    errors.push_back({"siret", "act.siret", {}});
  else if (!settings.siret.starts_with(profile.siren))
    errors.push_back({"siret", "act.siret_siren", {{"siren", profile.siren}}});
  return errors;
}

}  // namespace

std::string_view to_string(Publicity publicity) {
  if (publicity == Publicity::affichage) return "affichage";
  return publicity == Publicity::papier ? "papier" : "electronique";
}

std::optional<Publicity> parse_publicity(std::string_view text) {
  for (const auto publicity : {Publicity::electronique, Publicity::affichage, Publicity::papier}) {
    if (text == to_string(publicity)) return publicity;
  }
  return std::nullopt;
}

bool may_choose_publicity(const Profile& profile) { return profile.population < population_that_may_not_choose; }

ActSettings read_act_settings(db::ReadTx& tx) {
  const std::string siren = read_profile(tx).siren;
  return tx
      .one("SELECT publicity, chosen_by, chosen_on, place, nic FROM act_settings WHERE id = 1",
           [&](const db::Row& row) {
             const auto day = row.maybe_text(2);
             const std::string nic = row.text(4);
             return ActSettings{parse_publicity(row.text(0)).value_or(Publicity::electronique), row.text(1),
                                day ? parse_iso_date(*day) : std::nullopt, row.text(3), nic.empty() ? "" : siren + nic};
           })
      .value_or(ActSettings{});
}

Result<ActSettings> save_act_settings(Tenant& tenant, const Actor& actor, const ActSettings& input, Instant now) {
  const ActSettings settings = cleaned(input);
  return tenant.write([&](db::Tx& tx) -> Result<ActSettings> {
    const Profile profile = read_profile(tx);
    if (settings.publicity != Publicity::electronique && !may_choose_publicity(profile))
      return fail(ErrorKind::conflict, "act.publicity_large");
    if (auto errors = check(settings, profile, now); !errors.empty())
      return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
    const auto chosen_on = settings.chosen_on ? std::optional(to_iso(*settings.chosen_on)) : std::nullopt;
    const std::string nic = settings.siret.empty() ? "" : settings.siret.substr(9);
    tx.run(
        "UPDATE act_settings SET publicity = ?, chosen_by = ?, chosen_on = ?, place = ?, nic = ?, updated_at = ? WHERE "
        "id = 1",
        to_string(settings.publicity), settings.chosen_by, chosen_on, settings.place, nic, now);
    append_event(tx, actor, {"act_settings", 1}, "act.settings_changed", to_string(settings.publicity), now);
    return read_act_settings(tx);
  });
}

bool is_siret(std::string_view text) {
  if (text.size() != 14 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int digit = text[i] - '0';
    const int weighed = i % 2 == 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 == 0;
}

}  // namespace clocher::tenants
