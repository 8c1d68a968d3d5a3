// What readers say of a page: useful or not, why, in their words. Nobody is named.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class Verdict { useful, not_useful };

// Why a page was not useful. Keys of the catalogue: "feedback.reason.<name>".
inline constexpr std::array<std::string_view, 5> feedback_reasons = {"missing", "unclear", "outdated", "wrong",
                                                                     "other"};

struct PageFeedback {
  Id<PageFeedback> id;
  std::string path;  // "/vivre-ici/dechets-et-tri"
  Verdict verdict = Verdict::useful;
  std::string reason;   // one of feedback_reasons, or ""
  std::string comment;  // up to 500 characters, or ""
  Instant created_at;
  std::optional<Instant> handled_at;
  std::string handled_by;
};

// --- Readers ---------------------------------------------------------------------------------------------------------

// Keeps a verdict and gives the key by which its reader may add why within the hour.
// invalid feedback.path when `path` is no path of a site; too_many feedback.enough when the day already brought 500.
[[nodiscard]] Result<std::string> give_verdict(Tenant& tenant, std::string_view path, Verdict verdict, Instant now);

// The one of this key, for an hour.
[[nodiscard]] std::optional<PageFeedback> find_feedback(db::ReadTx& tx, std::string_view key, Instant now);

// not_found feedback.not_found; invalid with fields reason, comment; conflict feedback.already when it was explained before.
[[nodiscard]] Result<PageFeedback> explain_verdict(Tenant& tenant, std::string_view key, std::string_view reason,
                                                   std::string_view comment, Instant now);

// --- Town hall -------------------------------------------------------------------------------------------------------

struct FeedbackSummary {
  std::string path;
  std::int64_t useful = 0;
  std::int64_t not_useful = 0;
};

// Per page since then, the least useful first.
[[nodiscard]] std::vector<FeedbackSummary> summarise_feedback(db::ReadTx& tx, Instant since);
// Those with a reason or a comment, newest first, at most 200.
[[nodiscard]] std::vector<PageFeedback> list_feedback(db::ReadTx& tx);
// not_found feedback.not_found. Doing it twice is harmless.
[[nodiscard]] Result<PageFeedback> handle_feedback(Tenant& tenant, const Actor& actor, Id<PageFeedback> id,
                                                   Instant now);

// Forgets what is older than a year. How many.
std::int64_t purge_feedback(Tenant& tenant, Instant now);

}  // namespace clocher::tenants
