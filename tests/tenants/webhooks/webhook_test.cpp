// Another system hears of what it asked for, with what it may know, however often it is away.
#include "tenants/webhooks/deliver.hpp"

#include "tenants/dossiers/instruct.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Listening {
  TenantWorld world;
  TenantHandle tenant = world.commune();
  std::vector<outbound::Callback> received = {};
  Result<void> answer = {};

  CreatedWebhook listen(const std::string& detail = "reference",
                        std::vector<std::string> events = {"case.sent", "case.state_changed", "case.message"}) {
    return create_webhook(*tenant, claire, civil_slug, {"https://logiciel.example.fr/avis", std::move(events), detail},
                          outbound::Peers::public_only, world.now())
        .value();
  }
  Visit deliver() {
    return deliver_due_callbacks(
        *tenant, world.texts().catalogue,
        [&](const outbound::Callback& callback, Instant) {
          received.push_back(callback);
          return answer;
        },
        world.now());
  }
  dossiers::Dossier send() { return sent_dossier(*tenant, world.texts(), world.now(), birth_certificate_answers()); }
  std::vector<OutboxItem> rows(const CreatedWebhook& one) {
    return tenant->read([&](db::ReadTx& tx) { return list_callbacks(tx, one.webhook.id); });
  }
};

bool holds(const outbound::Callback& callback, std::string_view text) {
  return callback.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("each fact is told once, signed with the secret that was shown") {
  Listening one;
  const auto made = one.listen();
  const auto dossier = one.send();
  REQUIRE(dossiers::change_state(*one.tenant, one.world.texts(), claire,
                                 {dossier.id, dossiers::State::in_progress, ""}, one.world.now()));
  REQUIRE(dossiers::reply(*one.tenant, one.world.texts(), claire, dossier.id, "Un secret.", one.world.now()));
  static_cast<void>(one.deliver());
  static_cast<void>(one.deliver());
  REQUIRE(one.received.size() == 3);
  CHECK(one.received[0].event == "case.sent");
  CHECK(one.received[1].event == "case.state_changed");
  CHECK(one.received[2].event == "case.message");
  for (const auto& callback : one.received) {
    CHECK(callback.secret == made.secret);
    CHECK(holds(callback, dossier.reference));
  }
  CHECK(one.received[0].delivery_id != one.received[1].delivery_id);
}

TEST_CASE("of the person only what was chosen leaves the house, and never the tracking code") {
  for (const std::string detail : {"reference", "applicant", "answers"}) {
    INFO(detail);
    Listening one;
    static_cast<void>(one.listen(detail));
    const auto dossier = one.send();
    REQUIRE(dossiers::reply(*one.tenant, one.world.texts(), claire, dossier.id, "Un secret.", one.world.now()));
    static_cast<void>(one.deliver());
    REQUIRE(one.received.size() == 2);
    CHECK(holds(one.received[0], dossier.applicant_email) == (detail != "reference"));
    CHECK(holds(one.received[0], "\"answers\"") == (detail == "answers"));
    CHECK(holds(one.received[1], "Un secret.") == (detail == "answers"));
    CHECK_FALSE(holds(one.received[0], dossier.tracking_code));
  }
}

TEST_CASE("only the events that were chosen and only that procedure are told") {
  Listening one;
  static_cast<void>(one.listen("reference", {"case.message"}));
  static_cast<void>(one.send());
  static_cast<void>(
      sent_dossier(*one.tenant, one.world.texts(), one.world.now(), absence_answers(), absence_slug));
  static_cast<void>(one.deliver());
  CHECK(one.received.empty());
}

TEST_CASE("a peer that is away is tried again under the same delivery id, holding nobody else up") {
  Listening one;
  const auto made = one.listen();
  static_cast<void>(one.send());
  static_cast<void>(one.send());
  one.answer = fail(ErrorKind::unavailable, "webhook.unreachable", {{"reason", "refus"}});
  CHECK(one.deliver().next_due == one.world.now() + 60);
  CHECK(one.received.size() == 1);
  CHECK(one.rows(made).back().last_error == "L’autre logiciel ne répond pas (refus).");
  one.answer = {};
  one.world.clock.advance(60);
  static_cast<void>(one.deliver());
  REQUIRE(one.received.size() == 3);
  CHECK(one.received[0].delivery_id == one.received[1].delivery_id);
  CHECK(one.rows(made).front().state == "sent");
  CHECK(one.rows(made).front().body.empty());
}

TEST_CASE("a receiver that wants no more is left alone, and the agent sees it") {
  Listening one;
  const auto made = one.listen();
  static_cast<void>(one.send());
  one.answer = fail(ErrorKind::invalid, "webhook.gone");
  CHECK_FALSE(one.deliver().next_due);
  CHECK(one.rows(made).front().state == "failed");
  const auto id = one.rows(made).front().id;
  REQUIRE(one.tenant->write([&](db::Tx& tx) { return retry_now(tx, id, one.world.now()); }));
}

TEST_CASE("a try says that it is one, and a removed webhook leaves nothing behind") {
  Listening one;
  const auto made = one.listen();
  REQUIRE(try_webhook(*one.tenant, claire, civil_slug, made.webhook.id, one.world.now()));
  static_cast<void>(one.deliver());
  REQUIRE(one.received.size() == 1);
  CHECK(one.received[0].event == "test");
  static_cast<void>(one.send());
  CHECK_FALSE(remove_webhook(*one.tenant, claire, absence_slug, made.webhook.id, one.world.now()));
  REQUIRE(remove_webhook(*one.tenant, claire, civil_slug, made.webhook.id, one.world.now()));
  static_cast<void>(one.deliver());
  CHECK(one.received.size() == 1);
}

TEST_CASE("a webhook is refused without event, with an unknown one, inside our network, or as the sixth") {
  Listening one;
  const auto key = [&](const WebhookInput& input) {
    const auto made =
        create_webhook(*one.tenant, claire, civil_slug, input, outbound::Peers::public_only, one.world.now());
    return made ? "" : made.error().fields.empty() ? made.error().key : made.error().fields.front().key;
  };
  const std::string good = "https://logiciel.example.fr/";
  CHECK(key({good, {}, "reference"}) == "webhook.events");
  CHECK(key({good, {"case.deleted"}, "reference"}) == "webhook.events");
  CHECK(key({good, {"case.sent"}, "everything"}) == "webhook.detail");
  CHECK(key({"https://10.0.0.1/", {"case.sent"}, "reference"}) == "webhook.address.private");
  for (int i = 0; i < 5; ++i) static_cast<void>(one.listen());
  CHECK(key({good, {"case.sent"}, "reference"}) == "webhook.too_many");
}
