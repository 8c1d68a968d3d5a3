// SQL of file checks and the work on them.
#include "tenants/dossiers/file_check.hpp"

#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/site/media.hpp"

namespace clocher::dossiers {
namespace {

constexpr std::int64_t later_delay = 5 * one_minute;

const tenants::Actor antivirus{tenants::ActorKind::system, "Clocher"};

FileState parse_file_state(std::string_view text) {
  if (text == "clean") return FileState::clean;
  return text == "infected" ? FileState::infected : FileState::waiting;
}

struct Due {
  Id<Attachment> id;
  std::string sha256;
  std::int64_t attempts = 0;
};

std::vector<Due> due_files(db::ReadTx& tx, Instant now) {
  return tx.all(
      "SELECT c.attachment_id, a.sha256, c.attempts FROM file_check c JOIN attachment a ON a.id = c.attachment_id "
      "WHERE c.state = 'waiting' AND c.next_attempt_at <= ? ORDER BY c.next_attempt_at, c.attachment_id LIMIT 50",
      [](const db::Row& row) { return Due{row.id<Attachment>(0), row.text(1), row.integer(2)}; }, now);
}

void tell(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts, const Dossier& dossier,
          const std::string& name, Instant now) {
  const json::Object data{{"procedure_title", dossier.procedure_title},
                          {"reference", dossier.reference},
                          {"file_name", name},
                          {"tracking_url", commune.site_url + "/suivi"},
                          {"commune_of_name", with_de(commune.name)}};
  const std::string subject = texts.catalogue.text("mail.file_infected.subject", {{"reference", dossier.reference}});
  if (!dossier.applicant_email.empty())
    tenants::enqueue_mail(tx, {dossier.applicant_email, subject, texts.views.render("mails/file_infected.txt", data)},
                          now);
  tenants::append_event(tx, antivirus, {"dossier", dossier.id.value}, "dossier.file_infected", name, now);
}

struct Owner {
  Id<Attachment> id;
  std::string name;
  std::optional<Id<Dossier>> dossier;
};

// Whoever sent the same bytes: the harm lies in them. A published act stays (ADR 0015): its file is the town hall's.
void note_infected(tenants::Tenant& tenant, const tenants::Texts& texts, const Due& due, const std::string& threat,
                   Instant now) {
  const bool is_ours = tenant.write_private([&](db::Tx& tx) {
    const auto owners = tx.all(
        "SELECT a.id, a.name, a.dossier_id FROM attachment a JOIN file_check c ON c.attachment_id = a.id "
        "WHERE a.sha256 = ? AND c.state <> 'infected' ORDER BY a.id",
        [](const db::Row& row) {
          const auto dossier = row.maybe_integer(2);
          return Owner{row.id<Attachment>(0), row.text(1),
                       dossier ? std::optional(Id<Dossier>{*dossier}) : std::nullopt};
        },
        due.sha256);
    for (const Owner& owner : owners) {
      tx.run(
          "UPDATE file_check SET state = 'infected', threat = ?, last_error = '', checked_at = ? WHERE attachment_id = ?",
          threat, now, owner.id);
      if (owner.dossier) tell(tx, tenant.identity(), texts, *find_dossier(tx, *owner.dossier), owner.name, now);
    }
    return tx.number("SELECT COUNT(*) FROM act WHERE file_sha256 = ?", due.sha256) > 0 ||
           tenants::media_names_file(tx, due.sha256);
  });
  if (!is_ours) tenant.files().remove(due.sha256);
  log::warning("file.infected", {{"commune", tenant.insee()}, {"attachment", due.id.value}, {"threat", threat}});
}

void note_clean(tenants::Tenant& tenant, const Due& due, Instant now) {
  tenant.write_private([&](db::Tx& tx) {
    tx.run(
        "UPDATE file_check SET state = 'clean', last_error = '', checked_at = ? WHERE attachment_id = ? AND state = "
        "'waiting'",
        now, due.id);
  });
}

void note_failure(tenants::Tenant& tenant, const tenants::Texts& texts, const Due& due, const Error& error,
                  Instant now) {
  const std::int64_t delay = due.attempts == 0 ? one_minute : later_delay;
  // Not through write_private: it would wake this very round.
  tenant.database().write([&](db::Tx& tx) {
    tx.run("UPDATE file_check SET attempts = attempts + 1, last_error = ?, next_attempt_at = ? WHERE attachment_id = ?",
           texts.catalogue.text(error.key, error.arguments), now + delay, due.id);
  });
  log::warning("file.unchecked", {{"commune", tenant.insee()}, {"attachment", due.id.value}, {"key", error.key}});
}

}  // namespace

std::string_view to_string(FileState state) {
  if (state == FileState::clean) return "clean";
  return state == FileState::infected ? "infected" : "waiting";
}

FileState seen_as(FileState state, Antivirus present) {
  return state == FileState::waiting && present == Antivirus::absent ? FileState::clean : state;
}

void hold_file(db::Tx& tx, Id<Attachment> id, Instant now) {
  tx.run("INSERT INTO file_check (attachment_id, state, next_attempt_at) VALUES (?, 'waiting', ?)", id, now);
}

FileState file_state(db::ReadTx& tx, Id<Attachment> id) {
  return tx.one("SELECT state FROM file_check WHERE attachment_id = ?",
                [](const db::Row& row) { return parse_file_state(row.text(0)); }, id)
      .value_or(FileState::waiting);
}

std::map<std::int64_t, FileState> file_states(db::ReadTx& tx, Id<Dossier> id) {
  std::map<std::int64_t, FileState> states;
  tx.each(
      "SELECT c.attachment_id, c.state FROM file_check c JOIN attachment a ON a.id = c.attachment_id WHERE "
      "a.dossier_id = ? ORDER BY c.attachment_id",
      [&](const db::Row& row) { states[row.integer(0)] = parse_file_state(row.text(1)); }, id);
  return states;
}

std::vector<FileCheck> late_checks(db::ReadTx& tx) {
  return tx.all(
      "SELECT c.attachment_id, a.name, COALESCE(d.id, 0), COALESCE(d.reference, ''), c.attempts, c.last_error, "
      "c.next_attempt_at FROM file_check c JOIN attachment a ON a.id = c.attachment_id LEFT JOIN dossier d ON d.id = "
      "a.dossier_id WHERE c.state = 'waiting' AND c.last_error <> '' ORDER BY c.attachment_id DESC LIMIT 200",
      [](const db::Row& row) {
        return FileCheck{row.id<Attachment>(0), row.text(1), row.id<Dossier>(2), row.text(3),
                         row.integer(4),        row.text(5), row.instant(6)};
      });
}

Result<void> check_again(db::Tx& tx, Id<Attachment> id, Instant now) {
  const auto changed = tx.change(
      "UPDATE file_check SET next_attempt_at = ? WHERE attachment_id = ? AND state = 'waiting'", now, id);
  if (changed == 0) return fail(ErrorKind::not_found, "outbox.not_found");
  return {};
}

void tell_of_infected_files(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, Instant now) {
  for (const auto& name : tx.all(
           "SELECT a.name FROM attachment a JOIN file_check c ON c.attachment_id = a.id WHERE a.dossier_id = ? AND "
           "c.state = 'infected' ORDER BY a.id",
           [](const db::Row& row) { return row.text(0); }, dossier.id))
    tell(tx, commune, texts, dossier, name, now);
}

tenants::Visit check_due_files(tenants::Tenant& tenant, const tenants::Texts& texts, const Scan& scan, Instant now) {
  tenants::Visit visit;
  for (const Due& due : tenant.read([&](db::ReadTx& tx) { return due_files(tx, now); })) {
    const auto bytes = tenant.files().get(due.sha256);
    const auto answer = bytes ? scan(*bytes) : Result<outbound::ScanAnswer>(outbound::ScanAnswer{});  // lost: nothing to hold
    if (!answer)
      note_failure(tenant, texts, due, answer.error(), now);
    else if (answer->is_infected())
      note_infected(tenant, texts, due, answer->threat, now);
    else
      note_clean(tenant, due, now);
    visit.peer_is_away = !answer && answer.error().key == "scan.unreachable";
    if (visit.peer_is_away) break;
  }
  visit.next_due = tenant.read([](db::ReadTx& tx) {
    return tx.one("SELECT next_attempt_at FROM file_check WHERE state = 'waiting' ORDER BY next_attempt_at LIMIT 1",
                  [](const db::Row& row) { return row.instant(0); });
  });
  return visit;
}

}  // namespace clocher::dossiers
