// Stems in a contentless FTS5 table, originals beside it.
#include "core/search/index.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <span>
#include <unordered_set>
#include <utility>

namespace clocher::search {
namespace {

constexpr int schema_version = 1;
constexpr std::size_t batch_size = 25;

// The stems are split already: the tokenizer "ascii" cuts at spaces and leaves other alphabets alone.
constexpr std::string_view schema = R"sql(
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  visible_from INTEGER NOT NULL,
  visible_until INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  title_stems TEXT NOT NULL,
  title TEXT NOT NULL,
  address TEXT NOT NULL,
  category TEXT NOT NULL,
  summary TEXT NOT NULL,
  headings TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, key)
) STRICT;
CREATE TABLE word (
  word TEXT PRIMARY KEY,
  stem TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX word_of_stem ON word (stem);
CREATE VIRTUAL TABLE entry_words USING fts5(title, headings, body, content='', contentless_delete=1, tokenize='ascii');
PRAGMA user_version = 1;
)sql";

std::unique_ptr<db::Database> open_current(const std::string& path) {
  auto database = std::make_unique<db::Database>(path, db::OpenMode::owner);
  const auto version = database->read([](db::ReadTx& tx) { return tx.number("PRAGMA user_version"); });
  if (version == schema_version) return database;
  const auto tables = database->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM sqlite_schema"); });
  if (tables != 0) return nullptr;
  database->write([](db::Tx& tx) { tx.run_script(schema); });
  return database;
}

void remove_files(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-journal"}) std::filesystem::remove(path + suffix);
}

// FNV-1a: stable from one build to the next.
std::int64_t hash_of(const Document& document) {
  std::uint64_t hash = 14695981039346656037ULL;
  const auto add = [&](std::string_view text) {
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    hash = (hash ^ 0x1F) * 1099511628211ULL;
  };
  for (const std::string* part : {&document.kind, &document.key, &document.title, &document.address, &document.summary,
                                  &document.headings, &document.text, &document.category})
    add(*part);
  for (const std::int64_t number : {document.visible_from.seconds, document.visible_until.seconds,
                                    document.updated_at.seconds, std::int64_t{analysis_version}})
    add(std::to_string(number));
  return static_cast<std::int64_t>(hash);
}

void count_words(WordChanges& changes, const Document& document, std::int64_t difference) {
  std::unordered_set<std::string> words;
  for (const std::string* part : {&document.title, &document.headings, &document.summary, &document.text}) {
    for (Token& token : tokens_of(*part)) {
      if (!is_stop_word(token.word)) words.insert(std::move(token.word));
    }
  }
  for (const std::string& word : words) changes[word] += difference;
}

Document read_document(const db::Row& row) {
  return {.kind = row.text(0),
          .key = row.text(1),
          .title = row.text(2),
          .address = row.text(3),
          .summary = row.text(4),
          .headings = row.text(5),
          .text = row.text(6),
          .category = row.text(7),
          .visible_from = row.instant(8),
          .visible_until = row.instant(9),
          .updated_at = row.instant(10)};
}

std::optional<Document> find_document(db::ReadTx& tx, std::int64_t id) {
  return tx.one(
      "SELECT kind, key, title, address, summary, headings, body, category, visible_from, visible_until, updated_at "
      "FROM entry WHERE id = ?",
      read_document, id);
}

struct Entry {
  std::int64_t id = 0;
  std::int64_t hash = 0;
};
using Entries = std::map<std::pair<std::string, std::string>, Entry>;

Entries read_entries(db::ReadTx& tx) {
  Entries entries;
  tx.each("SELECT kind, key, id, hash FROM entry ORDER BY id", [&](const db::Row& row) {
    entries[{row.text(0), row.text(1)}] = {row.integer(2), row.integer(3)};
  });
  return entries;
}

struct Change {
  const Document* document = nullptr;
  std::int64_t hash = 0;
  std::int64_t replaces = 0;  // id, 0 for none
};

// Some changes in one transaction: entries, stems and words stay true to each other.
class Batch {
 public:
  explicit Batch(db::Tx& tx, Analyzer& analyzer) : tx_(tx), analyzer_(analyzer) {}

  void apply(std::span<const Change> changes) {
    for (const Change& change : changes) {
      if (change.replaces != 0) remove(change.replaces);
      insert(*change.document, change.hash);
    }
    change_words(tx_, words_, analyzer_);
  }

  void apply_removal(const Entries& vanished) {
    for (const auto& [name, entry] : vanished) remove(entry.id);
    change_words(tx_, words_, analyzer_);
  }

 private:
  void remove(std::int64_t id) {
    if (const auto old = find_document(tx_, id)) count_words(words_, *old, -1);
    tx_.run("DELETE FROM entry_words WHERE rowid = ?", id);
    tx_.run("DELETE FROM entry WHERE id = ?", id);
  }

  void insert(const Document& document, std::int64_t hash) {
    count_words(words_, document, 1);
    const std::string title = analyzer_.stems_of(document.title);
    const std::string headings = analyzer_.stems_of(document.headings);
    const std::string body = analyzer_.stems_of(document.summary + "\n" + document.text);
    const std::int64_t id = tx_.insert(
        "INSERT INTO entry (kind, key, updated_at, visible_from, visible_until, hash, title_stems, title, address, "
        "category, summary, headings, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        document.kind, document.key, document.updated_at, document.visible_from, document.visible_until, hash, title,
        document.title, document.address, document.category, document.summary, document.headings, document.text);
    tx_.run("INSERT INTO entry_words (rowid, title, headings, body) VALUES (?, ?, ?, ?)", id, title, headings, body);
  }

  db::Tx& tx_;
  Analyzer& analyzer_;
  WordChanges words_;
};

TitleMatch compare_title(std::string_view title_stems, const std::vector<std::string>& asked) {
  if (asked.empty()) return TitleMatch::none;
  const std::vector<std::string_view> words = split(title_stems, ' ');
  for (const std::string& stem : asked) {
    if (std::ranges::find(words, stem) == words.end()) return TitleMatch::none;
  }
  return words.size() == asked.size() ? TitleMatch::exact : TitleMatch::all_words;
}

}  // namespace

db::Database& Index::database() {
  const std::lock_guard lock(opening_);
  if (database_) return *database_;
  try {
    database_ = open_current(path_);
  } catch (const db::DatabaseUnreadable&) {
    database_ = nullptr;
  }
  if (!database_) {
    remove_files(path_);
    database_ = open_current(path_);
  }
  return *database_;
}

Reconciled Index::reconcile(const std::vector<Document>& documents) {
  Entries vanished = database().read(read_entries);
  Reconciled result;
  std::vector<Change> changes;
  for (const Document& document : documents) {
    const std::int64_t hash = hash_of(document);
    const auto present = vanished.find({document.kind, document.key});
    const bool is_new = present == vanished.end();
    if (is_new || present->second.hash != hash) {
      changes.push_back({&document, hash, is_new ? 0 : present->second.id});
      ++(is_new ? result.added : result.changed);
    }
    if (!is_new) vanished.erase(present);
  }
  result.removed = static_cast<int>(vanished.size());
  Analyzer analyzer;
  if (!vanished.empty()) database().write([&](db::Tx& tx) { Batch(tx, analyzer).apply_removal(vanished); });
  // Between two batches searches get their turn.
  for (std::size_t at = 0; at < changes.size(); at += batch_size) {
    const auto part = std::span(changes).subspan(at, std::min(batch_size, changes.size() - at));
    database().write([&](db::Tx& tx) { Batch(tx, analyzer).apply(part); });
  }
  return result;
}

std::vector<Match> Index::find(const Expression& expression, Instant now) {
  if (expression.fts.empty()) return {};
  return database().read([&](db::ReadTx& tx) {
    return tx.all(
        "SELECT e.id, e.kind, e.updated_at, e.title_stems, bm25(entry_words, 8.0, 4.0, 1.0) "
        "FROM entry_words JOIN entry e ON e.id = entry_words.rowid "
        "WHERE entry_words MATCH ? AND e.visible_from <= ? AND e.visible_until > ? ORDER BY e.id",
        [&](const db::Row& row) {
          return Match{row.integer(0), row.text(1), row.instant(2), compare_title(row.text(3), expression.stems),
                       -row.real(4)};
        },
        expression.fts, now, now);
  });
}

std::optional<Document> Index::read(std::int64_t id) {
  return database().read([&](db::ReadTx& tx) { return find_document(tx, id); });
}

std::int64_t Index::count() {
  return database().read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM entry"); });
}

}  // namespace clocher::search
