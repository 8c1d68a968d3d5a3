// An amount in euros, read as people write it and kept as whole cents.
#include "core/base/money.hpp"

#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

// "12.50": without sign nor spaces, for spreadsheets.
std::string plain(std::int64_t cents) {
  const std::int64_t size = cents < 0 ? -cents : cents;
  const std::int64_t rest = size % 100;
  return (cents < 0 ? "-" : "") + std::to_string(size / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  std::string typed(text_in(*line.value));
  if (const auto at = typed.rfind("euro"); at != std::string::npos) typed.erase(at);  // "12 euros"
  const auto amount = parse_money(typed);
  if (!amount) {
    const bool is_huge = amount.error().fields.front().key == "money.too_large";
    return unreadable(field, is_huge ? "form.money.huge" : "form.money.unreadable");
  }
  return {json::Value(amount->cents), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::int64_t* cents = value.if_int64();
  if (cents == nullptr) return {error_about(field, "form.money.unreadable")};
  const std::int64_t minimum = field.minimum.value_or(0);
  if (*cents < minimum) return {error_about(field, "form.money.too_small", {{"min", format_french(Money{minimum})}})};
  if (field.maximum && *cents > *field.maximum)
    return {error_about(field, "form.money.too_large", {{"max", format_french(Money{*field.maximum})}})};
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) {
  const std::int64_t* cents = value.if_int64();
  if (cents == nullptr) return nullptr;
  std::string text = plain(*cents);
  text[text.size() - 3] = ',';
  return json::Value(text);
}

Lines show_amount(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::int64_t* cents = value.if_int64();
  if (cents == nullptr) return {};
  return {format_french(Money{*cents})};
}

Columns flatten_amount(const Field& field, const json::Value& value) {
  const std::int64_t* cents = value.if_int64();
  return {{field.id, cents == nullptr ? "" : plain(*cents)}};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_money"] = true;
  fill_value(raw, view);
}

}  // namespace

const FieldType money_type = {"money", FieldNature::answer, "form.required.text", collect_text, read, check,
                              to_raw,  show_amount,         flatten_amount,       fill_view};

}  // namespace clocher::forms
