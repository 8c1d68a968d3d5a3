// What somebody owes a régie: from a procedure, an invoice, a booking, a top-up. It never changes; it is paid or cancelled.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "payments/regie.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

// trial: paid by the régie itself before it opens (payments/regie_edit).
enum class DebtOrigin { procedure, invoice, booking, top_up, trial };
enum class DebtState { open, partly_paid, paid, cancelled };

struct DebtImport;

struct Debtor {
  std::string name = {};
  std::string email = {};    // "" when not known: the payer is asked
  std::string address = {};  // block of lines, for the letter
};

struct Debt {
  Id<Debt> id;
  std::string reference;  // see debt_reference
  std::string page_key;   // its address: who holds it sees the debt and may pay
  Id<Regie> regie_id;
  std::string product;
  DebtOrigin origin = DebtOrigin::invoice;
  std::string origin_key;
  std::optional<Id<DebtImport>> import_id = {};
  Debtor debtor;
  std::string object;
  Money amount;
  std::string due_on;  // ISO day, or ""
  std::string created_by;
  Instant created_at;
  std::optional<Instant> cancelled_at = {};
  std::string cancelled_by, cancelled_why;
  Money received;  // as the ledger has it: it may be more than was owed
  DebtState state = DebtState::open;

  // 0 when nothing is left to pay.
  [[nodiscard]] Money remaining() const;
  // Money that belongs to the payer: paid twice, or for a debt that was cancelled.
  [[nodiscard]] Money excess() const;
};

struct NewDebt {
  Id<Regie> regie_id;
  std::string product;
  DebtOrigin origin = DebtOrigin::invoice;
  std::string origin_key = {};  // "dossier:12"; with one, the same debt is never made twice
  std::optional<Id<DebtImport>> import_id = {};
  Debtor debtor = {};
  std::string object;
  Money amount;
  std::string due_on = {};
};

// Errors: invalid with the field (regie: regie.unknown, regie.closed; product: debt.product; amount: debt.amount, between 1 cent
// and 999 999,99 €; object, name, email, address, due_on). With an origin_key that is known the debt that exists is given back.
[[nodiscard]] Result<Debt> create_debt(tenants::Tenant& tenant, const tenants::Actor& actor, const NewDebt& input,
                                       Instant now);
[[nodiscard]] Result<Debt> create_debt(db::Tx& tx, const tenants::Actor& actor, const NewDebt& input, Instant now);
// The checks of create_debt, without writing.
[[nodiscard]] std::vector<FieldError> check_debt(db::ReadTx& tx, const NewDebt& input);

// Errors: not_found debt.not_found; conflict debt.has_money, debt.being_paid, debt.is_cancelled; invalid debt.why.
[[nodiscard]] Result<Debt> cancel_debt(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Debt> id,
                                       std::string_view why, Instant now);
[[nodiscard]] Result<Debt> cancel_debt(db::Tx& tx, const tenants::Actor& actor, Id<Debt> id, std::string_view why,
                                       Instant now);

[[nodiscard]] std::optional<Debt> find_debt(db::ReadTx& tx, Id<Debt> id);
[[nodiscard]] std::optional<Debt> find_debt_by_reference(db::ReadTx& tx, std::string_view reference);
[[nodiscard]] std::optional<Debt> find_debt_by_page(db::ReadTx& tx, std::string_view page_key);
// One that was cancelled is none: it may be owed anew.
[[nodiscard]] std::optional<Debt> find_debt_of_origin(db::ReadTx& tx, DebtOrigin origin, std::string_view origin_key);

struct DebtFilter {
  std::optional<Id<Regie>> regie_id = {};
  std::optional<DebtState> state = {};
  std::string text = {};  // part of a reference, a name or an object
  bool only_excess = false;
  std::int64_t before_id = 0;  // the last id of the page before; 0 for the first page
  int limit = 50;
};
[[nodiscard]] std::vector<Debt> list_debts(db::ReadTx& tx, const DebtFilter& filter);  // newest first

[[nodiscard]] std::string_view to_string(DebtOrigin origin);
[[nodiscard]] std::string_view to_string(DebtState state);
[[nodiscard]] std::optional<DebtOrigin> parse_debt_origin(std::string_view text);
[[nodiscard]] std::optional<DebtState> parse_debt_state(std::string_view text);

}  // namespace clocher::payments
