// Reads régies. Means and members are JSON that regie_edit wrote.
#include "payments/regie.hpp"

#include "payments/regie_json.hpp"

#include <algorithm>

namespace clocher::payments {
namespace {

Regie read_row(const db::Row& row) {
  Regie regie;
  regie.id = row.id<Regie>(0);
  regie.number = static_cast<int>(row.integer(1));
  regie.text.name = row.text(2);
  regie.text.kind = parse_regie_kind(row.text(3)).value();
  regie.text.act_reference = row.text(4);
  regie.text.act_date = row.text(5);
  regie.text.means = means_of(row.text(6));
  regie.text.members = members_of(row.text(7));
  regie.text.cash_ceiling = {row.integer(8)};
  regie.text.online_ceiling = {row.integer(9)};
  regie.text.comptable = row.text(10);
  regie.gateway = parse_gateway_kind(row.text(11)).value();
  regie.account = row.text(12);
  regie.secret = row.text(13);
  regie.mode = parse_mode(row.text(14)).value();
  regie.checked_at = row.maybe_instant(15);
  regie.checked_label = row.text(16);
  regie.created_at = row.instant(17);
  regie.updated_at = row.instant(18);
  regie.closed_at = row.maybe_instant(19);
  return regie;
}

void read_products(db::ReadTx& tx, Regie& regie) {
  regie.text.products = tx.all(
      "SELECT code, label, budget_account, withdrawn_at IS NOT NULL FROM regie_product WHERE regie_id = ? ORDER BY "
      "code",
      [](const db::Row& row) {
        return RegieProduct{row.text(0), row.text(1), row.text(2), row.boolean(3)};
      },
      regie.id);
}

}  // namespace

const RegieProduct* Regie::find_product(std::string_view code) const {
  const auto found = std::ranges::find(text.products, code, &RegieProduct::code);
  return found == text.products.end() ? nullptr : &*found;
}

bool Regie::allows(Means means) const { return std::ranges::find(text.means, means) != text.means.end(); }

std::optional<Regie> find_regie(db::ReadTx& tx, Id<Regie> id) {
  auto regie = tx.one(
      "SELECT id, number, name, kind, act_reference, act_date, means, members, cash_ceiling_cents, "
      "online_ceiling_cents, "
      "comptable, gateway, account, secret, mode, checked_at, checked_label, created_at, updated_at, closed_at FROM "
      "regie "
      "WHERE id = ?",
      read_row, id);
  if (regie) read_products(tx, *regie);
  return regie;
}

std::vector<Regie> list_regies(db::ReadTx& tx) {
  auto regies = tx.all(
      "SELECT id, number, name, kind, act_reference, act_date, means, members, cash_ceiling_cents, "
      "online_ceiling_cents, "
      "comptable, gateway, account, secret, mode, checked_at, checked_label, created_at, updated_at, closed_at FROM "
      "regie "
      "ORDER BY number",
      read_row);
  for (Regie& regie : regies) read_products(tx, regie);
  return regies;
}

bool takes_payments(const Regie& regie) {
  return !regie.closed_at && regie.mode == Mode::production && regie.gateway != GatewayKind::none && regie.checked_at &&
         regie.allows(Means::online);
}

}  // namespace clocher::payments
