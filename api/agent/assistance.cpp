// A request that an agent enters for somebody else: the agent's browser gets the form, as a resident's would.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/resident/draft_cookie.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/assistance.hpp"

namespace clocher::api::agent {

Result<http::Response> start_assisted(Context& context) {
  auto body = JsonBody::read(context.request, {"channel", "mandate", "helper"});
  if (!body) return fail(body.error());
  const dossiers::AssistanceInput input{body->text("channel"), body->text("mandate"), body->text_or_empty("helper")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto procedure = context.tenant.read(
      [&](db::ReadTx& tx) { return forms::find_procedure(tx, context.parameters.get("slug")); });
  if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
  const auto started = dossiers::start_assisted(context.tenant, context.actor(), *procedure, input,
                                                context.tools.draft_seconds(), context.now);
  if (!started) return fail(started.error());
  http::Response response = json_response(201, {{"path", resident::procedure_path(*procedure) + "/suite"}});
  resident::set_draft_cookie(context, *procedure, started->token, response);
  return response;
}

}  // namespace clocher::api::agent
