// Payments online, for agents: what is pending, what is flagged, asking now, noting that somebody dealt with it.
#include "api/agent/handlers.hpp"
#include "api/agent/money_json.hpp"
#include "api/respond.hpp"
#include "payments/settle.hpp"

namespace clocher::api::agent {
namespace {

using payments::StoredAttempt;

constexpr int page_size = 50;

Result<StoredAttempt> known_payment(Context& context) {
  const auto id = parse_id<StoredAttempt>(context.parameters.get("id"));
  auto attempt =
      id ? context.tenant.read([&](db::ReadTx& tx) { return payments::find_attempt(tx, *id); }) : std::nullopt;
  if (!attempt) return fail(ErrorKind::not_found, "payment.not_found");
  return std::move(*attempt);
}

}  // namespace

Result<http::Response> list_payments(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  payments::AttemptFilter filter{.regie_id = parse_id<payments::Regie>(query.get("regie_id")),
                                 .state = payments::parse_payment_state(query.get("state")),
                                 .only_pending = query.get("pending") == "1",
                                 .only_flagged = query.get("flagged") == "1",
                                 .limit = page_size + 1};
  if (const auto before = parse_id<StoredAttempt>(query.get("cursor"))) filter.before_id = before->value;
  auto attempts = context.tenant.read([&](db::ReadTx& tx) { return payments::list_attempts(tx, filter); });
  const bool has_more = attempts.size() > page_size;
  if (has_more) attempts.pop_back();
  json::Array items;
  for (const StoredAttempt& attempt : attempts) items.push_back(attempt_json(context, attempt));
  return json_response(
      200, {{"items", std::move(items)},
            {"next_cursor", has_more ? json::Value(std::to_string(attempts.back().id.value)) : json::Value(nullptr)}});
}

// The round that follows asks; its answer is read with the list.
Result<http::Response> ask_about_payment(Context& context) {
  const auto attempt = known_payment(context);
  if (!attempt) return fail(attempt.error());
  context.tenant.write_private([&](db::Tx& tx) { payments::ask_soon(tx, attempt->id, context.now); });
  return json_response(202, attempt_json(context, known_payment(context).value()));
}

Result<http::Response> note_payment_looked_at(Context& context) {
  const auto attempt = known_payment(context);
  if (!attempt) return fail(attempt.error());
  if (const auto allowed = may_handle_money(context); !allowed) return fail(allowed.error());
  const auto noted = context.tenant.write_private(
      [&](db::Tx& tx) { return payments::note_looked_at(tx, context.actor(), attempt->id, context.now); });
  if (!noted) return fail(noted.error());
  return json_response(200, attempt_json(context, *noted));
}

}  // namespace clocher::api::agent
