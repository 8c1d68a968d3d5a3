// How the commune's site looks: colours, logo, photo, and the sentence that welcomes.
#pragma once

#include "tenants/site/profile.hpp"

namespace clocher::tenants {

struct LookInput {
  std::string theme;                                       // one of the six
  std::string accent;                                      // "" for the theme's own
  std::optional<std::int64_t> logo_id = {}, hero_id = {};  // pictures of the media library
  std::string welcome = {};                                // one sentence, "" for the usual one
};

// What is written now.
[[nodiscard]] LookInput look_of(const Profile& profile);

// invalid: theme look.theme, accent look.accent (no colour) or look.contrast (with {nearest}), welcome input.too_long, logo_id and
// hero_id look.picture (no picture of the library), hero_id look.hero_alt (neither described nor decorative).
[[nodiscard]] Result<Profile> save_look(Tenant& tenant, const Actor& actor, const LookInput& input, Instant now);

// The same within a transaction of the caller's.
[[nodiscard]] Result<Profile> change_look(db::Tx& tx, const Actor& actor, const LookInput& input, Instant now);

// The commune's own colour, "" for the theme's: also when it is one that an older version took and that is not read well.
[[nodiscard]] std::string own_accent(const Profile& profile);

// The icon of this profile: its own accent, else that of its theme.
[[nodiscard]] std::string shown_accent(const Profile& profile);

}  // namespace clocher::tenants
