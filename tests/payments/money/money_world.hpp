// A commune with régies and debts, for tests of money.
#pragma once

#include "payments/debt.hpp"
#include "payments/ledger.hpp"
#include "payments/regie.hpp"
#include "payments/regie_edit.hpp"
#include "tests/support/tenant_world.hpp"

#include <string>
#include <string_view>

namespace clocher::test {

inline const tenants::Actor regisseur{tenants::ActorKind::agent, "Paul Régis"};

// What an agent of a small town fills in: canteen and water, by every means.
[[nodiscard]] payments::RegieText canteen_text();

class MoneyWorld {
 public:
  MoneyWorld();

  [[nodiscard]] tenants::Tenant& tenant() { return *commune_; }
  [[nodiscard]] Instant now() const { return world.now(); }

  // Open, in production, recognised by PayFiP under this client number.
  [[nodiscard]] payments::Regie paying_regie(std::string_view account = "006382");
  [[nodiscard]] payments::Debt debt(const payments::Regie& regie, Money amount = {4250},
                                    std::string email = "parent@exemple.fr");
  [[nodiscard]] payments::Debt again(const payments::Debt& debt);  // as it is now

  // Cash at the counter.
  payments::LedgerLine take_cash(const payments::Debt& debt, Money amount);

  template <class Body>
  auto write(Body&& body) {
    return tenant().write_private(std::forward<Body>(body));
  }
  template <class Body>
  auto read(Body&& body) {
    return tenant().read(std::forward<Body>(body));
  }

  TenantWorld world;

 private:
  tenants::TenantHandle commune_;
};

}  // namespace clocher::test
