// The tariffs of a régie's products, kept as they were decided.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "core/view/catalogue.hpp"
#include "payments/regie.hpp"
#include "payments/tariff/tariff.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::payments::tariff {

struct StoredTariff {
  Id<StoredTariff> id;
  Id<Regie> regie_id;
  std::string product;
  Tariff tariff;
  std::int64_t version = 1;
  Instant updated_at;
  std::optional<Instant> withdrawn_at = {};
};

struct TariffEdit {
  std::string product;
  Tariff tariff;
};

// Fails like check(); not_found regie.unknown; invalid product tariff.product.
[[nodiscard]] Result<StoredTariff> create_tariff(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie,
                                                 const TariffEdit& edit, const view::Catalogue& catalogue, Instant now);
// Also not_found tariff.not_found; conflict tariff.withdrawn, tariff.stale when `version` is not the present one.
[[nodiscard]] Result<StoredTariff> save_tariff(tenants::Tenant& tenant, const tenants::Actor& actor,
                                               Id<StoredTariff> id, const TariffEdit& edit, std::int64_t version,
                                               const view::Catalogue& catalogue, Instant now);
// What was priced by it stays. not_found; conflict tariff.withdrawn.
[[nodiscard]] Result<StoredTariff> withdraw_tariff(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                   Id<StoredTariff> id, Instant now);

[[nodiscard]] std::optional<StoredTariff> find_tariff(db::ReadTx& tx, Id<StoredTariff> id);
[[nodiscard]] std::vector<StoredTariff> list_tariffs(db::ReadTx& tx, Id<Regie> regie);  // by name; withdrawn ones last

}  // namespace clocher::payments::tariff
