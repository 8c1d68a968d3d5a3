// The attestation of publication: what was posted, since when, what the checks saw and what they did not.
#include "core/base/text.hpp"
#include "tenants/documents/document_kind.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/act_check.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::tenants {
namespace {

json::Array gaps(const ActProof& proof) {
  json::Array list;
  for (const DayRange& gap : proof.gaps) {
    list.push_back(
        json::Object{{"first", to_french(gap.first)},
                     {"last", gap.last == gap.first ? json::Value(false) : json::Value(to_french(gap.last))}});
  }
  return list;
}

json::Array faults(const ActProof& proof) {
  json::Array list;
  for (const ActFaultSeen& fault : proof.faults)
    list.push_back(json::Object{{"at", to_french(fault.at)}, {"is_missing", fault.fault == ActFault::missing}});
  return list;
}

}  // namespace

Result<DocumentSource> attest_publication(Tenant& tenant, const Texts& texts, std::int64_t act_id, Instant now) {
  Profile profile;
  std::optional<Act> act;
  ActProof proof;
  tenant.read([&](db::ReadTx& tx) {
    profile = read_profile(tx);
    act = find_act(tx, Id<Act>{act_id});
    if (act && act->published_at) proof = prove_publication(tx, *act, now);
  });
  if (!act) return fail(ErrorKind::not_found, "act.not_found");
  if (!act->published_at) return fail(ErrorKind::conflict, "act.not_published");
  const json::Object data{
      {"commune_name", profile.name},
      {"of_name", with_de(profile.name)},
      {"act_name", name_of(*act)},
      {"object", act->text.object},
      {"decided", to_french(*act->text.decided_on)},
      {"page_url", tenant.identity().site_url + path_of(*act)},
      {"fingerprint", act->file->sha256},
      {"since", to_french(proof.since)},
      {"withdrawn", act->withdrawn_at ? json::Value(to_french(*act->withdrawn_at)) : json::Value(false)},
      {"checks", texts.catalogue.text("acts.checks", {{"count", std::to_string(proof.checks)}})},
      {"is_continuous", proof.is_continuous()},
      {"chain_is_broken", !proof.chain_is_whole},
      {"has_gaps", !proof.gaps.empty()},
      {"gaps", gaps(proof)},
      {"has_faults", !proof.faults.empty()},
      {"faults", faults(proof)},
      {"made", to_french(now)}};
  return DocumentSource{"attestation-" + act->slug + ".pdf",
                        texts.views.render("documents/act_attestation.html", data)};
}

}  // namespace clocher::tenants
