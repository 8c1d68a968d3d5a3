// The letter and the receipt: what stands on them, and what must not.
#include "payments/documents.hpp"

#include "core/view/qr.hpp"
#include "payments/debt_reference.hpp"
#include "payments/regie_edit.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

bool holds(const std::string& html, const std::string& text) { return html.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a letter holds what its payer types, and a code that brings both") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie(), {4205});
  const auto letter = print_notice(world.tenant(), world.world.texts(), debt.id.value, world.now());
  REQUIRE(letter.has_value());
  CHECK(letter->file_name == "facture-" + debt.reference + ".pdf");
  CHECK(holds(letter->html, in_groups(debt.reference)));
  CHECK(holds(letter->html, "42,05"));
  CHECK(holds(letter->html, "Famille Leroy"));
  const std::string page =
      world.tenant().identity().site_url + "/payer?reference=" + debt.reference + "&montant=42%2C05";
  CHECK(holds(letter->html, view::qr_image_url(page)));
  CHECK(holds(letter->html, "Par chèque"));
}

TEST_CASE("a letter offers only what the act of its régie allows") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const Debt debt = world.debt(regie);
  RegieText text = canteen_text();
  text.means = {Means::cash};
  REQUIRE(save_regie(world.tenant(), regisseur, regie.id, text, world.now()).has_value());
  const auto letter = print_notice(world.tenant(), world.world.texts(), debt.id.value, world.now());
  CHECK_FALSE(holds(letter->html, "/payer"));
  CHECK_FALSE(holds(letter->html, "Par chèque"));
  CHECK(holds(letter->html, "Au guichet"));
}

TEST_CASE("no letter claims what was cancelled") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie());
  REQUIRE(cancel_debt(world.tenant(), regisseur, debt.id, "Erreur", world.now()).has_value());
  CHECK(print_notice(world.tenant(), world.world.texts(), debt.id.value, world.now()).error().key ==
        "debt.is_cancelled");
  CHECK(print_notice(world.tenant(), world.world.texts(), 99, world.now()).error().key == "debt.not_found");
}

TEST_CASE("a receipt is printed of a receipt, and of no other line") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie());
  const LedgerLine line = world.take_cash(debt, {1500});
  const auto paper = print_receipt(world.tenant(), world.world.texts(), line.number, world.now());
  REQUIRE(paper.has_value());
  CHECK(holds(paper->html, "R1-2026-000001"));
  CHECK(holds(paper->html, "15,00"));
  CHECK(holds(paper->html, "espèces"));
  CHECK(holds(paper->html, line.hash));
  const auto correction =
      world.write([&](db::Tx& tx) { return correct_line(tx, regisseur, line.number, "Erreur", world.now()); });
  CHECK(print_receipt(world.tenant(), world.world.texts(), correction.value().number, world.now()).error().key ==
        "ledger.not_found");
}

TEST_CASE("the printer of the service knows the documents of tenants and of payments") {
  for (const std::string_view key : {debt_notice, payment_receipt, tenants::act_attestation})
    CHECK(tenants::find_document_kind(payments::document_kinds(), key) != nullptr);
}
