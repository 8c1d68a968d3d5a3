// A phone number, French or international.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// Only what people put between the digits goes: letters stay and make the number unreadable.
std::string without_separators(std::string_view text) {
  constexpr std::string_view separators = " .-/()_";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("(0)")) {  // +33 (0)6 12 34 56 78
      i += 2;
    } else if (text.substr(i).starts_with("\u00A0") || text.substr(i).starts_with("\u2011")) {
      i += text[i] == '\xC2' ? 1 : 2;
    } else if (text.substr(i).starts_with("\u202F") || text.substr(i).starts_with("\u2013")) {
      i += 2;
    } else if (separators.find(text[i]) == std::string_view::npos) {
      out += text[i];
    }
  }
  return out;
}

std::string tidy(std::string_view text) {
  std::string number = without_separators(text);
  if (number.starts_with("00")) number.replace(0, 2, "+");
  if (number.starts_with("+330")) number.erase(3, 1);  // +33 06 12 34 56 78
  if (number.starts_with("+33") && number.size() == 12) number.replace(0, 3, "0");
  return number;
}

bool is_french(std::string_view number) {
  return number.size() == 10 && number[0] == '0' && number[1] != '0' && are_digits(number);
}

// ITU-T E.164: at most 15 digits, country code included.
bool is_international(std::string_view number) {
  return number.size() >= 8 && number.size() <= 16 && number[0] == '+' && number[1] != '0' &&
         are_digits(number.substr(1)) && !number.starts_with("+33");
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (line.value) line.value = json::Value(tidy(text_in(*line.value)));
  return line;
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view number = text_in(value);
  if (is_french(number) || is_international(number)) return {};
  return {error_about(field, "form.phone.unreadable")};
}

// "06 12 34 56 78"; a foreign number stays as it is.
std::string spaced(std::string_view number) {
  if (!is_french(number)) return std::string(number);
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i > 0 && i % 2 == 0) out += ' ';
    out += number[i];
  }
  return out;
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(spaced(text_in(value))); }

Lines show_number(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::string_view number = text_in(value);
  if (number.empty()) return {};
  return {spaced(number)};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_phone"] = true;
  fill_value(raw, view);
  fill_own(field, view);
}

}  // namespace

const FieldType phone_type = {"phone", FieldNature::answer, "form.required.text", collect_text, read, check,
                              to_raw,  show_number,         flatten_text,         fill_view};

}  // namespace clocher::forms
