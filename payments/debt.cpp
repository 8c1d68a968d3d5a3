// Making and cancelling debts.
#include "payments/debt.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "payments/attempt.hpp"
#include "payments/debt_reference.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/people/address.hpp"

namespace clocher::payments {
namespace {

constexpr Money most_owed{99'999'999};
constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_address = 500;
constexpr std::size_t longest_reason = 500;

bool is_too_long(std::string_view text, std::size_t limit) { return length_in_characters(text) > limit; }

NewDebt cleaned(NewDebt input) {
  input.object = forms::clean_line(input.object);
  input.debtor.name = forms::clean_line(input.debtor.name);
  input.debtor.address = forms::clean_block(input.debtor.address);
  input.debtor.email = tenants::normalize_mail_address(input.debtor.email);
  input.due_on = std::string(trim(input.due_on));
  return input;
}

std::vector<FieldError> check_text(const NewDebt& input) {
  std::vector<FieldError> errors;
  if (input.object.empty() || is_too_long(input.object, longest_line)) errors.push_back({"object", "debt.object", {}});
  if (is_too_long(input.debtor.name, longest_line)) errors.push_back({"debtor_name", "debt.debtor_name", {}});
  if (is_too_long(input.debtor.address, longest_address))
    errors.push_back({"debtor_address", "debt.debtor_address", {}});
  if (!input.debtor.email.empty() && !tenants::is_mail_address(input.debtor.email))
    errors.push_back({"debtor_email", "debt.debtor_email", {}});
  if (input.amount <= Money{} || input.amount > most_owed) errors.push_back({"amount", "debt.amount", {}});
  if (!input.due_on.empty() && !parse_iso_date(input.due_on)) errors.push_back({"due_on", "debt.due_on", {}});
  return errors;
}

std::vector<FieldError> check_regie(db::ReadTx& tx, const NewDebt& input) {
  const auto regie = find_regie(tx, input.regie_id);
  if (!regie) return {{"regie_id", "regie.unknown", {}}};
  if (regie->closed_at) return {{"regie_id", "regie.is_closed", {}}};
  const RegieProduct* product = regie->find_product(input.product);
  if (product == nullptr || product->is_withdrawn) return {{"product", "debt.product", {}}};
  return {};
}

// A reference that nobody has: two alike in 2^40 are refused by the table, so we look first.
std::string free_reference(db::ReadTx& tx, Instant now) {
  const int year = static_cast<int>(to_local(now).date.year());
  std::string reference = new_debt_reference(year);
  while (find_debt_by_reference(tx, reference)) reference = new_debt_reference(year);
  return reference;
}

}  // namespace

std::vector<FieldError> check_debt(db::ReadTx& tx, const NewDebt& raw) {
  const NewDebt input = cleaned(raw);
  std::vector<FieldError> errors = check_regie(tx, input);
  for (FieldError& each : check_text(input)) errors.push_back(std::move(each));
  return errors;
}

Result<Debt> create_debt(db::Tx& tx, const tenants::Actor& actor, const NewDebt& raw, Instant now) {
  const NewDebt input = cleaned(raw);
  if (auto known = find_debt_of_origin(tx, input.origin, input.origin_key)) return *known;
  if (auto errors = check_debt(tx, input); !errors.empty())
    return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  const Id<Debt> id{
      tx.insert("INSERT INTO debt (reference, page_key, regie_id, product, origin, origin_key, import_id, debtor_name, "
                "debtor_email, "
                "debtor_address, object, amount_cents, due_on, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?, ?, ?, ?, ?, ?)",
                free_reference(tx, now), new_page_key(), input.regie_id, input.product, to_string(input.origin),
                input.origin_key, input.import_id, input.debtor.name, input.debtor.email, input.debtor.address,
                input.object, input.amount, input.due_on, actor.name, now)};
  auto debt = find_debt(tx, id).value();
  append_event(tx, actor, {"debt", id.value}, "debt.created", debt.reference, now);
  return debt;
}

Result<Debt> create_debt(tenants::Tenant& tenant, const tenants::Actor& actor, const NewDebt& input, Instant now) {
  return tenant.write_private([&](db::Tx& tx) { return create_debt(tx, actor, input, now); });
}

Result<Debt> cancel_debt(db::Tx& tx, const tenants::Actor& actor, Id<Debt> id, std::string_view why, Instant now) {
  const std::string reason = forms::clean_line(why);
  if (reason.empty() || is_too_long(reason, longest_reason)) return fail_field("why", "debt.why");
  const auto debt = find_debt(tx, id);
  if (!debt) return fail(ErrorKind::not_found, "debt.not_found");
  if (debt->cancelled_at) return fail(ErrorKind::conflict, "debt.is_cancelled");
  if (debt->received > Money{}) return fail(ErrorKind::conflict, "debt.has_money");
  if (live_attempt(tx, id)) return fail(ErrorKind::conflict, "debt.being_paid");
  tx.run("UPDATE debt SET cancelled_at = ?, cancelled_by = ?, cancelled_why = ? WHERE id = ?", now, actor.name, reason,
         id);
  append_event(tx, actor, {"debt", id.value}, "debt.cancelled", reason, now);
  return find_debt(tx, id).value();
}

Result<Debt> cancel_debt(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Debt> id, std::string_view why,
                         Instant now) {
  return tenant.write_private([&](db::Tx& tx) { return cancel_debt(tx, actor, id, why, now); });
}

}  // namespace clocher::payments
