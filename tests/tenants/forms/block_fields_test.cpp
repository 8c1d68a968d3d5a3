// Places, identity documents and blocks of questions that repeat.
#include "tests/support/catch.hpp"
#include "tests/support/sample_images.hpp"
#include "tenants/forms/form_view.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

constexpr const char* point_field = R"("type": "point", "required": true)";
constexpr const char* children_field = R"("type": "group", "required": true, "min_items": 1, "max_items": 3,
  "item_label": "Enfant", "add_label": "Ajouter un enfant", "fields": [
    {"id": "name", "type": "text", "label": "Prénom", "required": true},
    {"id": "born", "type": "date", "label": "Naissance", "required": false},
    {"id": "meals", "type": "choices", "label": "Repas", "required": false,
     "options": [{"value": "mon", "label": "Lundi"}, {"value": "tue", "label": "Mardi"}]}])";

std::string error_of(const char* properties, const char* raw) {
  const auto errors = keys(read(properties, raw).errors);
  return errors.empty() ? "" : errors.front();
}

const Definition& family() {
  static const Definition definition = procedure(R"({"id": "family", "title": "Famille", "fields": [
    {"id": "it", "label": "Vos enfants", )" + std::string(children_field) + R"(},
    {"id": "phone", "type": "phone", "label": "Téléphone", "required": true}]})");
  return definition;
}

StepReading sent(const http::Form& form, const char* saved = "{}") {
  return read_step(family(), family().steps[0], form, answers(saved), today);
}

}  // namespace

TEST_CASE("a place is kept in words, with the coordinates that were given") {
  const std::pair<const char*, const char*> good[] = {
      {R"({"text": " devant le 4 rue du Lavoir ", "gps": ""})", R"({"text":"devant le 4 rue du Lavoir"})"},
      {R"({"text": "le pont", "gps": "48.0061, 0.1996"})", R"({"text":"le pont","lat":"48.0061","lon":"0.1996"})"},
      {R"({"text": "le pont", "gps": "48,0061 ; -0,19"})", R"({"text":"le pont","lat":"48.0061","lon":"-0.19"})"},
      {R"({"text": "le pont", "gps": "geo:48.00612345,0"})", R"({"text":"le pont","lat":"48.006123","lon":"0.0"})"},
      {R"({"text": "Saint-Denis", "gps": "-20.88 55.45"})", R"({"text":"Saint-Denis","lat":"-20.88","lon":"55.45"})"},
  };
  for (const auto& [raw, value] : good) {
    INFO(raw);
    const ReadField result = read(point_field, raw);
    REQUIRE(result.value);
    CHECK(text(*result.value) == value);
    const Field it = field(point_field);
    CHECK(text(*read_answer(it, it.type->to_raw(it, *result.value), today).value) == value);
  }
}

TEST_CASE("a place without words or with impossible coordinates is refused at its part") {
  CHECK(error_of(point_field, R"({"text": "", "gps": "48.1, 0.2"})") == "it.text: form.point.text");
  for (const char* gps : {"48.1", "91, 0", "48.1, 181", "48.1, 0.2, 3", "a, b", "48.1, 0.2e3", "1/0 <script>", "NaN NaN"}) {
    INFO(gps);
    CHECK(error_of(point_field, text(json::Object{{"text", "le pont"}, {"gps", gps}}).c_str()) ==
          "it.gps: form.point.unreadable");
  }
  CHECK(error_of(point_field, text(json::Object{{"text", std::string(301, 'x')}}).c_str()) ==
        "it.text: form.text.too_long");
  CHECK(error_of(point_field, R"({"text": ["a", "b"]})") == "it.text: form.repeated");
  CHECK(error_of(point_field, R"("le pont")") == "it: form.repeated");
  CHECK_FALSE(read(point_field, R"({"text": " ", "gps": ""})").value);
}

TEST_CASE("a place is shown in words and leaves in three columns") {
  const json::Value stored = json::parse_trusted(R"({"text":"le pont","lat":"48.0061","lon":"0.19"})");
  CHECK(show(field(point_field), stored, french()) == Lines{"le pont", "Coordonnées\u00a0: 48.0061, 0.19"});
  CHECK(flatten(field(point_field), stored) ==
        Columns{{"it.text", "le pont"}, {"it.lat", "48.0061"}, {"it.lon", "0.19"}});
}

TEST_CASE("a block gives one object for each item, and an item left blank is none") {
  const ReadField result = read(children_field, R"([{"name": " Léa ", "born": "3/8/2018", "meals": ["tue", "mon"]},
                                                    {"name": " ", "born": "", "meals": []}, {"name": "Tom"}])");
  REQUIRE(result.value);
  CHECK(text(*result.value) == R"([{"name":"Léa","born":"2018-08-03","meals":["mon","tue"]},{"name":"Tom"}])");
  CHECK_FALSE(read(children_field, R"([{"name": ""}])").value);
  CHECK(read(children_field, R"([{"name": ""}])").errors.empty());
}

TEST_CASE("what is wrong in an item is named by item and question") {
  const ReadField result = read(children_field, R"([{"name": "Léa"}, {"born": "31/02/2018"}])");
  CHECK(keys(result.errors) == std::vector<std::string>{"it.1.name: form.required.text", "it.1.born: form.date.unreadable"});
  CHECK(french().text(result.errors[0].key, result.errors[0].arguments) ==
        "Remplissez «\u00a0Prénom (Enfant\u00a02)\u00a0».");
  CHECK_FALSE(result.value);
}

TEST_CASE("a block holds no more items than it may, whatever a form says") {
  CHECK(text(*read(children_field, R"([{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}])").value) ==
        R"([{"name":"a"},{"name":"b"},{"name":"c"}])");
  const Field it = field(children_field);
  CHECK(keys(it.type->check(it, json::parse_trusted(R"([{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}])"), today)) ==
        std::vector<std::string>{"it: form.group.too_many"});
  for (const char* count : {"-1", "999999999999999999999", "2 ", "deux", ""}) {
    INFO(count);
    const json::Value raw = it.type->collect(it, form({{"it.count", count}, {"it.0.name", "Léa"}}));
    CHECK((raw.is_null() || raw.get_array().size() <= 3));
  }
}

TEST_CASE("adding an item keeps what was typed, shows no error and does not go on") {
  const StepReading reading = sent(form({{"it.count", "1"}, {"it.0.name", ""}, {"it.0.born", "32/13/2018"}, {"it.add", "1"}, {"phone", "12"}}));
  CHECK_FALSE(reading.is_complete());
  CHECK(reading.errors.empty());
  CHECK(reading.rearranged == "f-it-1");
  const json::Object view = step_view(family(), family().steps[0], {}, &reading, french());
  const json::Object& block = view.at("fields").as_array().at(0).as_object();
  REQUIRE(block.at("items").as_array().size() == 2);
  const json::Object& first = block.at("items").as_array()[0].as_object();
  CHECK(json::string_or(first.at("item_fields").as_array()[1].as_object(), "value") == "32/13/2018");
  CHECK(json::string_or(view.at("fields").as_array().at(1).as_object(), "value") == "12");
}

TEST_CASE("an item taken away is the one that was asked, and the others stay") {
  const StepReading reading = sent(form({{"it.count", "3"}, {"it.0.name", "a"}, {"it.1.name", "b"}, {"it.2.name", "c"}, {"it.remove", "1"}, {"phone", "0612345678"}}));
  CHECK(text(*reading.values.if_contains("it")) == R"([{"name":"a"},{"name":"c"}])");
  CHECK(reading.rearranged == "f-it");
  const StepReading none = sent(form({{"it.count", "1"}, {"it.0.name", "a"}, {"it.remove", "7"}, {"phone", "0612345678"}}));
  CHECK(text(*none.values.if_contains("it")) == R"([{"name":"a"}])");
}

TEST_CASE("a block that must be filled is refused when nothing of it is") {
  const StepReading reading = sent(form({{"it.count", "1"}, {"it.0.name", ""}, {"phone", "0612345678"}}));
  CHECK(keys(reading.errors) == std::vector<std::string>{"it: form.required.group"});
}

TEST_CASE("the buttons of a block follow its limits") {
  const auto block = [](const char* saved) {
    const json::Object view = step_view(family(), family().steps[0], answers(saved), nullptr, french());
    return view.at("fields").as_array().at(0).as_object();
  };
  CHECK(json::is_true(block("{}"), "can_add"));
  CHECK(json::string_or(block("{}"), "item_count") == "1");
  CHECK_FALSE(json::is_true(block("{}").at("items").as_array()[0].as_object(), "can_remove"));
  const json::Object full = block(R"({"it": [{"name":"a"},{"name":"b"},{"name":"c"}]})");
  CHECK_FALSE(json::is_true(full, "can_add"));
  CHECK(json::is_true(full.at("items").as_array()[2].as_object(), "can_remove"));
}

TEST_CASE("a block is shown item by item and leaves in numbered columns") {
  const json::Value stored = json::parse_trusted(R"([{"name":"Léa","meals":["mon","tue"]},{"name":"Tom"}])");
  CHECK(show(field(children_field), stored, french()) ==
        Lines{"Enfant\u00a01", "Prénom\u00a0: Léa", "Repas\u00a0: Lundi, Mardi", "Enfant\u00a02", "Prénom\u00a0: Tom"});
  CHECK(flatten(field(children_field), stored) ==
        Columns{{"it.1.name", "Léa"}, {"it.1.meals", "Lundi; Mardi"}, {"it.2.name", "Tom"}});
}

TEST_CASE("a stored place or block of another type is shown as nothing instead of failing") {
  for (const char* properties : {point_field, children_field}) {
    for (const char* value : {"12", "null", "[1]", "[[]]", R"({"street": 3})", "false", R"([{"name": 3}])"}) {
      const Field it = field(properties);
      INFO(properties << " " << value);
      CHECK(show(it, json::parse_trusted(value), french()).empty());
      CHECK_FALSE(it.type->check(it, json::parse_trusted(value), today).empty());
      CHECK_NOTHROW(flatten(it, json::parse_trusted(value)));
      CHECK_NOTHROW(it.type->to_raw(it, json::parse_trusted(value)));
    }
  }
}

TEST_CASE("what a block cannot hold is named by its place") {
  const std::pair<const char*, const char*> wrong[] = {
      {R"("fields": [])", "steps[0].fields[0].fields"},
      {R"("fields": [{"id": "a", "type": "file", "label": "A", "required": true}])", "steps[0].fields[0].fields[0].type"},
      {R"("fields": [{"id": "id", "type": "text", "label": "A", "required": true}])", "steps[0].fields[0].fields[0].id"},
      {R"("max_items": 1, "min_items": 2, "fields": [{"id": "a", "type": "text", "label": "A", "required": true}])",
       "steps[0].fields[0].max_items"},
      {R"("fields": [{"id": "a", "type": "text", "label": "A", "required": true}, {"id": "a", "type": "text", "label": "A", "required": true}])",
       "steps[0].fields[0].fields[1].id"},
  };
  for (const auto& [properties, where] : wrong) {
    const auto definition = parse_definition(procedure_json(
        R"({"id": "one", "title": "Une", "fields": [{"id": "it", "label": "Q", "type": "group", "required": true, )" +
        std::string(properties) + "}]}"));
    INFO(properties);
    REQUIRE_FALSE(definition);
    CHECK(definition.error().arguments.at("where") == where);
  }
}

TEST_CASE("an identity document is a file that says what becomes of it") {
  const Definition definition = procedure(R"({"id": "one", "title": "Une", "fields": [
    {"id": "card", "type": "identity", "label": "Pièce", "required": true}]})");
  http::Form sent = form({});
  sent.add_file({"card", "carte.png", "image/png", clocher::test::png_image(40, 30)});
  const StepReading reading = read_step(definition, definition.steps[0], sent, {}, today);
  REQUIRE(reading.files.size() == 1);
  CHECK(reading.files[0].is_identity);
  const json::Object view = step_view(definition, definition.steps[0], {}, nullptr, french());
  CHECK(json::is_true(view.at("fields").as_array()[0].as_object(), "is_identity"));
  const json::Value gone =
      json::parse_trusted(R"([{"id":1,"name":"carte.jpg","size_bytes":9,"content_type":"image/jpeg","deleted":true}])");
  CHECK(show(definition.steps[0].fields[0], gone, french()) ==
        Lines{"carte.jpg (supprimé après la réponse de la mairie)"});
}
