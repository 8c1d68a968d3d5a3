// Tables from the names that programs use to the words that people read.
#include "api/commands/words.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace clocher::api::commands {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr std::array<Word, 4> roles = {
    {{"secretaire", "secrétaire"}, {"elu", "élu"}, {"regisseur", "régisseur"}, {"administrateur", "administrateur"}}};

constexpr std::array<Word, 9> checks = {{{"sqlite", "base de données"},
                                         {"boost", "bibliothèque réseau"},
                                         {"clock", "heure"},
                                         {"reference", "registre national"},
                                         {"folder", "dossier de données"},
                                         {"room", "place libre"},
                                         {"rights", "droits d’accès"},
                                         {"secret", "clé secrète"},
                                         {"registry", "registre des communes"}}};

std::string look_up(std::span<const Word> words, std::string_view name) {
  const auto found = std::ranges::find(words, name, &Word::first);
  return std::string(found == words.end() ? name : found->second);
}

}  // namespace

std::string counted(std::int64_t count, std::string_view one, std::string_view other) {
  return std::to_string(count) + " " + std::string(count < 2 ? one : other);
}

std::string printed(const json::Object& object, std::string_view field) {
  return with_typographic_apostrophes(json::string_or(object, field, "-"));
}

std::string role_in_words(std::string_view role) { return look_up(roles, role); }
std::string check_in_words(std::string_view check) { return look_up(checks, check); }

}  // namespace clocher::api::commands
