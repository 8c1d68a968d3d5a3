// What a town hall is writing of a procedure: residents see nothing of it until it is published.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::forms {

inline constexpr std::size_t longest_working_copy_bytes = 400'000;
inline constexpr std::int64_t most_unpublished = 60;  // procedures begun and never published, in one commune

struct WorkingCopy {
  std::string slug;
  std::string text;                // a JSON object; it may be no definition yet
  std::int64_t version = 0;        // 0: nothing is kept, this is the published revision
  std::int64_t base_revision = 0;  // published when it was begun; 0 when the procedure never was
  std::string updated_by = {};
  std::optional<Instant> updated_at = {};
};

// What is kept, otherwise the published revision as version 0; nothing when there is neither.
[[nodiscard]] std::optional<WorkingCopy> find_working_copy(db::ReadTx& tx, std::string_view slug);

// `version` is what the writer saw. The address of the procedure is put into it. not_found procedure.not_found;
// conflict procedure.draft_stale when somebody else saved since; too_large procedure.draft_too_large.
[[nodiscard]] Result<WorkingCopy> save_working_copy(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                    std::string_view slug, std::int64_t version,
                                                    json::Object definition, Instant now);

// A procedure that does not exist yet, at an address made of its title that nothing else has.
// invalid on "title" procedure.title_missing; conflict procedure.too_many_unpublished; too_large procedure.draft_too_large.
[[nodiscard]] Result<WorkingCopy> begin_procedure(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                  json::Object definition, Instant now);

// Back to what is published; a procedure that never was is gone. conflict procedure.draft_stale. Doing it twice is harmless.
[[nodiscard]] Result<void> discard_working_copy(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                std::string_view slug, std::int64_t version, Instant now);

// --- In a transaction
struct WorkingCopyLine {
  std::string slug;
  std::string title;
  bool is_published = false;  // the procedure has a revision
};
[[nodiscard]] std::vector<WorkingCopyLine> list_working_copies(db::ReadTx& tx);
void forget_working_copy(db::Tx& tx, std::string_view slug);

}  // namespace clocher::forms
