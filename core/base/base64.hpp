// Bytes as text: base64 as RFC 4648 defines it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher {

// With padding, without line ends.
[[nodiscard]] std::string encode_base64(std::string_view bytes);

// Standard alphabet with its padding, no blank nor line end; nullopt for anything else.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace clocher
