// Builds the data of the form's pages.
#include "tenants/forms/form_view.hpp"

#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_types/common.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

// Every key of every partial, so that mustache never looks one up in the page around the field.
json::Object empty_field() {
  json::Object view;
  for (const char* name :
       {"is_text",       "is_long_text", "is_email",     "is_phone",  "is_date",    "is_radios", "is_select",
        "is_checkboxes", "is_address",   "is_file",      "is_note",   "is_own",     "optional",  "hint",
        "error",         "value",        "autocomplete", "inputmode", "maxlength",  "width",     "rows",
        "options",       "street",       "postcode",     "city",      "complement", "accept",    "formats_text",
        "max_text",      "multiple",     "has_kept",     "kept",      "note_html",     "is_code",   "is_money",    "is_title",  "format"}) {
    view[name] = false;
  }
  return view;
}

json::Value text_or_false(const std::string& text) { return text.empty() ? json::Value(false) : json::Value(text); }

// The first message about this field or this part of it.
json::Value message_for(std::string_view name, const std::vector<FieldError>& errors,
                        const view::Catalogue& catalogue) {
  const auto it =
      std::find_if(errors.begin(), errors.end(), [&](const FieldError& error) { return error.field == name; });
  return it == errors.end() ? json::Value(false) : json::Value(catalogue.text(it->key, it->arguments));
}

// What stands in the control: what was just typed, or the saved answer as one would type it.
json::Value raw_of(const Field& field, const Answers& values, const StepReading* reading) {
  if (reading != nullptr && field.type->nature == FieldNature::answer) {
    const json::Value* typed = reading->raw.if_contains(field.id);
    return typed == nullptr ? json::Value(nullptr) : *typed;
  }
  const json::Value* saved = values.if_contains(field.id);
  return saved == nullptr ? json::Value(nullptr) : field.type->to_raw(field, *saved);
}

json::Object field_view(const Field& field, const json::Value& raw, const std::vector<FieldError>& errors,
                        const view::Catalogue& catalogue) {
  json::Object view = empty_field();
  view["id"] = control_id(field.id);
  view["name"] = field.id;
  view["label"] = field.label;
  view["hint"] = text_or_false(field.hint);
  view["optional"] = !field.required;
  view["error"] = message_for(field.id, errors, catalogue);
  field.type->fill_view(field, raw, catalogue, view);
  for (const char* part : {"street", "complement", "postcode", "city"}) {
    if (json::Object* control = view[part].if_object()) {
      (*control)["error"] = message_for(field.id + "." + part, errors, catalogue);
    }
  }
  return view;
}

// Stands before the questions that the last answers made appear.
json::Object notice(const view::Catalogue& catalogue) {
  json::Object view = empty_field();
  view["id"] = "f-notice";
  view["name"] = "notice";
  view["label"] = false;
  view["is_note"] = true;
  view["note_html"] = "<p>" + catalogue.text("form.newly_shown") + "</p>";  // our own sentence, no markup in it
  return view;
}

json::Array error_list(const std::vector<FieldError>& errors, const view::Catalogue& catalogue) {
  json::Array list;
  for (const FieldError& error : errors) {
    const bool is_street = error.field.ends_with(".street");  // it has the id of the whole address
    const std::string target = is_street ? error.field.substr(0, error.field.size() - 7) : error.field;
    list.push_back(
        json::Object{{"href", "#" + control_id(target)}, {"message", catalogue.text(error.key, error.arguments)}});
  }
  return list;
}

json::Array field_list(const Definition& definition, const Step& step, const Answers& values,
                       const StepReading* reading, const view::Catalogue& catalogue) {
  json::Array list;
  const std::vector<FieldError> none;
  bool is_noticed = reading == nullptr || reading->newly_shown.empty();
  for (const Field* field : visible_fields(definition, step, values)) {
    if (!is_noticed && field->id == reading->newly_shown.front()) {
      list.push_back(notice(catalogue));
      is_noticed = true;
    }
    list.push_back(
        field_view(*field, raw_of(*field, values, reading), reading == nullptr ? none : reading->errors, catalogue));
  }
  return list;
}

std::size_t position_of(const std::vector<const Step*>& steps, const Step& step) {
  const auto it = std::find(steps.begin(), steps.end(), &step);
  return it == steps.end() ? 0 : static_cast<std::size_t>(it - steps.begin());
}

json::Object answer_view(const Field& field, const Answers& answers, const view::Catalogue& catalogue) {
  json::Array lines;
  const json::Value* value = answers.if_contains(field.id);
  const Lines shown = value == nullptr ? Lines{} : show(field, *value, catalogue);
  for (const std::string& line : shown) lines.emplace_back(line);
  const bool is_answered = !lines.empty();
  return {{"question", field.label}, {"lines", std::move(lines)}, {"is_answered", is_answered}};
}

}  // namespace

json::Object step_view(const Definition& definition, const Step& step, const Answers& saved, const StepReading* reading,
                       const view::Catalogue& catalogue) {
  const Answers& values = reading == nullptr ? saved : reading->values;
  const auto steps = visible_steps(definition, values);
  json::Array fields = field_list(definition, step, values, reading, catalogue);
  json::Array errors = error_list(reading == nullptr ? std::vector<FieldError>{} : reading->errors, catalogue);
  const bool is_single = fields.size() == 1 && !json::is_true(fields.front().as_object(), "is_note") &&
                         !json::is_true(fields.front().as_object(), "is_title");
  json::Object view;
  view["procedure_title"] = definition.title;
  view["step_number"] = std::to_string(position_of(steps, step) + 1);
  view["step_count"] = std::to_string(steps.size() + 1);
  view["step_title"] = step.title;
  view["step_intro"] = text_or_false(step.introduction);
  view["single_question"] = is_single;
  view["has_errors"] = !errors.empty();
  view["errors"] = std::move(errors);
  view["fields"] = std::move(fields);
  return view;
}

json::Array answer_sections(const Definition& definition, const Answers& answers, const StepUrl& url,
                            const view::Catalogue& catalogue) {
  json::Array sections;
  const Answers counted = prune(definition, answers);
  for (const Step* step : visible_steps(definition, counted)) {
    json::Array list;
    for (const Field* field : visible_fields(definition, *step, counted)) {
      if (field->type->nature != FieldNature::note) list.push_back(answer_view(*field, counted, catalogue));
    }
    if (list.empty()) continue;
    const std::string edit_url = url ? url(*step) : std::string();
    sections.push_back(json::Object{
        {"section_title", step->title}, {"edit_url", text_or_false(edit_url)}, {"answers", std::move(list)}});
  }
  return sections;
}

json::Object review_view(const Definition& definition, const Answers& answers, Date today, const StepUrl& url,
                         const view::Catalogue& catalogue) {
  json::Array errors;
  if (const Step* step = first_incomplete_step(definition, answers, today)) {
    const std::string href = url ? url(*step) : std::string();
    errors.push_back(
        json::Object{{"href", href}, {"message", catalogue.text("form.step_incomplete", {{"step", step->title}})}});
  }
  json::Object view;
  view["procedure_title"] = definition.title;
  view["has_errors"] = !errors.empty();
  view["errors"] = std::move(errors);
  view["sections"] = answer_sections(definition, answers, url, catalogue);
  return view;
}

std::vector<std::pair<std::string, std::string>> flat_answers(const Definition& definition, const Answers& answers) {
  std::vector<std::pair<std::string, std::string>> columns;
  const Answers counted = prune(definition, answers);
  for (const Step& step : definition.steps) {
    for (const Field& field : step.fields) {
      const json::Value* value = counted.if_contains(field.id);
      if (value == nullptr) continue;
      for (auto& column : flatten(field, *value)) columns.push_back(std::move(column));
    }
  }
  return columns;
}

}  // namespace clocher::forms
