// Reading and writing what is shared.
#include "tenants/sharing/shared_store.hpp"

#include "tenants/site/content_store.hpp"

namespace clocher::tenants {
namespace {

SharedSource read_source(const db::Row& row) {
  return {row.text(0), row.text(1), parse_sharing_policy(row.text(2)).value_or(SharingPolicy::ask),
          row.maybe_instant(3), row.text(4)};
}

SharedContent read_shared(const db::Row& row) {
  Content address;
  address.kind = parse_content_kind(row.text(2)).value_or(ContentKind::page);
  address.section = row.text(3);
  address.slug = row.text(4);
  return {row.id<Content>(0),
          row.text(1),
          address.kind,
          row.text(5),
          row.text(6),
          path_of(address),
          row.instant(7),
          parse_sharing_decision(row.text(8)).value_or(SharingDecision::none),
          row.boolean(9)};
}

}  // namespace

namespace shared_store {

std::optional<SharedSource> find_source(db::ReadTx& tx, std::string_view siren) {
  return tx.one("SELECT siren, name, policy, decided_at, decided_by FROM shared_source WHERE siren = ?", read_source,
                siren);
}

std::string digest_of_source(db::ReadTx& tx, std::string_view siren) {
  return tx.one(
               "SELECT digest FROM shared_source WHERE siren = ?", [](const db::Row& row) { return row.text(0); },
               siren)
      .value_or("");
}

void upsert_source(db::Tx& tx, std::string_view siren, std::string_view name, std::string_view digest) {
  tx.run(
      "INSERT INTO shared_source (siren, name, digest) VALUES (?, ?, ?) "
      "ON CONFLICT (siren) DO UPDATE SET name = excluded.name, digest = excluded.digest",
      siren, name, digest);
}

void delete_source(db::Tx& tx, std::string_view siren) { tx.run("DELETE FROM shared_source WHERE siren = ?", siren); }

void set_policy(db::Tx& tx, std::string_view siren, SharingPolicy policy, std::string_view actor, Instant now) {
  tx.run("UPDATE shared_source SET policy = ?, decided_at = ?, decided_by = ? WHERE siren = ?", to_string(policy), now,
         actor, siren);
}

std::vector<Received> list_received(db::ReadTx& tx, std::string_view siren) {
  return tx.all(
      "SELECT content_id, source_id, digest FROM shared_content WHERE siren = ? ORDER BY source_id",
      [](const db::Row& row) {
        return Received{row.id<Content>(0), row.integer(1), row.text(2)};
      },
      siren);
}

void link(db::Tx& tx, Id<Content> id, std::string_view siren, const SharedItem& item) {
  tx.run("INSERT INTO shared_content (content_id, siren, source_id, digest) VALUES (?, ?, ?, ?)", id, siren,
         item.source_id, item.digest);
}

void set_digest(db::Tx& tx, Id<Content> id, std::string_view digest) {
  tx.run("UPDATE shared_content SET digest = ? WHERE content_id = ?", digest, id);
}

void replace_text(db::Tx& tx, Id<Content> id, const SharedItem& item, std::string_view author, Instant now) {
  const auto number = tx.number("SELECT latest_revision FROM content WHERE id = ?", id) + 1;
  content_store::insert_revision(tx, id, number, item.text, author, now);
  tx.run("DELETE FROM content_revision WHERE content_id = ? AND number < ?", id, number);
  tx.run(
      "UPDATE content SET published_at = ?, expires_at = ?, "
      "published_revision = CASE WHEN published_revision IS NULL THEN NULL ELSE ? END WHERE id = ?",
      item.published_at, item.expires_at, number, id);
}

void delete_content(db::Tx& tx, Id<Content> id) { tx.run("DELETE FROM content WHERE id = ?", id); }

std::optional<SharedContent> find_shared(db::ReadTx& tx, Id<Content> id) {
  return tx.one(
      "SELECT c.id, s.siren, c.kind, c.section, c.slug, r.title, r.summary, c.published_at, s.decision, "
      "c.published_revision IS NOT NULL FROM shared_content s JOIN content c ON c.id = s.content_id "
      "JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision WHERE c.id = ?",
      read_shared, id);
}

void set_decision(db::Tx& tx, Id<Content> id, SharingDecision decision) {
  tx.run("UPDATE shared_content SET decision = ? WHERE content_id = ?", to_string(decision), id);
}

void show_by_rule(db::Tx& tx, std::string_view siren) {
  tx.run(
      "UPDATE content SET published_revision = ("
      "SELECT CASE WHEN s.decision = 'accepted' OR (s.decision = 'none' AND p.policy = 'accept') "
      "THEN content.latest_revision END "
      "FROM shared_content s JOIN shared_source p ON p.siren = s.siren WHERE s.content_id = content.id) "
      "WHERE id IN (SELECT content_id FROM shared_content WHERE siren = ?)",
      siren);
}

}  // namespace shared_store

std::vector<SharedSource> list_sources(db::ReadTx& tx) {
  return tx.all("SELECT siren, name, policy, decided_at, decided_by FROM shared_source ORDER BY name, siren",
                read_source);
}

std::vector<SharedContent> list_shared(db::ReadTx& tx) {
  return tx.all(
      "SELECT c.id, s.siren, c.kind, c.section, c.slug, r.title, r.summary, c.published_at, s.decision, "
      "c.published_revision IS NOT NULL FROM shared_content s JOIN content c ON c.id = s.content_id "
      "JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "ORDER BY c.published_at DESC, c.id DESC",
      read_shared);
}

std::optional<std::string> source_of(db::ReadTx& tx, Id<Content> id) {
  return tx.one(
      "SELECT p.name FROM shared_content s JOIN shared_source p ON p.siren = s.siren WHERE s.content_id = ?",
      [](const db::Row& row) { return row.text(0); }, id);
}

}  // namespace clocher::tenants
