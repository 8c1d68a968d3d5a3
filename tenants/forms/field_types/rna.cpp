// The number of an association in the national register (RNA): W and nine more, "W721000123".
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

// The prefecture that keeps it takes three places: a letter stands for Corsica and overseas ("W2A1000123", "W9C1000189").
bool is_rna(std::string_view text) {
  if (text.size() != 10 || text[0] != 'W') return false;
  const bool has_letter = text[2] >= 'A' && text[2] <= 'Z';
  return are_digits(text.substr(1, 1)) && (has_letter || are_digits(text.substr(2, 1))) && are_digits(text.substr(3));
}

ReadField read(const Field& field, const json::Value& raw, Date) { return read_compact(field, raw); }

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (is_rna(text_in(value))) return {};
  return {error_about(field, "form.rna.unreadable")};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  fill_code({"form.rna.format", "medium", ""}, raw, catalogue, view);
}

}  // namespace

const FieldType rna_type = {"rna",    FieldNature::answer, "form.required.text", collect_text, read, check,
                            same_raw, show_text,           flatten_text,         fill_view};

}  // namespace clocher::forms
