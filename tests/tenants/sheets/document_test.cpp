// From files to sheets: both loaders give the same tree, heads are read, white space is put in order.
#include "tenants/sheets/document.hpp"

#include "tenants/sheets/source.hpp"
#include "tenants/sheets/xml_js.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/tenants/sheets/import_world.hpp"

using namespace clocher;
using namespace clocher::test;
using sheets::Audience;

namespace {

sheets::Document read(const std::string& xml) {
  return sheets::read_document(xml::parse(xml).value(), std::nullopt).value();
}

std::string refusal(const std::string& xml) {
  const auto document = sheets::read_document(xml::parse(xml).value(), std::nullopt);
  return document ? "" : document.error().key;
}

}  // namespace

TEST_CASE("the JSON of the npm package gives the tree that its XML gives") {
  const auto from_json = sheets::parse_xml_js(
      R"({"id":"F1","children":[{"type":"element","name":"Publication","attributes":{"ID":"F1"},"children":[)"
      R"({"type":"comment","comment":"x"},{"type":"element","name":"Texte","children":[)"
      R"({"type":"element","name":"Paragraphe","children":[{"type":"text","text":"Un "},)"
      R"({"type":"element","name":"Exposant","children":[{"type":"text","text":"er"}]}]}]}]}]})");
  const auto from_xml = xml::parse(
      "<Publication ID=\"F1\"><!-- x --><Texte><Paragraphe>Un "
      "<Exposant>er</Exposant></Paragraphe></Texte></Publication>");
  REQUIRE(from_json);
  REQUIRE(from_xml);
  CHECK(sheets::pack(*from_json) == sheets::pack(*from_xml));
}

TEST_CASE("JSON that is no such tree is refused") {
  for (const char* text : {"", "[]", "{}", R"({"children":[{"type":"text","text":"a"}]})", R"({"children":)"}) {
    INFO(text);
    CHECK_FALSE(sheets::parse_xml_js(text));
  }
  std::string deep = R"({"children":[)";
  for (int i = 0; i < 70; ++i) deep += R"({"type":"element","name":"a","children":[)";
  for (int i = 0; i < 70; ++i) deep += "]}";
  CHECK_FALSE(sheets::parse_xml_js(deep + "]}"));
}

TEST_CASE("what is packed comes back") {
  const auto document =
      read(sheet_xml({.body = "<Texte><Liste type=\"puce\"><Item><Paragraphe>a <Exposant>b</Exposant> "
                              "c</Paragraphe></Item></Liste></Texte>"}));
  const auto back = sheets::unpack(sheets::pack(document.root));
  CHECK(sheets::pack(back) == sheets::pack(document.root));
  CHECK_THROWS(sheets::unpack("abc"));
}

TEST_CASE("white space that indents is dropped, white space between words is kept once") {
  const auto document =
      read(sheet_xml({.body = "<Texte>\n  <Paragraphe>Un\n\t\tmot <MiseEnEvidence>fort</MiseEnEvidence> "
                              "<Exposant>x</Exposant></Paragraphe>\n  <Liste>\n <Item> "
                              "<Paragraphe>a</Paragraphe></Item></Liste></Texte>"}));
  CHECK(xml::text_of(*document.root.find("Texte")) == "Un mot fort xa");
  CHECK(sheets::plain_text(*document.root.find("Texte")) == "Un mot fort x\na\n");
}

TEST_CASE("a sheet says whom it is for; otherwise its address or the caller does") {
  CHECK(read(sheet_xml({.audience = "Associations"})).sheet.audience == Audience::associations);
  const std::string bare = "<Publication ID=\"F1\" xmlns:dc=\"d\"><dc:title>T</dc:title></Publication>";
  CHECK(refusal(bare) == "sheets.no_audience");
  CHECK(sheets::read_document(xml::parse(bare).value(), Audience::professionnels)->sheet.audience ==
        Audience::professionnels);
}

TEST_CASE("the canonical address is always one of the State") {
  const auto url_of = [](const std::string& given) {
    return read("<Publication ID=\"F1\" spUrl=\"" + given +
                "\" xmlns:dc=\"d\"><dc:title>T</dc:title><FilDAriane><Niveau "
                "ID=\"Particuliers\"/></FilDAriane></Publication>")
        .sheet.sp_url;
  };
  const std::string own = "https://www.service-public.fr/particuliers/vosdroits/F1";
  CHECK(url_of("https://entreprendre.service-public.gouv.fr/x/F1") ==
        "https://entreprendre.service-public.gouv.fr/x/F1");
  CHECK(url_of("") == own);
  CHECK(url_of("javascript:alert(1)") == own);
  CHECK(url_of("https://service-public.fr.mechant.example/F1") == own);
  CHECK(url_of("https://mechant-service-public.fr/F1") == own);
  CHECK(url_of("https://mechant.example\\@service-public.fr/") == own);
}

TEST_CASE("ids are a letter and digits, nothing that could be a path") {
  for (const char* id : {"F1", "N19810", "R1234567"}) CHECK(sheets::is_sheet_id(id));
  for (const char* id : {"", "F", "X1", "f1", "F12345678", "F1/..", "../F1", "F1a", "F 1"})
    CHECK_FALSE(sheets::is_sheet_id(id));
  CHECK(sheets::id_in_name("F12.xml") == "F12");
  CHECK(sheets::id_in_name("..F12.xml").empty());
}

TEST_CASE("a choice of a questionnaire explains the condition that it sets") {
  const auto document = read(sheet_xml(
      {.body =
           "<Questionnaire><Question><Titre>?</Titre><Choix><Titre>Locataire</Titre><IntituleSiSelectionne>Vous êtes "
           "locataire</IntituleSiSelectionne><SiSelectionne><affecteVrai var=\"T1\"/><affecteFaux var=\"T2\"/>"
           "</SiSelectionne></Choix></Question></Questionnaire>"}));
  REQUIRE(document.variables.size() == 1);
  CHECK(document.variables[0] == sheets::Variable{"T1", "Vous êtes locataire"});
}

TEST_CASE("search is given every sheet that is there, with its words") {
  ImportWorld world;
  auto files = many_sheets(3);
  files.push_back(sheet_file({.id = "F104", .body = "<Texte><Paragraphe>Mot rare.</Paragraphe></Texte>"}));
  world.import(files);
  std::vector<std::string> seen;
  world.store.documents(Audience::particuliers, [&](const sheets::SearchDocument& document) {
    seen.push_back(document.url + " " + document.sheet.theme + ": " + document.text);
    return true;
  });
  REQUIRE(seen.size() == 4);
  CHECK(seen[3] == "/fiches/F104 Papiers: Mot rare.\n");
  int asked = 0;
  world.store.documents(Audience::particuliers, [&](const auto&) { return ++asked < 2; });
  CHECK(asked == 2);
}
