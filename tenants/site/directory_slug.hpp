// The last part of a directory record's address.
#pragma once

#include "tenants/site/directory.hpp"

namespace clocher::tenants {

// From the name, made unique in its kind by a number.
[[nodiscard]] std::string free_slug(db::ReadTx& tx, DirectoryKind kind, std::string_view name);

}  // namespace clocher::tenants
