// Fills the mail templates of api/views/mails.
#include "tenants/dossiers/mails.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/deadlines.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/site/profile.hpp"

#include <array>
#include <string>

namespace clocher::dossiers {
namespace {

json::Value or_false(std::string_view text) {
  return text.empty() ? json::Value(false) : json::Value(std::string(text));
}

json::Object service(const tenants::Profile& profile) {
  std::string address = profile.address;
  if (!profile.postcode.empty() && !address.empty()) address += ", " + profile.postcode + " " + profile.city;
  return {{"name", "Mairie " + with_de(profile.name)},
          {"address_line", or_false(address)},
          {"phone", or_false(profile.phone)},
          {"email", or_false(profile.email)}};
}

// What every mail about a dossier says.
json::Object common(db::ReadTx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                    const Dossier& dossier) {
  return {{"greeting", texts.catalogue.text("mail.greeting")},
          {"procedure_title", dossier.procedure_title},
          {"reference", dossier.reference},
          {"tracking_url", commune.site_url + "/suivi"},
          {"commune_of_name", with_de(commune.name)},
          {"site_url", commune.site_url},
          {"service", service(tenants::read_profile(tx))}};
}

struct Letter {
  std::string_view view;
  std::string recipient;
  std::string subject;
};

// Who gave no address is told nothing by mail: the page of the request says it all.
void enqueue(db::Tx& tx, const tenants::Texts& texts, const Letter& letter, const json::Object& data, Instant now) {
  if (letter.recipient.empty()) return;
  static_cast<void>(
      tenants::enqueue_mail(tx, {letter.recipient, letter.subject, texts.views.render(letter.view, data)}, now));
}

std::string months_in_words(int months) {
  static constexpr std::array<std::string_view, 5> words = {"", "un mois", "deux mois", "trois mois", "quatre mois"};
  const auto index = static_cast<std::size_t>(months);
  return index < words.size() ? std::string(words[index]) : std::to_string(months) + " mois";
}

json::Value silence_data(const forms::Silence& silence, Instant submitted_at) {
  const Date received = to_local(submitted_at).date;
  const auto date = run_silence_clock(silence, received, {}, received).decides_on;
  if (!date) return false;
  return json::Object{{"means_rejection", silence.rule == forms::Silence::Rule::rejection},
                      {"means_acceptance", silence.rule == forms::Silence::Rule::acceptance},
                      {"decision_date", to_french(*date)},
                      {"delay", months_in_words(silence.months)},
                      {"legal_reference", false},
                      {"remedies", or_false(silence.text)}};
}

std::string remedies(db::ReadTx& tx, const tenants::Texts& texts, const Dossier& dossier) {
  const std::string own = forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision).remedies;
  return own.empty() ? texts.catalogue.text("mail.state.remedies") : own;
}

void enqueue_to_agents(db::Tx& tx, const tenants::Texts& texts, Letter letter, const json::Object& data, Instant now) {
  for (const std::string& address : tenants::agent_addresses(tx)) {
    letter.recipient = address;
    enqueue(tx, texts, letter, data, now);
  }
}

std::string case_url(const tenants::CommuneIdentity& commune, const Dossier& dossier) {
  return commune.site_url + "/admin/demandes/" + std::to_string(dossier.id.value);
}

}  // namespace

void enqueue_receipt(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                     const Dossier& dossier, const forms::Definition& definition, Instant now) {
  json::Object data = common(tx, commune, texts, dossier);
  data["tracking_code"] = dossier.tracking_code;
  data["received"] = to_french(dossier.submitted_at);
  data["next_steps"] = json::Array{json::Value(texts.catalogue.text("sent.next_step.received")),
                                   json::Value(texts.catalogue.text("sent.next_step.message")),
                                   json::Value(texts.catalogue.text("sent.next_step.answer"))};
  data["answer_by"] = false;
  data["silence"] = silence_data(definition.silence, dossier.submitted_at);
  data["silence_text"] =
      definition.silence.rule == forms::Silence::Rule::none ? or_false(definition.silence.text) : json::Value(false);
  const std::string subject = texts.catalogue.text(
      "mail.receipt.subject", {{"procedure", dossier.procedure_title}, {"reference", dossier.reference}});
  const bool is_mailed = !dossier.applicant_email.empty();
  data["is_mailed"] = is_mailed;
  const std::string body = texts.views.render("mails/receipt.txt", data);
  if (is_mailed)
    keep_receipt(tx, dossier, body, tenants::enqueue_mail(tx, {dossier.applicant_email, subject, body}, now), now);
  else
    keep_handed_receipt(tx, dossier, body, now);
}

void enqueue_notice_to_agents(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                              const Dossier& dossier, Instant now) {
  const json::Object data{{"procedure_title", dossier.procedure_title},        {"reference", dossier.reference},
                          {"received", to_french(dossier.submitted_at)},       {"answer_by", false},
                          {"waiting_count", std::to_string(count_unread(tx))}, {"case_url", case_url(commune, dossier)},
                          {"commune_of_name", with_de(commune.name)}};
  const std::string subject = texts.catalogue.text(
      "mail.agent_new_case.subject", {{"procedure", dossier.procedure_title}, {"reference", dossier.reference}});
  enqueue_to_agents(tx, texts, {"mails/agent_new_case.txt", "", subject}, data, now);
}

void enqueue_answer_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                           const Dossier& dossier, Instant now) {
  const json::Object data{{"procedure_title", dossier.procedure_title},
                          {"reference", dossier.reference},
                          {"received", to_french(now)},
                          {"case_url", case_url(commune, dossier)},
                          {"commune_of_name", with_de(commune.name)}};
  const std::string subject = texts.catalogue.text("mail.agent_answer.subject", {{"reference", dossier.reference}});
  enqueue_to_agents(tx, texts, {"mails/agent_answer.txt", "", subject}, data, now);
}

void enqueue_message_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                            const Dossier& dossier, std::string_view agent_name, Instant now) {
  json::Object data = common(tx, commune, texts, dossier);
  data["asks_answer"] = dossier.state == State::waiting_for_resident;
  const auto before = answer_expected_before(tx, dossier.id);
  data["answer_before"] = before ? json::Value(to_french(*before)) : json::Value(false);
  data["agent"] = or_false(agent_name);
  const std::string subject = texts.catalogue.text("mail.message.subject", {{"reference", dossier.reference}});
  enqueue(tx, texts, {"mails/message_from_town_hall.txt", dossier.applicant_email, subject}, data, now);
}

void enqueue_state_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                          const Dossier& dossier, std::string_view agent_name, std::string_view reason, Instant now) {
  const std::string key = "state." + std::string(to_string(dossier.state));
  const std::string label = texts.catalogue.text(key + ".label");
  json::Object data = common(tx, commune, texts, dossier);
  data["state_label"] = label;
  // On the site the answer box stands below; in a mail it does not.
  data["state_text"] = texts.catalogue.text(texts.catalogue.has(key + ".mail") ? key + ".mail" : key + ".text");
  data["reason"] = or_false(reason);
  data["remedies"] = dossier.state == State::refused ? json::Value(remedies(tx, texts, dossier)) : json::Value(false);
  data["agent"] = or_false(agent_name);
  const std::string subject =
      texts.catalogue.text("mail.state.subject", {{"reference", dossier.reference}, {"state", label}});
  enqueue(tx, texts, {"mails/state_changed.txt", dossier.applicant_email, subject}, data, now);
}

void enqueue_status_notice(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                           const Dossier& dossier, const forms::Status& status, std::string_view agent_name,
                           Instant now) {
  json::Object data = common(tx, commune, texts, dossier);
  data["state_label"] = status.label;
  data["state_text"] =
      status.text.empty() ? texts.catalogue.text("state.in_progress.text") : status.text;
  data["reason"] = data["remedies"] = false;
  data["agent"] = or_false(agent_name);
  const std::string subject =
      texts.catalogue.text("mail.state.subject", {{"reference", dossier.reference}, {"state", status.label}});
  enqueue(tx, texts, {"mails/state_changed.txt", dossier.applicant_email, subject}, data, now);
}

void enqueue_silence_notices(db::Tx& tx, const tenants::CommuneIdentity& commune, const tenants::Texts& texts,
                             const Dossier& dossier, Instant now) {
  const forms::Silence silence = forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision).silence;
  const bool is_accepted = dossier.state == State::accepted;
  json::Object data = common(tx, commune, texts, dossier);
  data["received"] = to_french(to_local(dossier.submitted_at).date);
  data["delay"] = months_in_words(silence.months);
  data["is_accepted"] = is_accepted;
  data["remedies"] = is_accepted ? json::Value(false) : json::Value(remedies(tx, texts, dossier));
  data["case_url"] = case_url(commune, dossier);
  const std::string outcome = is_accepted ? "acceptance" : "rejection";
  enqueue(tx, texts,
          {"mails/silence.txt", dossier.applicant_email,
           texts.catalogue.text("mail.silence." + outcome, {{"reference", dossier.reference}})},
          data, now);
  enqueue_to_agents(tx, texts,
                    {"mails/agent_silence.txt", "",
                     texts.catalogue.text("mail.agent_silence.subject", {{"reference", dossier.reference}})},
                    data, now);
}

}  // namespace clocher::dossiers
