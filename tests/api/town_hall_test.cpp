// Procedures, the commune's profile and unsent mails by the agents' API.
#include "tenants/journal/outbox.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct TownHall {
  TestPlatform platform;
  Browser browser{platform};
  Browser visitor{platform};

  TownHall() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  json::Object profile() {
    return {{"address", "1 place de l’Église"},
            {"postcode", "72230"},
            {"city", "Mulsanne"},
            {"phone", "02 43 00 00 00"},
            {"email", "mairie@mulsanne.example"},
            {"hours", json::Array()},
            {"hours_confirmed", false},
            {"mayor_name", "Anne Petit"}};
  }
  int save(const json::Object& profile) {
    return browser.json(http::Method::put, "/api/v1/commune", json::serialize(profile)).status;
  }
};

json::Array monday(std::string_view from, std::string_view to) {
  return {json::Object{{"day", 1},
                       {"intervals", json::Array{json::Object{{"from", std::string(from)}, {"to", std::string(to)}}}}}};
}

}  // namespace

TEST_CASE("procedures are listed, closed and opened, and residents see it at once") {
  TownHall hall;
  const std::string target = std::string("/api/v1/procedures/") + civil_slug;
  const std::vector<Scenario> scenarios = {
      {.name = "list",
       .target = "/api/v1/procedures",
       .contains = {civil_slug, absence_slug, "\"state\":\"open\"", "\"dossier_count\":0"}},
      {.name = "close",
       .method = http::Method::patch,
       .target = target,
       .contains = {"\"state\":\"closed\""},
       .json = R"({"state":"closed"})"},
      {.name = "close again",
       .method = http::Method::patch,
       .target = target,
       .contains = {"\"state\":\"closed\""},
       .json = R"({"state":"closed"})"},
      {.name = "no such state",
       .method = http::Method::patch,
       .target = target,
       .status = 422,
       .contains = {"\"state\""},
       .json = R"({"state":"ajar"})"},
      {.name = "no such procedure",
       .method = http::Method::patch,
       .target = "/api/v1/procedures/x",
       .status = 404,
       .json = R"({"state":"open"})"}};
  run(hall.browser, scenarios);
  hall.visitor.get(std::string("/demarches/") + civil_slug);
  CHECK(hall.visitor.shows("Cette démarche est fermée"));
}

TEST_CASE("what the town hall says of itself stands on every page") {
  TownHall hall;
  json::Object profile = hall.profile();
  profile["hours"] = monday("09:00", "12:00");
  profile["hours_confirmed"] = true;
  CHECK(hall.save(profile) == 200);
  const json::Object legal{{"publication_director", "Anne Petit"}, {"dpo_contact", "dpo@exemple.fr"}, {"host", ""},
                           {"photo_credits", ""}, {"licence", ""}};
  CHECK(hall.browser.json(http::Method::put, "/api/v1/commune/legal", json::serialize(legal)).status == 200);
  hall.visitor.get("/");
  for (const char* text :
       {"1 place de l’Église", "02 43 00 00 00", "tel:+33243000000", "mairie@mulsanne.example", "Lundi"}) {
    INFO(text);
    CHECK(hall.visitor.shows(text));
  }
  hall.visitor.get("/mentions-legales");
  CHECK(hall.visitor.shows("Anne Petit"));
}

TEST_CASE("a telephone typed in any way is shown in the French way") {
  TownHall hall;
  json::Object profile = hall.profile();
  for (const char* typed : {"0243000000", "02.43.00.00.00", "+33 2 43 00 00 00", " 02-43-00-00-00 "}) {
    INFO(typed);
    profile["phone"] = typed;
    CHECK(hall.save(profile) == 200);
    hall.visitor.get("/");
    CHECK(hall.visitor.shows(">02 43 00 00 00</a>"));
    CHECK(hall.visitor.shows("href=\"tel:+33243000000\""));
  }
  profile["phone"] = "02 43 00";
  CHECK(hall.save(profile) == 422);
}

TEST_CASE("hours that are not confirmed are not shown") {
  TownHall hall;
  json::Object profile = hall.profile();
  profile["hours"] = monday("09:00", "12:00");
  CHECK(hall.save(profile) == 200);
  hall.visitor.get("/");
  CHECK_FALSE(hall.visitor.shows("Lundi"));
}

TEST_CASE("each wrong line of the profile is told and nothing is saved") {
  TownHall hall;
  const std::vector<std::pair<std::string, json::Value>> all = {{"postcode", json::Value("7223")},
                                                                {"phone", json::Value("12")},
                                                                {"email", json::Value("mairie")},
                                                                {"address", json::Value(std::string(201, 'a'))},
                                                                {"hours", json::Value(monday("12:00", "09:00"))},
                                                                {"hours", json::Value(monday("9h", "10h"))},
                                                                {"hours", json::Value(json::Array{1})},
                                                                {"hours", json::Value("lundi")},
                                                                {"hours_confirmed", json::Value("oui")},
                                                                {"mayor_name", json::Value(3)}};
  for (const auto& [property, value] : all) {
    json::Object profile = hall.profile();
    profile[property] = value;
    INFO(property << " = " << json::serialize(value));
    CHECK(hall.save(profile) == 422);
    CHECK(hall.browser.body().at("error").at("fields").as_object().contains(property));
  }
  json::Object profile = hall.profile();
  profile["insee"] = "72296";
  CHECK(hall.save(profile) == 422);
  profile = hall.profile();
  profile.erase("city");
  CHECK(hall.save(profile) == 422);
  hall.browser.get("/api/v1/commune");
  CHECK(hall.browser.body().at("address") == "");
}

TEST_CASE("a day that ends at midnight reads back as it was written") {
  TownHall hall;
  json::Object profile = hall.profile();
  profile["hours"] = monday("20:00", "24:00");
  const int status = hall.save(profile);
  CHECK((status == 200 || status == 422));
  hall.browser.get("/api/v1/commune");
}

TEST_CASE("unsent mails are listed with their reason and sent again when asked") {
  TownHall hall;
  static_cast<void>(sent_dossier(*hall.platform.tenant(), hall.platform.texts(), hall.platform.now()));
  const auto tenant = hall.platform.tenant();
  const auto items = tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, hall.platform.now(), 10); });
  REQUIRE(items.size() == 2);
  tenant->write([&](db::Tx& tx) {
    tenants::mark_failed(tx, items[0], tenants::Fault::permanent, "boîte pleine", hall.platform.now());
  });
  const std::string retry = "/api/v1/outbox/mail/" + std::to_string(items[0].id.value) + "/retry";
  const std::vector<Scenario> scenarios = {
      {.name = "all",
       .target = "/api/v1/outbox",
       .contains = {"boîte pleine", "\"pending\"", "\"failed\""},
       .lacks = {"Code de suivi"}},
      {.name = "failed",
       .target = "/api/v1/outbox?state=failed",
       .contains = {"boîte pleine"},
       .lacks = {"\"pending\""}},
      {.name = "no such state", .target = "/api/v1/outbox?state=sent", .status = 400},
      {.name = "again", .method = http::Method::post, .target = retry, .status = 204},
      {.name = "none failed now", .target = "/api/v1/outbox?state=failed", .contains = {"\"items\":[]"}},
      {.name = "no such mail", .method = http::Method::post, .target = "/api/v1/outbox/mail/999/retry", .status = 404},
      {.name = "no number", .method = http::Method::post, .target = "/api/v1/outbox/mail/x/retry", .status = 404}};
  run(hall.browser, scenarios);
}

TEST_CASE("a mail that already left cannot be sent again") {
  TownHall hall;
  static_cast<void>(sent_dossier(*hall.platform.tenant(), hall.platform.texts(), hall.platform.now()));
  const auto tenant = hall.platform.tenant();
  const auto item =
      tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, hall.platform.now(), 1); }).front();
  tenant->write([&](db::Tx& tx) { tenants::mark_sent(tx, item.id, hall.platform.now()); });
  CHECK(hall.browser.json(http::Method::post, "/api/v1/outbox/mail/" + std::to_string(item.id.value) + "/retry").status ==
        404);
}
