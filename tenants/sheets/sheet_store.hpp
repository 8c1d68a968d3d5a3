// All SQL on sheets.db.
#pragma once

#include "core/db/database.hpp"
#include "core/outbound/download.hpp"
#include "tenants/sheets/document.hpp"
#include "tenants/sheets/import_report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::sheets::sheet_store {

struct Stored {
  Sheet sheet;
  std::string body;
};

struct Present {
  Audience audience;
  std::string id, title, kind;
};

// One row as an import compares it.
struct Known {
  Audience audience;
  std::string id, hash;
  Origin origin;
  bool is_gone = false;
};

struct Change {
  Document document;
  std::string hash;
  std::string body;  // packed
};

[[nodiscard]] std::optional<Stored> find(db::ReadTx& tx, Audience audience, std::string_view id);
[[nodiscard]] std::vector<Present> list_present(db::ReadTx& tx);
[[nodiscard]] std::vector<std::string> list_ids(db::ReadTx& tx, Audience audience);  // not gone
[[nodiscard]] std::vector<Known> list_known(db::ReadTx& tx);
[[nodiscard]] std::optional<std::string> find_words(db::ReadTx& tx, std::string_view variable);

void save(db::Tx& tx, const Change& change, Instant now);
void mark_gone(db::Tx& tx, Audience audience, std::string_view id, Instant now);
void mark_back(db::Tx& tx, Audience audience, std::string_view id);

[[nodiscard]] std::int64_t begin_import(db::Tx& tx, std::string_view from, Instant now);
void end_import(db::Tx& tx, std::int64_t id, const ImportReport& report, Instant now);
// Imports that a stop of the process left running.
void close_interrupted(db::Tx& tx, Instant now);
// The latest one with its failures; nullopt when there was none.
[[nodiscard]] std::optional<PastImport> latest_import(db::ReadTx& tx);
// The latest that looked at every file.
[[nodiscard]] std::optional<Instant> latest_success(db::ReadTx& tx);

struct Feed {
  outbound::Version version;
  Instant checked_at;
};
[[nodiscard]] std::optional<Feed> find_feed(db::ReadTx& tx, std::string_view url);
void save_feed(db::Tx& tx, std::string_view url, const Feed& feed);

}  // namespace clocher::sheets::sheet_store
