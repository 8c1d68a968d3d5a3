// Opens sheets.db and keeps its index in memory.
#include "tenants/sheets/store.hpp"

#include "core/base/text.hpp"
#include "tenants/sheets/sheet_store.hpp"

#include <algorithm>

namespace clocher::sheets {
namespace {

std::string key_of(Audience audience, std::string_view id) {
  return std::string(to_string(audience)) + "/" + std::string(id);
}

}  // namespace

const Index::Entry* Index::find(Audience audience, std::string_view id) const {
  const auto found = entries_.find(key_of(audience, id));
  return found == entries_.end() ? nullptr : &found->second;
}

std::vector<Reference> Index::themes(Audience audience) const {
  const std::string prefix = key_of(audience, "");
  std::vector<Reference> themes;
  for (auto entry = entries_.lower_bound(prefix); entry != entries_.end() && entry->first.starts_with(prefix);
       ++entry) {
    if (entry->second.kind == "Theme") themes.push_back({entry->first.substr(prefix.size()), entry->second.title});
  }
  std::ranges::sort(themes, {}, [](const Reference& theme) { return fold(theme.title); });
  return themes;
}

std::size_t Index::count(Audience audience) const {
  const std::string prefix = key_of(audience, "");
  return static_cast<std::size_t>(
      std::ranges::count_if(entries_, [&](const auto& entry) { return entry.first.starts_with(prefix); }));
}

Store::Store(const std::string& path, const std::vector<db::Migration>& migrations, const Clock& clock)
    : database_(path, db::OpenMode::owner) {
  db::migrate(database_, migrations, clock.now());
  database_.write([&](db::Tx& tx) { sheet_store::close_interrupted(tx, clock.now()); });
  refresh();
}

void Store::refresh() {
  auto index = std::make_shared<Index>();
  database_.read([&](db::ReadTx& tx) {
    for (auto& [audience, id, title, kind] : sheet_store::list_present(tx))
      index->entries_[key_of(audience, id)] = {std::move(title), std::move(kind)};
  });
  {
    const std::lock_guard lock(index_mutex_);
    index_ = std::move(index);
  }
  ++generation_;
}

std::shared_ptr<const Index> Store::index() const {
  const std::lock_guard lock(index_mutex_);
  return index_;
}

std::optional<StoredSheet> Store::find(Audience audience, std::string_view id) {
  auto found = database_.read([&](db::ReadTx& tx) { return sheet_store::find(tx, audience, id); });
  if (!found) return std::nullopt;
  return StoredSheet{std::move(found->sheet), unpack(found->body)};
}

std::map<std::string, std::string> Store::words_of(const std::vector<std::string>& variables) {
  std::map<std::string, std::string> words;
  if (variables.empty()) return words;
  database_.read([&](db::ReadTx& tx) {
    for (const std::string& name : variables) {
      if (auto found = sheet_store::find_words(tx, name)) words[name] = std::move(*found);
    }
  });
  return words;
}

void Store::documents(Audience audience, const std::function<bool(const SearchDocument&)>& on_document) {
  const auto ids = database_.read([&](db::ReadTx& tx) { return sheet_store::list_ids(tx, audience); });
  for (const std::string& id : ids) {
    auto stored = find(audience, id);
    if (!stored || stored->sheet.gone_at) continue;
    std::string url = path_of(audience, id);
    if (!on_document({std::move(stored->sheet), std::move(url), plain_text(stored->root)})) return;
  }
}

}  // namespace clocher::sheets
