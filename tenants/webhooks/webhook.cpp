// SQL and verbs of webhooks.
#include "tenants/webhooks/webhook.hpp"

#include "core/base/text.hpp"
#include "core/security/token.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 3> events = {"case.sent", "case.state_changed", "case.message"};
constexpr std::int64_t most_of_a_procedure = 5;

std::optional<WebhookDetail> parse_detail(std::string_view text) {
  for (const auto detail : {WebhookDetail::reference, WebhookDetail::applicant, WebhookDetail::answers}) {
    if (to_string(detail) == text) return detail;
  }
  return std::nullopt;
}

Webhook read_webhook(const db::Row& row) {
  Webhook webhook;
  webhook.id = row.id<Webhook>(0);
  webhook.procedure_id = row.id<forms::Procedure>(1);
  webhook.address = row.text(2);
  const std::string chosen = row.text(3);
  for (const std::string_view event : split(chosen, ' ')) webhook.events.emplace_back(event);
  webhook.detail = parse_detail(row.text(4)).value_or(WebhookDetail::reference);
  webhook.created_by = row.text(5);
  webhook.created_at = row.instant(6);
  return webhook;
}

OutboxItem read_item(const db::Row& row) {
  return {row.id<OutboxItem>(0), row.text(1),    row.text(2), row.text(3),    row.text(4),
          row.text(5),           row.integer(6), row.text(7), row.instant(8), row.instant(9)};
}

std::optional<Id<forms::Procedure>> find_procedure_id(db::ReadTx& tx, std::string_view slug) {
  return tx.one(
      "SELECT id FROM procedure WHERE slug = ?", [](const db::Row& row) { return row.id<forms::Procedure>(0); }, slug);
}

std::optional<Webhook> find_webhook(db::ReadTx& tx, std::string_view procedure, Id<Webhook> id) {
  return tx.one(
      "SELECT w.id, w.procedure_id, w.address, w.events, w.detail, w.created_by, w.created_at FROM webhook w JOIN "
      "procedure p ON p.id = w.procedure_id WHERE w.id = ? AND p.slug = ?",
      read_webhook, id, procedure);
}

// In the order of the table, each once.
std::string chosen_events(const std::vector<std::string>& wanted) {
  std::string text;
  for (const std::string_view event : events) {
    if (std::ranges::find(wanted, event) != wanted.end()) text += (text.empty() ? "" : " ") + std::string(event);
  }
  return text;
}

Result<void> check(const WebhookInput& input, outbound::Peers peers) {
  if (const auto good = outbound::check_callback_address(input.address, peers); !good) return good;
  const auto is_known = [](const std::string& event) { return std::ranges::find(events, event) != events.end(); };
  if (input.events.empty() || !std::ranges::all_of(input.events, is_known)) return fail_field("events", "webhook.events");
  if (!parse_detail(input.detail)) return fail_field("detail", "webhook.detail");
  return {};
}

Subject subject(Id<Webhook> id) { return {"webhook", id.value}; }

}  // namespace

std::span<const std::string_view> webhook_events() { return events; }

std::string_view to_string(WebhookDetail detail) {
  switch (detail) {
    case WebhookDetail::reference: return "reference";
    case WebhookDetail::applicant: return "applicant";
    case WebhookDetail::answers: return "answers";
  }
  return "reference";
}

Result<CreatedWebhook> create_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure,
                                      const WebhookInput& input, outbound::Peers peers, Instant now) {
  if (const auto good = check(input, peers); !good) return fail(good.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<CreatedWebhook> {
    const auto procedure_id = find_procedure_id(tx, procedure);
    if (!procedure_id) return fail(ErrorKind::not_found, "procedure.not_found");
    if (tx.number("SELECT COUNT(*) FROM webhook WHERE procedure_id = ?", *procedure_id) >= most_of_a_procedure)
      return fail(ErrorKind::conflict, "webhook.too_many", {{"max", std::to_string(most_of_a_procedure)}});
    const std::string secret = "whsec_" + security::random_token();
    const Id<Webhook> id{
        tx.insert("INSERT INTO webhook (procedure_id, address, secret, events, detail, created_by, created_at) VALUES "
                  "(?, ?, ?, ?, ?, ?, ?)",
                  *procedure_id, input.address, secret, chosen_events(input.events), input.detail, actor.name, now)};
    append_event(tx, actor, subject(id), "webhook.created", input.address, now);
    return CreatedWebhook{*find_webhook(tx, procedure, id), secret};
  });
}

Result<void> remove_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure, Id<Webhook> id,
                            Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto webhook = find_webhook(tx, procedure, id);
    if (!webhook) return fail(ErrorKind::not_found, "webhook.not_found");
    tx.run("DELETE FROM webhook WHERE id = ?", id);
    append_event(tx, actor, subject(id), "webhook.removed", webhook->address, now);
    return {};
  });
}

Result<void> try_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure, Id<Webhook> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto webhook = find_webhook(tx, procedure, id);
    if (!webhook) return fail(ErrorKind::not_found, "webhook.not_found");
    enqueue_callback(tx, *webhook, "Essai", {{"version", 1}, {"event", "test"}, {"at", now.seconds}}, now);
    append_event(tx, actor, subject(id), "webhook.tried", webhook->address, now);
    return {};
  });
}

std::vector<Webhook> list_webhooks(db::ReadTx& tx, Id<forms::Procedure> procedure) {
  return tx.all(
      "SELECT id, procedure_id, address, events, detail, created_by, created_at FROM webhook WHERE procedure_id = ? "
      "ORDER BY id",
      read_webhook, procedure);
}

std::vector<OutboxItem> list_callbacks(db::ReadTx& tx, Id<Webhook> id) {
  return tx.all(
      "SELECT id, kind, recipient, subject, body, state, attempts, last_error, next_attempt_at, created_at FROM outbox "
      "WHERE webhook_id = ? ORDER BY id DESC LIMIT 10",
      read_item, id);
}

void enqueue_callback(db::Tx& tx, const Webhook& webhook, std::string_view subject_text, const json::Object& body,
                      Instant now) {
  tx.run(
      "INSERT INTO outbox (kind, webhook_id, recipient, subject, body, state, next_attempt_at, created_at) "
      "VALUES ('webhook', ?, ?, ?, ?, 'pending', ?, ?)",
      webhook.id, webhook.address, subject_text, json::serialize(body), now, now);
}

std::vector<DueCallback> due_callbacks(db::ReadTx& tx, Instant now, int limit) {
  return tx.all(
      "SELECT o.id, o.kind, o.recipient, o.subject, o.body, o.state, o.attempts, o.last_error, o.next_attempt_at, "
      "o.created_at, w.id, w.address, w.secret FROM outbox o JOIN webhook w ON w.id = o.webhook_id "
      "WHERE o.kind = 'webhook' AND o.state = 'pending' AND o.next_attempt_at <= ? ORDER BY o.next_attempt_at, o.id "
      "LIMIT ?",
      [](const db::Row& row) {
        DueCallback due{read_item(row), row.id<Webhook>(10), {}};
        due.callback = {row.text(11), json::string_or(json::parse_trusted(due.item.body).as_object(), "event"), "",
                        due.item.body, row.text(12)};
        return due;
      },
      now, limit);
}

std::optional<Instant> next_callback_due(db::ReadTx& tx) {
  return tx.one(
      "SELECT next_attempt_at FROM outbox WHERE kind = 'webhook' AND state = 'pending' ORDER BY next_attempt_at LIMIT 1",
      [](const db::Row& row) { return row.instant(0); });
}

void put_off_callbacks(db::Tx& tx, Id<Webhook> id, Instant now, Instant until) {
  tx.run("UPDATE outbox SET next_attempt_at = ? WHERE webhook_id = ? AND state = 'pending' AND next_attempt_at <= ?",
         until, id, now);
}

}  // namespace clocher::tenants
