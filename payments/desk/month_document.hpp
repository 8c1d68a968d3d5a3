// The statement of a month as the comptable reads it, on paper.
#pragma once

#include "tenants/documents/document_kind.hpp"

#include <string_view>

namespace clocher::payments::desk {

inline constexpr std::string_view month_document = "regie_month";  // subject: a MonthStatement

// not_found document.not_found.
[[nodiscard]] Result<tenants::DocumentSource> print_month(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                          std::int64_t id, Instant now);

}  // namespace clocher::payments::desk
