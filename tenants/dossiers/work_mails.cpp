// Fills the mails of the work on cases: assignment, steps, opinions, retention.
#include "core/base/text.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/retention.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/people/agent.hpp"

#include <string>

namespace clocher::dossiers {
namespace {

json::Object about(const tenants::CommuneIdentity& commune, const Dossier& dossier) {
  return {{"procedure_title", dossier.procedure_title},
          {"reference", dossier.reference},
          {"case_url", commune.site_url + "/admin/demandes/" + std::to_string(dossier.id.value)},
          {"commune_of_name", with_de(commune.name)}};
}

std::string subject(const tenants::Texts& texts, std::string_view key, const Dossier& dossier) {
  return texts.catalogue.text(key, {{"reference", dossier.reference}});
}

void to_agents(db::Tx& tx, const std::string& subject, const std::string& body, Instant now) {
  for (const std::string& address : tenants::agent_addresses(tx))
    static_cast<void>(tenants::enqueue_mail(tx, {address, subject, body}, now));
}

}  // namespace

void enqueue_assignment_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                               const Dossier& dossier, const tenants::Agent& to, std::string_view by, Instant now) {
  json::Object data = about(commune, dossier);
  data["by"] = std::string(by);
  static_cast<void>(tenants::enqueue_mail(tx,
                                          {to.email, subject(texts, "mail.assigned.subject", dossier),
                                           texts.views.render("mails/agent_assigned.txt", data)},
                                          now));
}

void enqueue_opinion_request(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                             const Dossier& dossier, const Opinion& opinion, std::string_view key, Instant now) {
  const json::Object data{{"name", opinion.recipient_name},
                          {"by", opinion.asked_by},
                          {"procedure_title", dossier.procedure_title},
                          {"reference", dossier.reference},
                          {"question", opinion.question},
                          {"opinion_url", commune.site_url + "/avis-elu/" + std::string(key)},
                          {"until", to_french(to_local(opinion.expires_at).date)},
                          {"commune_of_name", with_de(commune.name)}};
  static_cast<void>(tenants::enqueue_mail(tx,
                                          {opinion.recipient_email, subject(texts, "mail.opinion.subject", dossier),
                                           texts.views.render("mails/opinion_request.txt", data)},
                                          now));
}

void enqueue_opinion_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, Instant now) {
  to_agents(tx, subject(texts, "mail.agent_opinion.subject", dossier),
            texts.views.render("mails/agent_opinion.txt", about(commune, dossier)), now);
}

void enqueue_retention_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                              std::int64_t count, Instant now) {
  const json::Object data{
      {"count_text", texts.catalogue.text("retention.count", {{"count", std::to_string(count)}})},
      {"days", std::to_string(retention_warning_days)},
      {"inbox_url", commune.site_url + "/admin/demandes"},
      {"commune_of_name", with_de(commune.name)}};
  to_agents(tx, texts.catalogue.text("mail.retention.subject"), texts.views.render("mails/agent_retention.txt", data),
            now);
}

}  // namespace clocher::dossiers
