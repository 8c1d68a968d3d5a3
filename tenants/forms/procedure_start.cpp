// The blank procedure, in the words of the catalogue.
#include "tenants/forms/procedure_start.hpp"

#include <string>

namespace clocher::forms {
namespace {

constexpr std::string_view blank = R"({
  "title": "",
  "summary": "Envoyer une demande à la mairie.",
  "theme": "mairie",
  "duration_minutes": 5,
  "needs": [],
  "legal_basis": "Mission d’intérêt public de la commune.",
  "purpose": "Traiter votre demande et vous répondre.",
  "retention_months": 12,
  "recipients": "Les agents de la mairie qui traitent la demande.",
  "silence": {"rule": "none", "text": "La mairie vous répond dès que possible."},
  "confirmation": "La mairie lit votre demande et vous répond par courriel.",
  "applicant": {"name": ["prenom", "nom"], "email": "courriel"},
  "steps": [
    {"id": "demande", "title": "Votre demande", "fields": [
      {"id": "demande_texte", "type": "long_text", "label": "Que demandez-vous ?", "required": true, "max_length": 3000}]},
    {"id": "coordonnees", "title": "Vos coordonnées", "fields": [
      {"id": "prenom", "type": "text", "label": "Votre prénom", "required": true, "max_length": 100, "autocomplete": "given-name"},
      {"id": "nom", "type": "text", "label": "Votre nom", "required": true, "max_length": 100, "autocomplete": "family-name"},
      {"id": "courriel", "type": "email", "label": "Votre adresse électronique", "hint": "La mairie vous y envoie l’accusé de réception et ses messages.", "required": true, "autocomplete": "email"},
      {"id": "telephone", "type": "phone", "label": "Votre téléphone", "required": false, "autocomplete": "tel"}]}
  ],
  "tests": []
})";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// In every text, however deep: a definition is read with a limit of depth.
void rename(json::Value& value, std::string_view from, std::string_view to) {
  if (value.is_string()) {
    std::string text(std::string_view(value.get_string()));
    replace_all(text, from, to);
    value = text;
  } else if (value.is_array()) {
    for (json::Value& item : value.get_array()) rename(item, from, to);
  } else if (value.is_object()) {
    for (auto& property : value.get_object()) rename(property.value(), from, to);
  }
}

}  // namespace

json::Object blank_procedure(std::string_view title) {
  json::Object procedure = json::parse_trusted(blank).as_object();
  procedure["title"] = title;
  return procedure;
}

json::Object copied_procedure(json::Object from, std::string_view title) {
  const std::string before = json::string_or(from, "title");
  if (json::Value* tests = from.if_contains("tests"); tests != nullptr && !before.empty()) rename(*tests, before, title);
  from["title"] = title;
  return from;
}

}  // namespace clocher::forms
