// What the generated legal pages need and cannot know (LCEN art. 6, RGPD art. 13 and 37; interfaces §6.3 and §6.4).
#pragma once

#include "tenants/site/profile.hpp"

namespace clocher::tenants {

struct LegalInput {
  std::string publication_director;  // "" for the mayor
  std::string dpo_contact;           // délégué à la protection des données: name, address or mail in one line
  std::string host;                  // name, address, phone of who hosts the site; shown when the platform does not say
  std::string photo_credits;
  std::string licence;  // of the texts: "", "ouverte", "by-sa", "reserved"
};

// What is written now.
[[nodiscard]] LegalInput legal_of(const Profile& profile);

// invalid: licence look.licence; input.too_long on the others.
[[nodiscard]] Result<Profile> save_legal(Tenant& tenant, const Actor& actor, const LegalInput& input, Instant now);
// The same within a transaction of the caller's.
[[nodiscard]] Result<Profile> change_legal(db::Tx& tx, const Actor& actor, const LegalInput& input, Instant now);

// Pictures that residents see and whose author nobody names: neither the picture itself nor the credits of the legal notice.
[[nodiscard]] std::int64_t count_uncredited_pictures(db::ReadTx& tx, const Profile& profile);

}  // namespace clocher::tenants
