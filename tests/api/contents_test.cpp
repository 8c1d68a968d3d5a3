// Pages and news by the agents' API: made, saved, published, taken back; and what residents see of it at once.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/support/markup_scan.hpp"

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
  std::int64_t create(const std::string& title = "Fête du village", const std::string& kind = "news",
                      const std::string& section = "actualites") {
    const json::Object body{{"kind", kind},
                            {"section", section},
                            {"title", title},
                            {"summary", "Résumé"},
                            {"body_markdown", "Texte **gras**"}};
    browser.json(http::Method::post, "/api/v1/contents", json::serialize(body));
    REQUIRE(browser.last().status == 201);
    return browser.body().at("id").as_int64();
  }
  std::string path(std::int64_t id, const std::string& rest = "") {
    return "/api/v1/contents/" + std::to_string(id) + rest;
  }
  int save(std::int64_t id, const std::string& text, std::int64_t base, json::Value expires = nullptr) {
    platform.clock.advance(one_hour);  // two savings of one sitting may make one revision
    const json::Object body{{"title", "Fête du village"},
                            {"summary", "Résumé"},
                            {"body_markdown", text},
                            {"expires_at", std::move(expires)},
                            {"base_revision", base}};
    if (browser.get("/api/v1/session").status == 401) sign_in(browser);
    return browser.json(http::Method::put, path(id), json::serialize(body)).status;
  }
  int publish(std::int64_t id, std::int64_t revision) {
    return browser.json(http::Method::post, path(id, "/publish"), R"({"revision":)" + std::to_string(revision) + "}")
        .status;
  }
};

}  // namespace

TEST_CASE("a draft is seen by agents only, and by everybody from the moment it is published") {
  Editor editor;
  const auto id = editor.create();
  CHECK(editor.browser.body().at("state") == "draft");
  CHECK(editor.browser.body().at("url").is_null());
  CHECK(editor.visitor.get("/actualites/fete-du-village").status == 404);
  editor.visitor.get("/actualites");
  CHECK_FALSE(editor.visitor.shows("Fête du village"));
  CHECK(editor.publish(id, 1) == 200);
  CHECK(editor.browser.body().at("url").as_string() == editor.platform.origin() + "/actualites/fete-du-village");
  for (const char* page : {"/", "/actualites", "/actualites/fete-du-village", "/plan-du-site"}) {
    editor.visitor.get(page);
    INFO(page);
    CHECK(editor.visitor.shows("Fête du village"));
  }
  editor.visitor.get("/sitemap.xml");
  CHECK(editor.visitor.shows("/actualites/fete-du-village"));
  editor.visitor.get("/actualites/fete-du-village");
  CHECK(editor.visitor.shows("<strong>gras</strong>"));
}

TEST_CASE("what is taken back or deleted is gone from every page at once") {
  Editor editor;
  const auto id = editor.create();
  REQUIRE(editor.publish(id, 1) == 200);
  CHECK(editor.visitor.get("/actualites/fete-du-village").status == 200);
  CHECK(editor.browser.json(http::Method::post, editor.path(id, "/unpublish")).status == 200);
  CHECK(editor.visitor.get("/actualites/fete-du-village").status == 404);
  REQUIRE(editor.publish(id, 1) == 200);
  CHECK(editor.browser.json(http::Method::delete_, editor.path(id)).status == 204);
  for (const char* page : {"/", "/actualites", "/plan-du-site", "/sitemap.xml"}) {
    editor.visitor.get(page);
    CHECK_FALSE(editor.visitor.shows("ete-du-village"));
  }
  CHECK(editor.browser.get(editor.path(id)).status == 404);
  CHECK(editor.browser.json(http::Method::delete_, editor.path(id)).status == 404);
}

TEST_CASE("residents read the published words until the new ones are published") {
  Editor editor;
  const auto id = editor.create();
  REQUIRE(editor.publish(id, 1) == 200);
  CHECK(editor.save(id, "En cours", 1) == 200);
  CHECK(editor.browser.body().at("state") == "modified");
  editor.visitor.get("/actualites/fete-du-village");
  CHECK_FALSE(editor.visitor.shows("En cours"));
  REQUIRE(editor.publish(id, 2) == 200);
  CHECK(editor.browser.body().at("state") == "published");
  editor.visitor.get("/actualites/fete-du-village");
  CHECK(editor.visitor.shows("En cours"));
}

TEST_CASE("a save over somebody else's gives both texts") {
  Editor editor;
  const auto id = editor.create();
  editor.platform.tenant()->write([&](db::Tx& tx) {
    tx.run(
        "INSERT INTO content_revision (content_id, number, title, summary, body_markdown, author, created_at) VALUES "
        "(?, 2, 'T', '', 'd’Anne', 'Anne', ?)",
        id, editor.platform.now());
    tx.run("UPDATE content SET latest_revision = 2 WHERE id = ?", id);
  });
  CHECK(editor.save(id, "de Claire", 1) == 409);
  CHECK(editor.browser.body().at("error").at("code") == "edit_conflict");
  CHECK(editor.browser.body().at("current").at("body_markdown") == "d’Anne");
  CHECK(editor.browser.body().at("current").at("revision") == 2);
  CHECK(editor.save(id, "de Claire", 2) == 200);
}

TEST_CASE("wrong contents are refused property by property") {
  Editor editor;
  const auto id = editor.create();
  const auto post = [](std::string name, int status, std::string text, std::string json) {
    return Scenario{.name = std::move(name),
                    .method = http::Method::post,
                    .target = "/api/v1/contents",
                    .status = status,
                    .contains = {std::move(text)},
                    .json = std::move(json)};
  };
  const std::vector<Scenario> scenarios = {
      post("no title", 422, "\"title\"", R"({"kind":"news","section":"actualites","title":" "})"),
      post("a long title", 422, "\"title\"",
           R"({"kind":"news","section":"actualites","title":")" + std::string(161, 'a') + R"("})"),
      post("no such kind", 422, "\"kind\"", R"({"kind":"poem","section":"actualites","title":"T"})"),
      post("no such section", 422, "\"section\"", R"({"kind":"page","section":"ailleurs","title":"T"})"),
      post("one property too many", 422, "\"slug\"",
           R"({"kind":"news","section":"actualites","title":"T","slug":"x"})"),
      {.name = "no such revision",
       .method = http::Method::post,
       .target = editor.path(id, "/publish"),
       .status = 422,
       .contains = {"\"revision\""},
       .json = R"({"revision":9})"},
      {.name = "a revision that is no number",
       .method = http::Method::post,
       .target = editor.path(id, "/publish"),
       .status = 422,
       .json = R"({"revision":"1"})"},
      {.name = "publish nothing",
       .method = http::Method::post,
       .target = "/api/v1/contents/999/publish",
       .status = 404,
       .json = R"({"revision":1})"},
      {.name = "take back nothing",
       .method = http::Method::post,
       .target = "/api/v1/contents/999/unpublish",
       .status = 404},
      {.name = "save nothing",
       .method = http::Method::put,
       .target = "/api/v1/contents/999",
       .status = 404,
       .json = R"({"title":"T","summary":"","body_markdown":"","expires_at":null,"base_revision":1})"},
      {.name = "save without its base",
       .method = http::Method::put,
       .target = editor.path(id),
       .status = 422,
       .contains = {"\"base_revision\""},
       .json = R"({"title":"T","summary":"","body_markdown":"","expires_at":null})"},
      {.name = "list of what is not", .target = "/api/v1/contents?kind=poem", .status = 400},
      {.name = "list of news",
       .target = "/api/v1/contents?kind=news",
       .status = 200,
       .contains = {"Fête du village"},
       .lacks = {"\"kind\":\"page\""}},
  };
  run(editor.browser, scenarios);
}

TEST_CASE("a text of the greatest length that is promised is taken") {
  Editor editor;
  const auto id = editor.create();
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "é";
  CHECK(editor.save(id, text, 1) == 200);
  http::Request head = editor.browser.request(http::Method::put, editor.path(id));
  const json::Object body{
      {"title", "T"}, {"summary", ""}, {"body_markdown", text}, {"expires_at", nullptr}, {"base_revision", 2}};
  CHECK(editor.platform.application.body_limit_bytes(head) >= json::serialize(body).size());
}

TEST_CASE("an expiry takes the page away at that second, also from the cache a minute later") {
  Editor editor;
  const auto id = editor.create();
  REQUIRE(editor.publish(id, 1) == 200);
  REQUIRE(editor.save(id, "Texte **gras**", 1, editor.platform.now().seconds + one_hour + 30) == 200);
  CHECK(editor.visitor.get("/actualites/fete-du-village").status == 200);
  editor.platform.clock.advance(60);
  CHECK(editor.visitor.get("/actualites/fete-du-village").status == 404);
}

TEST_CASE("a preview is the public page byte for byte, blocks and details too") {
  Editor editor;
  for (const std::string kind : {"news", "page", "alert"}) {
    const std::string section = kind == "news" ? "actualites" : kind == "alert" ? "alertes" : "la-mairie";
    json::Object body = json::parse_trusted(R"({"title":"Aperçu","summary":"Résumé","body_markdown":"Texte **gras**",
      "blocks":[{"type":"action","label":"Demander","url":"/demarches"}]})")
                            .as_object();
    body["kind"] = kind;
    body["section"] = section;
    body["details"] = kind == "news"    ? json::Object{{"category", "Travaux"}}
                      : kind == "alert" ? json::Object{{"severity", "urgence"}}
                                        : json::Object();
    editor.browser.json(http::Method::post, "/api/v1/contents", json::serialize(body));
    REQUIRE(editor.browser.last().status == 201);
    const auto id = editor.browser.body().at("id").as_int64();
    REQUIRE(editor.publish(id, 1) == 200);
    editor.visitor.get("/" + section + "/apercu");
    REQUIRE(editor.visitor.last().status == 200);
    body["id"] = id;
    body.erase("section");
    editor.browser.json(http::Method::post, "/api/v1/contents/preview", json::serialize(body));
    REQUIRE(editor.browser.last().status == 200);
    INFO(kind);
    CHECK(editor.browser.page() == editor.visitor.page());
    CHECK(editor.visitor.shows("Demander</a>"));
  }
}

TEST_CASE("a preview of what does not exist is not found, and of what has no address yet stands in its section") {
  Editor editor;
  editor.browser.json(http::Method::post, "/api/v1/contents/preview",
                      R"({"id":999,"kind":"news","title":"T","summary":"","body_markdown":""})");
  CHECK(editor.browser.last().status == 404);
  editor.browser.json(http::Method::post, "/api/v1/contents/preview",
                      R"({"kind":"news","title":"Titre","summary":"","body_markdown":""})");
  CHECK(editor.browser.last().status == 200);
  CHECK(editor.browser.shows("Titre"));
}

TEST_CASE("a preview runs nothing and is kept nowhere") {
  Editor editor;
  editor.browser.json(
      http::Method::post, "/api/v1/contents/preview",
      R"x({"kind":"news","title":"<script>x</script>","summary":"","body_markdown":"<script>alert(1)</script> [a](javascript:alert(1))"})x");
  CHECK(dangers_in(editor.browser.page()).empty());
  CHECK_FALSE(editor.browser.shows("href=\"javascript:"));
  CHECK(editor.browser.last().headers.get("Cache-Control") == "no-store");
}
