// Corrections: the town hall says which answers are to be mended, the resident changes those and no others, the old ones stay.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::dossiers {

struct Correction {
  Id<Correction> id;
  std::vector<std::string> fields;  // ids; none: a message was asked for, or a document
  Date answer_before = {};
  std::string asked_by;
  Instant asked_at;
  std::optional<Instant> ended_at = {};
  forms::Answers answers_before;  // of those fields, when they were changed
};

[[nodiscard]] std::vector<Correction> corrections_of(db::ReadTx& tx, Id<Dossier> id);  // oldest first
// The one that waits for the resident, when it names fields.
[[nodiscard]] std::optional<Correction> open_correction(db::ReadTx& tx, Id<Dossier> id);

inline constexpr int longest_answer_days = 180;

struct CorrectionRequest {
  std::vector<std::string> fields;
  std::string answer_before;  // ISO day, "" for the usual delay
};

// In the transaction that made the case wait. Errors: invalid fields correction.unknown_field, answer_before
// correction.date.
[[nodiscard]] Result<void> describe_correction(db::Tx& tx, const Dossier& dossier, const CorrectionRequest& request,
                                               Instant now);

// A form of one page with the fields that are to be corrected, whatever they depended on.
[[nodiscard]] forms::Definition correction_form(const forms::Definition& definition, const Correction& correction);

// The new answers in the case, the old ones in the correction, the case in progress again, the agents told; a file that
// is replaced stays with the case. Doing it twice: conflict correction.over.
[[nodiscard]] Result<Dossier> answer_correction(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Dossier> id,
                                                const forms::StepReading& reading, Instant now);

}  // namespace clocher::dossiers
