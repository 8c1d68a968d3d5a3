// Counts words as a reader does, in French.
#include "tenants/site/checks_words.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";
constexpr std::size_t fewest_sentences = 3;  // a mean of one or two says nothing
constexpr std::size_t beginning_words = 6;
constexpr std::size_t fewest_capitals = 12;

constexpr std::array<std::string_view, 22> abbreviations = {"m",   "mm", "mme", "mmes", "mlle", "me", "dr", "art",
                                                            "al",  "av", "bd",  "cf",   "env",  "ex", "p",  "pp",
                                                            "tel", "st", "ste", "min",  "max",  "hab"};

// No-break spaces become spaces: "12 h 30 !" holds three words.
std::string spaced(std::string_view text) {
  std::string plain(text);
  for (const std::string_view blank :
       {no_break_space, narrow_no_break_space, std::string_view("\n"), std::string_view("\t")})
    for (auto at = plain.find(blank); at != std::string::npos; at = plain.find(blank, at + 1))
      plain.replace(at, blank.size(), " ");
  return plain;
}

bool is_word(std::string_view token) {
  return std::ranges::any_of(fold(token), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

std::vector<std::string_view> tokens_of(std::string_view spaced_text) {
  std::vector<std::string_view> tokens = split(spaced_text, ' ');
  std::erase_if(tokens, [](std::string_view token) { return token.empty(); });
  return tokens;
}

bool is_abbreviation(std::string_view token) {
  const std::string name = fold(token.substr(0, token.size() - 1));
  const bool is_initial = name.size() == 1 && name[0] >= 'a' && name[0] <= 'z';
  return is_initial || std::ranges::find(abbreviations, name) != abbreviations.end();
}

bool ends_sentence(std::string_view token) {
  for (const std::string_view closing : {"»", "”", ")", "\""})
    while (token.ends_with(closing)) token.remove_suffix(closing.size());
  if (token.ends_with('!') || token.ends_with('?') || token.ends_with("…")) return true;
  return token.ends_with('.') && !is_abbreviation(token);
}

// "… » répond le maire": a small letter goes on with the sentence.
bool begins_small(std::string_view token) {
  return (token[0] >= 'a' && token[0] <= 'z') || token.starts_with("é") || token.starts_with("à");
}

struct Letters {
  std::size_t capital = 0;
  std::size_t small = 0;
};

// Latin letters of French: ASCII, U+00C0 to U+00FF, Œ and œ.
Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (byte == 0xC3 || byte == 0xC5) {
      const bool is_capital = byte == 0xC3 ? next < 0xA0 : next == 0x92;
      ++(is_capital ? letters.capital : letters.small);
      ++at;
    } else if (byte >= 'A' && byte <= 'Z') {
      ++letters.capital;
    } else if (byte >= 'a' && byte <= 'z') {
      ++letters.small;
    }
  }
  return letters;
}

std::string rounded(std::size_t words, std::size_t sentences) {
  return std::to_string((words + sentences / 2) / sentences);
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view paragraph) {
  const std::string text = spaced(paragraph);
  const auto tokens = tokens_of(text);
  std::vector<std::string> sentences;
  std::string current;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    current += (current.empty() ? "" : " ") + std::string(tokens[at]);
    const bool is_last = at + 1 == tokens.size();
    if (!is_last && (!ends_sentence(tokens[at]) || begins_small(tokens[at + 1]) || !is_word(tokens[at + 1]))) continue;
    if (is_word(current)) sentences.push_back(current);
    current.clear();
  }
  return sentences;
}

std::size_t count_words(std::string_view text) {
  const std::string plain = spaced(text);
  return static_cast<std::size_t>(std::ranges::count_if(tokens_of(plain), is_word));
}

bool is_in_capitals(std::string_view text) {
  const Letters letters = count_letters(text);
  return letters.capital >= fewest_capitals && letters.capital > 4 * letters.small && count_words(text) >= 3;
}

std::string beginning_of(std::string_view text) {
  const std::string plain = spaced(text);
  const auto tokens = tokens_of(plain);
  std::string beginning;
  for (std::size_t at = 0; at < tokens.size() && at < beginning_words; ++at)
    beginning += (at == 0 ? "" : " ") + std::string(tokens[at]);
  return tokens.size() > beginning_words ? beginning + "…" : beginning;
}

void check_sentences(const std::vector<PlacedParagraph>& paragraphs, std::vector<Finding>& findings) {
  std::size_t words = 0, sentences = 0;
  for (const PlacedParagraph& paragraph : paragraphs) {
    for (const std::string& sentence : sentences_of(paragraph.words)) {
      const std::size_t count = count_words(sentence);
      words += count;
      ++sentences;
      if (count > longest_sentence_words)
        findings.push_back({"checks.sentence_long",
                            Severity::advice,
                            paragraph.spot,
                            {{"words", beginning_of(sentence)}, {"count", std::to_string(count)}}});
    }
  }
  if (sentences >= fewest_sentences && words > mean_sentence_words * sentences)
    findings.push_back(
        {"checks.sentences_mean", Severity::advice, {"body_markdown"}, {{"count", rounded(words, sentences)}}});
}

}  // namespace clocher::tenants
