// Writes days, receipts and bordereaux.
#include "api/agent/desk_json.hpp"

namespace clocher::api::agent {

using namespace payments::desk;

Result<Id<payments::Regie>> regie_of(const Context& context) {
  const auto id = parse_id<payments::Regie>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "regie.unknown");
  return *id;
}

json::Value time_json(std::optional<Instant> at) { return at ? json::Value(at->seconds) : json::Value(nullptr); }

json::Object till_day_json(const TillDay& day) {
  json::Array till;
  for (const Pile& pile : day.till) till.push_back(json::Object{{"cents", pile.piece.cents}, {"count", pile.count}});
  return {{"id", day.id.value},
          {"day", day.day},
          {"float_cents", day.float_cash.cents},
          {"opened_at", day.opened_at.seconds},
          {"opened_by", day.opened_by},
          {"closed_at", time_json(day.closed_at)},
          {"closed_by", day.closed_by},
          {"till", std::move(till)},
          {"counted_cents", day.counted.cents},
          {"expected_cents", day.expected.cents},
          {"remark", day.remark}};
}

json::Object receipt_json(const Receipt& receipt) {
  return {{"id", receipt.line.number},
          {"number", receipt.number},
          {"at", receipt.line.at.seconds},
          {"means", std::string(to_string(receipt.means))},
          {"amount_cents", receipt.line.amount.cents},
          {"product_label", receipt.product_label},
          {"label", receipt.line.label},
          {"debt_reference", receipt.debt_reference},
          {"payer", receipt.payer},
          {"bank", receipt.bank},
          {"document", receipt.document},
          {"piece_count", receipt.piece_count},
          {"author", receipt.line.author},
          {"bordereau_id", receipt.bordereau_id ? json::Value(receipt.bordereau_id->value) : json::Value(nullptr)},
          {"corrected", receipt.corrected ? json::Value(*receipt.corrected) : json::Value(nullptr)}};
}

json::Object bordereau_json(const Bordereau& bordereau) {
  return {{"id", bordereau.id.value},
          {"year", bordereau.year},
          {"number", bordereau.number},
          {"means", std::string(to_string(bordereau.means))},
          {"day", bordereau.day},
          {"amount_cents", bordereau.amount.cents},
          {"piece_count", bordereau.piece_count},
          {"made_by", bordereau.made_by},
          {"made_at", bordereau.made_at.seconds}};
}

payments::Means read_means(JsonBody& body) {
  const auto means = payments::parse_means(body.text("means"));
  if (!means) body.note({"means", "desk.means", {}});
  return means.value_or(payments::Means::cash);
}

}  // namespace clocher::api::agent
