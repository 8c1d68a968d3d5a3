// Many cases at once: ids of a filter, bulk deeds, exports.
#include "api/agent/dossier_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"
#include "tenants/dossiers/case_table.hpp"

namespace clocher::api::agent {
namespace {

using dossiers::BulkJob;
using dossiers::CaseExport;

json::Object job_json(const Context& context, const BulkJob& job) {
  json::Array refused;
  for (const auto& each : job.refused)
    refused.push_back(json::Object{{"reference", each.reference},
                                   {"reason", context.tools.catalogue.has(each.key)
                                                  ? context.tools.catalogue.text("bulk.refused." + each.key.substr(0, each.key.find('.')))
                                                  : std::string()}});
  return {{"id", job.id.value},
          {"total", job.total},
          {"done", job.done},
          {"refused", std::move(refused)},
          {"is_finished", job.finished_at.has_value()}};
}

json::Object export_json(const CaseExport& made) {
  return {{"id", made.id.value},
          {"format", made.format},
          {"state", made.state},
          {"row_count", made.row_count},
          {"size_bytes", made.file_bytes},
          {"requested_by", made.requested_by},
          {"created_at", made.created_at.seconds}};
}

}  // namespace

Result<http::Response> list_case_ids(Context& context) {
  const auto wanted = read_inbox_query(context, context.request.query);
  if (!wanted) return fail(wanted.error());
  json::Array ids;
  for (const auto id : context.tenant.read([&](db::ReadTx& tx) {
         return dossiers::inbox_ids(tx, *wanted, static_cast<int>(dossiers::most_bulk_cases));
       }))
    ids.emplace_back(id.value);
  return json_response(200, {{"ids", std::move(ids)}});
}

Result<http::Response> run_bulk(Context& context) {
  auto body = JsonBody::read(context.request, {"ids", "action", "value", "reason", "dry_run"});
  if (!body) return fail(body.error());
  const dossiers::BulkAction action{body->text("action"), body->text("value"), body->text_or_empty("reason")};
  std::vector<std::int64_t> ids;
  for (const json::Value& id : body->array("ids")) {
    if (id.is_int64())
      ids.push_back(id.as_int64());
    else
      body->note({"ids", "json.integer_expected", {}});
  }
  const bool is_dry = body->boolean("dry_run");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto plan = dossiers::plan_bulk(context.tenant, action, ids);
  if (!plan) return fail(plan.error());
  json::Value job_id = nullptr;
  if (!is_dry) {
    const auto job = dossiers::start_bulk(context.tenant, context.actor(), action, ids, context.now);
    if (!job) return fail(job.error());
    job_id = job->id.value;
  }
  json::Array refused;
  for (const std::string& reference : plan->refused) refused.emplace_back(reference);
  return json_response(200, {{"possible", plan->possible},
                             {"refused_count", plan->refused_count},
                             {"refused", std::move(refused)},
                             {"job_id", std::move(job_id)}});
}

Result<http::Response> read_bulk(Context& context) {
  const auto id = parse_id<BulkJob>(context.parameters.get("id"));
  const auto job = id ? context.tenant.read([&](db::ReadTx& tx) { return dossiers::find_bulk(tx, *id); }) : std::nullopt;
  if (!job) return fail(ErrorKind::not_found, "bulk.not_found");
  return json_response(200, job_json(context, *job));
}

Result<http::Response> list_case_exports(Context& context) {
  json::Array items;
  for (const CaseExport& made : context.tenant.read([](db::ReadTx& tx) { return dossiers::list_exports(tx); }))
    items.push_back(export_json(made));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> request_case_export(Context& context) {
  auto body = JsonBody::read(context.request, {"format", "query"});
  if (!body) return fail(body.error());
  const std::string format = body->text("format");
  const std::string query = body->text_or_empty("query");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto wanted = read_inbox_query(context, query);
  if (!wanted) return fail(wanted.error());
  const auto made = dossiers::request_export(context.tenant, context.actor(), format, *wanted, context.now);
  if (!made) return fail(made.error());
  return json_response(201, export_json(*made));
}

Result<http::Response> download_case_export(Context& context) {
  const auto id = parse_id<CaseExport>(context.parameters.get("id"));
  const auto made =
      id ? context.tenant.read([&](db::ReadTx& tx) { return dossiers::find_export(tx, *id); }) : std::nullopt;
  auto bytes = made && made->state == "made" ? context.tenant.files().get(made->file_sha256) : std::nullopt;
  if (!bytes) return fail(ErrorKind::not_found, "export.not_found");
  http::Response response;
  response.body = std::move(*bytes);
  const std::string name = "demandes-" + to_iso(to_local(made->created_at).date) + "." + made->format;
  response.headers.set("Content-Type", std::string(dossiers::content_type_of(made->format)));
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

}  // namespace clocher::api::agent
