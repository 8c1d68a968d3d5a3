// A bank account that can be paid in euros: an IBAN of the SEPA zone, kept without spaces.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

struct Country {
  std::string_view code;
  std::size_t length;
};

// Countries of the SEPA schemes (EPC409-09) with the length of their IBAN (SWIFT IBAN registry). France's serves overseas.
constexpr std::array<Country, 42> countries = {{
    {"AD", 24}, {"AL", 28}, {"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GI", 23}, {"GR", 27}, {"HR", 21},
    {"HU", 28}, {"IE", 22}, {"IS", 26}, {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27},
    {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"NL", 18}, {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24},
    {"RS", 22}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"VA", 22},
}};

const Country* country_of(std::string_view iban) {
  const auto it =
      std::find_if(countries.begin(), countries.end(), [&](const Country& one) { return iban.starts_with(one.code); });
  return it == countries.end() ? nullptr : &*it;
}

bool is_code(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

// ISO 7064, MOD 97-10: the first four characters go to the end, letters count from 10.
bool has_right_key(std::string_view iban) {
  int rest = 0;
  const std::string turned = std::string(iban.substr(4)) + std::string(iban.substr(0, 4));
  for (const char c : turned) {
    rest = c >= 'A' ? (rest * 100 + (c - 'A' + 10)) % 97 : (rest * 10 + (c - '0')) % 97;
  }
  return rest == 1;
}

std::string in_groups(std::string_view iban) {
  std::string text;
  for (std::size_t i = 0; i < iban.size(); i += 4) text.append(i == 0 ? "" : "\u00A0").append(iban.substr(i, 4));
  return text;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField code = read_compact(field, raw);
  const std::string_view text = code.value ? text_in(*code.value) : std::string_view();
  if (text.starts_with("IBAN")) code.value = json::Value(std::string(text.substr(text.starts_with("IBAN:") ? 5 : 4)));
  return code;
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view iban = text_in(value);
  if (iban.size() < 4 || !is_code(iban)) return {error_about(field, "form.iban.unreadable")};
  const Country* country = country_of(iban);
  if (country == nullptr) return {error_about(field, "form.iban.country")};
  if (iban.size() != country->length) {
    return {error_about(field, "form.iban.length",
                        {{"expected", std::to_string(country->length)}, {"length", std::to_string(iban.size())}})};
  }
  if (!has_right_key(iban)) return {error_about(field, "form.iban.key")};
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(in_groups(text_in(value))); }

Lines show_iban(const Field&, const json::Value& value, const view::Catalogue&) {
  if (text_in(value).empty()) return {};
  return {in_groups(text_in(value))};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  fill_code({"form.iban.format", "full", ""}, raw, catalogue, view);
}

}  // namespace

const FieldType iban_type = {"iban", FieldNature::answer, "form.required.text", collect_text, read, check,
                             to_raw, show_iban,           flatten_text,         fill_view};

}  // namespace clocher::forms
