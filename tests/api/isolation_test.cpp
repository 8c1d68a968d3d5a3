// No commune sees another's data: every route of the table, with every id of B, under A's session (reliability notes, §5.2).
#include "core/base/text.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory_import.hpp"
#include "tenants/site/feedback.hpp"
#include "tenants/site/media_variants.hpp"
#include "tenants/site/section.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_work.hpp"
#include "tests/support/sample_images.hpp"
#include "tests/tenants/forms/sample_files.hpp"

#include <algorithm>
#include <random>
#include <tuple>

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* canary = "Canari-Zq7";

// Everything that can be planted in a commune, with the marker in every text. Ids of B go beyond those of A.
struct Planted {
  Id<tenants::Act> act;
  Id<tenants::DocumentJob> document;
  Id<dossiers::Dossier> dossier;
  Id<tenants::Content> content;
  Id<tenants::DirectoryEntry> directory_entry;
  std::int64_t directory_import = 0, section = 0, attachment = 0, outbox = 0, feedback = 0;
  PlantedWork work;
  tenants::Media media;
  std::string image_name;
  std::string feedback_key;
  std::string tracking_code;
  std::string suivi_cookie;
  std::string draft_name, draft_cookie;
};

std::vector<PageAnswers> marked_answers() {
  auto pages = with(birth_certificate_answers(), {{"person_birth_name", canary},
                                                  {"person_given_names", canary},
                                                  {"parent_1_name", canary},
                                                  {"applicant_family_name", canary},
                                                  {"applicant_email", "canari-zq7@exemple.fr"},
                                                  {"request_message", canary}});
  pages[5].files.front().name = std::string(canary) + ".pdf";
  return pages;
}

class Isolation {
 public:
  TestPlatform platform;
  Browser a{platform, mulsanne};
  Planted b;

  Isolation() {
    make_agent(*platform.tenant(mulsanne), platform.now());
    sign_in(a);
    plant();
  }

 private:
  void plant_directory(tenants::Tenant& tenant) {
    tenants::DirectoryText text{.name = canary, .category = canary, .description = canary, .address = canary};
    for (int i = 0; i < 3; ++i) {
      const auto entry =
          tenants::create_entry(tenant, claire, tenants::DirectoryKind::associations, text, platform.now());
      REQUIRE(entry);
      b.directory_entry = entry->id;
    }
    const std::string file = "Nom\n" + std::string(canary) + " importé\n";
    const auto import = tenants::run_import(
        tenant, claire, {tenants::DirectoryKind::lieux, std::string(canary) + ".csv", file}, platform.now());
    REQUIRE(import);
    b.directory_import = import->id.value;
  }

  void plant() {
    const auto tenant = platform.tenant(saint_maixent);
    Browser resident(platform, saint_maixent);
    make_agent(*tenant, platform.now());
    // Several of each, so that their ids go beyond what A has.
    for (int i = 0; i < 3; ++i)
      b.dossier = sent_dossier(*tenant, platform.texts(), platform.now(), marked_answers()).id;
    REQUIRE(dossiers::reply(*tenant, platform.texts(), claire, b.dossier, canary, platform.now()));
    REQUIRE(dossiers::answer(*tenant, platform.texts(), {b.dossier, canary, {}}, platform.now()));
    auto content = tenants::create_content(*tenant, claire, {tenants::ContentKind::news, "", {canary, canary, canary}},
                                           platform.now());
    REQUIRE(content);
    b.content = content->id;
    b.section = tenants::create_section(*tenant, claire, {canary, canary}, {}, platform.now())->id.value;
    REQUIRE(tenants::publish(*tenant, claire, b.content, 1, platform.now()));
    const json::Object on_fifth{{"starts", "2026-12-05T18:00"}, {"place", canary}};
    REQUIRE(tenants::create_published(
        *tenant, claire, {tenants::ContentKind::event, "", {canary, canary, canary, {}, on_fifth}}, platform.now()));
    plant_directory(*tenant);
    b.work = plant_work(*tenant, platform.texts(), b.dossier, canary, platform.now());
    b.feedback_key =
        tenants::give_verdict(*tenant, "/canari-zq7", tenants::Verdict::not_useful, platform.now()).value();
    REQUIRE(tenants::explain_verdict(*tenant, b.feedback_key, "other", canary, platform.now()));
    b.media =
        tenants::add_media(*tenant, claire, {"file", "canari-zq7.jpg", "", jpeg_image(40, 30)}, {}, platform.now())
            .value();
    tenant->read([&](db::ReadTx& tx) {
      b.image_name = tenants::variant_name(tenants::variants_of(tx, b.media.id).front());
      b.attachment = dossiers::attachments_of(tx, b.dossier).front().id.value;
      b.outbox = tx.number("SELECT MAX(id) FROM outbox");
      b.feedback = tx.number("SELECT MAX(id) FROM page_feedback");
      b.tracking_code = dossiers::find_dossier(tx, b.dossier)->tracking_code;
    });
    resident.post("/suivi", {{"code", b.tracking_code}, {"courriel", "canari-zq7@exemple.fr"}});
    REQUIRE(resident.last().status == 303);
    b.suivi_cookie = resident.cookies.at("suivi");
    auto unfinished = marked_answers();
    unfinished.resize(4);
    fill(resident, civil_slug, unfinished);
    for (const auto& [name, value] : resident.cookies)
      if (name.starts_with("demarche-")) std::tie(b.draft_name, b.draft_cookie) = std::tie(name, value);
  }
};

// What may stand for each parameter of a pattern: ids of B, and slugs that exist in both.
std::vector<std::string> values_for(std::string_view parameter, std::string_view pattern, const Planted& b) {
  if (parameter == "id" && pattern.find("/contents/") != std::string_view::npos)
    return {std::to_string(b.content.value)};
  if (parameter == "id" && pattern.find("/directory/") != std::string_view::npos)
    return {std::to_string(b.directory_entry.value)};
  if (parameter == "id" && pattern.find("/directory-imports/") != std::string_view::npos)
    return {std::to_string(b.directory_import)};
  if (parameter == "id" && pattern.find("/outbox/") != std::string_view::npos) return {std::to_string(b.outbox)};
  if (parameter == "id" && pattern.find("/dossiers/") != std::string_view::npos)
    return {std::to_string(b.dossier.value)};
  if (parameter == "id" && pattern.find("/feedback/") != std::string_view::npos) return {std::to_string(b.feedback)};
  if (parameter == "id" && pattern.find("/fiches/") != std::string_view::npos) return {"F100"};
  if (parameter == "id" && pattern.find("/sections/") != std::string_view::npos) return {std::to_string(b.section)};
  if (parameter == "section") return {"la-mairie", "canari-zq7"};
  if (parameter == "audience") return {"professionnels"};
  if (parameter == "id" && pattern.find("/media/") != std::string_view::npos) return {std::to_string(b.media.id.value)};
  if (parameter == "media_id") return {std::to_string(b.media.id.value)};
  if (parameter == "variant") return {"800.jpg", b.image_name};
  if (parameter == "name") return {"canari-zq7.pdf"};
  if (parameter == "siren") return {"200072692"};
  if (parameter == "id" && pattern.find("/sharing/") != std::string_view::npos) return {std::to_string(b.content.value)};
  if (const auto id = work_id_for(parameter, pattern, b.work)) return {*id};
  if (parameter == "key") return {b.feedback_key};
  if (parameter == "file_id") return {std::to_string(b.attachment)};
  if (parameter == "day") return {"2026-11-12"};
  if (parameter == "month") return {"2026-12"};
  if (parameter == "slug" && pattern.find("agenda") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "color") return {"84500f.css"};
  if (parameter == "slug" && pattern.find("/actes/") != std::string_view::npos) return {"autre-2026-11-12"};
  if (parameter == "id" && pattern.find("/made-documents/") != std::string_view::npos)
    return {std::to_string(b.document.value)};
  if (parameter == "id" && pattern.find("/acts/") != std::string_view::npos) return {std::to_string(b.act.value)};
  if (parameter == "slug" && pattern.find("actualites") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "kind") return {"associations"};
  if (parameter == "slug" && pattern.find("annuaire") != std::string_view::npos) return {"canari-zq7"};
  if (parameter == "slug" && pattern.find("demarches") != std::string_view::npos) return {civil_slug};
  if (parameter == "slug" && pattern.find("procedures") != std::string_view::npos) return {civil_slug};
  if (parameter == "slug") return {"conseil-municipal"};
  if (parameter == "number") return {"1"};
  if (parameter == "question") return {"mayor"};
  if (parameter == "icon") return {"32-0000000000000000.png"};  // each commune looks among its own: tests/api/look_test.cpp
  if (parameter == "step") return {"acte", "personne"};
  if (parameter == "rest...") return {"x"};
  return {};
}

// Every target of a pattern; fails the test for a parameter that nothing stands for: a new route must be thought of here.
std::vector<std::string> targets_of(std::string_view pattern, const Planted& b) {
  std::vector<std::string> targets = {std::string(pattern)};
  for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
    const std::string_view whole = pattern.substr(at, pattern.find('}', at) - at + 1);
    const auto values = values_for(whole.substr(1, whole.size() - 2), pattern, b);
    INFO("isolation knows no value for " << whole << " of " << pattern);
    REQUIRE_FALSE(values.empty());
    std::vector<std::string> next;
    for (const std::string& target : targets) {
      for (const std::string& value : values) {
        std::string filled = target;
        next.push_back(filled.replace(filled.find(whole), whole.size(), value));
      }
    }
    targets = std::move(next);
  }
  return targets;
}

std::string body_for(std::string_view pattern) {
  if (pattern.ends_with("/messages")) return R"({"body":"x"})";
  if (pattern.ends_with("/transitions")) return R"({"to":"accepted"})";
  if (pattern == "/api/v1/media/{id}")
    return R"({"alt":"x","is_decorative":false,"caption":"","credit":"","focal_x":0,"focal_y":0,"base_version":1})";
  if (pattern.ends_with("/place")) return R"({"section":"la-mairie","place":1})";
  if (pattern.ends_with("/sections/{id}")) return R"({"title":"x"})";
  if (pattern.ends_with("/publish")) return R"({"revision":1})";
  if (pattern.ends_with("{number}/restore")) return R"({"base_revision":1})";
  if (pattern.ends_with("/contents/{id}"))
    return R"({"title":"x","summary":"","body_markdown":"","expires_at":null,"base_revision":1})";
  if (pattern.ends_with("/directory/{id}"))
    return R"({"name":"x","category":"","description":"","address":"","postcode":"","city":"","latitude":null,)"
           R"("longitude":null,"phone":"","phone_2":"","email":"","website":"","hours":null,"image_id":null,)"
           R"("image_alt":"","details":{},"pivots":[],"is_visible":true,"contact_consent":false,"base_version":1})";
  return "{}";
}

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
