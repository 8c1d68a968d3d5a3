// Times of search on 3,000 sheets and 2,000 documents of one commune. See README.md.
#include "tenants/search/find.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <random>

using namespace clocher;
using search::Document;

namespace {

constexpr std::size_t vocabulary_size = 30'000;
constexpr std::size_t questions_of_a_sort = 2'000;

using Clock = std::chrono::steady_clock;
double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Words made of French syllables and endings, the frequent ones shorter; drawn as often as Zipf says.
class Language {
 public:
  Language() {
    static constexpr std::array syllables = {"ma",  "ri",  "con", "dé",  "pré", "sa",  "lo",  "ti", "per",
                                             "mu",  "né",  "vi",  "tra", "com", "pa",  "cou", "fê", "bou",
                                             "gra", "ser", "é",   "pu",  "jo",  "che", "au",  "in"};
    static constexpr std::array endings = {"",  "e",  "s",   "es",  "tion", "tions", "ment", "er",
                                           "é", "ée", "eur", "age", "ité",  "al",    "aux"};
    for (std::size_t rank = 0; rank < vocabulary_size; ++rank) {
      std::string word;
      const std::size_t length =
          1 + static_cast<std::size_t>(std::log10(static_cast<double>(rank + 2))) / 2 + random_() % 3;
      for (std::size_t i = 0; i < length; ++i) word += syllables[random_() % syllables.size()];
      words_.push_back(word + endings[random_() % endings.size()]);
      weights_.push_back(1.0 / static_cast<double>(rank + 2));
    }
    draw_ = std::discrete_distribution<std::size_t>(weights_.begin(), weights_.end());
  }

  std::string word() { return words_[draw_(random_)]; }
  std::string rare_word() { return words_[5'000 + random_() % (vocabulary_size - 5'000)]; }
  std::string text(std::size_t count) {
    static constexpr std::array small = {"de", "la", "le", "et", "à", "les", "des", "en", "un", "pour"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += random_() % 5 < 2 ? std::string(small[random_() % small.size()]) : word();
      text += i % 17 == 16 ? ". " : " ";
    }
    return text;
  }
  std::size_t number(std::size_t below) { return random_() % below; }

 private:
  std::mt19937 random_{20261124};
  std::vector<std::string> words_;
  std::vector<double> weights_;
  std::discrete_distribution<std::size_t> draw_;
};

std::vector<Document> corpus(Language& language, std::string kind, std::size_t count, std::size_t words) {
  std::vector<Document> documents;
  for (std::size_t i = 0; i < count; ++i)
    documents.push_back({.kind = kind,
                         .key = std::to_string(i),
                         .title = language.text(6),
                         .address = "/" + kind + "/" + std::to_string(i),
                         .summary = language.text(15),
                         .headings = language.text(10),
                         .text = language.text(words / 2 + language.number(words))});
  return documents;
}

double size_in_megabytes(const std::string& path) {
  double bytes = 0;
  for (const char* suffix : {"", "-wal"})
    if (std::filesystem::exists(path + suffix)) bytes += static_cast<double>(std::filesystem::file_size(path + suffix));
  return bytes / 1e6;
}

void index_all(const char* name, search::Index& index, const std::string& path, std::vector<Document>& documents) {
  double text_megabytes = 0;
  for (const Document& document : documents) text_megabytes += static_cast<double>(document.text.size()) / 1e6;
  auto start = Clock::now();
  index.reconcile(documents);
  std::printf("%s: %zu documents, %.1f MB of text, indexed in %.0f ms, %.1f MB on the disk\n", name, documents.size(),
              text_megabytes, milliseconds_since(start), size_in_megabytes(path));
  start = Clock::now();
  index.reconcile(documents);
  const double unchanged = milliseconds_since(start);
  documents[documents.size() / 2].title += " changé";
  start = Clock::now();
  index.reconcile(documents);
  std::printf("  again, nothing changed: %.1f ms; one changed: %.1f ms\n", unchanged, milliseconds_since(start));
}

std::string with_mistake(Language& language, std::string word) {
  if (word.size() > 3) word.erase(1 + language.number(word.size() - 2), 1);
  return word;
}

void ask(const char* sort, std::span<search::Index* const> indexes, const std::function<std::string()>& question) {
  std::vector<double> times;
  std::size_t found = 0;
  for (std::size_t i = 0; i < questions_of_a_sort; ++i) {
    const std::string text = question();
    const auto start = Clock::now();
    found += tenants::find_in(indexes, {.text = text}, Instant{1'795'512'720}).total > 0 ? 1 : 0;
    times.push_back(milliseconds_since(start));
  }
  std::ranges::sort(times);
  std::printf("%-28s median %6.2f ms  p99 %6.2f ms  max %6.2f ms  %3zu %% found something\n", sort,
              times[times.size() / 2], times[times.size() * 99 / 100], times.back(), found * 100 / questions_of_a_sort);
}

}  // namespace

int main() {
  test::TemporaryFolder folder;
  Language language;
  search::Index commune(folder.path() + "/commune.db");
  search::Index sheets(folder.path() + "/sheets.db");
  auto of_commune = corpus(language, "news", 2'000, 250);
  auto of_state = corpus(language, "sheet", 3'000, 900);
  index_all("commune", commune, folder.path() + "/commune.db", of_commune);
  index_all("sheets", sheets, folder.path() + "/sheets.db", of_state);
  search::Index* const indexes[] = {&commune, &sheets};
  ask("one word", indexes, [&] { return language.word(); });
  ask("two words", indexes, [&] { return language.word() + " " + language.word(); });
  ask("two rare words", indexes, [&] { return language.rare_word() + " " + language.rare_word(); });
  ask("a sentence of 8 words", indexes, [&] { return language.text(14); });
  ask("the most common words", indexes, [&] { return of_state[language.number(9)].title + " maire mairie poubelle"; });
  ask("one wrong letter", indexes, [&] { return with_mistake(language, language.rare_word()); });
  ask("three wrong letters", indexes, [&] {
    return with_mistake(language, language.rare_word()) + " " + with_mistake(language, language.rare_word()) + " " +
           with_mistake(language, language.rare_word());
  });
  ask("an unfinished word", indexes, [&] { return language.rare_word().substr(0, 4); });
  ask("a phrase in quotes", indexes, [&] { return "\"" + language.word() + " " + language.word() + "\""; });
  ask("hostile: a* b* c* ...", indexes,
      [] { return std::string("ma* ri* co* de* pr* sa* lo* ti* NEAR(a b) title:x"); });
  ask("hostile: 10,000 characters", indexes, [&] { return language.text(2'000); });
  return 0;
}
