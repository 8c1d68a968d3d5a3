// An open till and receipts in one line each.
#pragma once

#include "payments/desk/bordereau.hpp"
#include "payments/desk/month.hpp"
#include "payments/desk/receipt.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace clocher::test {

struct OpenDesk {
  OpenDesk() {
    using enum payments::Means;
    payments::RegieText text = regie.text;
    text.means = {online, cash, cheque, card, cesu, holiday_voucher, transfer};
    regie = payments::save_regie(world.tenant(), regisseur, regie.id, text, world.now()).value();
    REQUIRE(payments::desk::open_day(world.tenant(), regisseur, regie.id, {5000}, world.now()));
  }

  Result<payments::desk::Taken> take(payments::desk::NewReceipt input) {
    input.regie_id = regie.id;
    if (input.request_key.empty()) input.request_key = "essai-" + std::to_string(++keys_);
    return payments::desk::take_payment(world.tenant(), regisseur, input, world.now());
  }
  Result<payments::desk::Taken> sell(payments::Means means, Money amount) {
    return take({.request_key = "",
                 .regie_id = {},
                 .means = means,
                 .amount = amount,
                 .product = "cantine",
                 .document = means == payments::Means::cheque ? "0001234" : "",
                 .piece_count = 4});
  }
  Result<payments::desk::Bordereau> remit(payments::Means means, Money amount = {}) {
    return payments::desk::make_bordereau(world.tenant(), regisseur,
                                          {"remise-" + std::to_string(++keys_), regie.id, means, amount}, world.now());
  }
  payments::desk::MonthFigures figures(std::string_view month = "2026-11") {
    return world.read([&](db::ReadTx& tx) { return payments::desk::month_figures(tx, regie.id, month, world.now()); })
        .value();
  }
  Money held(payments::Means means) {
    return world.read([&](db::ReadTx& tx) { return payments::balance(tx, regie.id, to_string(means)); });
  }

  MoneyWorld world;
  payments::Regie regie = world.paying_regie();

 private:
  int keys_ = 10;
};

}  // namespace clocher::test
