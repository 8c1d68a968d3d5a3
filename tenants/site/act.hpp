// Acts of the commune: written as drafts, published for good, withdrawn after two months at the earliest.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/http/form.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/act_kind.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct ActVotes {
  std::int64_t members = 0;  // of the council
  std::int64_t present = 0;  // who voted: in_favour + against + abstained
  std::int64_t in_favour = 0, against = 0, abstained = 0;
  bool operator==(const ActVotes&) const = default;
};

// What the town hall writes of an act; "" and nothing for what it does not say.
struct ActText {
  std::string number = {};  // letters, digits and . _ / -: "2026-41"
  std::string object = {};  // one line, up to 500 characters
  std::optional<Date> decided_on = {};
  std::optional<Date> meeting_on = {};   // of the council; of a deliberation, the day of the decision when left out
  std::optional<Date> approved_on = {};  // of minutes
  std::string author_first_name = {}, author_name = {}, author_quality = {};
  std::string subject_code = {}, subject_label = {};  // the label follows the code when left out
  std::optional<ActVotes> votes = {};
  std::string budget_year = {}, budget_name = {};  // both or none
  std::string prefecture_id = {};
  std::optional<Date> prefecture_on = {};
  bool operator==(const ActText&) const = default;
};

struct ActFile {
  std::string name;
  std::string sha256;
  std::int64_t size_bytes = 0;
};

enum class ActState { draft, published, withdrawn };
[[nodiscard]] std::string_view to_string(ActState state);

struct Act {
  Id<Act> id;
  ActKind kind = ActKind::deliberation;
  ActState state = ActState::draft;
  std::string slug;  // "" for a draft
  ActText text;
  std::optional<ActFile> file = {};
  std::optional<Id<Act>> replaces = {};     // the act that this one corrects
  std::optional<Id<Act>> replaced_by = {};  // the published act that corrects this one
  std::int64_t version = 0;                 // grows with each change
  Instant updated_at;
  std::optional<Instant> published_at = {};
  std::optional<Instant> withdrawn_at = {};
  std::string withdrawn_reason = {};
};

// "/actes/deliberation-2026-41"
[[nodiscard]] std::string path_of(const Act& act);
// "Délibération n° 2026-41", "Procès-verbal de la séance du 12 mars 2026"
[[nodiscard]] std::string name_of(const Act& act);

// --- Reading ---------------------------------------------------------------------------------------------------------

struct ActFilter {
  std::optional<ActState> state = {};
  std::optional<ActKind> kind = {};
  std::optional<int> year = {};  // of the decision
  std::string subject = {};      // "7" or "7.5"
  std::optional<Date> meeting = {};
  std::string words = {};  // all of them, accents and case apart
};

// The newest decision first; drafts without a day before all.
[[nodiscard]] std::vector<Act> list_acts(db::ReadTx& tx, const ActFilter& filter);
[[nodiscard]] std::optional<Act> find_act(db::ReadTx& tx, Id<Act> id);
// Published or withdrawn: whoever shows it looks at its state.
[[nodiscard]] std::optional<Act> find_act(db::ReadTx& tx, std::string_view slug);
// Days of meetings that published acts name, newest first.
[[nodiscard]] std::vector<Date> list_meetings(db::ReadTx& tx);
// Years of published decisions, newest first.
[[nodiscard]] std::vector<int> list_act_years(db::ReadTx& tx);

// --- Writing ---------------------------------------------------------------------------------------------------------

// invalid, with fields named as in ActText.
[[nodiscard]] Result<Act> create_act(Tenant& tenant, const Actor& actor, ActKind kind, const ActText& text,
                                     Instant now);
// conflict edit.conflict when someone saved since `base_version`; conflict act.is_published; not_found.
[[nodiscard]] Result<Act> save_act(Tenant& tenant, const Actor& actor, Id<Act> id, const ActText& text,
                                   std::int64_t base_version, Instant now);
// The PDF of a draft, in place of the one it had. invalid form.file.*; conflict act.is_published. Throws DiskFull.
[[nodiscard]] Result<Act> give_act_file(Tenant& tenant, const Actor& actor, Id<Act> id, const http::UploadedFile& file,
                                        std::size_t max_bytes, Instant now);
// Drafts only: conflict act.is_published.
[[nodiscard]] Result<void> delete_act(Tenant& tenant, const Actor& actor, Id<Act> id, Instant now);

// What keeps a draft from being published; empty when nothing does. Fields as in ActText, and "file".
[[nodiscard]] std::vector<FieldError> lacks_for_publication(const Act& act, Instant now);

// From here on, nothing of it changes. invalid; conflict act.number_taken, act.already_replaced, act.clock (the clock runs
// behind an act that is already online). Doing it twice is harmless.
[[nodiscard]] Result<Act> publish_act(Tenant& tenant, const Actor& actor, Id<Act> id, std::int64_t base_version,
                                      Instant now);
// A draft with the same text that says it replaces this one; the draft that already does, when there is one.
// conflict act.not_published, act.already_replaced.
[[nodiscard]] Result<Act> start_replacement(Tenant& tenant, const Actor& actor, Id<Act> id, Instant now);
// The receipt of the prefecture, which comes after the publication: once. conflict act.prefecture_known.
[[nodiscard]] Result<Act> note_prefecture(Tenant& tenant, const Actor& actor, Id<Act> id, std::string_view receipt,
                                          std::optional<Date> on, Instant now);
// conflict act.too_early {from}; the file is kept. Doing it twice is harmless.
[[nodiscard]] Result<Act> withdraw_act(Tenant& tenant, const Actor& actor, Id<Act> id, std::string_view reason,
                                       Instant now);

// The first day on which an act posted then may be taken offline: the day after two months, counted from date to date
// (CGCT R2131-1, at least two months). Posted on 31 December: two months end on 28 or 29 February.
[[nodiscard]] Date first_withdrawal_day(Instant published_at);

}  // namespace clocher::tenants
