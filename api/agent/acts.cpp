// Acts for agents: drafts, publication, correction, withdrawal, proof.
#include "api/agent/act_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "tenants/site/act_check.hpp"
#include "tenants/site/act_deadlines.hpp"

namespace clocher::api::agent {
namespace {

using tenants::Act;

Result<Id<Act>> act_id(const Context& context) {
  const auto id = parse_id<Act>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "act.not_found");
  return *id;
}

Result<Act> find(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  auto act = context.tenant.read([&](db::ReadTx& tx) { return tenants::find_act(tx, *id); });
  if (!act) return fail(ErrorKind::not_found, "act.not_found");
  return std::move(*act);
}

Result<http::Response> answer(const Context& context, int status, const Result<Act>& act) {
  if (!act) return fail(act.error());
  return json_response(status, act_json(context, *act));
}

json::Array deadlines_json(Context& context) {
  json::Array list;
  for (const auto& due :
       context.tenant.read([&](db::ReadTx& tx) { return tenants::overdue_publications(tx, context.now); })) {
    list.push_back(json::Object{{"kind", std::string(to_string(due.kind))},
                                {"meeting_on", to_iso(due.meeting)},
                                {"deadline", to_iso(due.deadline)},
                                {"is_late", due.is_late}});
  }
  return list;
}

}  // namespace

Result<http::Response> list_acts(Context& context) {
  json::Array items;
  for (const Act& act : context.tenant.read([](db::ReadTx& tx) { return tenants::list_acts(tx, {}); }))
    items.push_back(act_json(context, act));
  return json_response(200, {{"items", std::move(items)}, {"deadlines", deadlines_json(context)}});
}

Result<http::Response> create_act(Context& context) {
  auto body = read_act_body(context.request, {"kind"});
  if (!body) return fail(body.error());
  const auto kind = tenants::parse_act_kind(body->text("kind"));
  if (!kind) body->note({"kind", "act.kind", {}});
  const tenants::ActText text = read_act_text(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 201, tenants::create_act(context.tenant, context.actor(), *kind, text, context.now));
}

Result<http::Response> read_act(Context& context) { return answer(context, 200, find(context)); }

Result<http::Response> save_act(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  auto body = read_act_body(context.request, {"base_version"});
  if (!body) return fail(body.error());
  const tenants::ActText text = read_act_text(*body);
  const std::int64_t version = body->integer("base_version");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200, tenants::save_act(context.tenant, context.actor(), *id, text, version, context.now));
}

Result<http::Response> delete_act(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  if (const auto gone = tenants::delete_act(context.tenant, context.actor(), *id, context.now); !gone)
    return fail(gone.error());
  return http::no_content();
}

Result<http::Response> give_act_file(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  const auto files = context.form.files("file");
  if (files.size() != 1) return fail_field("file", "act.file_missing");
  const auto limit = static_cast<std::size_t>(context.tools.config.upload_limit_bytes);
  return answer(context, 200,
                tenants::give_act_file(context.tenant, context.actor(), *id, *files.front(), limit, context.now));
}

Result<http::Response> read_act_file(Context& context) {
  const auto act = find(context);
  if (!act) return fail(act.error());
  auto bytes = act->file ? context.tenant.files().get(act->file->sha256) : std::nullopt;
  if (!bytes) return fail(ErrorKind::not_found, "file.not_found");
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", "application/pdf");
  response.headers.set("Content-Disposition",
                       "attachment; filename=\"acte-" + std::to_string(act->id.value) + ".pdf\"");
  return response;
}

Result<http::Response> publish_act(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"base_version"});
  if (!body) return fail(body.error());
  const std::int64_t version = body->integer("base_version");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200, tenants::publish_act(context.tenant, context.actor(), *id, version, context.now));
}

Result<http::Response> replace_act(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  return answer(context, 201, tenants::start_replacement(context.tenant, context.actor(), *id, context.now));
}

Result<http::Response> note_prefecture(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"prefecture_id", "prefecture_on"});
  if (!body) return fail(body.error());
  const std::string receipt = body->text("prefecture_id");
  const auto on = read_day(*body, "prefecture_on");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200, tenants::note_prefecture(context.tenant, context.actor(), *id, receipt, on, context.now));
}

Result<http::Response> withdraw_act(Context& context) {
  const auto id = act_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"reason"});
  if (!body) return fail(body.error());
  const std::string reason = body->text("reason");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return answer(context, 200, tenants::withdraw_act(context.tenant, context.actor(), *id, reason, context.now));
}

Result<http::Response> read_act_proof(Context& context) {
  const auto act = find(context);
  if (!act) return fail(act.error());
  if (!act->published_at) return fail(ErrorKind::conflict, "act.not_published");
  return json_response(200, proof_json(context.tenant.read(
                                [&](db::ReadTx& tx) { return tenants::prove_publication(tx, *act, context.now); })));
}

}  // namespace clocher::api::agent
