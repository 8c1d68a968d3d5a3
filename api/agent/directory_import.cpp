// Importing directory records: the model, the dry run, the import, its undoing.
#include "tenants/site/directory_import.hpp"
#include "api/agent/directory_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "core/base/base64.hpp"

#include <algorithm>

namespace clocher::api::agent {
namespace {

using tenants::Import;
using tenants::ImportAction;
using tenants::ImportPlan;

constexpr std::size_t shown_rows = 50;         // as they will be
constexpr std::size_t shown_wrong_rows = 200;  // beyond them, to be mended

json::Object import_json(const Context& context, const Import& import) {
  return {{"id", import.id.value},
          {"kind", std::string(to_string(import.kind))},
          {"file_name", import.file_name},
          {"author", import.author},
          {"created_count", import.created_count},
          {"updated_count", import.updated_count},
          {"skipped_count", import.skipped_count},
          {"created_at", import.created_at.seconds},
          {"undone_at", import.undone_at ? json::Value(import.undone_at->seconds) : json::Value(nullptr)},
          {"can_be_undone", tenants::can_be_undone(import, context.now)}};
}

json::Object row_json(const Context& context, const tenants::ImportRow& row) {
  json::Array cells;
  for (const std::string& cell : row.cells) cells.push_back(json::Value(cell));
  json::Array errors;
  for (const tenants::ImportFault& fault : row.faults)
    errors.push_back(json::Object{{"column", fault.column}, {"message", message_of(context.tools, fault.error)}});
  return {{"number", row.number},
          {"action", std::string(to_string(row.action))},
          {"cells", std::move(cells)},
          {"errors", std::move(errors)}};
}

json::Object plan_json(const Context& context, const ImportPlan& plan) {
  json::Array columns;
  for (const ImportPlan::Column& column : plan.columns)
    columns.push_back(json::Object{{"title", column.title}, {"means", column.means}});
  json::Array rows;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const bool is_wrong = plan.rows[i].action == ImportAction::wrong;
    if (i < shown_rows || (is_wrong && wrong < shown_wrong_rows)) rows.push_back(row_json(context, plan.rows[i]));
    wrong += is_wrong ? 1 : 0;
  }
  return {{"columns", std::move(columns)},
          {"rows", std::move(rows)},
          {"row_count", plan.rows.size()},
          {"create_count", plan.count(ImportAction::create)},
          {"update_count", plan.count(ImportAction::update)},
          {"skip_count", plan.count(ImportAction::skip)},
          {"wrong_count", wrong}};
}

Result<tenants::ImportFile> read_file(const http::Request& request) {
  auto body = JsonBody::read(request, {"kind", "file_name", "content_base64", "duplicates"});
  if (!body) return fail(body.error());
  tenants::ImportFile file;
  file.kind = read_kind(*body);
  file.name = body->text("file_name");
  auto bytes = decode_base64(body->text("content_base64"));
  if (!bytes) body->note({"content_base64", "directory_import.unreadable", {}});
  const std::string duplicates = body->text("duplicates");
  if (duplicates != "update" && duplicates != "skip") body->note({"duplicates", "directory_import.duplicates", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  file.bytes = std::move(*bytes);
  file.duplicates = duplicates == "skip" ? tenants::Duplicates::skip : tenants::Duplicates::update;
  return file;
}

}  // namespace

Result<http::Response> download_directory_model(Context& context) {
  const auto kind = tenants::parse_directory_kind(context.parameters.get("kind"));
  if (!kind) return fail(ErrorKind::not_found, "directory.kind");
  http::Response response;
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition",
                       "attachment; filename=\"modele-" + std::string(to_string(*kind)) + ".csv\"");
  response.body = tenants::write_model(*kind);
  return response;
}

Result<http::Response> preview_directory_import(Context& context) {
  const auto file = read_file(context.request);
  if (!file) return fail(file.error());
  const auto plan = context.tenant.read(
      [&](db::ReadTx& tx) { return tenants::plan_import(tx, file->kind, file->bytes, file->duplicates); });
  if (!plan) return fail(plan.error());
  return json_response(200, plan_json(context, *plan));
}

Result<http::Response> list_directory_imports(Context& context) {
  json::Array items;
  for (const Import& import : context.tenant.read([](db::ReadTx& tx) { return tenants::list_imports(tx); }))
    items.push_back(import_json(context, import));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> import_directory(Context& context) {
  const auto file = read_file(context.request);
  if (!file) return fail(file.error());
  const auto import = tenants::run_import(context.tenant, context.actor(), *file, context.now);
  if (!import) return fail(import.error());
  return json_response(201, import_json(context, *import));
}

Result<http::Response> undo_directory_import(Context& context) {
  const auto id = parse_id<Import>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "directory_import.not_found");
  const auto undone = tenants::undo_import(context.tenant, context.actor(), *id, context.now);
  if (!undone) return fail(undone.error());
  return json_response(200, {{"import", import_json(context, undone->import)},
                             {"removed_count", undone->removed_count},
                             {"put_back_count", undone->put_back_count},
                             {"kept_count", undone->kept_count}});
}

}  // namespace clocher::api::agent
