// The name a client gave to a file, made fit to be shown and stored as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace clocher::http {

inline constexpr std::size_t longest_file_name_bytes = 255;

// Only what follows the last slash or backslash, without control or direction-changing characters, cut to 255 bytes
// between two characters with its extension kept; "" when nothing is left. `text` must be valid UTF-8.
// It never names a file on disk: those have names of our own.
[[nodiscard]] std::string safe_file_name(std::string_view text);

}  // namespace clocher::http
