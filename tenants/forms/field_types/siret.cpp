// The number of an establishment in the Sirene register: 14 digits.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

constexpr std::string_view la_poste = "356000000";

// Luhn (ISO/IEC 7812-1 annex B). La Poste has more establishments than Luhn's numbers: the sum of the digits of its SIRET is a
// multiple of 5 instead (Insee, Sirene documentation).
bool has_right_key(std::string_view siret) {
  int luhn = 0;
  int sum = 0;
  for (std::size_t i = 0; i < siret.size(); ++i) {
    const int digit = siret[i] - '0';
    const int doubled = i % 2 == 0 ? digit * 2 : digit;
    luhn += doubled > 9 ? doubled - 9 : doubled;
    sum += digit;
  }
  return luhn % 10 == 0 || (siret.starts_with(la_poste) && sum % 5 == 0);
}

std::string in_groups(std::string_view siret) {
  if (siret.size() != 14) return std::string(siret);
  std::string text;
  for (const auto& [from, size] : {std::pair{0, 3}, {3, 3}, {6, 3}, {9, 5}}) {
    text.append(from == 0 ? "" : "\u00A0")
        .append(siret.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(size)));
  }
  return text;
}

ReadField read(const Field& field, const json::Value& raw, Date) { return read_compact(field, raw); }

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view siret = text_in(value);
  if (siret.size() == 9 && are_digits(siret)) return {error_about(field, "form.siret.siren")};
  if (siret.size() != 14 || !are_digits(siret)) return {error_about(field, "form.siret.unreadable")};
  if (siret.find_first_not_of('0') == std::string_view::npos || !has_right_key(siret))
    return {error_about(field, "form.siret.key")};
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(in_groups(text_in(value))); }

Lines show_siret(const Field&, const json::Value& value, const view::Catalogue&) {
  if (text_in(value).empty()) return {};
  return {in_groups(text_in(value))};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  fill_code({"form.siret.format", "medium", "numeric"}, raw, catalogue, view);
}

}  // namespace

const FieldType siret_type = {"siret", FieldNature::answer, "form.required.text", collect_text, read, check,
                              to_raw,  show_siret,          flatten_text,         fill_view};

}  // namespace clocher::forms
