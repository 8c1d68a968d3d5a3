// The other systems that a procedure tells of its cases.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "tenants/webhooks/webhook.hpp"

namespace clocher::api::agent {
namespace {

using tenants::Webhook;

json::Object callback_json(const tenants::OutboxItem& item) {
  return {{"id", item.id.value},          {"subject", item.subject},       {"state", item.state},
          {"attempts", item.attempts},    {"last_error", item.last_error}, {"created_at", item.created_at.seconds}};
}

json::Object webhook_json(db::ReadTx& tx, const Webhook& webhook) {
  json::Array events, deliveries;
  for (const std::string& event : webhook.events) events.emplace_back(event);
  for (const auto& item : tenants::list_callbacks(tx, webhook.id)) deliveries.push_back(callback_json(item));
  return {{"id", webhook.id.value},
          {"address", webhook.address},
          {"events", std::move(events)},
          {"detail", std::string(to_string(webhook.detail))},
          {"created_by", webhook.created_by},
          {"created_at", webhook.created_at.seconds},
          {"deliveries", std::move(deliveries)}};
}

outbound::Peers peers_of(const Context& context) {
  return context.tools.config.local_webhooks ? outbound::Peers::any : outbound::Peers::public_only;
}

Result<Id<Webhook>> webhook_id(const Context& context) {
  const auto id = parse_id<Webhook>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "webhook.not_found");
  return *id;
}

}  // namespace

Result<http::Response> list_webhooks(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) -> Result<http::Response> {
    const auto procedure = forms::find_procedure(tx, context.parameters.get("slug"));
    if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
    json::Array items;
    for (const Webhook& webhook : tenants::list_webhooks(tx, procedure->id)) items.push_back(webhook_json(tx, webhook));
    return json_response(200, {{"procedure", procedure->title}, {"items", std::move(items)}});
  });
}

Result<http::Response> create_webhook(Context& context) {
  auto body = JsonBody::read(context.request, {"address", "events", "detail"});
  if (!body) return fail(body.error());
  tenants::WebhookInput input{body->text("address"), {}, body->text("detail")};
  for (const json::Value& event : body->array("events"))
    input.events.emplace_back(event.is_string() ? std::string(event.as_string()) : "");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto created = tenants::create_webhook(context.tenant, context.actor(), context.parameters.get("slug"), input,
                                               peers_of(context), context.now);
  if (!created) return fail(created.error());
  return context.tenant.read([&](db::ReadTx& tx) {
    return json_response(201, {{"webhook", webhook_json(tx, created->webhook)}, {"secret", created->secret}});
  });
}

Result<http::Response> remove_webhook(Context& context) {
  const auto id = webhook_id(context);
  if (!id) return fail(id.error());
  const auto removed =
      tenants::remove_webhook(context.tenant, context.actor(), context.parameters.get("slug"), *id, context.now);
  if (!removed) return fail(removed.error());
  return http::no_content();
}

Result<http::Response> try_webhook(Context& context) {
  const auto id = webhook_id(context);
  if (!id) return fail(id.error());
  const auto tried =
      tenants::try_webhook(context.tenant, context.actor(), context.parameters.get("slug"), *id, context.now);
  if (!tried) return fail(tried.error());
  return http::no_content();
}

}  // namespace clocher::api::agent
