// A value that the form works out: shown, never typed.
#include "core/base/money.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

bool is_amount(const Field& field) { return field.compute && field.compute->unit == Computation::Unit::cents; }

// Nothing that a form sends counts.
json::Value collect(const Field&, const http::Form&) { return nullptr; }
ReadField read(const Field&, const json::Value&, Date) { return {}; }

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (value.is_int64()) return {};
  return {error_about(field, "form.unreadable_answer")};
}

std::string in_words(const Field& field, const json::Value& value) {
  const std::int64_t* number = value.if_int64();
  if (number == nullptr) return {};
  if (is_amount(field)) return format_french(Money{*number});
  return std::to_string(*number) + (field.suffix.empty() ? "" : "\u00A0" + field.suffix);
}

Lines show_value(const Field& field, const json::Value& value, const view::Catalogue&) {
  const std::string words = in_words(field, value);
  if (words.empty()) return {};
  return {words};
}

Columns flatten_value(const Field& field, const json::Value& value) {
  if (!value.is_int64()) return {{field.id, ""}};
  if (is_amount(field)) return money_type.flatten(field, value);
  return {{field.id, std::to_string(value.get_int64())}};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  const std::string words = in_words(field, raw);
  view["is_computed"] = true;
  view["value"] = words.empty() ? catalogue.text("form.computed.nothing") : words;
}

}  // namespace

const FieldType computed_type = {"computed", FieldNature::computed, "",       collect, read, check, same_raw,
                                 show_value, flatten_value,         fill_view};

}  // namespace clocher::forms
