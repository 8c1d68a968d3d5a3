// A régie at work with a marker in every text, for tests that look for what leaks.
#pragma once

#include "tenants/tenant.hpp"
#include "tests/support/builders.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::test {

struct PlantedDesk {
  std::int64_t regie = 0, receipt = 0, bordereau = 0, discrepancy = 0, tariff = 0;
};

// `marker` has no space; the day is left open.
[[nodiscard]] PlantedDesk plant_desk(tenants::Tenant& tenant, const tenants::Texts& texts, const std::string& marker,
                                       Instant now);

// What stands for {id} in these routes of money; nullopt for other routes.
[[nodiscard]] std::optional<std::string> desk_id_for(std::string_view parameter, std::string_view pattern,
                                                      const PlantedDesk& planted);

}  // namespace clocher::test
