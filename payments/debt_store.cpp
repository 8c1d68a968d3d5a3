// SQL that reads debts.
#include "payments/debt.hpp"

#include "core/base/text.hpp"

#include <array>

namespace clocher::payments {
namespace {

constexpr std::array<std::string_view, 5> origins = {"procedure", "invoice", "booking", "top_up", "trial"};
constexpr std::array<std::string_view, 4> states = {"open", "partly_paid", "paid", "cancelled"};

template <class T, std::size_t N>
std::optional<T> value_of(const std::array<std::string_view, N>& words, std::string_view text) {
  for (std::size_t i = 0; i < N; ++i) {
    if (words.at(i) == text) return static_cast<T>(i);
  }
  return std::nullopt;
}

Debt read_row(const db::Row& row) {
  Debt debt;
  debt.id = row.id<Debt>(0);
  debt.reference = row.text(1);
  debt.page_key = row.text(2);
  debt.regie_id = row.id<Regie>(3);
  debt.product = row.text(4);
  debt.origin = parse_debt_origin(row.text(5)).value();
  debt.origin_key = row.text(6);
  if (!row.is_null(7)) debt.import_id = row.id<DebtImport>(7);
  debt.debtor = {row.text(8), row.text(9), row.text(10)};
  debt.object = row.text(11);
  debt.amount = {row.integer(12)};
  debt.due_on = row.text(13);
  debt.created_by = row.text(14);
  debt.created_at = row.instant(15);
  debt.cancelled_at = row.maybe_instant(16);
  debt.cancelled_by = row.text(17);
  debt.cancelled_why = row.text(18);
  debt.received = {row.integer(19)};
  debt.state = parse_debt_state(row.text(20)).value();
  return debt;
}

// Literal parts of a pattern: % and _ of what was typed mean themselves.
std::string like_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char each : text) {
    if (each == '%' || each == '_' || each == '\\') pattern += '\\';
    pattern += each;
  }
  return pattern + "%";
}

}  // namespace

Money Debt::remaining() const {
  if (cancelled_at || received >= amount) return {};
  return amount - received;
}

Money Debt::excess() const {
  const Money owed = cancelled_at ? Money{} : amount;
  return received > owed ? received - owed : Money{};
}

std::optional<Debt> find_debt(db::ReadTx& tx, Id<Debt> id) {
  return tx.one(
      "SELECT id, reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, debtor_email, "
      "debtor_address, object, amount_cents, due_on, created_by, created_at, cancelled_at, cancelled_by, "
      "cancelled_why, "
      "received_cents, state FROM debt WHERE id = ?",
      read_row, id);
}

std::optional<Debt> find_debt_by_reference(db::ReadTx& tx, std::string_view reference) {
  return tx.one(
      "SELECT id, reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, debtor_email, "
      "debtor_address, object, amount_cents, due_on, created_by, created_at, cancelled_at, cancelled_by, "
      "cancelled_why, "
      "received_cents, state FROM debt WHERE reference = ?",
      read_row, reference);
}

std::optional<Debt> find_debt_by_page(db::ReadTx& tx, std::string_view page_key) {
  return tx.one(
      "SELECT id, reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, debtor_email, "
      "debtor_address, object, amount_cents, due_on, created_by, created_at, cancelled_at, cancelled_by, "
      "cancelled_why, "
      "received_cents, state FROM debt WHERE page_key = ?",
      read_row, page_key);
}

std::optional<Debt> find_debt_of_origin(db::ReadTx& tx, DebtOrigin origin, std::string_view origin_key) {
  return tx.one(
      "SELECT id, reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, debtor_email, "
      "debtor_address, object, amount_cents, due_on, created_by, created_at, cancelled_at, cancelled_by, "
      "cancelled_why, "
      "received_cents, state FROM debt WHERE origin = ? AND origin_key = ? AND origin_key <> '' AND cancelled_at IS "
      "NULL",
      read_row, to_string(origin), origin_key);
}

std::vector<Debt> list_debts(db::ReadTx& tx, const DebtFilter& filter) {
  const std::string state = filter.state ? std::string(to_string(*filter.state)) : "";
  const std::string pattern = like_pattern(filter.text);
  return tx.all(
      "SELECT id, reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, debtor_email, "
      "debtor_address, object, amount_cents, due_on, created_by, created_at, cancelled_at, cancelled_by, "
      "cancelled_why, "
      "received_cents, state FROM debt WHERE (?1 IS NULL OR regie_id = ?1) AND (?2 = '' OR state = ?2) "
      "AND (?3 = '%%' OR reference LIKE ?3 ESCAPE '\\' OR debtor_name LIKE ?3 ESCAPE '\\' OR object LIKE ?3 ESCAPE "
      "'\\') "
      "AND (?4 = 0 OR received_cents > CASE WHEN cancelled_at IS NULL THEN amount_cents ELSE 0 END) "
      "AND (?5 = 0 OR id < ?5) ORDER BY id DESC LIMIT ?6",
      read_row, filter.regie_id, state, pattern, filter.only_excess ? 1 : 0, filter.before_id, filter.limit);
}

std::string_view to_string(DebtOrigin origin) { return origins.at(static_cast<std::size_t>(origin)); }
std::string_view to_string(DebtState state) { return states.at(static_cast<std::size_t>(state)); }
std::optional<DebtOrigin> parse_debt_origin(std::string_view text) { return value_of<DebtOrigin>(origins, text); }
std::optional<DebtState> parse_debt_state(std::string_view text) { return value_of<DebtState>(states, text); }

}  // namespace clocher::payments
