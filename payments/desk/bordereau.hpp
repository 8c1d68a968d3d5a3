// A bordereau: cheques or vouchers handed in, or cash poured, with the list that goes with them. Numbered without gaps.
#pragma once

#include "payments/desk/receipt.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::payments::desk {

struct Bordereau {
  Id<Bordereau> id;
  Id<Regie> regie_id;
  int year = 0;
  std::int64_t number = 0;  // of the régie and year, from 1
  Means means = Means::cheque;
  std::string day;
  Money amount;
  std::int64_t piece_count = 0;  // cheques, or vouchers; 0 for cash
  std::string made_by;
  Instant made_at;
};

struct NewBordereau {
  std::string request_key;
  Id<Regie> regie_id;
  Means means = Means::cheque;
  Money amount = {};  // of cash; cheques and vouchers are all handed in, for their sum
};

// not_found regie.unknown; conflict bordereau.nothing; invalid means bordereau.means, amount bordereau.amount {most},
// request_key receipt.key.
[[nodiscard]] Result<Bordereau> make_bordereau(tenants::Tenant& tenant, const tenants::Actor& actor,
                                               const NewBordereau& input, Instant now);

[[nodiscard]] std::optional<Bordereau> find_bordereau(db::ReadTx& tx, Id<Bordereau> id);
[[nodiscard]] std::vector<Bordereau> list_bordereaux(db::ReadTx& tx, Id<Regie> regie, int limit = 100);  // newest first
[[nodiscard]] std::vector<Bordereau> bordereaux_between(db::ReadTx& tx, Id<Regie> regie, std::string_view first_day,
                                                        std::string_view last_day);

}  // namespace clocher::payments::desk
