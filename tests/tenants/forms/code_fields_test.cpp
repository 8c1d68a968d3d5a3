// Times, amounts and the numbers that registers give: what each accepts, how it is kept and shown.
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

#include <string>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

constexpr const char* time_field =
    R"("type": "time", "required": true, "minimum_time": "08:00", "maximum_time": "20:30")";
constexpr const char* any_time = R"("type": "time", "required": true)";
constexpr const char* money_field =
    R"("type": "money", "required": true, "minimum_cents": 500, "maximum_cents": 123450)";
constexpr const char* any_money = R"("type": "money", "required": true)";
constexpr const char* iban_field = R"("type": "iban", "required": true)";
constexpr const char* siret_field = R"("type": "siret", "required": true)";
constexpr const char* rna_field = R"("type": "rna", "required": true)";
constexpr const char* plate_field = R"("type": "plate", "required": true)";
constexpr const char* all_fields[] = {time_field, any_money, iban_field, siret_field, rna_field, plate_field};

}  // namespace

TEST_CASE("times, amounts and codes are read forgivingly and kept in one form") {
  const auto good = GENERATE(Catch::Generators::values<Good>({
      {any_time, R"("14:30")", R"("14:30")"},
      {any_time, R"("14h30")", R"("14:30")"},
      {any_time, R"("14 H 30")", R"("14:30")"},
      {any_time, R"("14\u00a0h\u00a030")", R"("14:30")"},
      {any_time, R"("14.30")", R"("14:30")"},
      {any_time, R"("1430")", R"("14:30")"},
      {any_time, R"("930")", R"("09:30")"},
      {any_time, R"("9 h")", R"("09:00")"},
      {any_time, R"("9 heures 05 minutes")", R"("09:05")"},
      {any_time, R"("9")", R"("09:00")"},
      {any_time, R"("Midi")", R"("12:00")"},
      {any_time, R"("0:00")", R"("00:00")"},
      {time_field, R"("8h")", R"("08:00")"},
      {time_field, R"("20h30")", R"("20:30")"},
      {any_money, R"("12,50")", "1250"},
      {any_money, R"("12.5 €")", "1250"},
      {any_money, R"("1 234,50 €")", "123450"},
      {any_money, R"("12 euros")", "1200"},
      {any_money, R"("0")", "0"},
      {money_field, R"("5")", "500"},
      {money_field, R"("1234,50")", "123450"},
      {iban_field, R"("fr76 3000 6000 0112 3456 7890 189")", R"("FR7630006000011234567890189")"},
      {iban_field, R"("IBAN: FR14 2004 1010 0505 0001 3M02 606")", R"("FR1420041010050500013M02606")"},
      {iban_field, R"("BE68-5390-0754-7034")", R"("BE68539007547034")"},
      {siret_field, R"("732 829 320 00074")", R"("73282932000074")"},
      {siret_field, R"("356 000 000 00048")", R"("35600000000048")"},
      {siret_field, R"("35600000049837")", R"("35600000049837")"},
      {rna_field, R"("w 721 000 123")", R"("W721000123")"},
      {rna_field, R"("W2A1000123")", R"("W2A1000123")"},
      {plate_field, R"("ab 123 cd")", R"("AB-123-CD")"},
      {plate_field, R"("AB-123-CD")", R"("AB-123-CD")"},
      {plate_field, R"("ww123zz")", R"("WW-123-ZZ")"},
      {plate_field, R"("1234ab72")", R"("1234 AB 72")"},
      {plate_field, R"("12-ABC-2a")", R"("12 ABC 2A")"},
      {plate_field, R"("123 AB 974")", R"("123 AB 974")"},
  }));
  INFO(good.field << " <- " << good.raw);
  const ReadField result = read(good.field, good.raw);
  REQUIRE(keys(result.errors).empty());
  REQUIRE(result.value);
  CHECK(text(*result.value) == good.value);
}

const std::vector<Bad> bad_codes = {
    {any_time, R"("24:00")", "it: form.time.unreadable"},
    {any_time, R"("14h60")", "it: form.time.unreadable"},
    {any_time, R"("14:3")", "it: form.time.unreadable"},
    {any_time, R"("14:")", "it: form.time.unreadable"},
    {any_time, R"("14:30:00")", "it: form.time.unreadable"},
    {any_time, R"("-1:30")", "it: form.time.unreadable"},
    {any_time, R"("demain")", "it: form.time.unreadable"},
    {any_time, R"("99999999999999999999")", "it: form.time.unreadable"},
    {time_field, R"("7h59")", "it: form.time.too_early"},
    {time_field, R"("20h31")", "it: form.time.too_late"},
    {any_money, R"("-5")", "it: form.money.unreadable"},
    {any_money, R"("12,505")", "it: form.money.unreadable"},
    {any_money, R"("12 50")", "it: form.money.unreadable"},
    {any_money, R"("1e3")", "it: form.money.unreadable"},
    {any_money, R"("douze")", "it: form.money.unreadable"},
    {any_money, R"("99999999999999999999")", "it: form.money.huge"},
    {money_field, R"("4,99")", "it: form.money.too_small"},
    {money_field, R"("1234,51")", "it: form.money.too_large"},
    {iban_field, R"("FR76")", "it: form.iban.length"},
    {iban_field, R"("FR7630006000011234567890188")", "it: form.iban.key"},
    {iban_field, R"("FR7630006000011234567809189")", "it: form.iban.key"},
    {iban_field, R"("US7630006000011234567890189")", "it: form.iban.country"},
    {iban_field, R"("FR76300060000112345678901é9")", "it: form.iban.unreadable"},
    {iban_field, R"("12")", "it: form.iban.unreadable"},
    {siret_field, R"("732829320")", "it: form.siret.siren"},
    {siret_field, R"("73282932000075")", "it: form.siret.key"},
    {siret_field, R"("00000000000000")", "it: form.siret.key"},
    {siret_field, R"("35600000000049")", "it: form.siret.key"},
    {siret_field, R"("7328293200007A")", "it: form.siret.unreadable"},
    {siret_field, R"("٧٣٢٨٢٩٣٢٠٠٠٠٧٤")", "it: form.siret.unreadable"},
    {rna_field, R"("721000123")", "it: form.rna.unreadable"},
    {rna_field, R"("W7210001234")", "it: form.rna.unreadable"},
    {rna_field, R"("WA21000123")", "it: form.rna.unreadable"},
    {plate_field, R"("IO-123-UU")", "it: form.plate.unreadable"},
    {plate_field, R"("SS-123-AB")", "it: form.plate.unreadable"},
    {plate_field, R"("AB-000-CD")", "it: form.plate.unreadable"},
    {plate_field, R"("1234 AB 96")", "it: form.plate.unreadable"},
    {plate_field, R"("AB-123-CD'; DROP TABLE dossier")", "it: form.plate.unreadable"},
    {plate_field, R"("72")", "it: form.plate.unreadable"},
    {plate_field, R"(["AB-123-CD", "AB-124-CD"])", "it: form.repeated"},
};

TEST_CASE("a time, an amount or a code that cannot be one is refused with a sentence that says how to mend it") {
  const Bad bad = GENERATE(Catch::Generators::from_range(bad_codes));
  INFO(bad.field << " <- " << bad.raw);
  const ReadField result = read(bad.field, bad.raw);
  REQUIRE(keys(result.errors) == std::vector<std::string>{bad.error});
  CHECK_FALSE(result.value);
  const std::string sentence = french().text(result.errors[0].key, result.errors[0].arguments);
  CHECK(sentence.find('{') == std::string::npos);
  CHECK(sentence.find("DROP") == std::string::npos);
}

TEST_CASE("nothing typed into a time, an amount or a code is no answer") {
  for (const char* properties : all_fields) {
    for (const char* raw : {"null", R"("")", R"("   ")"}) {
      const ReadField result = read(properties, raw);
      CHECK_FALSE(result.value);
      CHECK(result.errors.empty());
    }
  }
  CHECK_FALSE(read(siret_field, R"(" - ")").value);
}

TEST_CASE("times, amounts and codes are shown in French") {
  const auto shown = [](const char* properties, const char* value) {
    return show(field(properties), json::parse_trusted(value), french());
  };
  CHECK(shown(any_time, R"("09:05")") == Lines{"9\u00a0h\u00a005"});
  CHECK(shown(any_time, R"("14:00")") == Lines{"14\u00a0h"});
  CHECK(shown(any_money, "1250") == Lines{"12,50\u00a0€"});
  CHECK(shown(iban_field, R"("BE68539007547034")") == Lines{"BE68\u00a05390\u00a00754\u00a07034"});
  CHECK(shown(siret_field, R"("73282932000074")") == Lines{"732\u00a0829\u00a0320\u00a000074"});
  CHECK(shown(plate_field, R"("AB-123-CD")") == Lines{"AB-123-CD"});
}

TEST_CASE("a time, an amount or a code typed back is the same answer") {
  const std::pair<const char*, const char*> stored[] = {
      {any_time, R"("09:05")"},     {any_money, "1205"},
      {any_money, "123456789"},     {iban_field, R"("FR7630006000011234567890189")"},
      {rna_field, R"("W721000123")"}, {siret_field, R"("73282932000074")"},
      {plate_field, R"("1234 AB 72")"},
  };
  for (const auto& [properties, value] : stored) {
    const Field it = field(properties);
    const ReadField again = read_answer(it, it.type->to_raw(it, json::parse_trusted(value)), today);
    INFO(properties);
    REQUIRE(again.value);
    CHECK(text(*again.value) == value);
  }
}

TEST_CASE("amounts leave for a spreadsheet as plain decimals") {
  CHECK(flatten(field(any_money), json::Value(1205)) == Columns{{"it", "12.05"}});
  CHECK(flatten(field(any_money), json::Value(7)) == Columns{{"it", "0.07"}});
}

TEST_CASE("a stored time, amount or code of another type is shown as nothing instead of failing") {
  for (const char* properties : all_fields) {
    for (const char* value : {"null", "[1]", R"({"a": 3})", "false", "1.5"}) {
      const Field it = field(properties);
      INFO(properties << " " << value);
      CHECK(show(it, json::parse_trusted(value), french()).empty());
      CHECK_FALSE(it.type->check(it, json::parse_trusted(value), today).empty());
      CHECK_NOTHROW(flatten(it, json::parse_trusted(value)));
      CHECK_NOTHROW(it.type->to_raw(it, json::parse_trusted(value)));
    }
  }
}

TEST_CASE("a title asks nothing and gives no answer") {
  const Definition definition = procedure(R"({"id": "one", "title": "Une", "fields": [
    {"id": "head", "type": "title", "label": "Le véhicule", "hint": "Une phrase."},
    {"id": "plate", "type": "plate", "label": "Plaque", "required": true}]})");
  const StepReading reading =
      read_step(definition, definition.steps[0], form({{"head", "x"}, {"plate", "ab123cd"}}), {}, today);
  CHECK(reading.is_complete());
  CHECK_FALSE(reading.values.contains("head"));
}
