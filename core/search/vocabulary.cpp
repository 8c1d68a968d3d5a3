// Every text one letter away is asked for by name: some 500 look-ups of a few microseconds.
#include "core/search/vocabulary.hpp"

#include <utility>

namespace clocher::search {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::size_t longest_corrected_bytes = 24;

template <class Try>
void for_each_neighbour(const std::string& word, Try&& attempt) {
  for (std::size_t i = 0; i < word.size(); ++i) attempt(std::string(word).erase(i, 1));
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    std::string exchanged = word;
    std::swap(exchanged[i], exchanged[i + 1]);
    if (exchanged != word) attempt(exchanged);
  }
  for (std::size_t i = 0; i <= word.size(); ++i) {
    for (const char letter : letters) {
      if (i < word.size() && word[i] != letter) {
        std::string replaced = word;
        replaced[i] = letter;
        attempt(replaced);
      }
      // Beside the same letter it was tried one place before.
      if (i == 0 || word[i - 1] != letter) attempt(std::string(word).insert(i, 1, letter));
    }
  }
}

}  // namespace

void change_words(db::Tx& tx, const WordChanges& changes, Analyzer& analyzer) {
  for (const auto& [word, difference] : changes) {
    if (difference == 0) continue;
    tx.run(
        "INSERT INTO word (word, stem, documents) VALUES (?, ?, ?) "
        "ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents",
        word, analyzer.stem(word), difference);
    if (difference < 0) tx.run("DELETE FROM word WHERE word = ? AND documents <= 0", word);
  }
}

bool knows_stem(db::ReadTx& tx, std::string_view stem) {
  return tx.number("SELECT 1 FROM word WHERE stem = ? LIMIT 1", stem) == 1;
}

std::vector<KnownWord> words_beginning(db::ReadTx& tx, std::string_view prefix, std::int64_t most) {
  const std::string end = std::string(prefix) + "\xff";
  return tx.all(
      "SELECT word, documents FROM word WHERE word >= ? AND word < ? ORDER BY documents DESC, word LIMIT ?",
      [](const db::Row& row) {
        return KnownWord{row.text(0), row.integer(1)};
      },
      prefix, end, most);
}

std::vector<KnownWord> words_one_letter_away(db::ReadTx& tx, std::string_view word) {
  std::vector<KnownWord> found;
  if (word.size() > longest_corrected_bytes) return found;
  for_each_neighbour(std::string(word), [&](const std::string& neighbour) {
    const std::int64_t documents = tx.number("SELECT documents FROM word WHERE word = ?", neighbour);
    if (documents > 0) found.push_back({neighbour, documents});
  });
  return found;
}

}  // namespace clocher::search
