// One pass over the files of a source, then the removal of what it no longer has.
#include "tenants/sheets/import.hpp"

#include "core/base/log.hpp"
#include "core/security/crypto.hpp"
#include "tenants/sheets/sheet_store.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace clocher::sheets {
namespace {

constexpr std::size_t batch_size = 50;
constexpr std::size_t most_failures_named = 200;
constexpr std::string_view reading_version = "1\n";  // step it when document.cpp reads the same file otherwise
constexpr double most_vanishing = 0.2;

using Key = std::pair<Audience, std::string>;

class ImportRun {
 public:
  ImportRun(Store& store, const SourceFiles& files, const ImportRequest& request, ImportProgress& progress,
            const Clock& clock)
      : store_(store), files_(files), request_(request), progress_(progress), clock_(clock) {
    for (auto& known : store_.database().read(sheet_store::list_known)) {
      by_hash_.emplace(known.hash, Key{known.audience, known.id});
      known_.emplace(Key{known.audience, known.id}, std::move(known));
    }
  }

  ImportReport run() {
    progress_.total = files_.names.size();
    for (std::size_t index = 0; index < files_.names.size(); ++index) {
      if (progress_.is_stopping) {
        write_batch();
        report_.outcome = ImportOutcome::interrupted;
        return report_;
      }
      take(index);
      progress_.done = index + 1;
    }
    write_batch();
    for (const Audience audience : audiences) remove_vanished(audience);
    if (seen_.empty()) report_.outcome = ImportOutcome::failed;
    return report_;
  }

 private:
  void take(std::size_t index) {
    const std::string& name = files_.names[index];
    const auto bytes = files_.read(index);
    if (!bytes) return note_failure(name, bytes.error());
    const std::string hash = security::sha256_hex(std::string(reading_version).append(*bytes));
    if (const auto same = by_hash_.find(hash); same != by_hash_.end()) return note_same(same->second);
    auto root = files_.parse(*bytes);
    if (!root) return note_failure(name, root.error());
    auto document = read_document(std::move(*root), request_.audience);
    if (!document) return note_failure(name, document.error());
    if (request_.audience && document->sheet.audience != *request_.audience) return;
    if (id_in_name(name) != document->sheet.id)
      return note_failure(name, {ErrorKind::malformed, "sheets.other_id", {{"reason", document->sheet.id}}, {}});
    document->sheet.origin = files_.origin;
    note_change(std::move(*document), hash);
  }

  void note_same(const Key& key) {
    if (request_.audience && key.first != *request_.audience) return;
    ++report_.same;
    seen_.insert(key);
    if (known_.at(key).is_gone) back_.push_back(key);
  }

  void note_change(Document document, const std::string& hash) {
    const Key key{document.sheet.audience, document.sheet.id};
    const auto known = known_.find(key);
    (known == known_.end() || known->second.is_gone ? report_.added : report_.changed) += 1;
    seen_.insert(key);
    std::string body = pack(document.root);
    document.root = {};
    batch_.push_back({std::move(document), hash, std::move(body)});
    if (batch_.size() >= batch_size) write_batch();
  }

  void note_failure(const std::string& file, const Error& error) {
    ++report_.failed;
    broken_.insert(id_in_name(file));
    const auto reason = error.arguments.find("reason");
    std::string detail = reason == error.arguments.end() ? "" : reason->second;
    log::warning("sheet.unreadable", {{"file", file}, {"key", error.key}, {"reason", detail}});
    if (report_.failures.size() < most_failures_named) report_.failures.push_back({file, error.key, std::move(detail)});
  }

  void write_batch() {
    if (batch_.empty() && back_.empty()) return;
    const Instant now = clock_.now();
    store_.database().write([&](db::Tx& tx) {
      for (const sheet_store::Change& change : batch_) sheet_store::save(tx, change, now);
      for (const auto& [audience, id] : back_) sheet_store::mark_back(tx, audience, id);
    });
    batch_.clear();
    back_.clear();
  }

  // A source that brings much less than there was is taken for cut short.
  void remove_vanished(Audience audience) {
    std::vector<std::string> vanished;
    std::size_t present = 0;
    std::size_t same_origin = 0;
    std::size_t vanished_same_origin = 0;
    for (const auto& [key, known] : known_) {
      if (key.first != audience || known.is_gone) continue;
      const bool counts = known.origin == files_.origin;
      ++present;
      same_origin += counts ? 1 : 0;
      if (seen_.contains(key) || broken_.contains(key.second)) continue;
      vanished.push_back(key.second);
      vanished_same_origin += counts ? 1 : 0;
    }
    const auto seen =
        static_cast<std::size_t>(std::ranges::count_if(seen_, [&](const Key& key) { return key.first == audience; }));
    if (seen == 0 || vanished.empty()) return;  // the source is not about this audience, or all is there
    const bool is_short = static_cast<double>(seen) < (1 - most_vanishing) * static_cast<double>(present);
    const bool loses_many =
        static_cast<double>(vanished_same_origin) > most_vanishing * static_cast<double>(same_origin);
    if ((is_short || loses_many) && request_.force == Force::no) {
      report_.kept_back += static_cast<std::int64_t>(vanished.size());
      report_.outcome = ImportOutcome::guarded;
      return;
    }
    const Instant now = clock_.now();
    store_.database().write([&](db::Tx& tx) {
      for (const std::string& id : vanished) sheet_store::mark_gone(tx, audience, id, now);
    });
    report_.gone += static_cast<std::int64_t>(vanished.size());
  }

  Store& store_;
  const SourceFiles& files_;
  const ImportRequest& request_;
  ImportProgress& progress_;
  const Clock& clock_;
  std::unordered_map<std::string, Key> by_hash_;
  std::map<Key, sheet_store::Known> known_;
  std::set<Key> seen_;
  std::set<std::string> broken_;  // their old sheets stay, whatever the audience
  std::vector<sheet_store::Change> batch_;
  std::vector<Key> back_;
  ImportReport report_;
};

// 2020's texts must not replace today's.
bool would_turn_back(Store& store, const SourceFiles& files, const ImportRequest& request) {
  if (files.origin != Origin::demonstration || request.force == Force::yes) return false;
  const auto known = store.database().read(sheet_store::list_known);
  return std::ranges::any_of(known, [&](const sheet_store::Known& sheet) {
    const bool is_asked = !request.audience || sheet.audience == *request.audience;
    return is_asked && !sheet.is_gone && sheet.origin == Origin::service_public;
  });
}

}  // namespace

ImportReport import_files(Store& store, const SourceFiles& files, const ImportRequest& request,
                          ImportProgress& progress, const Clock& clock) {
  if (would_turn_back(store, files, request)) {
    ImportReport report;
    report.outcome = ImportOutcome::failed;
    report.failures.push_back({request.from, "sheets.demonstration_over_real", ""});
    return report;
  }
  ImportReport report = ImportRun(store, files, request, progress, clock).run();
  store.refresh();
  return report;
}

}  // namespace clocher::sheets
