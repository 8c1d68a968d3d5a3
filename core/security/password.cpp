// Rules and hashing of passwords.
#include "core/security/password.hpp"

#include "core/base/text.hpp"
#include "core/security/crypto.hpp"

#include <algorithm>
#include <array>
#include <semaphore>

namespace clocher::security {
namespace {

// Folded and stripped of everything but letters and digits: "M0t de Passe!" and "m0tdepasse" are one.
std::string essence(std::string_view text) {
  std::string letters = fold(text);
  std::erase_if(letters, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return letters;
}

// What is left of the usual lists at 12 characters and more: a base word with digits or a repetition behind it.
constexpr std::array<std::string_view, 34> common_words = {
    "motdepasse",    "password", "azerty",  "azertyuiop", "qwerty",       "qwertyuiop",  "administrateur",
    "administrator", "admin",    "mairie",  "commune",    "secretaire",   "secretariat", "bienvenue",
    "welcome",       "bonjour",  "soleil",  "doudou",     "loulou",       "chouchou",    "marseille",
    "jetaime",       "iloveyou", "letmein", "changeme",   "changezmoi",   "football",    "france",
    "village",       "maire",    "clocher", "abcdef",     "abcdefghijkl", "qsdfghjklm"};

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "aaaaaaaaaaaa", "123123123123": a unit of at most six characters over and over.
bool is_repetition(std::string_view text) {
  for (std::size_t unit = 1; unit <= std::min<std::size_t>(6, text.size() / 2); ++unit) {
    const bool repeats = std::equal(text.begin() + static_cast<std::ptrdiff_t>(unit), text.end(), text.begin());
    if (repeats) return true;
  }
  return false;
}

// A common word, repeated or followed or preceded by digits only: "azertyuiop123", "2024motdepasse", "mairiemairie".
bool is_common(std::string_view letters) {
  if (letters.empty() || is_digits(letters) || is_repetition(letters)) return true;
  return std::any_of(common_words.begin(), common_words.end(), [&](std::string_view word) {
    std::string rest(letters);
    bool found = false;
    for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word)) {
      rest.erase(at, word.size());
      found = true;
    }
    return found && is_digits(rest);
  });
}

// Words under four letters are in too many good passwords by chance.
bool repeats(std::string_view letters, std::string_view word) {
  const std::string core = essence(word);
  return core.size() >= 4 && letters.find(core) != std::string_view::npos;
}

std::counting_semaphore<2>& hashing_places() {
  static std::counting_semaphore<2> places(2);
  return places;
}

class HashingPlace {
 public:
  HashingPlace() { hashing_places().acquire(); }
  ~HashingPlace() { hashing_places().release(); }
  HashingPlace(const HashingPlace&) = delete;
  HashingPlace& operator=(const HashingPlace&) = delete;
};

}  // namespace

Result<void> check_new_password(std::string_view password, const PasswordContext& context) {
  if (!is_valid_utf8(password)) return fail_field("password", "password.unreadable");
  const std::size_t length = length_in_characters(password);
  if (length < shortest_password_characters)
    return fail_field("password", "password.too_short", {{"minimum", std::to_string(shortest_password_characters)}});
  if (length > longest_password_characters)
    return fail_field("password", "password.too_long", {{"maximum", std::to_string(longest_password_characters)}});
  const std::string letters = essence(password);
  if (repeats(letters, context.email.substr(0, context.email.find('@'))))
    return fail_field("password", "password.contains_email");
  if (repeats(letters, context.commune_name)) return fail_field("password", "password.contains_commune");
  // Without letters or digits (a sentence in another script) the lists say nothing.
  if (!letters.empty() && is_common(letters)) return fail_field("password", "password.too_common");
  if (is_repetition(password)) return fail_field("password", "password.too_common");
  return {};
}

std::string hash_password(std::string_view password) {
  const HashingPlace place;
  return argon2id(password);
}

bool verify_password(const std::string& stored_hash, std::string_view password) {
  const HashingPlace place;
  return argon2id_matches(stored_hash, password);
}

void dummy_verify(std::string_view password) {
  static const std::string stored_hash = hash_password(random_bytes(32));
  (void)verify_password(stored_hash, password);
}

std::string generate_password() {
  constexpr std::string_view alphabet = "abcdefghjkmnpqrstuvwxyz23456789";  // without i, l, o, 0, 1
  std::string password;
  for (int position = 0; position < 16; ++position) {
    if (position > 0 && position % 4 == 0) password += '-';
    password += alphabet[random_below(static_cast<std::uint32_t>(alphabet.size()))];
  }
  return password;
}

}  // namespace clocher::security
