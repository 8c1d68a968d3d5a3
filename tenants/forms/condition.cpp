// Evaluates conditions.
#include "tenants/forms/condition.hpp"

#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <optional>

namespace clocher::forms {
namespace {

bool is_listed(const std::vector<std::string>& values, std::string_view text) {
  return std::find(values.begin(), values.end(), text) != values.end();
}

bool is_one_of(const Condition& condition, const json::Value& answer) {
  if (answer.is_string()) return is_listed(condition.values, answer.get_string());
  if (answer.is_bool()) return is_listed(condition.values, answer.get_bool() ? "true" : "false");
  if (!answer.is_array()) return false;
  const json::Array& ticked = answer.get_array();
  return std::any_of(ticked.begin(), ticked.end(), [&](const json::Value& value) {
    return value.is_string() && is_listed(condition.values, value.get_string());
  });
}

}  // namespace

namespace {

std::optional<std::int64_t> number_in(const json::Value& answer) {
  if (const std::int64_t* number = answer.if_int64()) return *number;
  return answer.is_string() ? hundredths_of(answer.get_string()) : std::nullopt;
}

// Days and times as they are kept sort as texts.
std::string_view moment_in(const Answers& answers, const std::string& field) {
  const json::Value* answer = answers.if_contains(field);
  return answer != nullptr && answer->is_string() ? std::string_view(answer->get_string()) : std::string_view();
}

bool compares(const Condition& condition, const json::Value& answer, const Answers& answers) {
  const bool is_moment = condition.kind == Condition::Kind::before || condition.kind == Condition::Kind::after;
  if (is_moment) {
    const std::string_view left = moment_in(answers, condition.field);
    const std::string_view right = condition.other.empty() ? condition.day : moment_in(answers, condition.other);
    if (left.empty() || right.empty()) return false;
    return condition.kind == Condition::Kind::before ? left < right : left > right;
  }
  const auto number = number_in(answer);
  if (!number) return false;
  return condition.kind == Condition::Kind::at_least ? *number >= condition.bound : *number <= condition.bound;
}

}  // namespace

bool holds(const Condition& condition, const Answers& answers) {
  const auto child_holds = [&](const Condition& child) { return holds(child, answers); };
  const auto& children = condition.children;
  switch (condition.kind) {
    case Condition::Kind::negation: return !holds(children.front(), answers);
    case Condition::Kind::all: return std::all_of(children.begin(), children.end(), child_holds);
    case Condition::Kind::any: return std::any_of(children.begin(), children.end(), child_holds);
    case Condition::Kind::answered: return answers.contains(condition.field);
    default: break;
  }
  const json::Value* answer = answers.if_contains(condition.field);
  if (answer == nullptr) return false;
  return condition.kind == Condition::Kind::is_one_of ? is_one_of(condition, *answer)
                                                      : compares(condition, *answer, answers);
}

}  // namespace clocher::forms
