// One line of text.
#include "core/base/text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

ReadField read(const Field& field, const json::Value& raw, Date) { return read_line(field, raw); }

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view text = text_in(value);
  if (text.empty()) return {error_about(field, "form.unreadable_answer")};
  const std::size_t length = length_in_characters(text);
  if (length <= field.max_length) return {};
  return {error_about(field, "form.text.too_long",
                      {{"max", std::to_string(field.max_length)}, {"length", std::to_string(length)}})};
}

std::string_view width_for(std::size_t max_length) {
  if (max_length <= 10) return "short";
  return max_length <= 30 ? "medium" : "full";
}

// No maxlength attribute: it cuts what is pasted without a word.
void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_text"] = true;
  view["width"] = width_for(field.max_length);
  if (!field.autocomplete.empty()) view["autocomplete"] = field.autocomplete;
  fill_value(raw, view);
}

}  // namespace

const FieldType text_type = {"text",   FieldNature::answer, "form.required.text", collect_text, read, check,
                             same_raw, show_text,           flatten_text,         fill_view};

}  // namespace clocher::forms
