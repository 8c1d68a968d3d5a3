// Evaluates conditions.
#include "tenants/forms/condition.hpp"

#include <algorithm>

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

bool holds(const Condition& condition, const Answers& answers) {
  const auto child_holds = [&](const Condition& child) { return holds(child, answers); };
  const auto& children = condition.children;
  switch (condition.kind) {
    case Condition::Kind::negation: return !holds(children.front(), answers);
    case Condition::Kind::all: return std::all_of(children.begin(), children.end(), child_holds);
    case Condition::Kind::any: return std::any_of(children.begin(), children.end(), child_holds);
    case Condition::Kind::is_one_of: break;
  }
  const json::Value* answer = answers.if_contains(condition.field);
  return answer != nullptr && is_one_of(condition, *answer);
}

}  // namespace clocher::forms
