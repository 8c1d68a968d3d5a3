// Sharing the work on cases: who does it, labels, notes, search, models of answers.
#include "tenants/dossiers/answer_model.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/dossiers/work_case.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("a case is given to an agent, who is told, and to nobody again") {
  Case one;
  const auto agent = tenants::create_agent(*one.tenant, claire, {"marc@mairie.example", "Marc Petit", "secretaire", agent_password}, one.world.now());
  REQUIRE(agent);
  const auto before = one.mails().size();
  REQUIRE(one.change({.assignee = agent->id.value}));
  CHECK(one.work().assignee_name == "Marc Petit");
  REQUIRE(one.mails().size() == before + 1);
  CHECK(one.mails().back().recipient == "marc@mairie.example");
  CHECK(one.mails().back().body.find("Garnier") == std::string::npos);
  REQUIRE(one.change({.assignee = agent->id.value}));
  CHECK(one.mails().size() == before + 1);
  CHECK(one.count("dossier.assigned") == 1);
  REQUIRE(one.change({.assignee = 0}));
  CHECK(one.work().assignee_name.empty());
  CHECK(one.change({.assignee = 999}).error().fields.at(0).key == "work.unknown_agent");
}

TEST_CASE("labels are cleaned, counted and found; a wrong change changes nothing of the rest") {
  Case one;
  REQUIRE(one.change({.labels = std::vector<std::string>{" urgent ", "urgent", "", "à revoir"}}));
  CHECK(one.work().labels == std::vector<std::string>{"urgent", "à revoir"});
  dossiers::InboxQuery query;
  query.label = "urgent";
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::inbox_ids(tx, query, 9).size(); }) == 1);
  CHECK_FALSE(one.change({.due_on = "2026-12-24", .labels = std::vector<std::string>(1, std::string(41, 'a'))}));
  CHECK_FALSE(one.now().due_on);
  REQUIRE(one.change({.due_on = "2026-12-24"}));
  CHECK(to_iso(one.now().urgent_on.value()) == "2026-12-24");
  CHECK(one.change({.due_on = "24/12"}).error().fields.at(0).key == "work.date");
}

TEST_CASE("a note is for agents alone: found by search, in no mail, in no message") {
  Case one;
  const auto before = one.mails().size();
  REQUIRE(dossiers::add_note(*one.tenant, claire, one.id, "Voir avec l’état civil de Nantes.", one.world.now()));
  CHECK(one.work().notes.size() == 1);
  CHECK(one.mails().size() == before);
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::messages_of(tx, one.id).empty(); }));
  CHECK(one.found("nantes") == 1);
}

TEST_CASE("search reads answers and messages, beginnings of words, without accents, and nothing of FTS5's own") {
  Case one;
  REQUIRE(dossiers::reply(*one.tenant, one.world.texts(), claire, one.id, "Le cadastre est prêt.", one.world.now()));
  CHECK(one.found("CADAS pret") == 1);
  CHECK(one.found("garnier") == 1);
  CHECK(one.found("cadastre absent") == 0);
  for (const char* hostile : {"\"", "a OR b", "NEAR(a b)", "body:x", "*", "(", "cadastre*\" OR \"", "^a", "-"})
    CHECK_NOTHROW(one.found(hostile));
}

TEST_CASE("a model is filled from the case and refuses words that it does not know") {
  Case one;
  const auto save = [&](std::string_view body) {
    return dossiers::create_answer_model(*one.tenant, claire, {"Prêt", std::string(body), ""}, one.world.now());
  };
  const auto model = save("Bonjour {{nom}},\n{{ reference }} est prête. {{agent}}");
  REQUIRE(model);
  const auto letter = dossiers::fill_model(model->body, one.now(), "Claire Morel", "de Mulsanne", one.world.now());
  CHECK(letter == "Bonjour Éloïse Garnier,\n" + one.now().reference + " est prête. Claire Morel");
  CHECK(save("Bonjour {{password}}").error().fields.at(0).key == "model.unknown_word");
  CHECK(save("  ").error().fields.at(0).key == "message.required");
  CHECK(dossiers::fill_model("{{nom", one.now(), "", "", one.world.now()) == "{{nom");
}

TEST_CASE("what a resident wrote is never read as a model") {
  Case one;
  auto dossier = one.now();
  dossier.applicant_name = "{{agent}}";
  CHECK(dossiers::fill_model("{{nom}}", dossier, "Claire", "", one.world.now()) == "{{agent}}");
}
