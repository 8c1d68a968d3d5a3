// Procedures listed, opened and closed, begun, copied, exported.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/procedure_json.hpp"
#include "api/respond.hpp"
#include "core/http/serve_asset.hpp"
#include "tenants/forms/procedure_start.hpp"

namespace clocher::api::agent {
namespace {

// What a new procedure is made of: a file, another procedure, or nothing.
Result<json::Object> first_writing(Context& context, JsonBody& body) {
  const std::string title = body.text_or_empty("title");
  const std::string copied = body.text_or_empty("copy_of");
  json::Object imported = body.object_or_empty("definition");
  if (const auto valid = body.check(); !valid) return fail(valid.error());
  if (!imported.empty()) {
    if (!title.empty()) imported["title"] = title;
    return imported;
  }
  if (copied.empty()) return forms::blank_procedure(title);
  const auto source = context.tenant.read([&](db::ReadTx& tx) { return forms::find_working_copy(tx, copied); });
  if (!source) return fail_field("copy_of", "procedure.not_found");
  return forms::copied_procedure(json::parse_trusted(source->text).as_object(), title);
}

// A file from elsewhere is taken whole or not at all.
Result<void> check_import(const Context& context, const json::Object& definition) {
  json::Object addressed = definition;
  if (!addressed.contains("slug")) addressed["slug"] = "demarche";
  const json::Array problems = problems_data(context, addressed);
  if (problems.empty()) return {};
  const json::Object& first = problems.front().as_object();
  const std::string place = json::string_or(first, "place");
  return fail_field("definition", place.empty() ? "procedure.import_wrong" : "procedure.import_wrong_at",
                    {{"place", place}, {"message", json::string_or(first, "message")}});
}

}  // namespace

Result<http::Response> list_procedures(Context& context) { return json_response(200, procedure_list_data(context)); }

Result<http::Response> change_procedure(Context& context) {
  auto body = JsonBody::read(context.request, {"state"});
  if (!body) return fail(body.error());
  const std::string state = body->text("state");
  if (state != "open" && state != "closed" && state != "model") body->note({"state", "procedure.unknown_state", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto wanted = state == "open"     ? forms::ProcedureState::open
                      : state == "closed" ? forms::ProcedureState::closed
                                          : forms::ProcedureState::model;
  const auto changed =
      forms::set_procedure_state(context.tenant, context.actor(), context.parameters.get("slug"), wanted, context.now);
  if (!changed) return fail(changed.error());
  return json_response(200, procedure_data(context, *changed));
}

Result<http::Response> begin_procedure(Context& context) {
  auto body = JsonBody::read(context.request, {"title", "copy_of", "definition"});
  if (!body) return fail(body.error());
  const bool is_import = body->has("definition");
  auto definition = first_writing(context, *body);
  if (!definition) return fail(definition.error());
  if (is_import) {
    if (const auto sound = check_import(context, *definition); !sound) return fail(sound.error());
  }
  auto copy = forms::begin_procedure(context.tenant, context.actor(), std::move(*definition), context.now);
  if (!copy) return fail(copy.error());
  return json_response(201, draft_data(context, {std::move(*copy), std::nullopt}));
}

Result<http::Response> export_procedure(Context& context) {
  const auto parts = find_draft_parts(context);
  if (!parts) return fail(ErrorKind::not_found, "procedure.not_found");
  http::Response response = json_response(200, json::parse_trusted(parts->copy.text).as_object());
  response.headers.set("Content-Disposition", "attachment; filename=\"demarche-" + parts->copy.slug + ".json\"");
  return response;
}

Result<http::Response> read_procedure_schema(Context& context) {
  const http::Asset* schema = http::find_asset("api/procedure.schema.json");
  if (schema == nullptr) return fail(ErrorKind::not_found, "request.not_found");
  return http::serve_asset(*schema, http::Lifetime::revalidated, context.request);
}

}  // namespace clocher::api::agent
