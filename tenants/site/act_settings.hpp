// How the commune makes its acts public, and the number that open data wants of it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

// CGCT L2131-1 IV: under 3,500 inhabitants the council may choose for its mandate; without a choice it is electronic.
enum class Publicity { electronique, affichage, papier };
[[nodiscard]] std::string_view to_string(Publicity publicity);
[[nodiscard]] std::optional<Publicity> parse_publicity(std::string_view text);

inline constexpr std::int64_t population_that_may_not_choose = 3500;
[[nodiscard]] bool may_choose_publicity(const Profile& profile);

struct ActSettings {
  Publicity publicity = Publicity::electronique;
  std::string chosen_by = {};  // number of the deliberation that chose
  std::optional<Date> chosen_on = {};
  std::string place = {};  // where acts are posted, or read on paper
  std::string siret = {};  // 14 digits, of which the first nine are the commune's SIREN; "" while unknown
};

[[nodiscard]] ActSettings read_act_settings(db::ReadTx& tx);

// invalid; conflict act.publicity_large for a commune that may not choose.
[[nodiscard]] Result<ActSettings> save_act_settings(Tenant& tenant, const Actor& actor, const ActSettings& input,
                                                    Instant now);

// 14 digits whose Luhn sum is right. The numbers of La Poste follow another rule; no commune has one.
[[nodiscard]] bool is_siret(std::string_view text);

}  // namespace clocher::tenants
