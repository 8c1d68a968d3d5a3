// Finds an embedded file by its path.
#include "core/http/assets.hpp"

#include <algorithm>

namespace clocher::http {

const Asset* find_asset(std::string_view path) {
  const auto assets = embedded_assets();
  const auto found = std::ranges::lower_bound(assets, path, {}, &Asset::path);
  return found != assets.end() && found->path == path ? &*found : nullptr;
}

}  // namespace clocher::http
