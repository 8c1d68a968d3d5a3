// Prefixes are a matter of taste, namespaces are not.
#include "core/xml/namespaces.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

TEST_CASE("two spellings of the same names are the same tree") {
  for (const char* text : {"<a:x xmlns:a='urn:1'><y/></a:x>", "<x xmlns='urn:1'><y xmlns=''/></x>",
                           "<b:x xmlns:b='urn:1' xmlns:c='urn:2'><y/></b:x>"}) {
    CAPTURE(text);
    const auto root = xml::parse_qualified(text);
    REQUIRE(root);
    CHECK(root->name == "{urn:1}x");
    CHECK(root->find("y") != nullptr);
  }
}

TEST_CASE("a default namespace reaches the children, a prefix does not") {
  const auto root = xml::parse_qualified("<x xmlns='urn:1'><y/></x>");
  REQUIRE(root);
  CHECK(root->find("y") == nullptr);
  CHECK(root->find(xml::qualified("urn:1", "y")) != nullptr);
}

TEST_CASE("a binding ends with its element") {
  CHECK_FALSE(xml::parse_qualified("<x><y xmlns:a='urn:1'/><a:z/></x>"));
  CHECK_FALSE(xml::parse_qualified("<a:x/>"));
}

TEST_CASE("a name is split at its namespace") {
  CHECK(xml::local_name("{urn:1}x") == "x");
  CHECK(xml::local_name("x") == "x");
}

TEST_CASE("what is written can be read again, and what XML forbids is left out") {
  CHECK(xml::escape("a<b>&\"'c") == "a&lt;b&gt;&amp;&quot;&#39;c");
  CHECK(xml::escape(std::string("a\0b\x01\x1f\n", 6)) == "ab\n");
}
