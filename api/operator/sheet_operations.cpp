// Begins imports, says how they go.
#include "api/operator/sheet_operations.hpp"

#include "tenants/sheets/sheet_store.hpp"

#include <filesystem>

namespace clocher::api::control {
namespace {

json::Value seconds_or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}

json::Value last_import(Services& services) {
  const auto past = services.sheets.database().read(sheets::sheet_store::latest_import);
  if (!past) return nullptr;
  json::Array failures;
  for (const sheets::FileFailure& failure : past->report.failures) {
    failures.push_back(
        json::Object{{"file", failure.file},
                     {"key", failure.reason},
                     {"message", services.catalogue.text(failure.reason, {{"from", failure.file},
                                                                          {"url", failure.file},
                                                                          {"status", failure.detail},
                                                                          {"reason", failure.detail}})}});
  }
  const sheets::ImportReport& report = past->report;
  return json::Object{{"from", past->from},
                      {"started_at", past->started_at.seconds},
                      {"ended_at", seconds_or_null(past->ended_at)},
                      {"outcome", past->outcome},
                      {"added", report.added},
                      {"changed", report.changed},
                      {"same", report.same},
                      {"gone", report.gone},
                      {"kept_back", report.kept_back},
                      {"failed", report.failed},
                      {"failures", std::move(failures)}};
}

std::int64_t size_on_disk(const Services& services) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(services.config.data_dir + "/sheets.db", absent);
  return absent ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

Result<json::Value> import_sheets(Services& services, const json::Object& input) {
  sheets::ImportRequest request;
  request.from = json::string_or(input, "from");
  request.force = json::is_true(input, "force") ? sheets::Force::yes : sheets::Force::no;
  if (const std::string name = json::string_or(input, "audience"); !name.empty()) {
    request.audience = sheets::parse_audience(name);
    if (!request.audience) return fail(ErrorKind::invalid, "sheets.audience", {{"audience", name}});
  }
  if (!sheets::is_url(request.from) && !std::filesystem::exists(request.from))
    return fail(ErrorKind::not_found, "sheets.no_such_source", {{"from", request.from}});
  if (const auto started = services.sheet_importer.start(request); !started) return fail(started.error());
  return json::Object{};
}

Result<json::Value> sheets_progress(Services& services, const json::Object&) {
  const sheets::ImportProgress& progress = services.sheet_importer.progress();
  return json::Object{{"running", progress.is_running.load()},
                      {"done", static_cast<std::int64_t>(progress.done.load())},
                      {"total", static_cast<std::int64_t>(progress.total.load())}};
}

Result<json::Value> sheets_status(Services& services, const json::Object&) {
  json::Object answer = no_sheets();
  answer["running"] = services.sheet_importer.progress().is_running.load();
  const auto index = services.sheets.index();
  for (const sheets::Audience audience : sheets::audiences)
    answer[sheets::to_string(audience)] = static_cast<std::int64_t>(index->count(audience));
  answer["size_bytes"] = size_on_disk(services);
  json::Array feeds;
  for (const std::string& url : services.config.sheets_feeds) feeds.emplace_back(url);
  answer["feeds"] = std::move(feeds);
  answer["last"] = last_import(services);
  return answer;
}

json::Object no_sheets() {
  return {{"running", false}, {"particuliers", 0},      {"professionnels", 0}, {"associations", 0},
          {"size_bytes", 0},  {"feeds", json::Array()}, {"last", nullptr}};
}

}  // namespace clocher::api::control
