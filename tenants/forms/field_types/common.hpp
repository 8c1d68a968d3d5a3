// What several field types share: errors with the label in them, answers that are one text, options.
#pragma once

#include "tenants/forms/field_type.hpp"

#include <string>
#include <string_view>

namespace clocher::forms {

// The catalogue's message `key` about this field; {label} is always among the arguments.
[[nodiscard]] FieldError error_about(const Field& field, std::string key, Arguments arguments = {});
[[nodiscard]] ReadField unreadable(const Field& field, std::string key, Arguments arguments = {});

// "" when the value is no string.
[[nodiscard]] std::string_view text_in(const json::Value& value);

// For types whose raw value is one text. Sent twice, it is kept as a list, which `read_line` refuses with
// form.repeated.
[[nodiscard]] json::Value collect_text(const Field& field, const http::Form& form);
// Cleaned and trimmed text; empty value when nothing was typed.
[[nodiscard]] ReadField read_line(const Field& field, const json::Value& raw);

// "fr 76-30.06" -> "FR763006": without the spaces, hyphens, dots and slashes that set groups apart, ASCII letters in capitals.
[[nodiscard]] std::string compact_upper(std::string_view text);
[[nodiscard]] bool are_digits(std::string_view text);  // and at least one
// The typed text made compact, for codes that keep nothing else.
[[nodiscard]] ReadField read_compact(const Field& field, const json::Value& raw);

[[nodiscard]] json::Value same_raw(const Field& field, const json::Value& value);
[[nodiscard]] Lines show_text(const Field& field, const json::Value& value, const view::Catalogue& catalogue);
[[nodiscard]] Columns flatten_text(const Field& field, const json::Value& value);

// The id of a field's control in the page, where error links land: "f-birth_date"; a part of it: "f-home-city".
[[nodiscard]] std::string control_id(std::string_view field_or_part);

void fill_value(const json::Value& raw, json::Object& view);  // "value"
// "value" and the rest of partials/field_code.html; `format` is a key of the catalogue that says how to write it.
struct CodeLook {
  std::string_view format;
  std::string_view width;
  std::string_view inputmode;  // "" for letters
};
void fill_code(const CodeLook& look, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view);
void fill_own(const Field& field, json::Object& view);        // "is_own"
// "options", ticked where `raw`, a text or a list, names them.
void fill_options(const Field& field, const json::Value& raw, json::Object& view);

[[nodiscard]] const Option* find_option(const Field& field, std::string_view value);  // nullptr when unknown

}  // namespace clocher::forms
