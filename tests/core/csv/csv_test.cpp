// Files as spreadsheets, people and attackers make them.
#include "core/csv/csv.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace clocher;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct OddFile {
  const char* name;
  std::string bytes;
  Rows rows;
  std::vector<std::size_t> numbers = {};  // "" for 1, 2, 3...
};

const std::vector<OddFile>& odd_files() {
  static const std::vector<OddFile> files = {
      {"semicolons", "nom;ville\nA;B\n", {{"nom", "ville"}, {"A", "B"}}},
      {"commas", "nom,ville\nA,B\n", {{"nom", "ville"}, {"A", "B"}}},
      {"tabs", "nom\tville\nA\tB\n", {{"nom", "ville"}, {"A", "B"}}},
      {"one column", "nom\nA\n", {{"nom"}, {"A"}}},
      {"no line end at the end", "nom;ville\nA;B", {{"nom", "ville"}, {"A", "B"}}},
      {"CRLF", "nom;ville\r\nA;B\r\n", {{"nom", "ville"}, {"A", "B"}}},
      {"CR alone, as old Macs write", "nom;ville\rA;B\r", {{"nom", "ville"}, {"A", "B"}}},
      {"byte-order mark", "\xEF\xBB\xBFnom;ville\nA;B\n", {{"nom", "ville"}, {"A", "B"}}},
      {"byte-order mark before a quote", "\xEF\xBB\xBF\"nom\";ville\n", {{"nom", "ville"}}},
      {"Latin-1", "nom\nCaf\xE9 de l'\xC9glise\n", {{"nom"}, {"Café de l'Église"}}},
      {"Windows-1252", "nom\nC\x9Cur\x92s \x80\n", {{"nom"}, {"Cœur’s €"}}},
      {"UTF-8", "nom\nCœur d’Étoile\n", {{"nom"}, {"Cœur d’Étoile"}}},
      {"0xA0 around a Latin-1 cell",
       "nom;ville\n\xA0"
       "Caf\xE9\xA0;\xA0\n",
       {{"nom", "ville"}, {"Café", ""}}},
      {"no-break space around a UTF-8 cell", "nom\n\u00A0Café\u00A0\n", {{"nom"}, {"Café"}}},
      {"quotes", "nom;ville\n\"A;1\";\"B\"\n", {{"nom", "ville"}, {"A;1", "B"}}},
      {"doubled quotes", "nom\n\"dit \"\"le Grand\"\"\"\n", {{"nom"}, {"dit \"le Grand\""}}},
      {"a quote in the middle", "nom;x\nSalle \"Jean\";1\n", {{"nom", "x"}, {"Salle \"Jean\"", "1"}}},
      {"a line end in quotes", "nom;x\n\"A\r\nB\";1\nC;2\n", {{"nom", "x"}, {"A\nB", "1"}, {"C", "2"}}, {1, 2, 3}},
      {"a separator in a quoted title", "\"a,b,c\";x\n1;2\n", {{"a,b,c", "x"}, {"1", "2"}}},
      {"spaces around", "nom ; ville\n  A ; B  \n", {{"nom", "ville"}, {"A", "B"}}},
      {"blank lines count", "nom\n\n\nA\n\nB\n", {{"nom"}, {"A"}, {"B"}}, {1, 4, 6}},
      {"lines of separators count and go", "nom;x\n;\n;;;\nA;1\n", {{"nom", "x"}, {"A", "1"}}, {1, 4}},
      {"a blank line first", "\nnom;x\nA;1\n", {{"nom", "x"}, {"A", "1"}}, {2, 3}},
      {"sep=", "sep=,\nnom,x;y\nA,1\n", {{"nom", "x;y"}, {"A", "1"}}, {2, 3}},
      {"fewer and more cells", "a;b\n1\n1;2;3\n", {{"a", "b"}, {"1"}, {"1", "2", "3"}}},
      {"empty cells", "a;b;c\n;2;\n", {{"a", "b", "c"}, {"", "2", ""}}},
      {"a defused formula", "nom\n'=1+1\n'été\n", {{"nom"}, {"=1+1"}, {"'été"}}},
      {"titles alone", "nom;ville", {{"nom", "ville"}}},
  };
  return files;
}

std::string refusal(std::string_view bytes) {
  const auto records = csv::read(bytes);
  return records ? "" : records.error().key;
}

}  // namespace

TEST_CASE("every odd file of a spreadsheet is read as it was meant", "[csv]") {
  CHECK(odd_files().size() >= 25);
  for (const OddFile& file : odd_files()) {
    INFO(file.name);
    const auto records = csv::read(file.bytes);
    REQUIRE(records);
    REQUIRE(records->size() == file.rows.size());
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
      CHECK((*records)[i].cells == file.rows[i]);
      CHECK((*records)[i].number == (file.numbers.empty() ? i + 1 : file.numbers[i]));
    }
  }
}

TEST_CASE("what is no table is refused, and why is said", "[csv]") {
  CHECK(refusal("") == "csv.empty");
  CHECK(refusal("\n\n  \n;;\n") == "csv.empty");
  CHECK(refusal(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)) == "csv.not_text");
  CHECK(refusal(std::string("\xFF\xFEn\0o\0m\0", 8)) == "csv.not_text");
  CHECK(refusal(std::string("nom;x\nA\0B;1\n", 12)) == "csv.not_text");
  CHECK(refusal("PK\x03\x04 xl/workbook.xml") == "csv.workbook");
  CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1") == "csv.workbook");
}

TEST_CASE("a quote that never closes is named by the row where it opens", "[csv]") {
  const auto records = csv::read("nom;x\nA;1\n\"B;2\nC;3\n");
  REQUIRE_FALSE(records);
  CHECK(records.error().key == "csv.open_quote");
  CHECK(records.error().arguments.at("row") == "3");
}

TEST_CASE("a file is bounded in rows and in cells", "[csv]") {
  std::string rows = "nom\n";
  for (std::size_t i = 0; i < csv::most_records; ++i) rows += "A\n";
  CHECK(refusal(rows) == "csv.too_many_rows");
  CHECK(refusal(std::string(csv::most_cells, ';') + "A\n") == "csv.too_wide");
  CHECK(refusal(std::string(csv::most_cells - 1, ';') + "A\n").empty());
}

TEST_CASE("what is written never runs as a formula in a spreadsheet", "[csv]") {
  for (const char* formula : {"=1+1", "=HYPERLINK(\"http://a.b\";\"x\")", "+SUM(A1)", "-2+3|cmd", "@SUM(A1)", "\t=1",
                              "\r=1", "+", "-A1", "=\n1"}) {
    const std::string text = csv::write(Rows{{formula}}, csv::Dialect::open_data);
    INFO(formula);
    CHECK(text.starts_with("\"'"));
  }
  for (const char* plain : {"+33 2 43 00 00 00", "-0,25", "a=b", "Café", "1+1"}) {
    INFO(plain);
    CHECK(csv::write(Rows{{plain}}, csv::Dialect::open_data) == "\"" + std::string(plain) + "\"\r\n");
  }
}

TEST_CASE("what is written is read again as it was, formulas included", "[csv]") {
  const Rows rows = {
      {"nom", "texte"}, {"=1+1", "dit \"le Grand\";\nici"}, {"@x", "Étoile"}, {"+33 2 43 00 00 00", "-"}};
  for (const auto dialect : {csv::Dialect::spreadsheet, csv::Dialect::open_data}) {
    const auto records = csv::read(csv::write(rows, dialect));
    REQUIRE(records);
    REQUIRE(records->size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK((*records)[i].cells == rows[i]);
  }
}

TEST_CASE("a French spreadsheet opens what is written for it, open data has no mark", "[csv]") {
  CHECK(csv::write(Rows{{"a", "b"}}, csv::Dialect::spreadsheet) == "\xEF\xBB\xBF\"a\";\"b\"\r\n");
  CHECK(csv::write(Rows{{"a", "b"}}, csv::Dialect::open_data) == "\"a\",\"b\"\r\n");
}
