// The day at the till: how it stands, opening it, closing it.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::desk;

struct Till {
  Regie regie;
  std::optional<TillDay> open;
  Money cash;
  std::vector<TillDay> days;
};

Result<Till> find_till(Context& context, Id<Regie> id) {
  return context.tenant.read([&](db::ReadTx& tx) -> Result<Till> {
    auto regie = find_regie(tx, id);
    if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
    return Till{std::move(*regie), find_open_day(tx, id), balance(tx, id, to_string(Means::cash)),
                list_days(tx, id, 31)};
  });
}

json::Object till_json(const Till& till) {
  json::Array days;
  for (const TillDay& day : till.days) days.push_back(till_day_json(day));
  const Money ceiling = till.regie.text.cash_ceiling;
  return {{"open", till.open ? json::Value(till_day_json(*till.open)) : json::Value(nullptr)},
          {"cash_cents", till.cash.cents},
          {"expected_cents", till.cash.cents + (till.open ? till.open->float_cash.cents : 0)},
          {"ceiling_cents", ceiling.cents},
          {"is_over_ceiling", ceiling > Money{} && till.cash > ceiling},
          {"days", std::move(days)}};
}

std::vector<Pile> read_piles(JsonBody& body) {
  std::vector<Pile> piles;
  for (const json::Value& value : body.array("till")) {
    const json::Object* pile = value.is_object() ? &value.as_object() : nullptr;
    const auto cents = pile == nullptr ? std::nullopt : json::find_integer(*pile, "cents");
    const auto count = pile == nullptr ? std::nullopt : json::find_integer(*pile, "count");
    if (!cents || !count) {
      body.note({"till", "till.pile", {}});
      return {};
    }
    piles.push_back({{*cents}, *count});
  }
  return piles;
}

}  // namespace

Result<http::Response> read_till(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  const auto till = find_till(context, *id);
  if (!till) return fail(till.error());
  return json_response(200, till_json(*till));
}

Result<http::Response> open_till(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (const auto till = find_till(context, *id); !till) return fail(till.error());
  auto body = JsonBody::read(context.request, {"float_cents"});
  if (!body) return fail(body.error());
  const Money float_cash{body->integer("float_cents")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto day = open_day(context.tenant, context.actor(), *id, float_cash, context.now);
  if (!day) return fail(day.error());
  return json_response(201, till_day_json(*day));
}

Result<http::Response> close_till(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (const auto till = find_till(context, *id); !till) return fail(till.error());
  auto body = JsonBody::read(context.request, {"till", "remark"});
  if (!body) return fail(body.error());
  const Closing closing{read_piles(*body), body->text("remark")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto day = close_day(context.tenant, context.actor(), *id, closing, context.now);
  if (!day) return fail(day.error());
  return json_response(200, till_day_json(*day));
}

}  // namespace clocher::api::agent
