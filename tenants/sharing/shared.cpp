// Decisions of a commune on what is shared with it.
#include "tenants/sharing/shared.hpp"

#include "tenants/sharing/shared_store.hpp"

#include <array>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr std::array<std::pair<SharingPolicy, std::string_view>, 3> policies = {
    {{SharingPolicy::ask, "ask"}, {SharingPolicy::accept, "accept"}, {SharingPolicy::refuse, "refuse"}}};
constexpr std::array<std::pair<SharingDecision, std::string_view>, 3> decisions = {
    {{SharingDecision::none, "none"}, {SharingDecision::accepted, "accepted"}, {SharingDecision::declined, "declined"}}};

template <class Table, class Value>
std::string_view name_in(const Table& table, Value value) {
  for (const auto& [known, name] : table) {
    if (known == value) return name;
  }
  return "";
}

template <class Value, std::size_t N>
std::optional<Value> value_in(const std::array<std::pair<Value, std::string_view>, N>& table, std::string_view text) {
  for (const auto& [value, name] : table) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(SharingPolicy policy) { return name_in(policies, policy); }
std::optional<SharingPolicy> parse_sharing_policy(std::string_view text) { return value_in(policies, text); }
std::string_view to_string(SharingDecision decision) { return name_in(decisions, decision); }
std::optional<SharingDecision> parse_sharing_decision(std::string_view text) { return value_in(decisions, text); }

Result<SharedSource> set_policy(Tenant& commune, const Actor& actor, std::string_view siren, SharingPolicy policy,
                                Instant now) {
  return commune.write([&](db::Tx& tx) -> Result<SharedSource> {
    const auto source = shared_store::find_source(tx, siren);
    if (!source) return fail(ErrorKind::not_found, "sharing.unknown_source");
    if (source->policy == policy && source->decided_at) return *source;
    shared_store::set_policy(tx, siren, policy, actor.name, now);
    shared_store::show_by_rule(tx, siren);
    append_event(tx, actor, {"commune", 0}, "sharing.policy_set", std::string(siren) + " " + std::string(to_string(policy)),
                 now);
    return shared_store::find_source(tx, siren).value();
  });
}

Result<SharedContent> decide(Tenant& commune, const Actor& actor, Id<Content> id, SharingDecision decision,
                             Instant now) {
  return commune.write([&](db::Tx& tx) -> Result<SharedContent> {
    const auto content = shared_store::find_shared(tx, id);
    if (!content) return fail(ErrorKind::not_found, "content.not_found");
    if (content->decision == decision) return *content;
    shared_store::set_decision(tx, id, decision);
    shared_store::show_by_rule(tx, content->siren);
    append_event(tx, actor, {"content", id.value}, "sharing.decided", to_string(decision), now);
    return shared_store::find_shared(tx, id).value();
  });
}

}  // namespace clocher::tenants
