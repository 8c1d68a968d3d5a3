// I1 to I10: what is true of the money of a commune at every moment. Tests look after each step, `clocher doctor` when asked.
#pragma once

#include "core/db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

struct Violation {
  std::string rule;    // "I1"
  std::string detail;  // for operators: which row
};

// The rules that a look at the data can hold:
//  I1  an attempt that was paid (test apart) has exactly one receipt, and only such an attempt has one
//  I2  each of these receipts rests on a stored answer that says paid
//  I3  no name of a gateway (idOp) is credited twice
//  I4  an answer that contradicts what was asked pays no debt: its money waits in suspense
//  I6  a debt says paid exactly when the ledger has received its amount
//  I8  receipts have neither gap nor repeat in their régie and year
//  I10 an attempt used the account and the reference of its own debt's régie
// I5 (debits equal credits) holds by the shape of a line: one amount, two accounts. I7 is held by triggers and verify_ledger, I9 by
// the order of writes, which tests of pages look at.
[[nodiscard]] std::vector<Violation> check_invariants(db::ReadTx& tx);

}  // namespace clocher::payments
