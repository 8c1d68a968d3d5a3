// The checks by the agents' API: findings in French, real paths tried, and nothing published that blocks.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Editor {
  TestPlatform platform;
  Browser browser{platform};

  Editor() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  // "link_vague 3", ...
  std::vector<std::string> findings(const std::string& markdown) {
    const json::Object body{
        {"title", "Titre"}, {"summary", ""}, {"body_markdown", markdown}, {"blocks", json::Array()}};
    browser.json(http::Method::post, "/api/v1/contents/checks", json::serialize(body));
    REQUIRE(browser.last().status == 200);
    std::vector<std::string> found;
    const json::Value answer = browser.body();
    for (const json::Value& item : answer.at("items").as_array())
      found.push_back(std::string(item.at("key").as_string()) + " " + std::to_string(item.at("line").as_int64()));
    return found;
  }
};

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a finding says what is wrong, how to mend it and where", "[checks]") {
  Editor editor;
  CHECK(editor.findings("Bonjour.\n\n![](/images/1/large)") == Found{"alt_missing 3"});
  const json::Value finding = editor.browser.body().at("items").at(0);
  CHECK(finding.at("severity").as_string() == "blocking");
  CHECK(finding.at("field").as_string() == "body_markdown");
  CHECK(finding.at("block").is_null());
  CHECK(finding.at("problem").as_string() == "Une image n’a pas de description.");
  CHECK_FALSE(finding.at("remedy").as_string().empty());
}

TEST_CASE("paths of the site are tried as a resident would follow them", "[checks]") {
  Editor editor;
  CHECK(editor.findings("[Nos démarches](/demarches), [le conseil](/la-mairie/conseil-municipal/), "
                        "[la demande d’acte](/demarches/copie-acte-etat-civil), [l’accueil](/)") == Found{});
  CHECK(editor.findings("[Une page](/la-mairie/nulle-part)") == Found{"link_dead 1"});
  CHECK(editor.findings("[Une démarche](/demarches/nulle-part)") == Found{"link_dead 1"});
  CHECK(editor.findings("[L’administration](/api/v1/commune)") == Found{"link_dead 1"});
}

TEST_CASE("checking changes nothing and needs a session", "[checks]") {
  Editor editor;
  const std::int64_t generation = editor.platform.tenant()->generation();
  CHECK(editor.findings("[Une page](/la-mairie/conseil-municipal)") == Found{});
  CHECK(editor.platform.tenant()->generation() == generation);
  Browser stranger(editor.platform);
  stranger.json(http::Method::post, "/api/v1/contents/checks", "{}");
  CHECK(stranger.last().status == 401);
}

TEST_CASE("a text with an image without words is not published, and its words say why", "[checks]") {
  Editor editor;
  const json::Object text{{"kind", "news"},
                          {"section", "actualites"},
                          {"title", "Fête"},
                          {"summary", ""},
                          {"body_markdown", "Bonjour.\n\n![](/images/1/large)"}};
  editor.browser.json(http::Method::post, "/api/v1/contents", json::serialize(text));
  REQUIRE(editor.browser.last().status == 201);
  const std::string path = "/api/v1/contents/" + std::to_string(editor.browser.body().at("id").as_int64());
  editor.browser.json(http::Method::post, path + "/publish", R"({"revision":1})");
  CHECK(editor.browser.last().status == 422);
  CHECK(editor.browser.body().at("error").at("code").as_string() == "content_checks_blocking");
  CHECK(editor.browser.body().at("error").at("fields").as_object().contains("body_markdown"));
  editor.browser.get(path);
  CHECK(editor.browser.body().at("state").as_string() == "draft");
}
