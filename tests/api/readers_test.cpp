// Opinions on pages and the count of pages shown, from the reader's click to the agent's screen.
#include "api/audience_counter.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const std::string procedure = "/demarches/" + std::string(civil_slug);

struct Readers {
  TestPlatform platform;
  Browser agent{platform};
  Browser reader{platform};

  Readers() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
  }
  void read(std::string_view target, const std::string& user_agent = firefox, const Fields& headers = {}) {
    auto request = reader.request(http::Method::get, target);
    request.headers.set("User-Agent", user_agent);
    for (const auto& [name, value] : headers) request.headers.set(name, value);
    auto cached = platform.application.answer_at_once(request);
    if (!cached) reader.send(request);
  }
  std::int64_t counted(std::string_view insee = mulsanne) {
    platform.services.audience.take([&](const std::string& commune, Date day, const tenants::PageViews& views) {
      tenants::add_page_views(*platform.tenant(commune), day, views);
    });
    return platform.tenant(insee)->read([&](db::ReadTx& tx) {
      return tenants::read_audience(tx, to_local(platform.now()).date, 7).total;
    });
  }
};

}  // namespace

TEST_CASE("a reader says that a page was not useful and why, without a cookie") {
  Readers world;
  world.reader.get(procedure);
  CHECK(world.reader.shows("Cette page vous a-t-elle été utile"));
  CHECK(world.reader.shows("name=\"utile\" value=\"non\""));
  world.reader.post("/avis", {world.reader.form("/avis").values.at(0), {"utile", "non"}});
  CHECK(world.reader.last().status == 303);
  CHECK_FALSE(world.reader.last().headers.has("Set-Cookie"));
  const std::string page = world.reader.location();
  world.reader.follow();
  CHECK(world.reader.shows("Qu’est-ce qui n’allait pas"));
  CHECK(world.reader.shows("href=\"" + procedure + "\""));
  world.reader.submit(page, {{"raison", "unclear"}, {"remarque", "Le <b>délai</b> manque."}});
  world.reader.follow();
  CHECK_FALSE(world.reader.shows("Qu’est-ce qui n’allait pas"));
  world.agent.get("/api/v1/feedback");
  const json::Object item = world.agent.body().at("items").as_array().at(0).as_object();
  CHECK(item.at("path").as_string() == procedure);
  CHECK(item.at("comment") == "Le <b>délai</b> manque.");
  CHECK(item.at("handled_at").is_null());
}

TEST_CASE("an empty explanation is asked for again, and what was typed stays") {
  Readers world;
  world.reader.post("/avis", {{"page", "/vivre-ici/se-deplacer"}, {"utile", "non"}});
  const std::string page = world.reader.location();
  world.reader.follow();
  world.reader.submit(page, {});
  CHECK(world.reader.last().status == 422);
  CHECK(world.reader.shows("Choisissez une réponse ou écrivez une remarque."));
  CHECK(world.reader.shows("Erreur\u00A0: "));
  const std::string words(501, 'x');
  world.reader.submit(page, {{"remarque", words}});
  CHECK(world.reader.last().status == 422);
  CHECK(world.reader.shows(words));
}

TEST_CASE("who found the page useful is thanked and asked nothing more") {
  Readers world;
  world.reader.post("/avis", {{"page", "/"}, {"utile", "oui"}});
  world.reader.follow();
  CHECK(world.reader.shows("Merci de votre avis"));
  CHECK_FALSE(world.reader.shows("<textarea"));
  CHECK(world.reader.shows("noindex"));
}

TEST_CASE("opinions that say nothing of a page of ours are refused") {
  Readers world;
  const auto status = [&](const Fields& fields) { return world.reader.post("/avis", fields).status; };
  CHECK(status({{"page", "/"}, {"utile", "bof"}}) == 400);
  CHECK(status({{"page", "//ailleurs.example/"}, {"utile", "oui"}}) == 422);
  CHECK(world.reader.get("/avis/0123").status == 404);
  CHECK(world.reader.post("/avis/0123", {{"raison", "wrong"}}).status == 404);
  world.agent.get("/api/v1/feedback");
  CHECK(world.agent.body().at("pages").as_array().empty());
}

TEST_CASE("an agent handles opinions of her own commune only") {
  Readers world;
  world.reader.post("/avis", {{"page", "/vivre-ici/se-deplacer"}, {"utile", "non"}});
  world.reader.submit(world.reader.follow().status == 200 ? "/avis/" : "", {{"raison", "wrong"}});
  Browser neighbour(world.platform, saint_maixent);
  make_agent(*world.platform.tenant(saint_maixent), world.platform.now());
  sign_in(neighbour);
  neighbour.get("/api/v1/feedback");
  CHECK(neighbour.body().at("items").as_array().empty());
  CHECK(neighbour.json(http::Method::post, "/api/v1/feedback/1/handled").status == 404);
  CHECK(world.agent.json(http::Method::post, "/api/v1/feedback/1/handled").status == 200);
  CHECK(world.agent.body().at("handled_by") == "Claire Morel");
  CHECK(world.agent.body().at("title") == "Se déplacer");
}

TEST_CASE("each page shown to a reader counts, from the cache or not") {
  Readers world;
  for (int i = 0; i < 3; ++i) world.read("/vivre-ici/se-deplacer");
  world.read("/nulle-part");
  world.read("/robots.txt");
  world.read("/suivi");
  CHECK(world.counted() == 3);
  world.agent.get("/api/v1/audience?days=7");
  CHECK(world.agent.body().at("total") == 3);
  CHECK(world.agent.body().at("days").as_array().size() == 7);
  CHECK(world.agent.body().at("pages").as_array().at(0).at("title") == "Se déplacer");
}

TEST_CASE("robots, previews and heads are no readers") {
  Readers world;
  for (const char* name : {"Googlebot/2.1", "curl/7.88", "", "Mozilla/5.0 (compatible; bingbot/2.0)",
                           "facebookexternalhit preview", "python-requests/2.31"})
    world.read("/", name);
  world.read("/", firefox, {{"Sec-Purpose", "prefetch"}});
  CHECK(world.counted() == 0);
  world.read("/");
  CHECK(world.counted() == 1);
  CHECK(world.counted(saint_maixent) == 0);
}

TEST_CASE("paths beyond the bound are not kept") {
  api::AudienceCounter counter;
  http::Request request;
  request.headers.set("User-Agent", firefox);
  for (std::size_t i = 0; i < api::AudienceCounter::paths_per_commune + 10; ++i) {
    request.path = "/" + std::to_string(i);
    counter.count(mulsanne, request, platform_start);
  }
  std::size_t kept = 0;
  counter.take([&](const std::string&, Date, const tenants::PageViews& views) { kept += views.size(); });
  CHECK(kept == api::AudienceCounter::paths_per_commune);
}

TEST_CASE("a view belongs to the day it has in France") {
  api::AudienceCounter counter;
  http::Request request;
  request.headers.set("User-Agent", firefox);
  counter.count(mulsanne, request, Instant{1795561199});  // 24 novembre, 23 h 59 min 59 s in Paris
  counter.count(mulsanne, request, Instant{1795561200});
  std::vector<std::string> days;
  counter.take([&](const std::string&, Date day, const tenants::PageViews&) { days.push_back(to_iso(day)); });
  CHECK(days == std::vector<std::string>{"2026-11-24", "2026-11-25"});
}

TEST_CASE("a period is one of those offered") {
  Readers world;
  for (const char* days : {"0", "8", "-7", "365000", "7x", "x"}) {
    INFO(days);
    world.agent.get(std::string("/api/v1/audience?days=") + days);
    CHECK(world.agent.last().status == 422);
  }
}
