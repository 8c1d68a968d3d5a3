// How a line of the ledger is hashed, and the check of the whole chain.
#pragma once

#include "core/db/database.hpp"
#include "payments/ledger.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

// What stands before the first line of a commune: a chain cannot be carried into another.
[[nodiscard]] std::string first_hash(std::string_view insee);

// SHA-256 over netstrings ("<bytes>:<text>,") of all other columns in the order of the table, the hash before included.
[[nodiscard]] std::string hash_of(const LedgerLine& line);

struct LedgerFault {
  enum class What { gap, chain, content, evidence, unreadable } what = What::content;
  std::int64_t line = 0;  // its number; the one after which lines are missing, for a gap
  std::string detail;     // for operators: a table, a value
};
[[nodiscard]] std::string_view to_string(LedgerFault::What what);

struct LedgerCheck {
  std::int64_t lines = 0;
  std::string last_hash;
  std::vector<LedgerFault> faults;  // by line
};

// Every line, and every answer that a line rests on. Reads the whole ledger: about 100 000 lines a second.
[[nodiscard]] LedgerCheck verify_ledger(db::ReadTx& tx, std::string_view insee);

}  // namespace clocher::payments
