// Régies, debts and payments as the API of the town hall tells them. Secrets are in none.
#pragma once

#include "api/context.hpp"
#include "core/json/json.hpp"
#include "payments/attempt.hpp"
#include "payments/debt.hpp"
#include "payments/debt_import.hpp"
#include "payments/ledger.hpp"
#include "payments/regie.hpp"

namespace clocher::api::agent {

[[nodiscard]] json::Object regie_json(const payments::Regie& regie);
[[nodiscard]] json::Object debt_json(const payments::Debt& debt);
[[nodiscard]] json::Object attempt_json(const Context& context, const payments::StoredAttempt& attempt);
[[nodiscard]] json::Object line_json(db::ReadTx& tx, const payments::LedgerLine& line);
[[nodiscard]] json::Object import_json(const payments::DebtImport& import);

// Elected members read; whoever works with money writes. Fails with forbidden money.role.
[[nodiscard]] Result<void> may_handle_money(const Context& context);

}  // namespace clocher::api::agent
