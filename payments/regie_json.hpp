// The lists of a régie as they lie in its row.
#pragma once

#include "payments/regie.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

[[nodiscard]] std::string means_json(const std::vector<Means>& means);
[[nodiscard]] std::string members_json(const std::vector<RegieMember>& members);
// What these wrote; throw std::runtime_error for anything else.
[[nodiscard]] std::vector<Means> means_of(std::string_view json);
[[nodiscard]] std::vector<RegieMember> members_of(std::string_view json);

}  // namespace clocher::payments
