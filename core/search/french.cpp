// Tokens, empty words and stems of French.
#include "core/search/french.hpp"

#include "core/base/folding.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>

namespace clocher::search {
namespace {

constexpr std::size_t longest_word_bytes = 40;
// A text of millions of different words must not keep them all.
constexpr std::size_t most_remembered_stems = 50'000;

// Sorted: looked up by bisection.
constexpr std::array<std::string_view, 88> stop_words = {
    "ai",    "au",   "aux",  "avec",    "avez",  "avoir", "avons", "ce",   "cela",   "ces",     "cet",
    "cette", "chez", "ci",   "comment", "dans",  "de",    "des",   "du",   "elle",   "elles",   "en",
    "es",    "est",  "et",   "etes",    "etre",  "eux",   "faire", "fait", "faut",   "il",      "ils",
    "je",    "la",   "le",   "les",     "leur",  "leurs", "lui",   "ma",   "mais",   "me",      "mes",
    "moi",   "mon",  "ne",   "nos",     "notre", "nous",  "on",    "ont",  "ou",     "par",     "pas",
    "peut",  "peux", "plus", "pour",    "qu",    "quand", "que",   "quel", "quelle", "quelles", "quels",
    "qui",   "quoi", "sa",   "sans",    "se",    "ses",   "si",    "soi",  "son",    "sont",    "sur",
    "ta",    "te",   "tes",  "toi",     "ton",   "tu",    "un",    "une",  "vos",    "votre",   "vous"};
static_assert(std::ranges::is_sorted(stop_words));

// What loses its vowel before another: "l’", "qu’", "jusqu’".
constexpr std::array<std::string_view, 13> elided = {"c", "d",      "j",  "jusqu",  "l",      "lorsqu", "m",
                                                     "n", "puisqu", "qu", "quelqu", "quoiqu", "s"};

bool is_elided(std::string_view word) { return word == "t" || std::ranges::find(elided, word) != elided.end(); }

bool is_ascii_word(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

// Letters of other alphabets stand as they are; punctuation, symbols and emoji separate.
bool is_foreign_letter(char32_t code) { return code >= 0x180 && !(code >= 0x2000 && code < 0x3040) && code < 0x1F000; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    for (std::size_t at = 0; at < text_.size();) at += read(at);
    end_word(text_.size());
    return std::move(tokens_);
  }

 private:
  // Returns how many bytes were read.
  std::size_t read(std::size_t at) {
    const Utf8Character character = first_character(text_.substr(at));
    if (character.size_bytes == 0) {
      end_word(at);
      return 1;
    }
    folded_.clear();
    if (character.code < 0x80) {
      const char byte = static_cast<char>(character.code);
      folded_ += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    } else {
      append_folded(folded_, character.code, text_.substr(at, character.size_bytes));
    }
    take(character.code, at);
    return character.size_bytes;
  }

  void take(char32_t code, std::size_t at) {
    if (folded_.empty()) return;  // an accent of its own: part of the letter before it
    const bool is_word =
        is_ascii_word(folded_[0]) || (static_cast<unsigned char>(folded_[0]) >= 0x80 && is_foreign_letter(code));
    if (is_word) {
      if (word_.empty()) begin_ = at;
      if (word_.size() < longest_word_bytes) word_ += folded_;
    } else if (folded_ == "'" && is_elided(word_)) {
      word_.clear();
    } else {
      end_word(at);
    }
  }

  void end_word(std::size_t at) {
    if (!word_.empty()) tokens_.push_back({std::move(word_), begin_, at - begin_});
    word_.clear();
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::string word_;
  std::string folded_;
  std::size_t begin_ = 0;
};

// The stemmer knows "-ée" by its accent, which is gone: "fermées" must meet "fermé".
std::string_view without_double_e(std::string_view word) {
  if (word.size() > 4 && word.ends_with("ees")) return word.substr(0, word.size() - 2);
  if (word.size() > 3 && word.ends_with("ee")) return word.substr(0, word.size() - 1);
  return word;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) { return Tokenizer(text).run(); }

bool is_stop_word(std::string_view word) {
  if (word.size() == 1) return word[0] < '0' || word[0] > '9';
  return std::ranges::binary_search(stop_words, word);
}

const std::string& Analyzer::stem(const std::string& word) {
  if (known_.size() > most_remembered_stems) known_.clear();
  const auto [place, is_new] = known_.try_emplace(word);
  if (is_new) place->second = stemmer_.stem(without_double_e(word));
  return place->second;
}

std::string Analyzer::stems_of(std::string_view text) {
  std::string stems;
  for (const Token& token : tokens_of(text)) {
    if (is_stop_word(token.word)) continue;
    if (!stems.empty()) stems += ' ';
    stems += stem(token.word);
  }
  return stems;
}

}  // namespace clocher::search
