// From a request to a recorded report; a feed that has not changed costs one question.
#include "tenants/sheets/importer.hpp"

#include "core/base/log.hpp"
#include "core/outbound/download.hpp"
#include "tenants/sheets/sheet_store.hpp"

#include <filesystem>

namespace clocher::sheets {
namespace {

constexpr std::int64_t feed_period_seconds = one_day;

ImportReport failed_report(const std::string& from, const Error& error) {
  ImportReport report;
  report.outcome = ImportOutcome::failed;
  std::string detail;
  for (const char* name : {"reason", "status"}) {
    if (const auto found = error.arguments.find(name); found != error.arguments.end()) detail = found->second;
  }
  report.failures.push_back({from, error.key, std::move(detail)});
  return report;
}

void write_log(const ImportRequest& request, const ImportReport& report) {
  log::info("sheets.imported", {{"from", request.from},
                                {"outcome", to_string(report.outcome)},
                                {"added", report.added},
                                {"changed", report.changed},
                                {"same", report.same},
                                {"gone", report.gone},
                                {"kept_back", report.kept_back},
                                {"failed", report.failed}});
}

}  // namespace

Importer::~Importer() {
  stop();
  const std::lock_guard lock(mutex_);
  if (thread_.joinable()) thread_.join();
}

Result<void> Importer::occupy() {
  if (progress_.is_running.exchange(true)) return fail(ErrorKind::conflict, "sheets.busy");
  progress_.total = 0;
  progress_.done = 0;
  return {};
}

Result<void> Importer::start(const ImportRequest& request) {
  const std::lock_guard lock(mutex_);
  if (const auto free = occupy(); !free) return fail(free.error());
  if (thread_.joinable()) thread_.join();
  thread_ = std::thread([this, request] { run_recorded(request); });
  return {};
}

Result<ImportReport> Importer::run(const ImportRequest& request) {
  if (const auto free = occupy(); !free) return fail(free.error());
  return run_recorded(request);
}

void Importer::follow(const std::string& feed_url) {
  const auto feed = store_.database().read([&](db::ReadTx& tx) { return sheet_store::find_feed(tx, feed_url); });
  if (feed && clock_.now() - feed->checked_at < feed_period_seconds) return;
  const auto report = run({feed_url, std::nullopt, Force::no});
  if (!report) return;  // somebody imports by hand: the next round looks again
  // Looked at, whatever came of it: a feed that is broken is not fetched every hour.
  store_.database().write([&](db::Tx& tx) {
    const auto kept = sheet_store::find_feed(tx, feed_url);
    sheet_store::save_feed(tx, feed_url, {kept ? kept->version : outbound::Version{}, clock_.now()});
  });
}

// Nothing may leave this: it is the body of a thread, and of a ticker.
ImportReport Importer::run_recorded(const ImportRequest& request) {
  ImportReport report;
  try {
    const auto id =
        store_.database().write([&](db::Tx& tx) { return sheet_store::begin_import(tx, request.from, clock_.now()); });
    try {
      report = run_any(request);
    } catch (const std::exception& error) {
      report =
          failed_report(request.from, {ErrorKind::unavailable, "operation.failed", {{"reason", error.what()}}, {}});
      store_.refresh();
    }
    store_.database().write([&](db::Tx& tx) { sheet_store::end_import(tx, id, report, clock_.now()); });
    write_log(request, report);
  } catch (const std::exception& error) {
    log::error("sheets.import_failed", {{"from", request.from}, {"reason", std::string_view(error.what())}});
    report.outcome = ImportOutcome::failed;
  }
  progress_.is_running = false;
  return report;
}

ImportReport Importer::run_any(const ImportRequest& request) {
  if (is_url(request.from)) return run_feed(request);
  const auto files = open_source(request.from);
  if (!files) return failed_report(request.from, files.error());
  return import_files(store_, *files, request, progress_, clock_);
}

ImportReport Importer::run_feed(const ImportRequest& request) {
  const std::string path = work_folder_ + "/sheets-feed.zip";
  const auto known = store_.database().read([&](db::ReadTx& tx) { return sheet_store::find_feed(tx, request.from); });
  const bool asks_anyway = !known || request.force == Force::yes;
  outbound::DownloadLimits limits;
  limits.is_stopping = [this] { return progress_.is_stopping.load(); };
  const auto fetched =
      outbound::download(request.from, path, asks_anyway ? outbound::Version{} : known->version, limits);
  if (!fetched) return failed_report(request.from, fetched.error());
  ImportReport report;
  report.outcome = ImportOutcome::unchanged;
  if (fetched->state == outbound::DownloadState::fetched) {
    const auto files = open_source(path);
    report =
        files ? import_files(store_, *files, request, progress_, clock_) : failed_report(request.from, files.error());
    std::error_code absent;
    std::filesystem::remove(path, absent);
  }
  // What was not read whole is asked for again.
  const bool is_whole = report.failed == 0 && !request.audience &&
                        (report.outcome == ImportOutcome::done || report.outcome == ImportOutcome::unchanged);
  if (is_whole) {
    store_.database().write([&](db::Tx& tx) {
      sheet_store::save_feed(tx, request.from, {fetched->version, clock_.now()});
    });
  }
  return report;
}

}  // namespace clocher::sheets
