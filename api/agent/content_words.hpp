// Blocks and details written out as lines, for people who compare two revisions.
#pragma once

#include "api/tools.hpp"
#include "core/json/json.hpp"

#include <string>

namespace clocher::api::agent {

[[nodiscard]] std::string blocks_in_words(const json::Array& blocks);
// "Début : 2026-12-05T18:30": one line for each property, those that are objects below their own name.
[[nodiscard]] std::string details_in_words(const Tools& tools, const json::Object& details);

}  // namespace clocher::api::agent
