// No commune sees another's data: every route of the table, with every id of B, under A's session (reliability notes, §5.2).
#include "core/base/text.hpp"
#include "tests/api/isolation_targets.hpp"

#include <algorithm>
#include <random>

using namespace clocher;
using namespace clocher::test;

namespace {

bool sees_canary(const http::Response& response) {
  const auto holds = [](std::string_view text) { return fold(text).find(fold(canary)) != std::string::npos; };
  if (holds(response.payload())) return true;
  return std::ranges::any_of(response.headers.all(), [&](const auto& header) { return holds(header.second); });
}

const http::Response& send(Browser& browser, const api::Route& route, const std::string& target) {
  if (route.body == api::Body::json) return browser.json(route.method, target, body_for(route.pattern));
  if (route.method == http::Method::post && route.body != api::Body::none)
    return browser.post(target, {{"message", "x"}, {"act_kind", "deces"}});
  return browser.json(route.method, target);
}

// Every route with every id of B, as A's agent, who signs in again after the route that signs out.
template <class Look>
int visit_everything(Isolation& world, Look look) {
  int count = 0;
  for (const api::Route& route : api::routes()) {
    for (const std::string& target : targets_of(route.pattern, world.b)) {
      const auto session = world.a.cookies;
      look(route, target, send(world.a, route, target));
      world.a.cookies = session;
      if (world.a.get("/api/v1/session").status == 401) sign_in(world.a);
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("no route shows A's agent a thing of B, and an id of B is not found") {
  Isolation world;
  const int targets =
      visit_everything(world, [](const api::Route& route, const std::string& target, const http::Response& response) {
        INFO(http::to_string(route.method) << " " << target << " answers " << response.status);
        CHECK_FALSE(sees_canary(response));
        CHECK(response.status < 500);
        CHECK(response.status != 401);
        const bool names_an_id = route.pattern.find("id}") != std::string_view::npos;
        if (names_an_id && route.area == api::Area::agent) CHECK(response.status == 404);
      });
  CHECK(targets > 50);
}

TEST_CASE("what A did with B's ids changed nothing of B") {
  Isolation world;
  const auto tenant = world.platform.tenant(saint_maixent);
  const auto state = [&] {
    return tenant->read([](db::ReadTx& tx) {
      return tx.number(
          "SELECT (SELECT COUNT(*) FROM message) * 1000000 + (SELECT COUNT(*) FROM outbox) * 10000 + (SELECT COUNT(*) "
          "FROM journal_event) * 100 + "
          "(SELECT COUNT(*) FROM content WHERE deleted_at IS NULL)");
    });
  };
  const auto before = state();
  visit_everything(world, [](const api::Route&, const std::string&, const http::Response&) {});
  CHECK(state() == before);
}

TEST_CASE("A's session is anonymous at B's host") {
  Isolation world;
  Browser at_b(world.platform, saint_maixent);
  at_b.cookies = world.a.cookies;
  for (const api::Route& route : api::routes()) {
    if (route.access != api::Access::agent) continue;
    for (const std::string& target : targets_of(route.pattern, world.b)) {
      INFO(http::to_string(route.method) << " " << target);
      CHECK(send(at_b, route, target).status == 401);
    }
  }
}

TEST_CASE("B's tracking cookie opens nothing at A, where a request has the same number") {
  Isolation world;
  const auto own = sent_dossier(*world.platform.tenant(mulsanne), world.platform.texts(), world.platform.now());
  REQUIRE(own.id.value <= world.b.dossier.value);
  for (int i = 0; i < 3; ++i)
    static_cast<void>(sent_dossier(*world.platform.tenant(mulsanne), world.platform.texts(), world.platform.now()));
  Browser visitor(world.platform, mulsanne);
  visitor.cookies["suivi"] = world.b.suivi_cookie;
  for (const char* path : {"/suivi/demande", "/suivi/demande/fichiers/1"}) {
    visitor.get(path);
    CHECK(visitor.location() == "/suivi");
  }
  visitor.post("/suivi/demande/message", {{"message", "x"}});
  CHECK(visitor.location() == "/suivi");
  Browser at_b(world.platform, saint_maixent);
  at_b.cookies["suivi"] = world.b.suivi_cookie;
  CHECK(at_b.get("/suivi/demande").status == 200);
  CHECK(sees_canary(at_b.last()));
}

TEST_CASE("B's draft cookie and tracking code are unknown at A") {
  Isolation world;
  Browser visitor(world.platform, mulsanne);
  visitor.cookies[world.b.draft_name] = world.b.draft_cookie;
  visitor.get(std::string("/demarches/") + civil_slug + "/etapes/acte");
  CHECK_FALSE(visitor.shows("checked"));
  CHECK(visitor.get(std::string("/demarches/") + civil_slug + "/verification").status == 303);
  CHECK(visitor.post("/suivi", {{"code", world.b.tracking_code}, {"courriel", "canari-zq7@exemple.fr"}}).status == 422);
}

TEST_CASE("only Host chooses the commune") {
  Isolation world;
  const std::string b_host = world.platform.host(saint_maixent);
  for (const auto& [name, value] : Fields{{"X-Forwarded-Host", b_host},
                                          {"Forwarded", "host=" + b_host},
                                          {"X-Host", b_host},
                                          {"X-Original-Host", b_host},
                                          {"X-Original-URL", "/actualites/canari-zq7"},
                                          {"X-Forwarded-Server", b_host}}) {
    http::Request request = world.a.request(http::Method::get, "/actualites/canari-zq7");
    request.headers.set(name, value);
    INFO(name);
    CHECK(world.a.send(request).status == 404);
    request.path = "/";
    CHECK(world.a.send(request).status == 200);
    CHECK(world.a.shows("Mulsanne"));
    CHECK_FALSE(world.a.shows(b_host));
  }
}

TEST_CASE("the same path and the same validator never share a page between communes") {
  Isolation world;
  Browser at_b(world.platform, saint_maixent);
  for (const char* path : {"/", "/la-mairie", "/actualites", "/demarches", "/mentions-legales", "/plan-du-site"}) {
    INFO(path);
    world.a.get(path);
    const std::string etag(world.a.last().headers.get("ETag"));
    const std::string page = world.a.page();
    at_b.get(path);
    CHECK(at_b.page() != page);
    http::Request request = at_b.request(http::Method::get, path);
    request.headers.set("If-None-Match", etag);
    CHECK(at_b.send(std::move(request)).status == 200);
    CHECK(at_b.shows("Saint-Maixent"));
  }
}

TEST_CASE("links in mails lead to the commune's own address whatever the request said") {
  Isolation world;
  const auto body = world.platform.tenant(saint_maixent)->read([](db::ReadTx& tx) {
    return *tx.one("SELECT body FROM outbox ORDER BY id LIMIT 1", [](const db::Row& row) { return row.text(0); });
  });
  CHECK_THAT(body, Catch::Contains(world.platform.origin(saint_maixent)));
  CHECK_THAT(body, !Catch::Contains(world.platform.host(mulsanne)));
}

// 3,000 random requests at A with all that could belong to B: no canary, no failure of ours.
TEST_CASE("random requests with B's numbers, cookies and hosts never show A a thing of B") {
  Isolation world;
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random(seed);
  const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
  const std::vector<std::string> cookies = {"", "session=" + world.a.cookies.at("session"),
                                            "suivi=" + world.b.suivi_cookie, world.b.draft_name + "=" + world.b.draft_cookie,
                                            "suivi=" + world.b.suivi_cookie + "; session=" +
                                                world.a.cookies.at("session") + "; " + world.b.draft_name + "=" + world.b.draft_cookie};
  std::vector<std::pair<const api::Route*, std::string>> targets;
  for (const api::Route& route : api::routes()) {
    for (const std::string& target : targets_of(route.pattern, world.b)) targets.emplace_back(&route, target);
  }
  for (int i = 0; i < 3000; ++i) {
    const auto& [route, target] = pick(targets);
    http::Request request = world.a.request(route->method, target);
    request.headers.set("Cookie", pick(cookies));
    if (random() % 4 == 0) request.headers.set("X-Forwarded-Host", world.platform.host(saint_maixent));
    if (route->body == api::Body::json) {
      request.headers.set("Content-Type", "application/json");
      request.body = body_for(route->pattern);
    } else if (route->body != api::Body::none) {
      request.headers.set("Content-Type", "application/x-www-form-urlencoded");
      request.body = urlencoded({{"code", world.b.tracking_code}, {"courriel", "a@exemple.fr"}, {"message", "x"}});
    }
    if (route->pattern == "/api/v1/session" && route->method == http::Method::delete_) continue;
    const std::string line(request.headers.get("Cookie"));
    const http::Response response = world.platform.application.handle(std::move(request));
    INFO(i << ": " << http::to_string(route->method) << " " << target << " with " << line << " answers "
           << response.status);
    if (sees_canary(response) || response.status >= 500) FAIL(response.payload());
  }
}
