// The table of documents and the work on it.
#include "tenants/documents/document_job.hpp"

#include "core/base/log.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::int64_t, 2> pauses = {one_minute, 5 * one_minute};

DocumentState parse_state(std::string_view text) {
  if (text == "made") return DocumentState::made;
  return text == "failed" ? DocumentState::failed : DocumentState::queued;
}

DocumentJob read_job(const db::Row& row) {
  DocumentJob job;
  job.id = row.id<DocumentJob>(0);
  job.kind = row.text(1);
  job.subject_id = row.integer(2);
  job.state = parse_state(row.text(3));
  job.attempts = row.integer(4);
  job.reason = row.text(5);
  job.requested_by = row.text(6);
  job.file_name = row.maybe_text(7).value_or("");
  job.file_sha256 = row.maybe_text(8).value_or("");
  job.file_bytes = row.maybe_integer(9).value_or(0);
  job.created_at = row.instant(10);
  job.finished_at = row.maybe_instant(11);
  job.next_attempt_at = row.instant(12);
  return job;
}

std::vector<DocumentJob> due_jobs(db::ReadTx& tx, Instant now) {
  return tx.all(
      "SELECT id, kind, subject_id, state, attempts, reason, requested_by, file_name, file_sha256, file_bytes, "
      "created_at, finished_at, next_attempt_at FROM document_job WHERE state = 'queued' AND next_attempt_at <= ? ORDER BY id",
      read_job, now);
}

// The file lies in the store before the row names it.
Result<DocumentSource> print(Tenant& tenant, const Texts& texts, const Press& press, const DocumentJob& job,
                             Instant now, std::span<const DocumentKind> kinds) {
  const DocumentKind* kind = find_document_kind(kinds, job.kind);
  if (kind == nullptr) return fail(ErrorKind::not_found, "document.not_found");
  auto source = kind->source(tenant, texts, job.subject_id, now);
  if (!source) return source;
  auto pdf = press(source->html, texts.views.render("documents/document.css", {}));
  if (!pdf) return fail(pdf.error());
  source->pdf = std::move(*pdf);
  return source;
}

void note_made(Tenant& tenant, const DocumentJob& job, const DocumentSource& source, Instant now) {
  const std::string sha256 = tenant.files().put(source.pdf);
  tenant.write_private([&](db::Tx& tx) {
    tx.run(
        "UPDATE document_job SET state = 'made', attempts = attempts + 1, reason = '', file_name = ?, file_sha256 = ?, "
        "file_bytes = ?, finished_at = ? WHERE id = ? AND state = 'queued'",
        source.file_name, sha256, source.pdf.size(), now, job.id);
  });
}

void note_failure(Tenant& tenant, const DocumentJob& job, std::string_view reason, Instant now) {
  const auto attempt = static_cast<std::size_t>(job.attempts);
  const bool is_last = attempt >= pauses.size();
  log::warning("document.failed", {{"commune", tenant.insee()}, {"document", job.id.value}, {"key", reason}});
  tenant.write_private([&](db::Tx& tx) {
    tx.run(
        "UPDATE document_job SET state = ?, attempts = attempts + 1, reason = ?, next_attempt_at = ?, finished_at = ? "
        "WHERE id = ? AND state = 'queued'",
        is_last ? "failed" : "queued", reason, is_last ? now : now + pauses.at(attempt),
        is_last ? std::optional(now) : std::nullopt, job.id);
  });
}

}  // namespace

std::string_view to_string(DocumentState state) {
  if (state == DocumentState::made) return "made";
  return state == DocumentState::failed ? "failed" : "queued";
}

DocumentJob request_document(db::Tx& tx, const Actor& actor, std::string_view kind, std::int64_t subject_id, Instant now) {
  for (const DocumentJob& job : list_documents(tx, kind, subject_id)) {
    if (job.state == DocumentState::queued) return job;
  }
  const Id<DocumentJob> id{tx.insert(
      "INSERT INTO document_job (kind, subject_id, state, requested_by, next_attempt_at, created_at) VALUES (?, ?, "
      "'queued', ?, ?, ?)",
      kind, subject_id, actor.name, now, now)};
  append_event(tx, actor, {"document", id.value}, "document.requested", kind, now);
  return *find_document(tx, id);
}

Result<DocumentJob> request_document(Tenant& tenant, const Actor& actor, std::string_view kind, std::int64_t subject_id,
                                     Instant now) {
  return tenant.write_private([&](db::Tx& tx) { return request_document(tx, actor, kind, subject_id, now); });
}

Result<DocumentJob> retry_document(Tenant& tenant, const Actor& actor, Id<DocumentJob> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<DocumentJob> {
    const auto job = find_document(tx, id);
    if (!job) return fail(ErrorKind::not_found, "document.not_found");
    if (job->state != DocumentState::failed) return fail(ErrorKind::conflict, "document.not_failed");
    tx.run(
        "UPDATE document_job SET state = 'queued', attempts = 0, next_attempt_at = ?, finished_at = NULL WHERE id = ?",
        now, id);
    append_event(tx, actor, {"document", id.value}, "document.requested", job->kind, now);
    return *find_document(tx, id);
  });
}

std::vector<DocumentJob> list_documents(db::ReadTx& tx, std::string_view kind, std::int64_t subject_id) {
  return tx.all(
      "SELECT id, kind, subject_id, state, attempts, reason, requested_by, file_name, file_sha256, file_bytes, "
      "created_at, finished_at, next_attempt_at FROM document_job WHERE kind = ? AND subject_id = ? ORDER BY id DESC",
      read_job, kind, subject_id);
}

std::vector<DocumentJob> unmade_documents(db::ReadTx& tx) {
  return tx.all(
      "SELECT id, kind, subject_id, state, attempts, reason, requested_by, file_name, file_sha256, file_bytes, "
      "created_at, finished_at, next_attempt_at FROM document_job WHERE state = 'failed' OR (state = 'queued' AND "
      "reason <> '') ORDER BY id DESC LIMIT 200",
      read_job);
}

std::optional<DocumentJob> find_document(db::ReadTx& tx, Id<DocumentJob> id) {
  return tx.one(
      "SELECT id, kind, subject_id, state, attempts, reason, requested_by, file_name, file_sha256, file_bytes, "
      "created_at, finished_at, next_attempt_at FROM document_job WHERE id = ?",
      read_job, id);
}

std::optional<Instant> make_due_documents(Tenant& tenant, const Texts& texts, const Press& press, Instant now,
                                          std::span<const DocumentKind> kinds) {
  for (const DocumentJob& job : tenant.read([&](db::ReadTx& tx) { return due_jobs(tx, now); })) {
    const auto source = print(tenant, texts, press, job, now, kinds);
    if (source)
      note_made(tenant, job, *source, now);
    else
      note_failure(tenant, job, source.error().key, now);
  }
  const std::int64_t next = tenant.read(
      [](db::ReadTx& tx) { return tx.number("SELECT MIN(next_attempt_at) FROM document_job WHERE state = 'queued'"); });
  return next == 0 ? std::nullopt : std::optional(Instant{next});
}

}  // namespace clocher::tenants
