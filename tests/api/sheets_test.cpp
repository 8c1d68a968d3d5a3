// /fiches on the sites of two communes: one copy of each sheet, each commune's own contact.
#include "tenants/site/profile.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/support/zip_maker.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const char* const with_desk =
    "<Texte><Paragraphe>Voir <LienInterne LienPublication=\"F101\" type=\"Fiche\" "
    "audience=\"Particuliers\">ici</LienInterne>"
    " et <LienInterne LienPublication=\"F777\" type=\"Fiche\" audience=\"Particuliers\">là</LienInterne>.</Paragraphe>"
    "<OuSAdresser ID=\"R1\"><Titre>Mairie</Titre><PivotLocal>mairie</PivotLocal></OuSAdresser></Texte>";

using Files = std::vector<std::pair<std::string, std::string>>;

Files some_sheets() {
  Files files;
  for (int i = 1; i <= 8; ++i) files.push_back(sheet_file({.id = "F10" + std::to_string(i)}));
  files.push_back(sheet_file({.id = "F100", .title = "Demander un exemple", .body = with_desk}));
  files.push_back(
      sheet_file({.id = "N10", .title = "Papiers", .type = "Theme", .body = "<Dossier ID=\"N11\">Cartes</Dossier>"}));
  files.push_back(
      sheet_file({.id = "N11", .title = "Cartes", .type = "Dossier", .body = "<Fiche ID=\"F100\">Exemple</Fiche>"}));
  files.push_back(sheet_file({.id = "F300", .title = "Embaucher", .audience = "Professionnels"}));
  return files;
}

void import(TestPlatform& platform, const Files& files) {
  const std::string path = platform.data_dir() + "/feed.zip";
  write_zip(path, files);
  REQUIRE(platform.services.sheet_importer.run({path, std::nullopt, sheets::Force::no}));
}

void describe(TestPlatform& platform, const char* insee, const std::string& phone) {
  tenants::ProfileInput input;
  const auto profile = platform.tenant(insee)->read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  input.address = "1 place de l’Église";
  input.postcode = "72000";
  input.city = profile.name;
  input.phone = phone;
  input.email = "mairie@exemple.fr";
  input.hours = profile.hours;
  REQUIRE(tenants::save_profile(*platform.tenant(insee), claire, input, platform.now()));
}

}  // namespace

TEST_CASE("a commune without sheets says where they are, and links to none") {
  TestPlatform platform;
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      {.name = "themes",
       .target = "/fiches",
       .contains = {"https://www.service-public.fr/"},
       .lacks = {"class=\"cards\""}},
      {.name = "sheet", .target = "/fiches/F100", .status = 404},
      {.name = "procedures", .target = "/demarches", .lacks = {"href=\"/fiches\""}},
  };
  run(browser, scenarios);
}

TEST_CASE("sheets are read by theme, by number and by audience, and nothing else is found there") {
  TestPlatform platform;
  import(platform, some_sheets());
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      {.name = "themes", .target = "/fiches", .contains = {"<a href=\"/fiches/N10\">Papiers</a>"}},
      {.name = "theme", .target = "/fiches/N10", .contains = {"<a href=\"/fiches/N11\">Cartes</a>"}},
      {.name = "file", .target = "/fiches/N11", .contains = {"<a href=\"/fiches/F100\">Exemple</a>"}},
      {.name = "sheet",
       .target = "/fiches/F100",
       .contains = {"<h1>Demander un exemple</h1>", "Vérifié le <time datetime=\"2026-05-04\">4 mai 2026</time>",
                    "Direction de l’information légale et administrative (Premier ministre)", "Licence Ouverte 2.0",
                    "<link rel=\"canonical\" href=\"https://www.service-public.fr/particuliers/vosdroits/F100\">",
                    "<a href=\"/fiches/F101\">ici</a>",
                    "href=\"https://www.service-public.fr/particuliers/vosdroits/F777\">là</a>"},
       .lacks = {"démonstration", "noindex"}},
      {.name = "professionals", .target = "/fiches/professionnels/F300", .contains = {"Embaucher"}},
      {.name = "short address",
       .target = "/fiches/F300",
       .status = 303,
       .expected_headers = {{"Location", "/fiches/professionnels/F300"}}},
      {.name = "unknown", .target = "/fiches/F999", .status = 404},
      {.name = "no id", .target = "/fiches/abc", .status = 404},
      {.name = "audience", .target = "/fiches/pro/F300", .status = 404},
      {.name = "twice the same", .target = "/fiches/particuliers/F100", .status = 404},
      {.name = "procedures", .target = "/demarches", .contains = {"href=\"/fiches\""}},
  };
  run(browser, scenarios);
}

TEST_CASE("two communes show one sheet with their own contact, and never the other's") {
  TestPlatform platform;
  describe(platform, mulsanne, "02 43 11 11 11");
  describe(platform, saint_maixent, "02 43 22 22 22");
  import(platform, some_sheets());
  for (int round = 0; round < 2; ++round) {  // the second from the cache
    Browser first(platform, mulsanne);
    Browser second(platform, saint_maixent);
    first.get("/fiches/F100");
    second.get("/fiches/F100");
    CHECK(first.shows("02 43 11 11 11"));
    CHECK_FALSE(first.shows("02 43 22 22 22"));
    CHECK(second.shows("02 43 22 22 22"));
    CHECK_FALSE(second.shows("02 43 11 11 11"));
    CHECK(first.shows("Mulsanne"));
    CHECK_FALSE(second.shows("Mulsanne"));
  }
}

TEST_CASE("a sheet that the State has withdrawn answers 410 and says so") {
  TestPlatform platform;
  auto files = some_sheets();
  import(platform, files);
  std::erase_if(files, [](const auto& file) { return file.first == "F101.xml"; });
  import(platform, files);
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      {.name = "gone",
       .target = "/fiches/F101",
       .status = 410,
       .contains = {"Cette fiche n’existe plus", "24 novembre 2026", "noindex", "href=\"/fiches\""},
       .lacks = {"Un exemple."}},
      {.name = "links leave", .target = "/fiches/F100", .lacks = {"href=\"/fiches/F101\""}},
  };
  run(browser, scenarios);
}

TEST_CASE("an import makes the cached pages of every commune stale, and an own write still does") {
  TestPlatform platform;
  import(platform, some_sheets());
  Browser first(platform, mulsanne);
  Browser second(platform, saint_maixent);
  const auto is_cached = [&](Browser& browser) {
    return platform.application.answer_at_once(browser.request(http::Method::get, "/fiches/F100")).has_value();
  };
  first.get("/fiches/F100");
  second.get("/fiches/F100");
  REQUIRE(is_cached(first));
  REQUIRE(is_cached(second));
  auto files = some_sheets();
  files[8] = sheet_file({.id = "F100", .title = "Nouveau titre"});
  import(platform, files);
  CHECK_FALSE(is_cached(first));
  CHECK_FALSE(is_cached(second));
  first.get("/fiches/F100");
  CHECK(first.shows("Nouveau titre"));
  second.get("/fiches/F100");
  describe(platform, mulsanne, "02 43 11 11 11");
  CHECK_FALSE(is_cached(first));
  CHECK(is_cached(second));
}

TEST_CASE("the texts of 2020 say on every page that they are no longer true") {
  TestPlatform platform;
  const std::string folder = platform.data_dir() + "/package/particuliers";
  write_file(
      folder + "/F1.json",
      R"({"children":[{"type":"element","name":"Publication","attributes":{"ID":"F1"},"children":[)"
      R"({"type":"element","name":"dc:title","children":[{"type":"text","text":"Vieux texte"}]},)"
      R"({"type":"element","name":"FilDAriane","children":[{"type":"element","name":"Niveau","attributes":{"ID":"Particuliers"}}]}]}]})");
  REQUIRE(platform.services.sheet_importer.run({platform.data_dir() + "/package", std::nullopt, sheets::Force::no}));
  Browser browser(platform);
  browser.get("/fiches/F1");
  CHECK(browser.shows("Texte de démonstration, datant de 2020"));
  CHECK(browser.shows("href=\"https://www.service-public.fr/particuliers/vosdroits/F1\""));
}

TEST_CASE("a procedure leads to its sheet once this site has it") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/demarches/operation-tranquillite-vacances");
  CHECK_FALSE(browser.shows("/fiches/F34634"));
  import(platform, {sheet_file({.id = "F34634", .title = "Partir tranquille"})});
  browser.get("/demarches/operation-tranquillite-vacances");
  CHECK(browser.shows("<a href=\"/fiches/F34634\">Partir tranquille</a>"));
}
