// Reading and writing telephone numbers.
#include "core/base/phone.hpp"

#include <algorithm>

namespace clocher {
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

bool is_french(std::string_view number) {
  return number.size() == 10 && number[0] == '0' && number[1] != '0' && are_digits(number);
}

// ITU-T E.164: at most 15 digits, country code included.
bool is_international(std::string_view number) {
  return number.size() >= 8 && number.size() <= 16 && number[0] == '+' && number[1] != '0' &&
         are_digits(number.substr(1)) && !number.starts_with("+33");
}

}  // namespace

std::string normalize_phone(std::string_view text) {
  std::string number = without_separators(text);
  if (number.starts_with("00")) number.replace(0, 2, "+");
  if (number.starts_with("+330")) number.erase(3, 1);  // +33 06 12 34 56 78
  if (number.starts_with("+33") && number.size() == 12) number.replace(0, 3, "0");
  return number;
}

bool is_phone(std::string_view number) { return is_french(number) || is_international(number); }

std::string format_phone(std::string_view number) {
  if (!is_french(number)) return std::string(number);
  std::string out;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i > 0 && i % 2 == 0) out += ' ';
    out += number[i];
  }
  return out;
}

std::string phone_link(std::string_view number) {
  return "tel:" + (is_french(number) ? "+33" + std::string(number.substr(1)) : std::string(number));
}

}  // namespace clocher
