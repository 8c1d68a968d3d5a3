// What is owed, for agents: listed, created, cancelled, exported, imported from a table.
#include "api/agent/document_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/money_json.hpp"
#include "api/respond.hpp"
#include "core/csv/csv.hpp"
#include "core/http/file_name.hpp"
#include "payments/debt_reference.hpp"
#include "payments/documents.hpp"

namespace clocher::api::agent {
namespace {

using payments::Debt;

constexpr int page_size = 50;
constexpr int export_size = 20'000;
constexpr std::size_t shown_errors = 200;

Result<Debt> known_debt(Context& context) {
  const auto id = parse_id<Debt>(context.parameters.get("id"));
  auto debt = id ? context.tenant.read([&](db::ReadTx& tx) { return payments::find_debt(tx, *id); }) : std::nullopt;
  if (!debt) return fail(ErrorKind::not_found, "debt.not_found");
  return std::move(*debt);
}

payments::DebtFilter filter_of(const Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  payments::DebtFilter filter{.regie_id = parse_id<payments::Regie>(query.get("regie_id")),
                              .state = payments::parse_debt_state(query.get("state")),
                              .text = std::string(query.get("text")),
                              .only_excess = query.get("excess") == "1"};
  if (const auto typed = payments::parse_debt_reference(filter.text)) filter.text = *typed;
  if (const auto before = parse_id<Debt>(query.get("cursor"))) filter.before_id = before->value;
  return filter;
}

Result<payments::ImportFile> read_file(JsonBody& body) {
  payments::ImportFile file{.regie_id = {body.integer("regie_id")},
                            .product = body.text_or_empty("product"),
                            .file_name = http::safe_file_name(body.text("file_name")),
                            .bytes = body.text("csv")};
  if (const auto valid = body.check(); !valid) return fail(valid.error());
  return file;
}

std::string decimal(Money amount) {
  const std::string cents = std::to_string(amount.cents % 100);
  return std::to_string(amount.cents / 100) + "," + (cents.size() < 2 ? "0" : "") + cents;
}

}  // namespace

Result<http::Response> list_debts(Context& context) {
  payments::DebtFilter filter = filter_of(context);
  filter.limit = page_size + 1;
  auto debts = context.tenant.read([&](db::ReadTx& tx) { return payments::list_debts(tx, filter); });
  const bool has_more = debts.size() > page_size;
  if (has_more) debts.pop_back();
  json::Array items;
  for (const Debt& debt : debts) items.push_back(debt_json(debt));
  return json_response(
      200, {{"items", std::move(items)},
            {"next_cursor", has_more ? json::Value(std::to_string(debts.back().id.value)) : json::Value(nullptr)}});
}

Result<http::Response> read_debt(Context& context) {
  const auto debt = known_debt(context);
  if (!debt) return fail(debt.error());
  json::Object body = debt_json(*debt);
  json::Array attempts, lines;
  context.tenant.read([&](db::ReadTx& tx) {
    for (const auto& each : payments::attempts_of(tx, debt->id)) attempts.push_back(attempt_json(context, each));
    for (const auto& each : payments::lines_of_debt(tx, debt->id)) lines.push_back(line_json(tx, each));
  });
  body["attempts"] = std::move(attempts);
  body["lines"] = std::move(lines);
  return json_response(200, body);
}

Result<http::Response> create_debt(Context& context) {
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  auto body = JsonBody::read(context.request, {"regie_id", "product", "object", "amount_cents", "due_on", "debtor_name",
                                               "debtor_email", "debtor_address"});
  if (!body) return fail(body.error());
  const payments::NewDebt input{
      .regie_id = {body->integer("regie_id")},
      .product = body->text("product"),
      .debtor = {body->text("debtor_name"), body->text_or_empty("debtor_email"), body->text_or_empty("debtor_address")},
      .object = body->text("object"),
      .amount = {body->integer("amount_cents")},
      .due_on = body->text_or_empty("due_on")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto debt = payments::create_debt(context.tenant, context.actor(), input, context.now);
  if (!debt) return fail(debt.error());
  return json_response(201, debt_json(*debt));
}

Result<http::Response> cancel_debt(Context& context) {
  const auto debt = known_debt(context);
  if (!debt) return fail(debt.error());
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  auto body = JsonBody::read(context.request, {"why"});
  if (!body) return fail(body.error());
  const std::string why = body->text("why");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto cancelled = payments::cancel_debt(context.tenant, context.actor(), debt->id, why, context.now);
  if (!cancelled) return fail(cancelled.error());
  return json_response(200, debt_json(*cancelled));
}

Result<http::Response> export_debts(Context& context) {
  payments::DebtFilter filter = filter_of(context);
  filter.limit = export_size;
  std::vector<std::vector<std::string>> rows = {
      {"Référence", "Nom", "Courriel", "Objet", "Produit", "Montant", "Reçu", "Échéance", "État"}};
  for (const Debt& debt : context.tenant.read([&](db::ReadTx& tx) { return payments::list_debts(tx, filter); })) {
    rows.push_back({debt.reference, debt.debtor.name, debt.debtor.email, debt.object, debt.product,
                    decimal(debt.amount), decimal(debt.received), debt.due_on,
                    context.tools.catalogue.text("debt.state." + std::string(payments::to_string(debt.state)))});
  }
  http::Response response;
  response.headers.set("Content-Type", "text/csv; charset=utf-8");
  response.headers.set("Content-Disposition", "attachment; filename=\"sommes-a-payer.csv\"");
  response.body = csv::write(rows, csv::Dialect::spreadsheet);
  return response;
}

Result<http::Response> list_debt_notices(Context& context) {
  const auto debt = known_debt(context);
  if (!debt) return fail(debt.error());
  json::Array items;
  for (const auto& job : context.tenant.read(
           [&](db::ReadTx& tx) { return tenants::list_documents(tx, payments::debt_notice, debt->id.value); }))
    items.push_back(document_json(context, job));
  return json_response(200, {{"items", std::move(items)}});
}

// The letter, made in the background; downloaded as every made document.
Result<http::Response> print_debt_notice(Context& context) {
  const auto debt = known_debt(context);
  if (!debt) return fail(debt.error());
  if (debt->cancelled_at) return fail(ErrorKind::conflict, "debt.is_cancelled");
  const auto job =
      tenants::request_document(context.tenant, context.actor(), payments::debt_notice, debt->id.value, context.now);
  if (!job) return fail(job.error());
  return json_response(201, document_json(context, *job));
}

Result<http::Response> list_debt_imports(Context& context) {
  json::Array items;
  for (const auto& import : context.tenant.read(payments::list_imports)) items.push_back(import_json(import));
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> check_debt_import(Context& context) {
  auto body = JsonBody::read(context.request, {"regie_id", "product", "file_name", "csv"});
  if (!body) return fail(body.error());
  const auto file = read_file(*body);
  if (!file) return fail(file.error());
  const auto plan = payments::plan_import(context.tenant, *file);
  if (!plan) return fail(plan.error());
  json::Array errors;
  for (const payments::RowError& each : plan->errors) {
    if (errors.size() == shown_errors) break;
    errors.push_back(json::Object{{"row", static_cast<std::int64_t>(each.row)},
                                  {"column", each.column},
                                  {"message", message_of(context.tools, FieldError{each.column, each.key, {}})}});
  }
  return json_response(200, {{"debt_count", static_cast<std::int64_t>(plan->debts.size())},
                             {"total_cents", plan->total.cents},
                             {"error_count", static_cast<std::int64_t>(plan->errors.size())},
                             {"errors", std::move(errors)}});
}

Result<http::Response> import_debts(Context& context) {
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  auto body = JsonBody::read(context.request, {"regie_id", "product", "file_name", "csv"});
  if (!body) return fail(body.error());
  const auto file = read_file(*body);
  if (!file) return fail(file.error());
  const auto import = payments::import_debts(context.tenant, context.actor(), *file, context.now);
  if (!import) return fail(import.error());
  return json_response(201, import_json(*import));
}

Result<http::Response> undo_debt_import(Context& context) {
  const auto id = parse_id<payments::DebtImport>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "import.unknown");
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  const auto import = payments::undo_import(context.tenant, context.actor(), *id, context.now);
  if (!import) return fail(import.error());
  return json_response(200, import_json(*import));
}

}  // namespace clocher::api::agent
