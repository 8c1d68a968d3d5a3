// The commune's logo as icons of browsers and telephones: made once beside the sizes of pictures, never in a request.
#pragma once

#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct LogoIcon {
  int side = 0;  // pixels
  std::string sha256;
};

// "/icones/180-0123456789abcdef.png": the digits are those of its bytes.
[[nodiscard]] std::string path_of(const LogoIcon& icon);

// Smallest first; none while the profile has no logo, or another one than they were made of.
[[nodiscard]] std::vector<LogoIcon> read_logo_icons(db::ReadTx& tx);
// By the last part of its address, exactly as path_of writes it.
[[nodiscard]] std::optional<LogoIcon> find_logo_icon(db::ReadTx& tx, std::string_view name);

// Makes them when the logo is another one than before, forgets them when there is none. True when something changed.
bool make_logo_icons(Tenant& tenant);

}  // namespace clocher::tenants
