// What each type of field accepts, how it is kept, and what it answers to the rest.
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

#include <string>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

constexpr const char* text_field = R"("type": "text", "required": true, "max_length": 10)";
constexpr const char* long_field = R"("type": "long_text", "required": true, "max_length": 20)";
constexpr const char* email_field = R"("type": "email", "required": true)";
constexpr const char* phone_field = R"("type": "phone", "required": true)";
constexpr const char* date_field = R"("type": "date", "required": true)";
constexpr const char* birth_field =
    R"("type": "date", "required": true, "minimum_date": "1900-01-01", "maximum_date": "today")";
constexpr const char* leave_field =
    R"("type": "date", "required": true, "minimum_date": "today", "maximum_date": "2027-12-31")";
constexpr const char* number_field = R"("type": "number", "required": true, "minimum": 1, "maximum": 5)";
constexpr const char* any_number_field = R"("type": "number", "required": true)";
constexpr const char* choice_field =
    R"("type": "choice", "required": true, "options": [{"value": "a", "label": "Le A"}, {"value": "b", "label": "Le B"}])";
constexpr const char* choices_field =
    R"("type": "choices", "required": true, "options": [{"value": "a", "label": "Le A"}, {"value": "b", "label": "Le B"}])";
constexpr const char* consent_field = R"("type": "consent", "required": true)";
constexpr const char* address_field = R"("type": "address", "required": true)";

}  // namespace

TEST_CASE("what people type is read forgivingly and kept in one form") {
  const auto good = GENERATE(Catch::Generators::values<Good>({
      {text_field, R"("  LE  GOFF\t")", R"("LE GOFF")"},
      {text_field, R"("éééééééééé")", R"("éééééééééé")"},
      {text_field, R"("O’Neil\u0007")", R"("O’Neil")"},
      {text_field, R"("a\u202Eb")", R"("ab")"},
      {long_field, R"("un\n\n\n\ndeux  \n")", R"("un\n\ndeux")"},
      {long_field, R"("un\ttab")", R"("un tab")"},
      {email_field, R"(" Anne.Martin@Exemple.FR ")", R"("Anne.Martin@exemple.fr")"},
      {email_field, R"("<a+b@x-y.example.org>")", R"("a+b@x-y.example.org")"},
      {email_field, R"("mailto:a@exemple.fr")", R"("a@exemple.fr")"},
      {email_field, R"("a @ exemple.fr")", R"("a@exemple.fr")"},
      {phone_field, R"("06 12 34 56 78")", R"("0612345678")"},
      {phone_field, R"("06.12.34.56.78")", R"("0612345678")"},
      {phone_field, R"("06-12-34-56-78")", R"("0612345678")"},
      {phone_field, R"("06 12 34 56 78")", R"("0612345678")"},
      {phone_field, R"("+33 6 12 34 56 78")", R"("0612345678")"},
      {phone_field, R"("+33 (0)6 12 34 56 78")", R"("0612345678")"},
      {phone_field, R"("0033612345678")", R"("0612345678")"},
      {phone_field, R"("+262 692 12 34 56")", R"("+262692123456")"},
      {phone_field, R"("+32 475 12 34 56")", R"("+32475123456")"},
      {date_field, R"("1/2/1980")", R"("1980-02-01")"},
      {date_field, R"("24.11.1980")", R"("1980-11-24")"},
      {date_field, R"("24 11 1980")", R"("1980-11-24")"},
      {date_field, R"("24-11-1980")", R"("1980-11-24")"},
      {date_field, R"("27031984")", R"("1984-03-27")"},
      {date_field, R"("27.03.84")", R"("1984-03-27")"},
      {date_field, R"("270384")", R"("1984-03-27")"},
      {date_field, R"("1er mars 2027")", R"("2027-03-01")"},
      {date_field, R"("24 Déc. 1980")", R"("1980-12-24")"},
      {date_field, R"("3 août 27")", R"("2027-08-03")"},
      {date_field, R"("1980-11-24")", R"("1980-11-24")"},
      {date_field, R"("29/02/2024")", R"("2024-02-29")"},
      {birth_field, R"("24/11/2026")", R"("2026-11-24")"},
      {leave_field, R"("24/11/2026")", R"("2026-11-24")"},
      {number_field, R"("03")", R"("3")"},
      {number_field, R"("4,50")", R"("4.5")"},
      {any_number_field, R"("1 234,05")", R"("1234.05")"},
      {any_number_field, R"("0")", R"("0")"},
      {choice_field, R"("b")", R"("b")"},
      {choices_field, R"(["b", "a", "b"])", R"(["a","b"])"},
      {consent_field, R"("yes")", "true"},
      {address_field, R"({"street": " 4 rue du Lavoir ", "postcode": "72 320", "city": "LAVARÉ"})",
       R"({"street":"4 rue du Lavoir","postcode":"72320","city":"LAVARÉ"})"},
      {address_field, R"({"street": "4 rue", "complement": "Bât. B", "postcode": "97400", "city": "Saint-Denis"})",
       R"({"street":"4 rue","complement":"Bât. B","postcode":"97400","city":"Saint-Denis"})"},
  }));
  INFO(good.field << " <- " << good.raw);
  const ReadField result = read(good.field, good.raw);
  REQUIRE(keys(result.errors).empty());
  REQUIRE(result.value);
  CHECK(text(*result.value) == good.value);
}

const std::vector<Bad> bad_answers = {
    {text_field, R"("éééééééééée")", "it: form.text.too_long"},
    {text_field, R"(["a", "b"])", "it: form.repeated"},
    {text_field, R"({"a": "b"})", "it: form.repeated"},
    {text_field, "12", "it: form.repeated"},
    {long_field, R"("123456789 123456789 1")", "it: form.text.too_long"},
    {long_field, R"([])", "it: form.repeated"},
    {email_field, R"("anne")", "it: form.email.unreadable"},
    {email_field, R"("anne@exemple")", "it: form.email.unreadable"},
    {email_field, R"("anne martin@exemple.fr")", "it: form.email.unreadable"},
    {email_field, R"("anne@exemple..fr")", "it: form.email.unreadable"},
    {email_field, R"("anne@-exemple.fr")", "it: form.email.unreadable"},
    {email_field, R"("anne@exemple.fr, b@exemple.fr")", "it: form.email.unreadable"},
    {email_field, R"(".anne@exemple.fr")", "it: form.email.unreadable"},
    {email_field, R"("anné@exemple.fr")", "it: form.email.unreadable"},
    {email_field, R"("anne@127.0.0.1")", "it: form.email.unreadable"},
    {email_field, R"("a@exemple.fr\nBcc: b@exemple.fr")", "it: form.email.unreadable"},
    {phone_field, R"("06 12 34 56")", "it: form.phone.unreadable"},
    {phone_field, R"("06 12 34 56 78 9")", "it: form.phone.unreadable"},
    {phone_field, R"("O6 12 34 56 78")", "it: form.phone.unreadable"},
    {phone_field, R"("00123456")", "it: form.phone.unreadable"},
    {phone_field, R"("+33 6 12")", "it: form.phone.unreadable"},
    {phone_field, R"("1234567890")", "it: form.phone.unreadable"},
    {date_field, R"("31/02/1980")", "it: form.date.unreadable"},
    {date_field, R"("29/02/2023")", "it: form.date.unreadable"},
    {date_field, R"("11/24/1980")", "it: form.date.unreadable"},
    {date_field, R"("24/11")", "it: form.date.unreadable"},
    {date_field, R"("hier")", "it: form.date.unreadable"},
    {date_field, R"("24/11/0080")", "it: form.date.unreadable"},
    {date_field, R"("4 ju 1980")", "it: form.date.unreadable"},
    {date_field, R"("1/2/3/1980")", "it: form.date.unreadable"},
    {birth_field, R"("25/11/2026")", "it: form.date.in_future"},
    {birth_field, R"("31/12/1899")", "it: form.date.too_early"},
    {leave_field, R"("23/11/2026")", "it: form.date.in_past"},
    {leave_field, R"("01/01/2028")", "it: form.date.too_late"},
    {number_field, R"("0")", "it: form.number.too_small"},
    {number_field, R"("5,01")", "it: form.number.too_large"},
    {number_field, R"("trois")", "it: form.number.unreadable"},
    {number_field, R"("1e3")", "it: form.number.unreadable"},
    {number_field, R"("1,234")", "it: form.number.unreadable"},
    {number_field, R"("9999999999999999999999")", "it: form.number.unreadable"},
    {any_number_field, R"("-1")", "it: form.number.too_small"},
    {choice_field, R"("c")", "it: form.choice.unknown"},
    {choice_field, R"("A")", "it: form.choice.unknown"},
    {choice_field, R"(["a", "b"])", "it: form.repeated"},
    {choices_field, R"(["a", "c"])", "it: form.choice.unknown"},
    {choices_field, R"(["a", 3])", "it: form.choice.unknown"},
    {choices_field, R"("a")", "it: form.choice.unknown"},
    {consent_field, R"("no")", "it: form.choice.unknown"},
    {consent_field, R"(["yes", "yes"])", "it: form.choice.unknown"},
    {address_field, R"({"postcode": "72320", "city": "Lavaré"})", "it.street: form.address.street"},
    {address_field, R"({"street": "4 rue", "postcode": "7232", "city": "Lavaré"})",
     "it.postcode: form.address.postcode"},
    {address_field, R"({"street": "4 rue", "postcode": "99999", "city": "Lavaré"})",
     "it.postcode: form.address.postcode"},
    {address_field, R"({"street": "4 rue", "postcode": "72320"})", "it.city: form.address.city"},
    {address_field, R"({"street": ["4 rue", "5 rue"], "postcode": "72320", "city": "Lavaré"})",
     "it.street: form.repeated"},
    {address_field, R"("4 rue du Lavoir")", "it: form.repeated"},
};

TEST_CASE("what cannot be an answer is refused by name and gives no value") {
  const Bad bad = GENERATE(Catch::Generators::from_range(bad_answers));
  INFO(bad.field << " <- " << bad.raw);
  const ReadField result = read(bad.field, bad.raw);
  CHECK(keys(result.errors) == std::vector<std::string>{bad.error});
  CHECK_FALSE(result.value);
}

TEST_CASE("every error has a French sentence whose placeholders are all filled") {
  for (const char* raw : {R"("éééééééééée")", R"(["a", "b"])"}) {
    for (const FieldError& error : read(text_field, raw).errors)
      CHECK(french().text(error.key, error.arguments).find('{') == std::string::npos);
  }
  const FieldErrors late = read(birth_field, R"("25/11/2026")").errors;
  CHECK(french().text(late.at(0).key, late.at(0).arguments) != late.at(0).key);
  for (const FieldType* type : field_types()) {
    if (!type->required_key.empty()) CHECK(french().has(type->required_key));
  }
}

TEST_CASE("nothing typed is no answer and no error of the type") {
  for (const char* properties : {text_field, long_field, email_field, phone_field, date_field, number_field,
                                 choice_field, choices_field, consent_field, address_field}) {
    for (const char* raw : {"null", R"("")", R"("   ")", "[]", R"({"street": " ", "city": ""})"}) {
      const ReadField result = read(properties, raw);
      INFO(properties << " <- " << raw);
      CHECK_FALSE(result.value);
    }
  }
  CHECK(read(text_field, R"("   ")").errors.empty());
  CHECK(read(address_field, R"({"street": " ", "city": ""})").errors.empty());
  CHECK(read(choices_field, "[]").errors.empty());
}

TEST_CASE("an answer is shown in French and typed back as a resident would") {
  const auto shown = [](const char* properties, const char* value) {
    return show(field(properties), json::parse_trusted(value), french());
  };
  CHECK(shown(date_field, R"("1984-03-01")") == Lines{"1er mars 1984"});
  CHECK(shown(phone_field, R"("0612345678")") == Lines{"06 12 34 56 78"});
  CHECK(shown(number_field, R"("4.5")") == Lines{"4,5"});
  CHECK(shown(choice_field, R"("b")") == Lines{"Le B"});
  CHECK(shown(choices_field, R"(["a","b"])") == Lines{"Le A", "Le B"});
  CHECK(shown(consent_field, "true") == Lines{"Oui"});
  CHECK(shown(long_field, R"("un\n\ndeux")") == Lines{"un", "deux"});
  CHECK(shown(address_field, R"({"street":"4 rue","postcode":"72320","city":"Lavaré"})") ==
        Lines{"4 rue", "72320 Lavaré"});
  const Field date = field(date_field);
  CHECK(text(date.type->to_raw(date, json::Value("1984-03-27"))) == R"("27/03/1984")");
}

TEST_CASE("what is typed back is read as the same answer") {
  const std::pair<const char*, const char*> stored[] = {
      {date_field, R"("1984-03-27")"},
      {phone_field, R"("0612345678")"},
      {phone_field, R"("+32475123456")"},
      {number_field, R"("4.5")"},
      {consent_field, "true"},
      {choices_field, R"(["a","b"])"},
      {email_field, R"("a@b.fr")"},
      {address_field, R"({"street":"4 rue","postcode":"72320","city":"Lavaré"})"},
  };
  for (const auto& [properties, value] : stored) {
    const Field it = field(properties);
    const ReadField again = read_answer(it, it.type->to_raw(it, json::parse_trusted(value)), today);
    INFO(properties);
    REQUIRE(again.value);
    CHECK(text(*again.value) == value);
  }
}

TEST_CASE("a stored value of another type is shown as nothing instead of failing") {
  for (const char* properties :
       {text_field, long_field, email_field, phone_field, date_field, number_field, choice_field, choices_field,
        consent_field, address_field, R"("type": "file", "required": true)"}) {
    for (const char* value : {"12", "null", "[1]", "[{}]", R"({"street": 3})", "false"}) {
      const Field it = field(properties);
      INFO(properties << " " << value);
      CHECK(show(it, json::parse_trusted(value), french()).empty());
      CHECK_FALSE(it.type->check(it, json::parse_trusted(value), today).empty());
      CHECK_NOTHROW(flatten(it, json::parse_trusted(value)));
    }
  }
}

TEST_CASE("answers flatten into columns of text") {
  CHECK(flatten(field(choices_field), json::parse_trusted(R"(["a","b"])")) == Columns{{"it", "Le A; Le B"}});
  CHECK(flatten(field(consent_field), json::Value(true)) == Columns{{"it", "1"}});
  CHECK(
      flatten(field(address_field), json::parse_trusted(R"({"street":"4 rue","postcode":"72320","city":"Lavaré"})")) ==
      Columns{{"it.street", "4 rue"}, {"it.complement", ""}, {"it.postcode", "72320"}, {"it.city", "Lavaré"}});
}
