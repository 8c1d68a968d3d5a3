// Another system that a procedure tells of its cases: its address, its secret, what it hears of.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "core/outbound/callback.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/tenant.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// What can be heard of. "test" is sent on demand, whatever was chosen.
[[nodiscard]] std::span<const std::string_view> webhook_events();  // case.sent, case.state_changed, case.message

// How much of a person leaves the house: the case's number and state; name and e-mail too; answers and messages too.
enum class WebhookDetail { reference, applicant, answers };
[[nodiscard]] std::string_view to_string(WebhookDetail detail);

struct Webhook {
  Id<Webhook> id;
  Id<forms::Procedure> procedure_id;
  std::string address;
  std::vector<std::string> events;
  WebhookDetail detail = WebhookDetail::reference;
  std::string created_by;
  Instant created_at;
};

struct WebhookInput {
  std::string address;
  std::vector<std::string> events;
  std::string detail;
};

struct CreatedWebhook {
  Webhook webhook;
  std::string secret;  // shown this once
};

// invalid: webhook.address.*, webhook.events, webhook.detail; not_found procedure.not_found; conflict webhook.too_many {max}.
[[nodiscard]] Result<CreatedWebhook> create_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure,
                                                    const WebhookInput& input, outbound::Peers peers, Instant now);
// With what still waits for it. not_found webhook.not_found, also under another procedure.
[[nodiscard]] Result<void> remove_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure,
                                          Id<Webhook> id, Instant now);
// Puts an example without any case into the outbox. not_found webhook.not_found.
[[nodiscard]] Result<void> try_webhook(Tenant& tenant, const Actor& actor, std::string_view procedure, Id<Webhook> id,
                                       Instant now);

[[nodiscard]] std::vector<Webhook> list_webhooks(db::ReadTx& tx, Id<forms::Procedure> procedure);
// The last ten callbacks, newest first, sent ones included.
[[nodiscard]] std::vector<OutboxItem> list_callbacks(db::ReadTx& tx, Id<Webhook> id);

// `subject` is what agents read in the list of deliveries.
void enqueue_callback(db::Tx& tx, const Webhook& webhook, std::string_view subject, const json::Object& body,
                      Instant now);

struct DueCallback {
  OutboxItem item;
  Id<Webhook> webhook;
  outbound::Callback callback;  // delivery_id is left empty
};
[[nodiscard]] std::vector<DueCallback> due_callbacks(db::ReadTx& tx, Instant now, int limit);
[[nodiscard]] std::optional<Instant> next_callback_due(db::ReadTx& tx);
// What is due for this one waits: its peer has just been away.
void put_off_callbacks(db::Tx& tx, Id<Webhook> id, Instant now, Instant until);

}  // namespace clocher::tenants
