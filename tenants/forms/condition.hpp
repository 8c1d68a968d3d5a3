// When a step or a field is asked: a small tree over earlier answers.
#pragma once

#include "tenants/forms/answers.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace clocher::forms {

struct Condition {
  enum class Kind {
    is_one_of,  // the answer to `field` is one of `values`; of a `choices` field, one of those ticked is
    at_least,  // the number is not below `bound`: hundredths of a number, cents of an amount, a computed value as it is
    at_most,
    before,  // the date or the time is strictly before `day`, or before the answer to `other`
    after,
    answered,  // there is an answer at all
    negation,  // of the only child
    all,
    any,
  };
  Kind kind = Kind::all;
  std::string field;
  std::vector<std::string> values;
  std::int64_t bound = 0;
  std::string day;    // "2026-11-24" or "14:30"
  std::string other;  // id of a field of the same type
  std::vector<Condition> children;
};

// A field without an answer equals nothing, and is neither below nor above, before nor after anything. A consent compares as "true", a number by its value ("02" is "2").
// `answers` must hold no value of a hidden field: see prune in step.hpp.
[[nodiscard]] bool holds(const Condition& condition, const Answers& answers);

}  // namespace clocher::forms
