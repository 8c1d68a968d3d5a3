// The search page and the page that does not exist, as residents see them.
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

void publish_news(TestPlatform& platform, std::string title, std::string body, std::string_view insee = mulsanne) {
  const auto tenant = platform.tenant(insee);
  const auto made = tenants::create_content(
      *tenant, claire, {tenants::ContentKind::news, "", {std::move(title), "", std::move(body)}}, platform.now());
  REQUIRE(made);
  REQUIRE(tenants::publish(*tenant, claire, made->id, 1, platform.now()));
}

}  // namespace

TEST_CASE("robots do not keep results, and the page alone has none") {
  TestPlatform platform;
  Browser browser(platform);
  CHECK(browser.get("/recherche").status == 200);
  CHECK_FALSE(browser.shows("résultat"));
  browser.get("/recherche?q=mairie");
  CHECK(browser.shows("name=\"robots\" content=\"noindex\""));
}

TEST_CASE("results show the title, the kind, the date and the words marked") {
  TestPlatform platform;
  publish_news(platform, "Jeux", "Le nouveau trampoline est arrivé.");
  Browser browser(platform);
  CHECK(browser.get("/recherche?q=trampolines").status == 200);
  CHECK(browser.shows("1 résultat"));
  CHECK(browser.shows("<a href=\"/actualites/jeux\">Jeux</a>"));
  CHECK(browser.shows("<mark>trampoline</mark>"));
  CHECK(browser.shows("24 novembre 2026"));
}

TEST_CASE("what was typed and what is found is text, never HTML") {
  TestPlatform platform;
  publish_news(platform, "<i>Jeux</i>", "Un `<script>alert(1)</script>` trampoline.");
  Browser browser(platform);
  browser.get("/recherche?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%20trampoline%22%3E");
  CHECK_FALSE(browser.shows("<script"));
  CHECK_FALSE(browser.shows("<i>"));
  CHECK(browser.shows("&lt;script&gt;"));
}

TEST_CASE("the answer to a question is not kept for another") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/recherche?q=trampoline");
  CHECK(browser.shows("Aucun résultat"));
  publish_news(platform, "Jeux", "Un trampoline.");
  browser.get("/recherche?q=trampoline");
  CHECK(browser.shows("1 résultat"));
  browser.get("/recherche");
  CHECK_FALSE(browser.shows("trampoline"));
}

TEST_CASE("one commune's search shows nothing of another's") {
  TestPlatform platform;
  publish_news(platform, "Jeux", "Un trampoline.", saint_maixent);
  Browser browser(platform);
  browser.get("/recherche?q=trampoline");
  CHECK(browser.shows("Aucun résultat"));
  Browser other(platform, saint_maixent);
  other.get("/recherche?q=trampoline");
  CHECK(other.shows("1 résultat"));
}

TEST_CASE("a corrected word is said, with the way back") {
  TestPlatform platform;
  publish_news(platform, "Jeux", "Un trampoline.");
  Browser browser(platform);
  browser.get("/recherche?q=tranpoline");
  CHECK(browser.shows("Résultats pour «\u00a0trampoline\u00a0»"));
  CHECK(browser.shows("/recherche?q=tranpoline&amp;tel_quel=1"));
  browser.get("/recherche?q=tranpoline&tel_quel=1");
  CHECK(browser.shows("Aucun résultat"));
}

TEST_CASE("results can be narrowed to a kind and turned page by page") {
  TestPlatform platform;
  for (int i = 0; i < 12; ++i) publish_news(platform, "Jeux " + std::to_string(i), "Un trampoline.");
  Browser browser(platform);
  browser.get("/recherche?q=trampoline");
  CHECK(browser.shows("12 résultats"));
  CHECK(browser.shows("/recherche?q=trampoline&amp;page=2"));
  browser.get("/recherche?q=trampoline&page=2");
  CHECK(browser.shows("Page 2 sur 2"));
  CHECK(browser.get("/recherche?q=trampoline&page=9999999999999").status == 200);
  browser.get("/recherche?q=trampoline&type=page");
  CHECK(browser.shows("Aucun résultat"));
  CHECK(browser.get("/recherche?q=trampoline&type=%22%3E%3Cb%3E").status == 200);
  CHECK_FALSE(browser.shows("<b>"));
}

TEST_CASE("an empty result offers procedures and the town hall") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/recherche?q=xylophoniste");
  CHECK(browser.shows("href=\"/demarches\""));
  CHECK(browser.shows("Essayez avec un seul mot"));
  browser.get("/recherche?q=le");
  CHECK(browser.shows("Écrivez au moins un mot précis"));
}

TEST_CASE("hostile questions get an ordinary answer") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string long_one(7'000, 'a');
  for (const std::string& query : {std::string("%00"), std::string("mairie%00eau"), std::string("%FF%FE"),
                                   std::string("a*%20b*%20c*"), long_one, std::string("NEAR(a%20b)"),
                                   std::string("title%3Amairie"), std::string("%22%22%22"), std::string("%E2%80%AE")}) {
    INFO(query.substr(0, 40));
    const int status = browser.get("/recherche?q=" + query).status;
    CHECK((status == 200 || status == 400 || status == 414));
  }
}

TEST_CASE("who searches without end waits") {
  TestPlatform platform;
  Browser browser(platform);
  int status = 200;
  for (int i = 0; i < 70 && status == 200; ++i) status = browser.get("/recherche?q=mairie").status;
  CHECK(status == 429);
  CHECK(browser.get("/recherche").status == 200);
}

TEST_CASE("a page that does not exist proposes pages by the words of its address") {
  TestPlatform platform;
  publish_news(platform, "Le trampoline", "Un texte.");
  Browser browser(platform);
  browser.get("/recherche?q=trampoline");
  CHECK(browser.get("/ancien-site/trampoline").status == 404);
  CHECK(browser.shows("<a href=\"/actualites/le-trampoline\">Le trampoline</a>"));
  CHECK(browser.shows("id=\"recherche-site\""));
  CHECK(browser.get("/wp-login.php").status == 404);
  CHECK_FALSE(browser.shows("Vous cherchiez peut-être"));
}

TEST_CASE("the search box stands on every page, with its label") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* path : {"/", "/actualites", "/demarches", "/inconnue"}) {
    INFO(path);
    browser.get(path);
    CHECK(browser.shows("<label class=\"visually-hidden\" for=\"recherche-site\">"));
  }
}
