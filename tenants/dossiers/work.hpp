// How agents share the work on cases: who does it, until when, notes and labels among themselves, the procedure's own steps.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct Note {
  std::int64_t id = 0;
  std::string author;
  std::string body;  // plain text, never shown to the resident
  Instant created_at;
};

struct Work {
  std::optional<Id<tenants::Agent>> assignee_id = {};
  std::string assignee_name = {};
  std::string status = {};  // id of forms::Status, "" for none
  std::vector<std::string> labels = {};
  std::vector<Note> notes = {};  // oldest first
};

[[nodiscard]] Work read_work(db::ReadTx& tx, Id<Dossier> id);
// Every label that a case of the commune carries, sorted.
[[nodiscard]] std::vector<std::string> list_labels(db::ReadTx& tx);

inline constexpr std::size_t longest_label_characters = 40;
inline constexpr std::size_t most_labels = 10;

// What is absent stays as it is.
struct WorkChange {
  std::optional<std::int64_t> assignee = {};  // an agent's id, 0 for nobody
  std::optional<std::string> due_on = {};     // ISO day, "" for none
  std::optional<std::string> status = {};     // "" for none; only while in progress
  std::optional<std::vector<std::string>> labels = {};
};

// Checked as a whole, done as a whole; the same again changes nothing. The new agent of a transfer is told by mail, a new
// status is told to the resident. Errors: not_found dossier.not_found; invalid assignee_id work.unknown_agent, due_on
// work.date, status work.unknown_status, labels work.labels; conflict work.not_in_progress.
[[nodiscard]] Result<Dossier> change_work(tenants::Tenant& tenant, const tenants::Texts& texts,
                                          const tenants::Actor& agent, Id<Dossier> id, const WorkChange& change,
                                          Instant now);

// Errors: not_found dossier.not_found; invalid body message.required, message.too_long {max}.
[[nodiscard]] Result<Note> add_note(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id,
                                    std::string_view body, Instant now);

}  // namespace clocher::dossiers
