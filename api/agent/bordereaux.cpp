// Bordereaux: what waits to be handed in, and what was.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::desk;

json::Object waiting_json(db::ReadTx& tx, Id<Regie> regie, Means means) {
  Money amount;
  std::size_t count = 0;
  if (means == Means::cash) {
    amount = balance(tx, regie, to_string(means));
  } else {
    for (const Receipt& receipt : receipts_to_remit(tx, regie, means)) {
      amount = amount + receipt.line.amount;
      ++count;
    }
  }
  return {{"means", std::string(to_string(means))}, {"amount_cents", amount.cents}, {"receipt_count", count}};
}

}  // namespace

Result<http::Response> list_bordereaux(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  json::Array waiting;
  json::Array items;
  const bool is_there = context.tenant.read([&](db::ReadTx& tx) {
    if (!find_regie(tx, *id)) return false;
    for (const Means means : {Means::cash, Means::cheque, Means::cesu, Means::holiday_voucher})
      waiting.push_back(waiting_json(tx, *id, means));
    for (const Bordereau& each : desk::list_bordereaux(tx, *id)) items.push_back(bordereau_json(each));
    return true;
  });
  if (!is_there) return fail(ErrorKind::not_found, "regie.unknown");
  return json_response(200, {{"waiting", std::move(waiting)}, {"items", std::move(items)}});
}

Result<http::Response> make_bordereau(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (!context.tenant.read([&](db::ReadTx& tx) { return find_regie(tx, *id); }))
    return fail(ErrorKind::not_found, "regie.unknown");
  auto body = JsonBody::read(context.request, {"request_key", "means", "amount_cents"});
  if (!body) return fail(body.error());
  const NewBordereau input{body->text("request_key"), *id, read_means(*body), {body->integer("amount_cents")}};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto made = desk::make_bordereau(context.tenant, context.actor(), input, context.now);
  if (!made) return fail(made.error());
  return json_response(201, bordereau_json(*made));
}

Result<http::Response> read_bordereau(Context& context) {
  const auto id = parse_id<Bordereau>(context.parameters.get("id"));
  std::optional<Bordereau> found;
  json::Array receipts;
  if (id) {
    context.tenant.read([&](db::ReadTx& tx) {
      found = find_bordereau(tx, *id);
      for (const Receipt& receipt : receipts_of_bordereau(tx, *id)) receipts.push_back(receipt_json(receipt));
    });
  }
  if (!found) return fail(ErrorKind::not_found, "bordereau.not_found");
  json::Object object = bordereau_json(*found);
  object["receipts"] = std::move(receipts);
  return json_response(200, object);
}

}  // namespace clocher::api::agent
