// The code of a draft: to go on later, on another device, or with somebody who helps.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

// The same each time it is asked for, and different for every draft: made from the platform's secret, so that nobody who reads
// the commune's file could open drafts with it. Spelled like a tracking code; opens the draft from then on.
[[nodiscard]] std::string draft_code(tenants::Tenant& tenant, Id<Draft> draft, std::string_view secret, Instant now);

struct FoundDraft {
  Id<Draft> id;
  std::string procedure_slug;
};

// By a code in any spelling. not_found draft.unknown_code: the same for a wrong code, one of another commune, one of a draft
// that was sent, erased or forgotten. Throttling is the caller's.
[[nodiscard]] Result<FoundDraft> find_by_code(tenants::Tenant& tenant, std::string_view code, Instant now);

// Lets another browser in: the token for its cookie. Those that are in stay.
[[nodiscard]] std::string let_browser_in(tenants::Tenant& tenant, Id<Draft> draft, Instant now);

struct CodeMail {
  std::string_view recipient;
  std::string_view procedure_title;
  std::string_view code;
  Instant kept_until;
};

// The code by mail. invalid draft.email_required or form.email.unreadable (field "courriel"); draft.mailed_enough after three
// mails about one draft.
[[nodiscard]] Result<void> mail_code(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Draft> draft,
                                     const CodeMail& mail, Instant now);

}  // namespace clocher::dossiers
