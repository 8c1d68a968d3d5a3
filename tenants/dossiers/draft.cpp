// SQL and rules of drafts.
#include "tenants/dossiers/draft.hpp"

#include "core/security/token.hpp"
#include "tenants/dossiers/attempt.hpp"
#include "tenants/dossiers/stored_file.hpp"
#include "tenants/site/media.hpp"

namespace clocher::dossiers {
namespace {

Draft read_draft(const db::Row& row) {
  Draft draft;
  draft.id = row.id<Draft>(0);
  draft.procedure_id = row.id<forms::Procedure>(1);
  draft.procedure_revision = row.integer(2);
  draft.answers = json::parse_trusted(row.text(3)).as_object();
  if (const auto dossier = row.maybe_integer(4)) draft.dossier_id = Id<Dossier>{*dossier};
  draft.updated_at = row.instant(5);
  draft.expires_at = row.instant(6);
  draft.attempt = row.text(7);
  return draft;
}

void add_files(db::Tx& tx, Id<Draft> draft, const std::vector<StoredFile>& files, forms::Answers& answers,
               Instant now) {
  for (const StoredFile& file : files) {
    const auto id = insert_attachment(tx, {.draft = draft}, file, now);
    forms::add_file(answers, file.accepted->field,
                    {id.value, file.accepted->name, file.accepted->size_bytes(),
                     file.accepted->content_type});
  }
}

void drop_unnamed_files(tenants::Tenant& tenant, Instant then) {
  for (const std::string& sha256 : tenant.files().older_than(then)) {
    const bool is_named = tenant.read([&](db::ReadTx& tx) {
      const auto count = tx.number(
          "SELECT (SELECT COUNT(*) FROM attachment WHERE sha256 = ?) + (SELECT COUNT(*) FROM act WHERE file_sha256 = "
          "?) "
          "+ (SELECT COUNT(*) FROM document_job WHERE file_sha256 = ?) + (SELECT COUNT(*) FROM case_export WHERE "
          "file_sha256 = ?)",
          sha256, sha256, sha256, sha256);
      return count > 0 || tenants::media_names_file(tx, sha256);
    });
    if (!is_named) tenant.files().remove_older(sha256, then);
  }
}

// One resident's files, all together: nobody fills a commune's disk from one form.
constexpr std::int64_t largest_draft_bytes = std::int64_t{50} << 20;

bool is_too_heavy(tenants::Tenant& tenant, Id<Draft> id, const forms::StepReading& reading) {
  if (reading.files.empty()) return false;
  std::int64_t bytes = tenant.read([&](db::ReadTx& tx) {
    return tx.number("SELECT COALESCE(SUM(size_bytes), 0) FROM attachment WHERE draft_id = ?", id);
  });
  for (const forms::AcceptedFile& file : reading.files) bytes += file.size_bytes();
  return bytes > largest_draft_bytes;
}

// What is stored at this moment, which another tab may have changed since the draft was read.
struct Stored {
  forms::Answers answers = {};
  std::string attempt = {};
};

Stored read_stored(db::ReadTx& tx, Id<Draft> id) {
  return tx
      .one(
          "SELECT answers, attempt FROM draft WHERE id = ?",
          [](const db::Row& row) { return Stored{json::parse_trusted(row.text(0)).as_object(), row.text(1)}; }, id)
      .value_or(Stored{});
}

// What this step changed, put into what is stored now: two tabs on two steps lose nothing of each other.
forms::Answers merge(forms::Answers stored, const forms::Answers& before, const forms::Answers& after) {
  for (const auto& [field, value] : before) {
    if (!after.contains(field)) stored.erase(field);
  }
  for (const auto& [field, value] : after) {
    const json::Value* old = before.if_contains(field);
    if (old == nullptr || *old != value) stored[field] = value;
  }
  return stored;
}

}  // namespace

Result<StartedDraft> start_draft(tenants::Tenant& tenant, const forms::Procedure& procedure, std::int64_t kept_seconds,
                                 Instant now) {
  if (procedure.state != forms::ProcedureState::open) return fail(ErrorKind::conflict, "procedure.closed");
  StartedDraft started{{{}, procedure.id, procedure.revision, {}, std::nullopt, now, now + kept_seconds},
                       security::random_token()};
  started.draft.id.value = tenant.write_private([&](db::Tx& tx) {
    return tx.insert(
        "INSERT INTO draft (token_digest, procedure_id, procedure_revision, answers, created_at, updated_at, "
        "expires_at) "
        "VALUES (?, ?, ?, '{}', ?, ?, ?)",
        security::digest(started.token), procedure.id, procedure.revision, now, now, started.draft.expires_at);
  });
  return started;
}

std::optional<Draft> find_draft(db::ReadTx& tx, Id<forms::Procedure> procedure, std::string_view token, Instant now) {
  if (token.empty()) return std::nullopt;
  return tx.one(
      "SELECT id, procedure_id, procedure_revision, answers, dossier_id, updated_at, expires_at, attempt FROM draft "
      "WHERE (token_digest = ? OR id IN (SELECT draft_id FROM draft_key WHERE digest = ? AND kind = 'browser')) "
      "AND procedure_id = ? AND dossier_id IS NULL AND expires_at > ?",
      read_draft, security::digest(token), security::digest(token), procedure, now);
}

std::optional<Id<Dossier>> find_sent(db::ReadTx& tx, Id<forms::Procedure> procedure, std::string_view token,
                                     Instant now) {
  if (token.empty()) return std::nullopt;
  return tx.one(
      "SELECT dossier_id FROM draft "
      "WHERE (token_digest = ? OR id IN (SELECT draft_id FROM draft_key WHERE digest = ? AND kind = 'browser')) "
      "AND procedure_id = ? AND dossier_id IS NOT NULL AND expires_at > ?",
      [](const db::Row& row) { return row.id<Dossier>(0); }, security::digest(token), security::digest(token), procedure,
      now);
}

Result<Draft> save_step(tenants::Tenant& tenant, const Draft& draft, const forms::StepReading& reading,
                        std::int64_t kept_seconds, Instant now) {
  if (is_too_heavy(tenant, draft.id, reading)) {
    return fail(ErrorKind::too_large, "draft.too_heavy", {{"maximum", std::to_string(largest_draft_bytes >> 20)}});
  }
  const std::vector<StoredFile> files = store_files(tenant, reading.files);
  return tenant.write_private([&](db::Tx& tx) -> Result<Draft> {
    Draft saved = draft;
    Stored stored = read_stored(tx, draft.id);
    saved.answers = merge(std::move(stored.answers), draft.answers, reading.values);
    saved.attempt = with_attempt(stored.attempt, reading);
    saved.updated_at = now;
    saved.expires_at = now + kept_seconds;
    for (const std::int64_t removed : reading.removed_files) {
      tx.run("DELETE FROM attachment WHERE id = ? AND draft_id = ?", removed, draft.id);
    }
    add_files(tx, draft.id, files, saved.answers, now);
    const auto changed = tx.change(
        "UPDATE draft SET answers = ?, attempt = ?, updated_at = ?, expires_at = ? WHERE id = ? AND dossier_id IS NULL",
        json::serialize(saved.answers), saved.attempt, now, saved.expires_at, draft.id);
    if (changed == 0) return fail(ErrorKind::conflict, "draft.sent");
    return saved;
  });
}

Result<void> keep_typed(tenants::Tenant& tenant, const Draft& draft, const forms::StepReading& reading,
                        std::int64_t kept_seconds, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto changed = tx.change(
        "UPDATE draft SET attempt = ?, updated_at = ?, expires_at = ? WHERE id = ? AND dossier_id IS NULL",
        with_typed(read_stored(tx, draft.id).attempt, reading), now, now + kept_seconds, draft.id);
    if (changed == 0) return fail(ErrorKind::conflict, "draft.sent");
    return {};
  });
}

void discard_draft(tenants::Tenant& tenant, Id<Draft> id) {
  tenant.write_private([&](db::Tx& tx) { tx.run("DELETE FROM draft WHERE id = ? AND dossier_id IS NULL", id); });
}

std::int64_t purge_drafts(tenants::Tenant& tenant, Instant now) {
  const std::int64_t dropped =
      tenant.write_private([&](db::Tx& tx) { return tx.change("DELETE FROM draft WHERE expires_at <= ?", now); });
  drop_unnamed_files(tenant, now - one_day);
  return dropped;
}

}  // namespace clocher::dossiers
