// All SQL on shared contents and their sources.
#pragma once

#include "tenants/sharing/shared.hpp"

namespace clocher::tenants::shared_store {

[[nodiscard]] std::optional<SharedSource> find_source(db::ReadTx& tx, std::string_view siren);
[[nodiscard]] std::string digest_of_source(db::ReadTx& tx, std::string_view siren);
void upsert_source(db::Tx& tx, std::string_view siren, std::string_view name, std::string_view digest);
void delete_source(db::Tx& tx, std::string_view siren);
void set_policy(db::Tx& tx, std::string_view siren, SharingPolicy policy, std::string_view actor, Instant now);

struct Received {
  Id<Content> id;
  std::int64_t source_id = 0;
  std::string digest;
};
[[nodiscard]] std::vector<Received> list_received(db::ReadTx& tx, std::string_view siren);
void link(db::Tx& tx, Id<Content> id, std::string_view siren, const SharedItem& item);
void set_digest(db::Tx& tx, Id<Content> id, std::string_view digest);
// The only revision of the content from now on.
void replace_text(db::Tx& tx, Id<Content> id, const SharedItem& item, std::string_view author, Instant now);
void delete_content(db::Tx& tx, Id<Content> id);

[[nodiscard]] std::optional<SharedContent> find_shared(db::ReadTx& tx, Id<Content> id);
void set_decision(db::Tx& tx, Id<Content> id, SharingDecision decision);
// Publishes what its decision, or without one the policy, lets appear; takes back the rest.
void show_by_rule(db::Tx& tx, std::string_view siren);

}  // namespace clocher::tenants::shared_store
