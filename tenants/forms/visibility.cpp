// Which steps and fields the answers call for, and what follows what.
#include "tenants/forms/visibility.hpp"

#include "tenants/forms/ending.hpp"
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
  if (field.type->nature == FieldNature::note || field.type->nature == FieldNature::computed) return true;
  const json::Value* answer = answers.if_contains(field.id);
  if (answer == nullptr) return !is_required(field, answers);
  return field.type->check(field, *answer, today).empty();
}

bool is_complete(const Step& step, const Answers& counted, Date today) {
  return std::all_of(step.fields.begin(), step.fields.end(), [&](const Field& field) {
    return !is_visible(field.show_if, counted) || is_right(field, counted, today);
  });
}

const Ending* reached_in(const Step& step, const Answers& counted) {
  const auto reached =
      std::ranges::find_if(step.ends_if, [&](const Ending& ending) { return holds(ending.when, counted); });
  return reached == step.ends_if.end() ? nullptr : &*reached;
}

}  // namespace

bool is_required(const Field& field, const Answers& counted) {
  return field.required || (field.require_if && holds(*field.require_if, counted));
}

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
  const Answers counted = prune(definition, with_computed(definition, answers, today));
  for (const Step* step : visible_steps(definition, counted)) {
    if (!is_complete(*step, counted, today) || reached_in(*step, counted) != nullptr) return step;
  }
  return nullptr;
}

std::optional<ReachedEnding> find_ending(const Definition& definition, const Answers& answers, Date today) {
  const Answers counted = prune(definition, with_computed(definition, answers, today));
  for (const Step* step : visible_steps(definition, counted)) {
    if (!is_complete(*step, counted, today)) return std::nullopt;
    if (const Ending* ending = reached_in(*step, counted)) return ReachedEnding{step, ending};
  }
  return std::nullopt;
}

Answers with_computed(const Definition& definition, const Answers& answers, Date today) {
  Answers all = answers;
  Answers counted;
  for (const Step& step : definition.steps) {
    const bool is_shown = is_visible(step.show_if, counted);
    for (const Field& field : step.fields) {
      const bool counts = is_shown && is_visible(field.show_if, counted);
      if (field.compute) {
        all.erase(field.id);
        const auto value = counts ? compute(*field.compute, counted, today) : std::nullopt;
        if (value) all[field.id] = *value;
      }
      const json::Value* answer = all.if_contains(field.id);
      if (counts && answer != nullptr) counted[field.id] = *answer;
    }
  }
  return all;
}

Answers submitted_answers(const Definition& definition, const Answers& answers) {
  Answers kept = prune(definition, answers);
  for (const Step& step : definition.steps) {
    if (!step.is_eligibility) continue;
    for (const Field& field : step.fields) kept.erase(field.id);
  }
  return kept;
}

}  // namespace clocher::forms
