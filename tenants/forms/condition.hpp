// When a step or a field is asked: a small tree over earlier answers.
#pragma once

#include "tenants/forms/answers.hpp"

#include <string>
#include <vector>

namespace clocher::forms {

struct Condition {
  enum class Kind {
    is_one_of,  // the answer to `field` is one of `values`; of a `choices` field, one of those ticked is
    negation,   // of the only child
    all,
    any,
  };
  Kind kind = Kind::all;
  std::string field;
  std::vector<std::string> values;
  std::vector<Condition> children;
};

// A field without an answer equals nothing. A consent compares as "true", a number by its value ("02" is "2").
// `answers` must hold no value of a hidden field: see prune in step.hpp.
[[nodiscard]] bool holds(const Condition& condition, const Answers& answers);

}  // namespace clocher::forms
