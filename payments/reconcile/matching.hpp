// Our payments against the lines of a statement: every difference is one finding, with the one thing to do about it.
#pragma once

#include "payments/reconcile/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::reconcile {

enum class Standing {
  received,    // money by our books, no line seen yet
  reconciled,  // has its line from an earlier statement
  open,        // begun, and not known to be paid
};

// One payment as our books hold it.
struct Ours {
  std::int64_t id = 0;
  std::string reference;
  Money amount;
  Date date;  // on which it was paid, in France
  Standing standing = Standing::received;
};

enum class Finding {
  matched,
  late,            // the same payment, booked days apart: perhaps in another month
  awaited,         // ours, so recent that the next statement may hold it
  ours_only,       // ours, and long overdue in theirs
  theirs_only,     // theirs, and nothing of ours
  amount_differs,  // the same reference, two amounts
  doubled,         // a payment that has its line already
};

enum class Action {
  none,
  wait,             // for the next statement
  check_month,      // which of the two months counts it
  ask_gateway,      // about the attempt that we hold for unpaid
  find_payer,       // whose money it is
  ask_accountant,   // where the money is that the payer has the proof of
  compare_amounts,  // with the gateway's answer that we keep
  refund_double,    // once the accountant confirms that both came
};

struct Match {
  Finding finding = Finding::matched;
  Action action = Action::none;
  std::optional<std::size_t> ours = std::nullopt;    // index in what was handed in
  std::optional<std::size_t> theirs = std::nullopt;  // index in Statement::lines
};

inline constexpr int days_to_book = 3;  // by which both dates of a payment may differ: a week-end

// Hand in all payments of the statement's days and those before that have no line yet. Payments with the same reference are paired by
// amount, then by the nearest day; a reference may be paid several times in parts. Sorted by line, then what is ours only by day.
[[nodiscard]] std::vector<Match> match(std::span<const Ours> ours, const Statement& theirs);

// Somebody has to look: neither matched nor merely awaited.
[[nodiscard]] bool is_discrepancy(Finding finding);

// As stored and in the API: "amount_differs". Catalogue keys: reconcile.finding.<name>, reconcile.action.<name>.
[[nodiscard]] std::string_view to_string(Finding finding);
[[nodiscard]] std::string_view to_string(Action action);

}  // namespace clocher::payments::reconcile
