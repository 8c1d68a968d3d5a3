// Régies are opened and changed here; what is wrong is told by field.
#include "payments/regie_edit.hpp"

#include "core/security/crypto.hpp"
#include "payments/payfip/fields.hpp"
#include "payments/regie_check.hpp"
#include "payments/regie_json.hpp"

#include <algorithm>

namespace clocher::payments {
namespace {

constexpr std::string_view secret_purpose = "regie.secret";

void write_products(db::Tx& tx, Id<Regie> id, const std::vector<RegieProduct>& products, Instant now) {
  tx.run("UPDATE regie_product SET withdrawn_at = ? WHERE regie_id = ? AND withdrawn_at IS NULL", now, id);
  for (const RegieProduct& each : products) {
    tx.run(
        "INSERT INTO regie_product (regie_id, code, label, budget_account, withdrawn_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (regie_id, code) DO UPDATE SET label = excluded.label, budget_account = excluded.budget_account, "
        "withdrawn_at = excluded.withdrawn_at",
        id, each.code, each.label, each.budget_account, each.is_withdrawn ? std::optional(now) : std::nullopt);
  }
}

Result<Regie> open_regie(db::ReadTx& tx, Id<Regie> id) {
  auto regie = find_regie(tx, id);
  if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
  if (regie->closed_at) return fail(ErrorKind::conflict, "regie.is_closed");
  return *regie;
}

std::int64_t attempts_under_way(db::ReadTx& tx, Id<Regie> id) {
  return tx.number(
      "SELECT COUNT(*) FROM payment_attempt WHERE regie_id = ? AND state IN ('created', 'sent', 'pending', 'unknown')",
      id);
}

Result<Regie> changed(db::Tx& tx, const tenants::Actor& actor, Id<Regie> id, std::string_view verb,
                      std::string_view details, Instant now) {
  append_event(tx, actor, {"regie", id.value}, verb, details, now);
  return find_regie(tx, id).value();
}

bool is_account(const RegieAccount& input) {
  if (input.gateway == GatewayKind::none) return input.account.empty();
  if (input.gateway == GatewayKind::payfip) return payfip::is_client_number(input.account);
  return input.account.size() == 8 && std::ranges::all_of(input.account, [](char c) { return c >= '0' && c <= '9'; });
}

int rank(Mode mode) { return static_cast<int>(mode); }

}  // namespace

Result<Regie> create_regie(tenants::Tenant& tenant, const tenants::Actor& actor, const RegieText& raw, Instant now) {
  const auto text = checked_regie(raw);
  if (!text) return fail(text.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<Regie> {
    const std::int64_t number = 1 + tx.number("SELECT MAX(number) FROM regie");
    const Id<Regie> id{tx.insert(
        "INSERT INTO regie (number, name, kind, act_reference, act_date, means, members, cash_ceiling_cents, "
        "online_ceiling_cents, comptable, gateway, account, secret, mode, checked_label, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'none', '', '', 'test', '', ?, ?)",
        number, text->name, to_string(text->kind), text->act_reference, text->act_date, means_json(text->means),
        members_json(text->members), text->cash_ceiling, text->online_ceiling, text->comptable, now, now)};
    write_products(tx, id, text->products, now);
    return changed(tx, actor, id, "regie.created", text->name, now);
  });
}

Result<Regie> save_regie(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id, const RegieText& raw,
                         Instant now) {
  const auto text = checked_regie(raw);
  if (!text) return fail(text.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<Regie> {
    if (const auto regie = open_regie(tx, id); !regie) return regie;
    tx.run(
        "UPDATE regie SET name = ?, kind = ?, act_reference = ?, act_date = ?, means = ?, members = ?, "
        "cash_ceiling_cents = ?, "
        "online_ceiling_cents = ?, comptable = ?, updated_at = ? WHERE id = ?",
        text->name, to_string(text->kind), text->act_reference, text->act_date, means_json(text->means),
        members_json(text->members), text->cash_ceiling, text->online_ceiling, text->comptable, now, id);
    write_products(tx, id, text->products, now);
    return changed(tx, actor, id, "regie.saved", text->name, now);
  });
}

Result<Regie> save_account(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id,
                           const RegieAccount& input, std::string_view platform_key, Instant now) {
  if (!is_account(input)) return fail_field("account", "regie.account");
  if (input.secret.size() > 200) return fail_field("secret", "regie.secret");
  return tenant.write_private([&](db::Tx& tx) -> Result<Regie> {
    const auto regie = open_regie(tx, id);
    if (!regie) return regie;
    const bool is_same = regie->gateway == input.gateway && regie->account == input.account;
    if (is_same && input.secret.empty()) return regie;
    if (input.gateway == GatewayKind::systempay && input.secret.empty() && !is_same)
      return fail_field("secret", "regie.secret");
    if (!is_same && attempts_under_way(tx, id) > 0) return fail(ErrorKind::conflict, "regie.is_paid");
    if (input.gateway != GatewayKind::none &&
        tx.number("SELECT COUNT(*) FROM regie WHERE gateway = ? AND account = ? AND id <> ?", to_string(input.gateway),
                  input.account, id) > 0)
      return fail(ErrorKind::conflict, "regie.account_taken");
    const std::string secret = input.gateway == GatewayKind::systempay && !input.secret.empty()
                                   ? security::seal(platform_key, secret_purpose, input.secret)
                                   : std::string();
    tx.run(
        "UPDATE regie SET gateway = ?, account = ?, secret = ?, mode = 'test', checked_at = NULL, checked_label = '', "
        "updated_at = ? WHERE id = ?",
        to_string(input.gateway), input.account, secret, now, id);
    return changed(tx, actor, id, "regie.account_changed", std::string(to_string(input.gateway)) + " " + input.account,
                   now);
  });
}

// Whether a bill can be paid online stands on public pages.
Result<Regie> change_mode(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id, Mode mode, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Regie> {
    const auto regie = open_regie(tx, id);
    if (!regie || regie->mode == mode) return regie;
    const bool is_forward = rank(mode) > rank(regie->mode);
    if (is_forward && rank(mode) != rank(regie->mode) + 1) return fail(ErrorKind::conflict, "regie.mode_step");
    if (is_forward && !regie->checked_at) return fail(ErrorKind::conflict, "regie.not_checked");
    if (is_forward &&
        std::ranges::find(regie->text.members, MemberRole::regisseur, &RegieMember::role) == regie->text.members.end())
      return fail(ErrorKind::conflict, "regie.no_regisseur");
    tx.run("UPDATE regie SET mode = ?, updated_at = ? WHERE id = ?", to_string(mode), now, id);
    return changed(tx, actor, id, "regie.mode_changed", to_string(mode), now);
  });
}

Result<Regie> note_recognised(tenants::Tenant& tenant, const tenants::Actor& actor, const Regie& asked,
                              std::string_view label, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Regie> {
    const auto regie = open_regie(tx, asked.id);
    if (!regie || regie->gateway != asked.gateway || regie->account != asked.account || regie->secret != asked.secret)
      return regie;
    tx.run("UPDATE regie SET checked_at = ?, checked_label = ? WHERE id = ?", now, label, asked.id);
    return changed(tx, actor, asked.id, "regie.recognised", label, now);
  });
}

Result<Regie> close_regie(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Regie> {
    const auto regie = open_regie(tx, id);
    if (!regie) return regie;
    if (attempts_under_way(tx, id) > 0) return fail(ErrorKind::conflict, "regie.is_paid");
    if (tx.number("SELECT COUNT(*) FROM debt WHERE regie_id = ? AND state IN ('open', 'partly_paid')", id) > 0)
      return fail(ErrorKind::conflict, "regie.has_debts");
    tx.run("UPDATE regie SET closed_at = ?, updated_at = ? WHERE id = ?", now, now, id);
    return changed(tx, actor, id, "regie.closed", "", now);
  });
}

Result<std::string> open_secret(std::string_view sealed, std::string_view platform_key) {
  if (sealed.empty()) return std::string();
  auto secret = security::unseal(platform_key, secret_purpose, sealed);
  if (!secret) return fail(ErrorKind::unavailable, "regie.secret_unreadable");
  return std::move(*secret);
}

}  // namespace clocher::payments
