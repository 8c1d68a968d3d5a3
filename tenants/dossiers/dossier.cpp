// SQL that reads dossiers, and the names of their states.
#include "tenants/dossiers/dossier.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace clocher::dossiers {
namespace {

constexpr std::array<std::pair<State, std::string_view>, 7> state_names = {
    {{State::submitted, "submitted"},
     {State::in_progress, "in_progress"},
     {State::waiting_for_resident, "waiting_for_resident"},
     {State::accepted, "accepted"},
     {State::refused, "refused"},
     {State::closed, "closed"},
     {State::withdrawn, "withdrawn"}}};

Dossier read_dossier(const db::Row& row) {
  Dossier dossier;
  dossier.id = row.id<Dossier>(0);
  dossier.reference = row.text(1);
  dossier.tracking_code = row.text(2);
  dossier.procedure_id = row.id<forms::Procedure>(3);
  dossier.procedure_revision = row.integer(4);
  dossier.procedure_slug = row.text(5);
  dossier.procedure_title = row.text(6);
  const auto state = parse_state(row.text(7));
  if (!state) throw std::logic_error("dossier: unknown state " + row.text(7));
  dossier.state = *state;
  dossier.applicant_name = row.text(8);
  dossier.applicant_email = row.text(9);
  dossier.answers = json::parse_trusted(row.text(10)).as_object();
  dossier.submitted_at = row.instant(11);
  dossier.updated_at = row.instant(12);
  dossier.read_at = row.maybe_instant(13);
  dossier.decided_at = row.maybe_instant(14);
  dossier.silence = row.text(15);
  dossier.silence_on = parse_iso_date(row.maybe_text(16).value_or(""));
  dossier.due_on = parse_iso_date(row.text(17));
  dossier.urgent_on = parse_iso_date(row.text(18));
  return dossier;
}

Attachment read_attachment(const db::Row& row) {
  const auto message = row.maybe_integer(1);
  return {row.id<Attachment>(0),
          message ? std::optional(Id<Message>{*message}) : std::nullopt,
          row.text(2),
          row.text(3),
          row.text(4),
          row.integer(5),
          row.text(6)};
}

}  // namespace

std::string_view to_string(State state) {
  for (const auto& [known, name] : state_names) {
    if (known == state) return name;
  }
  throw std::logic_error("dossier: unnamed state");
}

std::optional<State> parse_state(std::string_view text) {
  for (const auto& [state, name] : state_names) {
    if (name == text) return state;
  }
  return std::nullopt;
}

bool is_final(State state) { return state == State::closed || state == State::withdrawn; }

std::optional<Dossier> find_dossier(db::ReadTx& tx, Id<Dossier> id) {
  return tx.one(
      "SELECT d.id, d.reference, d.tracking_code, d.procedure_id, d.procedure_revision, p.slug, r.title, d.state, "
      "d.applicant_name, "
      "d.applicant_email, d.answers, d.submitted_at, d.updated_at, d.read_at, d.decided_at, d.silence, d.silence_on, "
      "d.due_on, d.urgent_on FROM dossier d JOIN procedure p ON p.id = d.procedure_id "
      "JOIN procedure_revision r ON r.procedure_id = d.procedure_id AND r.number = d.procedure_revision WHERE d.id = ?",
      read_dossier, id);
}

std::optional<Dossier> find_by_tracking_code(db::ReadTx& tx, std::string_view code) {
  const auto id = tx.one(
      "SELECT id FROM dossier WHERE tracking_code = ?", [](const db::Row& row) { return row.id<Dossier>(0); }, code);
  return id ? find_dossier(tx, *id) : std::nullopt;
}

std::vector<Message> messages_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.all(
      "SELECT id, author_kind = 'resident', author_name, body, created_at FROM message WHERE dossier_id = ? ORDER BY "
      "id",
      [](const db::Row& row) {
        return Message{row.id<Message>(0), row.boolean(1), row.text(2), row.text(3), row.instant(4)};
      },
      id);
}

std::vector<Attachment> attachments_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.all(
      "SELECT id, message_id, field, name, content_type, size_bytes, sha256 FROM attachment WHERE dossier_id = ? ORDER "
      "BY id",
      read_attachment, id);
}

std::optional<Attachment> find_attachment(db::ReadTx& tx, Id<Dossier> dossier, Id<Attachment> id) {
  return tx.one(
      "SELECT id, message_id, field, name, content_type, size_bytes, sha256 FROM attachment WHERE id = ? AND "
      "dossier_id = ?",
      read_attachment, id, dossier);
}

std::int64_t count_unread(db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier WHERE read_at IS NULL"); }

}  // namespace clocher::dossiers
