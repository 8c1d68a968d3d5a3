// Reads what was typed with the readers of real forms.
#include "tenants/forms/trial.hpp"

#include "tenants/forms/ending.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/upload_check.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

bool is_file(const Field& field) { return field.type->nature == FieldNature::file; }

// At most as many as the question takes; each has a number of its own on its page.
void add_names(const Field& field, const json::Value& names, Answers& answers) {
  const json::Array* list = names.if_array();
  if (list == nullptr) return;
  std::int64_t id = 0;
  for (const json::Value& name : *list) {
    if (!name.is_string() || id == static_cast<std::int64_t>(field.max_files)) continue;
    add_file(answers, field.id, {++id, shown_name(name.get_string()), 1'024, "application/pdf", false});
  }
}

// Chosen files join those chosen before; where one alone is allowed, the new one takes its place.
Typed with_chosen_files(const Step& step, const SentFields& sent, Typed typed) {
  for (const Field& field : step.fields) {
    if (!is_file(field)) continue;
    json::Array chosen;
    for (const auto& [name, value] : sent) {
      if (name == field.id && !value.empty()) chosen.emplace_back(value);
    }
    if (chosen.empty()) continue;
    const json::Array* before = json::find_array(typed, field.id);
    json::Array all = before != nullptr && field.max_files > 1 ? *before : json::Array();
    for (json::Value& name : chosen) all.push_back(std::move(name));
    typed[field.id] = std::move(all);
  }
  return typed;
}

http::Form form_of(const Definition& definition, const SentFields& sent) {
  http::Form form;
  for (const auto& [name, value] : sent) {
    const Field* field = find_field(definition, name);
    const auto text = http::normalised_text(value);
    if (text && (field == nullptr || !is_file(*field))) form.add(name, *text);
  }
  return form;
}

void keep(const Field& field, const StepReading& reading, Typed& typed) {
  if (is_file(field)) {
    json::Array names;
    for (const FileAnswer& file : files_of(reading.values, field.id)) names.emplace_back(file.name);
    typed[field.id] = std::move(names);
  } else if (const json::Value* raw = reading.raw.if_contains(field.id)) {
    typed[field.id] = *raw;
  }
}

bool is_blank(const json::Value& typed) {
  if (typed.is_string()) return typed.get_string().empty();
  if (typed.is_array()) return std::ranges::all_of(typed.get_array(), is_blank);
  if (!typed.is_object()) return typed.is_null();
  return std::ranges::all_of(typed.get_object(), [](const auto& part) { return is_blank(part.value()); });
}

// Of the documents that tests have: tenants/forms/sample_uploads.hpp.
json::Value as_samples(const Field& field, const json::Value& names) {
  const bool takes_pdf = std::ranges::find(field.accept, "pdf") != field.accept.end();
  json::Array samples;
  for (std::size_t i = 0; i < names.as_array().size(); ++i)
    samples.emplace_back("essai-" + std::to_string(i + 1) + (takes_pdf ? ".pdf" : ".png"));
  return samples;
}

}  // namespace

Answers read_typed(const Definition& definition, const Typed& typed, Date today) {
  Answers answers;
  for (const Step& step : definition.steps) {
    for (const Field& field : step.fields) {
      const json::Value* raw = typed.if_contains(field.id);
      if (raw == nullptr || field.type->nature == FieldNature::note) continue;
      if (is_file(field)) {
        add_names(field, *raw, answers);
      } else if (ReadField answer = read_answer(field, *raw, today); answer.value) {
        answers[field.id] = std::move(*answer.value);
      }
    }
  }
  return with_computed(definition, answers, today);
}

TrialStep take_step(const Definition& definition, const Step& step, const SentFields& sent, const Typed& typed,
                    Date today) {
  TrialStep taken;
  taken.typed = with_chosen_files(step, sent, typed);
  const http::Form form = form_of(definition, sent);
  taken.reading = read_step(definition, step, form, read_typed(definition, taken.typed, today), today);
  for (const Field& field : step.fields) keep(field, taken.reading, taken.typed);
  return taken;
}

json::Array recorded_play(const Definition& definition, const Typed& typed, Date today) {
  const Answers answers = prune(definition, read_typed(definition, typed, today));
  json::Object fill;
  json::Array pages;
  for (const Step* step : visible_steps(definition, answers)) {
    pages.emplace_back(step->id);
    for (const Field* field : visible_fields(definition, *step, answers)) {
      const json::Value* raw = typed.if_contains(field->id);
      if (raw == nullptr || is_blank(*raw) || !answers.contains(field->id)) continue;
      fill[field->id] = is_file(*field) ? as_samples(*field, *raw) : *raw;
    }
  }
  if (const auto reached = find_ending(definition, answers, today)) {
    return {json::Object{{"fill", std::move(fill)}}, json::Object{{"ends", reached->ending->text}}};
  }
  return {json::Object{{"fill", std::move(fill)}}, json::Object{{"asked", std::move(pages)}},
          json::Object{{"send", true}},
          json::Object{{"mail", "resident"}, {"words", json::Array{"Accusé de réception"}}},
          json::Object{{"state", "submitted"}}};
}

}  // namespace clocher::forms
