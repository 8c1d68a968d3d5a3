// The work on one case, with a marker in every text: what another commune must never see.
#pragma once

#include "tenants/dossiers/dossier.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::test {

struct PlantedWork {
  std::int64_t opinion = 0, model = 0, view = 0, bulk = 0, made = 0;
};

[[nodiscard]] PlantedWork plant_work(tenants::Tenant& tenant, const tenants::Texts& texts,
                                     Id<dossiers::Dossier> dossier, const std::string& marker, Instant now);

// The id that stands for a parameter of a route about this work.
[[nodiscard]] std::optional<std::string> work_id_for(std::string_view parameter, std::string_view pattern,
                                                     const PlantedWork& work);

}  // namespace clocher::test
