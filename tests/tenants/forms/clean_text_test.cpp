// What cleaning takes out of typed text and what it leaves.
#include "tenants/forms/clean_text.hpp"

#include "tests/support/catch.hpp"

using clocher::forms::clean_block;
using clocher::forms::clean_line;

TEST_CASE("a line has no line end, control or invisible character left") {
  CHECK(clean_line("a\nb\r\nc\td") == "a b c d");
  CHECK(clean_line("a\x01\x7F"
                   "b") == "a b");
  CHECK(clean_line("facture\u202Egpj.exe") == "facturegpj.exe");
  CHECK(clean_line("\uFEFFa\u200Bb\u00AD") == "ab");
}

TEST_CASE("letters, accents and emoji stay as they were typed") {
  CHECK(clean_line("Œuvre d’Été À L’ÎLE") == "Œuvre d’Été À L’ÎLE");
  CHECK(clean_line("👨\u200D👩\u200D👧") == "👨\u200D👩\u200D👧");
}

TEST_CASE("non-breaking spaces survive inside and go at the ends") {
  CHECK(clean_line("\u00A0a\u00A0: b\u202F") == "a\u00A0: b");
}

TEST_CASE("a block keeps its lines, two line ends at most in a row") {
  CHECK(clean_block("\n a \n\n\n\n b\nc \n") == "a\n\nb\nc");
}

TEST_CASE("bytes that are not UTF-8 go") {
  CHECK(clean_line("a\xFF\xC3"
                   "b") == "ab");
}
