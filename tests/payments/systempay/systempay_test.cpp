// The second protocol: a form that is signed, and a notification that counts only with its signature.
#include "payments/systempay/systempay_gateway.hpp"

#include "core/base/text.hpp"
#include "payments/systempay/signature.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace clocher;
using namespace clocher::payments;
using systempay::Fields;
using systempay::SystempayGateway;

namespace {

const std::string key = "1122334455667788";
constexpr Instant started{1773569700};  // 2026-03-15T10:15:00Z

// The vector of the reference, computed with another program.
Fields sample_fields() {
  return {{"vads_action_mode", "INTERACTIVE"}, {"vads_amount", "1234"},        {"vads_ctx_mode", "TEST"},
          {"vads_currency", "978"},            {"vads_order_id", "F2026000042"}, {"vads_page_action", "PAYMENT"},
          {"vads_payment_config", "SINGLE"},   {"vads_site_id", "12345678"},   {"vads_trans_date", "20260315101500"},
          {"vads_trans_id", "000042"},         {"vads_version", "V2"}};
}
constexpr const char* sample_signature = "/tzkMvQ6Vw0QAFDyCPCKzfDHzhxplne+sbhI0lfN1ug=";

SystempayGateway gateway(Mode mode = Mode::test) { return SystempayGateway({.site_id = "12345678", .key = key, .mode = mode}); }

Question question(const std::string& notification, Mode mode = Mode::test) {
  return {{"20260315101500-000042", started, Money{1234}, "F2026000042", mode}, notification, started + 60};
}

std::string body_of(const Fields& fields, const std::string& signature) {
  std::string body;
  for (const auto& [name, value] : fields) body += name + "=" + percent_encode(value) + "&";
  return body + "signature=" + percent_encode(signature);
}

Fields paid_fields() {
  Fields fields = sample_fields();
  fields["vads_result"] = "00";
  fields["vads_trans_status"] = "AUTHORISED";
  fields["vads_auth_number"] = "3fe205";
  return fields;
}

std::string signed_body(const Fields& fields) { return body_of(fields, systempay::signature_of(fields, key)); }

Outcome outcome_of(const std::string& result, const std::string& status) {
  Fields fields = paid_fields();
  fields["vads_result"] = result;
  fields["vads_trans_status"] = status;
  const auto heard = gateway().ask(question(signed_body(fields)));
  REQUIRE(heard);
  return heard->outcome;
}

}  // namespace

TEST_CASE("the signature is that of the protocol's sample") {
  CHECK(systempay::signature_of(sample_fields(), key) == sample_signature);
  CHECK(systempay::is_signed(sample_fields(), sample_signature, key));
  CHECK_FALSE(systempay::is_signed(sample_fields(), sample_signature, "1122334455667789"));
}

TEST_CASE("the form holds the mandatory fields with their signature") {
  auto bank = gateway();
  const auto begun = bank.start({.amount = Money{1234}, .reference = "F2026000042", .number = 42}, started);
  REQUIRE(begun);
  CHECK(begun->id == "20260315101500-000042");
  CHECK(begun->redirection.how == Redirection::How::post);
  Fields sent(begun->redirection.fields.begin(), begun->redirection.fields.end());
  CHECK(sent.at("signature") == sample_signature);
  sent.erase("signature");
  CHECK(sent == sample_fields());
}

TEST_CASE("an order that the protocol cannot carry is refused at once") {
  auto bank = gateway();
  CHECK_FALSE(bank.start({.amount = Money{0}, .reference = "A1"}, started));
  CHECK_FALSE(bank.start({.amount = Money{100}, .reference = "A 1"}, started));
  CHECK_FALSE(bank.start({.amount = Money{100}, .reference = std::string(33, 'A')}, started));
}

TEST_CASE("a signed notification of a payment is a payment, and its body is the proof") {
  const std::string body = signed_body(paid_fields());
  const auto heard = gateway().ask(question(body));
  REQUIRE(heard);
  CHECK(heard->outcome == Outcome::paid);
  CHECK(heard->amount == Money{1234});
  CHECK(heard->authorization == "3fe205");
  CHECK(heard->is_test);
  CHECK_FALSE(heard->is_quarantined());
  CHECK(heard->evidence.raw == body);
}

TEST_CASE("without a notification the payment waits, whatever its age") {
  Question late = question("");
  late.now = started + 90 * one_day;
  const auto heard = gateway().ask(late);
  REQUIRE(heard);
  CHECK(heard->outcome == Outcome::waiting);
}

TEST_CASE("result and status must agree, and what is unknown is unclear") {
  CHECK(outcome_of("00", "CAPTURED") == Outcome::paid);
  CHECK(outcome_of("05", "REFUSED") == Outcome::refused);
  CHECK(outcome_of("17", "ABANDONED") == Outcome::cancelled);
  CHECK(outcome_of("00", "REFUSED") == Outcome::unclear);
  CHECK(outcome_of("05", "AUTHORISED") == Outcome::unclear);
  CHECK(outcome_of("96", "AUTHORISED") == Outcome::unclear);
  CHECK(outcome_of("00", "SOMETHING") == Outcome::unclear);
}

TEST_CASE("a signed answer to another payment is put aside") {
  const std::pair<const char*, const char*> changes[] = {{"vads_amount", "1235"},       {"vads_currency", "840"},
                                                         {"vads_site_id", "87654321"},  {"vads_trans_id", "000043"},
                                                         {"vads_order_id", "F20260000"}, {"vads_ctx_mode", "PRODUCTION"}};
  for (const auto& [name, value] : changes) {
    CAPTURE(name);
    Fields fields = paid_fields();
    fields[name] = value;
    const auto heard = gateway().ask(question(signed_body(fields)));
    REQUIRE(heard);
    CHECK(heard->outcome == Outcome::paid);
    CHECK(heard->mismatches.size() == 1);
  }
}

TEST_CASE("a test payment is no money on a production order") {
  const auto heard = gateway(Mode::production).ask(question(signed_body(paid_fields()), Mode::production));
  REQUIRE(heard);
  CHECK(heard->is_test);
  CHECK(heard->mismatches == std::vector{Mismatch::mode});
}

TEST_CASE("a field that is named twice, or a missing signature, is nobody's word") {
  auto bank = gateway();
  const std::string body = signed_body(paid_fields());
  CHECK(bank.ask(question(body + "&vads_amount=1")).error().code == "bad_signature");
  CHECK(bank.ask(question(body + "&signature=x")).error().code == "bad_signature");
  CHECK(bank.ask(question(body_of(paid_fields(), ""))).error().code == "bad_signature");
  CHECK(bank.ask(question("%%%")).error().kind == FaultKind::transient);
}

TEST_CASE("10,000 forged notifications change nothing") {
  auto bank = gateway();
  const std::string body = signed_body(paid_fields());
  std::mt19937 random(20261124);
  for (int i = 0; i < 10'000; ++i) {
    std::string forged = body;
    for (auto change = random() % 3 + 1; change > 0; --change) forged[random() % forged.size()] = static_cast<char>(random() % 256);
    if (forged == body) continue;
    const auto heard = bank.ask(question(forged));
    // The protocol signs values, not names: a renamed field can hide a value, but never settle another payment.
    const bool settles = heard && heard->outcome == Outcome::paid && !heard->is_quarantined();
    if (settles) CHECK((heard->amount == Money{1234} && heard->result == "00"));
  }
}

TEST_CASE("an attempt is named by its date and number, in their shape only") {
  const auto bank = gateway();
  http::Form form;
  form.add("vads_trans_date", "20260315101500");
  CHECK_FALSE(bank.attempt_named_by(form));
  form.add("vads_trans_id", "000042");
  CHECK(bank.attempt_named_by(form) == "20260315101500-000042");
  http::Form wrong;
  wrong.add("vads_trans_date", "2026031510150x");
  wrong.add("vads_trans_id", "000042");
  CHECK_FALSE(bank.attempt_named_by(wrong));
}

TEST_CASE("the connection is judged by the settings alone, and says so") {
  auto bank = gateway();
  REQUIRE(bank.test_connection(started));
  CHECK(bank.test_connection(started)->proof == Connection::Proof::settings_only);
  SystempayGateway wrong({.site_id = "1234567", .key = key});
  CHECK(wrong.test_connection(started).error().kind == FaultKind::configuration);
  CHECK_THROWS(SystempayGateway({.site_id = "12345678", .key = ""}));
}
