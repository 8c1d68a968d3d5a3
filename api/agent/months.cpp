// The months of a régie: figures, files for the comptable and for an accounting package, the printed statement.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/agent/document_json.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "payments/desk/month.hpp"
#include "payments/desk/month_document.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::desk;

Result<MonthFigures> figures_of(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  auto figures = context.tenant.read(
      [&](db::ReadTx& tx) { return month_figures(tx, *id, context.parameters.get("month"), context.now); });
  // A month of the path that cannot be is a page that is not there.
  if (!figures && figures.error().kind == ErrorKind::invalid)
    return fail(ErrorKind::not_found, figures.error().fields.at(0).key);
  return figures;
}

json::Object row_json(const MonthRow& row) {
  return {{"product_label", row.product_label},
          {"budget_account", row.budget_account},
          {"means", std::string(to_string(row.means))},
          {"receipt_count", row.receipts},
          {"received_cents", row.received.cents},
          {"undone_cents", row.undone.cents},
          {"total_cents", row.total().cents}};
}

json::Object figures_json(const MonthFigures& figures) {
  json::Array rows;
  for (const MonthRow& row : figures.rows) rows.push_back(row_json(row));
  json::Array held;
  for (const auto& [means, amount] : figures.held)
    held.push_back(json::Object{{"means", std::string(to_string(means))}, {"amount_cents", amount.cents}});
  json::Array bordereaux;
  for (const Bordereau& each : figures.bordereaux) bordereaux.push_back(bordereau_json(each));
  return {{"month", figures.month},
          {"is_over", figures.is_over},
          {"rows", std::move(rows)},
          {"received_cents", figures.received.cents},
          {"undone_cents", figures.undone.cents},
          {"total_cents", figures.total().cents},
          {"refunded_cents", figures.refunded.cents},
          {"poured_cents", figures.poured.cents},
          {"bordereaux", std::move(bordereaux)},
          {"held", std::move(held)},
          {"first_receipt", figures.first_receipt},
          {"last_receipt", figures.last_receipt},
          {"ledger_lines", figures.ledger_lines}};
}

http::Response table(std::string body, const std::string& name) {
  http::Response response;
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
  response.body = std::move(body);
  return response;
}

std::string file_name(const MonthFigures& figures, std::string_view what) {
  return std::string(what) + "-regie-" + std::to_string(figures.regie.number) + "-" + figures.month + ".csv";
}

}  // namespace

Result<http::Response> read_month(Context& context) {
  const auto figures = figures_of(context);
  if (!figures) return fail(figures.error());
  return json_response(200, figures_json(*figures));
}

Result<http::Response> download_month_statement(Context& context) {
  const auto figures = figures_of(context);
  if (!figures) return fail(figures.error());
  return table(month_csv(*figures, context.tools.catalogue), file_name(*figures, "releve"));
}

Result<http::Response> download_month_entries(Context& context) {
  const auto figures = figures_of(context);
  if (!figures) return fail(figures.error());
  return table(context.tenant.read([&](db::ReadTx& tx) { return entries_csv(tx, *figures, context.tools.catalogue); }),
               file_name(*figures, "ecritures"));
}

Result<http::Response> list_month_documents(Context& context) {
  const auto figures = figures_of(context);
  if (!figures) return fail(figures.error());
  json::Array items;
  context.tenant.read([&](db::ReadTx& tx) {
    const auto statement = find_statement(tx, figures->regie.id, figures->month);
    if (!statement) return;
    for (const tenants::DocumentJob& job : tenants::list_documents(tx, month_document, statement->id))
      items.push_back(document_json(context, job));
  });
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> request_month_document(Context& context) {
  const auto figures = figures_of(context);
  if (!figures) return fail(figures.error());
  const auto statement =
      make_statement(context.tenant, context.actor(), figures->regie.id, figures->month, context.now);
  if (!statement) return fail(statement.error());
  const auto job =
      tenants::request_document(context.tenant, context.actor(), month_document, statement->id, context.now);
  if (!job) return fail(job.error());
  return json_response(201, document_json(context, *job));
}

}  // namespace clocher::api::agent
