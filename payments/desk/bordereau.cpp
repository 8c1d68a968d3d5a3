// Rules and SQL of bordereaux.
#include "payments/desk/bordereau.hpp"

#include "core/base/date.hpp"
#include "payments/desk/receipt_store.hpp"
#include "tenants/forms/clean_text.hpp"

#include <numeric>

namespace clocher::payments::desk {
namespace {

// What a bordereau is about to hold.
struct Load {
  Money amount;
  std::int64_t piece_count = 0;
  std::vector<Receipt> receipts = {};
};

Bordereau read_row(const db::Row& row) {
  return {.id = row.id<Bordereau>(0),
          .regie_id = row.id<Regie>(1),
          .year = static_cast<int>(row.integer(2)),
          .number = row.integer(3),
          .means = parse_means(row.text(4)).value(),
          .day = row.text(5),
          .amount = {row.integer(6)},
          .piece_count = row.integer(7),
          .made_by = row.text(8),
          .made_at = row.instant(9)};
}

#define CLOCHER_BORDEREAU \
  "SELECT id, regie_id, year, number, means, day, amount_cents, piece_count, made_by, made_at FROM bordereau "

Result<Load> load_of_cash(db::ReadTx& tx, const NewBordereau& input) {
  const Money most = balance(tx, input.regie_id, to_string(Means::cash));
  if (most <= Money{}) return fail(ErrorKind::conflict, "bordereau.nothing");
  if (input.amount <= Money{} || input.amount > most)
    return fail_field("amount", "bordereau.amount", {{"most", format_french(most)}});
  return Load{input.amount};
}

Result<Load> load_of_pieces(db::ReadTx& tx, const NewBordereau& input) {
  Load load{.amount = {}, .receipts = receipts_to_remit(tx, input.regie_id, input.means)};
  for (const Receipt& receipt : load.receipts) {
    load.amount = load.amount + receipt.line.amount;
    load.piece_count += input.means == Means::cheque ? 1 : receipt.piece_count;
  }
  if (load.receipts.empty()) return fail(ErrorKind::conflict, "bordereau.nothing");
  return load;
}

Id<Bordereau> write_bordereau(db::Tx& tx, const tenants::Actor& actor, const NewBordereau& input, const Load& load,
                              Instant now) {
  const Date today = to_local(now).date;
  const int year = static_cast<int>(today.year());
  const std::int64_t number =
      1 + tx.number("SELECT MAX(number) FROM bordereau WHERE regie_id = ? AND year = ?", input.regie_id, year);
  const LedgerLine line = append_line(tx,
                                      {.regie_id = input.regie_id,
                                       .kind = LineKind::deposit,
                                       .debit = account::comptable,
                                       .credit = to_string(input.means),
                                       .amount = load.amount,
                                       .label = "Bordereau " + std::to_string(year) + "-" + std::to_string(number),
                                       .author = actor.name},
                                      now);
  const Id<Bordereau> id{
      tx.insert("INSERT INTO bordereau (regie_id, year, number, means, day, amount_cents, piece_count, request_key, "
                "ledger_number, made_by, "
                "made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                input.regie_id, year, number, to_string(input.means), to_iso(today), load.amount, load.piece_count,
                input.request_key, line.number, actor.name, now)};
  for (const Receipt& receipt : load.receipts) put_on_bordereau(tx, receipt, id);
  append_event(tx, actor, {"regie", input.regie_id.value}, "bordereau.made", line.label, now);
  return id;
}

bool is_remittable(Means means) {
  return means == Means::cash || means == Means::cheque || means == Means::cesu || means == Means::holiday_voucher;
}

}  // namespace

Result<Bordereau> make_bordereau(tenants::Tenant& tenant, const tenants::Actor& actor, const NewBordereau& typed,
                                 Instant now) {
  NewBordereau input = typed;
  input.request_key = forms::clean_line(typed.request_key);
  if (input.request_key.size() < 8 || input.request_key.size() > 80) return fail_field("request_key", "receipt.key");
  if (!is_remittable(input.means)) return fail_field("means", "bordereau.means");
  return tenant.write_private([&](db::Tx& tx) -> Result<Bordereau> {
    if (!find_regie(tx, input.regie_id)) return fail(ErrorKind::not_found, "regie.unknown");
    if (auto before = tx.one(CLOCHER_BORDEREAU "WHERE regie_id = ? AND request_key = ?", read_row, input.regie_id,
                             input.request_key))
      return std::move(*before);
    const auto load = input.means == Means::cash ? load_of_cash(tx, input) : load_of_pieces(tx, input);
    if (!load) return fail(load.error());
    return find_bordereau(tx, write_bordereau(tx, actor, input, *load, now)).value();
  });
}

std::optional<Bordereau> find_bordereau(db::ReadTx& tx, Id<Bordereau> id) {
  return tx.one(CLOCHER_BORDEREAU "WHERE id = ?", read_row, id);
}

std::vector<Bordereau> list_bordereaux(db::ReadTx& tx, Id<Regie> regie, int limit) {
  return tx.all(CLOCHER_BORDEREAU "WHERE regie_id = ? ORDER BY id DESC LIMIT ?", read_row, regie, limit);
}

std::vector<Bordereau> bordereaux_between(db::ReadTx& tx, Id<Regie> regie, std::string_view first_day,
                                          std::string_view last_day) {
  return tx.all(CLOCHER_BORDEREAU "WHERE regie_id = ? AND day BETWEEN ? AND ? ORDER BY id", read_row, regie, first_day,
                last_day);
}

#undef CLOCHER_BORDEREAU

}  // namespace clocher::payments::desk
