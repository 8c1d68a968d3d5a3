// The rules of the counter: an open day, what the founding act allows, and each form once.
#include "payments/desk/receipt.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "payments/desk/receipt_store.hpp"
#include "tenants/forms/clean_text.hpp"

namespace clocher::payments::desk {
namespace {

constexpr Money most_amount{9'999'999};
constexpr std::size_t longest_line = 120;

NewReceipt cleaned(const NewReceipt& input) {
  NewReceipt clean = input;
  for (std::string* text : {&clean.request_key, &clean.label, &clean.payer, &clean.bank, &clean.document})
    *text = forms::clean_line(*text);
  if (clean.means != Means::cheque) clean.bank.clear();
  if (clean.means != Means::cesu && clean.means != Means::holiday_voucher) clean.piece_count = 0;
  return clean;
}

std::vector<FieldError> check(const NewReceipt& input) {
  std::vector<FieldError> errors;
  if (input.request_key.size() < 8 || input.request_key.size() > 80)
    errors.push_back({"request_key", "receipt.key", {}});
  if (input.amount <= Money{} || input.amount > most_amount) errors.push_back({"amount", "receipt.amount", {}});
  if (input.means == Means::cheque && input.document.empty()) errors.push_back({"document", "receipt.cheque", {}});
  const bool is_voucher = input.means == Means::cesu || input.means == Means::holiday_voucher;
  if (is_voucher && (input.piece_count < 1 || input.piece_count > 1'000))
    errors.push_back({"piece_count", "receipt.pieces", {}});
  const std::pair<const char*, const std::string*> lines[] = {
      {"label", &input.label}, {"payer", &input.payer}, {"bank", &input.bank}, {"document", &input.document}};
  for (const auto& [field, text] : lines) {
    if (length_in_characters(*text) > longest_line)
      errors.push_back({field, "input.too_long", {{"maximum", std::to_string(longest_line)}}});
  }
  return errors;
}

Result<TillDay> day_of_today(db::ReadTx& tx, Id<Regie> regie, Instant now) {
  auto day = find_open_day(tx, regie);
  if (!day) return fail(ErrorKind::conflict, "till.is_closed");
  if (day->day != to_iso(to_local(now).date))
    return fail(ErrorKind::conflict, "till.day_passed", {{"day", to_french(parse_iso_date(day->day).value())}});
  return std::move(*day);
}

// Of a debt, its own product, whatever the form said.
Result<std::string> product_for(db::ReadTx& tx, const Regie& regie, const NewReceipt& input) {
  if (!input.debt_id) {
    const RegieProduct* product = regie.find_product(input.product);
    if (product == nullptr || product->is_withdrawn) return fail_field("product", "receipt.product");
    return product->code;
  }
  const auto debt = find_debt(tx, *input.debt_id);
  if (!debt || debt->regie_id != regie.id) return fail(ErrorKind::not_found, "debt.not_found");
  if (debt->cancelled_at) return fail(ErrorKind::conflict, "receipt.debt_cancelled");
  if (input.amount > debt->remaining())
    return fail(ErrorKind::conflict, "receipt.more_than_owed", {{"remaining", format_french(debt->remaining())}});
  return debt->product;
}

Result<Receipt> write_receipt(db::Tx& tx, const tenants::Actor& actor, const Regie& regie, const NewReceipt& input,
                              Instant now) {
  if (!regie.allows(input.means) || input.means == Means::online)
    return fail(ErrorKind::conflict, "receipt.means_forbidden");
  const auto day = day_of_today(tx, regie.id, now);
  if (!day) return fail(day.error());
  const auto product = product_for(tx, regie, input);
  if (!product) return fail(product.error());
  const LedgerLine line = append_line(tx,
                                      {.regie_id = regie.id,
                                       .kind = LineKind::receipt,
                                       .debit = to_string(input.means),
                                       .credit = input.debt_id ? account::debtor : account::sales,
                                       .amount = input.amount,
                                       .product = *product,
                                       .debt_id = input.debt_id,
                                       .label = input.label,
                                       .author = actor.name},
                                      now);
  insert_receipt(tx, line, day->id, input);
  append_event(tx, actor, {"regie", regie.id.value}, "receipt.taken", std::to_string(line.number), now);
  return find_receipt(tx, line.number).value();
}

bool is_over_ceiling(db::ReadTx& tx, const Regie& regie) {
  return regie.text.cash_ceiling > Money{} && balance(tx, regie.id, to_string(Means::cash)) > regie.text.cash_ceiling;
}

}  // namespace

Result<Taken> take_payment(tenants::Tenant& tenant, const tenants::Actor& actor, const NewReceipt& typed, Instant now) {
  const NewReceipt input = cleaned(typed);
  return tenant.write_private([&](db::Tx& tx) -> Result<Taken> {
    const auto regie = find_regie(tx, input.regie_id);
    if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
    if (auto before = find_receipt_by_key(tx, regie->id, input.request_key))
      return Taken{std::move(*before), is_over_ceiling(tx, *regie)};
    if (regie->closed_at) return fail(ErrorKind::conflict, "regie.is_closed");
    if (auto errors = check(input); !errors.empty())
      return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
    auto receipt = write_receipt(tx, actor, *regie, input, now);
    if (!receipt) return fail(receipt.error());
    return Taken{std::move(*receipt), is_over_ceiling(tx, *regie)};
  });
}

Result<Receipt> correct_receipt(tenants::Tenant& tenant, const tenants::Actor& actor, std::int64_t ledger_number,
                                std::string_view why, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Receipt> {
    const auto receipt = find_receipt(tx, ledger_number);
    if (!receipt) return fail(ErrorKind::not_found, "receipt.not_found");
    if (receipt->bordereau_id) return fail(ErrorKind::conflict, "receipt.remitted");
    if (!find_open_day(tx, receipt->line.regie_id)) return fail(ErrorKind::conflict, "till.is_closed");
    if (const auto corrected = correct_line(tx, actor, ledger_number, why, now); !corrected)
      return fail(corrected.error());
    return find_receipt(tx, ledger_number).value();
  });
}

}  // namespace clocher::payments::desk
