// Starts, resumptions and questions, in the order of writes that loses nothing (reliability notes, section 4).
#include "payments/pay.hpp"

#include "core/base/date.hpp"
#include "core/base/log.hpp"
#include "core/json/json.hpp"
#include "core/security/crypto.hpp"
#include "payments/debt_reference.hpp"
#include "payments/polling.hpp"
#include "tenants/people/address.hpp"

namespace clocher::payments {
namespace {

constexpr std::int64_t start_seconds = 2 * one_minute;  // a start that took longer was cut short
constexpr std::int64_t page_seconds = 15 * one_minute;  // a gateway's page can be opened
constexpr std::int64_t unclear_seconds = one_day;       // nothing else begins while an answer is not understood

Result<void> check_debt_open(const Debt& debt) {
  if (debt.cancelled_at) return fail(ErrorKind::conflict, "debt.is_cancelled");
  if (debt.remaining() == Money{}) return fail(ErrorKind::conflict, "debt.is_paid");
  return {};
}

Result<void> check_regie_open(const Regie& regie, const Debt& debt) {
  const bool may_try = debt.origin == DebtOrigin::trial && !regie.closed_at && regie.gateway != GatewayKind::none;
  if (!may_try && !takes_payments(regie)) return fail(ErrorKind::conflict, "regie.not_open");
  if (regie.text.online_ceiling > Money{} && debt.remaining() > regie.text.online_ceiling)
    return fail(ErrorKind::conflict, "regie.over_ceiling");
  return {};
}

Result<void> check_nothing_under_way(db::ReadTx& tx, Id<Debt> debt, Instant now) {
  if (const auto live = live_attempt(tx, debt))
    return fail(ErrorKind::conflict, "payment.under_way", {{"since", to_french(live->started_at)}});
  for (const StoredAttempt& each : attempts_of(tx, debt)) {
    if (each.state == PaymentState::unknown && now - each.started_at < unclear_seconds)
      return fail(ErrorKind::conflict, "payment.unclear");
  }
  return {};
}

PaymentOrder order_of(const tenants::Tenant& tenant, const StoredAttempt& attempt, const Debt& debt, Instant now) {
  const std::string base = tenant.identity().site_url + "/paiements/";
  return {.amount = attempt.amount,
          .reference = attempt.reference,
          .subject = debt.object,
          .email = attempt.email,
          .fiscal_year = static_cast<int>(to_local(now).date.year()),
          .number = attempt.id.value,
          .return_url = base + "retour/" + attempt.return_key,
          .notify_url = base + "notification/" + std::string(to_string(attempt.gateway))};
}

struct Planned {
  StoredAttempt attempt;
  Debt debt;
  std::string sealed_secret;
};

// What SystemPay signed and sent last; PayFiP's says nothing.
std::string last_notification(db::ReadTx& tx, Id<StoredAttempt> id) {
  std::string body;
  for (StoredAnswer& each : answers_of(tx, id)) {
    if (each.kind == to_string(AnswerKind::notification)) body = std::move(each.raw);
  }
  return body;
}

Attempt asked_of(const StoredAttempt& attempt) {
  return {attempt.gateway_id, attempt.started_at, attempt.amount, attempt.reference, attempt.mode};
}

std::unique_ptr<Gateway> gateway_of(tenants::Tenant& tenant, const PayingTools& tools, const StoredAttempt& attempt) {
  const auto regie = tenant.read([&](db::ReadTx& tx) { return find_regie(tx, attempt.regie_id).value(); });
  return tools.gateway({attempt.gateway, attempt.account, regie.secret, attempt.mode});
}

}  // namespace

Result<StoredAttempt> plan_attempt(db::Tx& tx, Id<Debt> debt_id, std::string_view typed_email, Instant now) {
  const auto debt = find_debt(tx, debt_id);
  if (!debt) return fail(ErrorKind::not_found, "debt.not_found");
  const Regie regie = find_regie(tx, debt->regie_id).value();
  if (auto open = check_debt_open(*debt); !open) return fail(open.error());
  if (auto open = check_regie_open(regie, *debt); !open) return fail(open.error());
  const std::string email = tenants::normalize_mail_address(typed_email);
  if (!tenants::is_mail_address(email)) return fail_field("email", "payment.email");
  if (auto free = check_nothing_under_way(tx, debt_id, now); !free) return fail(free.error());
  const Id<StoredAttempt> id{
      tx.insert("INSERT INTO payment_attempt (debt_id, regie_id, gateway, account, mode, reference, amount_cents, "
                "email, return_key, "
                "started_at, next_question_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                debt_id, regie.id, to_string(regie.gateway), regie.account, to_string(regie.mode), debt->reference,
                debt->remaining(), email, new_page_key(), now, now + start_seconds)};
  return find_attempt(tx, id).value();
}

Result<StoredAttempt> note_started(db::Tx& tx, Id<StoredAttempt> id, const StartedPayment& started, Instant now) {
  const auto attempt = find_attempt(tx, id).value();
  const auto sent = advance(attempt, PaymentEvent::named);
  if (!sent) return fail(sent.error());
  const auto opened = next_state(*sent, PaymentEvent::opened);
  keep_answer(tx, id, AnswerKind::start, "named", started.evidence);
  tx.run("UPDATE payment_attempt SET state = ?, gateway_id = ?, redirection = ?, next_question_at = ? WHERE id = ?",
         to_string(*sent), started.id, redirection_json(started.redirection), next_question_at(attempt.started_at, now),
         id);
  tx.run("UPDATE payment_attempt SET state = ?, opened_at = ? WHERE id = ?", to_string(opened.value()), now, id);
  return find_attempt(tx, id).value();
}

void note_not_started(db::Tx& tx, Id<StoredAttempt> id, const GatewayFault& fault, Instant now) {
  const auto attempt = find_attempt(tx, id).value();
  const auto state = advance(attempt, PaymentEvent::not_sent);
  if (!state) return;
  keep_answer(tx, id, AnswerKind::fault, fault.code, fault.evidence);
  tx.run("UPDATE payment_attempt SET state = ?, settled_at = ?, next_question_at = NULL, last_fault = ? WHERE id = ?",
         to_string(*state), now, fault.code, id);
}

Result<Redirection> pay(tenants::Tenant& tenant, const PayingTools& tools, Id<Debt> debt_id, std::string_view email,
                        Instant now) {
  const auto planned = tenant.write_private([&](db::Tx& tx) -> Result<Planned> {
    auto attempt = plan_attempt(tx, debt_id, email, now);
    if (!attempt) return fail(attempt.error());
    const Regie regie = find_regie(tx, attempt->regie_id).value();
    return Planned{*attempt, find_debt(tx, debt_id).value(), regie.secret};
  });
  if (!planned) return fail(planned.error());
  const StoredAttempt& attempt = planned->attempt;
  const auto gateway = tools.gateway({attempt.gateway, attempt.account, planned->sealed_secret, attempt.mode});
  const auto started =
      gateway ? gateway->start(order_of(tenant, attempt, planned->debt, now), now)
              : Reply<StartedPayment>(Refusal({FaultKind::configuration, "secret", "regie.secret_unreadable", "", {}}));
  if (!started) {
    const GatewayFault& fault = started.error();
    log::warning("payment.not_started",
                 {{"commune", tenant.insee()}, {"attempt", attempt.id.value}, {"code", fault.code}});
    tenant.write_private([&](db::Tx& tx) { note_not_started(tx, attempt.id, fault, now); });
    return fail(ErrorKind::unavailable, fault.key, {{"code", fault.code}});
  }
  const auto noted = tenant.write_private([&](db::Tx& tx) { return note_started(tx, attempt.id, *started, now); });
  if (!noted) return fail(noted.error());
  log::info("payment.started", {{"commune", tenant.insee()}, {"attempt", attempt.id.value}});
  return started->redirection;
}

bool can_resume(const StoredAttempt& attempt, Instant now) {
  return attempt.state == PaymentState::pending && now - attempt.started_at < page_seconds;
}

Result<Redirection> resume(tenants::Tenant& tenant, Id<Debt> debt, Instant now) {
  const auto live = tenant.read([&](db::ReadTx& tx) { return live_attempt(tx, debt); });
  if (!live || !can_resume(*live, now)) return fail(ErrorKind::conflict, "payment.not_open");
  return redirection_of(live->redirection);
}

void ask_now(tenants::Tenant& tenant, const PayingTools& tools, const StoredAttempt& attempt, Instant now) {
  if (attempt.gateway_id.empty()) {
    if (attempt.state != PaymentState::created || now - attempt.started_at < start_seconds) return;
    tenant.write_private([&](db::Tx& tx) {
      note_not_started(tx, attempt.id, {.code = "cut_short", .key = "", .said = "", .evidence = {}}, now);
    });
    return;
  }
  const auto gateway = gateway_of(tenant, tools, attempt);
  if (!gateway) return;
  const std::string body = tenant.read([&](db::ReadTx& tx) { return last_notification(tx, attempt.id); });
  const auto status = gateway->ask({asked_of(attempt), body, now});
  tenant.write_private([&](db::Tx& tx) {
    if (status)
      hear(tx, attempt.id, *status, tools.on_settled, now);
    else
      hear_nothing(tx, attempt.id, status.error(), now);
  });
}

int ask_due(tenants::Tenant& tenant, const PayingTools& tools, Instant now, int limit) {
  const auto due = tenant.read([&](db::ReadTx& tx) { return due_attempts(tx, now, limit); });
  for (const StoredAttempt& attempt : due) ask_now(tenant, tools, attempt, now);
  return static_cast<int>(due.size());
}

bool hear_notification(tenants::Tenant& tenant, const PayingTools& tools, GatewayKind gateway,
                       std::string_view gateway_id, std::string_view body, Instant now) {
  // Looked for first: what nobody knows costs no write.
  const auto attempt = tenant.read([&](db::ReadTx& tx) { return find_attempt_named(tx, gateway, gateway_id); });
  if (!attempt || holds_money(attempt->state) || attempt->state == PaymentState::refunded) return false;
  const bool is_signed = gateway == GatewayKind::systempay;
  if (is_signed) {  // judging it asks nobody; what is forged is not kept
    const auto judge = gateway_of(tenant, tools, *attempt);
    if (!judge || !judge->ask({asked_of(*attempt), std::string(body), now})) return false;
  }
  return tenant.write_private([&](db::Tx& tx) {
    if (is_signed)
      keep_answer(tx, attempt->id, AnswerKind::notification, "signed", make_evidence(std::string(body), now));
    return ask_soon(tx, attempt->id, now);
  });
}

std::string redirection_json(const Redirection& redirection) {
  json::Array fields;
  for (const auto& [name, value] : redirection.fields)
    fields.push_back(json::Array{json::Value(name), json::Value(value)});
  return json::serialize(json::Object{{"how", redirection.how == Redirection::How::post ? "post" : "get"},
                                      {"url", redirection.url},
                                      {"fields", std::move(fields)}});
}

Redirection redirection_of(std::string_view text) {
  const json::Value document = json::parse_trusted(text);
  const json::Object& stored = document.as_object();
  Redirection redirection;
  redirection.how = json::string_or(stored, "how") == "post" ? Redirection::How::post : Redirection::How::get;
  redirection.url = json::string_or(stored, "url");
  for (const json::Value& field : *json::find_array(stored, "fields")) {
    redirection.fields.emplace_back(std::string(field.at(0).as_string()), std::string(field.at(1).as_string()));
  }
  return redirection;
}

}  // namespace clocher::payments
