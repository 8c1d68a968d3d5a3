// Whether a procedure takes requests now: its state, its dates, its number of cases, one request for each person.
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "tenants/forms/procedure.hpp"

namespace clocher::forms {

// conflict procedure.closed, procedure.not_yet {date}, procedure.ended {date}: what a page shows before the form.
[[nodiscard]] Result<void> check_dates(const Procedure& procedure, Date today);

// check_dates, then conflict procedure.full {quota}. Cases count from the opening date on, but refused and withdrawn ones. In the
// transaction that inserts the case there is no race: it is the only writer.
[[nodiscard]] Result<void> check_available(db::ReadTx& tx, const Procedure& procedure, Date today);

// conflict procedure.once when this person already has a case that counts: the same e-mail address and the same name, whatever
// capitals, accents, hyphens and order of words. Says nothing of that case: whoever types a name is not yet that person.
[[nodiscard]] Result<void> check_once(db::ReadTx& tx, const Procedure& procedure, std::string_view name,
                                      std::string_view normal_email);

}  // namespace clocher::forms
