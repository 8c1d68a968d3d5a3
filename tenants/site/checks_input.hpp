// What the checks look at in a content: its fields, and the words, pictures and links of its blocks.
#pragma once

#include "core/json/json.hpp"
#include "tenants/site/checks.hpp"

#include <string>

namespace clocher::tenants {

struct CheckedContent {
  std::string title;
  std::string summary;
  std::string body_markdown;
  json::Array blocks = {};  // as the API takes them; what is no block is passed over
};

[[nodiscard]] CheckInput check_input_of(const CheckedContent& content);

}  // namespace clocher::tenants
