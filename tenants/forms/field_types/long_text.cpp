// Text of several lines.
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null()) return {};
  if (!raw.is_string()) return unreadable(field, "form.repeated");
  const std::string text = clean_block(text_in(raw));
  if (text.empty()) return {};
  return {json::Value(text), {}};
}

Lines show_lines(const Field&, const json::Value& value, const view::Catalogue&) {
  Lines lines;
  for (const std::string_view line : split(text_in(value), '\n')) {
    if (!line.empty()) lines.emplace_back(line);
  }
  return lines;
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  const std::string limit = catalogue.text("form.long_text.limit", {{"max", std::to_string(field.max_length)}});
  view["is_long_text"] = true;
  view["rows"] = "6";
  view["hint"] = field.hint.empty() ? limit : field.hint + " " + limit;
  fill_value(raw, view);
}

}  // namespace

// Checked like a text: only its length matters.
const FieldType long_text_type = {
    "long_text",
    FieldNature::answer,
    "form.required.text",
    collect_text,
    read,
    [](const Field& field, const json::Value& value, Date today) { return text_type.check(field, value, today); },
    same_raw,
    show_lines,
    flatten_text,
    fill_view};

}  // namespace clocher::forms
