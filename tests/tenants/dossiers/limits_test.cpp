// Days, quota and one request for each person hold where the case is inserted, whoever comes at the same moment.
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/forms/availability.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"
#include "tests/tenants/forms/forms_support.hpp"

#include <algorithm>
#include <thread>

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

struct Limited {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  int published = 0;

  // The small procedure "essai" with these limits, as its next revision.
  void publish(const std::string& limits) {
    std::string text = forms::test::procedure_json("");
    text.insert(text.rfind('}'), ", " + limits + ", \"cost\": \"" + std::to_string(++published) + "\"");
    const auto definition = forms::parse_definition(text);
    if (!definition) FAIL(definition.error().arguments.at("where"));
    tenant->write([&](db::Tx& tx) { forms::publish_definition(tx, *definition, text, world.now()); });
  }
  Id<dossiers::Draft> draft(const std::string& name, const std::string& email) {
    return filled_draft(*tenant, "essai", {{"you", {{"last_name", name}, {"email", email}}}}, world.now()).draft.id;
  }
  Result<dossiers::Dossier> send(Id<dossiers::Draft> draft) {
    return dossiers::submit(*tenant, world.texts(), draft, world.now());
  }
  std::string refusal(Id<dossiers::Draft> draft) {
    const auto sent = send(draft);
    return sent ? "" : sent.error().key;
  }
  std::string refusal(const std::string& name, const std::string& email) { return refusal(draft(name, email)); }
  std::int64_t cases() {
    return tenant->read([](db::ReadTx& tx) {
      return tx.number("SELECT COUNT(*) FROM dossier d JOIN procedure p ON p.id = d.procedure_id WHERE p.slug = 'essai'");
    });
  }
};

}  // namespace

TEST_CASE("a request is taken from the first day to the last one, both included") {
  Limited one;
  one.publish(R"("opens": "2026-11-25", "closes": "2026-11-26")");
  const auto early = one.draft("Roy", "roy@exemple.fr");
  CHECK(one.refusal(early) == "procedure.not_yet");
  one.world.clock.advance(one_day);
  CHECK(one.refusal(early) == "");
  one.world.clock.advance(one_day);
  CHECK(one.refusal("Petit", "petit@exemple.fr") == "");
  const auto late = one.draft("Noir", "noir@exemple.fr");
  one.world.clock.advance(one_day);
  const auto refused = one.send(late);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "procedure.ended");
  CHECK(refused.error().arguments.at("date") == "26 novembre 2026");
  CHECK(one.cases() == 2);
}

TEST_CASE("a request refused for its day keeps its draft and is sent once the day is another") {
  Limited one;
  one.publish(R"("closes": "2026-11-23")");
  const auto draft = one.draft("Roy", "roy@exemple.fr");
  CHECK(one.refusal(draft) == "procedure.ended");
  one.publish(R"("closes": "2026-11-24")");
  CHECK(one.refusal(draft) == "");
}

TEST_CASE("the quota of the revision in force holds for a draft begun on an earlier one") {
  Limited one;
  one.publish(R"("quota": 5)");
  const auto first = one.draft("Roy", "roy@exemple.fr");
  const auto second = one.draft("Petit", "petit@exemple.fr");
  one.publish(R"("quota": 1)");
  CHECK(one.refusal(first) == "");
  CHECK(one.refusal(second) == "procedure.full");
}

TEST_CASE("who withdraws or is refused frees the place, and cases before the opening take none") {
  Limited one;
  one.publish(R"("cost": "0")");
  REQUIRE(one.refusal("Ancien", "ancien@exemple.fr") == "");
  one.world.clock.advance(one_day);
  one.publish(R"("opens": "2026-11-25", "quota": 1)");
  const auto taken = one.send(one.draft("Roy", "roy@exemple.fr"));
  REQUIRE(taken);
  const auto waiting = one.draft("Petit", "petit@exemple.fr");
  CHECK(one.refusal(waiting) == "procedure.full");
  REQUIRE(dossiers::withdraw(*one.tenant, taken->id, one.world.now()));
  CHECK(one.refusal(waiting) == "");
}

TEST_CASE("one person has one request, however the name is written, and an address shared by two people has two") {
  Limited one;
  one.publish(R"("once_per_person": true)");
  const auto first = one.draft("Anne-Lise Martin", "foyer@exemple.fr");
  REQUIRE(one.refusal(first) == "");
  CHECK(one.refusal("MARTIN anne lise", "Foyer@Exemple.fr") == "procedure.once");
  CHECK(one.refusal("Paul Martin", "foyer@exemple.fr") == "");
  CHECK(one.refusal("Anne-Lise Martin", "autre@exemple.fr") == "");
  // The same draft again is the same request, not a second one.
  CHECK(one.refusal(first) == "");
  CHECK(one.cases() == 3);
}

TEST_CASE("who was refused may ask again where one request is allowed") {
  Limited one;
  one.publish(R"("once_per_person": true)");
  const auto first = one.send(one.draft("Roy", "roy@exemple.fr"));
  REQUIRE(first);
  REQUIRE(dossiers::change_state(*one.tenant, one.world.texts(), claire, {first->id, State::in_progress, ""},
                                 one.world.now()));
  REQUIRE(dossiers::change_state(*one.tenant, one.world.texts(), claire, {first->id, State::refused, "Trop tôt."},
                                 one.world.now()));
  CHECK(one.refusal("Roy", "roy@exemple.fr") == "");
}

TEST_CASE("of eight people who send at the same moment, as many as there are places are taken") {
  Limited one;
  one.publish(R"("quota": 3)");
  std::vector<Id<dossiers::Draft>> drafts;
  for (int i = 0; i < 8; ++i)
    drafts.push_back(one.draft("Personne " + std::to_string(i), "p" + std::to_string(i) + "@exemple.fr"));
  std::vector<std::string> refusals(drafts.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    threads.emplace_back([&, i] { refusals[i] = one.refusal(drafts[i]); });
  for (std::thread& thread : threads) thread.join();
  CHECK(std::ranges::count(refusals, "") == 3);
  CHECK(std::ranges::count(refusals, "procedure.full") == 5);
  CHECK(one.cases() == 3);
}

TEST_CASE("one person who sends eight drafts at the same moment has one request") {
  Limited one;
  one.publish(R"("once_per_person": true)");
  std::vector<Id<dossiers::Draft>> drafts;
  for (int i = 0; i < 8; ++i) drafts.push_back(one.draft("Roy", "roy@exemple.fr"));
  std::vector<std::thread> threads;
  for (const auto draft : drafts) threads.emplace_back([&one, draft] { static_cast<void>(one.send(draft)); });
  for (std::thread& thread : threads) thread.join();
  CHECK(one.cases() == 1);
}

TEST_CASE("limits are written in the definition, and nonsense is refused where it stands") {
  const auto where = [](const std::string& limits) {
    std::string text = forms::test::procedure_json("");
    text.insert(text.rfind('}'), ", " + limits);
    const auto definition = forms::parse_definition(text);
    return definition ? "" : definition.error().arguments.at("where");
  };
  CHECK(where(R"("opens": "2026-11-25", "closes": "2026-11-25", "quota": 1)") == "");
  CHECK(where(R"("opens": "demain")") == "opens");
  CHECK(where(R"("opens": "2026-11-25", "closes": "2026-11-24")") == "closes");
  CHECK(where(R"("quota": 0)") == "quota");
}
