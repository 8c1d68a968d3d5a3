// An index in a temporary folder, and what a person finds in it.
#pragma once

#include "core/search/index.hpp"
#include "core/search/query.hpp"
#include "core/search/snippet.hpp"
#include "tests/support/temporary_folder.hpp"

#include <string>
#include <vector>

namespace clocher::test {

struct IndexWorld {
  TemporaryFolder folder;
  search::Index index{folder.path() + "/search.db"};
  search::Analyzer analyzer;
  search::Synonyms synonyms = {};

  static search::Document document(std::string key, std::string title, std::string text = "") {
    return {.kind = "pages", .key = std::move(key), .title = std::move(title), .text = std::move(text)};
  }

  search::Reconciled hold(const std::vector<search::Document>& documents) { return index.reconcile(documents); }

  search::Checked check(std::string_view text) {
    search::Index* const indexes[] = {&index};
    return search::check_spelling(search::parse_query(text), indexes, synonyms, analyzer);
  }

  // Keys of the documents, in the order of their titles.
  std::vector<std::string> found(std::string_view text, Instant now = {1000}) {
    std::vector<std::string> keys;
    const auto expression = search::expression_of(check(text).query, search::Join::all, synonyms, analyzer);
    for (const search::Match& match : index.find(expression, now)) keys.push_back(index.read(match.id).value().key);
    return keys;
  }
};

}  // namespace clocher::test
