// Régies and debts made by the verbs that agents use.
#include "tests/payments/money/money_world.hpp"

#include <stdexcept>

namespace clocher::test {
namespace {

template <class T>
T good(Result<T> result) {
  if (!result) {
    const std::string field = result.error().fields.empty() ? "" : " " + result.error().fields.front().key;
    throw std::runtime_error("test: " + result.error().key + field);
  }
  return std::move(*result);
}

}  // namespace

payments::RegieText canteen_text() {
  using namespace payments;
  return {.name = "Régie périscolaire",
          .act_reference = "Délibération 2024-12",
          .act_date = "2024-03-14",
          .products = {{"cantine", "Cantine scolaire", "7067"}, {"eau", "Eau", "70111"}},
          .means = {Means::online, Means::cash, Means::cheque},
          .members = {{MemberRole::regisseur, "Paul Régis", "paul@exemple.fr", "Arrêté 2024-31", "2024-04-01"},
                      {MemberRole::suppleant, "Anne Lise"}},
          .cash_ceiling = {200000},
          .comptable = "SGC du Mans\n72000 Le Mans"};
}

MoneyWorld::MoneyWorld() : commune_(world.commune()) {}

payments::Regie MoneyWorld::paying_regie(std::string_view account) {
  const auto regie = good(payments::create_regie(tenant(), regisseur, canteen_text(), now()));
  const auto with_account = good(payments::save_account(
      tenant(), regisseur, regie.id, {payments::GatewayKind::payfip, std::string(account)}, "key", now()));
  (void)good(payments::note_recognised(tenant(), regisseur, with_account, "REGIE", now()));
  (void)good(payments::change_mode(tenant(), regisseur, regie.id, payments::Mode::activation, now()));
  return good(payments::change_mode(tenant(), regisseur, regie.id, payments::Mode::production, now()));
}

payments::Debt MoneyWorld::debt(const payments::Regie& regie, Money amount, std::string email) {
  return good(payments::create_debt(tenant(), regisseur,
                                    {.regie_id = regie.id,
                                     .product = "cantine",
                                     .debtor = {.name = "Famille Leroy", .email = std::move(email)},
                                     .object = "Cantine de mars",
                                     .amount = amount},
                                    now()));
}

payments::Debt MoneyWorld::again(const payments::Debt& debt) {
  return read([&](db::ReadTx& tx) { return payments::find_debt(tx, debt.id).value(); });
}

payments::LedgerLine MoneyWorld::take_cash(const payments::Debt& debt, Money amount) {
  return write([&](db::Tx& tx) {
    return payments::append_line(tx,
                                 {.regie_id = debt.regie_id,
                                  .debit = "cash",
                                  .credit = payments::account::debtor,
                                  .amount = amount,
                                  .product = debt.product,
                                  .debt_id = debt.id,
                                  .label = debt.object,
                                  .author = regisseur.name},
                                 now());
  });
}

}  // namespace clocher::test
