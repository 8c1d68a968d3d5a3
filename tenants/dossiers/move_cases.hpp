// Requests under way keep the revision they were filled with; an agent may move those to the present one that lose nothing by it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct OlderCase {
  Id<Dossier> id;
  std::string reference;
  std::int64_t revision = 0;
  std::string obstacle;  // why it stays, a French sentence; "" when it can be moved
};

// Requests under way of an older revision, oldest first. One can be moved when every answer still has its question and follows its
// rules, every required one is there, its status and what was asked to be corrected still exist, and what the resident was told
// of delay and retention stays true. not_found procedure.not_found.
[[nodiscard]] Result<std::vector<OlderCase>> list_older_cases(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                              std::string_view slug);

// Moves those that can; what is returned is the list as it was before. Doing it twice is harmless.
[[nodiscard]] Result<std::vector<OlderCase>> move_cases(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                        const tenants::Actor& actor, std::string_view slug, Instant now);

}  // namespace clocher::dossiers
