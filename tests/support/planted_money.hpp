// A régie in production with a debt, an import and a payment under way, made by the verbs; texts carry a marker.
#pragma once

#include "payments/debt.hpp"
#include "payments/regie.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::test {

struct PlantedMoney {
  payments::Regie regie;
  payments::Debt debt;
  std::int64_t import = 0, payment = 0;
};

[[nodiscard]] PlantedMoney plant_money(tenants::Tenant& tenant, const std::string& marker, Instant now, std::string_view account = "006382");

// The id that stands for a parameter of a route about money.
[[nodiscard]] std::optional<std::string> money_id_for(std::string_view parameter, std::string_view pattern, const PlantedMoney& money);

}  // namespace clocher::test
