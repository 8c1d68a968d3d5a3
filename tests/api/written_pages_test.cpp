// What the town hall writes in blocks, as residents read it, and the alerts' own pages.
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/media.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/markup_scan.hpp"
#include "tests/support/sample_images.hpp"

#include <functional>

using namespace clocher;
using namespace clocher::test;
using tenants::ContentKind;

namespace {

struct Site {
  TestPlatform platform;
  Browser visitor{platform};

  std::string publish(const tenants::NewContent& input) {
    const auto made = tenants::create_published(*platform.tenant(), claire, input, platform.now());
    REQUIRE(made);
    return path_of(*made);
  }
  std::string page(json::Array blocks, const std::string& body = "") {
    return publish({ContentKind::page, "vivre-ici", {"La salle", "", body, std::move(blocks), {}}});
  }
  std::string alert(const std::string& title, json::Object details) {
    return publish({ContentKind::alert, "", {title, "Résumé", "Texte", {}, std::move(details)}});
  }
  bool shows(const std::string& path, std::string_view text) {
    REQUIRE(visitor.get(path).status == 200);
    return visitor.shows(text);
  }
};

json::Array blocks(std::string_view text) { return json::parse_trusted(text).as_array(); }

}  // namespace

TEST_CASE("every block that needs no file is shown below the text, with its headings at level 2") {
  Site site;
  const std::string path = site.page(blocks(R"([
    {"type":"text","body_markdown":"# Venir\n\nÀ pied."},
    {"type":"accordion","title":"Questions","items":[{"title":"Qui loue ?","body_markdown":"## Tous\n\nTout habitant."}]},
    {"type":"accordion","items":[{"title":"Et le soir ?","body_markdown":"## Bruit\n\nPas après minuit."}]},
    {"type":"map","title":"Salle","address":"2 rue du Lavoir","directions":"Par la rue du Lavoir.","latitude":"48.1","longitude":"0.6"},
    {"type":"video","title":"Visite","url":"https://video.example/v","transcript_markdown":"Nous entrons."},
    {"type":"action","label":"Demander une date","url":"/demarches"}])"));
  REQUIRE(site.visitor.get(path).status == 200);
  for (const char* text :
       {"<h2>Venir</h2>", "<h2>Questions</h2>", "<summary>Qui loue ?</summary>", "<h3>Tous</h3>", "<h2>Bruit</h2>",
        "<h2>Salle</h2>", "2 rue du Lavoir", "Par la rue du Lavoir.",
        "https://www.openstreetmap.org/?mlat=48.10000&amp;mlon=0.60000#map=17/48.10000/0.60000",
        "href=\"https://video.example/v\"", "<summary>Lire ce qui est dit dans la vidéo</summary>", "Nous entrons.",
        "<a class=\"button\" href=\"/demarches\">Demander une date</a>"}) {
    INFO(text);
    CHECK(site.visitor.shows(text));
  }
  CHECK_FALSE(site.visitor.shows("La mairie prépare cette page"));
}

TEST_CASE("a contact card shows what the directory says at that moment, and nothing once the record is gone") {
  Site site;
  tenants::DirectoryText text{.name = "Club de boules", .phone = "0243000000"};
  auto& tenant = *site.platform.tenant();
  const auto entry =
      tenants::create_entry(tenant, claire, tenants::DirectoryKind::associations, text, site.platform.now());
  REQUIRE(entry);
  const std::string id = std::to_string(entry->id.value);
  const std::string path = site.page(blocks(R"([{"type":"contact","entry_id":)" + id + "}]"), "Pour jouer.");
  CHECK(site.shows(path, "<h2><a href=\"/annuaire/associations/club-de-boules\">Club de boules</a></h2>"));
  CHECK(site.visitor.shows("tel:+33243000000"));
  REQUIRE(tenants::bin_entry(tenant, claire, entry->id, site.platform.now()));
  CHECK_FALSE(site.shows(path, "Club de boules"));
  CHECK(site.visitor.shows("Pour jouer."));
}

TEST_CASE("blocks whose picture or file is gone leave nothing behind") {
  Site site;
  const std::string path = site.page(blocks(R"([
    {"type":"image","media_id":99,"alt":"Un pont","caption":"Le pont"},
    {"type":"gallery","title":"En images","items":[{"media_id":99,"alt":"Un pont"}]},
    {"type":"files","title":"Documents","items":[{"media_id":99,"label":"Plan"}]}])"));
  CHECK(site.shows(path, "La mairie prépare cette page"));
  for (const char* text : {"Le pont", "En images", "<figure", "Documents</h2>"}) CHECK_FALSE(site.visitor.shows(text));
}

TEST_CASE("pictures and documents of the library stand in blocks, described for this place") {
  Site site;
  auto& tenant = *site.platform.tenant();
  const auto add = [&](const std::string& name, std::string bytes) {
    return std::to_string(
        tenants::add_media(tenant, claire, {"file", name, "", std::move(bytes)}, {}, site.platform.now()).value().id.value);
  };
  const std::string photo = add("pont.jpg", jpeg_image(900, 600));
  const std::string plan = add("plan.csv", "a;b\n1;2\n");
  const std::string path = site.page(blocks(
      R"([{"type":"image","media_id":)" + photo + R"(,"alt":"Le pont neuf","caption":"Le pont","credit":"Anne"},
      {"type":"gallery","title":"En images","items":[{"media_id":)" + photo + R"(,"decorative":true}]},
      {"type":"files","title":"Documents","items":[{"media_id":)" + plan + R"(,"label":"Plan du bourg"}]}])"));
  REQUIRE(site.visitor.get(path).status == 200);
  for (const char* text : {"alt=\"Le pont neuf\"", "alt=\"\"", "<h2>En images</h2>", "Plan du bourg (CSV, ", "href=\"/documents/",
                           "<figure class=\"figure\" aria-label=\"Le pont\">"}) {
    INFO(text);
    CHECK(site.visitor.shows(text));
  }
  const std::string news = site.publish({ContentKind::news, "", {"Le pont rouvre", "", "Texte", {},
      json::parse_trusted(R"({"image":{"media_id":)" + photo + R"(,"alt":"Le pont en travaux"}})").as_object()}});
  for (const std::string& list : {news, std::string("/"), std::string("/actualites")})
    CHECK(site.shows(list, "alt=\"Le pont en travaux\""));
}

TEST_CASE("news are listed featured first, by category when one is asked for") {
  Site site;
  const auto news = [&](const std::string& title, std::string_view details) {
    site.publish({ContentKind::news, "", {title, "", "Texte", {}, json::parse_trusted(details).as_object()}});
  };
  news("Grande fête", R"({"featured":true,"category":"Fêtes & loisirs"})");
  site.platform.clock.advance(one_hour);
  news("Travaux rue Haute", R"({"category":"Travaux"})");
  for (const char* path : {"/", "/actualites"}) {
    REQUIRE(site.shows(path, "À la une"));
    CHECK(site.visitor.page().find("Grande fête") < site.visitor.page().find("Travaux rue Haute"));
  }
  CHECK(site.visitor.shows("href=\"/actualites?categorie=fetes-loisirs\""));
  CHECK(site.shows("/actualites?categorie=travaux", "Travaux rue Haute"));
  CHECK(site.visitor.shows("<h1>Actualités\u00A0: Travaux</h1>"));
  CHECK_FALSE(site.visitor.shows("Grande fête"));
  CHECK(site.visitor.get("/actualites?categorie=%22%3E%3Cscript%3E").status == 404);
}

TEST_CASE("home shows the next time of each coming event, in order, and no block when there is none") {
  Site site;
  CHECK_FALSE(site.shows("/", "titre-agenda"));
  const auto event = [&](const std::string& title, std::string_view details) {
    site.publish({ContentKind::event, "", {title, "", "", {}, json::parse_trusted(details).as_object()}});
  };
  event("Passé", R"({"starts":"2026-11-20T18:00","ends":"2026-11-20T20:00"})");
  event("Lointain", R"({"starts":"2027-06-20T18:00"})");
  event("Gym", R"({"starts":"2026-11-03T18:00","recurrence":{"every":"week"}})");
  event("Marché", R"({"starts":"2026-11-24T14:00","place":"Place"})");
  CHECK(site.shows("/", "<time class=\"coming-day\" datetime=\"2026-11-24\" aria-hidden=\"true\"><b>24</b> nov.</time>"));
  const std::string page = site.visitor.page().substr(site.visitor.page().find("titre-agenda"));
  CHECK(page.find(">Marché</a>") < page.find(">Gym</a>"));
  CHECK(page.find(">Gym</a>") == page.rfind(">Gym</a>"));
  for (const char* title : {"Passé", "Lointain"}) CHECK(page.find(title) == std::string::npos);
}

TEST_CASE("lists of procedures leave out those that belong to another page") {
  Site site;
  for (const char* path : {"/", "/demarches"}) CHECK_FALSE(site.shows(path, "signaler-une-correction"));
  CHECK(site.visitor.get("/demarches/signaler-une-correction").status == 200);
}

TEST_CASE("what a hostile editor writes into blocks stays text") {
  Site site;
  const std::string evil = R"x("><script>alert(1)</script><img src=x onerror=alert(1)>)x";
  json::Array list = blocks(R"x([
    {"type":"text","body_markdown":""},
    {"type":"accordion","title":"","items":[{"title":"","body_markdown":""}]},
    {"type":"map","title":"","address":"","directions":"","latitude":"48.1","longitude":"0.6"},
    {"type":"video","title":"","url":"https://video.example/\"onclick=alert(1)","transcript_markdown":""},
    {"type":"action","label":"","url":"/demarches"}])x");
  const std::function<void(json::Value&)> spoil = [&](json::Value& value) {
    if (auto* object = value.if_object()) {
      for (auto& [name, inner] : *object) spoil(inner);
    } else if (auto* array = value.if_array()) {
      for (auto& inner : *array) spoil(inner);
    } else if (value.is_string() && value.get_string().empty()) {
      value = evil + "\n\n[x](javascript:alert(1)) {{commune.name}}";
    }
  };
  for (json::Value& block : list) {
    spoil(block);
    const auto made = tenants::create_published(
        *site.platform.tenant(), claire, {ContentKind::page, "vivre-ici", {"Page", evil, evil, {block}, {}}},
        site.platform.now());
    if (!made) continue;  // refused, which is as good
    REQUIRE(site.visitor.get(path_of(*made)).status == 200);
    INFO(json::serialize(block));
    CHECK(dangers_in(site.visitor.page()).empty());
  }
}

TEST_CASE("a page shows the menu of its section with itself in it, and what leads to it") {
  Site site;
  const std::string path = site.page({}, "Texte");
  site.publish({ContentKind::news, "", {"La salle rouvre", "", "Voyez [la salle](" + path + ")."}});
  site.publish({ContentKind::news, "", {"Rien à voir", "", "Voyez la salle."}});
  CHECK(site.shows(path, "<a href=\"" + path + "\" aria-current=\"page\">La salle</a>"));
  CHECK(site.visitor.shows("Écoles"));
  CHECK(site.visitor.shows("À lire aussi"));
  CHECK(site.visitor.shows("La salle rouvre"));
  CHECK_FALSE(site.visitor.shows("Rien à voir"));
  CHECK(site.visitor.shows("Cette page vous a-t-elle été utile"));
}

TEST_CASE("alerts of the moment and of the last thirty days are listed, each with a page of its own") {
  Site site;
  const std::int64_t now = site.platform.now().seconds;
  const std::string path = site.alert("Eau non potable", {{"severity", "urgence"}, {"ends", now + one_hour}});
  site.alert("Vent", {{"severity", "vigilance"}});
  site.alert("Demain", {{"severity", "information"}, {"starts", now + one_day}});
  site.alert("Vieille", {{"severity", "information"}, {"ends", now - 31 * one_day}});
  CHECK(site.shows("/alertes", "Eau non potable"));
  CHECK(site.visitor.page().find("Eau non potable") < site.visitor.page().find("Vent</a>"));
  CHECK_FALSE(site.visitor.shows("Demain"));
  CHECK_FALSE(site.visitor.shows("Vieille"));
  CHECK_FALSE(site.visitor.shows("Depuis 30 jours"));
  CHECK(site.shows(path, "Urgence</strong> Jusqu’au 24 novembre 2026 à 11"));
  site.platform.clock.advance(one_hour + 60);
  CHECK(site.shows("/alertes", "Depuis 30 jours"));
  CHECK(site.shows(path, "Cette alerte est terminée"));
  CHECK(site.visitor.get("/alertes/inconnue").status == 404);
}
