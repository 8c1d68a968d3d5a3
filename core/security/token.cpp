// Tracking codes and session tokens.
#include "core/security/token.hpp"

#include "core/security/crypto.hpp"

namespace clocher::security {
namespace {

constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_symbols = 15;

std::string in_groups(std::string_view symbols) {
  return std::string(symbols.substr(0, 5)) + '-' + std::string(symbols.substr(5, 5)) + '-' +
         std::string(symbols.substr(10, 5));
}

char canonical_symbol(char typed) {
  const char upper = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
  if (upper == 'O') return '0';
  if (upper == 'I' || upper == 'L') return '1';
  return upper;
}

// What people and mail programs put between groups: spaces, no-break spaces, dashes of any length.
void drop_separators(std::string& text) {
  for (const std::string_view separator : {" ", "\t", "\r", "\n", "-", ".", "\u00A0", "\u202F", "\u2009", "\u2010",
                                           "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator, at))
      text.erase(at, separator.size());
  }
}

}  // namespace

std::string tracking_code() {
  std::string symbols;
  while (symbols.size() < code_symbols) symbols += crockford[random_below(32)];
  return in_groups(symbols);
}

std::string derived_code(std::string_view key, std::string_view message) {
  const std::string bytes = from_hex(authenticate_hex(key, message)).value();
  std::string symbols;
  for (std::size_t i = 0; i < code_symbols; ++i) symbols += crockford[static_cast<unsigned char>(bytes[i]) % 32];
  return in_groups(symbols);
}

std::optional<std::string> normalize_code(std::string_view typed) {
  if (typed.size() > 128) return std::nullopt;
  std::string symbols(typed);
  drop_separators(symbols);
  if (symbols.size() != code_symbols) return std::nullopt;
  for (char& symbol : symbols) {
    symbol = canonical_symbol(symbol);
    if (crockford.find(symbol) == std::string_view::npos) return std::nullopt;
  }
  return in_groups(symbols);
}

std::string random_token() { return to_hex(random_bytes(32)); }

std::string digest(std::string_view token) { return hash_hex(token); }

}  // namespace clocher::security
