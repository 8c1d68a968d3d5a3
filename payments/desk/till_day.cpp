// Rules and SQL of the till.
#include "payments/desk/till_day.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/json/json.hpp"
#include "payments/ledger.hpp"
#include "tenants/forms/clean_text.hpp"

#include <algorithm>

namespace clocher::payments::desk {
namespace {

constexpr Money most_float{1'000'000};
constexpr std::int64_t most_pieces = 10'000;
constexpr std::size_t longest_remark = 500;

std::string till_json(const std::vector<Pile>& till) {
  json::Array list;
  for (const Pile& pile : till) {
    if (pile.count > 0) list.push_back(json::Object{{"cents", pile.piece.cents}, {"count", pile.count}});
  }
  return json::serialize(list);
}

std::vector<Pile> till_of(const std::string& text) {
  std::vector<Pile> till;
  const json::Value list = json::parse_trusted(text);
  for (const json::Value& pile : list.as_array())
    till.push_back({{pile.as_object().at("cents").as_int64()}, pile.as_object().at("count").as_int64()});
  return till;
}

Result<Money> counted_in(const std::vector<Pile>& till) {
  Money sum;
  std::vector<Money> seen;
  for (const Pile& pile : till) {
    const bool is_piece = std::ranges::find(euro_pieces(), pile.piece) != euro_pieces().end();
    const bool is_new = std::ranges::find(seen, pile.piece) == seen.end();
    if (!is_piece || !is_new || pile.count < 0 || pile.count > most_pieces) return fail_field("till", "till.pile");
    seen.push_back(pile.piece);
    sum = sum + Money{pile.piece.cents * pile.count};
  }
  return sum;
}

TillDay read_row(const db::Row& row) {
  return {.id = row.id<TillDay>(0),
          .regie_id = row.id<Regie>(1),
          .day = row.text(2),
          .float_cash = {row.integer(3)},
          .opened_at = row.instant(4),
          .opened_by = row.text(5),
          .closed_at = row.maybe_instant(6),
          .closed_by = row.text(7),
          .till = till_of(row.text(8)),
          .counted = {row.integer(9)},
          .expected = {row.integer(10)},
          .remark = row.text(11)};
}

#define CLOCHER_TILL_DAY                                                                      \
  "SELECT id, regie_id, day, float_cents, opened_at, opened_by, closed_at, closed_by, till, " \
  "COALESCE(counted_cents, 0), COALESCE(expected_cents, 0), remark FROM till_day "

std::optional<TillDay> find_day(db::ReadTx& tx, std::int64_t id) {
  return tx.one(CLOCHER_TILL_DAY "WHERE id = ?", read_row, id);
}

}  // namespace

const std::vector<Money>& euro_pieces() {
  static const std::vector<Money> pieces = {{50000}, {20000}, {10000}, {5000}, {2000}, {1000}, {500}, {200},
                                            {100},   {50},    {20},    {10},   {5},    {2},    {1}};
  return pieces;
}

Result<TillDay> open_day(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie_id, Money float_cash,
                         Instant now) {
  if (float_cash < Money{} || float_cash > most_float) return fail_field("float_cash", "till.float");
  return tenant.write_private([&](db::Tx& tx) -> Result<TillDay> {
    const auto regie = find_regie(tx, regie_id);
    if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
    if (regie->closed_at) return fail(ErrorKind::conflict, "regie.is_closed");
    if (const auto open = find_open_day(tx, regie_id)) {
      const std::string day = to_french(parse_iso_date(open->day).value());
      return fail(ErrorKind::conflict, "till.is_open", {{"day", day}});
    }
    const std::int64_t id =
        tx.insert("INSERT INTO till_day (regie_id, day, float_cents, opened_at, opened_by) VALUES (?, ?, ?, ?, ?)",
                  regie_id, to_iso(to_local(now).date), float_cash, now, actor.name);
    append_event(tx, actor, {"regie", regie_id.value}, "till.opened", format_french(float_cash), now);
    return find_day(tx, id).value();
  });
}

Result<TillDay> close_day(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie_id,
                          const Closing& closing, Instant now) {
  const auto counted = counted_in(closing.till);
  if (!counted) return fail(counted.error());
  const std::string remark = forms::clean_block(closing.remark);
  if (length_in_characters(remark) > longest_remark)
    return fail_field("remark", "input.too_long", {{"maximum", std::to_string(longest_remark)}});
  return tenant.write_private([&](db::Tx& tx) -> Result<TillDay> {
    if (!find_regie(tx, regie_id)) return fail(ErrorKind::not_found, "regie.unknown");
    const auto day = find_open_day(tx, regie_id);
    if (!day) return fail(ErrorKind::conflict, "till.is_closed");
    const Money expected = expected_cash(tx, *day);
    if (*counted != expected && remark.empty())
      return fail_field("remark", "till.remark", {{"difference", format_french(*counted - expected)}});
    tx.run(
        "UPDATE till_day SET closed_at = ?, closed_by = ?, till = ?, counted_cents = ?, expected_cents = ?, remark = ? "
        "WHERE id = ?",
        now, actor.name, till_json(closing.till), *counted, expected, remark, day->id);
    append_event(tx, actor, {"regie", regie_id.value}, "till.closed", format_french(*counted - expected), now);
    return find_day(tx, day->id.value).value();
  });
}

std::optional<TillDay> find_open_day(db::ReadTx& tx, Id<Regie> regie) {
  return tx.one(CLOCHER_TILL_DAY "WHERE regie_id = ? AND closed_at IS NULL", read_row, regie);
}

std::vector<TillDay> list_days(db::ReadTx& tx, Id<Regie> regie, int limit) {
  return tx.all(CLOCHER_TILL_DAY "WHERE regie_id = ? ORDER BY id DESC LIMIT ?", read_row, regie, limit);
}

#undef CLOCHER_TILL_DAY

Money expected_cash(db::ReadTx& tx, const TillDay& day) {
  return day.float_cash + balance(tx, day.regie_id, to_string(Means::cash));
}

}  // namespace clocher::payments::desk
