// A polynomial modulo the prime 509, told in two of 23 letters.
#include "payments/debt_reference.hpp"

#include "core/base/text.hpp"
#include "core/security/crypto.hpp"

#include <cstdio>

namespace clocher::payments {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZ";  // no I, L, O
constexpr std::size_t body_symbols = 10;
constexpr std::size_t random_symbols = 8;
// A prime under 23 * 23. A difference of symbols is under 32, and 31 is invertible: one slip or one swap always shows.
constexpr unsigned modulus = 509;
constexpr std::size_t key_symbols = 26;

// '\0' for a separator; unknown signs as they are, to fail later.
char canonical(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (upper == 'O') return '0';
  return upper == 'I' || upper == 'L' ? '1' : upper;
}

bool separates(char symbol) { return symbol == ' ' || symbol == '-' || symbol == '.' || symbol == '\t'; }

// No-break spaces and dashes of letters typed on a telephone, as plain spaces.
std::string plain(std::string_view typed) {
  std::string text(typed);
  for (const std::string_view each : {"\u00A0", "\u202F", "\u2009", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}) {
    for (auto at = text.find(each); at != std::string::npos; at = text.find(each, at))
      text.replace(at, each.size(), " ");
  }
  return text;
}

}  // namespace

std::string check_letters(std::string_view symbols) {
  unsigned value = 0;
  for (const char symbol : symbols) value = (value * 32 + static_cast<unsigned>(crockford.find(symbol))) % modulus;
  return {letters[value / letters.size()], letters[value % letters.size()]};
}

std::string new_debt_reference(int year) {
  std::string reference{static_cast<char>('0' + year / 10 % 10), static_cast<char>('0' + year % 10)};
  for (std::size_t i = 0; i < random_symbols; ++i) reference += crockford[security::random_below(32)];
  return reference + check_letters(reference);
}

std::string in_groups(std::string_view reference) {
  std::string text;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += ' ';
    text += reference[i];
  }
  return text;
}

std::optional<std::string> parse_debt_reference(std::string_view typed) {
  if (typed.size() > 64) return std::nullopt;
  std::string symbols;
  for (const char each : plain(typed)) {
    if (!separates(each)) symbols += canonical(each);
  }
  if (symbols.size() != body_symbols + 2) return std::nullopt;
  const std::string body = symbols.substr(0, body_symbols);
  if (body.find_first_not_of(crockford) != std::string::npos) return std::nullopt;
  if (symbols.substr(body_symbols) != check_letters(body)) return std::nullopt;
  return symbols;
}

std::string new_page_key() {
  constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string key;
  for (std::size_t i = 0; i < key_symbols; ++i) key += alphabet[security::random_below(32)];
  return key;
}

}  // namespace clocher::payments
