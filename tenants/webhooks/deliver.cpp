// One callback at a time: its attempt written down, sent, its outcome written down.
#include "tenants/webhooks/deliver.hpp"

#include "core/base/log.hpp"

#include <set>

namespace clocher::tenants {
namespace {

constexpr int at_a_time = 50;

const Actor courier{ActorKind::system, "Clocher"};

Result<void> send(const CallbackSender& sender, const outbound::Callback& callback, Instant now) {
  try {
    return sender(callback, now);
  } catch (const std::exception& error) {
    return fail(ErrorKind::unavailable, "webhook.unreachable", {{"reason", error.what()}});
  }
}

void write_down(Tenant& tenant, const view::Catalogue& catalogue, const DueCallback& due, const Result<void>& sent,
                Instant now) {
  const Fault fault = sent || sent.error().kind == ErrorKind::unavailable ? Fault::transient : Fault::permanent;
  const bool is_final = !sent && (fault == Fault::permanent || !retry_delay(due.item.attempts + 1));
  tenant.database().write([&](db::Tx& tx) {
    if (sent)
      mark_sent(tx, due.item.id, now);
    else
      mark_failed(tx, due.item, fault, catalogue.text(sent.error().key, sent.error().arguments), now);
    if (sent || is_final)
      append_event(tx, courier, {"webhook", due.webhook.value}, sent ? "webhook.delivered" : "webhook.failed",
                   due.item.subject, now);
  });
  const auto outcome = sent ? "webhook.sent" : is_final ? "webhook.failed" : "webhook.postponed";
  if (sent)
    log::info(outcome, {{"commune", tenant.insee()}, {"outbox", due.item.id.value}});
  else
    log::warning(outcome, {{"commune", tenant.insee()}, {"outbox", due.item.id.value}, {"key", sent.error().key}});
}

}  // namespace

Visit deliver_due_callbacks(Tenant& tenant, const view::Catalogue& catalogue, const CallbackSender& sender,
                            Instant now) {
  std::set<std::int64_t> away;
  for (DueCallback& due : tenant.read([&](db::ReadTx& tx) { return due_callbacks(tx, now, at_a_time); })) {
    if (away.contains(due.webhook.value)) continue;
    due.callback.delivery_id = tenant.insee() + "-" + std::to_string(due.item.id.value);
    tenant.database().write([&](db::Tx& tx) { begin_attempt(tx, due.item, now); });
    const auto sent = send(sender, due.callback, now);
    write_down(tenant, catalogue, due, sent, now);
    if (sent || sent.error().key != "webhook.unreachable") continue;
    away.insert(due.webhook.value);
    tenant.database().write([&](db::Tx& tx) { put_off_callbacks(tx, due.webhook, now, now + one_minute); });
  }
  return {tenant.read([](db::ReadTx& tx) { return next_callback_due(tx); })};
}

}  // namespace clocher::tenants
