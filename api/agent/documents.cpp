// Documents made in the background: asked for, listed, taken, tried again.
#include "api/agent/document_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/site/act.hpp"

namespace clocher::api::agent {
namespace {

using tenants::DocumentJob;

Result<Id<tenants::Act>> published_act(Context& context) {
  const auto id = parse_id<tenants::Act>(context.parameters.get("id"));
  const auto act = id ? context.tenant.read([&](db::ReadTx& tx) { return tenants::find_act(tx, *id); }) : std::nullopt;
  if (!act) return fail(ErrorKind::not_found, "act.not_found");
  if (!act->published_at) return fail(ErrorKind::conflict, "act.not_published");
  return act->id;
}

Result<DocumentJob> find_job(Context& context) {
  const auto id = parse_id<DocumentJob>(context.parameters.get("id"));
  auto job = id ? context.tenant.read([&](db::ReadTx& tx) { return tenants::find_document(tx, *id); }) : std::nullopt;
  if (!job) return fail(ErrorKind::not_found, "document.not_found");
  return std::move(*job);
}

Result<http::Response> answer(const Context& context, int status, const Result<DocumentJob>& job) {
  if (!job) return fail(job.error());
  return json_response(status, document_json(context, *job));
}

// A kind of document that is printed of cases, and the case.
struct CaseDocument {
  Id<dossiers::Dossier> id;
  std::string_view kind;
};

Result<CaseDocument> case_document(Context& context, std::string_view kind) {
  const auto id = parse_id<dossiers::Dossier>(context.parameters.get("id"));
  const auto dossier =
      id ? context.tenant.read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, *id); }) : std::nullopt;
  if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
  if (kind != tenants::silence_attestation) return CaseDocument{dossier->id, tenants::case_proof};
  if (dossier->silence != "acceptance") return fail(ErrorKind::conflict, "silence.not_accepted");
  return CaseDocument{dossier->id, tenants::silence_attestation};
}

}  // namespace

Result<http::Response> list_case_documents(Context& context) {
  const auto proof = case_document(context, tenants::case_proof);
  if (!proof) return fail(proof.error());
  json::Array items;
  context.tenant.read([&](db::ReadTx& tx) {
    for (const std::string_view kind : {tenants::silence_attestation, tenants::case_proof}) {
      for (const DocumentJob& job : tenants::list_documents(tx, kind, proof->id.value))
        items.push_back(document_json(context, job));
    }
  });
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> request_case_document(Context& context) {
  auto body = JsonBody::read(context.request, {"kind"});
  const auto known = case_document(context, tenants::case_proof);
  if (!known) return fail(known.error());
  if (!body) return fail(body.error());
  const std::string kind = body->text("kind");
  if (kind != tenants::case_proof && kind != tenants::silence_attestation)
    body->note({"kind", "document.unknown_kind", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto wanted = case_document(context, kind);
  if (!wanted) return fail(wanted.error());
  return answer(context, 201,
                tenants::request_document(context.tenant, context.actor(), wanted->kind, wanted->id.value, context.now));
}

Result<http::Response> list_attestations(Context& context) {
  const auto act = published_act(context);
  if (!act) return fail(act.error());
  json::Array items;
  for (const DocumentJob& job : context.tenant.read(
           [&](db::ReadTx& tx) { return tenants::list_documents(tx, tenants::act_attestation, act->value); }))
    items.push_back(document_json(context, job));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> request_attestation(Context& context) {
  const auto act = published_act(context);
  if (!act) return fail(act.error());
  return answer(
      context, 201,
      tenants::request_document(context.tenant, context.actor(), tenants::act_attestation, act->value, context.now));
}

Result<http::Response> retry_document(Context& context) {
  const auto job = find_job(context);
  if (!job) return fail(job.error());
  return answer(context, 200, tenants::retry_document(context.tenant, context.actor(), job->id, context.now));
}

Result<http::Response> download_document(Context& context) {
  const auto job = find_job(context);
  if (!job) return fail(job.error());
  auto bytes = context.tenant.files().get(job->file_sha256);
  if (!bytes) return fail(ErrorKind::not_found, "document.not_found");
  http::Response response;
  response.body = std::move(*bytes);
  response.headers.set("Content-Type", "application/pdf");
  response.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(job->file_name));
  return response;
}

}  // namespace clocher::api::agent
