// Reads a query, and writes it as an expression made of quoted stems.
#include "core/search/query.hpp"

#include "core/base/text.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <optional>

namespace clocher::search {
namespace {

std::string cut(std::string_view text) {
  std::string out;
  for (std::size_t count = 0; !text.empty() && count < longest_query_characters; ++count) {
    const Utf8Character character = first_character(text);
    if (character.size_bytes == 0) {
      text.remove_prefix(1);
      continue;
    }
    out += text.substr(0, character.size_bytes);
    text.remove_prefix(character.size_bytes);
  }
  return trim(one_line(out)).empty() ? "" : std::string(trim(one_line(out)));
}

// « and » and typographic quotes are quotes.
std::string with_plain_quotes(std::string text) {
  for (const std::string_view quote : {"«", "»", "“", "”"}) {
    for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote, at))
      text.replace(at, quote.size(), "\"");
  }
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (Token& token : tokens_of(text)) {
    if (!is_stop_word(token.word)) words.push_back(std::move(token.word));
  }
  return words;
}

void add_term(Query& query, Term term) {
  if (query.terms.size() < most_terms && !term.words.empty()) query.terms.push_back(std::move(term));
}

std::string quoted(std::string_view stems) { return '"' + std::string(stems) + '"'; }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

// Where in the list of single words a saying begins; of its words all must follow.
bool says_at(const std::vector<std::string>& stems, std::size_t at, const std::vector<std::string_view>& saying) {
  if (saying.empty() || at + saying.size() > stems.size()) return false;
  for (std::size_t i = 0; i < saying.size(); ++i) {
    if (stems[at + i] != saying[i]) return false;
  }
  return true;
}

// One row per query word; phrases stand for themselves and are never replaced.
class Writer {
 public:
  Writer(const Query& query, Synonyms synonyms, Analyzer& analyzer)
      : query_(query), synonyms_(synonyms), analyzer_(analyzer) {
    for (const Term& term : query.terms) stems_.push_back(stem_of(term));
  }

  Expression write(Join join) {
    std::vector<std::string> clauses;
    for (std::size_t at = 0; at < stems_.size();) {
      const auto [clause, taken] = clause_at(at);
      clauses.push_back(clause);
      at += taken;
    }
    Expression expression{joined(clauses, join == Join::all ? " AND " : " OR "), {}};
    for (const Term& term : query_.terms) {
      for (const std::string& word : term.words) expression.stems.push_back(analyzer_.stem(word));
    }
    return expression;
  }

 private:
  std::string stem_of(const Term& term) {
    std::vector<std::string> stems;
    for (const std::string& word : term.words) stems.push_back(analyzer_.stem(word));
    return joined(stems, " ");
  }

  struct Clause {
    std::string text;
    std::size_t taken = 1;
  };

  Clause clause_at(std::size_t at) {
    const Term& term = query_.terms[at];
    if (term.is_phrase) return {quoted(stems_[at])};
    if (auto longest = longest_saying(at)) return *longest;
    std::vector<std::string> alternatives{quoted(stems_[at])};
    for (const std::string& word : term.alternatives) alternatives.push_back(quoted(analyzer_.stem(word)));
    return {"(" + joined(alternatives, " OR ") + ")"};
  }

  std::optional<Clause> longest_saying(std::size_t at) {
    std::size_t longest = 0;
    for (const SynonymGroup& group : synonyms_) {
      for (const std::string_view saying : group) longest = std::max(longest, length_if_said(at, saying));
    }
    if (longest == 0) return std::nullopt;
    std::vector<std::string> own(stems_.begin() + static_cast<std::ptrdiff_t>(at),
                                 stems_.begin() + static_cast<std::ptrdiff_t>(at + longest));
    for (std::string& stem : own) stem = quoted(stem);
    std::vector<std::string> alternatives{"(" + joined(own, " AND ") + ")"};
    for (const SynonymGroup& group : synonyms_) {
      const bool is_meant =
          std::ranges::any_of(group, [&](std::string_view saying) { return length_if_said(at, saying) == longest; });
      if (!is_meant) continue;
      for (const std::string_view saying : group) alternatives.push_back(quoted(analyzer_.stems_of(saying)));
    }
    return Clause{"(" + joined(alternatives, " OR ") + ")", longest};
  }

  // How many words of the query the saying covers from there; 0 when it is another one.
  std::size_t length_if_said(std::size_t at, std::string_view saying) {
    const std::string stems = analyzer_.stems_of(saying);
    const std::vector<std::string_view> words = split(stems, ' ');
    for (std::size_t i = at; i < std::min(at + words.size(), query_.terms.size()); ++i) {
      if (query_.terms[i].is_phrase) return 0;
    }
    return says_at(stems_, at, words) ? words.size() : 0;
  }

  const Query& query_;
  Synonyms synonyms_;
  Analyzer& analyzer_;
  std::vector<std::string> stems_;
};

}  // namespace

Query parse_query(std::string_view text) {
  Query query{cut(text), {}};
  const std::string plain = with_plain_quotes(query.text);
  bool inside = false;
  for (const std::string_view part : split(plain, '"')) {
    std::vector<std::string> words = words_of(part);
    if (inside && words.size() > 1) {
      words.resize(std::min(words.size(), most_terms));
      add_term(query, {std::move(words), true});
    } else {
      for (std::string& word : words) add_term(query, {{std::move(word)}});
    }
    inside = !inside;
  }
  return query;
}

Expression expression_of(const Query& query, Join join, Synonyms synonyms, Analyzer& analyzer) {
  return Writer(query, synonyms, analyzer).write(join);
}

std::unordered_set<std::string> stems_in(const Expression& expression) {
  std::unordered_set<std::string> stems;
  const std::vector<std::string_view> parts = split(expression.fts, '"');
  for (std::size_t i = 1; i < parts.size(); i += 2) {
    for (const std::string_view stem : split(parts[i], ' ')) stems.emplace(stem);
  }
  return stems;
}

}  // namespace clocher::search
