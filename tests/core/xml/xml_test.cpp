// XML of strangers: what is read, and what is refused.
#include "core/xml/xml.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

namespace {

std::string refusal(std::string_view text, const xml::Limits& limits = {}) {
  const auto parsed = xml::parse(text, limits);
  return parsed ? "" : parsed.error().key;
}

std::string nested(std::size_t depth) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += "<a>";
  for (std::size_t i = 0; i < depth; ++i) text += "</a>";
  return text;
}

}  // namespace

TEST_CASE("XML becomes elements, attributes and texts in their order") {
  const auto root = xml::parse("<?xml version=\"1.0\"?><!-- note --><a x=\"1\">Un <b>deux</b><![CDATA[ <trois>]]></a>");
  REQUIRE(root);
  CHECK(root->name == "a");
  CHECK(root->attribute("x") == "1");
  CHECK(root->attribute("y").empty());
  REQUIRE(root->children.size() == 3);
  CHECK(root->children[0].text == "Un ");
  CHECK(root->children[1].name == "b");
  CHECK(xml::text_of(*root) == "Un deux <trois>");
  CHECK(root->find("b") == &root->children[1]);
  CHECK(root->find("c") == nullptr);
}

TEST_CASE("a billion laughs is refused before anybody laughs") {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;\">"
      "<!ENTITY lol3 \"&lol2;&lol2;&lol2;&lol2;\">]><lolz>&lol3;</lolz>";
  CHECK(refusal(bomb) == "xml.doctype");
  CHECK(refusal("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>") == "xml.doctype");
}

TEST_CASE("an entity that nobody declared stays as it is written") {
  const auto root = xml::parse("<a>&inconnue; &amp; &#233;</a>");
  REQUIRE(root);
  CHECK(xml::text_of(*root) == "&inconnue; & é");
}

TEST_CASE("depth, size and number of nodes have limits") {
  CHECK(refusal(nested(64)).empty());
  CHECK(refusal(nested(65)) == "xml.too_deep");
  CHECK(refusal(nested(200'000)) == "xml.too_deep");
  CHECK(refusal("<a>12345</a>", {.size_bytes = 5, .depth = 64, .nodes = 100}) == "xml.too_large");
  CHECK(refusal("<a><b/><b/><b/></a>", {.size_bytes = 100, .depth = 64, .nodes = 3}) == "xml.too_large");
}

TEST_CASE("what is not XML, or not one document, is refused") {
  for (const char* text : {"", "   ", "bonjour", "<a>", "<a></b>", "<a/><b/>", "<a/>texte", "<a x=1/>"}) {
    INFO(text);
    CHECK(refusal(text) == "xml.unreadable");
  }
}

TEST_CASE("text comes out as UTF-8, whatever the file was written in, or not at all") {
  const auto latin = xml::parse("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf\xE9</a>");
  REQUIRE(latin);
  CHECK(xml::text_of(*latin) == "café");
  CHECK(refusal("<a>caf\xE9</a>") == "xml.encoding");
  CHECK(refusal("<a x=\"\xFF\"/>") == "xml.encoding");
}
