// A turn at the till: opened with a float, closed by counting what lies in it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "payments/regie.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::payments::desk {

// How many of one coin or note.
struct Pile {
  Money piece;
  std::int64_t count = 0;
};

// "float": the fonds de caisse, coins to give change with, which is no receipt.
struct TillDay {
  Id<TillDay> id;
  Id<Regie> regie_id;
  std::string day;  // ISO, local
  Money float_cash;
  Instant opened_at;
  std::string opened_by;
  std::optional<Instant> closed_at = {};
  std::string closed_by;
  std::vector<Pile> till;
  Money counted;   // at closing
  Money expected;  // float and cash of the ledger, at closing
  std::string remark;

  [[nodiscard]] Money difference() const { return counted - expected; }  // below zero: money is missing
};

// Coins and notes of the euro, largest first.
[[nodiscard]] const std::vector<Money>& euro_pieces();

// not_found regie.unknown; conflict regie.is_closed, till.is_open {day}; invalid float_cash till.float.
[[nodiscard]] Result<TillDay> open_day(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie,
                                       Money float_cash, Instant now);

struct Closing {
  std::vector<Pile> till;
  std::string remark = {};  // wanted when the till does not hold what it should
};
// not_found regie.unknown; conflict till.is_closed; invalid till.pile (field till), till.remark {difference} (field remark).
[[nodiscard]] Result<TillDay> close_day(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie,
                                        const Closing& closing, Instant now);

[[nodiscard]] std::optional<TillDay> find_open_day(db::ReadTx& tx, Id<Regie> regie);
[[nodiscard]] std::vector<TillDay> list_days(db::ReadTx& tx, Id<Regie> regie, int limit = 60);  // newest first
// What the till should hold now: the float and all cash that came in and was not poured away.
[[nodiscard]] Money expected_cash(db::ReadTx& tx, const TillDay& day);

}  // namespace clocher::payments::desk
