// A request sent by a resident: its states, what it holds, and how it is read.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/forms/answers.hpp"
#include "tenants/forms/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

// Catalogue keys: "state.<name>.label" and "state.<name>.text". What may follow what: transitions.hpp.
enum class State { submitted, in_progress, waiting_for_resident, accepted, refused, closed, withdrawn };

[[nodiscard]] std::string_view to_string(State state);
[[nodiscard]] std::optional<State> parse_state(std::string_view text);
// Nothing more is expected from anyone: no message can be written.
[[nodiscard]] bool is_final(State state);

struct Dossier {
  Id<Dossier> id;
  std::string reference;      // "2026-00042", unique in the commune
  std::string tracking_code;  // secret of the resident, see core/security/token.hpp
  Id<forms::Procedure> procedure_id;
  std::int64_t procedure_revision = 0;
  std::string procedure_slug;
  std::string procedure_title;  // of that revision
  State state = State::submitted;
  std::string applicant_name;
  std::string applicant_email;  // lower case
  forms::Answers answers;
  Instant submitted_at;
  Instant updated_at;
  std::optional<Instant> read_at;  // by an agent, since the last word of the resident
  std::optional<Instant> decided_at = {};  // first decision, by the town hall or by silence, or withdrawal
  std::string silence = {};                // "acceptance" or "rejection" when silence decided, else ""
  std::optional<Date> silence_on = {};     // the day on which silence decides, see deadlines.hpp
  std::optional<Date> due_on = {};         // what the agents promised themselves
  std::optional<Date> urgent_on = {};      // the nearest of all days that bind; nothing when none does or it is over
};

struct Message {
  Id<Message> id;
  bool from_resident = false;
  std::string author_name;
  std::string body;  // plain text
  Instant created_at;
};

struct Attachment {
  Id<Attachment> id;
  std::optional<Id<Message>> message_id;  // set when it came with a message
  std::string field;                      // of the form
  std::string name;
  std::string content_type;
  std::int64_t size_bytes = 0;
  std::string sha256;  // where its bytes lie in the commune's FileStore
};

[[nodiscard]] std::optional<Dossier> find_dossier(db::ReadTx& tx, Id<Dossier> id);
[[nodiscard]] std::optional<Dossier> find_by_tracking_code(db::ReadTx& tx, std::string_view code);
[[nodiscard]] std::vector<Message> messages_of(db::ReadTx& tx, Id<Dossier> id);  // oldest first
[[nodiscard]] std::vector<Attachment> attachments_of(db::ReadTx& tx, Id<Dossier> id);
[[nodiscard]] std::optional<Attachment> find_attachment(db::ReadTx& tx, Id<Dossier> dossier, Id<Attachment> id);

// Those whose last word is the resident's and that no agent has opened since.
[[nodiscard]] std::int64_t count_unread(db::ReadTx& tx);

}  // namespace clocher::dossiers
