// What a definition must hold, and how what is wrong is named.
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

std::string where_wrong(const std::string& json_text) {
  const auto definition = parse_definition(json_text);
  if (definition) return "";
  return definition.error().key == "procedure.wrong" ? definition.error().arguments.at("where")
                                                     : definition.error().key;
}

std::string step_with(const std::string& fields) {
  return R"({"id": "one", "title": "Une", "fields": [)" + fields + "]}";
}

std::string without(std::string json_text, const std::string& part, const std::string& replacement = "") {
  return json_text.replace(json_text.find(part), part.size(), replacement);
}

struct Wrong {
  const char* fields;
  const char* where;
};

}  // namespace

TEST_CASE("a whole definition is read with its defaults") {
  const Definition definition =
      procedure(step_with(R"({"id": "note", "type": "text", "label": "Note", "required": false},
    {"id": "papers", "type": "file", "label": "Papiers", "required": false}, {"id": "story", "type": "long_text", "label": "Récit", "required": true})"));
  CHECK(definition.slug == "essai");
  CHECK(definition.silence.rule == Silence::Rule::acceptance);
  CHECK(definition.silence.months == 2);
  CHECK(definition.needs == std::vector<std::string>{"Un stylo"});
  const auto& fields = definition.steps.at(0).fields;
  CHECK(fields.at(0).max_length == 200);
  CHECK(fields.at(1).accept == std::vector<std::string>{"pdf", "jpeg", "png"});
  CHECK(fields.at(1).max_file_bytes == 10U * 1024 * 1024);
  CHECK(fields.at(2).max_length == 5000);
}

TEST_CASE("what is wrong with a field is named by its place") {
  const auto wrong = GENERATE(Catch::Generators::values<Wrong>({
      {R"({"id": "a", "type": "texte", "label": "A", "required": true})", "steps[0].fields[0].type"},
      {R"({"id": "A b", "type": "text", "label": "A", "required": true})", "steps[0].fields[0].id"},
      {R"({"id": "1a", "type": "text", "label": "A", "required": true})", "steps[0].fields[0].id"},
      {R"({"type": "text", "label": "A", "required": true})", "steps[0].fields[0].id"},
      {R"({"id": "a", "type": "text", "label": " ", "required": true})", "steps[0].fields[0].label"},
      {R"({"id": "a", "type": "text", "label": "A"})", "steps[0].fields[0].required"},
      {R"({"id": "a", "type": "text", "label": "A", "required": "yes"})", "steps[0].fields[0].required"},
      {R"({"id": "a", "type": "text", "label": "A", "required": true, "max_lenght": 3})",
       "steps[0].fields[0].max_lenght"},
      {R"({"id": "a", "type": "time", "label": "A", "required": true, "minimum_time": "8h"})",
       "steps[0].fields[0].minimum_time"},
      {R"({"id": "a", "type": "time", "label": "A", "required": true, "minimum_time": "12:00", "maximum_time": "09:00"})",
       "steps[0].fields[0].maximum_time"},
      {R"({"id": "a", "type": "money", "label": "A", "required": true, "maximum_cents": 1.5})",
       "steps[0].fields[0].maximum_cents"},
      {R"({"id": "a", "type": "title", "label": "A", "required": true})", "steps[0].fields[0].required"},
      {R"({"id": "a", "type": "date", "label": "A", "required": true, "max_length": 3})",
       "steps[0].fields[0].max_length"},
      {R"({"id": "a", "type": "text", "label": "A", "required": true, "max_length": 0})",
       "steps[0].fields[0].max_length"},
      {R"({"id": "a", "type": "date", "label": "A", "required": true, "minimum_date": "demain"})",
       "steps[0].fields[0].minimum_date"},
      {R"({"id": "a", "type": "number", "label": "A", "required": true, "minimum": 5, "maximum": 4})",
       "steps[0].fields[0].maximum"},
      {R"({"id": "a", "type": "choice", "label": "A", "required": true})", "steps[0].fields[0].options"},
      {R"({"id": "a", "type": "choice", "label": "A", "required": true, "options": []})", "steps[0].fields[0].options"},
      {R"({"id": "a", "type": "choice", "label": "A", "required": true, "options": [{"value": "x"}]})",
       "steps[0].fields[0].options[0].label"},
      {R"({"id": "a", "type": "choice", "label": "A", "required": true, "options": [{"value": "x", "label": "X"}, {"value": "x", "label": "Y"}]})",
       "steps[0].fields[0].options"},
      {R"({"id": "a", "type": "file", "label": "A", "required": true, "accept": ["svg"]})",
       "steps[0].fields[0].accept"},
      {R"({"id": "a", "type": "file", "label": "A", "required": true, "max_file_bytes": 99999999})",
       "steps[0].fields[0].max_file_bytes"},
      {R"({"id": "a", "type": "note", "label": "A", "required": true})", "steps[0].fields[0].required"},
      {R"({"id": "a", "type": "text", "label": "A", "required": true}, {"id": "a", "type": "text", "label": "A", "required": true})",
       "steps[0].fields[1].id"},
      {R"("a")", "steps[0].fields[0]"},
      {"", "steps[0].fields"},
  }));
  INFO(wrong.fields);
  CHECK(where_wrong(procedure_json(step_with(wrong.fields))) == wrong.where);
}

TEST_CASE("a condition looks at an earlier field and at answers it can have") {
  const auto place_of = [](const char* condition) {
    return where_wrong(procedure_json(step_with(
        R"({"id": "a", "type": "choice", "label": "A", "required": true, "options": [{"value": "x", "label": "X"}]},
           {"id": "doc", "type": "file", "label": "D", "required": false},
           {"id": "b", "type": "text", "label": "B", "required": false, "show_if": )" +
        std::string(condition) + R"(},
           {"id": "c", "type": "text", "label": "C", "required": false})")));
  };
  CHECK(place_of(R"({"field": "a", "equals": "x"})").empty());
  CHECK(place_of(R"({"field": "c", "equals": "x"})") == "steps[0].fields[2].show_if.field");
  CHECK(place_of(R"({"field": "b", "equals": "x"})") == "steps[0].fields[2].show_if.field");
  CHECK(place_of(R"({"field": "doc", "equals": "x"})") == "steps[0].fields[2].show_if.field");
  CHECK(place_of(R"({"field": "a", "equals": "z"})") == "steps[0].fields[2].show_if.field");
  CHECK(place_of(R"({"field": "a", "in": []})") == "steps[0].fields[2].show_if.in");
  CHECK(place_of(R"({"all": []})") == "steps[0].fields[2].show_if.all");
  CHECK(place_of(R"({"not": {"field": "c", "equals": "x"}})") == "steps[0].fields[2].show_if.not.field");
  CHECK(place_of(R"({"any": [{"field": "a", "equals": "x"}, {}]})") == "steps[0].fields[2].show_if.any[1].field");
  CHECK(place_of(R"({"field": "a", "equals": "x", "or": 1})") == "steps[0].fields[2].show_if.or");
  CHECK(place_of("true") == "steps[0].fields[2].show_if");
}

TEST_CASE("a condition nested without end is refused") {
  std::string condition = R"({"field": "a", "equals": "x"})";
  for (int i = 0; i < 10; ++i) condition = R"({"not": )" + condition + "}";
  const std::string fields = R"({"id": "a", "type": "text", "label": "A", "required": true},
    {"id": "b", "type": "text", "label": "B", "required": true, "show_if": )" +
                             condition + "}";
  CHECK_FALSE(where_wrong(procedure_json(step_with(fields))).empty());
}

TEST_CASE("the applicant has a name and a required e-mail field that is always asked") {
  const std::string good = procedure_json("");
  CHECK(where_wrong(good).empty());
  CHECK(where_wrong(without(good, R"("email": "email"})", R"("email": "last_name"})")) == "applicant.email");
  CHECK(where_wrong(without(good, R"("name": ["last_name"])", R"("name": [])")) == "applicant.name");
  CHECK(where_wrong(without(good, R"("name": ["last_name"])", R"("name": ["email"])")) == "applicant.name[0]");
  CHECK(where_wrong(without(good, R"("label": "Adresse électronique", "required": true)",
                            R"("label": "E", "required": false)")) == "applicant.email");
  CHECK(where_wrong(without(good, R"("label": "Adresse électronique", "required": true)",
                            R"("label": "E", "required": true, "show_if": {"field": "last_name", "equals": "x"})")) ==
        "applicant.email");
}

TEST_CASE("the head of a procedure is checked too") {
  const std::string good = procedure_json("");
  CHECK(where_wrong(without(good, R"("slug": "essai")", R"("slug": "Essai!")")) == "slug");
  CHECK(where_wrong(without(good, R"("title": "Essai", )")) == "title");
  CHECK(where_wrong(without(good, R"("retention_months": 12)", R"("retention_months": 0)")) == "retention_months");
  CHECK(where_wrong(without(good, R"("rule": "acceptance")", R"("rule": "maybe")")) == "silence.rule");
  CHECK(where_wrong(without(good, R"("months": 2, )")) == "silence.months");
  CHECK(where_wrong(without(good, R"("title": "Essai")", R"("titel": "x", "title": "Essai")")) == "titel");
  CHECK(where_wrong(without(good, R"("id": "you")", R"("id": "")")) == "steps[0].id");
  CHECK(where_wrong("{") == "json.unreadable");
  CHECK(where_wrong("[]") == "document");
}

TEST_CASE("two steps do not share an id") {
  const std::string step =
      R"({"id": "you", "title": "Une", "fields": [{"id": "a", "type": "text", "label": "A", "required": true}]})";
  CHECK(where_wrong(procedure_json(step)) == "steps[1].id");
}

TEST_CASE("the applicant is named from the answers") {
  const Definition definition = procedure("");
  CHECK(applicant_name(definition, answers(R"({"last_name": "Martin", "email": "a@b.fr"})")) == "Martin");
  CHECK(applicant_email(definition, answers(R"({"email": "a@b.fr"})")) == "a@b.fr");
  CHECK(applicant_name(definition, {}).empty());
}
