// Régies for agents: what the act says, the account at the gateway, the way to production.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/money_json.hpp"
#include "api/respond.hpp"
#include "payments/gateways.hpp"
#include "payments/regie_edit.hpp"

namespace clocher::api::agent {
namespace {

using payments::Regie;

Result<Regie> known_regie(Context& context) {
  const auto id = parse_id<Regie>(context.parameters.get("id"));
  auto regie = id ? context.tenant.read([&](db::ReadTx& tx) { return payments::find_regie(tx, *id); }) : std::nullopt;
  if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
  return std::move(*regie);
}

Result<Regie> regie_to_change(Context& context) {
  auto regie = known_regie(context);
  if (!regie) return regie;
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  return regie;
}

Result<http::Response> answer(int status, const Result<Regie>& regie) {
  if (!regie) return fail(regie.error());
  return json_response(status, regie_json(*regie));
}

template <class T>
T known_word(JsonBody& body, std::string_view field, const std::optional<T>& value) {
  if (!value) body.note({std::string(field), "regie.unknown_word", {}});
  return value.value_or(T{});
}

payments::RegieProduct product_of(JsonBody& body, const json::Value& value) {
  if (!value.is_object()) {
    body.note({"products", "json.object_expected", {}});
    return {};
  }
  const json::Object& each = value.as_object();
  return {json::string_or(each, "code"), json::string_or(each, "label"), json::string_or(each, "budget_account"),
          json::is_true(each, "is_withdrawn")};
}

payments::RegieMember member_of(JsonBody& body, const json::Value& value) {
  if (!value.is_object()) {
    body.note({"members", "json.object_expected", {}});
    return {};
  }
  const json::Object& each = value.as_object();
  return {known_word(body, "members", payments::parse_member_role(json::string_or(each, "role"))),
          json::string_or(each, "name"), json::string_or(each, "email"), json::string_or(each, "act"),
          json::string_or(each, "since")};
}

Result<payments::RegieText> read_text(Context& context) {
  auto body = JsonBody::read(context.request, {"name", "kind", "act_reference", "act_date", "products", "means",
                                               "members", "cash_ceiling_cents", "online_ceiling_cents", "comptable"});
  if (!body) return fail(body.error());
  payments::RegieText text{.name = body->text("name"),
                           .kind = known_word(*body, "kind", payments::parse_regie_kind(body->text("kind"))),
                           .act_reference = body->text_or_empty("act_reference"),
                           .act_date = body->text_or_empty("act_date"),
                           .cash_ceiling = {body->integer_or_absent("cash_ceiling_cents").value_or(0)},
                           .online_ceiling = {body->integer_or_absent("online_ceiling_cents").value_or(0)},
                           .comptable = body->text_or_empty("comptable")};
  for (const json::Value& each : body->array("products")) text.products.push_back(product_of(*body, each));
  for (const json::Value& each : body->array_or_empty("members")) text.members.push_back(member_of(*body, each));
  for (const json::Value& each : body->array("means"))
    text.means.push_back(known_word(
        *body, "means", each.is_string() ? payments::parse_means(std::string_view(each.as_string())) : std::nullopt));
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return text;
}

// One euro: what the DGFiP's activation asks for.
constexpr Money trial_amount{100};

}  // namespace

Result<http::Response> list_regies(Context& context) {
  json::Array items;
  for (const Regie& regie : context.tenant.read(payments::list_regies)) items.push_back(regie_json(regie));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> read_regie(Context& context) { return answer(200, known_regie(context)); }

Result<http::Response> create_regie(Context& context) {
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  const auto text = read_text(context);
  if (!text) return fail(text.error());
  return answer(201, payments::create_regie(context.tenant, context.actor(), *text, context.now));
}

Result<http::Response> save_regie(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  const auto text = read_text(context);
  if (!text) return fail(text.error());
  return answer(200, payments::save_regie(context.tenant, context.actor(), regie->id, *text, context.now));
}

Result<http::Response> save_regie_account(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  auto body = JsonBody::read(context.request, {"gateway", "account", "secret"});
  if (!body) return fail(body.error());
  const payments::RegieAccount account{
      known_word(*body, "gateway", payments::parse_gateway_kind(body->text("gateway"))), body->text("account"),
      body->text_or_empty("secret")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(200, payments::save_account(context.tenant, context.actor(), regie->id, account,
                                            context.tools.secret_key, context.now));
}

Result<http::Response> change_regie_mode(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  auto body = JsonBody::read(context.request, {"mode"});
  if (!body) return fail(body.error());
  const auto mode = known_word(*body, "mode", payments::parse_mode(body->text("mode")));
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(200, payments::change_mode(context.tenant, context.actor(), regie->id, mode, context.now));
}

// "Tester la connexion". A fault is told with its sentence; the régie stays as it is.
Result<http::Response> test_regie_connection(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  if (regie->gateway == payments::GatewayKind::none) return fail(ErrorKind::conflict, "regie.no_gateway");
  const auto gateway = context.tools.gateways.maker()({regie->gateway, regie->account, regie->secret, regie->mode});
  if (!gateway) return fail(ErrorKind::conflict, "regie.secret_unreadable");
  const auto connection = gateway->test_connection(context.now);
  if (!connection) return fail(ErrorKind::conflict, connection.error().key, {{"code", connection.error().code}});
  return answer(200,
                payments::note_recognised(context.tenant, context.actor(), *regie, connection->label, context.now));
}

// A debt of one euro that the régie pays itself: without money in test, with real money in activation.
Result<http::Response> start_regie_trial(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  if (regie->gateway == payments::GatewayKind::none) return fail(ErrorKind::conflict, "regie.no_gateway");
  if (regie->text.products.empty()) return fail(ErrorKind::conflict, "regie.no_product");
  const auto debt = payments::create_debt(context.tenant, context.actor(),
                                          {.regie_id = regie->id,
                                           .product = regie->text.products.front().code,
                                           .origin = payments::DebtOrigin::trial,
                                           .debtor = {.name = context.agent().name, .email = context.agent().email},
                                           .object = context.tools.catalogue.text("debt.trial_object"),
                                           .amount = trial_amount},
                                          context.now);
  if (!debt) return fail(debt.error());
  return json_response(201, debt_json(*debt));
}

Result<http::Response> close_regie(Context& context) {
  const auto regie = regie_to_change(context);
  if (!regie) return fail(regie.error());
  return answer(200, payments::close_regie(context.tenant, context.actor(), regie->id, context.now));
}

}  // namespace clocher::api::agent
