// Addresses and bodies that stand for a route with the ids of B: a new parameter must be thought of here.
#pragma once

#include "tests/api/isolation_world.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

// Every target of a pattern; fails the test for a parameter that nothing stands for.
[[nodiscard]] std::vector<std::string> targets_of(std::string_view pattern, const Planted& b);
// A body that the route of this pattern can read.
[[nodiscard]] std::string body_for(std::string_view pattern);

}  // namespace clocher::test
