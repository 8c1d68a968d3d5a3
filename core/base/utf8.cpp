// Decodes one UTF-8 sequence; overlong forms, surrogates and codes past U+10FFFF are refused.
#include "core/base/utf8.hpp"

namespace clocher {
namespace {

struct Lead {
  std::size_t size_bytes;
  char32_t bits;
  char32_t smallest;  // anything below is an overlong form
};

Lead read_lead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
  return {0, 0, 0};
}

}  // namespace

Utf8Character first_character(std::string_view text) {
  if (text.empty()) return {};
  const Lead lead = read_lead(static_cast<unsigned char>(text.front()));
  if (lead.size_bytes == 0 || lead.size_bytes > text.size()) return {};
  char32_t code = lead.bits;
  for (std::size_t i = 1; i < lead.size_bytes; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < lead.smallest || surrogate || code > 0x10FFFF) return {};
  return {code, lead.size_bytes};
}

}  // namespace clocher
