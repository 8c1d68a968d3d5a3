// What a commune does with the contents of its intercommunality: shows them, marked with their source, or does not.
#pragma once

#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/sharing/offer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class SharingPolicy { ask, accept, refuse };
enum class SharingDecision { none, accepted, declined };

[[nodiscard]] std::string_view to_string(SharingPolicy policy);
[[nodiscard]] std::optional<SharingPolicy> parse_sharing_policy(std::string_view text);
[[nodiscard]] std::string_view to_string(SharingDecision decision);
[[nodiscard]] std::optional<SharingDecision> parse_sharing_decision(std::string_view text);

struct SharedSource {
  std::string siren;
  std::string name;
  SharingPolicy policy = SharingPolicy::ask;
  std::optional<Instant> decided_at;
  std::string decided_by;
};

struct SharedContent {
  Id<Content> id;  // in this commune
  std::string siren;
  ContentKind kind = ContentKind::page;
  std::string title;
  std::string summary;
  std::string path;
  Instant published_at;  // at the source
  SharingDecision decision = SharingDecision::none;
  bool is_shown = false;
};

// Makes the commune's copy what the offer is: new and changed contents come in, those no longer offered go. Decisions stay.
// Nothing is written when the offer is the one already here. Bytes of media come from `space_files`. For the job that spreads
// offers.
void receive(Tenant& commune, const Offer& offer, const FileStore& space_files, Instant now);
// The intercommunality shares no longer: its contents go, and what was decided of it.
void forget_source(Tenant& commune, std::string_view siren);

[[nodiscard]] std::vector<SharedSource> list_sources(db::ReadTx& tx);
[[nodiscard]] std::vector<SharedContent> list_shared(db::ReadTx& tx);  // newest first
// The name of the source of a content, nothing for the commune's own.
[[nodiscard]] std::optional<std::string> source_of(db::ReadTx& tx, Id<Content> id);

// All contents of a source, those to come included. not_found sharing.unknown_source. Doing it twice is harmless.
[[nodiscard]] Result<SharedSource> set_policy(Tenant& commune, const Actor& actor, std::string_view siren,
                                              SharingPolicy policy, Instant now);
// One content, whatever the policy; none gives it back to the policy. not_found content.not_found.
[[nodiscard]] Result<SharedContent> decide(Tenant& commune, const Actor& actor, Id<Content> id,
                                           SharingDecision decision, Instant now);

}  // namespace clocher::tenants
