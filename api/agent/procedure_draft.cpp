// The working copy of a procedure: read, kept, tested, published, thrown away.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/procedure_json.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/publish.hpp"

namespace clocher::api::agent {
namespace {

// What somebody else saved meanwhile stands beside the error: nothing is lost on either side.
http::Response conflict_answer(const Context& context, const Error& error) {
  http::Response response = json_error(context.tools, error);
  const auto parts = find_draft_parts(context);
  if (!parts) return response;
  json::Object body = json::parse_trusted(response.body).as_object();
  body["current"] = draft_data(context, *parts);
  return json_response(response.status, body);
}

Result<http::Response> refusal(const Context& context, const Error& error) {
  if (error.kind == ErrorKind::conflict) return conflict_answer(context, error);
  return fail(error);
}

}  // namespace

Result<http::Response> read_procedure_draft(Context& context) {
  const auto parts = find_draft_parts(context);
  if (!parts) return fail(ErrorKind::not_found, "procedure.not_found");
  return json_response(200, draft_data(context, *parts));
}

Result<http::Response> save_procedure_draft(Context& context) {
  auto body = JsonBody::read(context.request, {"version", "definition"});
  if (!body) return fail(body.error());
  const std::int64_t version = body->integer("version");
  json::Object definition = body->object("definition");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = forms::save_working_copy(context.tenant, context.actor(), context.parameters.get("slug"), version,
                                              std::move(definition), context.now);
  if (!saved) return refusal(context, saved.error());
  return read_procedure_draft(context);
}

Result<http::Response> discard_procedure_draft(Context& context) {
  auto body = JsonBody::read(context.request, {"version"});
  if (!body) return fail(body.error());
  const std::int64_t version = body->integer("version");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto gone = forms::discard_working_copy(context.tenant, context.actor(), context.parameters.get("slug"), version,
                                                context.now);
  if (!gone) return refusal(context, gone.error());
  return json_response(200, procedure_list_data(context));
}

Result<http::Response> test_procedure_draft(Context& context) {
  const auto parts = find_draft_parts(context);
  if (!parts) return fail(ErrorKind::not_found, "procedure.not_found");
  const auto definition = forms::parse_definition(parts->copy.text);
  if (!definition) return fail(ErrorKind::conflict, "procedure.unfinished");
  return json_response(200, report_data(*definition, context.tools.rehearsal.play(*definition, parts->copy.text)));
}

Result<http::Response> publish_procedure_draft(Context& context) {
  auto body = JsonBody::read(context.request, {"version", "revision"});
  if (!body) return fail(body.error());
  const dossiers::SeenWorkingCopy seen{context.parameters.get("slug"), body->integer("version"),
                                       body->integer("revision")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto published =
      dossiers::publish_working_copy(context.tenant, context.tools.rehearsal, context.actor(), seen, context.now);
  if (published) return json_response(200, procedure_data(context, *published));
  if (published.error().key == "procedure.wrong") return fail(ErrorKind::conflict, "procedure.unfinished");
  return refusal(context, published.error());
}

}  // namespace clocher::api::agent
