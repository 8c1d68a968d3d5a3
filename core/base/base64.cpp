// Writes base64, and reads it strictly.
#include "core/base/base64.hpp"

namespace clocher {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string encode_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  unsigned kept = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    kept = (kept << 8 | static_cast<unsigned char>(byte)) & 0xFFFFFF;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[kept >> (bits - 6) & 0x3F];
  }
  if (bits > 0) text += alphabet[kept << (6 - bits) & 0x3F];
  text.append((4 - text.size() % 4) % 4, '=');
  return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  unsigned kept = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    kept = (kept << 6 | static_cast<unsigned>(value)) & 0xFFFFFF;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(kept >> bits & 0xFF);
  }
  const bool has_rest = (kept & ((1U << bits) - 1)) != 0;  // bits that encode nothing must be zero
  return has_rest ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace clocher
