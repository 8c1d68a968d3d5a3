// A resident follows a request: finds it by code and address, reads, answers, takes files, withdraws, leaves.
#include "tenants/dossiers/instruct.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Tracked {
  TestPlatform platform;
  dossiers::Dossier dossier =
      sent_dossier(*platform.tenant(), platform.texts(), platform.now(), birth_certificate_answers());
  Browser browser{platform};

  void open(std::string_view code, std::string_view email = "eloise.garnier@exemple.fr") {
    browser.get("/suivi");
    browser.submit("/suivi", {{"code", std::string(code)}, {"courriel", std::string(email)}});
  }
  void reply(std::string_view text) {
    REQUIRE(dossiers::reply(*platform.tenant(), platform.texts(), claire, dossier.id, text, platform.now()));
  }
  void move(dossiers::State to, std::string_view reason = "Voici pourquoi.") {
    REQUIRE(
        dossiers::change_state(*platform.tenant(), platform.texts(), claire, {dossier.id, to, reason}, platform.now()));
  }
};

std::string spelled_otherwise(std::string code) {
  for (char& c : code)
    c = c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c == '0' ? 'o' : c == '1' ? 'l' : c;
  return code;
}

}  // namespace

TEST_CASE("a request is found by its code in any spelling and shows where it stands") {
  Tracked one;
  one.open(spelled_otherwise(one.dossier.tracking_code), " Eloise.Garnier@EXEMPLE.fr ");
  CHECK(one.browser.location() == "/suivi/demande");
  one.browser.follow();
  CHECK(one.browser.shows("Reçue"));
  CHECK(one.browser.shows(one.dossier.reference));
  CHECK(one.browser.shows("Éloïse Marie"));
  CHECK_FALSE(one.browser.shows(one.dossier.tracking_code));
}

TEST_CASE("a wrong code and a wrong address get the same page, with what was typed") {
  Tracked one;
  one.open("AAAAA-AAAAA-AAAAA");
  CHECK(one.browser.last().status == 422);
  CHECK(one.browser.shows("Aucune demande ne correspond"));
  CHECK(one.browser.shows("value=\"AAAAA-AAAAA-AAAAA\""));
  const std::string wrong_code = one.browser.page();
  one.open(one.dossier.tracking_code, "autre@exemple.fr");
  CHECK(one.browser.last().status == 422);
  CHECK(one.browser.shows("Aucune demande ne correspond"));
  CHECK(one.browser.cookies.empty());
}

TEST_CASE("an empty code is asked for, and the address of a request that has one") {
  Tracked one;
  one.open("", "");
  CHECK(one.browser.last().status == 422);
  CHECK(one.browser.shows("Indiquez votre code de suivi."));
  one.open(one.dossier.tracking_code, "");
  CHECK(one.browser.last().status == 422);
  CHECK(one.browser.shows("indiquez l’adresse électronique donnée dans la demande"));
}

TEST_CASE("guessing a code is slowed, and the time that passes lets the resident in") {
  Tracked one;
  for (int i = 0; i < 5; ++i) one.open(one.dossier.tracking_code, "autre@exemple.fr");
  one.open(one.dossier.tracking_code);
  CHECK(one.browser.last().status == 429);
  CHECK(one.browser.last().headers.has("Retry-After"));
  CHECK(one.browser.shows("Trop d’essais"));
  one.platform.clock.advance(one_hour);
  one.open(one.dossier.tracking_code);
  CHECK(one.browser.last().status == 303);
}

TEST_CASE("a resident's slips do not make another resident wait") {
  Tracked one;
  Browser other(one.platform);
  for (int i = 0; i < 8; ++i) one.open("pas un code");
  http::Request request = other.request(http::Method::post, "/suivi");
  request.remote_address = "203.0.113.9";
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = urlencoded({{"code", "autre faute"}, {"courriel", "b@exemple.fr"}});
  CHECK(other.send(std::move(request)).status == 422);
}

TEST_CASE("the town hall and the resident talk to each other, with files") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  one.move(dossiers::State::waiting_for_resident, "Joignez le livret de famille.\n\nMerci.");
  one.browser.get("/suivi/demande");
  CHECK(one.browser.shows("En attente de votre réponse"));
  CHECK(one.browser.shows("<p>Joignez le livret de famille.</p>"));
  CHECK(one.browser.shows("Claire Morel"));
  one.browser.submit("/suivi/demande/message", {{"message", "Le voici."}},
                     {{"piece", "livret.pdf", "application/pdf", forms::test::sample_pdf("livret")}});
  CHECK(one.browser.location() == "/suivi/demande?message=envoye");
  one.browser.follow();
  CHECK(one.browser.shows("Votre message est envoyé à la mairie."));
  CHECK(one.browser.shows("Le voici."));
  CHECK(one.browser.shows("En cours d’étude"));
  CHECK(one.browser.shows("livret.pdf"));
}

TEST_CASE("an empty answer is refused and what was typed beside it stays") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  one.browser.follow();
  one.browser.submit("/suivi/demande/message", {{"message", "  "}});
  CHECK(one.browser.last().status == 422);
  one.browser.get("/suivi/demande");
  one.browser.submit("/suivi/demande/message", {{"message", "Voyez la pièce."}},
                     {{"piece", "a.exe", "application/pdf", "MZ"}});
  CHECK(one.browser.last().status == 422);
  CHECK(one.browser.shows("Voyez la pièce."));
}

TEST_CASE("a file comes back byte for byte, as a download that no browser runs") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  const auto file =
      one.platform.tenant()->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, one.dossier.id); }).front();
  const auto& response = one.browser.get("/suivi/demande/fichiers/" + std::to_string(file.id.value));
  CHECK(response.status == 200);
  CHECK(std::string(response.payload()) == forms::test::sample_pdf());
  CHECK(response.headers.get("Content-Type") == "application/pdf");
  CHECK(response.headers.get("Content-Disposition").starts_with("attachment"));
  CHECK(response.headers.get("X-Content-Type-Options") == "nosniff");
  CHECK(response.headers.get("Cache-Control") == "no-store");
  for (const char* id : {"999", "0", "abc", "-1", "01"})
    CHECK(one.browser.get("/suivi/demande/fichiers/" + std::string(id)).status == 404);
}

TEST_CASE("a file of another request of the same commune is not found") {
  Tracked one;
  const auto other =
      sent_dossier(*one.platform.tenant(), one.platform.texts(), one.platform.now(), birth_certificate_answers());
  const auto file =
      one.platform.tenant()->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, other.id); }).front();
  one.open(one.dossier.tracking_code);
  CHECK(one.browser.get("/suivi/demande/fichiers/" + std::to_string(file.id.value)).status == 404);
}

TEST_CASE("without access every page of a request leads to the form") {
  Tracked one;
  for (const char* path : {"/suivi/demande", "/suivi/demande/fichiers/1"}) {
    one.browser.get(path);
    CHECK(one.browser.location() == "/suivi");
  }
  for (const char* path : {"/suivi/demande/message", "/suivi/demande/retrait"}) {
    one.browser.post(path, {{"message", "x"}});
    CHECK(one.browser.location() == "/suivi");
  }
}

TEST_CASE("access ends after two hours and at once when the resident leaves") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  one.browser.follow();
  one.platform.clock.advance(2 * one_hour - 1);
  CHECK(one.browser.get("/suivi/demande").status == 200);
  one.browser.submit("/suivi/quitter", {});
  CHECK(one.browser.cookies.empty());
  CHECK(one.browser.get("/suivi/demande").status == 303);
  one.open(one.dossier.tracking_code);
  one.platform.clock.advance(2 * one_hour);
  CHECK(one.browser.get("/suivi/demande").status == 303);
}

TEST_CASE("a resident withdraws a request, and no longer once it is decided") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  one.browser.follow();
  one.browser.submit("/suivi/demande/retrait", {});
  one.browser.follow();
  CHECK(one.browser.shows("Retirée"));
  CHECK_FALSE(one.browser.shows("action=\"/suivi/demande/message\""));
  CHECK(one.browser.post("/suivi/demande/message", {{"message", "Encore"}}).status == 409);

  Tracked decided;
  decided.open(decided.dossier.tracking_code);
  decided.move(dossiers::State::accepted, "");
  decided.browser.get("/suivi/demande");
  CHECK_FALSE(decided.browser.shows("action=\"/suivi/demande/retrait\""));
  CHECK(decided.browser.post("/suivi/demande/retrait", {}).status == 409);
}

TEST_CASE("a forged or altered access cookie opens nothing") {
  Tracked one;
  one.open(one.dossier.tracking_code);
  std::string& cookie = one.browser.cookies.at("suivi");
  const std::string good = cookie;
  for (const std::string& bad :
       {good + "x", good.substr(0, good.rfind('.')), std::string("eyJhbGciOiJub25lIn0.e30."), std::string(4000, 'a')}) {
    cookie = bad;
    CHECK(one.browser.get("/suivi/demande").status == 303);
  }
  cookie = good;
  CHECK(one.browser.get("/suivi/demande").status == 200);
}

TEST_CASE("every state of a request has its words and its way on the page") {
  using dossiers::State;
  struct Step {
    State to;
    const char* label;
  };
  Tracked one;
  one.open(one.dossier.tracking_code);
  for (const Step& step :
       {Step{State::in_progress, "En cours d’étude"}, Step{State::waiting_for_resident, "En attente de votre réponse"},
        Step{State::refused, "Refusée"}, Step{State::in_progress, "En cours d’étude"},
        Step{State::accepted, "Acceptée"}, Step{State::closed, "Terminée"}}) {
    one.move(step.to);
    INFO(step.label);
    CHECK(one.browser.get("/suivi/demande").status == 200);
    CHECK(one.browser.shows("<h2 id=\"titre-etat\">" + std::string(step.label) + "</h2>"));
  }
}
