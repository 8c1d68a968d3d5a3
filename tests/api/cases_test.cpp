// The work on cases through the API and the pages: what agents send, what residents and elected members see.
#include "tenants/documents/document_job.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/dossiers/silence.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Desk {
  TestPlatform platform;
  Browser agent{platform};
  Browser resident{platform};
  dossiers::Dossier dossier;

  Desk() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
    dossier = sent_dossier(*platform.tenant(), platform.texts(), platform.now());
  }
  std::string path(const std::string& rest = "") const {
    return "/api/v1/dossiers/" + std::to_string(dossier.id.value) + rest;
  }
  int send(http::Method method, const std::string& target, const json::Object& body) {
    return agent.json(method, target, json::serialize(body)).status;
  }
  void track() {
    resident.post("/suivi", {{"code", dossier.tracking_code}, {"courriel", dossier.applicant_email}});
    REQUIRE(resident.last().status == 303);
  }
  std::string last_mail() {
    return platform.tenant()
        ->read([&](db::ReadTx& tx) { return tenants::due_items(tx, platform.now() + one_day, 50); })
        .back()
        .body;
  }
};

}  // namespace

TEST_CASE("the case says its clocks, and a document of them is asked for once") {
  Desk desk;
  desk.agent.get(desk.path());
  const json::Object clocks = desk.agent.body().at("clocks").as_object();
  CHECK(json::string_or(clocks, "receipt") == "pending");
  CHECK(json::string_or(clocks, "acknowledge_by") == "2026-12-08");
  CHECK(desk.send(http::Method::post, desk.path("/documents"), {{"kind", "case_proof"}}) == 201);
  CHECK(desk.send(http::Method::post, desk.path("/documents"), {{"kind", "silence_attestation"}}) == 409);
  CHECK(desk.send(http::Method::post, desk.path("/documents"), {{"kind", "x"}}) == 422);
  std::string printed;
  const auto press = [&](std::string_view html, std::string_view) -> Result<std::string> {
    printed = html;
    return std::string("%PDF-");
  };
  static_cast<void>(
      tenants::make_due_documents(*desk.platform.tenant(), desk.platform.texts(), press, desk.platform.now()));
  CHECK(printed.find(desk.dossier.reference) != std::string::npos);
  CHECK(printed.find("8 décembre 2026") != std::string::npos);
  CHECK(printed.find(desk.dossier.tracking_code) == std::string::npos);
  desk.agent.get(desk.path("/documents"));
  CHECK(desk.agent.body().at("items").as_array().size() == 1);
}

TEST_CASE("assignment, day, labels and notes are said in the case and in the list, and never to the resident") {
  Desk desk;
  CHECK(desk.send(http::Method::patch, desk.path("/work"),
                  {{"assignee_id", 1}, {"due_on", "2026-12-01"}, {"labels", json::Array{"urgent"}}}) == 200);
  CHECK(desk.send(http::Method::post, desk.path("/notes"), {{"body", "Entre nous."}}) == 200);
  CHECK(desk.agent.body().at("work").at("notes").as_array().size() == 1);
  desk.agent.get("/api/v1/dossiers?label=urgent&assignee=1");
  CHECK(desk.agent.body().at("items").at(0).at("assignee") == "Claire Morel");
  CHECK(desk.agent.body().at("items").at(0).at("urgency") == "soon");
  desk.agent.get("/api/v1/dossiers?assignee=0");
  CHECK(desk.agent.body().at("items").as_array().empty());
  desk.track();
  desk.resident.get("/suivi/demande");
  for (const char* secret : {"Entre nous", "urgent", "1er décembre"}) CHECK_FALSE(desk.resident.shows(secret));
  desk.resident.get("/suivi/demande/donnees.json");
  CHECK(desk.resident.last().status == 200);
  CHECK(desk.resident.shows("Garnier"));
  CHECK_FALSE(desk.resident.shows("Entre nous"));
}

TEST_CASE("a correction is asked, shown, refused with its errors, sent, and the old answer stays with the agents") {
  Desk desk;
  CHECK(desk.send(http::Method::post, desk.path("/transitions"),
                  {{"to", "waiting_for_resident"},
                   {"reason", "Le nom ne correspond pas."},
                   {"fields", json::Array{"applicant_family_name"}},
                   {"answer_before", "2026-12-20"}}) == 200);
  CHECK(desk.last_mail().find("20 décembre 2026") == std::string::npos);  // the state's mail says the reason
  desk.track();
  desk.resident.get("/suivi/demande");
  CHECK(desk.resident.shows("Corriger ma demande"));
  desk.resident.get("/suivi/demande/correction");
  CHECK(desk.resident.shows("Le nom ne correspond pas."));
  CHECK(desk.resident.shows("20 décembre 2026"));
  CHECK_FALSE(desk.resident.shows("name=\"applicant_email\""));
  CHECK(desk.resident.submit("/suivi/demande/correction", {{"applicant_family_name", ""}}).status == 422);
  CHECK(desk.resident.submit("/suivi/demande/correction", {{"applicant_family_name", "Garnier-Petit"}}).status == 303);
  desk.resident.follow();
  CHECK(desk.resident.shows("Vos corrections sont envoyées"));
  desk.agent.get(desk.path());
  CHECK(desk.agent.body().at("state") == "in_progress");
  CHECK(desk.agent.body().at("corrections").at(0).at("fields").at(0).at("before") == "Garnier");
  CHECK(desk.agent.shows("Garnier-Petit"));
}

TEST_CASE("an elected member reads the one case and answers; a wrong, ended or foreign link is not found") {
  Desk desk;
  CHECK(desk.send(http::Method::post, desk.path("/opinions"),
                  {{"name", "Paul Martin"}, {"email", "paul@exemple.fr"}, {"question", "D’accord ?"}}) == 200);
  const std::string mail = desk.last_mail();
  const std::string link = mail.substr(mail.find("/avis-elu/"), 74);
  Browser elected(desk.platform);
  CHECK(elected.get(link).status == 200);
  CHECK(elected.shows("D’accord ?"));
  CHECK_FALSE(elected.shows(desk.dossier.tracking_code));
  CHECK_FALSE(elected.shows(desk.dossier.applicant_email + "</a>"));
  CHECK(elected.submit(link, {}).status == 422);
  CHECK(elected.shows("Choisissez votre avis."));
  CHECK(elected.post(link, {{"avis", "unfavourable"}, {"motif", "<b>Non</b>"}, {"csrf", ""}}).status != 500);
  elected.get(link);
  CHECK(elected.submit(link, {{"avis", "unfavourable"}, {"motif", "<b>Trop étroit</b>"}}).status == 303);
  elected.follow();
  CHECK(elected.shows("Votre avis est enregistré"));
  CHECK_FALSE(elected.shows("<b>Trop"));
  desk.agent.get(desk.path());
  CHECK(desk.agent.body().at("opinions").at(0).at("verdict") == "unfavourable");
  Browser foreign(desk.platform, saint_maixent);
  CHECK(foreign.get(link).status == 404);
  CHECK(elected.get("/avis-elu/" + std::string(64, '0')).status == 404);
  desk.platform.clock.advance(16 * one_day);
  CHECK(elected.get(link).status == 404);
}

TEST_CASE("a model is written, filled with the case, and refused with an unknown word") {
  Desk desk;
  CHECK(desk.send(http::Method::post, "/api/v1/answer-models", {{"title", "Prêt"}, {"body", "Bonjour {{nom}}"}}) == 201);
  CHECK(desk.send(http::Method::post, "/api/v1/answer-models", {{"title", "X"}, {"body", "{{secret}}"}}) == 422);
  desk.agent.get(desk.path("/letters"));
  CHECK(desk.agent.body().at("items").at(0).at("text") == "Bonjour Éloïse Garnier");
  desk.agent.get("/api/v1/answer-models");
  CHECK(desk.agent.body().at("words").as_array().size() == 7);
  CHECK(desk.send(http::Method::put, "/api/v1/answer-models/1", {{"title", "Prête"}, {"body", "Bonjour"}}) == 200);
  CHECK(desk.agent.json(http::Method::delete_, "/api/v1/answer-models/1").status == 204);
  CHECK(desk.agent.json(http::Method::delete_, "/api/v1/answer-models/1").status == 404);
}

TEST_CASE("views are kept, many cases change at once after a rehearsal, and an export is made and taken") {
  Desk desk;
  CHECK(desk.send(http::Method::post, "/api/v1/saved-views", {{"name", "Retards"}, {"filter", "urgent=late"}}) == 201);
  desk.agent.get("/api/v1/saved-views");
  CHECK(desk.agent.body().at("items").at(0).at("filter") == "urgent=late");
  desk.agent.get("/api/v1/case-ids?state=submitted");
  const json::Array ids = desk.agent.body().at("ids").as_array();
  json::Object bulk{{"ids", ids}, {"action", "state"}, {"value", "in_progress"}, {"dry_run", true}};
  CHECK(desk.send(http::Method::post, "/api/v1/case-bulk", bulk) == 200);
  CHECK(desk.agent.body().at("possible") == 1);
  CHECK(desk.agent.body().at("job_id").is_null());
  bulk["dry_run"] = false;
  CHECK(desk.send(http::Method::post, "/api/v1/case-bulk", bulk) == 200);
  dossiers::do_bulk_jobs(*desk.platform.tenant(), desk.platform.texts(), desk.platform.now());
  desk.agent.get("/api/v1/case-bulk/1");
  CHECK(desk.agent.body().at("is_finished") == true);
  CHECK(desk.send(http::Method::post, "/api/v1/case-exports", {{"format", "ods"}, {"query", "state=in_progress"}}) == 201);
  CHECK(desk.agent.get("/api/v1/case-exports/1/file").status == 404);
  dossiers::make_exports(*desk.platform.tenant(), desk.platform.texts(), desk.platform.now());
  CHECK(desk.agent.get("/api/v1/case-exports/1/file").status == 200);
  CHECK(desk.agent.last().headers.get("Content-Disposition").find(".ods") != std::string_view::npos);
  CHECK(desk.agent.page().substr(0, 2) == "PK");
}
