// The opinion of an elected member on one case: asked by mail, given through a link that opens this case alone, for a while.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct Opinion {
  Id<Opinion> id;
  Id<Dossier> dossier;
  std::string recipient_name;
  std::string recipient_email;
  std::string question;
  std::string asked_by;
  Instant asked_at;
  Instant expires_at;
  std::string verdict;  // favourable, unfavourable, reserved; "" while nothing was said
  std::string answer;
  std::optional<Instant> answered_at = {};
  std::optional<Instant> cancelled_at = {};
};

inline constexpr std::int64_t opinion_seconds = 15 * one_day;

struct OpinionRequest {
  std::string name;
  std::string email;
  std::string question;
};

[[nodiscard]] std::vector<Opinion> opinions_of(db::ReadTx& tx, Id<Dossier> id);  // oldest first

// The mail with the link; only the digest of the link is kept. Errors: not_found dossier.not_found; conflict
// dossier.final; invalid name opinion.name, email opinion.email, question message.required, message.too_long.
[[nodiscard]] Result<Opinion> ask_opinion(tenants::Tenant& tenant, const tenants::Texts& texts,
                                          const tenants::Actor& agent, Id<Dossier> id, const OpinionRequest& request,
                                          Instant now);
// The link opens nothing from now on. not_found opinion.not_found; conflict opinion.over when it was answered.
[[nodiscard]] Result<void> cancel_opinion(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> dossier,
                                          Id<Opinion> id, Instant now);

// The opinion behind a link that still opens: not cancelled, not past its time.
[[nodiscard]] std::optional<Opinion> find_opinion(db::ReadTx& tx, std::string_view key, Instant now);

// May be said anew while the link opens. The case is unread again, the agents are told. Errors: not_found
// opinion.not_found; invalid verdict opinion.verdict, answer opinion.reason (an opinion against says why),
// message.too_long.
[[nodiscard]] Result<Opinion> give_opinion(tenants::Tenant& tenant, const tenants::Texts& texts, std::string_view key,
                                           std::string_view verdict, std::string_view answer, Instant now);

}  // namespace clocher::dossiers
