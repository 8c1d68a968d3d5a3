// A full-text index in a file of its own. All of it can be made again from its documents: damaged, it is thrown away.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"
#include "core/search/vocabulary.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::search {

inline constexpr Instant always_before{std::numeric_limits<std::int64_t>::min()};
inline constexpr Instant never{std::numeric_limits<std::int64_t>::max()};

// What anybody may read. kind and key name it.
struct Document {
  std::string kind = {};
  std::string key = {};
  std::string title = {};
  std::string address = {};   // path on the site
  std::string summary = {};   // one sentence, may be ""
  std::string headings = {};  // keywords and headings: count more than the text
  std::string text = {};      // plain words
  std::string category = {};  // shown with it, may be ""
  Instant visible_from = always_before;
  Instant visible_until = never;
  Instant updated_at = {};
};

struct Reconciled {
  int added = 0;
  int changed = 0;
  int removed = 0;
};

// How the title stands to the words that were asked.
enum class TitleMatch { none, all_words, exact };

struct Match {
  std::int64_t id = 0;
  std::string kind;
  Instant updated_at;
  TitleMatch title = TitleMatch::none;
  double relevance = 0;  // bm25, more is better
};

// What Query::expression makes.
struct Expression {
  std::string fts;                 // of FTS5: quoted stems and operators only
  std::vector<std::string> stems;  // that the person asked for, for the title
};

class Index {
 public:
  // Opens nothing until it is used.
  explicit Index(std::string path) : path_(std::move(path)) {}

  // Makes the index hold these documents and no others; writes only what differs, what vanishes first. One caller at a time;
  // searches go on meanwhile. No two documents of one kind and key.
  Reconciled reconcile(const std::vector<Document>& documents);

  // Unordered. Nothing before its visible_from or after its visible_until.
  [[nodiscard]] std::vector<Match> find(const Expression& expression, Instant now);
  // Nothing when it is no longer there.
  [[nodiscard]] std::optional<Document> read(std::int64_t id);
  [[nodiscard]] std::int64_t count();

  // body(db::ReadTx&) on the tables of vocabulary.hpp.
  template <class Body>
  auto read_words(Body&& body) {
    return database().read(std::forward<Body>(body));
  }

 private:
  db::Database& database();

  const std::string path_;
  std::mutex opening_;
  std::unique_ptr<db::Database> database_;
};

}  // namespace clocher::search
