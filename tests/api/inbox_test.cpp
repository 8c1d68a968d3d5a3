// The agent's inbox and case page.
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <array>
#include <set>

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

struct Inbox {
  TestPlatform platform;
  Browser browser{platform};

  Inbox() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  dossiers::Dossier add(const std::string& family = "Garnier") {
    platform.clock.advance(1);
    return sent_dossier(*platform.tenant(), platform.texts(), platform.now(),
                        with(death_certificate_answers(), {{"applicant_family_name", family}}));
  }
  std::vector<std::string> references(const std::string& query) {
    browser.get("/api/v1/dossiers" + query);
    const json::Object body = browser.body();
    std::vector<std::string> list;
    for (const auto& item : body.at("items").as_array()) list.emplace_back(item.at("reference").as_string());
    return list;
  }
  std::string path(const dossiers::Dossier& dossier, const std::string& rest = "") {
    return "/api/v1/dossiers/" + std::to_string(dossier.id.value) + rest;
  }
  int move(const dossiers::Dossier& dossier, State to, const std::string& reason = "Voici pourquoi.") {
    const json::Object body{{"to", std::string(to_string(to))}, {"reason", reason}};
    return browser.json(http::Method::post, path(dossier, "/transitions"), json::serialize(body)).status;
  }
};

constexpr std::array every_state = {State::submitted, State::in_progress, State::waiting_for_resident,
                                    State::accepted,  State::refused,     State::closed,
                                    State::withdrawn};

}  // namespace

TEST_CASE("the inbox shows what waits longest first, what is over last, and counts every state") {
  Inbox inbox;
  const auto one = inbox.add();
  const auto two = inbox.add();
  inbox.platform.clock.advance(1);
  CHECK(inbox.move(one, State::in_progress) == 200);
  CHECK(inbox.references("") == std::vector<std::string>{one.reference, two.reference});
  const auto over = inbox.add();
  CHECK(inbox.move(over, State::accepted) == 200);
  CHECK(inbox.references("") == std::vector<std::string>{one.reference, two.reference, over.reference});
  CHECK(inbox.references("?state=submitted") == std::vector<std::string>{two.reference});
  CHECK(inbox.browser.body().at("counts").at("in_progress") == 1);
  CHECK(inbox.browser.body().at("counts").at("submitted") == 1);
  CHECK(inbox.references("?procedure=operation-tranquillite-vacances").empty());
  CHECK(inbox.references("?procedure=copie-acte-etat-civil").size() == 3);
}

TEST_CASE("the inbox finds a name without its accents and a reference") {
  Inbox inbox;
  const auto one = inbox.add("Lefèvre");
  const auto two = inbox.add("O'Brien 100%_");
  CHECK(inbox.references("?q=LEFEVRE") == std::vector<std::string>{one.reference});
  CHECK(inbox.references("?q=" + one.reference) == std::vector<std::string>{one.reference});
  CHECK(inbox.references("?q=%25_") == std::vector<std::string>{two.reference});
  CHECK(inbox.references("?q=o%27brien") == std::vector<std::string>{two.reference});
  CHECK(inbox.references("?q=x%27%20OR%201%3D1").empty());
}

TEST_CASE("pages of the inbox follow each other without gap or repeat") {
  Inbox inbox;
  std::set<std::string> sent;
  for (int i = 0; i < 53; ++i)
    sent.insert(sent_dossier(*inbox.platform.tenant(), inbox.platform.texts(), inbox.platform.now()).reference);
  const auto first = inbox.references("");
  CHECK(first.size() == 50);
  const std::string cursor(inbox.browser.body().at("next_cursor").as_string());
  const auto second = inbox.references("?cursor=" + cursor);
  CHECK(second.size() == 3);
  CHECK(inbox.browser.body().at("next_cursor").is_null());
  std::set<std::string> seen(first.begin(), first.end());
  seen.insert(second.begin(), second.end());
  CHECK(seen == sent);
}

TEST_CASE("unreadable filters are refused and never taken for all") {
  Inbox inbox;
  const std::vector<Scenario> scenarios = {{.name = "state", .target = "/api/v1/dossiers?state=lost", .status = 400},
                                           {.name = "cursor", .target = "/api/v1/dossiers?cursor=abc", .status = 400},
                                           {.name = "cursor of nothing",
                                            .target = "/api/v1/dossiers?cursor=99999",
                                            .status = 200,
                                            .contains = {"\"items\":[]"}}};
  run(inbox.browser, scenarios);
}

TEST_CASE("the case page holds the answers as a person reads them, and reading it changes nothing") {
  Inbox inbox;
  const auto dossier =
      sent_dossier(*inbox.platform.tenant(), inbox.platform.texts(), inbox.platform.now(), birth_certificate_answers());
  const auto generation = inbox.platform.tenant()->generation();
  CHECK(inbox.browser.get(inbox.path(dossier)).status == 200);
  for (const char* text :
       {"Un acte de naissance", "27 mars 1984", "4 rue du Lavoir", "eloise.garnier@exemple.fr", "Demande envoyée"}) {
    INFO(text);
    CHECK(inbox.browser.shows(text));
  }
  CHECK_FALSE(inbox.browser.shows(dossier.tracking_code));
  CHECK(inbox.platform.tenant()->generation() == generation);
  inbox.browser.get("/api/v1/dossiers");
  CHECK(inbox.browser.body().at("items").at(0).at("unread") == true);
  CHECK(inbox.browser.json(http::Method::post, inbox.path(dossier, "/read")).status == 204);
  inbox.browser.get("/api/v1/dossiers");
  CHECK(inbox.browser.body().at("items").at(0).at("unread") == false);
}

TEST_CASE("every move that the table allows an agent succeeds and every other is a conflict") {
  Inbox inbox;
  for (const State from : every_state) {
    for (const State to : every_state) {
      const auto dossier = inbox.add();
      inbox.platform.tenant()->write([&](db::Tx& tx) {
        tx.run("UPDATE dossier SET state = ? WHERE id = ?", dossiers::to_string(from), dossier.id);
      });
      INFO(to_string(from) << " -> " << to_string(to));
      const bool is_allowed = dossiers::find_transition(from, to, dossiers::Mover::agent) != nullptr;
      CHECK(inbox.move(dossier, to) == (is_allowed ? 200 : 409));
      const auto now =
          inbox.platform.tenant()->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, dossier.id)->state; });
      CHECK(now == (is_allowed ? to : from));
    }
  }
}

TEST_CASE("the buttons of a case are the moves that its state allows") {
  Inbox inbox;
  const auto dossier = inbox.add();
  inbox.browser.get(inbox.path(dossier));
  std::set<std::string> offered;
  const json::Object body = inbox.browser.body();
  for (const auto& transition : body.at("transitions").as_array()) offered.emplace(transition.at("to").as_string());
  CHECK(offered == std::set<std::string>{"in_progress", "waiting_for_resident", "accepted", "refused"});
}

TEST_CASE("a move without the reason it owes says so and moves nothing") {
  Inbox inbox;
  const auto dossier = inbox.add();
  CHECK(inbox.move(dossier, State::refused, "") == 422);
  CHECK(inbox.browser.body().at("error").at("fields").as_object().contains("reason"));
  CHECK(inbox.move(dossier, State::refused, std::string(2001, 'a')) == 422);
  const std::string target = inbox.path(dossier, "/transitions");
  const std::vector<Scenario> scenarios = {
      {.name = "unknown state",
       .method = http::Method::post,
       .target = target,
       .status = 422,
       .contains = {"\"to\""},
       .json = R"({"to":"lost"})"},
      {.name = "no state",
       .method = http::Method::post,
       .target = target,
       .status = 422,
       .contains = {"\"to\""},
       .json = R"({})"},
      {.name = "no body", .method = http::Method::post, .target = target, .status = 400},
      {.name = "unknown case",
       .method = http::Method::post,
       .target = "/api/v1/dossiers/999/transitions",
       .status = 404,
       .json = R"({"to":"accepted"})"}};
  run(inbox.browser, scenarios);
}

TEST_CASE("an agent writes to the resident, plainly and within limits") {
  Inbox inbox;
  const auto dossier = inbox.add();
  const std::string target = inbox.path(dossier, "/messages");
  const std::vector<Scenario> scenarios = {{.name = "a message",
                                            .method = http::Method::post,
                                            .target = target,
                                            .status = 201,
                                            .contains = {"Claire Morel", "\"author_kind\":\"agent\""},
                                            .json = R"({"body":"Bonjour,\n\nVoici."})"},
                                           {.name = "empty",
                                            .method = http::Method::post,
                                            .target = target,
                                            .status = 422,
                                            .contains = {"\"body\""},
                                            .json = R"({"body":"  "})"},
                                           {.name = "endless",
                                            .method = http::Method::post,
                                            .target = target,
                                            .status = 422,
                                            .json = R"({"body":")" + std::string(5001, 'a') + R"("})"},
                                           {.name = "unknown case",
                                            .method = http::Method::post,
                                            .target = "/api/v1/dossiers/999/messages",
                                            .status = 404,
                                            .json = R"({"body":"x"})"},
                                           {.name = "an id that is no number",
                                            .method = http::Method::post,
                                            .target = "/api/v1/dossiers/1e3/messages",
                                            .status = 404,
                                            .json = R"({"body":"x"})"}};
  run(inbox.browser, scenarios);
  inbox.browser.get(inbox.path(dossier));
  CHECK(inbox.browser.body().at("messages").as_array().size() == 1);
}

TEST_CASE("an agent downloads the file of a case byte for byte and only through that case") {
  Inbox inbox;
  const auto dossier =
      sent_dossier(*inbox.platform.tenant(), inbox.platform.texts(), inbox.platform.now(), birth_certificate_answers());
  const auto other = inbox.add();
  inbox.browser.get(inbox.path(dossier));
  const auto file =
      inbox.platform.tenant()->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, dossier.id); }).front();
  const std::string rest = "/files/" + std::to_string(file.id.value);
  CHECK(inbox.browser.shows(rest));
  const auto& response = inbox.browser.get(inbox.path(dossier, rest));
  CHECK(std::string(response.payload()) == forms::test::sample_pdf());
  CHECK(response.headers.get("Content-Disposition").starts_with("attachment; filename*=UTF-8''carte%20d"));
  CHECK(inbox.browser.get(inbox.path(other, rest)).status == 404);
  CHECK(inbox.browser.get(inbox.path(dossier, "/files/999")).status == 404);
}

TEST_CASE("a file whose bytes are damaged on the disk is not found rather than given wrong") {
  Inbox inbox;
  const auto dossier =
      sent_dossier(*inbox.platform.tenant(), inbox.platform.texts(), inbox.platform.now(), birth_certificate_answers());
  const auto file =
      inbox.platform.tenant()->read([&](db::ReadTx& tx) { return dossiers::attachments_of(tx, dossier.id); }).front();
  inbox.platform.tenant()->files().remove(file.sha256);
  CHECK(inbox.browser.get(inbox.path(dossier, "/files/" + std::to_string(file.id.value))).status == 404);
}

TEST_CASE("no route of the agents answers without a session") {
  TestPlatform platform;
  Browser browser(platform);
  for (const api::Route& route : api::routes()) {
    if (route.access != api::Access::agent) continue;
    std::string target(route.pattern);
    for (const char* name : {"{id}", "{file_id}", "{slug}"}) {
      if (const auto at = target.find(name); at != std::string::npos)
        target.replace(at, std::string_view(name).size(), "1");
    }
    INFO(http::to_string(route.method) << " " << target);
    CHECK(browser.json(route.method, target, route.body == api::Body::json ? "{}" : "").status == 401);
  }
}
