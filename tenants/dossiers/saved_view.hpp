// Filters of the inbox under a name, for everybody in the town hall.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct SavedView {
  Id<SavedView> id;
  std::string name;
  std::string filter;  // the query of the inbox's own address
};

inline constexpr std::size_t most_saved_views = 30;

[[nodiscard]] std::vector<SavedView> list_saved_views(db::ReadTx& tx);  // by name
// A name that exists is replaced. Errors: invalid name view.name, filter view.filter; conflict view.too_many.
[[nodiscard]] Result<SavedView> save_view(tenants::Tenant& tenant, const tenants::Actor& agent, std::string_view name,
                                          std::string_view filter, Instant now);
[[nodiscard]] Result<void> delete_view(tenants::Tenant& tenant, Id<SavedView> id);  // not_found view.not_found

}  // namespace clocher::dossiers
