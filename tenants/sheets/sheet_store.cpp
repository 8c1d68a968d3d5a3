// The statements on sheets, beside the code that runs them.
#include "tenants/sheets/sheet_store.hpp"

#include "core/json/json.hpp"

#include <stdexcept>

namespace clocher::sheets::sheet_store {
namespace {

Audience audience_of(const std::string& text) {
  const auto audience = parse_audience(text);
  if (!audience) throw std::logic_error("sheets: unknown audience " + text);
  return *audience;
}

Origin origin_of(std::string_view text) {
  return text == "demonstration" ? Origin::demonstration : Origin::service_public;
}
std::string_view name_of(Origin origin) { return origin == Origin::demonstration ? "demonstration" : "service_public"; }

std::string trail_to_json(const std::vector<Reference>& trail) {
  json::Array list;
  for (const auto& [id, title] : trail) list.push_back(json::Array{json::Value(id), json::Value(title)});
  return json::serialize(list);
}

std::vector<Reference> trail_from_json(const std::string& text) {
  std::vector<Reference> trail;
  const json::Value list = json::parse_trusted(text);
  for (const json::Value& pair : list.as_array()) {
    const json::Array& parts = pair.as_array();
    trail.push_back({parts.at(0).as_string().c_str(), parts.at(1).as_string().c_str()});
  }
  return trail;
}

}  // namespace

std::optional<Stored> find(db::ReadTx& tx, Audience audience, std::string_view id) {
  return tx.one(
      "SELECT kind, title, description, theme, trail, modified_on, sp_url, source, imported_at, gone_at, body "
      "FROM sheet WHERE audience = ? AND id = ?",
      [&](const db::Row& row) {
        return Stored{{audience, std::string(id), row.text(0), row.text(1), row.text(2), row.text(3),
                       trail_from_json(row.text(4)), row.text(5), row.text(6), origin_of(row.text(7)), row.instant(8),
                       row.maybe_instant(9)},
                      row.blob(10)};
      },
      to_string(audience), id);
}

std::vector<Present> list_present(db::ReadTx& tx) {
  return tx.all("SELECT audience, id, title, kind FROM sheet WHERE gone_at IS NULL ORDER BY audience, id",
                [](const db::Row& row) {
                  return Present{audience_of(row.text(0)), row.text(1), row.text(2), row.text(3)};
                });
}

std::vector<std::string> list_ids(db::ReadTx& tx, Audience audience) {
  return tx.all(
      "SELECT id FROM sheet WHERE audience = ? AND gone_at IS NULL ORDER BY id",
      [](const db::Row& row) { return row.text(0); }, to_string(audience));
}

std::vector<Known> list_known(db::ReadTx& tx) {
  return tx.all(
      "SELECT audience, id, hash, source, gone_at IS NOT NULL FROM sheet ORDER BY audience, id",
      [](const db::Row& row) {
        return Known{audience_of(row.text(0)), row.text(1), row.text(2), origin_of(row.text(3)), row.boolean(4)};
      });
}

std::optional<std::string> find_words(db::ReadTx& tx, std::string_view variable) {
  return tx.one(
      "SELECT words FROM sheet_variable WHERE name = ? ORDER BY audience DESC, sheet_id LIMIT 1",
      [](const db::Row& row) { return row.text(0); }, variable);
}

void save(db::Tx& tx, const Change& change, Instant now) {
  const Sheet& sheet = change.document.sheet;
  tx.run(
      "INSERT INTO sheet (audience, id, kind, title, description, theme, trail, modified_on, sp_url, source, hash, "
      "body, "
      "imported_at, gone_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) "
      "ON CONFLICT (audience, id) DO UPDATE SET kind = excluded.kind, title = excluded.title, "
      "description = excluded.description, theme = excluded.theme, trail = excluded.trail, "
      "modified_on = excluded.modified_on, sp_url = excluded.sp_url, source = excluded.source, hash = excluded.hash, "
      "body = excluded.body, imported_at = excluded.imported_at, gone_at = NULL",
      to_string(sheet.audience), sheet.id, sheet.kind, sheet.title, sheet.description, sheet.theme,
      trail_to_json(sheet.trail), sheet.modified_on, sheet.sp_url, name_of(sheet.origin), change.hash,
      db::Blob{change.body}, now);
  tx.run("DELETE FROM sheet_variable WHERE audience = ? AND sheet_id = ?", to_string(sheet.audience), sheet.id);
  for (const auto& [name, words] : change.document.variables) {
    tx.run("INSERT INTO sheet_variable (audience, sheet_id, name, words) VALUES (?, ?, ?, ?)",
           to_string(sheet.audience), sheet.id, name, words);
  }
}

void mark_gone(db::Tx& tx, Audience audience, std::string_view id, Instant now) {
  tx.run("UPDATE sheet SET gone_at = ? WHERE audience = ? AND id = ? AND gone_at IS NULL", now, to_string(audience),
         id);
}

void mark_back(db::Tx& tx, Audience audience, std::string_view id) {
  tx.run("UPDATE sheet SET gone_at = NULL WHERE audience = ? AND id = ?", to_string(audience), id);
}

}  // namespace clocher::sheets::sheet_store
