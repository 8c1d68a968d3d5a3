// What both kinds of file share: cells still as text, and what they mean.
#pragma once

#include "payments/reconcile/statement.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::reconcile {

struct RawLine {
  std::size_t row = 0;
  std::string date;
  std::string reference;
  std::string amount;
};

// "15/03/2026", "2026-03-15", "15032026", "20260315"; a time after a space is left out.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

[[nodiscard]] Result<Statement> make_statement(const std::vector<RawLine>& raw, AmountUnit unit);

}  // namespace clocher::payments::reconcile
