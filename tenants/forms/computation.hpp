// A value worked out from earlier answers, in whole numbers: no floating point touches an amount.
#pragma once

#include "core/base/date.hpp"
#include "tenants/forms/answers.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::forms {

// A field, a question of a group's items added up ("children.price"), or a constant.
struct Operand {
  std::string field;            // "" for a constant
  std::string part;             // of a group, "" otherwise
  std::int64_t hundredths = 0;  // the constant
  bool is_whole = false;        // the field is a computed integer
};

struct Computation {
  enum class Kind { sum, product, difference, count, age };
  enum class Unit { integer, cents };
  Kind kind = Kind::sum;
  Unit unit = Unit::integer;
  std::vector<Operand> operands;  // of count and age: one field
  std::optional<Date> on;         // of an age: the day, today when neither this nor on_field is there
  std::string on_field;           // a date field
};

// The integer or the cents; nullopt when an answer it needs is missing (a sum needs one of them, a count none) or the
// result is beyond 12 digits. `counted` holds the answers of visible fields only. Rounds half away from zero.
[[nodiscard]] std::optional<std::int64_t> compute(const Computation& computation, const Answers& counted, Date today);

}  // namespace clocher::forms
