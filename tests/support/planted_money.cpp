// What isolation and pages need of money.
#include "tests/support/planted_money.hpp"

#include "payments/debt_import.hpp"
#include "payments/pay.hpp"
#include "payments/regie_edit.hpp"

#include <stdexcept>

namespace clocher::test {
namespace {

using namespace payments;

const tenants::Actor agent{tenants::ActorKind::agent, "Paul Régis"};

template <class T>
T good(Result<T> result) {
  if (!result) throw std::runtime_error("test: " + result.error().key);
  return std::move(*result);
}

Regie paying_regie(tenants::Tenant& tenant, const std::string& marker, Instant now, std::string_view account) {
  const RegieText text{.name = "Régie " + marker,
                       .products = {{"cantine", "Cantine"}},
                       .means = {Means::online, Means::cash},
                       .members = {{MemberRole::regisseur, "Paul Régis", "paul@exemple.fr"}}};
  const Regie regie = good(create_regie(tenant, agent, text, now));
  const Regie named =
      good(save_account(tenant, agent, regie.id, {GatewayKind::payfip, std::string(account)}, "key", now));
  (void)good(note_recognised(tenant, agent, named, "REGIE", now));
  (void)good(change_mode(tenant, agent, regie.id, Mode::activation, now));
  return good(change_mode(tenant, agent, regie.id, Mode::production, now));
}

NewDebt bill(const Regie& regie, const std::string& marker) {
  return {.regie_id = regie.id,
          .product = "cantine",
          .debtor = {marker, "parent@exemple.fr"},
          .object = "Cantine " + marker,
          .amount = {4250},
          .due_on = "2026-12-31"};
}

}  // namespace

PlantedMoney plant_money(tenants::Tenant& tenant, const std::string& marker, Instant now, std::string_view account) {
  PlantedMoney money;
  money.regie = paying_regie(tenant, marker, now, account);
  money.debt = good(create_debt(tenant, agent, bill(money.regie, marker), now));
  const ImportFile file{money.regie.id, "cantine", marker + ".csv",
                        "nom;objet;montant\n" + marker + ";Cantine;12,50\n"};
  money.import = good(import_debts(tenant, agent, file, now)).id.value;
  const Debt other = good(create_debt(tenant, agent, bill(money.regie, marker), now));
  money.payment = tenant.write_private(
      [&](db::Tx& tx) { return good(plan_attempt(tx, other.id, "parent@exemple.fr", now)).id.value; });
  return money;
}

std::optional<std::string> money_id_for(std::string_view parameter, std::string_view pattern,
                                        const PlantedMoney& money) {
  if (parameter == "gateway") return "payfip";
  if (parameter == "key" && pattern.starts_with("/paiements/")) return money.debt.page_key;
  if (parameter != "id") return std::nullopt;
  if (pattern.find("/regies/") != std::string_view::npos) return std::to_string(money.regie.id.value);
  if (pattern.find("/debts/") != std::string_view::npos) return std::to_string(money.debt.id.value);
  if (pattern.find("/debt-imports/") != std::string_view::npos) return std::to_string(money.import);
  if (pattern.find("/payments/") != std::string_view::npos) return std::to_string(money.payment);
  return std::nullopt;
}

}  // namespace clocher::test
