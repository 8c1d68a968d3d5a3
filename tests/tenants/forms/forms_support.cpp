// Makes definitions and forms for tests.
#include "tests/tenants/forms/forms_support.hpp"

#include "core/http/assets.hpp"

#include <stdexcept>

namespace clocher::forms::test {
namespace {

constexpr std::string_view head = R"({
  "slug": "essai", "title": "Essai", "summary": "Une démarche d’essai.", "duration_minutes": 3,
  "introduction": "Bonjour.", "needs": ["Un stylo"], "legal_basis": "mission d’intérêt public", "purpose": "essayer",
  "retention_months": 12, "recipients": "la mairie", "silence": {"rule": "acceptance", "months": 2, "text": "Accordé."},
  "confirmation": "Merci.", "applicant": {"name": ["last_name"], "email": "email"}, "steps": [)";

constexpr std::string_view you = R"({"id": "you", "title": "Vous", "fields": [
  {"id": "last_name", "type": "text", "label": "Nom", "required": true},
  {"id": "email", "type": "email", "label": "Adresse électronique", "required": true}]}]})";

}  // namespace

const view::Catalogue& french() {
  static const view::Catalogue catalogue(http::find_asset("locales/fr.json")->bytes, view::OnMissing::throws);
  return catalogue;
}

std::string procedure_json(std::string_view steps_json) {
  std::string json(head);
  if (!steps_json.empty()) json.append(steps_json).append(", ");
  return json.append(you);
}

Definition procedure(std::string_view steps_json) {
  auto definition = parse_definition(procedure_json(steps_json));
  if (!definition) {
    const Arguments& arguments = definition.error().arguments;
    throw std::runtime_error(definition.error().key + " " + arguments.at("where") + " " + arguments.at("problem"));
  }
  return std::move(*definition);
}

Field field(std::string_view properties_json) {
  const Definition definition =
      procedure(R"({"id": "one", "title": "Une", "fields": [{"id": "it", "label": "Question", )" +
                std::string(properties_json) + "}]}");
  return definition.steps.front().fields.front();
}

http::Form form(std::initializer_list<std::pair<std::string, std::string>> values) {
  http::Form form;
  for (const auto& [name, value] : values) form.add(name, value);
  return form;
}

Answers answers(std::string_view json_text) { return json::parse_trusted(json_text).as_object(); }

std::string text(const json::Value& value) { return json::serialize(value); }

std::vector<std::string> ids(const std::vector<const Step*>& steps) {
  std::vector<std::string> ids;
  for (const Step* step : steps) ids.push_back(step->id);
  return ids;
}

std::vector<std::string> ids(const std::vector<const Field*>& fields) {
  std::vector<std::string> ids;
  for (const Field* field : fields) ids.push_back(field->id);
  return ids;
}

std::vector<std::string> keys(const std::vector<FieldError>& errors) {
  std::vector<std::string> keys;
  for (const FieldError& error : errors) keys.push_back(error.field + ": " + error.key);
  return keys;
}

ReadField read(const char* properties, const char* raw) {
  return read_answer(field(properties), json::parse_trusted(raw), today);
}

}  // namespace clocher::forms::test
