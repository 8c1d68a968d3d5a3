// What a new procedure begins as: a blank one, or a copy of another.
#pragma once

#include "core/json/json.hpp"

#include <string_view>

namespace clocher::forms {

// Two pages that every procedure has: a question, and who asks. It can be published as it is.
[[nodiscard]] json::Object blank_procedure(std::string_view title);

// The same pages, questions and tests under another title: tests that look for the old title look for the new one.
[[nodiscard]] json::Object copied_procedure(json::Object from, std::string_view title);

}  // namespace clocher::forms
