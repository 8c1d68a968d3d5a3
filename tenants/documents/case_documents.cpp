// What is printed of a request: the proof of its delays, the attestation of an acceptance by silence.
#include "core/base/text.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::tenants {
namespace {

using dossiers::Dossier;
using Rule = forms::Silence::Rule;

template <class Moment>
json::Value or_false(const std::optional<Moment>& moment) {
  return moment ? json::Value(to_french(*moment)) : json::Value(false);
}

struct Case {
  Profile profile;
  dossiers::CaseFile file;
  dossiers::Clocks clocks;
};

std::optional<Case> read_case(Tenant& tenant, std::int64_t id, Instant now) {
  return tenant.read([&](db::ReadTx& tx) -> std::optional<Case> {
    auto file = dossiers::read_case_file(tx, Id<Dossier>{id});
    if (!file) return std::nullopt;
    auto clocks = dossiers::read_clocks(tx, file->dossier, file->definition.silence, now);
    return Case{read_profile(tx), std::move(*file), std::move(clocks)};
  });
}

std::string delay_of(const forms::Silence& silence) { return std::to_string(silence.months) + " mois"; }

json::Value receipt_data(const dossiers::Clocks& clocks) {
  if (!clocks.receipt) return false;
  return json::Object{{"recipient", clocks.receipt->recipient},
                      {"issued", to_french(clocks.receipt->issued_at)},
                      {"sent", or_false(clocks.receipt->sent_at)},
                      {"fingerprint", clocks.receipt->sha256}};
}

json::Value silence_data(const dossiers::Clocks& clocks) {
  if (clocks.silence.rule == Rule::none) return false;
  const int days = clocks.silence_clock.suspended_days;
  return json::Object{{"is_acceptance", clocks.silence.rule == Rule::acceptance},
                      {"delay", delay_of(clocks.silence)},
                      {"decides_on", or_false(clocks.silence_clock.decides_on)},
                      {"suspended", days == 0 ? json::Value(false)
                                              : json::Value(std::to_string(days) + (days == 1 ? " jour" : " jours"))}};
}

json::Array asks_data(const dossiers::Clocks& clocks) {
  json::Array list;
  for (const dossiers::Ask& ask : clocks.asks)
    list.push_back(
        json::Object{{"on", to_french(ask.on)}, {"before", to_french(ask.answer_before)}, {"ended", or_false(ask.ended)}});
  return list;
}

json::Array events_data(const Texts& texts, const std::vector<Event>& events) {
  json::Array list;
  for (const Event& event : events) {
    const auto state = dossiers::parse_state(event.details);
    const std::string text =
        event.verb == "dossier.state_changed" && state
            ? texts.catalogue.text("proof.state",
                                   {{"state", texts.catalogue.text("state." + std::string(to_string(*state)) + ".label")}})
            : texts.catalogue.text("event." + event.verb, {{"details", event.details}});
    list.push_back(json::Object{{"at", to_french(event.at)}, {"actor", event.actor_name}, {"text", text}});
  }
  return list;
}

}  // namespace

Result<DocumentSource> prove_delays(Tenant& tenant, const Texts& texts, std::int64_t id, Instant now) {
  const auto found = read_case(tenant, id, now);
  if (!found) return fail(ErrorKind::not_found, "dossier.not_found");
  const auto& [profile, file, clocks] = *found;
  json::Array asks = asks_data(clocks);
  const json::Object data{{"of_name", with_de(profile.name)},
                          {"procedure_title", file.dossier.procedure_title},
                          {"reference", file.dossier.reference},
                          {"applicant", file.dossier.applicant_name},
                          {"received", to_french(file.dossier.submitted_at)},
                          {"acknowledge_by", to_french(clocks.acknowledge_by)},
                          {"receipt", receipt_data(clocks)},
                          {"silence", silence_data(clocks)},
                          {"has_asks", !asks.empty()},
                          {"asks", std::move(asks)},
                          {"decided", or_false(file.dossier.decided_at)},
                          {"decided_by_silence", !file.dossier.silence.empty()},
                          {"events", events_data(texts, file.events)},
                          {"made", to_french(now)}};
  return DocumentSource{"delais-" + file.dossier.reference + ".pdf",
                        texts.views.render("documents/case_proof.html", data)};
}

Result<DocumentSource> attest_silence(Tenant& tenant, const Texts& texts, std::int64_t id, Instant now) {
  const auto found = read_case(tenant, id, now);
  if (!found) return fail(ErrorKind::not_found, "dossier.not_found");
  const auto& [profile, file, clocks] = *found;
  if (file.dossier.silence != "acceptance") return fail(ErrorKind::conflict, "silence.not_accepted");
  const json::Object data{
      {"of_name", with_de(profile.name)},
      {"commune_name", profile.name},
      {"mayor", profile.mayor_name.empty() ? json::Value(false) : json::Value(profile.mayor_name)},
      {"procedure_title", file.dossier.procedure_title},
      {"reference", file.dossier.reference},
      {"applicant", file.dossier.applicant_name},
      {"received", to_french(to_local(file.dossier.submitted_at).date)},
      {"delay", delay_of(clocks.silence)},
      {"accepted", file.dossier.silence_on ? to_french(*file.dossier.silence_on) : std::string()},
      {"made", to_french(to_local(now).date)}};
  return DocumentSource{"attestation-" + file.dossier.reference + ".pdf",
                        texts.views.render("documents/silence_attestation.html", data)};
}

}  // namespace clocher::tenants
