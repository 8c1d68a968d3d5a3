// The work on cases: sharing it, models, corrections, opinions, many at once, exports, forgetting.
#include "tenants/dossiers/work.hpp"

#include "core/csv/csv.hpp"
#include "tenants/dossiers/answer_model.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/dossiers/case_table.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/inbox.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/retention.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

struct Case {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  Id<dossiers::Dossier> id = sent_dossier(*tenant, world.texts(), world.now()).id;

  dossiers::Dossier now() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id).value(); });
  }
  dossiers::Work work() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::read_work(tx, id); });
  }
  std::vector<tenants::OutboxItem> mails() {
    return tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, world.now() + one_day, 50); });
  }
  Result<dossiers::Dossier> change(const dossiers::WorkChange& change) {
    return dossiers::change_work(*tenant, world.texts(), claire, id, change, world.now());
  }
  Result<dossiers::Dossier> move(State to, const dossiers::CorrectionRequest& correction = {}) {
    return dossiers::change_state(*tenant, world.texts(), claire, {id, to, "Voici pourquoi.", correction}, world.now());
  }
  std::int64_t count(std::string_view verb) {
    std::int64_t found = 0;
    for (const auto& event : tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", id.value}); }))
      found += event.verb == verb ? 1 : 0;
    return found;
  }
  std::size_t found(std::string_view words) {
    dossiers::InboxQuery query;
    query.text = words;
    return tenant->read([&](db::ReadTx& tx) { return dossiers::inbox_ids(tx, query, 10).size(); });
  }
};

}  // namespace

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

TEST_CASE("the resident changes the answers that were named and no others, and the old ones stay") {
  Case one;
  const std::string email = json::string_or(one.now().answers, "applicant_email");
  REQUIRE(one.move(State::waiting_for_resident, {{"applicant_family_name"}, "2026-12-10"}));
  const auto correction = one.tenant->read([&](db::ReadTx& tx) { return dossiers::open_correction(tx, one.id).value(); });
  CHECK(to_iso(correction.answer_before) == "2026-12-10");
  forms::StepReading reading;
  reading.values = {{"applicant_family_name", "Garnier-Petit"}, {"applicant_email", "pirate@exemple.fr"}};
  REQUIRE(dossiers::answer_correction(*one.tenant, one.world.texts(), one.id, reading, one.world.now()));
  CHECK(one.now().state == State::in_progress);
  CHECK(json::string_or(one.now().answers, "applicant_family_name") == "Garnier-Petit");
  CHECK(json::string_or(one.now().answers, "applicant_email") == email);
  const auto kept = one.tenant->read([&](db::ReadTx& tx) { return dossiers::corrections_of(tx, one.id).front(); });
  CHECK(json::string_or(kept.answers_before, "applicant_family_name") == "Garnier");
  CHECK(kept.ended_at);
  CHECK(dossiers::answer_correction(*one.tenant, one.world.texts(), one.id, reading, one.world.now()).error().key ==
        "correction.over");
}

TEST_CASE("a message alone does not end a correction that names answers") {
  Case one;
  REQUIRE(one.move(State::waiting_for_resident, {{"applicant_family_name"}, ""}));
  REQUIRE(dossiers::answer(*one.tenant, one.world.texts(), {one.id, "Je ne comprends pas.", {}}, one.world.now()));
  CHECK(one.now().state == State::waiting_for_resident);
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::open_correction(tx, one.id).has_value(); }));
}

TEST_CASE("a correction of an unknown answer, or for yesterday, or for next year, changes nothing") {
  Case one;
  CHECK(one.move(State::waiting_for_resident, {{"nothing"}, ""}).error().fields.at(0).key == "correction.unknown_field");
  for (const char* day : {"2026-11-24", "2026-11-01", "2027-11-24", "demain"})
    CHECK(one.move(State::waiting_for_resident, {{}, day}).error().fields.at(0).key == "correction.date");
  CHECK(one.now().state == State::submitted);
}

TEST_CASE("the form of a correction holds the named fields alone, whatever they depended on") {
  Case one;
  REQUIRE(one.move(State::waiting_for_resident, {{"person_birth_date", "applicant_family_name"}, ""}));
  one.tenant->read([&](db::ReadTx& tx) {
    const auto dossier = one.id;
    const auto definition = forms::read_definition(tx, dossiers::find_dossier(tx, dossier)->procedure_id, 1);
    const auto form = dossiers::correction_form(definition, dossiers::open_correction(tx, dossier).value());
    REQUIRE(form.steps.size() == 1);
    CHECK(form.steps.front().fields.size() == 2);
    for (const auto& field : form.steps.front().fields) CHECK_FALSE(field.show_if);
  });
}

TEST_CASE("an elected member answers by the link, for a while, for this case; only the digest is kept") {
  Case one;
  const auto asked = dossiers::ask_opinion(*one.tenant, one.world.texts(), claire, one.id,
                                           {"Paul Martin", "Paul@Exemple.fr", "Qu’en pensez-vous ?"}, one.world.now());
  REQUIRE(asked);
  const std::string body = one.mails().back().body;
  const auto at = body.find("/avis-elu/");
  REQUIRE(at != std::string::npos);
  const std::string key = body.substr(at + 10, 64);
  CHECK(one.tenant->read([&](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM opinion WHERE instr(token_digest, ?) > 0", key);
  }) == 0);
  const auto give = [&](std::string_view verdict, std::string_view answer) {
    return dossiers::give_opinion(*one.tenant, one.world.texts(), key, verdict, answer, one.world.now());
  };
  CHECK(give("", "").error().fields.at(0).key == "opinion.verdict");
  CHECK(give("unfavourable", " ").error().fields.at(0).key == "opinion.reason");
  REQUIRE(give("favourable", ""));
  REQUIRE(give("unfavourable", "La rue est étroite."));
  CHECK_FALSE(one.now().read_at);
  CHECK(one.count("dossier.opinion_given") == 2);
  one.world.clock.advance(dossiers::opinion_seconds);
  CHECK(give("favourable", "").error().key == "opinion.not_found");
}

TEST_CASE("a cancelled link opens nothing, and what was answered cannot be cancelled") {
  Case one;
  const auto ask = [&] {
    return dossiers::ask_opinion(*one.tenant, one.world.texts(), claire, one.id, {"Paul", "paul@exemple.fr", "Alors ?"},
                                 one.world.now())->id;
  };
  const auto key = [&] {
    const std::string body = one.mails().back().body;
    return body.substr(body.find("/avis-elu/") + 10, 64);
  };
  const auto first = ask();
  REQUIRE(dossiers::cancel_opinion(*one.tenant, claire, one.id, first, one.world.now()));
  const std::string cancelled = key();
  CHECK_FALSE(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_opinion(tx, cancelled, one.world.now()); }));
  const auto second = ask();
  REQUIRE(dossiers::give_opinion(*one.tenant, one.world.texts(), key(), "favourable", "", one.world.now()));
  CHECK(dossiers::cancel_opinion(*one.tenant, claire, one.id, second, one.world.now()).error().key == "opinion.over");
}

TEST_CASE("a deed on many cases says beforehand what it will do, does it, and names what it could not") {
  Case one;
  const auto second = sent_dossier(*one.tenant, one.world.texts(), one.world.now()).id;
  REQUIRE(one.move(State::accepted));
  const dossiers::BulkAction refuse{"state", "refused", "Hors délai."};
  const std::vector<std::int64_t> ids = {one.id.value, second.value, 999};
  const auto plan = dossiers::plan_bulk(*one.tenant, refuse, ids);
  REQUIRE(plan);
  CHECK(plan->possible == 1);
  CHECK(plan->refused == std::vector<std::string>{one.now().reference});
  const auto job = dossiers::start_bulk(*one.tenant, claire, refuse, ids, one.world.now());
  REQUIRE(job);
  CHECK(one.now().state == State::accepted);
  dossiers::do_bulk_jobs(*one.tenant, one.world.texts(), one.world.now());
  const auto done = one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_bulk(tx, job->id).value(); });
  CHECK(done.done == 2);
  CHECK(done.finished_at);
  REQUIRE(done.refused.size() == 1);
  CHECK(done.refused.front().key == "transition.not_allowed");
  CHECK(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, second)->state; }) == State::refused);
}

TEST_CASE("a deed on many cases needs a known action, its reason, and some cases") {
  Case one;
  const auto key = [&](const dossiers::BulkAction& action, const std::vector<std::int64_t>& ids) {
    return dossiers::plan_bulk(*one.tenant, action, ids).error().fields.at(0).key;
  };
  CHECK(key({"delete", "1"}, {1}) == "bulk.action");
  CHECK(key({"state", "lost"}, {1}) == "bulk.action");
  CHECK(key({"state", "refused"}, {1}) == "transition.reason_required");
  CHECK(key({"label", "urgent"}, {}) == "bulk.ids");
  CHECK(key({"label", "urgent"}, std::vector<std::int64_t>(1001, 1)) == "bulk.ids");
}

TEST_CASE("an export holds every answer, a row a case, and runs no formula") {
  Case one;
  REQUIRE(one.change({.labels = std::vector<std::string>{"=1+1"}}));
  const auto asked = dossiers::request_export(*one.tenant, claire, "csv", {}, one.world.now());
  REQUIRE(asked);
  dossiers::make_exports(*one.tenant, one.world.texts(), one.world.now());
  const auto made = one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_export(tx, asked->id).value(); });
  CHECK(made.state == "made");
  CHECK(made.row_count == 1);
  const std::string bytes = one.tenant->files().get(made.file_sha256).value();
  CHECK(bytes.find("\"'=1+1\"") != std::string::npos);
  CHECK(bytes.find("applicant_family_name") != std::string::npos);
  CHECK(bytes.find(one.now().tracking_code) == std::string::npos);
  CHECK(dossiers::request_export(*one.tenant, claire, "exe", {}, one.world.now()).error().fields.at(0).key ==
        "export.format");
  one.world.clock.advance(8 * one_day);
  dossiers::make_exports(*one.tenant, one.world.texts(), one.world.now());
  CHECK_FALSE(one.tenant->read([&](db::ReadTx& tx) { return dossiers::find_export(tx, asked->id); }));
}

TEST_CASE("an .ods begins with its type and says every cell as text") {
  const std::string ods = dossiers::write_case_table({{"a"}, {"=<1>&\n2"}}, "ods");
  CHECK(ods.substr(30, 8) == "mimetype");
  CHECK(ods.find("application/vnd.oasis.opendocument.spreadsheet") == 38);
  CHECK(ods.find("<text:p>=&lt;1&gt;&amp;</text:p><text:p>2</text:p>") != std::string::npos);
  CHECK(ods.find("table:formula") == std::string::npos);
  CHECK(dossiers::write_case_table({{"a"}, {"=1"}}, "json") == R"([{"a":"=1"}])");
}

TEST_CASE("a case is forgotten after its retention, a month after the warning, and its journal names nobody") {
  Case one;
  make_agent(*one.tenant, one.world.now());
  REQUIRE(dossiers::reply(*one.tenant, one.world.texts(), claire, one.id, "Bonjour.", one.world.now()));
  REQUIRE(one.move(State::accepted));
  const auto keep = [&] { return dossiers::keep_retention(*one.tenant, one.world.texts(), one.world.now()); };
  one.world.clock.advance(300 * one_day);
  CHECK(keep().warned == 0);
  one.world.clock.advance(100 * one_day);
  CHECK(keep().warned == 1);
  CHECK(one.mails().back().body.find("1 demande") != std::string::npos);
  CHECK(keep().forgotten == 0);
  one.world.clock.advance(31 * one_day);
  CHECK(keep().forgotten == 1);
  CHECK(one.now().applicant_email.empty());
  CHECK(one.now().answers.empty());
  CHECK(one.found("garnier") == 0);
  for (const auto& event : one.tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", one.id.value}); }))
    CHECK(event.actor_name.find("Garnier") == std::string::npos);
  CHECK(one.tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM message"); }) == 0);
  CHECK(keep().forgotten == 0);
}

TEST_CASE("agents keep a case longer, and an open one is never forgotten") {
  Case one;
  const auto keep = [&] { return dossiers::keep_retention(*one.tenant, one.world.texts(), one.world.now()).warned; };
  one.world.clock.advance(900 * one_day);
  CHECK(keep() == 0);
  REQUIRE(one.move(State::accepted));
  REQUIRE(dossiers::keep_until(*one.tenant, claire, one.id, "2035-01-01", one.world.now()));
  one.world.clock.advance(600 * one_day);
  CHECK(keep() == 0);
  CHECK(dossiers::keep_until(*one.tenant, claire, one.id, "2020-01-01", one.world.now()).error().fields.at(0).key ==
        "retention.date");
}

TEST_CASE("what is erased leaves a count and nothing else") {
  Case one;
  REQUIRE(one.move(State::accepted));
  one.tenant->write([&](db::Tx& tx) { dossiers::erase(tx, dossiers::find_dossier(tx, one.id).value()); });
  one.tenant->read([&](db::ReadTx& tx) {
    CHECK_FALSE(dossiers::find_dossier(tx, one.id));
    CHECK(tx.number("SELECT count FROM case_statistic WHERE month = '2026-11' AND outcome = 'accepted'") == 1);
    CHECK(tx.number("SELECT COUNT(*) FROM receipt") == 0);
    CHECK(tx.number("SELECT COUNT(*) FROM case_text") == 0);
  });
}

TEST_CASE("the journal changes for nothing but a resident's name that is forgotten") {
  Case one;
  CHECK_THROWS(one.tenant->write([](db::Tx& tx) { tx.run("UPDATE journal_event SET details = 'x'"); }));
  CHECK_THROWS(one.tenant->write([](db::Tx& tx) { tx.run("UPDATE journal_event SET actor_name = 'Paul'"); }));
}
