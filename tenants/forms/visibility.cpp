// Which steps and fields the answers call for, and what follows what.
#include "tenants/forms/visibility.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

// Adds the answers of the visible fields of one step to those that count.
void count_step(const Step& step, const Answers& answers, Answers& counted) {
  if (!is_visible(step.show_if, counted)) return;
  for (const Field& field : step.fields) {
    const json::Value* answer = answers.if_contains(field.id);
    if (answer != nullptr && is_visible(field.show_if, counted)) counted[field.id] = *answer;
  }
}

bool is_right(const Field& field, const Answers& answers, Date today) {
  if (field.type->nature == FieldNature::note) return true;
  const json::Value* answer = answers.if_contains(field.id);
  if (answer == nullptr) return !field.required;
  return field.type->check(field, *answer, today).empty();
}

}  // namespace

bool is_visible(const std::optional<Condition>& show_if, const Answers& counted) {
  return !show_if || holds(*show_if, counted);
}

Answers counted_before(const Definition& definition, const Step& step, const Answers& answers) {
  Answers counted;
  for (const Step& other : definition.steps) {
    if (other.id == step.id) break;
    count_step(other, answers, counted);
  }
  return counted;
}

Answers prune(const Definition& definition, const Answers& answers) {
  Answers counted;
  for (const Step& step : definition.steps) count_step(step, answers, counted);
  return counted;
}

std::vector<const Step*> visible_steps(const Definition& definition, const Answers& answers) {
  std::vector<const Step*> steps;
  Answers counted;
  for (const Step& step : definition.steps) {
    if (is_visible(step.show_if, counted)) steps.push_back(&step);
    count_step(step, answers, counted);
  }
  return steps;
}

std::vector<const Field*> visible_fields(const Definition& definition, const Step& step, const Answers& answers) {
  std::vector<const Field*> fields;
  Answers counted = counted_before(definition, step, answers);
  if (!is_visible(step.show_if, counted)) return fields;
  count_step(step, answers, counted);  // conditions look at earlier fields only: later ones change nothing
  for (const Field& field : step.fields) {
    if (is_visible(field.show_if, counted)) fields.push_back(&field);
  }
  return fields;
}

// From a step that is hidden, the nearest visible one in that direction.
const Step* next_step(const Definition& definition, const Step& step, const Answers& answers) {
  bool is_after = false;
  const auto visible = visible_steps(definition, answers);
  for (const Step& other : definition.steps) {
    const bool is_shown = std::find(visible.begin(), visible.end(), &other) != visible.end();
    if (is_after && is_shown) return &other;
    if (other.id == step.id) is_after = true;
  }
  return nullptr;
}

const Step* previous_step(const Definition& definition, const Step& step, const Answers& answers) {
  const Step* previous = nullptr;
  const auto visible = visible_steps(definition, answers);
  for (const Step& other : definition.steps) {
    if (other.id == step.id) return previous;
    if (std::find(visible.begin(), visible.end(), &other) != visible.end()) previous = &other;
  }
  return nullptr;
}

const Step* first_incomplete_step(const Definition& definition, const Answers& answers, Date today) {
  const Answers counted = prune(definition, answers);
  for (const Step* step : visible_steps(definition, counted)) {
    const auto fields = visible_fields(definition, *step, counted);
    if (!std::all_of(fields.begin(), fields.end(),
                     [&](const Field* field) { return is_right(*field, counted, today); }))
      return step;
  }
  return nullptr;
}

}  // namespace clocher::forms
