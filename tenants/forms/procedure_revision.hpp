// The revisions of a procedure, as its history shows them.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/forms/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::forms {

struct ProcedureRevision {
  std::int64_t number = 0;
  std::string title;
  bool is_from_catalogue = false;
  std::string author;  // "" for what came with the program
  Instant at;
  std::int64_t open_cases = 0;  // requests under way that were filled with it
};

[[nodiscard]] std::vector<ProcedureRevision> list_revisions(db::ReadTx& tx, Id<Procedure> id);  // newest first

// Its text; nothing when there is no such revision.
[[nodiscard]] std::optional<std::string> find_revision_text(db::ReadTx& tx, Id<Procedure> id, std::int64_t number);

}  // namespace clocher::forms
