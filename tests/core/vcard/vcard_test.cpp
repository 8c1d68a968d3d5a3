// Contacts as files: every value stays in its own line.
#include "core/vcard/vcard.hpp"

#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;

namespace {

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ")) text.erase(at, 3);
  return text;
}

VCard named(std::string name) {
  VCard card;
  card.name = std::move(name);
  return card;
}

}  // namespace

TEST_CASE("a contact holds what is known and no line for what is not") {
  VCard card = named("Chorale");
  card.organisation = "Chorale";
  card.street = "3 rue des Lilas";
  card.postcode = "72230";
  card.city = "Mulsanne";
  card.phones = {"+33243000000"};
  card.email = "chorale@exemple.fr";
  card.url = "https://chorale.example";
  card.position = {47.9103, 0.2486};
  CHECK(to_text(card) ==
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Chorale;;;;\r\nFN:Chorale\r\nORG:Chorale\r\n"
        "ADR;TYPE=work:;;3 rue des Lilas;Mulsanne;;72230;France\r\nTEL;TYPE=work,voice:+33243000000\r\n"
        "EMAIL;TYPE=internet:chorale@exemple.fr\r\nURL:https://"
        "chorale.example\r\nGEO:47.910300;0.248600\r\nEND:VCARD\r\n");
  CHECK(to_text(named("A")) == "BEGIN:VCARD\r\nVERSION:3.0\r\nN:A;;;;\r\nFN:A\r\nEND:VCARD\r\n");
}

TEST_CASE("no value adds a line or a field of its own to a contact") {
  for (const char* hostile :
       {"A\r\nTEL:0", "A\nEND:VCARD", "A\rURL:javascript:x", "A;B;C", "A,B", "A\\nB", "A\\", "A\tB\x7F"}) {
    VCard card = named(hostile);
    card.title = card.organisation = card.street = card.city = card.note = hostile;
    card.email = card.url = hostile;
    card.phones = {hostile};
    const std::string text = unfolded(to_text(card));
    INFO(text);
    CHECK(std::ranges::count(text, '\r') == 12);
    CHECK(text.find("\r\nTEL:0") == std::string::npos);
    CHECK(text.find("\r\nURL:javascript") == std::string::npos);
    CHECK(text.find("\r\nEND:VCARD\r\n") == text.size() - 13);
  }
  CHECK(to_text(named("A;B,C\\D\nE")).find("FN:A\\;B\\,C\\\\D\\nE\r\n") != std::string::npos);
}

TEST_CASE("long lines are folded at 75 bytes, never inside a character") {
  std::string name;
  for (int i = 0; i < 80; ++i) name += i % 2 == 0 ? "é" : "€";
  const std::string text = to_text(named(name));
  for (std::string_view line : split(text, '\n')) {
    CHECK(line.size() <= 76);  // with its CR
    CHECK(is_valid_utf8(line));
  }
  CHECK(unfolded(text).find("FN:" + name + "\r\n") != std::string::npos);
}
