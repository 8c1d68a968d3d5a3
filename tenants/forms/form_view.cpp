// Builds the data of the form's pages.
#include "tenants/forms/form_view.hpp"

#include "tenants/forms/field_type.hpp"
#include "tenants/forms/field_view.hpp"
#include "tenants/forms/visibility.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

json::Value text_or_false(const std::string& text) { return text.empty() ? json::Value(false) : json::Value(text); }

// What stands in the control: what was just typed, or the saved answer as one would type it.
json::Value raw_of(const Field& field, const Answers& values, const StepReading* reading) {
  if (reading != nullptr && field.type->nature == FieldNature::answer) {
    const json::Value* typed = reading->raw.if_contains(field.id);
    return typed == nullptr ? json::Value(nullptr) : *typed;
  }
  const json::Value* saved = values.if_contains(field.id);
  return saved == nullptr ? json::Value(nullptr) : field.type->to_raw(field, *saved);
}

json::Array error_list(const Definition& definition, const FieldErrors& errors, const view::Catalogue& catalogue) {
  json::Array list;
  for (const FieldError& error : errors) {
    list.push_back(
        json::Object{{"href", error_href(definition, error)}, {"message", catalogue.text(error.key, error.arguments)}});
  }
  return list;
}

json::Array field_list(const Definition& definition, const Step& step, const Answers& values,
                       const StepReading* reading, const view::Catalogue& catalogue) {
  json::Array list;
  const FieldErrors none;
  const Answers counted = prune(definition, values);
  bool is_noticed = reading == nullptr || reading->newly_shown.empty();
  for (const Field* field : visible_fields(definition, step, values)) {
    if (field->is_hidden) continue;
    if (!is_noticed && field->id == reading->newly_shown.front()) {
      list.push_back(notice_view(catalogue));
      is_noticed = true;
    }
    const json::Value raw = raw_of(*field, values, reading);
    list.push_back(field_view(*field, {raw, reading == nullptr ? none : reading->errors, is_required(*field, counted)},
                              catalogue));
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
  json::Array errors =
      error_list(definition, reading == nullptr ? std::vector<FieldError>{} : reading->errors, catalogue);
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
  view["has_group"] = std::ranges::any_of(
      fields, [](const json::Value& field) { return json::is_true(field.as_object(), "is_group"); });
  view["fields"] = std::move(fields);
  return view;
}

json::Array answer_sections(const Definition& definition, const Answers& answers, const StepUrl& url,
                            const view::Catalogue& catalogue) {
  json::Array sections;
  const Answers counted = prune(definition, answers);
  for (const Step* step : visible_steps(definition, counted)) {
    if (step->is_eligibility) continue;
    json::Array list;
    for (const Field* field : visible_fields(definition, *step, counted)) {
      if (field->type->nature != FieldNature::note && !field->is_hidden)
        list.push_back(answer_view(*field, counted, catalogue));
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
  view["sections"] = answer_sections(definition, with_computed(definition, answers, today), url, catalogue);
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
