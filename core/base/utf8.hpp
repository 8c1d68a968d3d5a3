// Reads UTF-8 one character at a time, exactly as RFC 3629 defines it.
#pragma once

#include <cstddef>
#include <string_view>

namespace clocher {

struct Utf8Character {
  char32_t code = 0;
  std::size_t size_bytes = 0;  // 0: what stands there is not UTF-8
};

// The first character of a text that is not empty.
[[nodiscard]] Utf8Character first_character(std::string_view text);

}  // namespace clocher
