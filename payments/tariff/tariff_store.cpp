// Verbs and SQL of tariffs.
#include "payments/tariff/tariff_store.hpp"

#include "core/base/text.hpp"
#include "payments/tariff/check.hpp"
#include "payments/tariff/tariff_json.hpp"
#include "tenants/forms/clean_text.hpp"

namespace clocher::payments::tariff {
namespace {

constexpr std::size_t longest_line = 120;

StoredTariff read_row(const db::Row& row) {
  StoredTariff stored;
  stored.id = row.id<StoredTariff>(0);
  stored.regie_id = row.id<Regie>(1);
  stored.product = row.text(2);
  stored.tariff.name = row.text(3);
  stored.tariff.unit = row.text(4);
  stored.tariff.continuity = parse_continuity(row.text(5)).value();
  const json::Value grids = json::parse_trusted(row.text(6));
  stored.tariff.grids = grids_of(grids.as_array()).value();
  stored.version = row.integer(7);
  stored.updated_at = row.instant(8);
  stored.withdrawn_at = row.maybe_instant(9);
  return stored;
}

#define CLOCHER_TARIFF \
  "SELECT id, regie_id, product, name, unit, continuity, grids, version, updated_at, withdrawn_at FROM tariff "

Result<TariffEdit> checked(const TariffEdit& typed, const view::Catalogue& catalogue) {
  TariffEdit edit = typed;
  edit.tariff.name = forms::clean_line(typed.tariff.name);
  edit.tariff.unit = forms::clean_line(typed.tariff.unit);
  for (const auto& [field, text] : {std::pair("name", edit.tariff.name), std::pair("unit", edit.tariff.unit)}) {
    if (length_in_characters(text) > longest_line)
      return fail_field(field, "input.too_long", {{"maximum", std::to_string(longest_line)}});
  }
  if (const auto good = check(edit.tariff, catalogue); !good) return fail(good.error());
  return edit;
}

Result<void> check_product(db::ReadTx& tx, Id<Regie> id, const std::string& product) {
  const auto regie = find_regie(tx, id);
  if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
  const RegieProduct* known = regie->find_product(product);
  if (known == nullptr || known->is_withdrawn) return fail_field("product", "tariff.product");
  return {};
}

Result<StoredTariff> find_current(db::ReadTx& tx, Id<StoredTariff> id) {
  auto stored = find_tariff(tx, id);
  if (!stored) return fail(ErrorKind::not_found, "tariff.not_found");
  if (stored->withdrawn_at) return fail(ErrorKind::conflict, "tariff.withdrawn");
  return std::move(*stored);
}

}  // namespace

Result<StoredTariff> create_tariff(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie,
                                   const TariffEdit& typed, const view::Catalogue& catalogue, Instant now) {
  const auto edit = checked(typed, catalogue);
  return tenant.write([&](db::Tx& tx) -> Result<StoredTariff> {
    if (!find_regie(tx, regie)) return fail(ErrorKind::not_found, "regie.unknown");
    if (!edit) return fail(edit.error());
    if (const auto good = check_product(tx, regie, edit->product); !good) return fail(good.error());
    const Id<StoredTariff> id{
        tx.insert("INSERT INTO tariff (regie_id, product, name, unit, continuity, grids, created_at, updated_at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  regie, edit->product, edit->tariff.name, edit->tariff.unit, to_string(edit->tariff.continuity),
                  json::serialize(grids_json(edit->tariff.grids)), now, now)};
    append_event(tx, actor, {"regie", regie.value}, "tariff.saved", edit->tariff.name, now);
    return find_tariff(tx, id).value();
  });
}

Result<StoredTariff> save_tariff(tenants::Tenant& tenant, const tenants::Actor& actor, Id<StoredTariff> id,
                                 const TariffEdit& typed, std::int64_t version, const view::Catalogue& catalogue,
                                 Instant now) {
  const auto edit = checked(typed, catalogue);
  return tenant.write([&](db::Tx& tx) -> Result<StoredTariff> {
    const auto current = find_current(tx, id);
    if (!current) return fail(current.error());
    if (!edit) return fail(edit.error());
    if (current->version != version) return fail(ErrorKind::conflict, "tariff.stale");
    if (const auto good = check_product(tx, current->regie_id, edit->product); !good) return fail(good.error());
    tx.run(
        "UPDATE tariff SET product = ?, name = ?, unit = ?, continuity = ?, grids = ?, version = version + 1, "
        "updated_at = ? WHERE id = ?",
        edit->product, edit->tariff.name, edit->tariff.unit, to_string(edit->tariff.continuity),
        json::serialize(grids_json(edit->tariff.grids)), now, id);
    append_event(tx, actor, {"regie", current->regie_id.value}, "tariff.saved", edit->tariff.name, now);
    return find_tariff(tx, id).value();
  });
}

Result<StoredTariff> withdraw_tariff(tenants::Tenant& tenant, const tenants::Actor& actor, Id<StoredTariff> id,
                                     Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<StoredTariff> {
    const auto current = find_current(tx, id);
    if (!current) return fail(current.error());
    tx.run("UPDATE tariff SET withdrawn_at = ?, version = version + 1, updated_at = ? WHERE id = ?", now, now, id);
    append_event(tx, actor, {"regie", current->regie_id.value}, "tariff.withdrawn", current->tariff.name, now);
    return find_tariff(tx, id).value();
  });
}

std::optional<StoredTariff> find_tariff(db::ReadTx& tx, Id<StoredTariff> id) {
  return tx.one(CLOCHER_TARIFF "WHERE id = ?", read_row, id);
}

std::vector<StoredTariff> list_tariffs(db::ReadTx& tx, Id<Regie> regie) {
  return tx.all(CLOCHER_TARIFF "WHERE regie_id = ? ORDER BY withdrawn_at IS NOT NULL, name, id", read_row, regie);
}

#undef CLOCHER_TARIFF

}  // namespace clocher::payments::tariff
