// Folds names of communes for searching.
#include "tenants/reference/search_key.hpp"

#include "core/base/text.hpp"

#include <array>

namespace clocher::reference {
namespace {

std::string_view in_full(std::string_view word) {
  if (word == "st") return "saint";
  if (word == "ste") return "sainte";
  return word;
}

}  // namespace

std::string search_key(std::string_view name) {
  const std::string words = slug(name);
  std::string key;
  for (const std::string_view word : split(words, '-')) {
    if (!key.empty()) key += '-';
    key += in_full(word);
  }
  return key;
}

std::string_view without_article(std::string_view key) {
  static constexpr std::array<std::string_view, 4> articles = {"le-", "la-", "les-", "l-"};
  for (const std::string_view article : articles) {
    if (key.starts_with(article)) return key.substr(article.size());
  }
  return key;
}

}  // namespace clocher::reference
