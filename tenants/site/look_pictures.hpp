// The logo and the photo of the commune as pages show them: read with its profile.
#pragma once

#include "core/json/json.hpp"
#include "tenants/site/logo_icons.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::tenants {

struct LookPictures {
  json::Value logo = false;  // data of partials/picture, or false; its text is "", since the commune's name stands beside it
  json::Value hero = false;
  std::vector<LogoIcon> icons = {};
  std::string share_path = {};  // JPEG of the photo, else of the logo, for whoever shows a link to the site; "" without
};

[[nodiscard]] LookPictures read_look_pictures(db::ReadTx& tx, std::optional<std::int64_t> logo_id,
                                              std::optional<std::int64_t> hero_id);

}  // namespace clocher::tenants
