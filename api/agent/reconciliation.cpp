// Statements of what was booked, and what does not agree with them.
#include "api/agent/desk_handlers.hpp"
#include "api/agent/desk_json.hpp"
#include "api/respond.hpp"
#include "core/base/base64.hpp"
#include "core/http/form.hpp"
#include "payments/reconcile/discrepancy.hpp"

namespace clocher::api::agent {
namespace {

using namespace payments;
using namespace payments::reconcile;

json::Object statement_json(const ImportedStatement& statement) {
  return {{"id", statement.id.value},
          {"file_name", statement.file_name},
          {"first_day", statement.first_day},
          {"last_day", statement.last_day},
          {"line_count", statement.line_count},
          {"new_count", statement.new_count},
          {"total_cents", statement.total.cents},
          {"imported_by", statement.imported_by},
          {"imported_at", statement.imported_at.seconds}};
}

json::Value cents_json(std::optional<Money> amount) {
  return amount ? json::Value(amount->cents) : json::Value(nullptr);
}

json::Object discrepancy_json(const Context& context, const Discrepancy& found) {
  const std::string finding(to_string(found.finding));
  const std::string action(to_string(found.action));
  return {{"id", found.id.value},
          {"finding", finding},
          {"finding_text", context.tools.catalogue.text("reconcile.finding." + finding)},
          {"action_text", context.tools.catalogue.text("reconcile.action." + action)},
          {"attempt_id", found.attempt_id ? json::Value(found.attempt_id->value) : json::Value(nullptr)},
          {"reference", found.reference},
          {"our_day", found.our_day},
          {"our_cents", cents_json(found.our_amount)},
          {"their_day", found.their_day},
          {"their_cents", cents_json(found.their_amount)},
          {"gateway_id", found.gateway_id},
          {"found_at", found.found_at.seconds},
          {"settled_at", time_json(found.settled_at)},
          {"settled_by", found.settled_by},
          {"remark", found.remark}};
}

Slice read_slice(JsonBody& body, const json::Object& layout, const char* name) {
  const json::Object* slice = json::find_object(layout, name);
  const auto start = slice == nullptr ? std::nullopt : json::find_integer(*slice, "start");
  const auto length = slice == nullptr ? std::nullopt : json::find_integer(*slice, "length");
  if (!start || !length || *start < 1 || *length < 1) {
    body.note({"layout", "statement.layout", {}});
    return {};
  }
  return {static_cast<std::size_t>(*start), static_cast<std::size_t>(*length)};
}

// Without a layout the file is CSV.
std::optional<FixedLayout> read_layout(JsonBody& body) {
  const json::Object layout = body.object_or_empty("layout");
  if (layout.empty()) return std::nullopt;
  FixedLayout fixed{.date = read_slice(body, layout, "date"),
                    .reference = read_slice(body, layout, "reference"),
                    .amount = read_slice(body, layout, "amount"),
                    .marker = json::string_or(layout, "marker")};
  if (!fixed.marker.empty()) fixed.kind = read_slice(body, layout, "kind");
  return fixed;
}

AmountUnit read_unit(JsonBody& body) {
  const std::string unit = body.text("unit");
  if (unit == "cents") return AmountUnit::cents;
  if (unit == "euros") return AmountUnit::euros;
  if (unit != "as_written") body.note({"unit", "statement.unit", {}});
  return AmountUnit::as_written;
}

}  // namespace

Result<http::Response> list_bank_statements(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  json::Array items;
  const bool is_there = context.tenant.read([&](db::ReadTx& tx) {
    for (const ImportedStatement& each : list_statements(tx, *id)) items.push_back(statement_json(each));
    return find_regie(tx, *id).has_value();
  });
  if (!is_there) return fail(ErrorKind::not_found, "regie.unknown");
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> import_bank_statement(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  if (!context.tenant.read([&](db::ReadTx& tx) { return find_regie(tx, *id); }))
    return fail(ErrorKind::not_found, "regie.unknown");
  auto body = JsonBody::read(context.request, {"file_name", "content_base64", "unit", "layout"});
  if (!body) return fail(body.error());
  StatementFile file{.regie_id = *id,
                     .name = body->text("file_name"),
                     .bytes = {},
                     .unit = read_unit(*body),
                     .layout = read_layout(*body)};
  auto bytes = decode_base64(body->text("content_base64"));
  if (!bytes) body->note({"content_base64", "statement.unreadable", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  file.bytes = std::move(*bytes);
  const auto answer = import_statement(context.tenant, context.actor(), file, context.now);
  if (!answer) return fail(answer.error());
  return json_response(201, {{"statement", statement_json(answer->statement)},
                             {"matched_count", answer->comparison.matched},
                             {"awaited_count", answer->comparison.awaited},
                             {"found_count", answer->comparison.found},
                             {"settled_count", answer->comparison.settled}});
}

Result<http::Response> list_discrepancies(Context& context) {
  const auto id = regie_of(context);
  if (!id) return fail(id.error());
  const bool wants_settled = http::parse_query(context.request.query).get("state") == "settled";
  json::Array items;
  const bool is_there = context.tenant.read([&](db::ReadTx& tx) {
    for (const Discrepancy& each : reconcile::list_discrepancies(tx, *id, wants_settled ? Which::settled : Which::open))
      items.push_back(discrepancy_json(context, each));
    return find_regie(tx, *id).has_value();
  });
  if (!is_there) return fail(ErrorKind::not_found, "regie.unknown");
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> settle_discrepancy(Context& context) {
  const auto id = parse_id<Discrepancy>(context.parameters.get("id"));
  if (!id || !context.tenant.read([&](db::ReadTx& tx) { return find_discrepancy(tx, *id); }))
    return fail(ErrorKind::not_found, "discrepancy.not_found");
  auto body = JsonBody::read(context.request, {"remark"});
  if (!body) return fail(body.error());
  const std::string remark = body->text("remark");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto settled = reconcile::settle_discrepancy(context.tenant, context.actor(), *id, remark, context.now);
  if (!settled) return fail(settled.error());
  return json_response(200, discrepancy_json(context, *settled));
}

}  // namespace clocher::api::agent
