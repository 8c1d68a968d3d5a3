// SQL of the agents' work.
#include "tenants/dossiers/work.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/mails.hpp"

#include <algorithm>
#include <set>

namespace clocher::dossiers {
namespace {

using tenants::Agent;

void note_event(db::Tx& tx, const tenants::Actor& agent, Id<Dossier> id, std::string_view verb,
                std::string_view details, Instant now) {
  tenants::append_event(tx, agent, {"dossier", id.value}, verb, details, now);
}

std::optional<Agent> find_agent(db::ReadTx& tx, std::int64_t id) {
  for (Agent& agent : tenants::list_agents(tx)) {
    if (agent.id.value == id) return std::move(agent);
  }
  return std::nullopt;
}

// Trimmed, each once, in order.
std::optional<std::vector<std::string>> clean_labels(const std::vector<std::string>& typed) {
  std::set<std::string> kept;
  for (const std::string& label : typed) {
    std::string text = one_line(trim(label));
    if (text.empty()) continue;
    if (length_in_characters(text) > longest_label_characters) return std::nullopt;
    kept.insert(std::move(text));
  }
  if (kept.size() > most_labels) return std::nullopt;
  return std::vector<std::string>(kept.begin(), kept.end());
}

struct Changing {
  db::Tx& tx;
  const tenants::Tenant& tenant;
  const tenants::Texts& texts;
  const tenants::Actor& agent;
  Dossier& dossier;
  const Work& before;
  Instant now;
};

Result<void> assign(const Changing& of, std::int64_t to) {
  const std::int64_t from = of.before.assignee_id ? of.before.assignee_id->value : 0;
  if (to == from) return {};
  const auto agent = find_agent(of.tx, to);
  if (to != 0 && !agent) return fail_field("assignee_id", "work.unknown_agent");
  of.tx.run("UPDATE dossier SET assignee_id = ? WHERE id = ?", agent ? std::optional(agent->id) : std::nullopt,
            of.dossier.id);
  note_event(of.tx, of.agent, of.dossier.id, "dossier.assigned", agent ? agent->name : std::string(), of.now);
  if (agent && agent->name != of.agent.name)
    enqueue_assignment_notice(of.tx, of.tenant.identity(), of.texts, of.dossier, *agent, of.agent.name, of.now);
  return {};
}

Result<void> set_due(const Changing& of, const std::string& day) {
  const auto date = parse_iso_date(day);
  if (!day.empty() && !date) return fail_field("due_on", "work.date");
  if (date == of.dossier.due_on) return {};
  of.tx.run("UPDATE dossier SET due_on = ? WHERE id = ?", day, of.dossier.id);
  note_event(of.tx, of.agent, of.dossier.id, "dossier.due", date ? to_french(*date) : std::string(), of.now);
  return {};
}

Result<void> set_status(const Changing& of, const std::string& id) {
  if (id == of.before.status) return {};
  const auto definition = forms::read_definition(of.tx, of.dossier.procedure_id, of.dossier.procedure_revision);
  const auto status = std::ranges::find(definition.statuses, id, &forms::Status::id);
  if (!id.empty() && status == definition.statuses.end()) return fail_field("status", "work.unknown_status");
  if (!id.empty() && of.dossier.state != State::in_progress) return fail(ErrorKind::conflict, "work.not_in_progress");
  of.tx.run("UPDATE dossier SET status = ?, updated_at = ? WHERE id = ?", id, of.now, of.dossier.id);
  if (id.empty()) return {};
  note_event(of.tx, of.agent, of.dossier.id, "dossier.status_changed", status->label, of.now);
  enqueue_status_notice(of.tx, of.tenant.identity(), of.texts, of.dossier, *status, of.agent.name, of.now);
  return {};
}

Result<void> set_labels(const Changing& of, const std::vector<std::string>& typed) {
  const auto labels = clean_labels(typed);
  if (!labels) return fail_field("labels", "work.labels", {{"most", std::to_string(most_labels)}});
  if (*labels == of.before.labels) return {};
  of.tx.run("DELETE FROM case_label WHERE dossier_id = ?", of.dossier.id);
  for (const std::string& label : *labels)
    of.tx.run("INSERT INTO case_label (dossier_id, label) VALUES (?, ?)", of.dossier.id, label);
  note_event(of.tx, of.agent, of.dossier.id, "dossier.labelled", "", of.now);
  return {};
}

}  // namespace

Work read_work(db::ReadTx& tx, Id<Dossier> id) {
  Work work;
  tx.each(
      "SELECT d.assignee_id, COALESCE(a.name, ''), d.status FROM dossier d LEFT JOIN agent a ON a.id = d.assignee_id "
      "WHERE d.id = ?",
      [&](const db::Row& row) {
        if (const auto agent = row.maybe_integer(0)) work.assignee_id = Id<Agent>{*agent};
        work.assignee_name = row.text(1);
        work.status = row.text(2);
      },
      id);
  work.labels = tx.all(
      "SELECT label FROM case_label WHERE dossier_id = ? ORDER BY label",
      [](const db::Row& row) { return row.text(0); }, id);
  work.notes = tx.all(
      "SELECT id, author, body, created_at FROM case_note WHERE dossier_id = ? ORDER BY id",
      [](const db::Row& row) { return Note{row.integer(0), row.text(1), row.text(2), row.instant(3)}; }, id);
  return work;
}

std::vector<std::string> list_labels(db::ReadTx& tx) {
  return tx.all("SELECT DISTINCT label FROM case_label ORDER BY label",
                [](const db::Row& row) { return row.text(0); });
}

Result<Dossier> change_work(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent,
                            Id<Dossier> id, const WorkChange& change, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Dossier> {
    auto dossier = find_dossier(tx, id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    const Work before = read_work(tx, id);
    const Changing of{tx, tenant, texts, agent, *dossier, before, now};
    if (change.assignee) {
      if (const auto done = assign(of, *change.assignee); !done) return fail(done.error());
    }
    if (change.due_on) {
      if (const auto done = set_due(of, *change.due_on); !done) return fail(done.error());
    }
    if (change.status) {
      if (const auto done = set_status(of, *change.status); !done) return fail(done.error());
    }
    if (change.labels) {
      if (const auto done = set_labels(of, *change.labels); !done) return fail(done.error());
    }
    return *find_dossier(tx, id);
  });
}

Result<Note> add_note(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id, std::string_view body,
                      Instant now) {
  const auto text = check_message(body);
  return tenant.write_private([&](db::Tx& tx) -> Result<Note> {
    if (!find_dossier(tx, id)) return fail(ErrorKind::not_found, "dossier.not_found");
    if (!text) return fail(text.error());
    Note note{0, agent.name, *text, now};
    note.id = tx.insert("INSERT INTO case_note (dossier_id, author, body, created_at) VALUES (?, ?, ?, ?)", id,
                        note.author, note.body, now);
    index_case(tx, id);
    note_event(tx, agent, id, "dossier.noted", "", now);
    return note;
  });
}

}  // namespace clocher::dossiers
