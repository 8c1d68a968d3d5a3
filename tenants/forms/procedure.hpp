// The procedures a commune offers: rows that point at immutable revisions.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

// A model is not shown to residents: it is there to be opened.
enum class ProcedureState { open, closed, model };

[[nodiscard]] std::string_view to_string(ProcedureState state);

struct Procedure {
  Id<Procedure> id;
  std::string slug;
  std::string title;
  std::string summary;
  ProcedureState state = ProcedureState::open;
  std::int64_t revision = 0;  // the current one
  std::int64_t dossier_count = 0;
  // Of the current revision; what they refuse: availability.hpp.
  std::optional<Date> opens = {};
  std::optional<Date> closes = {};
  std::int64_t quota = 0;
  bool once_per_person = false;
  std::string theme = {};  // of theme.hpp
};

// Those that residents see, open or closed.
[[nodiscard]] std::vector<Procedure> list_procedures(db::ReadTx& tx);
// Those and the models.
[[nodiscard]] std::vector<Procedure> list_all_procedures(db::ReadTx& tx);
// Those that residents look for in a list: without those that only make sense from the page they are about.
[[nodiscard]] std::vector<Procedure> list_offered_procedures(db::ReadTx& tx);
[[nodiscard]] std::optional<Procedure> find_procedure(db::ReadTx& tx, std::string_view slug);

// The definition as it was published. Throws std::logic_error when there is no such revision: ids come from our own rows.
[[nodiscard]] Definition read_definition(db::ReadTx& tx, Id<Procedure> id, std::int64_t revision);

// The same as the text it was published as.
[[nodiscard]] std::string read_definition_text(db::ReadTx& tx, Id<Procedure> id, std::int64_t revision);

// Residents may start and send it, see that it is closed, or do not see it. not_found procedure.not_found; doing it twice is harmless.
[[nodiscard]] Result<Procedure> set_procedure_state(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                    std::string_view slug, ProcedureState state, Instant now);

// Publishes what a commune wrote: a new procedure at the end of the list, or the next revision of the one with the same slug
// (none when nothing differs). The text has passed parse_definition.
void publish_definition(db::Tx& tx, const Definition& definition, std::string_view text, Instant now);

// Whether sow_definition has nothing to do.
[[nodiscard]] bool is_sown(db::ReadTx& tx, std::string_view slug, std::string_view text);

// Brings a definition of the program's catalogue to a commune: a procedure that it lacks, in this state; the next revision of
// one whose present revision came from the catalogue. What the commune changed itself stays. Whether anything was written.
bool sow_definition(db::Tx& tx, const Definition& definition, std::string_view text, ProcedureState first_state,
                    Instant now);

}  // namespace clocher::forms
