// A request that goes no further: the resident reads why and what to do, and loses nothing. Pages as without JavaScript.
#include "tenants/forms/procedure.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string form = "/demarches/essai";
const std::string you = form + "/etapes/you";

constexpr const char* where_step = R"({"id": "where", "title": "Où", "eligibility": true, "fields": [
  {"id": "lives", "type": "choice", "label": "Habitez-vous ici ?", "required": true,
   "options": [{"value": "yes", "label": "Oui"}, {"value": "no", "label": "Non"}]}],
  "ends_if": [{"when": {"field": "lives", "equals": "no"}, "text": "Demandez à la mairie de **votre** commune."}]},
  {"id": "price", "title": "Prix", "fields": [
  {"id": "count", "type": "number", "label": "Combien de repas ?", "required": true},
  {"id": "total", "type": "computed", "label": "Total", "unit": "cents", "compute": {"product": ["count", {"cents": 450}]}}]})";

void publish(TestPlatform& platform, const std::string& limits, std::string_view steps = "") {
  std::string text = forms::test::procedure_json(steps);
  if (!limits.empty()) text.insert(text.rfind('}'), ", " + limits);
  const auto definition = forms::parse_definition(text);
  if (!definition) FAIL(definition.error().arguments.at("where"));
  platform.tenant()->write([&](db::Tx& tx) { forms::publish_definition(tx, *definition, text, platform.now()); });
}

void fill_you(Browser& browser, const std::string& name) {
  browser.get(you);
  browser.submit(you, {{"last_name", name}, {"email", "roy@exemple.fr"}});
}

}  // namespace

TEST_CASE("before the first day the page says which day it is, and no question is asked") {
  TestPlatform platform;
  publish(platform, R"("opens": "2026-12-01")");
  Browser browser(platform);
  browser.get(form);
  CHECK(browser.shows("Cette démarche n’est pas encore ouverte"));
  CHECK(browser.shows("1er décembre 2026"));
  CHECK_FALSE(browser.shows("Commencer</a>"));
  CHECK(browser.get(you).status == 303);
  CHECK(browser.location() == form);
}

TEST_CASE("who filled in while the last place went reads so and finds the answers again") {
  TestPlatform platform;
  publish(platform, R"("quota": 1)");
  Browser slow(platform);
  fill_you(slow, "Roy");
  Browser fast(platform);
  fill_you(fast, "Petit");
  fast.get(form + "/verification");
  CHECK(fast.submit(form + "/verification", {}).status == 303);
  slow.get(form + "/verification");
  CHECK(slow.submit(form + "/verification", {}).status == 409);
  CHECK(slow.shows("Il n’y a plus de place"));
  CHECK(slow.shows("la mairie en avait prévu 1"));
  CHECK(slow.shows("Appelez la mairie"));
  CHECK(slow.shows("24 décembre 2026"));
  CHECK_FALSE(slow.shows("Petit"));
  slow.get(form + "/verification");
  CHECK(slow.shows("Roy"));
  // And the page of the procedure leads back to them.
  slow.get(form);
  CHECK(slow.shows("Revoir mes réponses"));
  CHECK_FALSE(slow.shows("Commencer</a>"));
}

TEST_CASE("what is typed while a procedure cannot be sent is kept, and its page says why") {
  TestPlatform platform;
  publish(platform, R"("quota": 3)");
  Browser browser(platform);
  browser.get(you);
  publish(platform, R"("closes": "2026-11-23")");
  browser.submit(you, {{"last_name", "Roy"}, {"email", "roy@exemple.fr"}});
  CHECK(browser.location() == form);
  browser.follow();
  CHECK(browser.shows("23 novembre 2026"));
  browser.get(form + "/verification");
  CHECK(browser.shows("Roy"));
}

TEST_CASE("a second request of the same person is refused without a word about the first") {
  TestPlatform platform;
  publish(platform, R"("once_per_person": true)");
  Browser first(platform);
  fill_you(first, "Roy");
  first.get(form + "/verification");
  first.submit(form + "/verification", {});
  first.follow();
  REQUIRE(first.shows("2026-00001"));
  Browser second(platform);
  fill_you(second, "ROY");
  second.get(form + "/verification");
  CHECK(second.submit(form + "/verification", {}).status == 409);
  CHECK(second.shows("Une demande existe déjà"));
  CHECK(second.shows("Suivez-la avec le code reçu par courriel"));
  CHECK_FALSE(second.shows("2026-00001"));
}

TEST_CASE("who is not concerned reads why, cannot go further, and may change the answer") {
  TestPlatform platform;
  publish(platform, "", where_step);
  Browser browser(platform);
  browser.get(form + "/etapes/where");
  browser.submit(form + "/etapes/where", {{"lives", "no"}});
  CHECK(browser.location() == form + "/pas-concerne");
  browser.follow();
  CHECK(browser.shows("<h1>Vous n’êtes pas concerné</h1>"));
  CHECK(browser.shows("Demandez à la mairie de <strong>votre</strong> commune."));
  CHECK(browser.shows("href=\"" + form + "/etapes/where\""));
  browser.get(form + "/verification");
  CHECK(browser.location() == form + "/pas-concerne");
  CHECK(browser.post(form + "/verification", {}).status == 303);
  CHECK(platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); }) == 0);
  browser.get(form + "/etapes/where");
  browser.submit(form + "/etapes/where", {{"lives", "yes"}});
  CHECK(browser.location() == form + "/etapes/price");
  CHECK(browser.get(form + "/pas-concerne").status == 303);
}

TEST_CASE("a value is worked out, shown before sending and kept with the case; what was asked before it is not") {
  TestPlatform platform;
  publish(platform, "", where_step);
  Browser browser(platform);
  browser.get(form + "/etapes/where");
  browser.submit(form + "/etapes/where", {{"lives", "yes"}});
  browser.follow();
  CHECK(browser.shows("Calculé à partir de vos réponses."));
  browser.submit(form + "/etapes/price", {{"count", "3"}});
  browser.post(form + "/etapes/price", {{"count", "3"}, {"total", "1"}});
  fill_you(browser, "Roy");
  browser.get(form + "/verification");
  CHECK(browser.shows("13,50"));
  CHECK_FALSE(browser.shows("Habitez-vous ici"));
  browser.submit(form + "/verification", {});
  const std::string answers = platform.tenant()->read([](db::ReadTx& tx) {
    return tx.one("SELECT answers FROM dossier", [](const db::Row& row) { return row.text(0); }).value();
  });
  CHECK(answers.find("\"total\":1350") != std::string::npos);
  CHECK(answers.find("lives") == std::string::npos);
}
