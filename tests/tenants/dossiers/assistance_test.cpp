// Requests entered for somebody else.
#include "tenants/dossiers/assistance.hpp"

#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/inbox.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/dossiers/track.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <cctype>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::dossiers;

namespace {

constexpr std::int64_t two_weeks = 14 * one_day;

struct Counter {
  TenantWorld world;
  tenants::TenantHandle commune = world.commune();

  Result<StartedDraft> start(const AssistanceInput& input) {
    const auto procedure = commune->read([](db::ReadTx& tx) { return forms::find_procedure(tx, civil_slug); });
    return start_assisted(*commune, claire, procedure.value(), input, two_weeks, world.now());
  }
  // The request of somebody without an e-mail address.
  Dossier send(const AssistanceInput& input = {"counter", "present", ""}) {
    auto started = start(input);
    REQUIRE(started);
    fill_draft(*commune, started->draft, with(death_certificate_answers(), {{"applicant_email", ""}}), world.now());
    auto dossier = submit(*commune, world.texts(), started->draft.id, world.now());
    REQUIRE(dossier);
    return *dossier;
  }
  std::int64_t mails_to(std::string_view address) {
    return commune->read([&](db::ReadTx& tx) {
      return tx.number("SELECT COUNT(*) FROM outbox WHERE recipient = ?", address);
    });
  }
  std::string problem(const AssistanceInput& input) {
    const auto started = start(input);
    REQUIRE_FALSE(started);
    return started.error().fields.empty() ? started.error().key
                                          : started.error().fields[0].field + " " + started.error().fields[0].key;
  }
};

}  // namespace

TEST_CASE("a request for somebody without e-mail is sent, and says who entered it") {
  Counter counter;
  const Dossier dossier = counter.send({"france_services", "written", "Paul Durand"});
  CHECK(dossier.applicant_email.empty());
  const auto noted = counter.commune->read([&](db::ReadTx& tx) { return assistance_of(tx, dossier.id); });
  REQUIRE(noted);
  CHECK(noted->channel == Channel::france_services);
  CHECK(noted->mandate == Mandate::written);
  CHECK(noted->helper == "Paul Durand");
}

TEST_CASE("nothing is mailed to nobody, and the receipt counts as handed over") {
  Counter counter;
  const Dossier dossier = counter.send();
  CHECK(counter.mails_to("") == 0);
  counter.commune->read([&](db::ReadTx& tx) {
    const auto clocks = read_clocks(tx, dossier, {}, counter.world.now());
    REQUIRE(clocks.receipt);
    CHECK(clocks.receipt->sent_at == counter.world.now());
    const std::string text = receipt_text(tx, dossier.id);
    CHECK(text.find(dossier.tracking_code) != std::string::npos);
    CHECK(text.find("Laissez l’adresse électronique vide") != std::string::npos);
    CHECK(text.find("qui reçoit ce message") == std::string::npos);
  });
}

TEST_CASE("without an address the code alone opens the request, with one it does not") {
  Counter counter;
  const Dossier dossier = counter.send();
  CHECK(find_for_resident(*counter.commune, dossier.tracking_code, "")->id == dossier.id);
  CHECK_FALSE(find_for_resident(*counter.commune, dossier.tracking_code, "autre@exemple.fr"));
  const Dossier other = sent_dossier(*counter.commune, counter.world.texts(), counter.world.now());
  CHECK_FALSE(find_for_resident(*counter.commune, other.tracking_code, ""));
}

TEST_CASE("who fills a form alone still has to give the address") {
  Counter counter;
  CHECK_THROWS(sent_dossier(*counter.commune, counter.world.texts(), counter.world.now(),
                            with(death_certificate_answers(), {{"applicant_email", ""}})));
}

TEST_CASE("a channel, a mandate and a name are checked") {
  Counter counter;
  CHECK(counter.problem({"pigeon", "present", ""}) == "channel assistance.channel");
  CHECK(counter.problem({"counter", "", ""}) == "mandate assistance.mandate");
  CHECK(counter.problem({"phone", "present", ""}) == "mandate assistance.absent");
  CHECK(counter.problem({"counter", "present", std::string(101, 'x')}) == "helper assistance.helper");
  CHECK(counter.start({"phone", "spoken", ""}));
}

TEST_CASE("the note goes with a draft that is given up") {
  Counter counter;
  const auto started = counter.start({"counter", "present", ""});
  discard_draft(*counter.commune, started->draft.id);
  CHECK(counter.commune->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM assistance"); }) == 0);
}

TEST_CASE("the tracking code that is handed over at the counter finds its case in the inbox, in any spelling") {
  Counter counter;
  const Dossier dossier = counter.send();
  static_cast<void>(sent_dossier(*counter.commune, counter.world.texts(), counter.world.now()));
  InboxQuery query;
  query.text = " " + dossier.tracking_code + " ";
  for (char& c : query.text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto page = counter.commune->read([&](db::ReadTx& tx) { return read_inbox(tx, query); });
  REQUIRE(page.items.size() == 1);
  CHECK(page.items[0].id == dossier.id);
}
