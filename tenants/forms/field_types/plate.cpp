// The number plate of a French vehicle: "AB-123-CD" since 2009 (SIV), "1234 AB 72" before (FNI).
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <string>

namespace clocher::forms {
namespace {

// I, O and U are never used: they look like 1, 0 and V (arrêté of 9 February 2009, annex).
bool are_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= 'A' && c <= 'Z' && c != 'I' && c != 'O' && c != 'U';
  });
}

bool is_department(std::string_view text) {
  if (text == "2A" || text == "2B") return true;
  if (!are_digits(text)) return false;
  return (text.size() == 2 && text >= "01" && text <= "95") || (text.size() == 3 && text >= "971" && text <= "976");
}

std::string as_siv(std::string_view text) {
  if (text.size() != 7) return {};
  const std::string_view first = text.substr(0, 2);
  const std::string_view last = text.substr(5);
  const std::string_view number = text.substr(2, 3);
  if (!are_letters(first) || !are_letters(last) || first == "SS" || last == "SS") return {};
  if (!are_digits(number) || number == "000") return {};
  return std::string(first) + "-" + std::string(number) + "-" + std::string(last);
}

// One to four digits, one to three letters, the department. "12 A 2 B" cannot be told from "12 A 2B": the letters end first.
std::string as_fni(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = text.substr(digits);
  const std::size_t letters = std::min(rest.find_first_of("0123456789"), rest.size());
  if (digits < 1 || digits > 4 || text[0] == '0' || letters > 3) return {};
  if (!are_letters(rest.substr(0, letters)) || !is_department(rest.substr(letters))) return {};
  return std::string(text.substr(0, digits)) + " " + std::string(rest.substr(0, letters)) + " " +
         std::string(rest.substr(letters));
}

std::string canonical(std::string_view typed) {
  const std::string text = compact_upper(typed);
  const std::string siv = as_siv(text);
  return siv.empty() ? as_fni(text) : siv;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  const std::string plate = canonical(text_in(*line.value));
  if (plate.empty()) return unreadable(field, "form.plate.unreadable");
  return {json::Value(plate), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view plate = text_in(value);
  if (!plate.empty() && canonical(plate) == plate) return {};
  return {error_about(field, "form.plate.unreadable")};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  fill_code({"form.plate.format", "short", ""}, raw, catalogue, view);
}

}  // namespace

const FieldType plate_type = {"plate",  FieldNature::answer, "form.required.text", collect_text, read, check,
                              same_raw, show_text,           flatten_text,         fill_view};

}  // namespace clocher::forms
