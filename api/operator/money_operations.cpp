// Reads the ledger of a commune from its first line and looks at the invariants of its money.
#include "api/operator/money_operations.hpp"

#include "payments/invariants.hpp"
#include "payments/ledger_hash.hpp"

namespace clocher::api::control {
namespace {

struct MoneyCheck {
  payments::LedgerCheck ledger;
  std::vector<payments::Violation> violations;
};

MoneyCheck check_money(tenants::Tenant& tenant) {
  return tenant.read([&](db::ReadTx& tx) {
    MoneyCheck check{payments::verify_ledger(tx, tenant.insee()), {}};
    check.violations = payments::check_invariants(tx);
    return check;
  });
}

}  // namespace

Result<json::Value> verify_journal(Services& services, const json::Object& input) {
  const auto commune = services.registry.show(json::string_or(input, "insee"));
  if (!commune) return fail(commune.error());
  const auto tenant = services.registry.open_for_job(commune->insee);
  if (!tenant) return fail(tenant.error());
  const MoneyCheck check = check_money(**tenant);
  json::Array faults, violations;
  for (const payments::LedgerFault& each : check.ledger.faults)
    faults.push_back(
        json::Object{{"line", each.line}, {"what", payments::to_string(each.what)}, {"detail", each.detail}});
  for (const payments::Violation& each : check.violations)
    violations.push_back(json::Object{{"rule", each.rule}, {"detail", each.detail}});
  return json::Object{{"insee", commune->insee},     {"name", commune->name},
                      {"lines", check.ledger.lines}, {"last_hash", check.ledger.last_hash},
                      {"faults", std::move(faults)}, {"violations", std::move(violations)}};
}

json::Array money_faults(tenants::Tenant& tenant) {
  const MoneyCheck check = check_money(tenant);
  json::Array found;
  for (const payments::LedgerFault& each : check.ledger.faults)
    found.emplace_back("ligne " + std::to_string(each.line) + ", " + std::string(payments::to_string(each.what)));
  for (const payments::Violation& each : check.violations) found.emplace_back(each.rule + ", " + each.detail);
  return found;
}

}  // namespace clocher::api::control
