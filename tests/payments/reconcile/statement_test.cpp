// Statements as régisseurs download them: what is certain of their form is little, so that much is read and nothing is guessed.
#include "payments/reconcile/statement.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments::reconcile;

namespace {

constexpr std::string_view by_kind =
    "EN-TETE;006382;REGIE CANTINE\r\n"
    "LIGNE;Date;Référence;Montant\r\n"
    "LIGNE;\"15/03/2026\";\"2026cant00042\";\"12,50\"\r\n"
    "LIGNE;16/03/2026 11:18;2026CANT00043;1 240,00 €\r\n"
    "PIED-DE-PAGE;2;1252,50\r\n";

std::string error_of(std::string_view bytes, AmountUnit unit = AmountUnit::as_written) {
  const auto statement = read_csv(bytes, unit);
  if (statement) return "";
  return statement.error().fields.empty() ? statement.error().key : statement.error().fields.at(0).key;
}

constexpr auto date = [](int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
};

}  // namespace

TEST_CASE("a statement of records is read with its titles, quotes and times") {
  const auto statement = read_csv(by_kind, AmountUnit::as_written);
  REQUIRE(statement);
  REQUIRE(statement->lines.size() == 2);
  CHECK(statement->lines[0].row == 3);
  CHECK(statement->lines[0].date == date(2026, 3, 15));
  CHECK(statement->lines[0].reference == "2026CANT00042");
  CHECK(statement->lines[0].amount == Money{1250});
  CHECK(statement->lines[1].amount == Money{124000});
  CHECK(statement->first == date(2026, 3, 15));
  CHECK(statement->last == date(2026, 3, 16));
  CHECK(statement->total == Money{125250});
}

TEST_CASE("records without titles have date, reference and amount in that order") {
  const auto statement = read_csv("LIGNE,2026-03-15,REF000001,12.50\n", AmountUnit::as_written);
  REQUIRE(statement);
  CHECK(statement->lines[0].reference == "REF000001");
}

TEST_CASE("titles decide where the columns are") {
  const auto records =
      read_csv("LIGNE;Montant;Réf. dette;Date\nLIGNE;12,50;REF000001;15032026\n", AmountUnit::as_written);
  REQUIRE(records);
  CHECK(records->lines[0].amount == Money{1250});
  const auto table =
      read_csv("Montant;Nom;Date de l'opération;REFDET\n7,00;Élodie;20260315;REF000002\n", AmountUnit::as_written);
  REQUIRE(table);
  CHECK(table->lines[0].date == date(2026, 3, 15));
  CHECK(table->lines[0].reference == "REF000002");
}

TEST_CASE("amounts without a decimal sign are not guessed") {
  const std::string_view whole = "LIGNE;15/03/2026;REF000001;1250\nLIGNE;15/03/2026;REF000002;800\n";
  CHECK(error_of(whole) == "statement.unit_unknown");
  CHECK(read_csv(whole, AmountUnit::cents)->total == Money{2050});
  CHECK(read_csv(whole, AmountUnit::euros)->total == Money{205000});
  CHECK(read_csv("LIGNE;15/03/2026;REF000001;12,50\nLIGNE;15/03/2026;REF000002;8\n", AmountUnit::as_written)->total ==
        Money{2050});
}

TEST_CASE("a download that broke off is refused") {
  CHECK(error_of(by_kind.substr(0, by_kind.find("PIED"))) == "statement.cut");
}

TEST_CASE("lines that cannot be read are named by their row") {
  const auto error_at = [](std::string_view line) {
    return read_csv("LIGNE;15/03/2026;REF000001;1,00\n" + std::string(line) + "\n", AmountUnit::as_written).error();
  };
  CHECK(error_at("LIGNE;31/02/2026;REF000001;1,00").key == "statement.bad_date");
  CHECK(error_at("LIGNE;31/02/2026;REF000001;1,00").arguments.at("row") == "2");
  CHECK(error_at("LIGNE;15/03/2026;--;1,00").key == "statement.bad_reference");
  for (const char* amount : {"-1,00", "1,005", "douze", "", "0,00", "=1+1"})
    CHECK(error_at("LIGNE;15/03/2026;REF000001;" + std::string(amount)).key == "statement.bad_amount");
  CHECK(error_at("LIGNE;15/03/2026").key == "statement.bad_reference");
}

TEST_CASE("another file is refused, whatever it holds") {
  CHECK(error_of("Nom;Prénom\nLeroy;Anne\n") == "statement.columns");
  CHECK(error_of("Date;Référence;Montant\n") == "statement.no_line");
  CHECK(error_of("EN-TETE;1\nPIED-DE-PAGE;0\n") == "statement.no_line");
  CHECK(error_of("PK\x03\x04") == "csv.workbook");
  CHECK(error_of("") == "csv.empty");
}

TEST_CASE("a date of eight digits is read as the web service writes it, else the other way round") {
  const auto day_of = [](const std::string& digits) {
    return read_csv("LIGNE;" + digits + ";REF000001;1,00\n", AmountUnit::as_written)->first;
  };
  CHECK(day_of("01122026") == date(2026, 12, 1));
  CHECK(day_of("20261201") == date(2026, 12, 1));
  CHECK(day_of("20102026") == date(2026, 10, 20));
}

TEST_CASE("a fixed-width file is cut by characters where its description says") {
  const FixedLayout layout{.date = {3, 8}, .reference = {21, 12}, .amount = {33, 9}, .kind = {1, 2}, .marker = "20"};
  const std::string file =
      "10REGIE DE L’ÉCOLE\r\n"
      "2015032026Élodie B. REF000000001000001250\r\n"
      "2016032026André     REF000000002000000800\r\n"
      "9900002\r\n";
  const auto statement = read_fixed_width(file, layout, AmountUnit::cents);
  REQUIRE(statement);
  REQUIRE(statement->lines.size() == 2);
  CHECK(statement->lines[0].row == 2);
  CHECK(statement->lines[0].reference == "REF000000001");
  CHECK(statement->total == Money{2050});
  CHECK(read_fixed_width("2015032026\xC9lodie B. REF000000001000001250", layout, AmountUnit::cents)->total ==
        Money{1250});
}

TEST_CASE("a fixed-width file that does not fit its description is refused") {
  const FixedLayout layout{.date = {1, 8}, .reference = {9, 6}, .amount = {15, 6}};
  CHECK(read_fixed_width("15032026REF1", layout, AmountUnit::cents).error().key == "statement.bad_amount");
  CHECK(read_fixed_width("\n\n", layout, AmountUnit::cents).error().key == "statement.no_line");
  CHECK(
      read_fixed_width("x", {.date = {0, 8}, .reference = {9, 6}, .amount = {15, 6}}, AmountUnit::cents).error().key ==
      "statement.layout");
  CHECK(
      read_fixed_width("x", {.date = {1, 8}, .reference = {9, 6}, .amount = {15, 6}, .marker = "20"}, AmountUnit::cents)
          .error()
          .key == "statement.layout");
}
