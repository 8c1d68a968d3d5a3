// Names a page of the site by its path, for lists that only know paths.
#pragma once

#include "core/db/database.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

// "/vivre-ici/dechets" -> the title that residents last read there; nothing for a path that is no content.
[[nodiscard]] std::optional<std::string> title_at(db::ReadTx& tx, std::string_view path);

}  // namespace clocher::tenants
