// What the town hall decides of the contents that its intercommunality shares.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "tenants/sharing/shared.hpp"

namespace clocher::api::agent {
namespace {

json::Object source_data(const tenants::SharedSource& source) {
  return {{"siren", source.siren},
          {"name", source.name},
          {"policy", tenants::to_string(source.policy)},
          {"decided_at", source.decided_at ? json::Value(source.decided_at->seconds) : json::Value(nullptr)},
          {"decided_by", source.decided_by}};
}

json::Object content_data(const tenants::SharedContent& content) {
  return {{"id", content.id.value},
          {"siren", content.siren},
          {"kind", tenants::to_string(content.kind)},
          {"title", content.title},
          {"summary", content.summary},
          {"path", content.path},
          {"published_at", content.published_at.seconds},
          {"decision", tenants::to_string(content.decision)},
          {"is_shown", content.is_shown}};
}

}  // namespace

Result<http::Response> read_sharing(Context& context) {
  return context.tenant.read([](db::ReadTx& tx) {
    json::Array sources, items;
    for (const auto& source : tenants::list_sources(tx)) sources.push_back(source_data(source));
    for (const auto& content : tenants::list_shared(tx)) items.push_back(content_data(content));
    return json_response(200, {{"sources", std::move(sources)}, {"items", std::move(items)}});
  });
}

Result<http::Response> set_sharing_policy(Context& context) {
  auto body = JsonBody::read(context.request, {"policy"});
  if (!body) return fail(body.error());
  const auto policy = tenants::parse_sharing_policy(body->text("policy"));
  if (!policy) body->note({"policy", "sharing.unknown_policy", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto source =
      tenants::set_policy(context.tenant, context.actor(), context.parameters.get("siren"), *policy, context.now);
  if (!source) return fail(source.error());
  return json_response(200, source_data(*source));
}

Result<http::Response> decide_shared_content(Context& context) {
  const auto id = parse_id<tenants::Content>(context.parameters.get("id"));
  const bool is_shared =
      id && context.tenant.read([&](db::ReadTx& tx) { return tenants::source_of(tx, *id).has_value(); });
  if (!is_shared) return fail(ErrorKind::not_found, "content.not_found");
  auto body = JsonBody::read(context.request, {"decision"});
  if (!body) return fail(body.error());
  const auto decision = tenants::parse_sharing_decision(body->text("decision"));
  if (!decision) body->note({"decision", "sharing.unknown_decision", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto content = tenants::decide(context.tenant, context.actor(), *id, *decision, context.now);
  if (!content) return fail(content.error());
  return json_response(200, content_data(*content));
}

}  // namespace clocher::api::agent
