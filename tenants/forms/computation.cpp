// Works values out. Everything is in hundredths: those of a euro are its cents.
#include "tenants/forms/computation.hpp"

#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

constexpr std::int64_t largest = 99'999'999'999'999;  // hundredths

using Value = std::optional<std::int64_t>;

Value within(std::int64_t value) { return value > largest || value < -largest ? Value() : Value(value); }

// Cents are integers, numbers texts such as "12.5".
Value hundredths_in(const json::Value& answer, const Operand& operand) {
  if (const std::int64_t* whole = answer.if_int64()) {
    if (!operand.is_whole) return within(*whole);
    return *whole > largest / 100 || *whole < -largest / 100 ? Value() : Value(*whole * 100);
  }
  return answer.is_string() ? hundredths_of(answer.get_string()) : Value();
}

Value sum_of_items(const json::Value& answer, const Operand& operand) {
  Value sum;
  if (!answer.is_array()) return sum;
  for (const json::Value& item : answer.get_array()) {
    const json::Value* part = item.is_object() ? item.get_object().if_contains(operand.part) : nullptr;
    const Value value = part == nullptr ? Value() : hundredths_in(*part, operand);
    if (value) sum = within(sum.value_or(0) + *value);
  }
  return sum;
}

Value value_of(const Operand& operand, const Answers& counted) {
  if (operand.field.empty()) return operand.hundredths;
  const json::Value* answer = counted.if_contains(operand.field);
  if (answer == nullptr) return std::nullopt;
  return operand.part.empty() ? hundredths_in(*answer, operand) : sum_of_items(*answer, operand);
}

std::int64_t divided(std::int64_t value, std::int64_t by) { return (value < 0 ? value - by / 2 : value + by / 2) / by; }

Value sum(const Computation& computation, const Answers& counted) {
  Value total;
  for (const Operand& operand : computation.operands) {
    const Value value = value_of(operand, counted);
    if (!value) continue;
    total = within(total.value_or(0) + *value);
    if (!total) return std::nullopt;
  }
  return total;
}

Value product(const Computation& computation, const Answers& counted) {
  std::int64_t total = 100;
  for (const Operand& operand : computation.operands) {
    const Value value = value_of(operand, counted);
    std::int64_t next = 0;
    if (!value || __builtin_mul_overflow(total, *value, &next) || !within(divided(next, 100))) return std::nullopt;
    total = divided(next, 100);
  }
  return total;
}

Value difference(const Computation& computation, const Answers& counted) {
  const Value left = value_of(computation.operands.at(0), counted);
  const Value right = value_of(computation.operands.at(1), counted);
  if (!left || !right) return std::nullopt;
  return within(*left - *right);
}

std::int64_t count(const Computation& computation, const Answers& counted) {
  const json::Value* answer = counted.if_contains(computation.operands.at(0).field);
  return answer != nullptr && answer->is_array() ? static_cast<std::int64_t>(answer->get_array().size()) : 0;
}

std::optional<Date> date_in(const Answers& counted, const std::string& field) {
  const json::Value* answer = counted.if_contains(field);
  if (answer == nullptr || !answer->is_string()) return std::nullopt;
  return parse_iso_date(std::string_view(answer->get_string()));
}

// Whole years; somebody born on 29 February grows older on 1 March of common years.
Value age(const Computation& computation, const Answers& counted, Date today) {
  const auto born = date_in(counted, computation.operands.at(0).field);
  const auto day = computation.on_field.empty() ? std::optional(computation.on.value_or(today))
                                                : date_in(counted, computation.on_field);
  if (!born || !day) return std::nullopt;
  const bool is_before_birthday =
      day->month() < born->month() || (day->month() == born->month() && day->day() < born->day());
  const int years = int(day->year()) - int(born->year()) - (is_before_birthday ? 1 : 0);
  return years < 0 ? Value() : Value(years);
}

}  // namespace

std::optional<std::int64_t> compute(const Computation& computation, const Answers& counted, Date today) {
  Value value;
  switch (computation.kind) {
    case Computation::Kind::count: return count(computation, counted);
    case Computation::Kind::age: return age(computation, counted, today);
    case Computation::Kind::sum: value = sum(computation, counted); break;
    case Computation::Kind::product: value = product(computation, counted); break;
    case Computation::Kind::difference: value = difference(computation, counted); break;
  }
  if (value && computation.unit == Computation::Unit::integer) return divided(*value, 100);
  return value;
}

}  // namespace clocher::forms
