// The sheets of the platform, kept once for all communes in sheets.db. Holds no word about any commune or person.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"
#include "core/db/migrations.hpp"
#include "tenants/sheets/document.hpp"
#include "tenants/sheets/sheet.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::sheets {

struct StoredSheet {
  Sheet sheet;
  xml::Node root;
};

// What every page may ask without touching the disk: which sheets exist, and what they are called.
class Index {
 public:
  struct Entry {
    std::string title;
    std::string kind;
  };
  // nullptr when unknown or gone.
  [[nodiscard]] const Entry* find(Audience audience, std::string_view id) const;
  [[nodiscard]] std::vector<Reference> themes(Audience audience) const;  // by title
  [[nodiscard]] std::size_t count(Audience audience) const;
  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  friend class Store;
  std::map<std::string, Entry, std::less<>> entries_;  // "particuliers/F2654"
};

// One sheet as search wants it.
struct SearchDocument {
  Sheet sheet;
  std::string url;   // path on every commune's site
  std::string text;  // plain, without the title
};

class Store {
 public:
  // Opens or makes sheets.db and brings it up to date. Throws db::DatabaseBusy when another process owns it.
  Store(const std::string& path, const std::vector<db::Migration>& migrations, const Clock& clock);
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Gone ones too: `gone_at` says so.
  [[nodiscard]] std::optional<StoredSheet> find(Audience audience, std::string_view id);
  [[nodiscard]] std::shared_ptr<const Index> index() const;
  // What the conditions of any sheet mean; those that no document explains are absent.
  [[nodiscard]] std::map<std::string, std::string> words_of(const std::vector<std::string>& variables);
  // Every sheet that is not gone, in the order of its id; stops when `on_document` returns false. Reads one at a time, so that
  // pages are not kept waiting.
  void documents(Audience audience, const std::function<bool(const SearchDocument&)>& on_document);

  // Grows whenever what pages show may have changed: mixed into the number of every commune's cached pages.
  [[nodiscard]] std::int64_t generation() const { return generation_.load(); }
  // Reads the index again and makes cached pages stale.
  void refresh();

  // For the import; see sheet_store.hpp.
  [[nodiscard]] db::Database& database() { return database_; }

 private:
  db::Database database_;
  mutable std::mutex index_mutex_;
  std::shared_ptr<const Index> index_;
  std::atomic<std::int64_t> generation_{0};
};

}  // namespace clocher::sheets
