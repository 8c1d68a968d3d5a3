// Rules of the French text tools.
#include "core/base/text.hpp"

#include "core/base/utf8.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace clocher;
using namespace std::string_literals;

namespace {
using Pairs = std::vector<std::pair<std::string, std::string>>;
}

TEST_CASE("trim removes white space and no-break spaces at both ends only", "[text]") {
  const Pairs cases = {{"  a b \t\r\n", "a b"},
                       {"\u00A0\u202Fa\u00A0b\u00A0", "a\u00A0b"},
                       {"\uFEFFa", "a"},
                       {" \u00A0 \t", ""},
                       {"", ""},
                       {"à", "à"}};
  for (const auto& [text, expected] : cases) CHECK(trim(text) == expected);
}

TEST_CASE("well-formed UTF-8 is accepted up to the last code point", "[text]") {
  for (const std::string& text : {""s, "abc"s, "é"s, "€"s, "😀"s, "\x7F"s, "\xC2\x80"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
                                  "\xF4\x8F\xBF\xBF"s, "a\0b"s}) {
    CAPTURE(text);
    CHECK(is_valid_utf8(text));
  }
}

TEST_CASE("overlong forms, surrogates, stray and missing bytes are not UTF-8", "[text]") {
  for (const std::string& text : {"\xC0\x80"s,
                                  "\xC1\xBF"s,
                                  "\xE0\x80\x80"s,
                                  "\xE0\x9F\xBF"s,
                                  "\xF0\x80\x80\x80"s,
                                  "\xF0\x8F\xBF\xBF"s,  // overlong
                                  "\xED\xA0\x80"s,
                                  "\xED\xBF\xBF"s,  // surrogates
                                  "\xF4\x90\x80\x80"s,
                                  "\xF5\x80\x80\x80"s,
                                  "\xFF"s,
                                  "\xFE"s,  // too large
                                  "\x80"s,
                                  "\xBF"s,
                                  "a\x80"s,
                                  "\xC3"s,
                                  "\xE2\x82"s,
                                  "\xF0\x9F\x98"s,
                                  "\xC3("s,
                                  "\xE2(\xA1"s,
                                  "\xE2\x82("s,
                                  "\xE9t\xE9"s}) {
    CAPTURE(text);
    CHECK_FALSE(is_valid_utf8(text));
  }
}

TEST_CASE("the first character tells its code and its size", "[text]") {
  CHECK(first_character("œuf").code == 0x153);
  CHECK(first_character("œuf").size_bytes == 2);
  CHECK(first_character("😀").code == 0x1F600);
  CHECK(first_character("").size_bytes == 0);
}

TEST_CASE("length counts characters, not bytes", "[text]") {
  CHECK(length_in_characters("") == 0);
  CHECK(length_in_characters("Été") == 3);
  CHECK(length_in_characters("a€😀") == 3);
}

TEST_CASE("fold gives lower-case ASCII for the letters of European languages", "[text]") {
  const Pairs cases = {{"Œuvre d’Été", "oeuvre d'ete"},
                       {"ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆ", "aaaceeeeiioouuuyae"},
                       {"Straße ẞ", "strasse ss"},
                       {"Łódź", "lodz"},
                       {"Dvořák Žižka", "dvorak zizka"},
                       {"Þór Ðe", "thor de"},
                       {"Île-d’Yeu", "ile-d'yeu"},
                       {"l‘un — l’autre…", "l'un - l'autre..."},
                       {"« oui »", "\" oui \""},
                       {"a\u00A0b\u202Fc", "a b c"},
                       {"co\u00ADopérative\u200B", "cooperative"}};
  for (const auto& [text, expected] : cases) CHECK(fold(text) == expected);
}

TEST_CASE("fold reads letters made of a base and a combining accent, as Macs send them", "[text]") {
  CHECK(fold("E\u0301cole") == "ecole");
}

TEST_CASE("every letter of Latin-1 and Latin Extended-A folds to ASCII letters", "[text]") {
  for (unsigned code = 0xC0; code <= 0x17F; ++code) {
    const std::string letter = {static_cast<char>(0xC0U | (code >> 6U)), static_cast<char>(0x80U | (code & 0x3FU))};
    const std::string folded = fold(letter);
    CAPTURE(code, folded);
    const bool sign = code == 0xD7 || code == 0xF7;  // × and ÷ are not letters
    CHECK((folded == letter) == sign);
    if (!sign) CHECK(folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos);
  }
}

TEST_CASE("fold leaves other scripts and broken bytes as they are", "[text]") {
  CHECK(fold("Αθήνα 1€") == "Αθήνα 1€");
  CHECK(fold("A\xFF\xC3") == "a\xFF\xC3");
}

TEST_CASE("a slug is a valid host label", "[text]") {
  const Pairs cases = {{"Saint-Maixent-l'École", "saint-maixent-l-ecole"},
                       {"Les Sables-d’Olonne", "les-sables-d-olonne"},
                       {"  Œting !  ", "oeting"},
                       {"L'Haÿ-les-Roses", "l-hay-les-roses"},
                       {"--a--b--", "a-b"},
                       {"日本", ""},
                       {"", ""},
                       {"1er mai", "1er-mai"}};
  for (const auto& [text, expected] : cases) CHECK(slug(text) == expected);
}

TEST_CASE("a slug holds at most 63 characters and never ends with a dash", "[text]") {
  CHECK(slug(std::string(200, 'a')) == std::string(63, 'a'));
  CHECK(slug(std::string(62, 'a') + " b") == std::string(62, 'a'));
}

TEST_CASE("escaped text cannot open a tag nor leave an attribute", "[text]") {
  CHECK(escape_html("<a href=\"x\" b='y'>&amp;é") == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;é");
}

TEST_CASE("split keeps empty parts", "[text]") {
  CHECK(split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("percent coding keeps unreserved characters only", "[text]") {
  CHECK(percent_encode("aZ09-._~") == "aZ09-._~");
  CHECK(percent_encode("a b/é?&+%") == "a%20b%2F%C3%A9%3F%26%2B%25");
}

TEST_CASE("percent decoding undoes percent encoding for every byte", "[text]") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  CHECK(percent_decode(percent_encode(bytes)) == bytes);
}

TEST_CASE("percent decoding refuses malformed escapes and leaves plus alone", "[text]") {
  for (const char* text : {"%", "%4", "a%", "%zz", "%4g", "%-1", "% 1", "%%41"}) {
    CAPTURE(text);
    CHECK_FALSE(percent_decode(text).has_value());
  }
  CHECK(percent_decode("a+b%2b%2B") == "a+b++");
}

TEST_CASE("the name of a commune after de follows its article", "[text]") {
  const Pairs cases = {{"Le Mans", "du Mans"},
                       {"Les Sables-d'Olonne", "des Sables-d’Olonne"},
                       {"La Ferté-Bernard", "de La Ferté-Bernard"},
                       {"L'Île-d'Yeu", "de L’Île-d’Yeu"},
                       {"L’Épine", "de L’Épine"},
                       {"Los Masos", "de Los Masos"},
                       {"Assé-le-Boisne", "d’Assé-le-Boisne"},
                       {"Écommoy", "d’Écommoy"},
                       {"Œting", "d’Œting"},
                       {"Yvré-l'Évêque", "d’Yvré-l’Évêque"},
                       {"Y", "d’Y"},
                       {"Bouloire", "de Bouloire"},
                       {"Lens", "de Lens"},
                       {"Lespinasse", "de Lespinasse"},
                       {"Lavaré", "de Lavaré"}};
  for (const auto& [name, expected] : cases) CHECK(with_de(name) == expected);
}

TEST_CASE("a name in H elides unless its h is known to be aspirated", "[text]") {
  const Pairs cases = {{"Hyères", "d’Hyères"},
                       {"Hénin-Beaumont", "d’Hénin-Beaumont"},
                       {"Hérouville-Saint-Clair", "d’Hérouville-Saint-Clair"},
                       {"Haguenau", "de Haguenau"},
                       {"Ham", "de Ham"},
                       {"Honfleur", "de Honfleur"},
                       {"Hauteville", "de Hauteville"}};
  for (const auto& [name, expected] : cases) CHECK(with_de(name) == expected);
}

TEST_CASE("one_line leaves no control character nor line separator", "[text]") {
  CHECK(one_line("Objet\r\nBcc: x\0y\x7F"s) == "Objet  Bcc: x y ");
  CHECK(one_line("a\u0085b\u2028c\u2029d") == "a b c d");
  CHECK(one_line("Été €") == "Été €");
}
