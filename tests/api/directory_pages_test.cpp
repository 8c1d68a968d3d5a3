// The directories as residents read them: pages, facets, files, corrections.
#include "tenants/site/directory.hpp"

#include "core/csv/csv.hpp"
#include "tenants/forms/procedure.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/support/markup_scan.hpp"

using namespace clocher;
using namespace clocher::test;
using tenants::DirectoryKind;
using tenants::DirectoryText;

namespace {

struct Pages {
  TestPlatform platform;
  Browser browser{platform};

  tenants::DirectoryEntry add(const DirectoryText& text, DirectoryKind kind = DirectoryKind::associations) {
    auto entry = tenants::create_entry(*platform.tenant(), claire, kind, text, platform.now());
    REQUIRE(entry);
    return *entry;
  }
  bool shows(const std::string& path, const std::string& text) {
    REQUIRE(browser.get(path).status == 200);
    return browser.shows(text);
  }
};

DirectoryText boules() {
  DirectoryText text{.name = "Club de boules",
                     .category = "Sport",
                     .description = "On joue **le jeudi**.",
                     .address = "3 rue des Lilas",
                     .postcode = "72230",
                     .city = "Mulsanne",
                     .phone = "0243000000",
                     .email = "boules@exemple.fr",
                     .website = "https://boules.example"};
  text.hours = tenants::closed_all_week();
  (*text.hours)[1].intervals = {{540, 720}};  // Tuesday: today
  return text;
}

}  // namespace

TEST_CASE("a new commune's directory begins with its town hall") {
  Pages pages;
  CHECK(pages.shows("/annuaire", "/annuaire/services"));
  CHECK_FALSE(pages.browser.shows("/annuaire/associations"));
  CHECK(pages.shows("/annuaire/services", "Mairie de Mulsanne"));
  CHECK(pages.shows("/annuaire/services/mairie", "<h1>Mairie de Mulsanne</h1>"));
  CHECK(pages.shows("/annuaire/associations", "La mairie prépare cette liste"));
  CHECK(pages.shows("/", "href=\"/annuaire\""));
}

TEST_CASE("a record says how to reach it, when it is open and where it is") {
  Pages pages;
  pages.add(boules());
  const std::string path = "/annuaire/associations/club-de-boules";
  CHECK(pages.shows(path, "<strong>le jeudi</strong>"));
  for (const char* text : {"tel:+33243000000", "mailto:boules@exemple.fr", "Ouvert jusqu’à 12\u00A0h", "Mardi",
                           "9\u00A0h\u00A0–\u00A012\u00A0h",
                           "https://www.openstreetmap.org/search?query=3%20rue%20des%20Lilas%2072230%20Mulsanne",
                           "contact.vcf", "Informations vérifiées le", "https://boules.example"})
    CHECK(pages.browser.shows(text));
}

TEST_CASE("facets work by address alone and say how many") {
  Pages pages;
  pages.add(boules());
  pages.add({.name = "Chorale", .category = "Culture & arts"});
  CHECK(pages.shows("/annuaire/associations", "?categorie=Culture%20%26%20arts"));
  CHECK(pages.browser.shows("Chorale"));
  CHECK(pages.shows("/annuaire/associations?categorie=Culture%20%26%20arts", "Chorale"));
  CHECK_FALSE(pages.browser.shows("Club de boules"));
  CHECK(pages.browser.shows("noindex"));
  CHECK(pages.shows("/annuaire/associations?categorie=Rien", "Aucune fiche ne correspond"));
  CHECK(pages.shows("/annuaire/associations?categorie=%3Cscript%3E&lettre=%22", "Aucune fiche"));
  CHECK(dangers_in(pages.browser.page()).empty());
}

TEST_CASE("a long list has letters, accents folded") {
  Pages pages;
  for (int i = 0; i < 20; ++i) pages.add({.name = "Club " + std::to_string(i)});
  pages.add({.name = "Étoile"});
  CHECK(pages.shows("/annuaire/associations", "?lettre=E"));
  CHECK(pages.shows("/annuaire/associations?lettre=E", "Étoile"));
  CHECK_FALSE(pages.browser.shows("Club 3"));
}

TEST_CASE("what is hidden, binned, of another kind or unknown is not found") {
  Pages pages;
  DirectoryText hidden{.name = "Secret"};
  hidden.is_visible = false;
  pages.add(hidden);
  const auto binned = pages.add({.name = "Vieux club"});
  REQUIRE(tenants::bin_entry(*pages.platform.tenant(), claire, binned.id, pages.platform.now()));
  pages.add(boules());
  for (const char* path : {"/annuaire/associations/secret", "/annuaire/associations/secret/contact.vcf",
                           "/annuaire/associations/vieux-club", "/annuaire/lieux/club-de-boules", "/annuaire/autres",
                           "/annuaire/autres.csv", "/annuaire/associations/rien/contact.vcf"})
    CHECK(pages.browser.get(path).status == 404);
  pages.browser.get("/annuaire/associations");
  CHECK_FALSE(pages.browser.shows("Secret"));
  pages.browser.get("/annuaire/associations.csv");
  CHECK_FALSE(pages.browser.shows("Secret"));
}

TEST_CASE("a change is on every page at once") {
  Pages pages;
  const auto entry = pages.add(boules());
  CHECK(pages.shows("/annuaire/associations/club-de-boules", "02 43 00 00 00"));
  DirectoryText text = entry.text;
  text.phone = "0243000099";
  REQUIRE(tenants::save_entry(*pages.platform.tenant(), claire, entry.id, text, entry.version, pages.platform.now()));
  CHECK(pages.shows("/annuaire/associations/club-de-boules", "02 43 00 00 99"));
  CHECK(pages.shows("/annuaire/associations", "02 43 00 00 99"));
}

TEST_CASE("a record is taken into one's contacts as a file") {
  Pages pages;
  pages.add(boules());
  const auto& response = pages.browser.get("/annuaire/associations/club-de-boules/contact.vcf");
  CHECK(response.status == 200);
  CHECK(response.headers.get("Content-Type") == "text/vcard; charset=utf-8");
  CHECK(response.headers.get("Content-Disposition") == "attachment; filename=\"club-de-boules.vcf\"");
  CHECK(pages.browser.shows("FN:Club de boules\r\n"));
  CHECK(pages.browser.shows("TEL;TYPE=work,voice:+33243000000\r\n"));
}

TEST_CASE("an elected member stands with role and delegation, and in contacts under the commune") {
  Pages pages;
  pages.add({.name = "Anne Petit",
             .category = "Maire et adjoints",
             .details = {{"role", "1re adjointe"}, {"delegation", "Écoles"}}},
            DirectoryKind::elus);
  CHECK(pages.shows("/annuaire/elus", "1re adjointe"));
  CHECK(pages.browser.shows("Écoles"));
  pages.browser.get("/annuaire/elus/anne-petit/contact.vcf");
  CHECK(pages.browser.shows("TITLE:1re adjointe\r\n"));
  CHECK(pages.browser.shows("ORG:Commune de Mulsanne\r\n"));
}

TEST_CASE("a directory is open data: one table, without whoever did not accept") {
  Pages pages;
  pages.add(boules());
  pages.add({.name = "Chorale", .phone = "0611223344", .details = {{"contact_person", "Jeanne Martin"}}});
  const auto& response = pages.browser.get("/annuaire/associations.csv");
  CHECK(response.headers.get("Content-Type") == "text/csv; charset=utf-8");
  const auto records = csv::read(response.payload());
  REQUIRE(records);
  CHECK(records->size() == 3);
  CHECK_FALSE(pages.browser.shows("Jeanne"));
  CHECK_FALSE(pages.browser.shows("06 11"));
}

TEST_CASE("hostile words of a record stay words") {
  Pages pages;
  const std::string hostile = "<img src=x onerror=alert(1)>\"';=1+1";
  pages.add({.name = hostile,
             .category = hostile,
             .description = "<script>alert(1)</script> [x](javascript:alert(1))",
             .address = hostile,
             .city = hostile,
             .details = {{"contact_person", hostile}},
             .contact_consent = true});
  const std::string path = "/annuaire/associations/img-src-x-onerror-alert-1-1-1";
  for (const std::string& page : {std::string("/annuaire/associations"), path, std::string("/annuaire/associations?categorie=x")}) {
    REQUIRE(pages.browser.get(page).status == 200);
    CHECK_FALSE(pages.browser.shows("<img"));
    CHECK(dangers_in(pages.browser.page()).empty());
    CHECK_FALSE(pages.browser.shows("href=\"javascript"));
  }
  pages.browser.get(path + "/contact.vcf");
  CHECK(pages.browser.shows("\\;=1+1"));
}

TEST_CASE("a correction starts with the record's name and lands in the inbox") {
  Pages pages;
  pages.add(boules());
  pages.browser.get("/annuaire/associations/club-de-boules");
  const std::string link = "/demarches/signaler-une-correction?record_name=Club%20de%20boules&amp;record_page=";
  CHECK(pages.browser.shows(link));
  pages.browser.get("/demarches/signaler-une-correction?record_name=Club%20de%20boules&x=y");
  CHECK(pages.browser.shows("/etapes/correction?record_name=Club%20de%20boules\""));
  pages.browser.get("/demarches/signaler-une-correction/etapes/correction?record_name=Club%20%22%3E%3Cb%3E");
  CHECK(pages.browser.shows("value=\"Club &quot;&gt;&lt;b&gt;\""));
  CHECK(pages.browser.cookies.empty());
  pages.browser.submit("/demarches/signaler-une-correction/etapes/correction",
                       {{"correction_text", "Le numéro a changé."}});
  pages.browser.follow();
  pages.browser.submit("/demarches/signaler-une-correction/etapes/vous",
                       {{"sender_name", "Luc Roy"}, {"sender_email", "luc@exemple.fr"}});
  pages.browser.follow();
  CHECK(pages.browser.shows("Le numéro a changé."));
  CHECK(pages.browser.shows("Club &quot;&gt;&lt;b&gt;"));
  pages.browser.submit("/demarches/signaler-une-correction/verification", {});
  CHECK(pages.browser.last().status == 303);
  CHECK(pages.platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); }) == 1);
}

TEST_CASE("a closed procedure of corrections is not offered") {
  Pages pages;
  pages.add(boules());
  REQUIRE(forms::set_procedure_state(*pages.platform.tenant(), claire, "signaler-une-correction",
                                     forms::ProcedureState::closed, pages.platform.now()));
  CHECK(pages.shows("/annuaire/associations/club-de-boules", "<h1>Club de boules</h1>"));
  CHECK_FALSE(pages.browser.shows("Proposer une correction"));
}

TEST_CASE("the directories are on the map of the site and of machines, those with something in them") {
  Pages pages;
  pages.add(boules());
  CHECK(pages.shows("/plan-du-site", "href=\"/annuaire/associations\""));
  CHECK_FALSE(pages.browser.shows("/annuaire/sante"));
  pages.browser.get("/sitemap.xml");
  CHECK(pages.browser.shows(pages.platform.origin() + "/annuaire/associations/club-de-boules<"));
  CHECK_FALSE(pages.browser.shows("/annuaire/sante"));
}
