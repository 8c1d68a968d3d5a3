// The bodies of callbacks.
#include "tenants/dossiers/callbacks.hpp"

#include "tenants/site/profile.hpp"
#include "tenants/webhooks/webhook.hpp"

#include <algorithm>

namespace clocher::dossiers {
namespace {

using tenants::Webhook;
using tenants::WebhookDetail;

std::string_view subject_of(std::string_view event) {
  if (event == "case.sent") return "nouvelle demande";
  return event == "case.message" ? "nouveau message" : "changement d’état";
}

json::Object body_of(const tenants::Profile& profile, const Dossier& dossier, const Webhook& webhook,
                     std::string_view event, const Message* message, Instant now) {
  json::Object body{{"version", 1},
                    {"event", std::string(event)},
                    {"at", now.seconds},
                    {"commune", json::Object{{"insee", profile.insee}, {"name", profile.name}}},
                    {"procedure", json::Object{{"slug", dossier.procedure_slug}, {"title", dossier.procedure_title}}},
                    {"case", json::Object{{"id", dossier.id.value},
                                          {"reference", dossier.reference},
                                          {"state", std::string(to_string(dossier.state))},
                                          {"submitted_at", dossier.submitted_at.seconds}}}};
  if (message != nullptr) {
    json::Object data{{"id", message->id.value}, {"from", message->from_resident ? "resident" : "agent"}};
    if (webhook.detail == WebhookDetail::answers) data["body"] = message->body;
    body["message"] = std::move(data);
  }
  if (webhook.detail != WebhookDetail::reference)
    body["applicant"] = json::Object{{"name", dossier.applicant_name}, {"email", dossier.applicant_email}};
  if (webhook.detail == WebhookDetail::answers) body["answers"] = dossier.answers;
  return body;
}

void enqueue(db::Tx& tx, Id<Dossier> id, std::string_view event, const Message* message, Instant now) {
  const auto procedure = tx.one(
      "SELECT procedure_id FROM dossier WHERE id = ?",
      [](const db::Row& row) { return row.id<forms::Procedure>(0); }, id);
  if (!procedure) return;
  std::vector<Webhook> listeners = tenants::list_webhooks(tx, *procedure);
  std::erase_if(listeners, [&](const Webhook& webhook) { return std::ranges::find(webhook.events, event) == webhook.events.end(); });
  if (listeners.empty()) return;
  const Dossier dossier = *find_dossier(tx, id);
  const tenants::Profile profile = tenants::read_profile(tx);
  const std::string subject = dossier.reference + " : " + std::string(subject_of(event));
  for (const Webhook& webhook : listeners)
    tenants::enqueue_callback(tx, webhook, subject, body_of(profile, dossier, webhook, event, message, now), now);
}

}  // namespace

void call_back(db::Tx& tx, Id<Dossier> id, std::string_view event, Instant now) { enqueue(tx, id, event, nullptr, now); }

void call_back_message(db::Tx& tx, Id<Dossier> id, const Message& message, Instant now) {
  enqueue(tx, id, "case.message", &message, now);
}

}  // namespace clocher::dossiers
