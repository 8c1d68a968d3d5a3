// A debt paid through the second protocol: the same verbs, an answer that is brought and signed.
#include "core/base/text.hpp"
#include "payments/gateways.hpp"
#include "payments/invariants.hpp"
#include "payments/pay.hpp"
#include "payments/regie_edit.hpp"
#include "payments/systempay/signature.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

struct Shop : MoneyWorld {
  Gateways gateways{"http://127.0.0.1:9/tpa/services/securite?wsdl", world.clock, "platform key"};
  PayingTools tools{gateways.maker(), {}};
  Debt bill;
  Redirection redirection;

  Shop() {
    const Regie regie = create_regie(tenant(), regisseur, canteen_text(), now()).value();
    const Regie named = save_account(tenant(), regisseur, regie.id,
                                     {GatewayKind::systempay, "12345678", "1122334455667788"}, "platform key", now())
                            .value();
    (void)note_recognised(tenant(), regisseur, named, "12345678", now()).value();
    (void)change_mode(tenant(), regisseur, regie.id, Mode::activation, now()).value();
    (void)change_mode(tenant(), regisseur, regie.id, Mode::production, now()).value();
    bill = debt(regie);
    redirection = pay(tenant(), tools, bill.id, "parent@exemple.fr", now()).value();
  }

  // The bank's word on the payment, signed with this key.
  std::string word(const std::string& key, const std::string& amount = "4250") {
    systempay::Fields fields(redirection.fields.begin(), redirection.fields.end());
    fields.erase("signature");
    fields["vads_amount"] = amount;
    fields["vads_result"] = "00";
    fields["vads_trans_status"] = "AUTHORISED";
    std::string body;
    for (const auto& [name, value] : fields) body += name + "=" + percent_encode(value) + "&";
    return body + "signature=" + percent_encode(systempay::signature_of(fields, key));
  }
  bool hear(const std::string& body) {
    const std::string id = read([&](db::ReadTx& tx) { return attempts_of(tx, bill.id).at(0).gateway_id; });
    const bool queued = hear_notification(tenant(), tools, GatewayKind::systempay, id, body, now());
    ask_due(tenant(), tools, now(), 10);
    return queued;
  }
};

}  // namespace

TEST_CASE("a bank that signs settles a debt by its notification") {
  Shop shop;
  CHECK(shop.redirection.how == Redirection::How::post);
  CHECK(shop.hear(shop.word("1122334455667788")));
  CHECK(shop.again(shop.bill).state == DebtState::paid);
  CHECK(shop.read(check_invariants).empty());
}

TEST_CASE("a notification that the bank did not sign is not kept and settles nothing") {
  Shop shop;
  const auto answers = [&] {
    return shop.read(
        [](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM payment_answer WHERE kind = 'notification'"); });
  };
  CHECK_FALSE(shop.hear(shop.word("another key")));
  CHECK_FALSE(shop.hear("vads_result=00"));
  CHECK(answers() == 0);
  CHECK(shop.again(shop.bill).state == DebtState::open);
  CHECK(shop.hear(shop.word("1122334455667788")));
  CHECK(shop.again(shop.bill).state == DebtState::paid);
}

TEST_CASE("a signed notification of another amount waits in suspense") {
  Shop shop;
  CHECK(shop.hear(shop.word("1122334455667788", "1")));
  CHECK(shop.again(shop.bill).state == DebtState::open);
  CHECK(shop.read([&](db::ReadTx& tx) { return attempts_of(tx, shop.bill.id).at(0).mismatches; }) == "amount");
}
