// Contents become public, wait, are taken back, go into the bin and out of it; alerts in one call.
#include "api/agent/content_checks.hpp"
#include "api/agent/content_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

json::Object alert_details(JsonBody& body) {
  json::Object details{{"severity", body.text("severity")}};
  const auto starts = body.instant_or_absent("starts");
  const auto ends = body.instant_or_absent("ends");
  if (starts) details["starts"] = starts->seconds;
  if (ends) details["ends"] = ends->seconds;
  details["sections"] = body.array_or_empty("sections");
  return details;
}

// "details.severity" is plain "severity" in the body of an alert.
Error with_flat_names(Error error) {
  constexpr std::string_view prefix = "details.";
  for (FieldError& field : error.fields) {
    if (field.field.starts_with(prefix)) field.field.erase(0, prefix.size());
  }
  return error;
}

}  // namespace

Result<http::Response> publish_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"revision", "at"});
  if (!body) return fail(body.error());
  const std::int64_t revision = body->integer("revision");
  const auto at = body->instant_or_absent("at");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  // The text alone: what blocks lack is refused by the domain, which knows their types.
  const auto wanted = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_revision(tx, *id, revision); });
  if (wanted) {
    const auto fit = refuse_blocking(context, {wanted->text.title, wanted->text.summary, wanted->text.body_markdown});
    if (!fit) return fail(fit.error());
  }
  return content_answer(context, 200,
                        tenants::publish(context.tenant, context.actor(), *id, revision, context.now, at));
}

Result<http::Response> publish_alert(Context& context) {
  auto body = JsonBody::read(context.request,
                             {"title", "summary", "body_markdown", "severity", "starts", "ends", "sections"});
  if (!body) return fail(body.error());
  tenants::NewContent input{
      tenants::ContentKind::alert,
      "",
      {body->text("title"), body->text_or_empty("summary"), body->text_or_empty("body_markdown"), {}, {}}};
  input.text.details = alert_details(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto made = tenants::create_published(context.tenant, context.actor(), input, context.now);
  if (!made) return fail(with_flat_names(made.error()));
  return content_answer(context, 201, made);
}

Result<http::Response> unpublish_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return content_answer(context, 200, tenants::unpublish(context.tenant, context.actor(), *id, context.now));
}

Result<http::Response> unschedule_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return content_answer(context, 200, tenants::unschedule(context.tenant, context.actor(), *id, context.now));
}

Result<http::Response> delete_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  if (const auto removed = tenants::remove_content(context.tenant, context.actor(), *id, context.now); !removed) {
    return fail(removed.error());
  }
  return http::no_content();
}

Result<http::Response> restore_content(Context& context) {
  const auto id = content_id(context);
  if (!id) return fail(id.error());
  return content_answer(context, 200, tenants::restore_content(context.tenant, context.actor(), *id, context.now));
}

}  // namespace clocher::api::agent
