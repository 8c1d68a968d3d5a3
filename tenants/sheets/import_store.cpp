// The statements on imports and feeds.
#include "tenants/sheets/sheet_store.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace clocher::sheets {
namespace {

constexpr std::array<std::pair<ImportOutcome, std::string_view>, 5> names = {
    {{ImportOutcome::done, "done"},
     {ImportOutcome::unchanged, "unchanged"},
     {ImportOutcome::guarded, "guarded"},
     {ImportOutcome::failed, "failed"},
     {ImportOutcome::interrupted, "interrupted"}}};

}  // namespace

std::string_view to_string(ImportOutcome outcome) {
  for (const auto& [known, name] : names) {
    if (known == outcome) return name;
  }
  throw std::logic_error("sheets: unnamed outcome");
}

namespace sheet_store {

std::int64_t begin_import(db::Tx& tx, std::string_view from, Instant now) {
  return tx.insert("INSERT INTO sheet_import (origin, started_at, outcome) VALUES (?, ?, 'running')", from, now);
}

void end_import(db::Tx& tx, std::int64_t id, const ImportReport& report, Instant now) {
  tx.run(
      "UPDATE sheet_import SET ended_at = ?, outcome = ?, added = ?, changed = ?, same = ?, gone = ?, kept_back = ?, "
      "failed = ? WHERE id = ?",
      now, to_string(report.outcome), report.added, report.changed, report.same, report.gone, report.kept_back,
      report.failed, id);
  for (const auto& [file, reason, detail] : report.failures) {
    tx.run("INSERT OR REPLACE INTO sheet_failure (import_id, file, reason, detail) VALUES (?, ?, ?, ?)", id, file,
           reason, detail);
  }
  // A year of daily imports is enough to look back on.
  tx.run("DELETE FROM sheet_failure WHERE import_id <= ? - 400", id);
  tx.run("DELETE FROM sheet_import WHERE id <= ? - 400", id);
}

void close_interrupted(db::Tx& tx, Instant now) {
  tx.run("UPDATE sheet_import SET outcome = 'interrupted', ended_at = ? WHERE outcome = 'running'", now);
}

std::optional<PastImport> latest_import(db::ReadTx& tx) {
  std::int64_t id = 0;
  auto past = tx.one(
      "SELECT id, origin, started_at, ended_at, outcome, added, changed, same, gone, kept_back, failed "
      "FROM sheet_import ORDER BY id DESC LIMIT 1",
      [&](const db::Row& row) {
        id = row.integer(0);
        PastImport found{row.text(1), row.instant(2), row.maybe_instant(3), row.text(4), {}};
        ImportReport& report = found.report;
        report.added = row.integer(5);
        report.changed = row.integer(6);
        report.same = row.integer(7);
        report.gone = row.integer(8);
        report.kept_back = row.integer(9);
        report.failed = row.integer(10);
        return found;
      });
  if (!past) return past;
  for (const auto& [outcome, name] : names) {
    if (name == past->outcome) past->report.outcome = outcome;
  }
  past->report.failures = tx.all(
      "SELECT file, reason, detail FROM sheet_failure WHERE import_id = ? ORDER BY file",
      [](const db::Row& row) {
        return FileFailure{row.text(0), row.text(1), row.text(2)};
      },
      id);
  return past;
}

std::optional<Instant> latest_success(db::ReadTx& tx) {
  return tx.one("SELECT ended_at FROM sheet_import WHERE outcome IN ('done', 'unchanged') ORDER BY id DESC LIMIT 1",
                [](const db::Row& row) { return row.instant(0); });
}

std::optional<Feed> find_feed(db::ReadTx& tx, std::string_view url) {
  return tx.one(
      "SELECT etag, last_modified, checked_at FROM sheet_feed WHERE url = ?",
      [](const db::Row& row) {
        return Feed{{row.text(0), row.text(1)}, row.instant(2)};
      },
      url);
}

void save_feed(db::Tx& tx, std::string_view url, const Feed& feed) {
  tx.run("INSERT OR REPLACE INTO sheet_feed (url, etag, last_modified, checked_at) VALUES (?, ?, ?, ?)", url,
         feed.version.etag, feed.version.last_modified, feed.checked_at);
}

}  // namespace sheet_store
}  // namespace clocher::sheets
