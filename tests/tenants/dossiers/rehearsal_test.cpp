// Tests of procedures are played as written, fail with a reason, and leave the real commune alone.
#include "tenants/dossiers/rehearsal.hpp"

#include "core/http/assets.hpp"
#include "tenants/dossiers/procedure_check.hpp"
#include "tenants/dossiers/publish.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <string>

using namespace clocher;
using namespace clocher::dossiers;
using namespace clocher::test;

namespace {

const tenants::Actor claire{tenants::ActorKind::agent, "Claire Morel"};

// A question, a page that depends on it, and a document.
std::string procedure_with(const std::string& tests) {
  return R"({"slug": "essai", "title": "Essai", "summary": "Pour voir.", "duration_minutes": 1, "legal_basis": "Aucune.",
    "purpose": "Voir.", "retention_months": 1, "recipients": "Personne.", "silence": {"rule": "none", "text": "Rien."},
    "applicant": {"name": ["name"], "email": "email"},
    "steps": [
      {"id": "who", "title": "Vous", "fields": [
        {"id": "name", "type": "text", "label": "Votre nom", "required": true},
        {"id": "email", "type": "email", "label": "Votre adresse", "required": true},
        {"id": "kind", "type": "choice", "label": "Laquelle ?", "required": true,
         "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
        {"id": "why", "type": "text", "label": "Pourquoi B ?", "required": true, "show_if": {"field": "kind", "equals": "b"}}]},
      {"id": "proof", "title": "Preuve", "show_if": {"field": "kind", "equals": "b"}, "fields": [
        {"id": "file", "type": "file", "label": "Un document", "required": true, "max_files": 2, "accept": ["pdf", "png"]}]}],
    "tests": [)" + tests + "]}";
}

std::string test_with(const std::string& play) {
  return R"({"name": "Un essai", "at": "2026-11-24 18:30", "play": [)" + play + "]}";
}

const std::string filled_a = R"({"fill": {"name": "Zoé", "email": "Zoe@Exemple.fr", "kind": "a"}})";
const std::string filled_b =
    R"({"fill": {"name": "Zoé", "email": "zoe@exemple.fr", "kind": "b", "why": "Parce que", "file": ["a.pdf", "b.png"]}})";

struct Stage {
  TenantWorld world;
  std::vector<db::Migration> migrations = shipped_migrations("commune");
  tenants::Texts texts = world.texts();
  Rehearsal rehearsal{texts, migrations};

  TestReport play(const std::string& tests) {
    const std::string text = procedure_with(tests);
    auto definition = forms::parse_definition(text);
    if (!definition) FAIL(definition.error().arguments["where"] << ": " << definition.error().arguments["problem"]);
    return rehearsal.play(*definition, text);
  }
  // Why the only test fails, "" when it passes.
  std::string reason(const std::string& play_text) {
    const TestReport report = play(test_with(play_text));
    return report.failures.empty() ? "" : report.failures.front().reason;
  }
};

std::string wrong_at(const std::string& tests) {
  const auto definition = forms::parse_definition(procedure_with(tests));
  return definition ? "" : definition.error().arguments.at("where");
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a test goes from the first page to a closed case") {
  Stage stage;
  CHECK(stage.reason(filled_b + R"(, {"asked": ["proof", "why"]}, {"send": true},
    {"mail": "resident", "words": ["Accusé de réception", "2026-00001", "24 novembre 2026"]},
    {"mail": "agents", "words": ["2026-00001"], "without": ["Zoé"]},
    {"move": "waiting_for_resident", "reason": "Une pièce ?"}, {"message": "La voici."}, {"state": "in_progress"},
    {"move": "accepted"}, {"mail": "resident", "words": ["Acceptée"]}, {"move": "closed"}, {"state": "closed"})") == "");
}

TEST_CASE("each test begins on an empty commune at its own time") {
  Stage stage;
  const TestReport report = stage.play(test_with(filled_a + R"(, {"send": true}, {"mail": "resident", "words": ["2026-00001"]})") +
                                       "," + R"({"name": "Plus tard", "at": "2027-02-01", "play": [)" + filled_a +
                                       R"(, {"send": true}, {"mail": "resident", "words": ["2027-00001", "1er février 2027 à 10 h"]}]})");
  CHECK(report.tests == 2);
  CHECK(report.failed() == 0);
}

TEST_CASE("an expected refusal is met, and mended by a later answer") {
  Stage stage;
  CHECK(stage.reason(R"({"fill": {"name": "Zoé", "email": "zoe", "kind": "b"},
      "refused": {"email": "form.email.unreadable"}},
    {"fill": {"email": "zoe@exemple.fr", "why": "Oui", "file": "faux.pdf"}, "refused": {"file": "form.file.mismatch"}},
    {"fill": {"file": "vrai.pdf"}}, {"send": true})") == "");
}

TEST_CASE("what does not go as written fails with a reason that names the act") {
  Stage stage;
  CHECK(holds(stage.reason(R"({"fill": {"name": "Zoé", "email": "zoe", "kind": "a"}})"), "Votre adresse"));
  CHECK(holds(stage.reason(R"({"fill": {"name": "Zoé", "email": "zoe@exemple.fr", "kind": "a"}, "refused": {"email": "form.email.unreadable"}})"),
              "form.email.unreadable"));
  CHECK(holds(stage.reason(filled_a + R"(, {"asked": ["proof"]})"), "Preuve"));
  CHECK(holds(stage.reason(filled_b + R"(, {"not_asked": ["why"]})"), "Pourquoi B"));
  CHECK(holds(stage.reason(R"({"fill": {"name": "Zoé", "email": "zoe@exemple.fr", "kind": "a", "why": "Non"}})"), "Pourquoi B"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true, "refused": "procedure.closed"})"), "procedure.closed"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"mail": "resident", "words": ["bonsoir"]})"), "bonsoir"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"mail": "agents", "without": ["2026"]})"), "2026"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"move": "refused"})"), "transition.reason_required"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"move": "closed"})"), "transition.not_allowed"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"move": "nowhere"})"), "nowhere"));
  CHECK(holds(stage.reason(filled_a + R"(, {"send": true}, {"state": "accepted"})"), "submitted"));
  CHECK(holds(stage.reason(filled_a + R"(, {"reply": "Bonjour"})"), "Étape 2"));
  CHECK_FALSE(stage.reason(R"({"send": true})").empty());
}

TEST_CASE("a draft that nobody touched is gone after its time") {
  Stage stage;
  CHECK_FALSE(stage.reason(R"({"fill": {"name": "Zoé"}, "refused": {"email": "form.required.text", "kind": "form.required.choice"}},
    {"wait_days": 31}, {"fill": {"email": "zoe@exemple.fr", "kind": "a"}}, {"asked": ["proof"]})").empty());
}

TEST_CASE("a test that names what the procedure does not have is no definition") {
  CHECK(wrong_at(test_with(R"({"fill": {"nme": "Zoé"}})")) == "tests[0].play[0].fill");
  CHECK(wrong_at(test_with(R"({"fill": {}, "refused": {"nme": "x"}})")) == "tests[0].play[0].refused");
  CHECK(wrong_at(test_with(R"({"asked": ["nowhere"]})")) == "tests[0].play[0].asked");
  CHECK(wrong_at(test_with(R"({"jump": 3})")) != "");
  CHECK(wrong_at(test_with(R"({"mail": "mairie@exemple.fr"})")) == "tests[0].play[0].mail");
  CHECK(wrong_at(R"({"name": "x", "at": "demain", "play": [{"send": true}]})") == "tests[0].at");
  CHECK(wrong_at(R"({"name": "x", "at": "2026-11-24 25:00", "play": [{"send": true}]})") == "tests[0].at");
  CHECK(wrong_at(R"({"name": "x", "at": "2026-11-24", "play": []})") == "tests[0].play");
}

TEST_CASE("a revision whose tests fail is not published, and the reasons are told") {
  Stage stage;
  const auto tenant = stage.world.commune();
  const auto refused = publish_procedure(*tenant, stage.rehearsal, claire,
                                         procedure_with(test_with(filled_a + R"(, {"asked": ["proof"]})")), stage.world.now());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "procedure.tests_failed");
  REQUIRE(refused.error().fields.size() == 1);
  CHECK(holds(refused.error().fields.front().arguments.at("reason"), "Preuve"));
  CHECK_FALSE(tenant->read([](db::ReadTx& tx) { return forms::find_procedure(tx, "essai"); }));
}

TEST_CASE("a revision whose tests pass is published, and nothing of the tests is in the commune") {
  Stage stage;
  const auto tenant = stage.world.commune();
  const auto published = publish_procedure(*tenant, stage.rehearsal, claire,
                                           procedure_with(test_with(filled_b + R"(, {"send": true})")), stage.world.now());
  REQUIRE(published);
  CHECK(published->revision == 1);
  for (const auto& [procedure, report] : test_procedures(*tenant, stage.rehearsal, stage.texts))
    if (procedure.slug == "essai") CHECK(report.tests == 1);
  tenant->read([](db::ReadTx& tx) {
    CHECK(tx.number("SELECT COUNT(*) FROM dossier") == 0);
    CHECK(tx.number("SELECT COUNT(*) FROM draft") == 0);
    CHECK(tx.number("SELECT COUNT(*) FROM outbox") == 0);
  });
}

TEST_CASE("each procedure of a fresh commune has at least three tests, and all of them pass") {
  Stage stage;
  const auto tenant = stage.world.commune();
  for (const auto& [procedure, report] : test_procedures(*tenant, stage.rehearsal, stage.texts)) {
    INFO(procedure.slug << (report.failures.empty() ? "" : ": " + report.failures.front().test + ": " + report.failures.front().reason));
    CHECK(report.tests >= 3);
    CHECK(report.failed() == 0);
  }
}

TEST_CASE("a test says where a procedure ends early, and nothing goes on from there") {
  Stage stage;
  const auto with_end = [&](const std::string& play) {
    std::string text = procedure_with(test_with(play));
    const std::string place = R"("show_if": {"field": "kind", "equals": "b"}}]},)";
    text.insert(text.find(place) + place.size() - 2,
                R"(, "ends_if": [{"when": {"field": "kind", "equals": "b"}, "text": "Pas pour B."}])");
    const auto definition = forms::parse_definition(text);
    if (!definition) FAIL(definition.error().arguments.at("where"));
    const TestReport report = stage.rehearsal.play(*definition, text);
    return report.failures.empty() ? "" : report.failures.front().reason;
  };
  const std::string fill_b = R"({"fill": {"name": "Zoé", "email": "zoe@exemple.fr", "kind": "b", "why": "Pour"}})";
  CHECK(with_end(fill_b + R"(, {"ends": "Pas pour B"}, {"send": true, "refused": "draft.incomplete"})") == "");
  CHECK(holds(with_end(fill_b + R"(, {"ends": "Pas pour C"})"), "Pas pour C\u00a0» manque"));
  CHECK(holds(with_end(filled_a + R"(, {"ends": "Pas pour B"})"), "devait s’arrêter"));
}
