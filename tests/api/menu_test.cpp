// The menu and the sections by the agents' API, and what residents see of them.
#include "api/routes.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;

namespace {

struct Editor {
  TestPlatform platform;
  Browser browser{platform};
  Browser visitor{platform};

  Editor() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  json::Object call(http::Method method, const std::string& path, int status, const std::string& body = "") {
    browser.json(method, "/api/v1" + path, body);
    INFO(path << ": " << browser.page());
    REQUIRE(browser.last().status == status);
    return status == 204 ? json::Object() : browser.body();
  }
  std::string add_section(const std::string& title) {
    const auto made = call(http::Method::post, "/sections", 201,
                           R"({"title":")" + title + R"(","introduction_markdown":"Bienvenue **ici**"})");
    return std::to_string(made.at("id").as_int64());
  }
  std::string publish_page(const std::string& title, const std::string& section) {
    const auto made = call(http::Method::post, "/contents", 201,
                           R"({"kind":"page","section":")" + section + R"(","title":")" + title +
                               R"(","summary":"Résumé","body_markdown":"Texte"})");
    const std::string id = std::to_string(made.at("id").as_int64());
    call(http::Method::post, "/contents/" + id + "/publish", 200, R"({"revision":1})");
    return id;
  }
};

}  // namespace

TEST_CASE("the menu that an agent saves stands on every page, with other sites marked") {
  Editor editor;
  CHECK(editor.call(http::Method::get, "/menu", 200).at("is_usual").as_bool());
  editor.visitor.get("/vivre-ici");
  CHECK(editor.visitor.shows(R"(<a href="/vivre-ici" aria-current="page">Vivre ici</a>)"));
  const auto saved =
      editor.call(http::Method::put, "/menu", 200,
                  R"({"entries":[{"label":"Accueil","target":"/"},{"label":"Le <b>bourg</b>","target":"/vivre-ici"},)"
                  R"({"label":"Piscine","target":"https://piscine.example/"}]})");
  CHECK_FALSE(saved.at("is_usual").as_bool());
  for (const char* path : {"/", "/vivre-ici", "/demarches", "/inconnue"}) {
    INFO(path);
    editor.visitor.get(path);
    CHECK(editor.visitor.shows("Le &lt;b&gt;bourg&lt;/b&gt;"));
    CHECK(editor.visitor.shows("Piscine<span aria-hidden=\"true\"> ↗</span>"));
    CHECK_FALSE(editor.visitor.shows("<li><a href=\"/actualites\""));
  }
  CHECK(editor.call(http::Method::delete_, "/menu", 200).at("is_usual").as_bool());
  editor.visitor.get("/demarches");
  CHECK(editor.visitor.shows("<li><a href=\"/actualites\""));
}

TEST_CASE("a menu is refused with the entry and the sentence to show beside it") {
  Editor editor;
  const auto refused =
      editor.call(http::Method::put, "/menu", 422,
                  R"({"entries":[{"label":"Accueil","target":"/"},{"label":"X","target":"javascript:x"}]})");
  CHECK_THAT(json::serialize(refused), Catch::Contains("entries.1.target"));
  editor.call(http::Method::put, "/menu", 422, R"({"entries":["x",1]})");
  CHECK(editor.call(http::Method::get, "/menu", 200).at("is_usual").as_bool());
}

TEST_CASE("a section of the commune's own has its page, its pages, and its place in the plan") {
  Editor editor;
  CHECK(editor.visitor.get("/tourisme").status == 404);
  const std::string id = editor.add_section("Tourisme");
  editor.publish_page("Le château", "tourisme");
  run(editor.visitor,
      std::vector<Scenario>{
          {.name = "front",
           .target = "/tourisme",
           .contains = {"Bienvenue <strong>ici</strong>", "/tourisme/le-chateau"}},
          {.name = "page", .target = "/tourisme/le-chateau", .contains = {"<a href=\"/tourisme\">Tourisme</a>"}},
          {.name = "plan", .target = "/plan-du-site", .contains = {"href=\"/tourisme\"", "/tourisme/le-chateau"}},
          {.name = "sitemap", .target = "/sitemap.xml", .contains = {"/tourisme<", "/tourisme/le-chateau"}}});
  editor.call(http::Method::put, "/sections/" + id, 200,
              R"({"title":"Visiter","introduction_markdown":"<script>x</script>"})");
  editor.visitor.get("/tourisme");
  CHECK(editor.visitor.shows("<h1>Visiter</h1>"));
  CHECK_FALSE(editor.visitor.shows("<script>x"));
  editor.call(http::Method::delete_, "/sections/" + id, 409);
}

TEST_CASE("an empty section is removed and its page is not found any more") {
  Editor editor;
  const std::string id = editor.add_section("Tourisme");
  CHECK(editor.visitor.get("/tourisme").status == 200);
  editor.call(http::Method::delete_, "/sections/" + id, 204);
  CHECK(editor.visitor.get("/tourisme").status == 404);
  editor.call(http::Method::delete_, "/sections/" + id, 404);
}

TEST_CASE("an address that no page has is not found, whatever the method") {
  TestPlatform platform;
  Browser browser(platform);
  run(browser, std::vector<Scenario>{
                   {.name = "section", .target = "/tourisme", .status = 404},
                   {.name = "page", .target = "/vivre-ici/nulle-part", .status = 404},
                   {.name = "deeper", .target = "/vivre-ici/dechets-et-tri/x", .status = 404},
                   {.name = "nothing between", .target = "/vivre-ici//", .status = 404},
                   {.name = "slash", .target = "/tourisme/", .status = 404, .expected_headers = {{"Location", ""}}},
                   {.name = "sent to no section", .method = http::Method::post, .target = "/tourisme", .status = 404},
                   {.name = "sent to no page", .method = http::Method::post, .target = "/vivre-ici/x", .status = 404},
                   {.name = "sent to a section",
                    .method = http::Method::post,
                    .target = "/vivre-ici",
                    .status = 405,
                    .expected_headers = {{"Allow", "GET, HEAD"}}},
                   {.name = "section with a slash",
                    .target = "/vivre-ici/",
                    .status = 308,
                    .expected_headers = {{"Location", "/vivre-ici"}}},
                   {.name = "under the API", .target = "/api/v1/vivre-ici", .status = 404}});
}

TEST_CASE("no section can be named like what the program serves") {
  Editor editor;
  const auto reserved = api::reserved_segments();
  CHECK(std::ranges::find(reserved, "demarches") != reserved.end());
  CHECK(std::ranges::find(reserved, "sitemap.xml") != reserved.end());
  CHECK(std::ranges::none_of(reserved, [](const std::string& segment) { return segment.starts_with('{'); }));
  for (const char* title :
       {"Démarches", "Annuaire", "Actes", "Suivi", "Admin", "API", "Static", "Agenda", "Recherche"}) {
    INFO(title);
    editor.call(http::Method::post, "/sections", 422, std::string(R"({"title":")") + title + "\"}");
  }
}

TEST_CASE("the old address of a page that moved answers 308 to the new one") {
  Editor editor;
  editor.add_section("Enfance");
  const std::string id = editor.publish_page("La crèche", "vivre-ici");
  CHECK(editor.visitor.get("/vivre-ici/la-creche").status == 200);
  const auto moved =
      editor.call(http::Method::post, "/contents/" + id + "/place", 200, R"({"section":"enfance","place":1})");
  CHECK(moved.at("section") == "enfance");
  CHECK(editor.visitor.get("/vivre-ici/la-creche").status == 308);
  CHECK(editor.visitor.location() == "/enfance/la-creche");
  CHECK(editor.visitor.get("/enfance/la-creche").status == 200);
  editor.call(http::Method::post, "/contents/" + id + "/place", 422, R"({"section":"nulle-part","place":1})");
}

TEST_CASE("sections come in the order that the agent gives") {
  Editor editor;
  const std::string id = editor.add_section("Enfance");
  editor.call(http::Method::post, "/sections/order", 204, "{\"ids\":[" + id + "]}");
  const auto items = editor.call(http::Method::get, "/sections", 200).at("items").as_array();
  REQUIRE(items.size() == 3);
  CHECK(items[0].as_object().at("slug") == "enfance");
  editor.call(http::Method::post, "/sections/order", 422, R"({"ids":[77]})");
}

TEST_CASE("nobody reads or writes the menu without signing in") {
  Editor editor;
  for (const char* path : {"/api/v1/menu", "/api/v1/sections"}) CHECK(editor.visitor.get(path).status == 401);
  editor.visitor.json(http::Method::put, "/api/v1/menu", R"({"entries":[]})");
  CHECK(editor.visitor.last().status == 401);
}
