// What is printed about money: the letter that claims a debt, the receipt; the month of a régie is desk/month_document.hpp.
#pragma once

#include "tenants/documents/document_kind.hpp"

#include <span>
#include <string_view>

namespace clocher::payments {

inline constexpr std::string_view debt_notice = "debt_notice";          // subject: the debt
inline constexpr std::string_view payment_receipt = "payment_receipt";  // subject: the number of the ledger's line

// Those of tenants and these: what the printer of the service knows.
[[nodiscard]] std::span<const tenants::DocumentKind> document_kinds();

// Amount, reference, QR code of the page where both are already filled in, and what to write for a cheque or at the counter.
// not_found debt.not_found, conflict debt.is_cancelled.
[[nodiscard]] Result<tenants::DocumentSource> print_notice(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                           std::int64_t debt_id, Instant now);
// not_found ledger.not_found: no such line, or one that is no receipt.
[[nodiscard]] Result<tenants::DocumentSource> print_receipt(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                            std::int64_t line_number, Instant now);

}  // namespace clocher::payments
