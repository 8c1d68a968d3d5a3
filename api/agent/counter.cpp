// Receipts at the counter.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/respond.hpp"
#include "payments/debt_reference.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::desk;

struct Listed {
  std::optional<TillDay> day;
  std::vector<Receipt> receipts;
};

// What the form says of a debt is its printed reference, as typed.
Result<std::optional<Id<Debt>>> debt_named(Context& context, Id<Regie> regie, const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const auto reference = parse_debt_reference(typed);
  if (!reference) return fail_field("debt_reference", "receipt.reference");
  const auto debt = context.tenant.read([&](db::ReadTx& tx) { return find_debt_by_reference(tx, *reference); });
  if (!debt || debt->regie_id != regie) return fail_field("debt_reference", "receipt.debt_unknown");
  return debt->id;
}

NewReceipt read_receipt(JsonBody& body, Id<Regie> regie) {
  return {.request_key = body.text("request_key"),
          .regie_id = regie,
          .means = read_means(body),
          .amount = {body.integer("amount_cents")},
          .product = body.text("product"),
          .label = body.text("label"),
          .payer = body.text("payer"),
          .bank = body.text("bank"),
          .document = body.text("document"),
          .piece_count = body.integer("piece_count")};
}

}  // namespace

Result<http::Response> list_receipts(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  const auto listed = context.tenant.read([&](db::ReadTx& tx) -> Result<Listed> {
    if (!find_regie(tx, *id)) return fail(ErrorKind::not_found, "regie.unknown");
    const auto days = list_days(tx, *id, 1);
    if (days.empty()) return Listed{};
    return Listed{days.front(), receipts_of_day(tx, days.front().id)};
  });
  if (!listed) return fail(listed.error());
  json::Array items;
  for (const Receipt& receipt : listed->receipts) items.push_back(receipt_json(receipt));
  return json_response(200, {{"day", listed->day ? json::Value(till_day_json(*listed->day)) : json::Value(nullptr)},
                             {"items", std::move(items)}});
}

Result<http::Response> take_receipt(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (!context.tenant.read([&](db::ReadTx& tx) { return find_regie(tx, *id); }))
    return fail(ErrorKind::not_found, "regie.unknown");
  auto body = JsonBody::read(context.request, {"request_key", "means", "amount_cents", "debt_reference", "product",
                                               "label", "payer", "bank", "document", "piece_count"});
  if (!body) return fail(body.error());
  NewReceipt input = read_receipt(*body, *id);
  const std::string typed = body->text("debt_reference");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto debt = debt_named(context, *id, typed);
  if (!debt) return fail(debt.error());
  input.debt_id = *debt;
  const auto taken = take_payment(context.tenant, context.actor(), input, context.now);
  if (!taken) return fail(taken.error());
  return json_response(201, {{"receipt", receipt_json(taken->receipt)}, {"is_over_ceiling", taken->is_over_ceiling}});
}

Result<http::Response> correct_receipt(Context& context) {
  const auto number = parse_id<Receipt>(context.parameters.get("id"));
  if (!number || !context.tenant.read([&](db::ReadTx& tx) { return find_receipt(tx, number->value); }))
    return fail(ErrorKind::not_found, "receipt.not_found");
  auto body = JsonBody::read(context.request, {"why"});
  if (!body) return fail(body.error());
  const std::string why = body->text("why");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto receipt = desk::correct_receipt(context.tenant, context.actor(), number->value, why, context.now);
  if (!receipt) return fail(receipt.error());
  return json_response(200, receipt_json(*receipt));
}

}  // namespace clocher::api::agent
