// Whatever a resident or an agent types stays text on every page, in every mail subject and in every header.
#include "tenants/dossiers/instruct.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;

namespace {

// Breaks out of text, of an attribute, of a template and of a header.
const std::string attack = "\"><svg/onload=alert(1)>'{{{x}}}</textarea><script>alert(2)</script>";
const std::vector<std::string> traces = {"<svg/onload", "<svg onload", "<script>alert", "\"><svg",
                                         "</textarea><script"};

void check_harmless(const http::Response& response, const std::string& where) {
  const std::string page(response.payload());
  INFO(where);
  if (response.headers.get("Content-Type").starts_with("text/html")) {
    for (const std::string& trace : traces) CHECK(page.find(trace) == std::string::npos);
  }
  CHECK(response.status < 500);
  for (const auto& [name, value] : response.headers.all()) CHECK(value.find_first_of("\r\n") == std::string::npos);
}

// Every answer that takes free text becomes the attack.
std::vector<PageAnswers> hostile_answers() {
  return with(birth_certificate_answers(), {{"person_birth_name", attack},
                                            {"person_given_names", attack},
                                            {"person_birth_place", attack},
                                            {"parent_1_name", attack},
                                            {"applicant_given_name", attack},
                                            {"applicant_family_name", attack},
                                            {"applicant_address.street", attack},
                                            {"applicant_address.city", attack},
                                            {"request_message", attack}});
}

}  // namespace

TEST_CASE("a hostile resident's answers are text on the form, the review, the confirmation and the tracking page") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = hostile_answers();
  pages[5].files.front().name = "a'><svg onload=alert(1)>.pdf";
  for (std::size_t step = 0; step < pages.size(); ++step) {
    const std::string path = std::string("/demarches/") + civil_slug + "/etapes/" + pages[step].step;
    browser.get(path);
    Fields fields = pages[step].fields;
    browser.post(path, fields, pages[step].files);
    if (!pages[step].files.empty()) browser.post(path, fields, pages[step].files);
    check_harmless(browser.last(), path + " sent");
    check_harmless(browser.get(path), path + " shown again");
  }
  check_harmless(browser.get(std::string("/demarches/") + civil_slug + "/verification"), "review");
  CHECK(browser.shows("&lt;svg/onload"));
  browser.submit(std::string("/demarches/") + civil_slug + "/verification", {});
  browser.follow();
  REQUIRE(browser.shows("Votre demande est envoyée"));
  check_harmless(browser.last(), "confirmation");
  browser.get("/suivi/demande");
  browser.submit("/suivi/demande/message", {{"message", attack}});
  check_harmless(browser.follow(), "tracking page");
  CHECK(browser.shows("&lt;script&gt;alert(2)"));
  browser.submit("/suivi/demande/message", {{"message", attack + std::string(5000, 'a')}});
  CHECK(browser.last().status == 422);
  check_harmless(browser.last(), "refused message");
}

TEST_CASE("what is typed to find a request comes back as text") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/suivi");
  browser.submit("/suivi", {{"code", attack}, {"courriel", attack}});
  check_harmless(browser.last(), "/suivi");
  CHECK(browser.shows("&lt;svg/onload"));
}

TEST_CASE("a hostile address comes back as text, or not at all") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* target : {"/%22%3E%3Csvg/onload=alert(1)%3E", "/actualites/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                             "/actualites?page=%22%3E%3Cscript%3E", "/suivi/demande?message=%3Cscript%3E",
                             "/demarches/copie-acte-etat-civil/etapes/acte?retour=%22%3E%3Cscript%3E"}) {
    if (!http::parse_target(target)) continue;
    check_harmless(browser.get(target), target);
  }
}

TEST_CASE("what agents write is text everywhere, and Markdown only where it is meant") {
  TestPlatform platform;
  make_agent(*platform.tenant(), platform.now());
  Browser agent(platform);
  sign_in(agent);
  const json::Object content{
      {"kind", "news"},
      {"section", "actualites"},
      {"title", attack},
      {"summary", attack},
      {"body_markdown",
       attack + "\n\n[lien](javascript:alert(3)) ![x](javascript:alert(4)) <img src=x onerror=alert(5)>"}};
  agent.json(http::Method::post, "/api/v1/contents", json::serialize(content));
  REQUIRE(agent.last().status == 201);
  const auto id = std::to_string(agent.body().at("id").as_int64());
  const std::string slug(agent.body().at("slug").as_string());
  agent.json(http::Method::post, "/api/v1/contents/" + id + "/publish", R"({"revision":1})");
  const json::Object profile{{"address", attack},
                             {"postcode", ""},
                             {"city", attack},
                             {"phone", ""},
                             {"email", ""},
                             {"hours", json::Array()},
                             {"hours_confirmed", true},
                             {"mayor_name", attack}};
  agent.json(http::Method::put, "/api/v1/commune", json::serialize(profile));
  REQUIRE(agent.last().status == 200);
  const json::Object legal{{"publication_director", attack},
                           {"dpo_contact", attack},
                           {"host", attack},
                           {"photo_credits", attack},
                           {"licence", ""}};
  agent.json(http::Method::put, "/api/v1/commune/legal", json::serialize(legal));
  REQUIRE(agent.last().status == 200);
  Browser visitor(platform);
  for (const std::string& target :
       {std::string("/"), std::string("/actualites"), "/actualites/" + slug, std::string("/plan-du-site"),
        std::string("/mentions-legales"), std::string("/annuaire/elus"), std::string("/donnees-personnelles"), std::string("/suivi"),
        std::string("/sitemap.xml"), std::string("/inconnue")}) {
    check_harmless(visitor.get(target), target);
    for (const char* trace : {"href=\"javascript:", "src=\"javascript:", "<img src=x"})
      CHECK_FALSE(visitor.shows(trace));
  }
}

TEST_CASE("an agent's message and reason are text on the resident's page") {
  TestPlatform platform;
  const auto dossier = sent_dossier(*platform.tenant(), platform.texts(), platform.now());
  REQUIRE(dossiers::reply(*platform.tenant(), platform.texts(), {tenants::ActorKind::agent, attack}, dossier.id, attack,
                          platform.now()));
  REQUIRE(dossiers::change_state(*platform.tenant(), platform.texts(), claire,
                                 {dossier.id, dossiers::State::refused, attack}, platform.now()));
  Browser browser(platform);
  browser.post("/suivi", {{"code", dossier.tracking_code}, {"courriel", dossier.applicant_email}});
  check_harmless(browser.follow(), "tracking page");
}

TEST_CASE("JSON for agents keeps hostile text as data and no answer is taken for a page") {
  TestPlatform platform;
  make_agent(*platform.tenant(), platform.now());
  const auto dossier = sent_dossier(*platform.tenant(), platform.texts(), platform.now(), hostile_answers());
  Browser agent(platform);
  sign_in(agent);
  for (const std::string& target :
       {std::string("/api/v1/dossiers"), "/api/v1/dossiers/" + std::to_string(dossier.id.value),
        std::string("/api/v1/outbox"), std::string("/api/v1/dossiers?q=") + "%3Cscript%3E"}) {
    agent.get(target);
    CHECK(agent.last().headers.get("Content-Type").starts_with("application/json"));
    CHECK(agent.last().headers.get("X-Content-Type-Options") == "nosniff");
  }
  agent.get("/api/v1/dossiers/" + std::to_string(dossier.id.value));
  CHECK(agent.body().at("applicant").at("name").as_string().find("<svg/onload") != std::string::npos);
}

TEST_CASE("names with line breaks add no header to a mail") {
  TestPlatform platform;
  make_agent(*platform.tenant(), platform.now());
  Browser browser(platform);
  auto pages = death_certificate_answers();
  pages = with(std::move(pages), {{"applicant_family_name", "Garnier\r\nBcc: tous@exemple.fr"}});
  static_cast<void>(sent_dossier(*platform.tenant(), platform.texts(), platform.now(), pages));
  platform.tenant()->read([](db::ReadTx& tx) {
    tx.each("SELECT recipient, subject FROM outbox ORDER BY id", [](const db::Row& row) {
      CHECK(row.text(0).find_first_of("\r\n,") == std::string::npos);
      CHECK(row.text(1).find_first_of("\r\n") == std::string::npos);
    });
  });
}
